<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>ConversationMenu</name>
    <message>
        <source>Unmute</source>
        <translation>إلغاء الكتم</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>كتم</translation>
    </message>
    <message>
        <source>Notify me of</source>
        <translation>أعلمني بـ</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>تعليم كمقروء</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>إلغاء التثبيت</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>تثبيت في الأعلى</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>إخراج من الأرشيف</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>أرشفة</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>تعليم كغير مقروء</translation>
    </message>
</context>
<context>
    <name>ConversationRow</name>
    <message>
        <source>Message deleted</source>
        <translation>حُذفت الرسالة</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>أنت: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>صورة</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>فيديو</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>صوت</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ملف</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>موقع</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>مجموعة</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>one unread message</source>
        <translation>رسالة واحدة غير مقروءة</translation>
    </message>
    <message>
        <source>%1 unread messages</source>
        <translation>%1 رسائل غير مقروءة</translation>
    </message>
    <message>
        <source>you are mentioned</source>
        <translation>أُشير إليك</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>مكتومة</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>مثبّتة</translation>
    </message>
    <message>
        <source>Draft: %1</source>
        <translation>مسودة: %1</translation>
    </message>
</context>
<context>
    <name>DBusNotifications</name>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>رد</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>تعليم كمقروء</translation>
    </message>
</context>
<context>
    <name>Hearth::AboutPage</name>
    <message>
        <source>About</source>
        <translation>حول</translation>
    </message>
    <message>
        <source>Hearth %1, with Qt %2</source>
        <translation>Hearth %1، مع Qt %2</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>number update release information</source>
        <translation>رقم تحديث إصدار معلومات</translation>
    </message>
    <message>
        <source>Apache License 2.0</source>
        <translation>رخصة Apache 2.0</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>الرخصة</translation>
    </message>
    <message>
        <source>license copyright open source free</source>
        <translation>رخصة حقوق مفتوح المصدر حر</translation>
    </message>
</context>
<context>
    <name>Hearth::AccountButton</name>
    <message>
        <source>%1 at %2</source>
        <translation>%1 على %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln unread</source>
        <translation>
            <numerusform>%1، لا غير مقروء</numerusform>
            <numerusform>%1، واحدة غير مقروءة</numerusform>
            <numerusform>%1، اثنتان غير مقروءتين</numerusform>
            <numerusform>%1، %Ln غير مقروءة</numerusform>
            <numerusform>%1، %Ln غير مقروءة</numerusform>
            <numerusform>%1، %Ln غير مقروءة</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>Hearth::AccountManager</name>
    <message>
        <source>No server answers at %1. %2</source>
        <translation>لا يجيب أي خادم عند %1. %2</translation>
    </message>
    <message>
        <source>If it has no encryption, write http:// before the address.</source>
        <translation>إن لم يكن فيه تشفير فاكتب http:// قبل العنوان.</translation>
    </message>
    <message>
        <source>What answers at %1 is not a Hearth server.</source>
        <translation>ما يجيب عند %1 ليس خادم Hearth.</translation>
    </message>
    <message>
        <source>The username or the password is wrong.</source>
        <translation>اسم المستخدم أو كلمة المرور غير صحيح.</translation>
    </message>
    <message>
        <source>Too many attempts. Wait a moment and try again.</source>
        <translation>محاولات كثيرة. انتظر قليلًا ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>This username is taken. Choose another one.</source>
        <translation>اسم المستخدم هذا محجوز. اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>The password is too short: it needs at least %1 characters.</source>
        <translation>كلمة المرور قصيرة جدًا: يلزم %1 أحرف على الأقل.</translation>
    </message>
    <message>
        <source>The server does not accept this token. It may have expired.</source>
        <translation>لا يقبل الخادم هذا الرمز. ربما انتهت صلاحيته.</translation>
    </message>
    <message>
        <source>This token belongs to another account: %1.</source>
        <translation>هذا الرمز لحساب آخر: %1.</translation>
    </message>
</context>
<context>
    <name>Hearth::AccountMenu</name>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>مثل سطح المكتب</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
</context>
<context>
    <name>Hearth::AccountPage</name>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>تغيير كلمة المرور</translation>
    </message>
    <message>
        <source>Name that others see</source>
        <translation>الاسم الذي يراه الآخرون</translation>
    </message>
    <message>
        <source>display name nickname profile rename</source>
        <translation>الاسم المعروض لقب ملف شخصي إعادة تسمية</translation>
    </message>
    <message>
        <source>You are %1 at %2.</source>
        <translation>أنت %1 على %2.</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>اختيار صورة…</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>إزالتها</translation>
    </message>
    <message>
        <source>Remove the picture</source>
        <translation>إزالة الصورة</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>الصورة</translation>
    </message>
    <message>
        <source>avatar photo portrait profile image upload</source>
        <translation>صورة رمزية شخصية ملف شخصي رفع</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>كلمة المرور الحالية</translation>
    </message>
    <message>
        <source>secret change security</source>
        <translation>سر تغيير أمان</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>كلمة المرور الجديدة</translation>
    </message>
    <message>
        <source>At least %1 characters. Your other devices are signed out.</source>
        <translation>%1 أحرف على الأقل. ستُسجَّل أجهزتك الأخرى خارجًا.</translation>
    </message>
    <message>
        <source>change password</source>
        <translation>تغيير كلمة المرور</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>Leave this computer</source>
        <translation>مغادرة هذا الحاسوب</translation>
    </message>
    <message>
        <source>log out sign off account remove end session</source>
        <translation>خروج تسجيل حساب إزالة إنهاء الجلسة</translation>
    </message>
    <message>
        <source>What is stored here of this account is removed.</source>
        <translation>يُزال ما هو محفوظ هنا من هذا الحساب.</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>اختيار صورة</translation>
    </message>
    <message>
        <source>The picture is too large.</source>
        <translation>الصورة كبيرة جدًا.</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>حفظ نسخة…</translation>
    </message>
    <message>
        <source>What the server keeps about you</source>
        <translation>ما يحتفظ به الخادم عنك</translation>
    </message>
    <message>
        <source>export download data backup archive messages privacy</source>
        <translation>تصدير تنزيل بيانات نسخة أرشيف رسائل خصوصية</translation>
    </message>
    <message>
        <source>Your account, conversations, messages and all else, as a file of JSON lines.</source>
        <translation>حسابك ومحادثاتك ورسائلك وكل ما عدا ذلك، في ملف من أسطر JSON.</translation>
    </message>
    <message>
        <source>Delete the account…</source>
        <translation>حذف الحساب…</translation>
    </message>
    <message>
        <source>Leave for good</source>
        <translation>المغادرة نهائيًا</translation>
    </message>
    <message>
        <source>delete erase close account remove messages</source>
        <translation>حذف محو إغلاق حساب إزالة رسائل</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>حفظ نسخة</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>جارٍ الحفظ…</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>حُفظت.</translation>
    </message>
</context>
<context>
    <name>Hearth::AccountRail</name>
    <message>
        <source>Accounts</source>
        <translation>الحسابات</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>إضافة حساب</translation>
    </message>
</context>
<context>
    <name>Hearth::AddPeopleDialog</name>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Add people</source>
        <translation>إضافة أشخاص</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>%1 could not be added. %2</source>
        <translation>تعذرت إضافة %1. %2</translation>
    </message>
</context>
<context>
    <name>Hearth::AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>مثل سطح المكتب</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>theme dark mode night light high contrast accessibility look skin</source>
        <translation>سمة داكن ليل فاتح تباين عالٍ سهولة الوصول شكل</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>حجم النص</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>font zoom bigger larger smaller scale accessibility</source>
        <translation>خط تكبير أكبر أصغر مقياس سهولة الوصول</translation>
    </message>
    <message>
        <source>Ctrl and + or − change it everywhere, Ctrl+0 goes back.</source>
        <translation>يغيّره Ctrl مع + أو − في كل مكان، ويعيده Ctrl+0.</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>مريح</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>مضغوط</translation>
    </message>
    <message>
        <source>Bubbles</source>
        <translation>فقاعات</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>الرسائل</translation>
    </message>
    <message>
        <source>density cozy compact bubbles white space layout avatars lines</source>
        <translation>كثافة مريح مضغوط فقاعات مسافة فراغ تخطيط صور أسطر</translation>
    </message>
    <message>
        <source>Compact shows more of them at once. Bubbles put your own on the other side.</source>
        <translation>العرض المضغوط يُظهر عددًا أكبر منها دفعة واحدة. والفقاعات تضع رسائلك في الجانب الآخر.</translation>
    </message>
</context>
<context>
    <name>Hearth::Attachment</name>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>حفظ باسم…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول مرة أخرى</translation>
    </message>
    <message>
        <source>%1, waiting</source>
        <translation>%1، في الانتظار</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>picture %1, %2</source>
        <translation>صورة %1، %2</translation>
    </message>
    <message>
        <source>file %1, %2</source>
        <translation>ملف %1، %2</translation>
    </message>
    <message>
        <source>%1 cannot be shown</source>
        <translation>لا يمكن عرض %1</translation>
    </message>
</context>
<context>
    <name>Hearth::AttachmentActions</name>
    <message>
        <source>Open this file?</source>
        <translation>فتح هذا الملف؟</translation>
    </message>
    <message>
        <source>“%1” may be a program, or run one.</source>
        <translation>قد يكون «%1» برنامجًا أو يشغّل برنامجًا.</translation>
    </message>
    <message>
        <source>Open it only if you trust whoever sent it, and know what it is.</source>
        <translation>لا تفتحه إلا إذا كنت تثق بمن أرسله وتعرف ما هو.</translation>
    </message>
    <message>
        <source>The file cannot be opened.</source>
        <translation>لا يمكن فتح الملف.</translation>
    </message>
    <message>
        <source>No program for this kind of file was found.</source>
        <translation>لم يُعثر على برنامج لهذا النوع من الملفات.</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>حفظ باسم</translation>
    </message>
    <message>
        <source>The file cannot be saved.</source>
        <translation>لا يمكن حفظ الملف.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
