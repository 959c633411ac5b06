<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Hearth::AccountButton</name>
    <message numerus="yes">
        <source>%1, %n unread</source>
        <translation>
            <numerusform>%1, %n unread</numerusform>
            <numerusform>%1, %n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hearth::AttachmentStrip</name>
    <message numerus="yes">
        <source>%n more were refused.</source>
        <translation>
            <numerusform>%n more was refused.</numerusform>
            <numerusform>%n more were refused.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hearth::ConnectionNotice</name>
    <message numerus="yes">
        <source>You are offline. %n messages will be sent when you are back.</source>
        <translation>
            <numerusform>You are offline. %n message will be sent when you are back.</numerusform>
            <numerusform>You are offline. %n messages will be sent when you are back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Connecting… (retry in %n s)</source>
        <translation>
            <numerusform>Connecting… (retry in %n s)</numerusform>
            <numerusform>Connecting… (retry in %n s)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hearth::ConversationHeader</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hearth::InfoPane</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hearth::JumpButton</name>
    <message numerus="yes">
        <source>Jump to the latest messages, %n new</source>
        <translation>
            <numerusform>Jump to the latest messages, %n new</numerusform>
            <numerusform>Jump to the latest messages, %n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hearth::MessageLayout</name>
    <message numerus="yes">
        <source>%n replies</source>
        <translation>
            <numerusform>%n reply</numerusform>
            <numerusform>%n replies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hearth::ReportDialog</name>
    <message numerus="yes">
        <source>The report is too long by %n characters.</source>
        <translation>
            <numerusform>The report is too long by %n character.</numerusform>
            <numerusform>The report is too long by %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hearth::SearchPane</name>
    <message numerus="yes">
        <source>More than %n results</source>
        <translation>
            <numerusform>More than %n result</numerusform>
            <numerusform>More than %n results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n results</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hearth::TimelineView</name>
    <message numerus="yes">
        <source>%n others</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replies</source>
        <translation>
            <numerusform>%n reply</numerusform>
            <numerusform>%n replies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hearth::Tray</name>
    <message numerus="yes">
        <source>Hearth: %n unread</source>
        <translation>
            <numerusform>Hearth: %n unread</numerusform>
            <numerusform>Hearth: %n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotificationText</name>
    <message numerus="yes">
        <source>%n new messages</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
</context>
</TS>
