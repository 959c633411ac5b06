<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ConversationMenu</name>
    <message>
        <source>Unmute</source>
        <translation>Stummschaltung aufheben</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stummschalten</translation>
    </message>
    <message>
        <source>Notify me of</source>
        <translation>Benachrichtigen über</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Als gelesen markieren</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Loslösen</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>Oben anheften</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Aus dem Archiv holen</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Als ungelesen markieren</translation>
    </message>
</context>
<context>
    <name>ConversationRow</name>
    <message>
        <source>Message deleted</source>
        <translation>Nachricht gelöscht</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Du: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>one unread message</source>
        <translation>eine ungelesene Nachricht</translation>
    </message>
    <message>
        <source>%1 unread messages</source>
        <translation>%1 ungelesene Nachrichten</translation>
    </message>
    <message>
        <source>you are mentioned</source>
        <translation>du wirst erwähnt</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>stummgeschaltet</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>angeheftet</translation>
    </message>
    <message>
        <source>Draft: %1</source>
        <translation>Entwurf: %1</translation>
    </message>
</context>
<context>
    <name>DBusNotifications</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Als gelesen markieren</translation>
    </message>
</context>
<context>
    <name>Hearth::AboutPage</name>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Hearth %1, with Qt %2</source>
        <translation>Hearth %1, mit Qt %2</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>number update release information</source>
        <translation>Nummer Aktualisierung Update Ausgabe Informationen</translation>
    </message>
    <message>
        <source>Apache License 2.0</source>
        <translation>Apache-Lizenz 2.0</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>license copyright open source free</source>
        <translation>Lizenz Urheberrecht quelloffen frei</translation>
    </message>
</context>
<context>
    <name>Hearth::AccountButton</name>
    <message>
        <source>%1 at %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln unread</source>
        <translation>
            <numerusform>%1, %Ln ungelesen</numerusform>
            <numerusform>%1, %Ln ungelesen</numerusform>
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
        <translation>Unter %1 antwortet kein Server. %2</translation>
    </message>
    <message>
        <source>If it has no encryption, write http:// before the address.</source>
        <translation>Wenn er keine Verschlüsselung hat, schreibe http:// vor die Adresse.</translation>
    </message>
    <message>
        <source>What answers at %1 is not a Hearth server.</source>
        <translation>Was unter %1 antwortet, ist kein Hearth-Server.</translation>
    </message>
    <message>
        <source>The username or the password is wrong.</source>
        <translation>Der Benutzername oder das Passwort ist falsch.</translation>
    </message>
    <message>
        <source>Too many attempts. Wait a moment and try again.</source>
        <translation>Zu viele Versuche. Warte einen Moment und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>This username is taken. Choose another one.</source>
        <translation>Dieser Benutzername ist vergeben. Wähle einen anderen.</translation>
    </message>
    <message>
        <source>The password is too short: it needs at least %1 characters.</source>
        <translation>Das Passwort ist zu kurz: Es braucht mindestens %1 Zeichen.</translation>
    </message>
    <message>
        <source>The server does not accept this token. It may have expired.</source>
        <translation>Der Server nimmt dieses Token nicht an. Vielleicht ist es abgelaufen.</translation>
    </message>
    <message>
        <source>This token belongs to another account: %1.</source>
        <translation>Dieses Token gehört zu einem anderen Konto: %1.</translation>
    </message>
</context>
<context>
    <name>Hearth::AccountMenu</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
</context>
<context>
    <name>Hearth::AccountPage</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Das Passwort ändern</translation>
    </message>
    <message>
        <source>Name that others see</source>
        <translation>Name, den andere sehen</translation>
    </message>
    <message>
        <source>display name nickname profile rename</source>
        <translation>Anzeigename Spitzname Profil umbenennen</translation>
    </message>
    <message>
        <source>You are %1 at %2.</source>
        <translation>Du bist %1 auf %2.</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>Bild auswählen…</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the picture</source>
        <translation>Das Bild entfernen</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>avatar photo portrait profile image upload</source>
        <translation>Avatar Foto Porträt Profil Bild hochladen</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Bisheriges Passwort</translation>
    </message>
    <message>
        <source>secret change security</source>
        <translation>geheim ändern Sicherheit</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>At least %1 characters. Your other devices are signed out.</source>
        <translation>Mindestens %1 Zeichen. Deine anderen Geräte werden abgemeldet.</translation>
    </message>
    <message>
        <source>change password</source>
        <translation>Passwort ändern</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Leave this computer</source>
        <translation>Diesen Computer verlassen</translation>
    </message>
    <message>
        <source>log out sign off account remove end session</source>
        <translation>ausloggen abmelden Konto entfernen Sitzung beenden</translation>
    </message>
    <message>
        <source>What is stored here of this account is removed.</source>
        <translation>Was von diesem Konto hier gespeichert ist, wird entfernt.</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Bild auswählen</translation>
    </message>
    <message>
        <source>The picture is too large.</source>
        <translation>Das Bild ist zu groß.</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Eine Kopie speichern…</translation>
    </message>
    <message>
        <source>What the server keeps about you</source>
        <translation>Was der Server über dich aufbewahrt</translation>
    </message>
    <message>
        <source>export download data backup archive messages privacy</source>
        <translation>export herunterladen daten sicherung archiv nachrichten datenschutz dsgvo</translation>
    </message>
    <message>
        <source>Your account, conversations, messages and all else, as a file of JSON lines.</source>
        <translation>Dein Konto, Unterhaltungen, Nachrichten und alles andere, als Datei aus JSON-Zeilen.</translation>
    </message>
    <message>
        <source>Delete the account…</source>
        <translation>Konto löschen…</translation>
    </message>
    <message>
        <source>Leave for good</source>
        <translation>Für immer gehen</translation>
    </message>
    <message>
        <source>delete erase close account remove messages</source>
        <translation>löschen schließen konto entfernen nachrichten</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Eine Kopie speichern</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
</context>
<context>
    <name>Hearth::AccountRail</name>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Konto hinzufügen</translation>
    </message>
</context>
<context>
    <name>Hearth::AddPeopleDialog</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add people</source>
        <translation>Personen hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 could not be added. %2</source>
        <translation>%1 konnte nicht hinzugefügt werden. %2</translation>
    </message>
</context>
<context>
    <name>Hearth::AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>theme dark mode night light high contrast accessibility look skin</source>
        <translation>Design Thema dunkel Nacht hell hoher Kontrast Barrierefreiheit Aussehen</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>font zoom bigger larger smaller scale accessibility</source>
        <translation>Schrift Zoom größer kleiner Skalierung Barrierefreiheit</translation>
    </message>
    <message>
        <source>Ctrl and + or − change it everywhere, Ctrl+0 goes back.</source>
        <translation>Strg und + oder − ändern sie überall, Strg+0 stellt sie zurück.</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Bequem</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Kompakt</translation>
    </message>
    <message>
        <source>Bubbles</source>
        <translation>Sprechblasen</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>density cozy compact bubbles white space layout avatars lines</source>
        <translation>Dichte bequem kompakt Sprechblasen Abstand Leerraum Anordnung Bilder Zeilen</translation>
    </message>
    <message>
        <source>Compact shows more of them at once. Bubbles put your own on the other side.</source>
        <translation>Kompakt zeigt mehr davon auf einmal. Sprechblasen stellen deine eigenen auf die andere Seite.</translation>
    </message>
</context>
<context>
    <name>Hearth::Attachment</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1, waiting</source>
        <translation>%1, wartet</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>picture %1, %2</source>
        <translation>Bild %1, %2</translation>
    </message>
    <message>
        <source>file %1, %2</source>
        <translation>Datei %1, %2</translation>
    </message>
    <message>
        <source>%1 cannot be shown</source>
        <translation>%1 kann nicht angezeigt werden</translation>
    </message>