</context>
<context>
    <name>Hearth::AttachmentStrip</name>
    <message>
        <source>Send as a file</source>
        <translation>إرسال كملف</translation>
    </message>
    <message>
        <source>Attached files</source>
        <translation>الملفات المرفقة</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more were refused.</source>
        <translation>
            <numerusform>لم يُرفض شيء آخر.</numerusform>
            <numerusform>رُفض ملف آخر.</numerusform>
            <numerusform>رُفض ملفان آخران.</numerusform>
            <numerusform>رُفضت %Ln ملفات أخرى.</numerusform>
            <numerusform>رُفض %Ln ملفًا آخر.</numerusform>
            <numerusform>رُفض %Ln ملف آخر.</numerusform>
        </translation>
    </message>
    <message>
        <source>A message takes at most %1 files.</source>
        <translation>تتسع الرسالة لـ %1 ملفات على الأكثر.</translation>
    </message>
    <message>
        <source>Picture %1.png</source>
        <translation>صورة %1.png</translation>
    </message>
    <message>
        <source>The picture is too large (%1). The server takes files of at most %2.</source>
        <translation>الصورة كبيرة جدًا (%1). يقبل الخادم ملفات حتى %2.</translation>
    </message>
    <message>
        <source>The picture cannot be written.</source>
        <translation>لا يمكن كتابة الصورة.</translation>
    </message>
    <message>
        <source>The text cannot be written: %1</source>
        <translation>لا يمكن كتابة النص: %1</translation>
    </message>
    <message>
        <source>Text.txt</source>
        <translation>نص.txt</translation>
    </message>
    <message>
        <source>That is a long text. It can also go as a file.</source>
        <translation>هذا نص طويل. يمكن إرساله كملف أيضًا.</translation>
    </message>
    <message>
        <source>“%1” is a folder. Pack it into one file to send it.</source>
        <translation>«%1» مجلد. اجعله في ملف واحد لإرساله.</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>لا يمكن قراءة «%1».</translation>
    </message>
    <message>
        <source>“%1” is too large (%2). The server takes files of at most %3.</source>
        <translation>«%1» كبير جدًا (%2). يقبل الخادم ملفات حتى %3.</translation>
    </message>
</context>
<context>
    <name>Hearth::AttachmentTile</name>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>Delete takes it out of the message.</source>
        <translation>يزيله Delete من الرسالة.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>إزالة %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
</context>
<context>
    <name>Hearth::BadgeButton</name>
    <message>
        <source>%1, %2 unread</source>
        <translation>%1، %2 غير مقروءة</translation>
    </message>
</context>
<context>
    <name>Hearth::Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>Hearth::BlockedList</name>
    <message>
        <source>You have blocked nobody.</source>
        <translation>لم تحظر أحدًا.</translation>
    </message>
    <message>
        <source>%1 (@%2)</source>
        <translation>%1 ‏(@%2)</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>إلغاء الحظر</translation>
    </message>
    <message>
        <source>Unblock %1</source>
        <translation>إلغاء حظر %1</translation>
    </message>
    <message>
        <source>%1 is still blocked. %2</source>
        <translation>ما زال %1 محظورًا. %2</translation>
    </message>
</context>
<context>
    <name>Hearth::Chip</name>
    <message>
        <source>Remove %1</source>
        <translation>إزالة %1</translation>
    </message>
</context>
<context>
    <name>Hearth::ChosenSecretStore</name>
    <message>
        <source>The sign-ins are being moved already.</source>
        <translation>يجري نقل بيانات الدخول بالفعل.</translation>
    </message>
    <message>
        <source>The keychain does not keep what it is given.</source>
        <translation>حافظة المفاتيح لا تحفظ ما تُعطى.</translation>
    </message>
</context>
<context>
    <name>Hearth::Completer</name>
    <message>
        <source>Suggestion: %1, %2</source>
        <translation>اقتراح: %1، %2</translation>
    </message>
</context>
<context>
    <name>Hearth::CompletionModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
</context>
<context>
    <name>Hearth::CompletionPopup</name>
    <message>
        <source>Suggestions</source>
        <translation>اقتراحات</translation>
    </message>
</context>
<context>
    <name>Hearth::Composer</name>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>رسالة</translation>
    </message>
    <message>
        <source>Too long by %1 characters. Shorten the message or send it in parts.</source>
        <translation>أطول من اللازم بـ %1 حرفًا. اختصر الرسالة أو أرسلها على أجزاء.</translation>
    </message>
    <message>
        <source>%1 characters left</source>
        <translation>بقي %1 حرفًا</translation>
    </message>
    <message>
        <source>Emoji (Ctrl+Shift+E)</source>
        <translation>إيموجي (Ctrl+Shift+E)</translation>
    </message>
    <message>
        <source>Attach files (Ctrl+U)</source>
        <translation>إرفاق ملفات (Ctrl+U)</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>إيموجي</translation>
    </message>
    <message>
        <source>Edit message</source>
        <translation>تعديل الرسالة</translation>
    </message>
    <message>
        <source>Reply to %1</source>
        <translation>رد على %1</translation>
    </message>
    <message>
        <source>You may not write in this conversation.</source>
        <translation>لا يُسمح لك بالكتابة في هذه المحادثة.</translation>
    </message>
</context>
<context>
    <name>Hearth::ComposerFiles</name>
    <message>
        <source>Attach files…</source>
        <translation>إرفاق ملفات…</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>إرفاق ملفات</translation>
    </message>
</context>
<context>
    <name>Hearth::ConnectionBanner</name>
    <message>
        <source>Retry now</source>
        <translation>حاول الآن</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
</context>
<context>
    <name>Hearth::ConnectionNotice</name>
    <message numerus="yes">
        <source>You are offline. %Ln messages will be sent when you are back.</source>
        <translation>
            <numerusform>أنت غير متصل. لا شيء ينتظر الإرسال.</numerusform>
            <numerusform>أنت غير متصل. ستُرسل رسالة عند عودتك.</numerusform>
            <numerusform>أنت غير متصل. ستُرسل رسالتان عند عودتك.</numerusform>
            <numerusform>أنت غير متصل. ستُرسل %Ln رسائل عند عودتك.</numerusform>
            <numerusform>أنت غير متصل. ستُرسل %Ln رسالة عند عودتك.</numerusform>
            <numerusform>أنت غير متصل. ستُرسل %Ln رسالة عند عودتك.</numerusform>
        </translation>
    </message>
    <message>
        <source>You are offline. One message will be sent when you are back.</source>
        <translation>أنت غير متصل. ستُرسل رسالة واحدة عند عودتك.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>جارٍ الاتصال…</translation>
    </message>
    <message>
        <source>Fetching what you missed…</source>
        <translation>جارٍ جلب ما فاتك…</translation>
    </message>
    <message numerus="yes">
        <source>Connecting… (retry in %Ln s)</source>
        <translation>
            <numerusform>جارٍ الاتصال… (المحاولة الآن)</numerusform>
            <numerusform>جارٍ الاتصال… (المحاولة بعد ثانية)</numerusform>
            <numerusform>جارٍ الاتصال… (المحاولة بعد ثانيتين)</numerusform>
            <numerusform>جارٍ الاتصال… (المحاولة بعد %Ln ثوانٍ)</numerusform>
            <numerusform>جارٍ الاتصال… (المحاولة بعد %Ln ثانية)</numerusform>
            <numerusform>جارٍ الاتصال… (المحاولة بعد %Ln ثانية)</numerusform>
        </translation>
    </message>
    <message>
        <source>You are not signed in. Nothing is lost.</source>
        <translation>لم تسجّل الدخول. لم يضع شيء.</translation>
    </message>
</context>
<context>
    <name>Hearth::ContextBar</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Hearth::ConversationDelegate</name>
    <message>
        <source>Draft:</source>
        <translation>مسودة:</translation>
    </message>
</context>
<context>
    <name>Hearth::ConversationHeader</name>
    <message>
        <source>Only you</source>
        <translation>أنت فقط</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>لا أحد</numerusform>
            <numerusform>شخص واحد</numerusform>
            <numerusform>شخصان</numerusform>
            <numerusform>%Ln أشخاص</numerusform>
            <numerusform>%Ln شخصًا</numerusform>
            <numerusform>%Ln شخص</numerusform>
        </translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Search in this conversation (Ctrl+F)</source>
        <translation>البحث في هذه المحادثة (Ctrl+F)</translation>
    </message>
    <message>
        <source>Info (Ctrl+.)</source>
        <translation>معلومات (Ctrl+.)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
</context>
<context>
    <name>Hearth::ConversationListView</name>
    <message>
        <source>Conversations</source>
        <translation>المحادثات</translation>
    </message>
