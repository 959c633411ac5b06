<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Hearth::AccountButton</name>
    <message numerus="yes">
        <source>%1, %Ln unread</source>
        <translation>
            <numerusform>%1, %Ln unread</numerusform>
            <numerusform>%1, %Ln unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hearth::AttachmentStrip</name>
    <message numerus="yes">
        <source>%Ln more were refused.</source>
        <translation>
            <numerusform>%Ln more was refused.</numerusform>
            <numerusform>%Ln more were refused.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hearth::ConnectionNotice</name>
    <message numerus="yes">
        <source>You are offline. %Ln messages will be sent when you are back.</source>
        <translation>
            <numerusform>You are offline. %Ln message will be sent when you are back.</numerusform>
            <numerusform>You are offline. %Ln messages will be sent when you are back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Connecting… (retry in %Ln s)</source>
        <translation>
            <numerusform>Connecting… (retry in %Ln s)</numerusform>
            <numerusform>Connecting… (retry in %Ln s)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hearth::ConversationHeader</name>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hearth::InfoPane</name>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hearth::JumpButton</name>
    <message numerus="yes">
        <source>Jump to the latest messages, %Ln new</source>
        <translation>
            <numerusform>Jump to the latest messages, %Ln new</numerusform>
            <numerusform>Jump to the latest messages, %Ln new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hearth::MessageLayout</name>
    <message numerus="yes">
        <source>%Ln replies</source>
        <translation>
            <numerusform>%Ln reply</numerusform>
            <numerusform>%Ln replies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hearth::ReportDialog</name>
    <message numerus="yes">
        <source>The report is too long by %Ln characters.</source>
        <translation>
            <numerusform>The report is too long by %Ln character.</numerusform>
            <numerusform>The report is too long by %Ln characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hearth::SearchPane</name>
    <message numerus="yes">
        <source>More than %Ln results</source>
        <translation>
            <numerusform>More than %Ln result</numerusform>
            <numerusform>More than %Ln results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln results</source>
        <translation>
            <numerusform>%Ln result</numerusform>
            <numerusform>%Ln results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hearth::TimelineView</name>
    <message numerus="yes">
        <source>%Ln others</source>
        <translation>
            <numerusform>%Ln other</numerusform>
            <numerusform>%Ln others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln replies</source>
        <translation>
            <numerusform>%Ln reply</numerusform>
            <numerusform>%Ln replies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hearth::Tray</name>
    <message numerus="yes">
        <source>Hearth: %Ln unread</source>
        <translation>
            <numerusform>Hearth: %Ln unread</numerusform>
            <numerusform>Hearth: %Ln unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotificationText</name>
    <message numerus="yes">
        <source>%Ln new messages</source>
        <translation>
            <numerusform>%Ln new message</numerusform>
            <numerusform>%Ln new messages</numerusform>
        </translation>
    </message>
</context>
</TS>