</context>
<context>
    <name>Hearth::AttachmentActions</name>
    <message>
        <source>Open this file?</source>
        <translation>Diese Datei öffnen?</translation>
    </message>
    <message>
        <source>“%1” may be a program, or run one.</source>
        <translation>„%1“ ist vielleicht ein Programm oder startet eines.</translation>
    </message>
    <message>
        <source>Open it only if you trust whoever sent it, and know what it is.</source>
        <translation>Öffne sie nur, wenn du dem Absender vertraust und weißt, was sie ist.</translation>
    </message>
    <message>
        <source>The file cannot be opened.</source>
        <translation>Die Datei kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>No program for this kind of file was found.</source>
        <translation>Für diese Art von Datei wurde kein Programm gefunden.</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>The file cannot be saved.</source>
        <translation>Die Datei kann nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>Hearth::AttachmentStrip</name>
    <message>
        <source>Send as a file</source>
        <translation>Als Datei senden</translation>
    </message>
    <message>
        <source>Attached files</source>
        <translation>Angehängte Dateien</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more were refused.</source>
        <translation>
            <numerusform>%Ln weitere wurde abgelehnt.</numerusform>
            <numerusform>%Ln weitere wurden abgelehnt.</numerusform>
        </translation>
    </message>
    <message>
        <source>A message takes at most %1 files.</source>
        <translation>Eine Nachricht nimmt höchstens %1 Dateien auf.</translation>
    </message>
    <message>
        <source>Picture %1.png</source>
        <translation>Bild %1.png</translation>
    </message>
    <message>
        <source>The picture is too large (%1). The server takes files of at most %2.</source>
        <translation>Das Bild ist zu groß (%1). Der Server nimmt Dateien von höchstens %2 an.</translation>
    </message>
    <message>
        <source>The picture cannot be written.</source>
        <translation>Das Bild kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The text cannot be written: %1</source>
        <translation>Der Text kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>Text.txt</source>
        <translation>Text.txt</translation>
    </message>
    <message>
        <source>That is a long text. It can also go as a file.</source>
        <translation>Das ist ein langer Text. Er kann auch als Datei gesendet werden.</translation>
    </message>
    <message>
        <source>“%1” is a folder. Pack it into one file to send it.</source>
        <translation>„%1“ ist ein Ordner. Packe ihn zum Senden in eine Datei.</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>„%1“ kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>“%1” is too large (%2). The server takes files of at most %3.</source>
        <translation>„%1“ ist zu groß (%2). Der Server nimmt Dateien von höchstens %3 an.</translation>
    </message>
</context>
<context>
    <name>Hearth::AttachmentTile</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Delete takes it out of the message.</source>
        <translation>Entf nimmt es aus der Nachricht.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>Hearth::BadgeButton</name>
    <message>
        <source>%1, %2 unread</source>
        <translation>%1, %2 ungelesen</translation>
    </message>
</context>
<context>
    <name>Hearth::Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Hearth::BlockedList</name>
    <message>
        <source>You have blocked nobody.</source>
        <translation>Du hast niemanden blockiert.</translation>
    </message>
    <message>
        <source>%1 (@%2)</source>
        <translation>%1 (@%2)</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Blockierung aufheben</translation>
    </message>
    <message>
        <source>Unblock %1</source>
        <translation>Blockierung von %1 aufheben</translation>
    </message>
    <message>
        <source>%1 is still blocked. %2</source>
        <translation>%1 ist noch blockiert. %2</translation>
    </message>
</context>
<context>
    <name>Hearth::Chip</name>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>Hearth::ChosenSecretStore</name>
    <message>
        <source>The sign-ins are being moved already.</source>
        <translation>Die Anmeldungen werden gerade schon verschoben.</translation>
    </message>
    <message>
        <source>The keychain does not keep what it is given.</source>
        <translation>Der Schlüsselbund behält nicht, was er bekommt.</translation>
    </message>
</context>
<context>
    <name>Hearth::Completer</name>
    <message>
        <source>Suggestion: %1, %2</source>
        <translation>Vorschlag: %1, %2</translation>
    </message>
</context>
<context>
    <name>Hearth::CompletionModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>Hearth::CompletionPopup</name>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
</context>
<context>
    <name>Hearth::Composer</name>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Too long by %1 characters. Shorten the message or send it in parts.</source>
        <translation>Um %1 Zeichen zu lang. Kürze die Nachricht oder sende sie in Teilen.</translation>
    </message>
    <message>
        <source>%1 characters left</source>
        <translation>%1 Zeichen übrig</translation>
    </message>
    <message>
        <source>Emoji (Ctrl+Shift+E)</source>
        <translation>Emoji (Strg+Umschalt+E)</translation>
    </message>
    <message>
        <source>Attach files (Ctrl+U)</source>
        <translation>Dateien anhängen (Strg+U)</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>Edit message</source>
        <translation>Nachricht bearbeiten</translation>
    </message>
    <message>
        <source>Reply to %1</source>
        <translation>Antwort an %1</translation>
    </message>
    <message>
        <source>You may not write in this conversation.</source>
        <translation>Du darfst in dieser Unterhaltung nicht schreiben.</translation>
    </message>
</context>
<context>
    <name>Hearth::ComposerFiles</name>
    <message>
        <source>Attach files…</source>
        <translation>Dateien anhängen…</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
</context>
<context>
    <name>Hearth::ConnectionBanner</name>
    <message>
        <source>Retry now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
</context>
<context>
    <name>Hearth::ConnectionNotice</name>
    <message numerus="yes">
        <source>You are offline. %Ln messages will be sent when you are back.</source>
        <translation>
            <numerusform>Du bist offline. %Ln Nachricht wird gesendet, wenn du wieder verbunden bist.</numerusform>
            <numerusform>Du bist offline. %Ln Nachrichten werden gesendet, wenn du wieder verbunden bist.</numerusform>
        </translation>
    </message>
    <message>
        <source>You are offline. One message will be sent when you are back.</source>
        <translation>Du bist offline. Eine Nachricht wird gesendet, wenn du wieder verbunden bist.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbinden…</translation>
    </message>
    <message>
        <source>Fetching what you missed…</source>
        <translation>Verpasstes wird geholt…</translation>
    </message>
    <message numerus="yes">
        <source>Connecting… (retry in %Ln s)</source>
        <translation>
            <numerusform>Verbinden… (nächster Versuch in %Ln s)</numerusform>
            <numerusform>Verbinden… (nächster Versuch in %Ln s)</numerusform>
        </translation>
    </message>
    <message>
        <source>You are not signed in. Nothing is lost.</source>
        <translation>Du bist nicht angemeldet. Nichts ist verloren.</translation>
    </message>
</context>
<context>
    <name>Hearth::ContextBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
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
        <translation>Entwurf:</translation>
    </message>
</context>
<context>
    <name>Hearth::ConversationHeader</name>
    <message>
        <source>Only you</source>
        <translation>Nur du</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln Person</numerusform>
            <numerusform>%Ln Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Search in this conversation (Ctrl+F)</source>
        <translation>In dieser Unterhaltung suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Info (Ctrl+.)</source>
        <translation>Info (Strg+.)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>Hearth::ConversationListView</name>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
</context>
<context>
    <name>Hearth::ConversationPane</name>
    <message>
        <source>No conversation is open</source>
        <translation>Keine Unterhaltung ist geöffnet</translation>
    </message>
    <message>
        <source>Choose one, or use the keyboard:</source>
        <translation>Wähle eine aus oder nimm die Tastatur:</translation>
    </message>
    <message>
        <source>Start a conversation</source>
        <translation>Unterhaltung beginnen</translation>
    </message>
    <message>
        <source>Start a group</source>
        <translation>Gruppe gründen</translation>
    </message>
    <message>
        <source>Go to a conversation</source>
        <translation>Zu einer Unterhaltung gehen</translation>
    </message>
    <message>
        <source>All shortcuts</source>
        <translation>Alle Tastenkürzel</translation>
    </message>
    <message>
        <source>Message %1</source>
        <translation>Nachricht an %1</translation>
    </message>
    <message>
        <source>Mute the conversation, or no longer</source>
        <translation>Die Unterhaltung stummschalten oder nicht mehr</translation>
    </message>
    <message>
        <source>Pin the conversation, or no longer</source>
        <translation>Die Unterhaltung anheften oder loslösen</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Als gelesen markieren</translation>
    </message>
    <message>
        <source>Archive the conversation, or no longer</source>
        <translation>Die Unterhaltung archivieren oder zurückholen</translation>
    </message>
    <message>
        <source>Welcome to Hearth</source>
        <translation>Willkommen bei Hearth</translation>
    </message>
    <message>
        <source>Find somebody to talk to, or use the keyboard:</source>
        <translation>Finde jemanden zum Reden oder nimm die Tastatur:</translation>
    </message>