</context>
<context>
    <name>Hearth::ConversationPane</name>
    <message>
        <source>No conversation is open</source>
        <translation>لا توجد محادثة مفتوحة</translation>
    </message>
    <message>
        <source>Choose one, or use the keyboard:</source>
        <translation>اختر واحدة أو استخدم لوحة المفاتيح:</translation>
    </message>
    <message>
        <source>Start a conversation</source>
        <translation>بدء محادثة</translation>
    </message>
    <message>
        <source>Start a group</source>
        <translation>إنشاء مجموعة</translation>
    </message>
    <message>
        <source>Go to a conversation</source>
        <translation>الانتقال إلى محادثة</translation>
    </message>
    <message>
        <source>All shortcuts</source>
        <translation>كل الاختصارات</translation>
    </message>
    <message>
        <source>Message %1</source>
        <translation>رسالة إلى %1</translation>
    </message>
    <message>
        <source>Mute the conversation, or no longer</source>
        <translation>كتم المحادثة أو إلغاء كتمها</translation>
    </message>
    <message>
        <source>Pin the conversation, or no longer</source>
        <translation>تثبيت المحادثة أو إلغاء تثبيتها</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>تعليم كمقروء</translation>
    </message>
    <message>
        <source>Archive the conversation, or no longer</source>
        <translation>أرشفة المحادثة أو إخراجها من الأرشيف</translation>
    </message>
    <message>
        <source>Welcome to Hearth</source>
        <translation>مرحبًا بك في Hearth</translation>
    </message>
    <message>
        <source>Find somebody to talk to, or use the keyboard:</source>
        <translation>ابحث عن أحد تتحدث معه أو استخدم لوحة المفاتيح:</translation>
    </message>
</context>
<context>
    <name>Hearth::DeleteAccountDialog</name>
    <message>
        <source>Delete everything I wrote, too</source>
        <translation>حذف كل ما كتبته أيضًا</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>حذف نهائيًا</translation>
    </message>
    <message>
        <source>Delete the account</source>
        <translation>حذف الحساب</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Password, if you have one here</source>
        <translation>كلمة المرور، إن كانت لك واحدة هنا</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>The account %1 at %2 is deleted for good, and nobody can bring it back. Your name, picture and settings go at once, and you leave all groups. What you wrote stays under “Deleted user”.</source>
        <translation>يُحذف الحساب %1 على %2 نهائيًا ولا يمكن لأحد استعادته. يختفي اسمك وصورتك وإعداداتك فورًا، وتغادر كل المجموعات. أما ما كتبته فيبقى تحت اسم ”Deleted user“.</translation>
    </message>
</context>
<context>
    <name>Hearth::DevicesPage</name>
    <message>
        <source>Devices</source>
        <translation>الأجهزة</translation>
    </message>
    <message>
        <source>Where you are signed in</source>
        <translation>أين سجّلت الدخول</translation>
    </message>
    <message>
        <source>sessions computers phones revoke sign out remote security</source>
        <translation>جلسات حواسيب هواتف إلغاء خروج عن بعد أمان</translation>
    </message>
    <message>
        <source>The devices are not known. %1</source>
        <translation>الأجهزة غير معروفة. %1</translation>
    </message>
    <message>
        <source>A device without a name</source>
        <translation>جهاز بلا اسم</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>هذا الجهاز</translation>
    </message>
    <message>
        <source>Last used: %1</source>
        <translation>آخر استخدام: %1</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>Sign out %1</source>
        <translation>تسجيل خروج %1</translation>
    </message>
    <message>
        <source>The device was not signed out. %1</source>
        <translation>لم يُسجَّل خروج الجهاز. %1</translation>
    </message>
</context>
<context>
    <name>Hearth::DropOverlay</name>
    <message>
        <source>Drop files to send them</source>
        <translation>أفلت الملفات لإرسالها</translation>
    </message>
</context>
<context>
    <name>Hearth::EmojiPicker</name>
    <message>
        <source>Used last</source>
        <translation>المستخدمة أخيرًا</translation>
    </message>
    <message>
        <source>Smileys and feelings</source>
        <translation>الوجوه والمشاعر</translation>
    </message>
    <message>
        <source>People and body</source>
        <translation>الأشخاص والجسم</translation>
    </message>
    <message>
        <source>Animals and nature</source>
        <translation>الحيوانات والطبيعة</translation>
    </message>
    <message>
        <source>Food and drink</source>
        <translation>الطعام والشراب</translation>
    </message>
    <message>
        <source>Travel and places</source>
        <translation>السفر والأماكن</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>الأنشطة</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>الأشياء</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>الرموز</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>الأعلام</translation>
    </message>
    <message>
        <source>No skin tone</source>
        <translation>بلا لون بشرة</translation>
    </message>
    <message>
        <source>Light skin tone</source>
        <translation>بشرة فاتحة</translation>
    </message>
    <message>
        <source>Medium light skin tone</source>
        <translation>بشرة متوسطة الفتوح</translation>
    </message>
    <message>
        <source>Medium skin tone</source>
        <translation>بشرة متوسطة</translation>
    </message>
    <message>
        <source>Medium dark skin tone</source>
        <translation>بشرة متوسطة الدكنة</translation>
    </message>
    <message>
        <source>Dark skin tone</source>
        <translation>بشرة داكنة</translation>
    </message>
    <message>
        <source>Search emoji</source>
        <translation>البحث عن إيموجي</translation>
    </message>
    <message>
        <source>No emoji is called that.</source>
        <translation>لا إيموجي بهذا الاسم.</translation>
    </message>
    <message>
        <source>Skin tone</source>
        <translation>لون البشرة</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>إيموجي</translation>
    </message>
    <message>
        <source>%1   :%2:</source>
        <translation>%1   :%2:</translation>
    </message>
</context>
<context>
    <name>Hearth::EncryptedSecretStore</name>
    <message>
        <source>The encrypted file is locked.</source>
        <translation>الملف المشفّر مقفل.</translation>
    </message>
</context>
<context>
    <name>Hearth::FilterChip</name>
    <message>
        <source>Remove the filter “%1”</source>
        <translation>إزالة المرشح «%1»</translation>
    </message>
</context>
<context>
    <name>Hearth::ImageViewer</name>
    <message>
        <source>Try again</source>
        <translation>حاول مرة أخرى</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>الصورة السابقة</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>يسار</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>الصورة التالية</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>يمين</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>أصغر</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>أكبر</translation>
    </message>
    <message>
        <source>Fit into the window</source>
        <translation>ملاءمة النافذة</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>نسخ الصورة</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Ctrl+C</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>حفظ باسم…</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>Open with another program</source>
        <translation>فتح ببرنامج آخر</translation>
    </message>
    <message>
        <source>Ctrl+O</source>
        <translation>Ctrl+O</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Loading… %1 %</source>
        <translation>جارٍ التحميل… %1 %</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>جارٍ التحميل…</translation>
    </message>
    <message>
        <source>The picture cannot be shown.</source>
        <translation>لا يمكن عرض الصورة.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>الصورة %1</translation>
    </message>
</context>
<context>
    <name>Hearth::InboxPane</name>
    <message>
        <source>Notifications</source>
        <translation>الإشعارات</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>تعليم الكل كمقروء</translation>
    </message>
    <message>
        <source>Shift+Esc</source>
        <translation>Shift+Esc</translation>
    </message>
    <message>
        <source>No notifications</source>
        <translation>لا توجد إشعارات</translation>
    </message>
    <message>
        <source>When somebody mentions you or replies to you, you find it here.</source>
        <translation>عندما يشير إليك أحد أو يرد عليك تجد ذلك هنا.</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>تعليم كمقروء</translation>
    </message>
</context>
<context>
    <name>Hearth::InfoPane</name>
    <message>
        <source>Rename…</source>
        <translation>إعادة تسمية…</translation>
    </message>
    <message>
        <source>Describe…</source>
        <translation>وصف…</translation>
    </message>
    <message>
        <source>Leave the group…</source>
        <translation>مغادرة المجموعة…</translation>
    </message>
    <message>
        <source>Delete the group…</source>
        <translation>حذف المجموعة…</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>الكتم</translation>
    </message>
    <message>
        <source>Notify me of</source>
        <translation>أعلمني بـ</translation>
    </message>
    <message>
        <source>Pinned to the top of the list</source>
        <translation>مثبّتة في أعلى القائمة</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>مؤرشفة</translation>
    </message>
    <message>
        <source>Add people…</source>
        <translation>إضافة أشخاص…</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>الأعضاء</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>عرض المزيد</translation>
    </message>
    <message>
        <source>@%1 · %2</source>
        <translation>@%1 · %2</translation>
    </message>
    <message>
        <source>Only you</source>
        <translation>أنت فقط</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>لا أحد</numerusform>
            <numerusform>شخص واحد</numerusform>
            <numerusform>شخصان</numerusform>
            <numerusform>%Ln أشخاص</numerusform>
            <numerusform>%Ln شخصًا</numerusform>
            <numerusform>%Ln شخص</numerusform>
        </translation>
    </message>
    <message>
        <source>Members (%1)</source>
        <translation>الأعضاء (%1)</translation>
    </message>
    <message>
        <source>Not muted</source>
        <translation>غير مكتومة</translation>
    </message>
    <message>
        <source>Turn on again</source>
        <translation>إعادة التشغيل</translation>
    </message>
    <message>
        <source>Write a direct message</source>
        <translation>كتابة رسالة مباشرة</translation>
    </message>
    <message>
        <source>Make an owner</source>
        <translation>جعله مالكًا</translation>
    </message>
    <message>
        <source>Make an admin</source>
        <translation>جعله مشرفًا</translation>
    </message>
    <message>
        <source>Make a member</source>
        <translation>جعله عضوًا</translation>
    </message>
    <message>
        <source>Allow to write</source>
        <translation>السماح بالكتابة</translation>
    </message>
    <message>
        <source>Allow to read only</source>
        <translation>السماح بالقراءة فقط</translation>
    </message>
    <message>
        <source>Remove from the group…</source>
        <translation>إزالة من المجموعة…</translation>
    </message>
    <message>
        <source>Remove from the group</source>
        <translation>إزالة من المجموعة</translation>
    </message>
    <message>
        <source>Remove %1 from the group?</source>
        <translation>إزالة %1 من المجموعة؟</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Rename the group</source>
        <translation>إعادة تسمية المجموعة</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>اسم المجموعة</translation>
    </message>
    <message>
        <source>Describe the group</source>
        <translation>وصف المجموعة</translation>
    </message>
    <message>
        <source>What the group is about</source>
        <translation>موضوع المجموعة</translation>
    </message>
    <message>
        <source>Leave the group</source>
        <translation>مغادرة المجموعة</translation>
    </message>
    <message>
        <source>Leave “%1”? You no longer see its messages, and only a member can add you again.</source>
        <translation>مغادرة «%1»؟ لن ترى رسائلها بعد ذلك، ولا يمكن أن يضيفك مجددًا إلا عضو فيها.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>مغادرة</translation>
    </message>
    <message>
        <source>Delete the group</source>
        <translation>حذف المجموعة</translation>
    </message>
    <message>
        <source>Delete “%1” with all its messages and files, for everybody? This cannot be undone.</source>
        <translation>حذف «%1» بكل رسائلها وملفاتها عند الجميع؟ لا يمكن التراجع عن ذلك.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Show the profile</source>
        <translation>عرض الملف الشخصي</translation>
    </message>
