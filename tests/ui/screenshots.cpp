// SPDX-License-Identifier: Apache-2.0
// Writes pictures of the windows in their states, for people to look at: screenshots <folder>.
#include "fakechanges.h"
#include "fakesession.h"
#include "faketransfers.h"
#include "paneshots.h"

#include "platform/chosensecretstore.h"
#include "platform/colorscheme.h"
#include "platform/memorysecretstore.h"
#include "ui/accountmanager.h"
#include "ui/appearance.h"
#include "ui/composer.h"
#include "ui/emoji/emojipicker.h"
#include "ui/files/attachmentstrip.h"
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/panes/rightpane.h"
#include "ui/panes/searchpane.h"
#include "ui/panes/workspacepanes.h"
#include "ui/passphrasedialog.h"
#include "ui/people/personcard.h"
#include "ui/people/reportdialog.h"
#include "ui/signinpage.h"
#include "ui/timeline/avatars.h"
#include "ui/timeline/pictures.h"
#include "ui/timeline/timelineview.h"
#include "ui/workspace.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QMimeData>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr QSize desktopSize(1280, 800);
constexpr QSize middleSize(900, 700);
constexpr QSize narrowSize(420, 640);

const User mia = person(u"mia.weber"_s, u"Mia Weber"_s);
const User ana = person(u"ana"_s, u"Ana Costa"_s);
const User li = person(u"li.wei"_s, u"Li Wei"_s);
const User omar = person(u"omar"_s, u"Omar Haddad"_s);

const QStringList languages{u"en"_s, u"ar"_s}; // one that is mirrored

Timestamp today(int hour, int minute)
{
    return fromMs(QDateTime(QDate::currentDate(), QTime(hour, minute)).toMSecsSinceEpoch());
}

void talkWithAna(FakeSession &fake)
{
    const auto say = [&](const User &who, const QString &text, Timestamp at) {
        fake.post(u"ana"_s, who.id, text, at);
    };
    const Timestamp yesterday = today(9, 0) - 24h;
    say(ana, u"Good morning! Have you seen the plan for Thursday?"_s, yesterday + 2min);
    say(ana, u"Paula moved the review to 11, and she wants the figures *before* it."_s, yesterday + 3min);
    say(mia, u"Yes, I have read it. I will have them ready tonight."_s, yesterday + 8min);
    say(mia, u"The query is in `reports/weekly.sql`, by the way."_s, yesterday + 9min);
    say(ana, u"Perfect, thank you 🙏"_s, yesterday + 12min);
    say(mia,
        u"The figures are in the folder now. The third column was empty because the import had "
        u"stopped on Sunday; I started it again and it has caught up, so the totals are right."_s,
        today(8, 41));
    say(ana, u"Great work. I will look at them right away."_s, today(8, 52));
    say(ana, u"Could you also add last year's numbers?"_s, today(8, 53));
    say(mia, u"Sure, give me ten minutes."_s, today(8, 54));
    fake.members[u"ana"_s][0].deliveredSeq = 9;
    fake.members[u"ana"_s][0].readSeq = 7;
    fake.conversations[u"ana"_s].conversation.my.readSeq = 9;
}