</context>
<context>
    <name>Hearth::DeleteAccountDialog</name>
    <message>
        <source>Delete everything I wrote, too</source>
        <translation>Auch alles löschen, was ich geschrieben habe</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Delete the account</source>
        <translation>Konto löschen</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Password, if you have one here</source>
        <translation>Passwort, falls du hier eines hast</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The account %1 at %2 is deleted for good, and nobody can bring it back. Your name, picture and settings go at once, and you leave all groups. What you wrote stays under “Deleted user”.</source>
        <translation>Das Konto %1 bei %2 wird endgültig gelöscht, und niemand kann es zurückholen. Dein Name, dein Bild und deine Einstellungen verschwinden sofort, und du verlässt alle Gruppen. Was du geschrieben hast, bleibt unter „Deleted user“ stehen.</translation>
    </message>
</context>
<context>
    <name>Hearth::DevicesPage</name>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Where you are signed in</source>
        <translation>Wo du angemeldet bist</translation>
    </message>
    <message>
        <source>sessions computers phones revoke sign out remote security</source>
        <translation>Sitzungen Computer Telefone entziehen abmelden aus der Ferne Sicherheit</translation>
    </message>
    <message>
        <source>The devices are not known. %1</source>
        <translation>Die Geräte sind nicht bekannt. %1</translation>
    </message>
    <message>
        <source>A device without a name</source>
        <translation>Ein Gerät ohne Namen</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>Dieses Gerät</translation>
    </message>
    <message>
        <source>Last used: %1</source>
        <translation>Zuletzt benutzt: %1</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Sign out %1</source>
        <translation>%1 abmelden</translation>
    </message>
    <message>
        <source>The device was not signed out. %1</source>
        <translation>Das Gerät wurde nicht abgemeldet. %1</translation>
    </message>
</context>
<context>
    <name>Hearth::DropOverlay</name>
    <message>
        <source>Drop files to send them</source>
        <translation>Dateien zum Senden hier ablegen</translation>
    </message>
</context>
<context>
    <name>Hearth::EmojiPicker</name>
    <message>
        <source>Used last</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Smileys and feelings</source>
        <translation>Smileys und Gefühle</translation>
    </message>
    <message>
        <source>People and body</source>
        <translation>Menschen und Körper</translation>
    </message>
    <message>
        <source>Animals and nature</source>
        <translation>Tiere und Natur</translation>
    </message>
    <message>
        <source>Food and drink</source>
        <translation>Essen und Trinken</translation>
    </message>
    <message>
        <source>Travel and places</source>
        <translation>Reisen und Orte</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Aktivitäten</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Gegenstände</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Symbole</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Flaggen</translation>
    </message>
    <message>
        <source>No skin tone</source>
        <translation>Kein Hautton</translation>
    </message>
    <message>
        <source>Light skin tone</source>
        <translation>Heller Hautton</translation>
    </message>
    <message>
        <source>Medium light skin tone</source>
        <translation>Mittelheller Hautton</translation>
    </message>
    <message>
        <source>Medium skin tone</source>
        <translation>Mittlerer Hautton</translation>
    </message>
    <message>
        <source>Medium dark skin tone</source>
        <translation>Mitteldunkler Hautton</translation>
    </message>
    <message>
        <source>Dark skin tone</source>
        <translation>Dunkler Hautton</translation>
    </message>
    <message>
        <source>Search emoji</source>
        <translation>Emoji suchen</translation>
    </message>
    <message>
        <source>No emoji is called that.</source>
        <translation>Kein Emoji heißt so.</translation>
    </message>
    <message>
        <source>Skin tone</source>
        <translation>Hautton</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
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
        <translation>Die verschlüsselte Datei ist gesperrt.</translation>
    </message>
</context>
<context>
    <name>Hearth::FilterChip</name>
    <message>
        <source>Remove the filter “%1”</source>
        <translation>Den Filter „%1“ entfernen</translation>
    </message>
</context>
<context>
    <name>Hearth::ImageViewer</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>Voriges Bild</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Nächstes Bild</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Fit into the window</source>
        <translation>In das Fenster einpassen</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Das Bild kopieren</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Strg+C</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Strg+S</translation>
    </message>
    <message>
        <source>Open with another program</source>
        <translation>Mit einem anderen Programm öffnen</translation>
    </message>
    <message>
        <source>Ctrl+O</source>
        <translation>Strg+O</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Loading… %1 %</source>
        <translation>Laden… %1 %</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Laden…</translation>
    </message>
    <message>
        <source>The picture cannot be shown.</source>
        <translation>Das Bild kann nicht angezeigt werden.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
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
        <translation>Bild %1</translation>
    </message>
</context>
<context>
    <name>Hearth::InboxPane</name>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Alle als gelesen markieren</translation>
    </message>
    <message>
        <source>Shift+Esc</source>
        <translation>Umschalt+Esc</translation>
    </message>
    <message>
        <source>No notifications</source>
        <translation>Keine Benachrichtigungen</translation>
    </message>
    <message>
        <source>When somebody mentions you or replies to you, you find it here.</source>
        <translation>Wenn dich jemand erwähnt oder dir antwortet, findest du es hier.</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Als gelesen markieren</translation>
    </message>
</context>
<context>
    <name>Hearth::InfoPane</name>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Describe…</source>
        <translation>Beschreiben…</translation>
    </message>
    <message>
        <source>Leave the group…</source>
        <translation>Die Gruppe verlassen…</translation>
    </message>
    <message>
        <source>Delete the group…</source>
        <translation>Die Gruppe löschen…</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stummschalten</translation>
    </message>
    <message>
        <source>Notify me of</source>
        <translation>Benachrichtigen über</translation>
    </message>
    <message>
        <source>Pinned to the top of the list</source>
        <translation>Oben in der Liste angeheftet</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>Add people…</source>
        <translation>Personen hinzufügen…</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mehr anzeigen</translation>
    </message>
    <message>
        <source>@%1 · %2</source>
        <translation>@%1 · %2</translation>
    </message>
    <message>
        <source>Only you</source>
        <translation>Nur du</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln Person</numerusform>
            <numerusform>%Ln Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>Members (%1)</source>
        <translation>Mitglieder (%1)</translation>
    </message>
    <message>
        <source>Not muted</source>
        <translation>Nicht stummgeschaltet</translation>
    </message>
    <message>
        <source>Turn on again</source>
        <translation>Wieder einschalten</translation>
    </message>
    <message>
        <source>Write a direct message</source>
        <translation>Direktnachricht schreiben</translation>
    </message>
    <message>
        <source>Make an owner</source>
        <translation>Zum Eigentümer machen</translation>
    </message>
    <message>
        <source>Make an admin</source>
        <translation>Zum Admin machen</translation>
    </message>
    <message>
        <source>Make a member</source>
        <translation>Zum Mitglied machen</translation>
    </message>
    <message>
        <source>Allow to write</source>
        <translation>Schreiben erlauben</translation>
    </message>
    <message>
        <source>Allow to read only</source>
        <translation>Nur lesen lassen</translation>
    </message>
    <message>
        <source>Remove from the group…</source>
        <translation>Aus der Gruppe entfernen…</translation>
    </message>
    <message>
        <source>Remove from the group</source>
        <translation>Aus der Gruppe entfernen</translation>
    </message>
    <message>
        <source>Remove %1 from the group?</source>
        <translation>%1 aus der Gruppe entfernen?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Rename the group</source>
        <translation>Die Gruppe umbenennen</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Name der Gruppe</translation>
    </message>
    <message>
        <source>Describe the group</source>
        <translation>Die Gruppe beschreiben</translation>
    </message>
    <message>
        <source>What the group is about</source>
        <translation>Worum es in der Gruppe geht</translation>
    </message>
    <message>
        <source>Leave the group</source>
        <translation>Die Gruppe verlassen</translation>
    </message>
    <message>
        <source>Leave “%1”? You no longer see its messages, and only a member can add you again.</source>
        <translation>„%1“ verlassen? Du siehst ihre Nachrichten nicht mehr, und nur ein Mitglied kann dich wieder hinzufügen.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Delete the group</source>
        <translation>Die Gruppe löschen</translation>
    </message>
    <message>
        <source>Delete “%1” with all its messages and files, for everybody? This cannot be undone.</source>
        <translation>„%1“ mit allen Nachrichten und Dateien löschen, für alle? Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Show the profile</source>
        <translation>Das Profil anzeigen</translation>
    </message>