</context>
<context>
    <name>Hearth::JumpButton</name>
    <message>
        <source>Jump to the latest messages</source>
        <translation>الانتقال إلى أحدث الرسائل</translation>
    </message>
    <message numerus="yes">
        <source>Jump to the latest messages, %Ln new</source>
        <translation>
            <numerusform>الانتقال إلى أحدث الرسائل</numerusform>
            <numerusform>الانتقال إلى أحدث الرسائل، واحدة جديدة</numerusform>
            <numerusform>الانتقال إلى أحدث الرسائل، اثنتان جديدتان</numerusform>
            <numerusform>الانتقال إلى أحدث الرسائل، %Ln جديدة</numerusform>
            <numerusform>الانتقال إلى أحدث الرسائل، %Ln جديدة</numerusform>
            <numerusform>الانتقال إلى أحدث الرسائل، %Ln جديدة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hearth::KeepingBanner</name>
    <message>
        <source>Token not saved: you will be asked to sign in next time.</source>
        <translation>لم يُحفظ الدخول: ستُسأل عنه في المرة القادمة.</translation>
    </message>
    <message>
        <source>Use encrypted file…</source>
        <translation>استخدام ملف مشفّر…</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>فتح القفل…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>فتح القفل</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول مرة أخرى</translation>
    </message>
    <message>
        <source>Your sign-ins are in an encrypted file. Unlock it to connect.</source>
        <translation>بيانات دخولك في ملف مشفّر. افتح قفله للاتصال.</translation>
    </message>
    <message>
        <source>Your sign-ins could not be read from the encrypted file.</source>
        <translation>تعذّرت قراءة بيانات دخولك من الملف المشفّر.</translation>
    </message>
    <message>
        <source>Your sign-ins are in the keychain. Unlock it to connect.</source>
        <translation>بيانات دخولك في حافظة المفاتيح. افتح قفلها للاتصال.</translation>
    </message>
    <message>
        <source>Your sign-ins could not be read from the keychain.</source>
        <translation>تعذّرت قراءة بيانات دخولك من حافظة المفاتيح.</translation>
    </message>
</context>
<context>
    <name>Hearth::KeepingChoice</name>
    <message>
        <source>The desktop&apos;s keychain</source>
        <translation>حافظة مفاتيح سطح المكتب</translation>
    </message>
    <message>
        <source>An encrypted file</source>
        <translation>ملف مشفّر</translation>
    </message>
    <message>
        <source>Delete the encrypted file</source>
        <translation>حذف الملف المشفّر</translation>
    </message>
    <message>
        <source>The file is locked. Unlock it first, and its sign-ins are moved to the keychain; or delete it with what is in it, and sign in again.</source>
        <translation>الملف مقفل. افتح قفله أولًا فتُنقل بيانات الدخول التي فيه إلى حافظة المفاتيح، أو احذفه مع ما فيه وسجّل الدخول من جديد.</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>حذفه</translation>
    </message>
    <message>
        <source>The sign-ins stay in the file. %1</source>
        <translation>تبقى بيانات الدخول في الملف. %1</translation>
    </message>
</context>
<context>
    <name>Hearth::LinkOpener</name>
    <message>
        <source>This link cannot be understood.</source>
        <translation>تعذر فهم هذا الرابط.</translation>
    </message>
    <message>
        <source>The conversation of this link is not among yours. Somebody in it can add you.</source>
        <translation>محادثة هذا الرابط ليست من محادثاتك. يمكن لمن فيها أن يضيفك.</translation>
    </message>
    <message>
        <source>Open a link</source>
        <translation>فتح رابط</translation>
    </message>
    <message>
        <source>The link leads to the server %1, where you are not signed in. Sign in there? Do so only if you know this server.</source>
        <translation>يقود الرابط إلى الخادم %1 حيث لم تسجّل الدخول. هل تسجّل الدخول فيه؟ افعل ذلك فقط إن كنت تعرف هذا الخادم.</translation>
    </message>
    <message>
        <source>Go to signing in</source>
        <translation>إلى تسجيل الدخول</translation>
    </message>
</context>
<context>
    <name>Hearth::ListFilters</name>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>غير المقروءة</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>الإشارات</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>مرشحات أخرى</translation>
    </message>
    <message>
        <source>People</source>
        <translation>أشخاص</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>مجموعات</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>مؤرشفة</translation>
    </message>
</context>
<context>
    <name>Hearth::MainWindow</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>نص أكبر</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>نص أصغر</translation>
    </message>
    <message>
        <source>Text of the usual size</source>
        <translation>نص بالحجم المعتاد</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>إغلاق النافذة</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Hearth</source>
        <translation>Hearth</translation>
    </message>
    <message>
        <source>%1 – Hearth</source>
        <translation>%1 – Hearth</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>Sign out and remove the messages that are kept on this computer? Drafts and messages that have not been sent are lost.</source>
        <translation>تسجيل الخروج وإزالة الرسائل المحفوظة على هذا الحاسوب؟ تضيع المسودات والرسائل التي لم تُرسل.</translation>
    </message>
</context>
<context>
    <name>Hearth::MemberDelegate</name>
    <message>
        <source>may only read</source>
        <translation>يمكنه القراءة فقط</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (أنت)</translation>
    </message>
</context>
<context>
    <name>Hearth::MemberModel</name>
    <message>
        <source>Owner</source>
        <translation>مالك</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>مشرف</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>عضو</translation>
    </message>
</context>
<context>
    <name>Hearth::MessageActions</name>
    <message>
        <source>The message was deleted.</source>
        <translation>حُذفت الرسالة.</translation>
    </message>
</context>
<context>
    <name>Hearth::MessageLayout</name>
    <message>
        <source>This message was deleted.</source>
        <translation>حُذفت هذه الرسالة.</translation>
    </message>
    <message>
        <source>(edited)</source>
        <translation>(معدّلة)</translation>
    </message>
    <message>
        <source>Not sent.</source>
        <translation>لم تُرسل.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Your change was not saved. %1</source>
        <translation>لم يُحفظ تعديلك. %1</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>تجاهل</translation>
    </message>
    <message numerus="yes">
        <source>%Ln replies</source>
        <translation>
            <numerusform>لا ردود</numerusform>
            <numerusform>رد واحد</numerusform>
            <numerusform>ردّان</numerusform>
            <numerusform>%Ln ردود</numerusform>
            <numerusform>%Ln ردًا</numerusform>
            <numerusform>%Ln رد</numerusform>
        </translation>
    </message>
    <message>
        <source>This message is not there any more.</source>
        <translation>لم تعد هذه الرسالة موجودة.</translation>
    </message>
    <message>
        <source>A message further up</source>
        <translation>رسالة في الأعلى</translation>
    </message>
    <message>
        <source>React with something else</source>
        <translation>تفاعل بشيء آخر</translation>
    </message>
</context>
<context>
    <name>Hearth::NetworkPage</name>
    <message>
        <source>Network</source>
        <translation>الشبكة</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>مثل النظام</translation>
    </message>
    <message>
        <source>None</source>
        <translation>بلا</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>SOCKS 5</source>
        <translation>SOCKS 5</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>الوكيل</translation>
    </message>
    <message>
        <source>http socks tor firewall connection internet vpn</source>
        <translation>http socks tor جدار حماية اتصال إنترنت vpn</translation>
    </message>
    <message>
        <source>Proxy server</source>
        <translation>خادم الوكيل</translation>
    </message>
    <message>
        <source>host address name</source>
        <translation>مضيف عنوان اسم</translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation>منفذ الوكيل</translation>
    </message>
    <message>
        <source>number</source>
        <translation>رقم</translation>
    </message>
</context>
<context>
    <name>Hearth::NewDirectDialog</name>
    <message>
        <source>Start a conversation</source>
        <translation>بدء محادثة</translation>
    </message>
</context>
<context>
    <name>Hearth::NewGroupDialog</name>
    <message>
        <source>Create group</source>
        <translation>إنشاء المجموعة</translation>
    </message>
    <message>
        <source>Start a group</source>
        <translation>إنشاء مجموعة</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>اسم المجموعة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>Hearth::NotificationModel</name>
    <message>
        <source>mentioned you</source>
        <translation>أشار إليك</translation>
    </message>
    <message>
        <source>mentioned you in %1</source>
        <translation>أشار إليك في %1</translation>
    </message>
    <message>
        <source>replied to you</source>
        <translation>رد عليك</translation>
    </message>
    <message>
        <source>replied to you in %1</source>
        <translation>رد عليك في %1</translation>
    </message>