void fill(FakeSession &fake)
{
    fake.addDirect(u"ana"_s, ana);
    fake.addDirect(u"li"_s, li);
    fake.addDirect(u"omar"_s, omar);
    fake.addGroup(u"team"_s, u"Platform team"_s, {ana, li, omar});
    fake.addGroup(u"lunch"_s, u"Lunch at one"_s, {ana, omar});
    fake.addGroup(u"news"_s, u"Announcements for everybody in all the offices"_s, {li});
    fake.presence = {{mia.id, PresenceStatus::Online},
                     {u"ana"_s, PresenceStatus::Online},
                     {li.id, PresenceStatus::Away},
                     {u"omar"_s, PresenceStatus::Busy}};
    talkWithAna(fake);
    fake.post(u"li"_s, li.id, u"See you on Monday then"_s, today(8, 0) - 48h);
    fake.post(u"omar"_s, mia.id, u"Thanks!"_s, today(7, 0) - 240h);
    fake.post(u"team"_s, li.id, u"The build is green again"_s, today(8, 30));
    fake.post(u"lunch"_s, u"omar"_s, u"Who comes along today?"_s, today(8, 35));
    fake.post(u"news"_s, li.id, u"The office is closed on the 24th and on the 31st."_s, today(8, 0) - 96h);
    fake.conversations[u"team"_s].conversation.my.unreadCount = 4;
    fake.conversations[u"team"_s].conversation.my.pinned = true;
    fake.conversations[u"lunch"_s].conversation.my.unreadCount = 1;
    fake.conversations[u"lunch"_s].conversation.my.mentionCount = 1;
    fake.conversations[u"news"_s].conversation.my.unreadCount = 1204;
    fake.conversations[u"news"_s].conversation.my.mutedUntil = now() + 1h;
    fake.conversations[u"omar"_s].draft = u"I wanted to ask you about the"_s;
    fake.typing[u"lunch"_s] = {u"ana"_s};
}

// One program: its window, and what it shows.
class Stage
{
public:
    Stage(QApplication &app, bool dark, QDir folder)
        : m_folder(std::move(folder))
        , m_theme(dark ? u"dark"_s : u"light"_s)
        , m_settings(m_data.path())
        , m_language(app, m_settings)
        , m_appearance(app, m_settings, m_desktop)
        , m_secrets(m_keychain, m_data.filePath(u"signins.sealed"_s), {1, 8})
        , m_accounts(m_data.path(), m_settings, m_secrets)
        , m_window(m_accounts, m_appearance, m_settings, m_secrets)
    {
        m_desktop.setDark(dark);
    }

    void takeAll()
    {
        speak(u"en"_s);
        m_window.show();
        m_settings.addRecentServer(QUrl(u"https://chat.example.org"_s));
        m_window.signInPage().setRecentServers(m_settings.recentServers());
        shoot(u"signin"_s);
        m_window.signInPage().fillIn(u"https://chat.example.org"_s, u"mia"_s);
        m_window.signInPage().showError(u"The username or the password is wrong."_s);
        shoot(u"signin-error"_s);

        m_window.signInPage().findChild<QAbstractButton *>(u"chooseToken"_s)->click();
        shoot(u"signin-token"_s);

        signIn();
        shoot(u"no-conversations"_s);
        fill(fakeOf(session()));
        givePictures();
        Q_EMIT session().conversationsReset();
        shoot(u"nothing-open"_s);
        conversation();
        files();
        panes();
        people();
        actions();
        unread();
        trouble();
    }

private:
    // Of some, so that others have their initials beside them.
    void givePictures()
    {
        givePicture(u"ana"_s, {200, 120, 90}, {80, 40, 90});
        givePicture(u"mia"_s, {90, 170, 200}, {30, 60, 120});
        givePicture(u"team"_s, {120, 180, 90}, {30, 90, 60});
        FakeSession &fake = fakeOf(session());
        fake.users[u"ana"_s].avatarUrl = u"/api/v1/files/ana"_s;
        fake.account.user.avatarUrl = u"/api/v1/files/mia"_s;
        fake.users.insert(mia.id, fake.account.user);
        fake.conversations[u"team"_s].conversation.avatarUrl = u"/api/v1/files/team"_s;
        for (const UserId &id : {ana.id, mia.id})
            Q_EMIT session().userChanged(id);
        Avatars &avatars = Avatars::of(session());
        for (const QString &key : {ana.id, mia.id, u"team"_s}) {
            for (const int size : {16, 24, 32, 36, 40, 72}) {
                const int pixels = qRound(size * m_window.devicePixelRatioF());
                if (!QTest::qWaitFor([&] { return !avatars.avatar(key, pixels).isNull(); }))
                    qFatal("the picture of %s does not come", qPrintable(key));
            }
        }
    }