</context>
<context>
    <name>Hearth::JumpButton</name>
    <message>
        <source>Jump to the latest messages</source>
        <translation>Zu den neuesten Nachrichten springen</translation>
    </message>
    <message numerus="yes">
        <source>Jump to the latest messages, %Ln new</source>
        <translation>
            <numerusform>Zu den neuesten Nachrichten springen, %Ln neue</numerusform>
            <numerusform>Zu den neuesten Nachrichten springen, %Ln neue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hearth::KeepingBanner</name>
    <message>
        <source>Token not saved: you will be asked to sign in next time.</source>
        <translation>Die Anmeldung wurde nicht gespeichert: Du wirst beim nächsten Mal gefragt.</translation>
    </message>
    <message>
        <source>Use encrypted file…</source>
        <translation>Verschlüsselte Datei verwenden…</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Entsperren…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Your sign-ins are in an encrypted file. Unlock it to connect.</source>
        <translation>Deine Anmeldungen sind in einer verschlüsselten Datei. Entsperre sie, um dich zu verbinden.</translation>
    </message>
    <message>
        <source>Your sign-ins could not be read from the encrypted file.</source>
        <translation>Deine Anmeldungen konnten nicht aus der verschlüsselten Datei gelesen werden.</translation>
    </message>
    <message>
        <source>Your sign-ins are in the keychain. Unlock it to connect.</source>
        <translation>Deine Anmeldungen sind im Schlüsselbund. Entsperre ihn, um dich zu verbinden.</translation>
    </message>
    <message>
        <source>Your sign-ins could not be read from the keychain.</source>
        <translation>Deine Anmeldungen konnten nicht aus dem Schlüsselbund gelesen werden.</translation>
    </message>
</context>
<context>
    <name>Hearth::KeepingChoice</name>
    <message>
        <source>The desktop&apos;s keychain</source>
        <translation>Der Schlüsselbund des Desktops</translation>
    </message>
    <message>
        <source>An encrypted file</source>
        <translation>Eine verschlüsselte Datei</translation>
    </message>
    <message>
        <source>Delete the encrypted file</source>
        <translation>Die verschlüsselte Datei löschen</translation>
    </message>
    <message>
        <source>The file is locked. Unlock it first, and its sign-ins are moved to the keychain; or delete it with what is in it, and sign in again.</source>
        <translation>Die Datei ist gesperrt. Entsperre sie zuerst, dann kommen ihre Anmeldungen in den Schlüsselbund; oder lösche sie mit allem, was darin ist, und melde dich neu an.</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>The sign-ins stay in the file. %1</source>
        <translation>Die Anmeldungen bleiben in der Datei. %1</translation>
    </message>
</context>
<context>
    <name>Hearth::LinkOpener</name>
    <message>
        <source>This link cannot be understood.</source>
        <translation>Dieser Link ist nicht zu verstehen.</translation>
    </message>
    <message>
        <source>The conversation of this link is not among yours. Somebody in it can add you.</source>
        <translation>Die Unterhaltung dieses Links gehört nicht zu deinen. Wer darin ist, kann dich hinzufügen.</translation>
    </message>
    <message>
        <source>Open a link</source>
        <translation>Einen Link öffnen</translation>
    </message>
    <message>
        <source>The link leads to the server %1, where you are not signed in. Sign in there? Do so only if you know this server.</source>
        <translation>Der Link führt zum Server %1, bei dem du nicht angemeldet bist. Dort anmelden? Tu das nur, wenn du diesen Server kennst.</translation>
    </message>
    <message>
        <source>Go to signing in</source>
        <translation>Zur Anmeldung</translation>
    </message>
</context>
<context>
    <name>Hearth::ListFilters</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Erwähnungen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>Weitere Filter</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
</context>
<context>
    <name>Hearth::MainWindow</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Text of the usual size</source>
        <translation>Text in üblicher Größe</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Das Fenster schließen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
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
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Sign out and remove the messages that are kept on this computer? Drafts and messages that have not been sent are lost.</source>
        <translation>Abmelden und die Nachrichten entfernen, die auf diesem Computer liegen? Entwürfe und noch nicht gesendete Nachrichten gehen verloren.</translation>
    </message>
</context>
<context>
    <name>Hearth::MemberDelegate</name>
    <message>
        <source>may only read</source>
        <translation>darf nur lesen</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (du)</translation>
    </message>
</context>
<context>
    <name>Hearth::MemberModel</name>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>Admin</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Mitglied</translation>
    </message>
</context>
<context>
    <name>Hearth::MessageActions</name>
    <message>
        <source>The message was deleted.</source>
        <translation>Die Nachricht wurde gelöscht.</translation>
    </message>
</context>
<context>
    <name>Hearth::MessageLayout</name>
    <message>
        <source>This message was deleted.</source>
        <translation>Diese Nachricht wurde gelöscht.</translation>
    </message>
    <message>
        <source>(edited)</source>
        <translation>(bearbeitet)</translation>
    </message>
    <message>
        <source>Not sent.</source>
        <translation>Nicht gesendet.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Your change was not saved. %1</source>
        <translation>Deine Änderung wurde nicht gespeichert. %1</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln replies</source>
        <translation>
            <numerusform>%Ln Antwort</numerusform>
            <numerusform>%Ln Antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>This message is not there any more.</source>
        <translation>Diese Nachricht gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>A message further up</source>
        <translation>Eine Nachricht weiter oben</translation>
    </message>
    <message>
        <source>React with something else</source>
        <translation>Mit etwas anderem reagieren</translation>
    </message>
</context>
<context>
    <name>Hearth::NetworkPage</name>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
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
        <translation>Proxy</translation>
    </message>
    <message>
        <source>http socks tor firewall connection internet vpn</source>
        <translation>http socks tor Firewall Verbindung Internet VPN</translation>
    </message>
    <message>
        <source>Proxy server</source>
        <translation>Proxyserver</translation>
    </message>
    <message>
        <source>host address name</source>
        <translation>Host Adresse Name</translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation>Port des Proxys</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Nummer</translation>
    </message>
</context>
<context>
    <name>Hearth::NewDirectDialog</name>
    <message>
        <source>Start a conversation</source>
        <translation>Unterhaltung beginnen</translation>
    </message>
</context>
<context>
    <name>Hearth::NewGroupDialog</name>
    <message>
        <source>Create group</source>
        <translation>Gruppe anlegen</translation>
    </message>
    <message>
        <source>Start a group</source>
        <translation>Gruppe gründen</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Name der Gruppe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Hearth::NotificationModel</name>
    <message>
        <source>mentioned you</source>
        <translation>hat dich erwähnt</translation>
    </message>
    <message>
        <source>mentioned you in %1</source>
        <translation>hat dich in %1 erwähnt</translation>
    </message>
    <message>
        <source>replied to you</source>
        <translation>hat dir geantwortet</translation>
    </message>
    <message>
        <source>replied to you in %1</source>
        <translation>hat dir in %1 geantwortet</translation>
    </message>
</context>
<context>
    <name>Hearth::NotificationsPage</name>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Show notifications</source>
        <translation>Benachrichtigungen anzeigen</translation>
    </message>
    <message>
        <source>popup alert bubble toast banner sound off</source>
        <translation>Popup Alarm Blase Toast Banner Ton aus</translation>
    </message>
    <message>
        <source>What each conversation tells of is set in its info.</source>
        <translation>Worüber jede Unterhaltung benachrichtigt, steht in ihrer Info.</translation>
    </message>
    <message>
        <source>Name and text</source>
        <translation>Name und Text</translation>
    </message>
    <message>
        <source>Only the name</source>
        <translation>Nur der Name</translation>
    </message>
    <message>
        <source>Only that there is something</source>
        <translation>Nur dass es etwas gibt</translation>
    </message>
    <message>
        <source>What they tell</source>
        <translation>Was sie zeigen</translation>
    </message>
    <message>
        <source>privacy preview hide content sender secret lock screen</source>
        <translation>Privatsphäre Vorschau verbergen Inhalt Absender geheim Sperrbildschirm</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Nicht stören</translation>
    </message>
    <message>
        <source>DND quiet silence pause snooze mute all focus</source>
        <translation>Ruhe still Pause stummschalten alle Fokus</translation>
    </message>
    <message>
        <source>Nothing pops up meanwhile. While your status is “busy”, nothing does either.</source>
        <translation>Währenddessen erscheint nichts. Auch nicht, während dein Status „beschäftigt“ ist.</translation>
    </message>