</context>
<context>
    <name>Hearth::NotificationsPage</name>
    <message>
        <source>Notifications</source>
        <translation>الإشعارات</translation>
    </message>
    <message>
        <source>Show notifications</source>
        <translation>عرض الإشعارات</translation>
    </message>
    <message>
        <source>popup alert bubble toast banner sound off</source>
        <translation>نافذة تنبيه فقاعة صوت إيقاف</translation>
    </message>
    <message>
        <source>What each conversation tells of is set in its info.</source>
        <translation>ما تُعلم به كل محادثة يُضبط في معلوماتها.</translation>
    </message>
    <message>
        <source>Name and text</source>
        <translation>الاسم والنص</translation>
    </message>
    <message>
        <source>Only the name</source>
        <translation>الاسم فقط</translation>
    </message>
    <message>
        <source>Only that there is something</source>
        <translation>أن هناك جديدًا فقط</translation>
    </message>
    <message>
        <source>What they tell</source>
        <translation>ما الذي تعرضه</translation>
    </message>
    <message>
        <source>privacy preview hide content sender secret lock screen</source>
        <translation>خصوصية معاينة إخفاء محتوى مرسل سر شاشة القفل</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>عدم الإزعاج</translation>
    </message>
    <message>
        <source>DND quiet silence pause snooze mute all focus</source>
        <translation>هدوء صمت إيقاف مؤقت غفوة كتم الكل تركيز</translation>
    </message>
    <message>
        <source>Nothing pops up meanwhile. While your status is “busy”, nothing does either.</source>
        <translation>لا يظهر شيء خلال ذلك، ولا ما دامت حالتك «مشغول».</translation>
    </message>
</context>
<context>
    <name>Hearth::PaneList</name>
    <message>
        <source>Show the message</source>
        <translation>عرض الرسالة</translation>
    </message>
</context>
<context>
    <name>Hearth::PanePlace</name>
    <message>
        <source>Close the pane</source>
        <translation>إغلاق اللوح</translation>
    </message>
</context>
<context>
    <name>Hearth::PassphraseDialog</name>
    <message>
        <source>Unlock</source>
        <translation>فتح القفل</translation>
    </message>
    <message>
        <source>Use the file</source>
        <translation>استخدام الملف</translation>
    </message>
    <message>
        <source>Unlock the sign-ins</source>
        <translation>فتح قفل بيانات الدخول</translation>
    </message>
    <message>
        <source>Keep sign-ins in an encrypted file</source>
        <translation>حفظ بيانات الدخول في ملف مشفّر</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>عبارة السر</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>العبارة نفسها مرة أخرى</translation>
    </message>
    <message>
        <source>Your sign-ins are in an encrypted file. Without its passphrase you can read what is stored on this computer, and sign in again.</source>
        <translation>بيانات دخولك في ملف مشفّر. من دون عبارة سره يمكنك قراءة ما هو محفوظ على هذا الحاسوب وتسجيل الدخول من جديد.</translation>
    </message>
    <message>
        <source>The file lies on this computer, and only the passphrase opens it. You are asked for it when Hearth starts. If you forget it, you sign in again, and nothing else is lost.</source>
        <translation>الملف على هذا الحاسوب ولا تفتحه إلا عبارة السر. ستُسأل عنها عند بدء Hearth. إن نسيتها فسجّل الدخول من جديد، ولا يضيع شيء آخر.</translation>
    </message>
    <message>
        <source>The present file is locked: it is deleted, with the sign-ins in it.</source>
        <translation>الملف الحالي مقفل: سيُحذف مع بيانات الدخول التي فيه.</translation>
    </message>
    <message>
        <source>Sign in instead…</source>
        <translation>تسجيل الدخول بدلًا من ذلك…</translation>
    </message>
    <message>
        <source>The passphrase is too short: it needs at least %1 characters.</source>
        <translation>عبارة السر قصيرة جدًا: يلزمها %1 محارف على الأقل.</translation>
    </message>
    <message>
        <source>These are two different passphrases.</source>
        <translation>هاتان عبارتان مختلفتان.</translation>
    </message>
</context>
<context>
    <name>Hearth::PersonCard</name>
    <message>
        <source>Write a direct message</source>
        <translation>كتابة رسالة مباشرة</translation>
    </message>
    <message>
        <source>@%1 · %2</source>
        <translation>@%1 · %2</translation>
    </message>
    <message>
        <source>Last seen %1</source>
        <translation>آخر ظهور %1</translation>
    </message>
</context>
<context>
    <name>Hearth::PictureReader</name>
    <message>
        <source>This picture cannot be read.</source>
        <translation>لا يمكن قراءة هذه الصورة.</translation>
    </message>
</context>
<context>
    <name>Hearth::PinnedPane</name>
    <message>
        <source>Pinned messages</source>
        <translation>الرسائل المثبّتة</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>جارٍ التحميل…</translation>
    </message>
    <message>
        <source>The pinned messages could not be loaded</source>
        <translation>تعذر تحميل الرسائل المثبّتة</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول مرة أخرى</translation>
    </message>
    <message>
        <source>Nothing is pinned</source>
        <translation>لا شيء مثبّت</translation>
    </message>
    <message>
        <source>You are offline: there may be some that are not stored here.</source>
        <translation>أنت غير متصل: قد يوجد منها ما ليس محفوظًا هنا.</translation>
    </message>
    <message>
        <source>Pin a message with P, so that everybody finds it here.</source>
        <translation>ثبّت رسالة بالمفتاح P ليجدها الجميع هنا.</translation>
    </message>
</context>
<context>
    <name>Hearth::PrivacyPage</name>
    <message>
        <source>Privacy</source>
        <translation>الخصوصية</translation>
    </message>
    <message>
        <source>Tell others what you have read</source>
        <translation>إخبار الآخرين بما قرأته</translation>
    </message>
    <message>
        <source>read receipts seen ticks confirmation</source>
        <translation>إشعارات القراءة شوهد علامات تأكيد</translation>
    </message>
    <message>
        <source>Without it you do not see what others have read either.</source>
        <translation>من دونه لا ترى أنت أيضًا ما قرأه الآخرون.</translation>
    </message>
    <message>
        <source>Show others when you are online</source>
        <translation>إظهار اتصالك للآخرين</translation>
    </message>
    <message>
        <source>presence status last seen activity away</source>
        <translation>حضور حالة آخر ظهور نشاط بعيد</translation>
    </message>
    <message>
        <source>Without it you do not see when others are online either.</source>
        <translation>من دونه لا ترى أنت أيضًا متى يكون الآخرون متصلين.</translation>
    </message>
    <message>
        <source>The setting was not changed. %1</source>
        <translation>لم يتغير الإعداد. %1</translation>
    </message>
    <message>
        <source>Blocked people</source>
        <translation>الأشخاص المحظورون</translation>
    </message>
    <message>
        <source>block unblock ignore list safety</source>
        <translation>حظر إلغاء الحظر تجاهل قائمة أمان</translation>
    </message>
    <message>
        <source>They cannot write to you directly, and see you as offline. You block somebody on their card.</source>
        <translation>لا يستطيعون مراسلتك مباشرة، ويرونك غير متصل. تحظر شخصًا من بطاقته.</translation>
    </message>
    <message>
        <source>Keep sign-ins in</source>
        <translation>حفظ بيانات الدخول في</translation>
    </message>
    <message>
        <source>token keychain wallet keyring password passphrase encryption security</source>
        <translation>رمز حافظة مفاتيح محفظة حلقة كلمة سر عبارة تشفير أمان</translation>
    </message>
    <message>
        <source>Of all accounts on this computer. The file is for desktops whose keychain does not work: you are asked for its passphrase when Hearth starts.</source>
        <translation>لكل الحسابات على هذا الحاسوب. الملف لأسطح المكتب التي لا تعمل حافظة مفاتيحها: تُسأل عن عبارة سره عند بدء Hearth.</translation>
    </message>
</context>
<context>
    <name>Hearth::ProgramPage</name>
    <message>
        <source>Program</source>
        <translation>البرنامج</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>مثل سطح المكتب</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>translation locale</source>
        <translation>ترجمة منطقة</translation>
    </message>
    <message>
        <source>Start when you sign in on this computer</source>
        <translation>البدء عند تسجيل الدخول إلى هذا الحاسوب</translation>
    </message>
    <message>
        <source>autostart login boot automatically launch</source>
        <translation>تشغيل تلقائي دخول إقلاع</translation>
    </message>
    <message>
        <source>Hidden in the tray, where there is one.</source>
        <translation>مخفيًا في منطقة الإشعارات حيث توجد.</translation>
    </message>
    <message>
        <source>Keep running in the tray when the window is closed</source>
        <translation>متابعة العمل في منطقة الإشعارات عند إغلاق النافذة</translation>
    </message>
    <message>
        <source>background minimize quit notification area system tray icon</source>
        <translation>خلفية تصغير إنهاء منطقة الإشعارات أيقونة</translation>
    </message>
    <message>
        <source>Only where the desktop has a tray.</source>
        <translation>فقط حيث لسطح المكتب منطقة إشعارات.</translation>
    </message>
</context>
<context>
    <name>Hearth::QuickSwitcher</name>
    <message>
        <source>Go to a conversation</source>
        <translation>الانتقال إلى محادثة</translation>
    </message>
    <message>
        <source>Name of the conversation</source>
        <translation>اسم المحادثة</translation>
    </message>
    <message>
        <source>No conversation is called like this.</source>
        <translation>لا توجد محادثة بهذا الاسم.</translation>
    </message>
</context>
<context>
    <name>Hearth::QuietMenu</name>
    <message>
        <source>Do not disturb</source>
        <translation>عدم الإزعاج</translation>
    </message>
    <message>
        <source>Show notifications again</source>
        <translation>عرض الإشعارات من جديد</translation>
    </message>
    <message>
        <source>Do not disturb: %1</source>
        <translation>عدم الإزعاج: %1</translation>
    </message>