    void givePicture(const QString &file, const QColor &sky, const QColor &ground)
    {
        QImage image(256, 192, QImage::Format_RGB32);
        image.fill(sky);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawEllipse(QPoint(128, 200), 90, 90);
        painter.setBrush(QColor(240, 220, 190));
        painter.drawEllipse(QPoint(128, 80), 48, 48);
        const QString path = m_data.filePath(file + u".png"_s);
        if (!image.save(path))
            qFatal("cannot write %s", qPrintable(path));
        transfersOf(session()).paths.insert(file, path);
    }

    Session &session() { return *m_accounts.session(); }

    void signIn()
    {
        AuthTokens tokens;
        tokens.user.user = mia;
        serverAnswers().tokens = tokens;
        m_window.signIn({QUrl(u"https://chat.example.org"_s), false, u"mia"_s, u"correct horse"_s, {}, {}});
    }

    void conversation()
    {
        m_window.workspace()->open(u"ana"_s);
        shoot(u"conversation"_s);
        fakeOf(session()).typing[u"ana"_s] = {u"ana"_s};
        Q_EMIT session().typingChanged(u"ana"_s);
        auto *edit = m_window.findChild<QTextEdit *>(u"composerEdit"_s);
        edit->setPlainText(u"Two lines in the composer,\nand it grows with them."_s);
        shoot(u"typing"_s);
        edit->clear();
        writing();
        fakeOf(session()).typing.clear();
        Q_EMIT session().typingChanged(u"ana"_s);
    }

    // A picture and a document that Ana has sent, and what is about to be sent to her.
    void files()
    {
        FakeSession &fake = fakeOf(session());
        const QString picture = m_data.filePath(u"harbour.png"_s);
        paintHarbour(picture);
        Message &message = fake.post(u"ana"_s, u"ana"_s, u"From the window of the office:"_s, today(9, 3));
        File image;
        image.id = u"harbour"_s;
        image.name = u"harbour.png"_s;
        image.mimeType = u"image/png"_s;
        image.size = 482'113;
        image.width = 1'200;
        image.height = 800;
        File report;
        report.id = u"report"_s;
        report.name = u"Figures of last year, with all the notes on how they were made.pdf"_s;
        report.mimeType = u"application/pdf"_s;
        report.size = 1'482'113;
        message.attachments = {image, report};
        transfersOf(session()).paths.insert(image.id, picture);
        const Message sent = message;
        Q_EMIT session().messagesChanged(u"ana"_s, {sent});
        Q_EMIT session().conversationChanged(u"ana"_s);

        auto *edit = m_window.findChild<QTextEdit *>(u"composerEdit"_s);
        auto *data = new QMimeData;
        data->setUrls(
            {QUrl::fromLocalFile(picture), QUrl::fromLocalFile(QApplication::applicationFilePath())});
        transfersOf(session()).limit = 10'000'000;
        QApplication::clipboard()->setMimeData(data);
        edit->paste();
        edit->setPlainText(u"The other way round:"_s);
        const auto *pictures = m_window.findChild<Pictures *>();
        if (!QTest::qWaitFor([pictures] { return pictures->bytes() > 0; }))
            qFatal("the picture is not shown");
        shoot(u"files"_s);
        edit->clear();
        m_window.findChild<AttachmentStrip *>()->clear();
        fake.messages[u"ana"_s].removeLast();
        Conversation &conversation = fake.conversations[u"ana"_s].conversation;
        --conversation.lastSeq;
        conversation.lastMessage = fake.messages[u"ana"_s].last();
        Q_EMIT session().messagesReset(u"ana"_s);
        Q_EMIT session().conversationChanged(u"ana"_s);
    }