</context>
<context>
    <name>Hearth::PaneList</name>
    <message>
        <source>Show the message</source>
        <translation>Die Nachricht zeigen</translation>
    </message>
</context>
<context>
    <name>Hearth::PanePlace</name>
    <message>
        <source>Close the pane</source>
        <translation>Den Bereich schließen</translation>
    </message>
</context>
<context>
    <name>Hearth::PassphraseDialog</name>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Use the file</source>
        <translation>Datei verwenden</translation>
    </message>
    <message>
        <source>Unlock the sign-ins</source>
        <translation>Anmeldungen entsperren</translation>
    </message>
    <message>
        <source>Keep sign-ins in an encrypted file</source>
        <translation>Anmeldungen in einer verschlüsselten Datei aufbewahren</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Dieselbe noch einmal</translation>
    </message>
    <message>
        <source>Your sign-ins are in an encrypted file. Without its passphrase you can read what is stored on this computer, and sign in again.</source>
        <translation>Deine Anmeldungen sind in einer verschlüsselten Datei. Ohne ihre Passphrase kannst du lesen, was auf diesem Computer gespeichert ist, und dich neu anmelden.</translation>
    </message>
    <message>
        <source>The file lies on this computer, and only the passphrase opens it. You are asked for it when Hearth starts. If you forget it, you sign in again, and nothing else is lost.</source>
        <translation>Die Datei liegt auf diesem Computer, und nur die Passphrase öffnet sie. Du wirst danach gefragt, wenn Hearth startet. Wenn du sie vergisst, meldest du dich neu an; sonst geht nichts verloren.</translation>
    </message>
    <message>
        <source>The present file is locked: it is deleted, with the sign-ins in it.</source>
        <translation>Die jetzige Datei ist gesperrt: Sie wird mit den Anmeldungen darin gelöscht.</translation>
    </message>
    <message>
        <source>Sign in instead…</source>
        <translation>Stattdessen anmelden…</translation>
    </message>
    <message>
        <source>The passphrase is too short: it needs at least %1 characters.</source>
        <translation>Die Passphrase ist zu kurz: Sie braucht mindestens %1 Zeichen.</translation>
    </message>
    <message>
        <source>These are two different passphrases.</source>
        <translation>Das sind zwei verschiedene Passphrasen.</translation>
    </message>
</context>
<context>
    <name>Hearth::PersonCard</name>
    <message>
        <source>Write a direct message</source>
        <translation>Direktnachricht schreiben</translation>
    </message>
    <message>
        <source>@%1 · %2</source>
        <translation>@%1 · %2</translation>
    </message>
    <message>
        <source>Last seen %1</source>
        <translation>Zuletzt gesehen %1</translation>
    </message>
</context>
<context>
    <name>Hearth::PictureReader</name>
    <message>
        <source>This picture cannot be read.</source>
        <translation>Dieses Bild kann nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>Hearth::PinnedPane</name>
    <message>
        <source>Pinned messages</source>
        <translation>Angeheftete Nachrichten</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Laden…</translation>
    </message>
    <message>
        <source>The pinned messages could not be loaded</source>
        <translation>Die angehefteten Nachrichten konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Nothing is pinned</source>
        <translation>Nichts ist angeheftet</translation>
    </message>
    <message>
        <source>You are offline: there may be some that are not stored here.</source>
        <translation>Du bist offline: Es gibt vielleicht welche, die hier nicht gespeichert sind.</translation>
    </message>
    <message>
        <source>Pin a message with P, so that everybody finds it here.</source>
        <translation>Hefte eine Nachricht mit P an, damit alle sie hier finden.</translation>
    </message>
</context>
<context>
    <name>Hearth::PrivacyPage</name>
    <message>
        <source>Privacy</source>
        <translation>Privatsphäre</translation>
    </message>
    <message>
        <source>Tell others what you have read</source>
        <translation>Anderen zeigen, was du gelesen hast</translation>
    </message>
    <message>
        <source>read receipts seen ticks confirmation</source>
        <translation>Lesebestätigungen gesehen Häkchen Bestätigung</translation>
    </message>
    <message>
        <source>Without it you do not see what others have read either.</source>
        <translation>Ohne das siehst du auch nicht, was andere gelesen haben.</translation>
    </message>
    <message>
        <source>Show others when you are online</source>
        <translation>Anderen zeigen, wann du online bist</translation>
    </message>
    <message>
        <source>presence status last seen activity away</source>
        <translation>Anwesenheit Status zuletzt gesehen Aktivität abwesend</translation>
    </message>
    <message>
        <source>Without it you do not see when others are online either.</source>
        <translation>Ohne das siehst du auch nicht, wann andere online sind.</translation>
    </message>
    <message>
        <source>The setting was not changed. %1</source>
        <translation>Die Einstellung wurde nicht geändert. %1</translation>
    </message>
    <message>
        <source>Blocked people</source>
        <translation>Blockierte Personen</translation>
    </message>
    <message>
        <source>block unblock ignore list safety</source>
        <translation>blockieren sperren entsperren ignorieren Liste Sicherheit</translation>
    </message>
    <message>
        <source>They cannot write to you directly, and see you as offline. You block somebody on their card.</source>
        <translation>Sie können dir nicht direkt schreiben und sehen dich als offline. Blockieren kannst du jemanden auf seiner Karte.</translation>
    </message>
    <message>
        <source>Keep sign-ins in</source>
        <translation>Anmeldungen aufbewahren in</translation>
    </message>
    <message>
        <source>token keychain wallet keyring password passphrase encryption security</source>
        <translation>token schlüsselbund brieftasche schlüsselring passwort kennwort passphrase verschlüsselung sicherheit</translation>
    </message>
    <message>
        <source>Of all accounts on this computer. The file is for desktops whose keychain does not work: you are asked for its passphrase when Hearth starts.</source>
        <translation>Von allen Konten auf diesem Computer. Die Datei ist für Desktops, deren Schlüsselbund nicht funktioniert: Du wirst nach ihrer Passphrase gefragt, wenn Hearth startet.</translation>
    </message>
</context>
<context>
    <name>Hearth::ProgramPage</name>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>translation locale</source>
        <translation>Übersetzung Region</translation>
    </message>
    <message>
        <source>Start when you sign in on this computer</source>
        <translation>Beim Anmelden an diesem Computer starten</translation>
    </message>
    <message>
        <source>autostart login boot automatically launch</source>
        <translation>Autostart Anmeldung Systemstart automatisch starten</translation>
    </message>
    <message>
        <source>Hidden in the tray, where there is one.</source>
        <translation>Verborgen in der Taskleiste, wo es einen Platz dafür gibt.</translation>
    </message>
    <message>
        <source>Keep running in the tray when the window is closed</source>
        <translation>Weiterlaufen, wenn das Fenster geschlossen wird</translation>
    </message>
    <message>
        <source>background minimize quit notification area system tray icon</source>
        <translation>Hintergrund minimieren beenden Infobereich Taskleiste Symbol</translation>
    </message>
    <message>
        <source>Only where the desktop has a tray.</source>
        <translation>Nur wo der Desktop einen Infobereich hat.</translation>
    </message>
</context>
<context>
    <name>Hearth::QuickSwitcher</name>
    <message>
        <source>Go to a conversation</source>
        <translation>Zu einer Unterhaltung gehen</translation>
    </message>
    <message>
        <source>Name of the conversation</source>
        <translation>Name der Unterhaltung</translation>
    </message>
    <message>
        <source>No conversation is called like this.</source>
        <translation>Keine Unterhaltung heißt so.</translation>
    </message>
</context>
<context>
    <name>Hearth::QuietMenu</name>
    <message>
        <source>Do not disturb</source>
        <translation>Nicht stören</translation>
    </message>
    <message>
        <source>Show notifications again</source>
        <translation>Benachrichtigungen wieder anzeigen</translation>
    </message>
    <message>
        <source>Do not disturb: %1</source>
        <translation>Nicht stören: %1</translation>
    </message>
