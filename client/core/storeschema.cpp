// SPDX-License-Identifier: Apache-2.0
#include "core/storeschema.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

const QList<QStringList> &cacheMigrations()
{
    // messages.extra is the whole message as JSON, but only of those that have more than the columns hold.
    // A segment is a range of seq that is known completely; what lies between segments is a gap.
    static const QList<QStringList> migrations{
        {
            u"CREATE TABLE cursor (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"_s,
            u"CREATE TABLE users (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID"_s,
            u"CREATE TABLE conversations (id TEXT PRIMARY KEY, change INTEGER NOT NULL, body TEXT NOT NULL) "
            "WITHOUT ROWID"_s,
            u"CREATE TABLE members (conversation_id TEXT NOT NULL, user_id TEXT NOT NULL, role TEXT NOT "
            u"NULL, "
            "can_send INTEGER NOT NULL, joined_at INTEGER NOT NULL, delivered_seq INTEGER NOT NULL, "
            "read_seq INTEGER NOT NULL, PRIMARY KEY (conversation_id, user_id)) WITHOUT ROWID"_s,
            u"CREATE TABLE segments (conversation_id TEXT NOT NULL, from_seq INTEGER NOT NULL, "
            "to_seq INTEGER NOT NULL, PRIMARY KEY (conversation_id, from_seq)) WITHOUT ROWID"_s,
            u"CREATE TABLE messages (key INTEGER PRIMARY KEY, conversation_id TEXT NOT NULL, seq INTEGER NOT "
            u"NULL, "
            "id TEXT NOT NULL, change INTEGER NOT NULL, sender_id TEXT NOT NULL, client_msg_id TEXT, "
            "type TEXT NOT NULL, content TEXT NOT NULL, created_at INTEGER NOT NULL, extra TEXT)"_s,
            u"CREATE UNIQUE INDEX messages_by_place ON messages (conversation_id, seq)"_s,
            u"CREATE VIRTUAL TABLE message_text USING fts5(content, content='messages', content_rowid='key', "
            "tokenize='unicode61 remove_diacritics 2')"_s,
            u"CREATE TRIGGER message_text_insert AFTER INSERT ON messages BEGIN "
            "INSERT INTO message_text (rowid, content) VALUES (new.key, new.content); END"_s,
            u"CREATE TRIGGER message_text_delete AFTER DELETE ON messages BEGIN "
            "INSERT INTO message_text (message_text, rowid, content) VALUES ('delete', old.key, old.content); END"_s,
            u"CREATE TRIGGER message_text_update AFTER UPDATE OF content ON messages "
            "WHEN old.content <> new.content BEGIN "
            "INSERT INTO message_text (message_text, rowid, content) VALUES ('delete', old.key, "
            "old.content); "
            "INSERT INTO message_text (rowid, content) VALUES (new.key, new.content); END"_s,
        },
        {
            u"CREATE TABLE notifications (id TEXT PRIMARY KEY, number INTEGER NOT NULL, body TEXT NOT NULL) "
            "WITHOUT ROWID"_s,
        }};
    return migrations;
}

const QList<QStringList> &outboxMigrations()
{
    static const QList<QStringList> migrations{
        {
            u"CREATE TABLE own.outbox (position INTEGER PRIMARY KEY AUTOINCREMENT, "
            "client_msg_id TEXT NOT NULL UNIQUE, conversation_id TEXT NOT NULL, draft TEXT NOT NULL, "
            "written_at INTEGER NOT NULL, error_code TEXT, error_detail TEXT)"_s,
            u"CREATE TABLE own.drafts (conversation_id TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID"_s,
            u"CREATE TABLE own.reads (conversation_id TEXT PRIMARY KEY, seq INTEGER NOT NULL) WITHOUT ROWID"_s,
        },
        {
            // What the server has not heard of: settings of conversations, and which notifications were read
            // (an id, or all up to a number).
            u"CREATE TABLE own.settings (conversation_id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID"_s,
            u"CREATE TABLE own.notification_reads (what TEXT PRIMARY KEY) WITHOUT ROWID"_s,
        },
        {
            // The files of messages in the outbox; file_id once they are uploaded.
            u"CREATE TABLE own.attachments (id TEXT PRIMARY KEY, client_msg_id TEXT NOT NULL, "
            "position INTEGER NOT NULL, path TEXT NOT NULL, name TEXT NOT NULL, mime_type TEXT NOT NULL, "
            "size INTEGER NOT NULL, width INTEGER, height INTEGER, copied INTEGER NOT NULL, file_id TEXT) "
            "WITHOUT ROWID"_s,
            u"CREATE INDEX own.attachments_by_message ON attachments (client_msg_id, position)"_s,
        },
        {
            // What was done to messages that are there. `body` is a MessageEdit: its content or the emoji.
            u"CREATE TABLE own.changes (position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, "
            "conversation_id TEXT NOT NULL, message_id TEXT NOT NULL, seq INTEGER NOT NULL, "
            "kind TEXT NOT NULL, body TEXT NOT NULL, made_at INTEGER NOT NULL, error_code TEXT, "
            "error_detail TEXT)"_s,
        }};
    return migrations;
}

} // namespace Hearth