</context>
<context>
    <name>Hearth::ReadersDialog</name>
    <message>
        <source>Who has read it</source>
        <translation>من قرأها</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>جارٍ التحميل…</translation>
    </message>
    <message>
        <source>%1 – read %2</source>
        <translation>%1 – قرأها %2</translation>
    </message>
    <message>
        <source>%1 – delivered %2</source>
        <translation>%1 – وصلته %2</translation>
    </message>
    <message>
        <source>Nobody yet.</source>
        <translation>لا أحد حتى الآن.</translation>
    </message>
</context>
<context>
    <name>Hearth::ReportDialog</name>
    <message>
        <source>Send the report</source>
        <translation>إرسال البلاغ</translation>
    </message>
    <message>
        <source>Report %1</source>
        <translation>الإبلاغ عن %1</translation>
    </message>
    <message>
        <source>Report the message</source>
        <translation>الإبلاغ عن الرسالة</translation>
    </message>
    <message>
        <source>The administrators of this server read your report. Nobody else is told of it.</source>
        <translation>يقرأ مشرفو هذا الخادم بلاغك. لا يعلم به أحد غيرهم.</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>ما المشكلة</translation>
    </message>
    <message>
        <source>What is wrong?</source>
        <translation>ما المشكلة؟</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message numerus="yes">
        <source>The report is too long by %Ln characters.</source>
        <translation>
            <numerusform>البلاغ طويل جدًا.</numerusform>
            <numerusform>البلاغ أطول من اللازم بحرف.</numerusform>
            <numerusform>البلاغ أطول من اللازم بحرفين.</numerusform>
            <numerusform>البلاغ أطول من اللازم بـ %Ln أحرف.</numerusform>
            <numerusform>البلاغ أطول من اللازم بـ %Ln حرفًا.</numerusform>
            <numerusform>البلاغ أطول من اللازم بـ %Ln حرف.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hearth::RightPane</name>
    <message>
        <source>Close (Esc)</source>
        <translation>إغلاق (Esc)</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>سلسلة</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>معلومات</translation>
    </message>
    <message>
        <source>Pinned messages</source>
        <translation>الرسائل المثبّتة</translation>
    </message>
    <message>
        <source>Search in this conversation</source>
        <translation>البحث في هذه المحادثة</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>البحث في كل مكان</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>الإشعارات</translation>
    </message>
</context>
<context>
    <name>Hearth::RowToolbar</name>
    <message>
        <source>React (+)</source>
        <translation>تفاعل (+)</translation>
    </message>
    <message>
        <source>Reply (R)</source>
        <translation>رد (R)</translation>
    </message>
    <message>
        <source>Open the thread (T)</source>
        <translation>فتح السلسلة (T)</translation>
    </message>
    <message>
        <source>Edit (E)</source>
        <translation>تعديل (E)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>React with %1</source>
        <translation>تفاعل بـ %1</translation>
    </message>
</context>
<context>
    <name>Hearth::SafetyButtons</name>
    <message>
        <source>Report…</source>
        <translation>إبلاغ…</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>إلغاء الحظر</translation>
    </message>
    <message>
        <source>Block…</source>
        <translation>حظر…</translation>
    </message>
    <message>
        <source>Block %1? They can no longer write to you directly, and see you as offline. They are not told.</source>
        <translation>حظر %1؟ لن يستطيع مراسلتك مباشرة، وسيراك غير متصل. لا يُخبر بذلك.</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>حظر</translation>
    </message>
</context>
<context>
    <name>Hearth::SearchPane</name>
    <message>
        <source>Search messages</source>
        <translation>البحث في الرسائل</translation>
    </message>
    <message>
        <source>Add a filter</source>
        <translation>إضافة مرشح</translation>
    </message>
    <message>
        <source>Newer result (Shift+F3)</source>
        <translation>نتيجة أحدث (Shift+F3)</translation>
    </message>
    <message>
        <source>Older result (F3)</source>
        <translation>نتيجة أقدم (F3)</translation>
    </message>
    <message>
        <source>Messages found</source>
        <translation>الرسائل التي وُجدت</translation>
    </message>
    <message>
        <source>Messages before this day</source>
        <translation>الرسائل قبل هذا اليوم</translation>
    </message>
    <message>
        <source>Messages since this day</source>
        <translation>الرسائل منذ هذا اليوم</translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln results</source>
        <translation>
            <numerusform>لا نتائج</numerusform>
            <numerusform>أكثر من نتيجة</numerusform>
            <numerusform>أكثر من نتيجتين</numerusform>
            <numerusform>أكثر من %Ln نتائج</numerusform>
            <numerusform>أكثر من %Ln نتيجة</numerusform>
            <numerusform>أكثر من %Ln نتيجة</numerusform>
        </translation>
    </message>
    <message>
        <source>One result</source>
        <translation>نتيجة واحدة</translation>
    </message>
    <message numerus="yes">
        <source>%Ln results</source>
        <translation>
            <numerusform>لا نتائج</numerusform>
            <numerusform>نتيجة واحدة</numerusform>
            <numerusform>نتيجتان</numerusform>
            <numerusform>%Ln نتائج</numerusform>
            <numerusform>%Ln نتيجة</numerusform>
            <numerusform>%Ln نتيجة</numerusform>
        </translation>
    </message>
    <message>
        <source>You are offline: only messages stored on this computer were searched.</source>
        <translation>أنت غير متصل: بُحث فقط في الرسائل المحفوظة على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>The server could not search: %1</source>
        <translation>لم يستطع الخادم البحث: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول مرة أخرى</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>جارٍ البحث…</translation>
    </message>
    <message>
        <source>No results</source>
        <translation>لا نتائج</translation>
    </message>
    <message>
        <source>Search in this conversation</source>
        <translation>البحث في هذه المحادثة</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>البحث في كل مكان</translation>
    </message>
    <message>
        <source>Words, “words in quotation marks”, and filters like from:ana, in:team, before:2026-03-01, has:image.</source>
        <translation>كلمات، و«كلمات بين علامتي تنصيص»، ومرشحات مثل from:ana وin:team وbefore:2026-03-01 وhas:image.</translation>
    </message>
    <message>
        <source>No results for “%1”</source>
        <translation>لا نتائج لـ«%1»</translation>
    </message>
</context>
<context>
    <name>Hearth::SearchPicker</name>
    <message>
        <source>Type the beginning of a name or a username.</source>
        <translation>اكتب بداية اسم أو اسم مستخدم.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>جارٍ البحث…</translation>
    </message>
    <message>
        <source>Nobody has a name that begins like this.</source>
        <translation>لا أحد يبدأ اسمه هكذا.</translation>
    </message>
    <message>
        <source>The search did not work. %1</source>
        <translation>لم ينجح البحث. %1</translation>
    </message>
    <message>
        <source>Name or username</source>
        <translation>الاسم أو اسم المستخدم</translation>
    </message>
</context>
<context>
    <name>Hearth::SelfBar</name>
    <message>
        <source>Status, appearance, signing out</source>
        <translation>الحالة والمظهر وتسجيل الخروج</translation>
    </message>
    <message>
        <source>%1, %2. Menu</source>
        <translation>%1، %2. قائمة</translation>
    </message>
</context>
<context>
    <name>Hearth::SettingsDialog</name>
    <message>
        <source>Search settings</source>
        <translation>البحث في الإعدادات</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>No setting is called “%1”.</source>
        <translation>لا يوجد إعداد باسم «%1».</translation>
    </message>
</context>
<context>
    <name>Hearth::ShortcutDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>إرسال الرسالة</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>New line in the message</source>
        <translation>سطر جديد في الرسالة</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Shift+Enter</translation>
    </message>
    <message>
        <source>Edit your last message</source>
        <translation>تعديل آخر رسالة لك</translation>
    </message>
    <message>
        <source>Up, in the empty field</source>
        <translation>السهم إلى أعلى في الحقل الفارغ</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>إيموجي</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>عريض</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>مائل</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>شيفرة</translation>
    </message>
    <message>
        <source>Struck through</source>
        <translation>مشطوب</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>اقتباس</translation>
    </message>
</context>
<context>
    <name>Hearth::Sidebar</name>
    <message>
        <source>Filter conversations</source>
        <translation>ترشيح المحادثات</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>الإشعارات</translation>
    </message>
    <message>
        <source>Start a conversation or a group</source>
        <translation>بدء محادثة أو مجموعة</translation>
    </message>
    <message>
        <source>Search messages for “%1”</source>
        <translation>البحث عن «%1» في الرسائل</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>لا محادثات بعد</translation>
    </message>
    <message>
        <source>Find somebody and say hello.</source>
        <translation>ابحث عن أحد وألقِ التحية.</translation>
    </message>
    <message>
        <source>Start a conversation</source>
        <translation>بدء محادثة</translation>
    </message>
    <message>
        <source>No results</source>
        <translation>لا نتائج</translation>
    </message>
    <message>
        <source>No conversation is called “%1”.</source>
        <translation>لا توجد محادثة باسم «%1».</translation>
    </message>
    <message>
        <source>Everything is archived</source>
        <translation>كل شيء مؤرشف</translation>
    </message>
    <message>
        <source>Archived conversations are under “More”.</source>
        <translation>المحادثات المؤرشفة تحت «المزيد».</translation>
    </message>
    <message>
        <source>All read</source>
        <translation>كل شيء مقروء</translation>
    </message>
    <message>
        <source>There is nothing new.</source>
        <translation>لا جديد.</translation>
    </message>
    <message>
        <source>No mentions</source>
        <translation>لا إشارات</translation>
    </message>
    <message>
        <source>Nobody has mentioned you in something you have not read.</source>
        <translation>لم يشر إليك أحد في شيء لم تقرأه.</translation>
    </message>
    <message>
        <source>No direct conversations</source>
        <translation>لا محادثات مباشرة</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>لا مجموعات</translation>
    </message>
    <message>
        <source>Start one with Ctrl+Shift+N.</source>
        <translation>أنشئ واحدة بـ Ctrl+Shift+N.</translation>
    </message>
    <message>
        <source>Nothing is archived</source>
        <translation>لا شيء مؤرشف</translation>
    </message>
    <message>
        <source>What you archive leaves the list and is kept here.</source>
        <translation>ما تؤرشفه يغادر القائمة ويُحفظ هنا.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>ترشيح</translation>
    </message>