</context>
<context>
    <name>Hearth::ReadersDialog</name>
    <message>
        <source>Who has read it</source>
        <translation>Wer sie gelesen hat</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Laden…</translation>
    </message>
    <message>
        <source>%1 – read %2</source>
        <translation>%1 – gelesen %2</translation>
    </message>
    <message>
        <source>%1 – delivered %2</source>
        <translation>%1 – zugestellt %2</translation>
    </message>
    <message>
        <source>Nobody yet.</source>
        <translation>Noch niemand.</translation>
    </message>
</context>
<context>
    <name>Hearth::ReportDialog</name>
    <message>
        <source>Send the report</source>
        <translation>Meldung senden</translation>
    </message>
    <message>
        <source>Report %1</source>
        <translation>%1 melden</translation>
    </message>
    <message>
        <source>Report the message</source>
        <translation>Die Nachricht melden</translation>
    </message>
    <message>
        <source>The administrators of this server read your report. Nobody else is told of it.</source>
        <translation>Die Administratoren dieses Servers lesen deine Meldung. Sonst erfährt niemand davon.</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>What is wrong?</source>
        <translation>Was stimmt nicht?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>The report is too long by %Ln characters.</source>
        <translation>
            <numerusform>Die Meldung ist um %Ln Zeichen zu lang.</numerusform>
            <numerusform>Die Meldung ist um %Ln Zeichen zu lang.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hearth::RightPane</name>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Thread</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Pinned messages</source>
        <translation>Angeheftete Nachrichten</translation>
    </message>
    <message>
        <source>Search in this conversation</source>
        <translation>In dieser Unterhaltung suchen</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Überall suchen</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
</context>
<context>
    <name>Hearth::RowToolbar</name>
    <message>
        <source>React (+)</source>
        <translation>Reagieren (+)</translation>
    </message>
    <message>
        <source>Reply (R)</source>
        <translation>Antworten (R)</translation>
    </message>
    <message>
        <source>Open the thread (T)</source>
        <translation>Den Thread öffnen (T)</translation>
    </message>
    <message>
        <source>Edit (E)</source>
        <translation>Bearbeiten (E)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>React with %1</source>
        <translation>Mit %1 reagieren</translation>
    </message>
</context>
<context>
    <name>Hearth::SafetyButtons</name>
    <message>
        <source>Report…</source>
        <translation>Melden…</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Blockierung aufheben</translation>
    </message>
    <message>
        <source>Block…</source>
        <translation>Blockieren…</translation>
    </message>
    <message>
        <source>Block %1? They can no longer write to you directly, and see you as offline. They are not told.</source>
        <translation>%1 blockieren? Die Person kann dir nicht mehr direkt schreiben und sieht dich als offline. Sie erfährt davon nichts.</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Blockieren</translation>
    </message>