    static void paintHarbour(const QString &path)
    {
        QImage image(1'200, 800, QImage::Format_RGB32);
        QPainter painter(&image);
        QLinearGradient sky(0, 0, 0, 500);
        sky.setColorAt(0, QColor(0x4a7fb5));
        sky.setColorAt(1, QColor(0xf3d2a2));
        painter.fillRect(0, 0, 1'200, 500, sky);
        painter.fillRect(0, 500, 1'200, 300, QColor(0x2c5f6e));
        painter.fillRect(200, 380, 300, 120, QColor(0x7a3b2e));
        painter.fillRect(560, 420, 420, 80, QColor(0x5a4a42));
        painter.end();
        if (!image.save(path))
            qFatal("cannot write %s", qPrintable(path));
    }

    void writing()
    {
        m_sizes = {desktopSize};
        for (const QString &language : languages) {
            const QString suffix = speak(language);
            auto *composer = m_window.findChild<Composer *>();
            auto &edit = *m_window.findChild<QTextEdit *>(u"composerEdit"_s);
            m_window.activateWindow();
            composer->reply(fakeOf(session()).messages[u"ana"_s].last(), ana.displayName);
            QTest::keyClicks(&edit, u"Sure, :smi"_s);
            shoot(u"composer-emoji"_s + suffix);
            edit.setPlainText(u"Thanks, "_s);
            edit.moveCursor(QTextCursor::End);
            QTest::keyClicks(&edit, u"@"_s);
            shoot(u"composer-mention"_s + suffix);
            composer->setText({});
        }
        speak(u"en"_s);
        m_sizes = {desktopSize, narrowSize};
        m_settings.addRecentEmoji(u"❤️"_s);
        m_settings.addRecentEmoji(u"👍🏽"_s);
        EmojiPicker picker(EmojiCatalog(), m_settings, m_appearance.theme(), &m_window);
        picker.popup(m_window.geometry());
        shootWindow(u"emoji-recent"_s, picker);
        picker.findChild<QLineEdit *>()->setText(u"heart"_s);
        shootWindow(u"emoji-search"_s, picker);
    }

    void panes()
    {
        fillPanes(session(), today(8, 40));
        m_sizes = {desktopSize, middleSize, narrowSize};
        for (const QString &language : languages) {
            const QString suffix = speak(language);
            m_window.workspace()->open(u"team"_s);
            auto &panes = *m_window.workspace()->findChild<WorkspacePanes *>();
            RightPane &pane = panes.pane();
            const auto &threads = panesOf(session()).threads;
            panes.showThread(threads.keys().first());
            shoot(u"pane-thread"_s + suffix);
            pane.showInfo(u"team"_s);
            shoot(u"pane-info"_s + suffix);
            QList<SearchResult> &results = panesOf(session()).onServer;
            const auto searched = std::exchange(results, withoutHighlights(results));
            pane.showPinned(u"team"_s);
            shoot(u"pane-pinned"_s + suffix);
            results = searched;
            pane.showInbox();
            shoot(u"pane-inbox"_s + suffix);
            pane.showSearch({}, u"build in:team before:2030-01-01 "_s);
            auto *list = pane.search().findChild<QAbstractItemView *>(u"paneList"_s);
            if (!QTest::qWaitFor([list] { return list->model()->rowCount() == 3; }))
                qFatal("nothing was found");
            shoot(u"pane-search"_s + suffix);
            pane.closePane();
        }
        speak(u"en"_s);
        troubledSearch();
        m_window.workspace()->open(u"ana"_s);
        m_sizes = {desktopSize, narrowSize};
    }

    void troubledSearch()
    {
        RightPane &pane = m_window.workspace()->findChild<WorkspacePanes *>()->pane();
        fakeOf(session()).state = ConnectionState::Offline;
        Q_EMIT session().connectionStateChanged(ConnectionState::Offline);
        auto before = std::exchange(panesOf(session()), {});
        pane.showSearch(u"team"_s, u"lighthouse"_s);
        const auto *banner = pane.search().findChild<QWidget *>(u"searchBanner"_s);
        if (!QTest::qWaitFor([banner] { return !banner->isHidden(); }))
            qFatal("the search does not say that it is offline");
        shoot(u"pane-search-offline"_s);
        pane.showInbox();
        notify(session(), {});
        shoot(u"pane-inbox-empty"_s);
        pane.closePane();
        panesOf(session()) = before;
        notify(session(), before.notifications);
        fakeOf(session()).state = ConnectionState::Online;
        Q_EMIT session().connectionStateChanged(ConnectionState::Online);
    }

    // Small windows of their own: their size does not follow the window's.
    void people()
    {
        fakeOf(session()).users[u"ana"_s].username = u"ana.costa"_s;
        PersonCard card(session(), u"ana"_s, &m_window);
        card.popup(m_window.geometry());
        shootWindow(u"person-card"_s, card);
        ReportDialog report(session(), ReportDialog::Person{u"ana"_s}, &m_window);
        report.setAttribute(Qt::WA_DeleteOnClose, false);
        card.setAttribute(Qt::WA_DeleteOnClose, false);
        report.show();
        shootWindow(u"report"_s, report);
    }

    // A message that has everything a message can have, and one that waits with a change.
    void actions()
    {
        FakeSession &fake = fakeOf(session());
        const MessageId asked = fake.messages[u"team"_s].first().id;
        Message &message =
            fake.post(u"team"_s, u"ana"_s, u"@mia.weber all **done**, the release is out!"_s, today(9, 40));
        message.mentions = {{mia.id, 0, 10}};
        message.replyToId = asked;
        message.replyCount = 3;
        message.pinned = message.isEdited = true;
        message.reactions = {
            {u"❤️"_s, 2, {mia.id, li.id}}, {u"🎉"_s, 12, {li.id}}, {u"👍🏽"_s, 1, {u"omar"_s}}};
        const MessageId full = message.id;
        Message &own = fake.post(u"team"_s, mia.id, u"Thank you all"_s, today(9, 42));
        own.isEdited = true;
        MessageChange refused{u"1"_s, {u"team"_s, own.id, own.seq}, MessageChange::Kind::Edit, {}, {}, now(),
                              {}};
        refused.error = Error{ErrorCode::Forbidden, u"You may not write in this conversation."_s};
        changesOf(session()).waiting = {refused};
        for (const QString &language : languages) {
            const QString suffix = speak(language);
            m_window.workspace()->closeConversation();
            m_window.workspace()->open(u"team"_s);
            auto *view = m_window.findChild<QWidget *>(u"conversationPane"_s)->findChild<TimelineView *>();
            const auto row = [view, &full] { return view->store().indexOf(full); };
            if (!QTest::qWaitFor([&row] { return row() >= 0; }))
                qFatal("the message is not shown");
            m_window.activateWindow();
            view->setFocus();
            view->setCurrentRow(row());
            shoot(u"actions"_s + suffix);
            for (const auto density : {Density::Compact, Density::Bubbles}) {
                m_appearance.setDensity(density);
                view->scrollToEnd();
                shoot(QString(toName(density)) + suffix);
            }
            m_appearance.setDensity(Density::Cozy);
        }
        speak(u"en"_s);
        changesOf(session()).waiting.clear();
    }

    void unread()
    {
        FakeSession &fake = fakeOf(session());
        m_window.workspace()->closeConversation();
        fake.conversations[u"ana"_s].conversation.my.readSeq = 6;
        fake.conversations[u"ana"_s].conversation.my.unreadCount = 2;
        m_window.workspace()->open(u"ana"_s);
        shoot(u"unread-divider"_s);
    }

    void trouble()
    {
        FakeSession &fake = fakeOf(session());
        OutgoingMessage failed;
        failed.clientMsgId = u"failed"_s;
        failed.conversationId = u"ana"_s;
        failed.draft.content = u"Here are last year's numbers."_s;
        failed.writtenAt = today(9, 5);
        failed.state = OutgoingState::Failed;
        failed.error = Error{ErrorCode::Forbidden, u"You may not write in this conversation any more."_s};
        fake.outgoing[u"ana"_s] = {failed};
        Q_EMIT session().outgoingChanged(u"ana"_s);
        shoot(u"failed-message"_s);

        fake.outgoing.clear();
        session().send(u"ana"_s, [] {
            MessageDraft draft;
            draft.content = u"They are in the folder, too."_s;
            return draft;
        }());
        fake.state = ConnectionState::Offline;
        fake.nextAttempt = now() + 8s;
        Q_EMIT session().connectionStateChanged(fake.state);
        const auto *banner = m_window.findChild<QWidget *>(u"connectionBanner"_s);
        if (!QTest::qWaitFor([banner] { return banner->isVisible(); }))
            qFatal("no banner while offline");
        shoot(u"offline"_s);
        fake.state = ConnectionState::AuthNeeded;
        Q_EMIT session().connectionStateChanged(fake.state);
        Q_EMIT m_accounts.tokenNotSaved(Error{ErrorCode::Forbidden, {}});
        shoot(u"session-ended"_s);
        passphrase();
    }

    // Instead of the keychain: a new one, and one that was typed wrong after the next start.
    void passphrase()
    {
        m_window.findChild<QAbstractButton *>(u"bannerOther"_s)->click();
        QWidget *dialog = QApplication::activeModalWidget();
        shootWindow(u"passphrase-new"_s, *dialog);
        dialog->close();
        const QString path = m_data.filePath(u"sealed"_s);
        EncryptedSecretStore file(path, {1, 8});
        if (!QCoro::waitFor(file.create(u"a passphrase"_s, {})))
            qFatal("no file");
        ChosenSecretStore next(m_keychain, path);
        PassphraseDialog locked(next, PassphraseDialog::Purpose::Unlock, &m_window);
        locked.setAttribute(Qt::WA_DeleteOnClose, false);
        locked.show();
        locked.findChild<QLineEdit *>(u"passphrase"_s)->setText(u"another one"_s);
        locked.findChild<QAbstractButton *>(u"passphraseButton"_s)->click();
        const auto *error = locked.findChild<QWidget *>(u"passphraseError"_s);
        if (!QTest::qWaitFor([error] { return error->isVisible(); }))
            qFatal("a wrong passphrase is taken");
        shootWindow(u"passphrase-wrong"_s, locked);
    }

    // What everything says from now on, and how the pictures of it are called. The windows are made anew.
    QString speak(const QString &language)
    {
        m_language.setChoice(language);
        QCoreApplication::processEvents(); // the translators are changed
        QCoreApplication::processEvents(); // and the windows
        return language == u"ar" ? u"-rtl"_s : QString();
    }

    void shoot(const QString &name)
    {
        for (const QSize &size : std::as_const(m_sizes)) {
            m_window.resize(size);
            QCoreApplication::processEvents();
            const QString file = u"%1-%2-%3x%4.png"_s.arg(name, m_theme).arg(size.width()).arg(size.height());
            if (!m_window.grab().save(m_folder.filePath(file)))
                qFatal("cannot write %s", qPrintable(file));
        }
    }

    void shootWindow(const QString &name, QWidget &window)
    {
        QCoreApplication::processEvents();
        const QString file = u"%1-%2.png"_s.arg(name, m_theme);
        if (!window.grab().save(m_folder.filePath(file)))
            qFatal("cannot write %s", qPrintable(file));
    }

    QList<QSize> m_sizes{desktopSize, narrowSize};
    const QDir m_folder;
    const QString m_theme;
    QTemporaryDir m_data;
    ClientSettings m_settings;
    Language m_language;
    ColorScheme m_desktop;
    Appearance m_appearance;
    MemorySecretStore m_keychain;
    ChosenSecretStore m_secrets;
    AccountManager m_accounts;
    MainWindow m_window;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QDir folder(QApplication::arguments().value(1, u"pictures"_s));
    if (!folder.mkpath(u"."_s))
        qFatal("cannot create %s", qPrintable(folder.path()));
    for (const bool dark : {false, true})
        Stage(app, dark, folder).takeAll();
}