</context>
<context>
    <name>Hearth::SignInAgainDialog</name>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>تسجيل الدخول من جديد</translation>
    </message>
    <message>
        <source>The session of %1 at %2 has ended. Your drafts and unsent messages are kept.</source>
        <translation>انتهت جلسة %1 على %2. مسوداتك ورسائلك التي لم تُرسل محفوظة.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Use a token instead of the password</source>
        <translation>استخدام رمز بدل كلمة المرور</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>الرمز</translation>
    </message>
</context>
<context>
    <name>Hearth::SignInPage</name>
    <message>
        <source>Back (Esc)</source>
        <translation>رجوع (Esc)</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Create account</source>
        <translation>إنشاء حساب</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>الخادم</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>اسم المستخدم</translation>
    </message>
    <message>
        <source>Name that others see</source>
        <translation>الاسم الذي يراه الآخرون</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>جارٍ الاتصال…</translation>
    </message>
    <message>
        <source>Enter your username.</source>
        <translation>اكتب اسم المستخدم.</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>اكتب كلمة المرور.</translation>
    </message>
    <message>
        <source>The password is too short: it needs at least %1 characters.</source>
        <translation>كلمة المرور قصيرة جدًا: يلزم %1 أحرف على الأقل.</translation>
    </message>
    <message>
        <source>Invite code, if one is needed</source>
        <translation>رمز الدعوة إن كان مطلوبًا</translation>
    </message>
    <message>
        <source>Sign in with a token</source>
        <translation>تسجيل الدخول برمز</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>An access token that you were given</source>
        <translation>رمز دخول حصلت عليه</translation>
    </message>
    <message>
        <source>Paste your token.</source>
        <translation>ألصق رمزك.</translation>
    </message>
    <message>
        <source>Sign in with a password</source>
        <translation>تسجيل الدخول بكلمة مرور</translation>
    </message>
    <message>
        <source>Settings (Ctrl+,)</source>
        <translation>الإعدادات (Ctrl+,)</translation>
    </message>
</context>
<context>
    <name>Hearth::SpellingMenu</name>
    <message>
        <source>No suggestions</source>
        <translation>لا اقتراحات</translation>
    </message>
    <message>
        <source>Add to dictionary</source>
        <translation>إضافة إلى القاموس</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>الإملاء</translation>
    </message>
    <message>
        <source>Check while typing</source>
        <translation>التدقيق أثناء الكتابة</translation>
    </message>
</context>
<context>
    <name>Hearth::StoragePage</name>
    <message>
        <source>Storage</source>
        <translation>التخزين</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>إفراغ</translation>
    </message>
    <message>
        <source>Clear what is stored</source>
        <translation>إفراغ المحفوظ</translation>
    </message>
    <message>
        <source>They are read from here at once and without a connection. After clearing they come from the server again; drafts and what waits to be sent stay.</source>
        <translation>تُقرأ من هنا فورًا ودون اتصال. بعد الإفراغ تأتي من الخادم مجددًا؛ وتبقى المسودات وما ينتظر الإرسال.</translation>
    </message>
    <message>
        <source>It could not be cleared. %1</source>
        <translation>تعذر الإفراغ. %1</translation>
    </message>
    <message>
        <source>Messages and files stored on this computer</source>
        <translation>الرسائل والملفات المحفوظة على هذا الحاسوب</translation>
    </message>
    <message>
        <source>cache disk space size clean delete database offline pictures</source>
        <translation>ذاكرة قرص مساحة حجم تنظيف حذف قاعدة بيانات دون اتصال صور</translation>
    </message>
</context>
<context>
    <name>Hearth::ThreadPane</name>
    <message>
        <source>Reply in the thread</source>
        <translation>الرد في السلسلة</translation>
    </message>
</context>
<context>
    <name>Hearth::TimelinePane</name>
    <message>
        <source>Loading messages…</source>
        <translation>جارٍ تحميل الرسائل…</translation>
    </message>
    <message>
        <source>This thread is not stored on this computer. It is shown when you are back online.</source>
        <translation>هذه السلسلة غير محفوظة على هذا الحاسوب. تُعرض عندما تعود متصلًا.</translation>
    </message>
    <message>
        <source>The messages could not be loaded.</source>
        <translation>تعذر تحميل الرسائل.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول مرة أخرى</translation>
    </message>
    <message>
        <source>No messages yet. Say hello.</source>
        <translation>لا رسائل بعد. ألقِ التحية.</translation>
    </message>
    <message>
        <source>No messages yet. Say hello to %1.</source>
        <translation>لا رسائل بعد. ألقِ التحية على %1.</translation>
    </message>
    <message>
        <source>Open this link?</source>
        <translation>فتح هذا الرابط؟</translation>
    </message>
    <message>
        <source>The text of this link does not say where it leads:</source>
        <translation>لا يقول نص هذا الرابط إلى أين يقود:</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
</context>
<context>
    <name>Hearth::TimelineView</name>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>أمس</translation>
    </message>
    <message>
        <source>New</source>
        <translation>جديد</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>الرسائل</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>نسخ الرسالة</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>نسخ الرابط</translation>
    </message>
    <message>
        <source>Open the thread</source>
        <translation>فتح السلسلة</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>تحديد الكل</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>تنتظر الإرسال</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>جارٍ الإرسال</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>لم تُرسل</translation>
    </message>
    <message>
        <source>Read by %1 of %2</source>
        <translation>قرأها %1 من %2</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>مقروءة</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>وصلت</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>أُرسلت</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>معدّلة</translation>
    </message>
    <message>
        <source>React…</source>
        <translation>تفاعل…</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>رد</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تعديل</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>إلغاء التثبيت</translation>
    </message>
    <message>
        <source>Pin for everybody</source>
        <translation>تثبيت للجميع</translation>
    </message>
    <message>
        <source>Earlier versions…</source>
        <translation>النسخ السابقة…</translation>
    </message>
    <message>
        <source>Who has read it…</source>
        <translation>من قرأها…</translation>
    </message>
    <message>
        <source>Report the message…</source>
        <translation>الإبلاغ عن الرسالة…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>You</source>
        <translation>أنت</translation>
    </message>
    <message numerus="yes">
        <source>%Ln others</source>
        <translation>
            <numerusform>لا آخرون</numerusform>
            <numerusform>شخص آخر</numerusform>
            <numerusform>شخصان آخران</numerusform>
            <numerusform>%Ln آخرون</numerusform>
            <numerusform>%Ln آخرون</numerusform>
            <numerusform>%Ln آخرون</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>an emoji, and who reacted with it</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>in reply to %1</source>
        <translation>ردًا على %1</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>مثبّتة</translation>
    </message>
    <message numerus="yes">
        <source>%Ln replies</source>
        <translation>
            <numerusform>لا ردود</numerusform>
            <numerusform>رد واحد</numerusform>
            <numerusform>ردّان</numerusform>
            <numerusform>%Ln ردود</numerusform>
            <numerusform>%Ln ردًا</numerusform>
            <numerusform>%Ln رد</numerusform>
        </translation>
    </message>
    <message>
        <source>Read up to here by %1</source>
        <translation>قرأ حتى هنا: %1</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>نسخ بصيغة Markdown</translation>
    </message>
    <message>
        <source>Copy link to the message</source>
        <translation>نسخ رابط الرسالة</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <comment>a day of this year, QDate format</comment>
        <translation>dddd، d MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a day of another year, QDate format</comment>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>Mark unread from here</source>
        <translation>تعليم كغير مقروء من هنا</translation>
    </message>
</context>
<context>
    <name>Hearth::Tray</name>
    <message>
        <source>Hearth</source>
        <translation>Hearth</translation>
    </message>
    <message numerus="yes">
        <source>Hearth: %Ln unread</source>
        <translation>
            <numerusform>Hearth: لا غير مقروء</numerusform>
            <numerusform>Hearth: واحدة غير مقروءة</numerusform>
            <numerusform>Hearth: اثنتان غير مقروءتين</numerusform>
            <numerusform>Hearth: %Ln غير مقروءة</numerusform>
            <numerusform>Hearth: %Ln غير مقروءة</numerusform>
            <numerusform>Hearth: %Ln غير مقروءة</numerusform>
        </translation>
    </message>
    <message>
        <source>Open Hearth</source>
        <translation>فتح Hearth</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
</context>
<context>
    <name>Hearth::UndoToast</name>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
</context>
<context>
    <name>Hearth::UserSearchModel</name>
    <message>
        <source>%1, @%2</source>
        <translation>%1، @%2</translation>
    </message>
</context>
<context>
    <name>Hearth::VersionsDialog</name>
    <message>
        <source>Loading…</source>
        <translation>جارٍ التحميل…</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>النسخ السابقة</translation>
    </message>