</context>
<context>
    <name>Hearth::SearchPane</name>
    <message>
        <source>Search messages</source>
        <translation>Nachrichten suchen</translation>
    </message>
    <message>
        <source>Add a filter</source>
        <translation>Filter hinzufügen</translation>
    </message>
    <message>
        <source>Newer result (Shift+F3)</source>
        <translation>Neueres Ergebnis (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Older result (F3)</source>
        <translation>Älteres Ergebnis (F3)</translation>
    </message>
    <message>
        <source>Messages found</source>
        <translation>Gefundene Nachrichten</translation>
    </message>
    <message>
        <source>Messages before this day</source>
        <translation>Nachrichten vor diesem Tag</translation>
    </message>
    <message>
        <source>Messages since this day</source>
        <translation>Nachrichten seit diesem Tag</translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln results</source>
        <translation>
            <numerusform>Mehr als %Ln Ergebnis</numerusform>
            <numerusform>Mehr als %Ln Ergebnisse</numerusform>
        </translation>
    </message>
    <message>
        <source>One result</source>
        <translation>Ein Ergebnis</translation>
    </message>
    <message numerus="yes">
        <source>%Ln results</source>
        <translation>
            <numerusform>%Ln Ergebnis</numerusform>
            <numerusform>%Ln Ergebnisse</numerusform>
        </translation>
    </message>
    <message>
        <source>You are offline: only messages stored on this computer were searched.</source>
        <translation>Du bist offline: Nur auf diesem Computer gespeicherte Nachrichten wurden durchsucht.</translation>
    </message>
    <message>
        <source>The server could not search: %1</source>
        <translation>Der Server konnte nicht suchen: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>No results</source>
        <translation>Keine Ergebnisse</translation>
    </message>
    <message>
        <source>Search in this conversation</source>
        <translation>In dieser Unterhaltung suchen</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Überall suchen</translation>
    </message>
    <message>
        <source>Words, “words in quotation marks”, and filters like from:ana, in:team, before:2026-03-01, has:image.</source>
        <translation>Wörter, „Wörter in Anführungszeichen“ und Filter wie from:ana, in:team, before:2026-03-01, has:image.</translation>
    </message>
    <message>
        <source>No results for “%1”</source>
        <translation>Keine Ergebnisse für „%1“</translation>
    </message>
</context>
<context>
    <name>Hearth::SearchPicker</name>
    <message>
        <source>Type the beginning of a name or a username.</source>
        <translation>Tippe den Anfang eines Namens oder Benutzernamens.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>Nobody has a name that begins like this.</source>
        <translation>Niemand hat einen Namen, der so beginnt.</translation>
    </message>
    <message>
        <source>The search did not work. %1</source>
        <translation>Die Suche ging nicht. %1</translation>
    </message>
    <message>
        <source>Name or username</source>
        <translation>Name oder Benutzername</translation>
    </message>
</context>
<context>
    <name>Hearth::SelfBar</name>
    <message>
        <source>Status, appearance, signing out</source>
        <translation>Status, Aussehen, Abmelden</translation>
    </message>
    <message>
        <source>%1, %2. Menu</source>
        <translation>%1, %2. Menü</translation>
    </message>
</context>
<context>
    <name>Hearth::SettingsDialog</name>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>No setting is called “%1”.</source>
        <translation>Keine Einstellung heißt „%1“.</translation>
    </message>
</context>
<context>
    <name>Hearth::ShortcutDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>Die Nachricht senden</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>New line in the message</source>
        <translation>Neue Zeile in der Nachricht</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Umschalt+Eingabe</translation>
    </message>
    <message>
        <source>Edit your last message</source>
        <translation>Deine letzte Nachricht bearbeiten</translation>
    </message>
    <message>
        <source>Up, in the empty field</source>
        <translation>Pfeil nach oben im leeren Feld</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Fett</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Kursiv</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Struck through</source>
        <translation>Durchgestrichen</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Zitat</translation>
    </message>
</context>
<context>
    <name>Hearth::Sidebar</name>
    <message>
        <source>Filter conversations</source>
        <translation>Unterhaltungen filtern</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Start a conversation or a group</source>
        <translation>Unterhaltung oder Gruppe beginnen</translation>
    </message>
    <message>
        <source>Search messages for “%1”</source>
        <translation>Nachrichten nach „%1“ durchsuchen</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>Noch keine Unterhaltungen</translation>
    </message>
    <message>
        <source>Find somebody and say hello.</source>
        <translation>Finde jemanden und sag Hallo.</translation>
    </message>
    <message>
        <source>Start a conversation</source>
        <translation>Unterhaltung beginnen</translation>
    </message>
    <message>
        <source>No results</source>
        <translation>Keine Ergebnisse</translation>
    </message>
    <message>
        <source>No conversation is called “%1”.</source>
        <translation>Keine Unterhaltung heißt „%1“.</translation>
    </message>
    <message>
        <source>Everything is archived</source>
        <translation>Alles ist archiviert</translation>
    </message>
    <message>
        <source>Archived conversations are under “More”.</source>
        <translation>Archivierte Unterhaltungen sind unter „Mehr“.</translation>
    </message>
    <message>
        <source>All read</source>
        <translation>Alles gelesen</translation>
    </message>
    <message>
        <source>There is nothing new.</source>
        <translation>Es gibt nichts Neues.</translation>
    </message>
    <message>
        <source>No mentions</source>
        <translation>Keine Erwähnungen</translation>
    </message>
    <message>
        <source>Nobody has mentioned you in something you have not read.</source>
        <translation>Niemand hat dich in etwas erwähnt, das du nicht gelesen hast.</translation>
    </message>
    <message>
        <source>No direct conversations</source>
        <translation>Keine direkten Unterhaltungen</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Keine Gruppen</translation>
    </message>
    <message>
        <source>Start one with Ctrl+Shift+N.</source>
        <translation>Gründe eine mit Strg+Umschalt+N.</translation>
    </message>
    <message>
        <source>Nothing is archived</source>
        <translation>Nichts ist archiviert</translation>
    </message>
    <message>
        <source>What you archive leaves the list and is kept here.</source>
        <translation>Was du archivierst, verlässt die Liste und wird hier aufbewahrt.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
</context>
<context>
    <name>Hearth::SignInAgainDialog</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Erneut anmelden</translation>
    </message>
    <message>
        <source>The session of %1 at %2 has ended. Your drafts and unsent messages are kept.</source>
        <translation>Die Sitzung von %1 auf %2 ist beendet. Deine Entwürfe und nicht gesendeten Nachrichten bleiben erhalten.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Use a token instead of the password</source>
        <translation>Ein Token statt des Passworts verwenden</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
</context>
<context>
    <name>Hearth::SignInPage</name>
    <message>
        <source>Back (Esc)</source>
        <translation>Zurück (Esc)</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Create account</source>
        <translation>Konto anlegen</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Name that others see</source>
        <translation>Name, den andere sehen</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbinden…</translation>
    </message>
    <message>
        <source>Enter your username.</source>
        <translation>Gib deinen Benutzernamen ein.</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>Gib dein Passwort ein.</translation>
    </message>
    <message>
        <source>The password is too short: it needs at least %1 characters.</source>
        <translation>Das Passwort ist zu kurz: Es braucht mindestens %1 Zeichen.</translation>
    </message>
    <message>
        <source>Invite code, if one is needed</source>
        <translation>Einladungscode, falls einer nötig ist</translation>
    </message>
    <message>
        <source>Sign in with a token</source>
        <translation>Mit Token anmelden</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>An access token that you were given</source>
        <translation>Ein Zugangstoken, das du bekommen hast</translation>
    </message>
    <message>
        <source>Paste your token.</source>
        <translation>Füge dein Token ein.</translation>
    </message>
    <message>
        <source>Sign in with a password</source>
        <translation>Mit Passwort anmelden</translation>
    </message>
    <message>
        <source>Settings (Ctrl+,)</source>
        <translation>Einstellungen (Strg+,)</translation>
    </message>
</context>
<context>
    <name>Hearth::SpellingMenu</name>
    <message>
        <source>No suggestions</source>
        <translation>Keine Vorschläge</translation>
    </message>
    <message>
        <source>Add to dictionary</source>
        <translation>Zum Wörterbuch hinzufügen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>Rechtschreibung</translation>
    </message>
    <message>
        <source>Check while typing</source>
        <translation>Beim Tippen prüfen</translation>
    </message>
</context>
<context>
    <name>Hearth::StoragePage</name>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Clear what is stored</source>
        <translation>Das Gespeicherte löschen</translation>
    </message>
    <message>
        <source>They are read from here at once and without a connection. After clearing they come from the server again; drafts and what waits to be sent stay.</source>
        <translation>Sie werden von hier sofort und ohne Verbindung gelesen. Nach dem Löschen kommen sie wieder vom Server; Entwürfe und was auf das Senden wartet, bleiben.</translation>
    </message>
    <message>
        <source>It could not be cleared. %1</source>
        <translation>Es konnte nicht gelöscht werden. %1</translation>
    </message>
    <message>
        <source>Messages and files stored on this computer</source>
        <translation>Auf diesem Computer gespeicherte Nachrichten und Dateien</translation>
    </message>
    <message>
        <source>cache disk space size clean delete database offline pictures</source>
        <translation>Cache Festplatte Platz Größe aufräumen löschen Datenbank offline Bilder</translation>
    </message>
</context>
<context>
    <name>Hearth::ThreadPane</name>
    <message>
        <source>Reply in the thread</source>
        <translation>Im Thread antworten</translation>
    </message>
</context>
<context>
    <name>Hearth::TimelinePane</name>
    <message>
        <source>Loading messages…</source>
        <translation>Nachrichten werden geladen…</translation>
    </message>
    <message>
        <source>This thread is not stored on this computer. It is shown when you are back online.</source>
        <translation>Dieser Thread ist nicht auf diesem Computer gespeichert. Er wird angezeigt, wenn du wieder online bist.</translation>
    </message>
    <message>
        <source>The messages could not be loaded.</source>
        <translation>Die Nachrichten konnten nicht geladen werden.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No messages yet. Say hello.</source>
        <translation>Noch keine Nachrichten. Sag Hallo.</translation>
    </message>
    <message>
        <source>No messages yet. Say hello to %1.</source>
        <translation>Noch keine Nachrichten. Sag %1 Hallo.</translation>
    </message>
    <message>
        <source>Open this link?</source>
        <translation>Diesen Link öffnen?</translation>
    </message>
    <message>
        <source>The text of this link does not say where it leads:</source>
        <translation>Der Text dieses Links sagt nicht, wohin er führt:</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>Hearth::TimelineView</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Nachricht kopieren</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Open the thread</source>
        <translation>Den Thread öffnen</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Wartet auf das Senden</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Read by %1 of %2</source>
        <translation>Gelesen von %1 von %2</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>React…</source>
        <translation>Reagieren…</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Loslösen</translation>
    </message>
    <message>
        <source>Pin for everybody</source>
        <translation>Für alle anheften</translation>
    </message>
    <message>
        <source>Earlier versions…</source>
        <translation>Frühere Fassungen…</translation>
    </message>
    <message>
        <source>Who has read it…</source>
        <translation>Wer sie gelesen hat…</translation>
    </message>
    <message>
        <source>Report the message…</source>
        <translation>Die Nachricht melden…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Du</translation>
    </message>
    <message numerus="yes">
        <source>%Ln others</source>
        <translation>
            <numerusform>%Ln weitere Person</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>an emoji, and who reacted with it</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>in reply to %1</source>
        <translation>als Antwort auf %1</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>angeheftet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln replies</source>
        <translation>
            <numerusform>%Ln Antwort</numerusform>
            <numerusform>%Ln Antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>Read up to here by %1</source>
        <translation>Bis hier gelesen von %1</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Copy link to the message</source>
        <translation>Link zur Nachricht kopieren</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <comment>a day of this year, QDate format</comment>
        <translation>dddd, d. MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a day of another year, QDate format</comment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>Mark unread from here</source>
        <translation>Ab hier als ungelesen markieren</translation>
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
            <numerusform>Hearth: %Ln ungelesen</numerusform>
            <numerusform>Hearth: %Ln ungelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Open Hearth</source>
        <translation>Hearth öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>Hearth::UndoToast</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>Hearth::UserSearchModel</name>
    <message>
        <source>%1, @%2</source>
        <translation>%1, @%2</translation>
    </message>
</context>
<context>
    <name>Hearth::VersionsDialog</name>
    <message>
        <source>Loading…</source>
        <translation>Laden…</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>Frühere Fassungen</translation>
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
        <translation>Unterhaltung beginnen…</translation>
    </message>
    <message>
        <source>Start a group…</source>
        <translation>Gruppe gründen…</translation>
    </message>
    <message>
        <source>Go to a conversation…</source>
        <translation>Zu einer Unterhaltung gehen…</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>Vorige Unterhaltung</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>Nächste Unterhaltung</translation>
    </message>
    <message>
        <source>Filter conversations</source>
        <translation>Unterhaltungen filtern</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Nachricht schreiben</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Add an account…</source>
        <translation>Konto hinzufügen…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
</context>
<context>
    <name>Hearth::WorkspacePanes</name>
    <message>
        <source>Search in this conversation</source>
        <translation>In dieser Unterhaltung suchen</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Überall suchen</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Info about the conversation</source>
        <translation>Info zur Unterhaltung</translation>
    </message>
    <message>
        <source>Pinned messages</source>
        <translation>Angeheftete Nachrichten</translation>
    </message>
    <message>
        <source>Go to a date…</source>
        <translation>Zu einem Tag gehen…</translation>
    </message>
    <message>
        <source>Previous unread conversation</source>
        <translation>Vorige ungelesene Unterhaltung</translation>
    </message>
    <message>
        <source>Next unread conversation</source>
        <translation>Nächste ungelesene Unterhaltung</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Als gelesen markieren</translation>
    </message>
    <message>
        <source>Pin the conversation</source>
        <translation>Die Unterhaltung anheften</translation>
    </message>
    <message>
        <source>Mute the conversation</source>
        <translation>Die Unterhaltung stummschalten</translation>
    </message>
    <message>
        <source>Archive the conversation</source>
        <translation>Die Unterhaltung archivieren</translation>
    </message>
    <message>
        <source>Show the message</source>
        <translation>Die Nachricht zeigen</translation>
    </message>
    <message>
        <source>This message is not stored on this computer. It can be shown when you are back online, unless it was deleted.</source>
        <translation>Diese Nachricht ist nicht auf diesem Computer gespeichert. Sie kann angezeigt werden, wenn du wieder online bist, falls sie nicht gelöscht wurde.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Go to a date</source>
        <translation>Zu einem Tag gehen</translation>
    </message>
    <message>
        <source>The day could not be found. %1</source>
        <translation>Der Tag wurde nicht gefunden. %1</translation>
    </message>
    <message>
        <source>Direct message</source>
        <translation>Direktnachricht</translation>
    </message>
</context>
<context>
    <name>Hearth::WritingPage</name>
    <message>
        <source>Writing and keys</source>
        <translation>Schreiben und Tasten</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter begins a new line</source>
        <translation>Eingabe sendet, Umschalt+Eingabe beginnt eine Zeile</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends, Enter begins a new line</source>
        <translation>Strg+Eingabe sendet, Eingabe beginnt eine Zeile</translation>
    </message>
    <message>
        <source>The key that sends</source>
        <translation>Die Taste zum Senden</translation>
    </message>
    <message>
        <source>return control composer keyboard shortcut message line break</source>
        <translation>Return Strg Eingabefeld Tastatur Kürzel Nachricht Zeilenumbruch</translation>
    </message>
    <message>
        <source>All keys are shown by Ctrl+/.</source>
        <translation>Alle Tasten zeigt Strg+/.</translation>
    </message>
    <message>
        <source>Check spelling while typing</source>
        <translation>Rechtschreibung beim Tippen prüfen</translation>
    </message>
    <message>
        <source>spell check typos mistakes correction words</source>
        <translation>Rechtschreibprüfung Tippfehler Fehler Korrektur Wörter</translation>
    </message>
    <message>
        <source>No dictionaries are installed on this computer.</source>
        <translation>Auf diesem Computer sind keine Wörterbücher installiert.</translation>
    </message>
    <message>
        <source>Languages of the spelling</source>
        <translation>Sprachen der Rechtschreibung</translation>
    </message>
    <message>
        <source>dictionary dictionaries hunspell spell check</source>
        <translation>Wörterbuch Wörterbücher hunspell Rechtschreibprüfung</translation>
    </message>
    <message>
        <source>A word is right when it is right in one of them. Dictionaries are those of the system.</source>
        <translation>Ein Wort ist richtig, wenn es in einer von ihnen richtig ist. Die Wörterbücher sind die des Systems.</translation>
    </message>
</context>
<context>
    <name>MuteChoice</name>
    <message>
        <source>For an hour</source>
        <translation>Für eine Stunde</translation>
    </message>
    <message>
        <source>For 8 hours</source>
        <translation>Für 8 Stunden</translation>
    </message>
    <message>
        <source>For a day</source>
        <translation>Für einen Tag</translation>
    </message>
    <message>
        <source>For a week</source>
        <translation>Für eine Woche</translation>
    </message>
    <message>
        <source>Until I turn it on again</source>
        <translation>Bis ich es wieder einschalte</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>Alle Nachrichten</translation>
    </message>
    <message>
        <source>Mentions and replies</source>
        <translation>Erwähnungen und Antworten</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Bis %1</translation>
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
            <numerusform>%Ln neue Nachricht</numerusform>
            <numerusform>%Ln neue Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>There is something new for you.</source>
        <translation>Es gibt etwas Neues für dich.</translation>
    </message>
</context>
<context>
    <name>PaneRow</name>
    <message>
        <source>Message without text</source>
        <translation>Nachricht ohne Text</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>ungelesen</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>d MMM</source>
        <comment>day and month without the year, QDate format</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>%1 is typing</source>
        <translation>%1 schreibt</translation>
    </message>
    <message>
        <source>%1 and %2 are typing</source>
        <translation>%1 und %2 schreiben</translation>
    </message>
    <message>
        <source>%1, %2 and %3 are typing</source>
        <translation>%1, %2 und %3 schreiben</translation>
    </message>
    <message>
        <source>Several people are typing</source>
        <translation>Mehrere Personen schreiben</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Beschäftigt</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>The keychain does not answer.</source>
        <translation>Der Schlüsselbund antwortet nicht.</translation>
    </message>
</context>
<context>
    <name>RegistryAutostart</name>
    <message>
        <source>The registry could not be changed.</source>
        <translation>Die Registrierung konnte nicht geändert werden.</translation>
    </message>
</context>
<context>
    <name>SealedFile</name>
    <message>
        <source>The encrypted file is damaged.</source>
        <translation>Die verschlüsselte Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>There is too little memory to open the file.</source>
        <translation>Der Speicher reicht nicht, um die Datei zu öffnen.</translation>
    </message>
    <message>
        <source>This computer cannot encrypt the file.</source>
        <translation>Dieser Computer kann die Datei nicht verschlüsseln.</translation>
    </message>
    <message>
        <source>There is no encrypted file.</source>
        <translation>Es gibt keine verschlüsselte Datei.</translation>
    </message>
    <message>
        <source>A newer Hearth wrote the encrypted file.</source>
        <translation>Ein neueres Hearth hat die verschlüsselte Datei geschrieben.</translation>
    </message>
    <message>
        <source>This passphrase does not open the file.</source>
        <translation>Diese Passphrase öffnet die Datei nicht.</translation>
    </message>
</context>
<context>
    <name>SearchFilters</name>
    <message>
        <source>a file</source>
        <translation>eine Datei</translation>
    </message>
    <message>
        <source>an image</source>
        <translation>ein Bild</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>ein Video</translation>
    </message>
    <message>
        <source>a recording</source>
        <translation>eine Aufnahme</translation>
    </message>
    <message>
        <source>a link</source>
        <translation>ein Link</translation>
    </message>
    <message>
        <source>a reaction</source>
        <translation>eine Reaktion</translation>
    </message>
    <message>
        <source>replies</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>a pin</source>
        <translation>eine Anheftung</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>angeheftet</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>a reply</source>
        <translation>eine Antwort</translation>
    </message>
    <message>
        <source>a mention of you</source>
        <translation>eine Erwähnung von dir</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>ungelesen</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>Von: %1</translation>
    </message>
    <message>
        <source>me</source>
        <translation>mir</translation>
    </message>
    <message>
        <source>In: %1</source>
        <translation>In: %1</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Vor: %1</translation>
    </message>
    <message>
        <source>After: %1</source>
        <translation>Nach: %1</translation>
    </message>
    <message>
        <source>Has: %1</source>
        <translation>Hat: %1</translation>
    </message>
    <message>
        <source>Is: %1</source>
        <translation>Ist: %1</translation>
    </message>
    <message>
        <source>Not: %1</source>
        <translation>Nicht: %1</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Mir</translation>
    </message>
    <message>
        <source>In</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Before…</source>
        <translation>Vor…</translation>
    </message>
    <message>
        <source>After…</source>
        <translation>Nach…</translation>
    </message>
    <message>
        <source>Has</source>
        <translation>Hat</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Ist</translation>
    </message>
</context>
<context>
    <name>ServerAddress</name>
    <message>
        <source>This is not a server address. Write it like chat.example.org.</source>
        <translation>Das ist keine Serveradresse. Schreibe sie wie chat.example.org.</translation>
    </message>
</context>
<context>
    <name>XdgAutostart</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
</context>
</TS>