</context>
<context>
    <name>Hearth::Workspace</name>
    <message>
        <source>(%1)</source>
        <translation>(%1)</translation>
    </message>
    <message>
        <source>(%1) %2</source>
        <translation>(%1) %2</translation>
    </message>
    <message>
        <source>Start a conversation…</source>
        <translation>بدء محادثة…</translation>
    </message>
    <message>
        <source>Start a group…</source>
        <translation>إنشاء مجموعة…</translation>
    </message>
    <message>
        <source>Go to a conversation…</source>
        <translation>الانتقال إلى محادثة…</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>المحادثة السابقة</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>المحادثة التالية</translation>
    </message>
    <message>
        <source>Filter conversations</source>
        <translation>ترشيح المحادثات</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>كتابة رسالة</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>العودة إلى القائمة</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>القائمة</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Add an account…</source>
        <translation>إضافة حساب…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
</context>
<context>
    <name>Hearth::WorkspacePanes</name>
    <message>
        <source>Search in this conversation</source>
        <translation>البحث في هذه المحادثة</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>البحث في كل مكان</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>الإشعارات</translation>
    </message>
    <message>
        <source>Info about the conversation</source>
        <translation>معلومات عن المحادثة</translation>
    </message>
    <message>
        <source>Pinned messages</source>
        <translation>الرسائل المثبّتة</translation>
    </message>
    <message>
        <source>Go to a date…</source>
        <translation>الانتقال إلى تاريخ…</translation>
    </message>
    <message>
        <source>Previous unread conversation</source>
        <translation>المحادثة غير المقروءة السابقة</translation>
    </message>
    <message>
        <source>Next unread conversation</source>
        <translation>المحادثة غير المقروءة التالية</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>تعليم كمقروء</translation>
    </message>
    <message>
        <source>Pin the conversation</source>
        <translation>تثبيت المحادثة</translation>
    </message>
    <message>
        <source>Mute the conversation</source>
        <translation>كتم المحادثة</translation>
    </message>
    <message>
        <source>Archive the conversation</source>
        <translation>أرشفة المحادثة</translation>
    </message>
    <message>
        <source>Show the message</source>
        <translation>عرض الرسالة</translation>
    </message>
    <message>
        <source>This message is not stored on this computer. It can be shown when you are back online, unless it was deleted.</source>
        <translation>هذه الرسالة غير محفوظة على هذا الحاسوب. يمكن عرضها عندما تعود متصلًا، إلا إذا حُذفت.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>معلومات</translation>
    </message>
    <message>
        <source>Go to a date</source>
        <translation>الانتقال إلى تاريخ</translation>
    </message>
    <message>
        <source>The day could not be found. %1</source>
        <translation>لم يُعثر على اليوم. %1</translation>
    </message>
    <message>
        <source>Direct message</source>
        <translation>رسالة مباشرة</translation>
    </message>
</context>
<context>
    <name>Hearth::WritingPage</name>
    <message>
        <source>Writing and keys</source>
        <translation>الكتابة والمفاتيح</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter begins a new line</source>
        <translation>Enter يرسل، وShift+Enter يبدأ سطرًا</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends, Enter begins a new line</source>
        <translation>Ctrl+Enter يرسل، وEnter يبدأ سطرًا</translation>
    </message>
    <message>
        <source>The key that sends</source>
        <translation>مفتاح الإرسال</translation>
    </message>
    <message>
        <source>return control composer keyboard shortcut message line break</source>
        <translation>إدخال تحكم حقل لوحة المفاتيح اختصار رسالة سطر</translation>
    </message>
    <message>
        <source>All keys are shown by Ctrl+/.</source>
        <translation>كل المفاتيح يعرضها Ctrl+/.</translation>
    </message>
    <message>
        <source>Check spelling while typing</source>
        <translation>تدقيق الإملاء أثناء الكتابة</translation>
    </message>
    <message>
        <source>spell check typos mistakes correction words</source>
        <translation>تدقيق إملائي أخطاء تصحيح كلمات</translation>
    </message>
    <message>
        <source>No dictionaries are installed on this computer.</source>
        <translation>لا قواميس مثبتة على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Languages of the spelling</source>
        <translation>لغات الإملاء</translation>
    </message>
    <message>
        <source>dictionary dictionaries hunspell spell check</source>
        <translation>قاموس قواميس hunspell تدقيق إملائي</translation>
    </message>
    <message>
        <source>A word is right when it is right in one of them. Dictionaries are those of the system.</source>
        <translation>تكون الكلمة صحيحة إذا صحّت في إحداها. القواميس هي قواميس النظام.</translation>
    </message>
</context>
<context>
    <name>MuteChoice</name>
    <message>
        <source>For an hour</source>
        <translation>لساعة</translation>
    </message>
    <message>
        <source>For 8 hours</source>
        <translation>لثماني ساعات</translation>
    </message>
    <message>
        <source>For a day</source>
        <translation>ليوم</translation>
    </message>
    <message>
        <source>For a week</source>
        <translation>لأسبوع</translation>
    </message>
    <message>
        <source>Until I turn it on again</source>
        <translation>حتى أعيد تشغيلها</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>كل الرسائل</translation>
    </message>
    <message>
        <source>Mentions and replies</source>
        <translation>الإشارات والردود</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>حتى %1</translation>
    </message>
</context>
<context>
    <name>NotificationText</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Hearth</source>
        <translation>Hearth</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new messages</source>
        <translation>
            <numerusform>لا رسائل جديدة</numerusform>
            <numerusform>رسالة جديدة</numerusform>
            <numerusform>رسالتان جديدتان</numerusform>
            <numerusform>%Ln رسائل جديدة</numerusform>
            <numerusform>%Ln رسالة جديدة</numerusform>
            <numerusform>%Ln رسالة جديدة</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>There is something new for you.</source>
        <translation>هناك جديد لك.</translation>
    </message>
</context>
<context>
    <name>PaneRow</name>
    <message>
        <source>Message without text</source>
        <translation>رسالة بلا نص</translation>
    </message>
    <message>
        <source>You</source>
        <translation>أنت</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>غير مقروءة</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>d MMM</source>
        <comment>day and month without the year, QDate format</comment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>%1 is typing</source>
        <translation>%1 يكتب</translation>
    </message>
    <message>
        <source>%1 and %2 are typing</source>
        <translation>%1 و%2 يكتبان</translation>
    </message>
    <message>
        <source>%1, %2 and %3 are typing</source>
        <translation>%1 و%2 و%3 يكتبون</translation>
    </message>
    <message>
        <source>Several people are typing</source>
        <translation>عدة أشخاص يكتبون</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>بعيد</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>مشغول</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>غير متصل</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>The keychain does not answer.</source>
        <translation>حافظة المفاتيح لا تجيب.</translation>
    </message>
</context>
<context>
    <name>RegistryAutostart</name>
    <message>
        <source>The registry could not be changed.</source>
        <translation>تعذر تغيير السجل.</translation>
    </message>
</context>
<context>
    <name>SealedFile</name>
    <message>
        <source>The encrypted file is damaged.</source>
        <translation>الملف المشفّر تالف.</translation>
    </message>
    <message>
        <source>There is too little memory to open the file.</source>
        <translation>الذاكرة لا تكفي لفتح الملف.</translation>
    </message>
    <message>
        <source>This computer cannot encrypt the file.</source>
        <translation>هذا الحاسوب لا يستطيع تشفير الملف.</translation>
    </message>
    <message>
        <source>There is no encrypted file.</source>
        <translation>لا يوجد ملف مشفّر.</translation>
    </message>
    <message>
        <source>A newer Hearth wrote the encrypted file.</source>
        <translation>كتب الملفَ المشفّر إصدارٌ أحدث من Hearth.</translation>
    </message>
    <message>
        <source>This passphrase does not open the file.</source>
        <translation>عبارة السر هذه لا تفتح الملف.</translation>
    </message>
</context>
<context>
    <name>SearchFilters</name>
    <message>
        <source>a file</source>
        <translation>ملف</translation>
    </message>
    <message>
        <source>an image</source>
        <translation>صورة</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>فيديو</translation>
    </message>
    <message>
        <source>a recording</source>
        <translation>تسجيل</translation>
    </message>
    <message>
        <source>a link</source>
        <translation>رابط</translation>
    </message>
    <message>
        <source>a reaction</source>
        <translation>تفاعل</translation>
    </message>
    <message>
        <source>replies</source>
        <translation>ردود</translation>
    </message>
    <message>
        <source>a pin</source>
        <translation>تثبيت</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>مثبّتة</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>معدّلة</translation>
    </message>
    <message>
        <source>a reply</source>
        <translation>رد</translation>
    </message>
    <message>
        <source>a mention of you</source>
        <translation>إشارة إليك</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>غير مقروءة</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>من: %1</translation>
    </message>
    <message>
        <source>me</source>
        <translation>أنا</translation>
    </message>
    <message>
        <source>In: %1</source>
        <translation>في: %1</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>قبل: %1</translation>
    </message>
    <message>
        <source>After: %1</source>
        <translation>بعد: %1</translation>
    </message>
    <message>
        <source>Has: %1</source>
        <translation>فيها: %1</translation>
    </message>
    <message>
        <source>Is: %1</source>
        <translation>حالتها: %1</translation>
    </message>
    <message>
        <source>Not: %1</source>
        <translation>ليس: %1</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>أنا</translation>
    </message>
    <message>
        <source>In</source>
        <translation>في</translation>
    </message>
    <message>
        <source>Before…</source>
        <translation>قبل…</translation>
    </message>
    <message>
        <source>After…</source>
        <translation>بعد…</translation>
    </message>
    <message>
        <source>Has</source>
        <translation>فيها</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>حالتها</translation>
    </message>
</context>
<context>
    <name>ServerAddress</name>
    <message>
        <source>This is not a server address. Write it like chat.example.org.</source>
        <translation>هذا ليس عنوان خادم. اكتبه مثل chat.example.org.</translation>
    </message>
</context>
<context>
    <name>XdgAutostart</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>تعذرت كتابة %1: %2</translation>
    </message>
</context>
</TS>
