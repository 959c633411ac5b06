// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Hearth::Migrations {

inline constexpr const char *service = R"sql(
ALTER TABLE users ADD COLUMN banned BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE users ADD COLUMN deleted_at BIGINT;
ALTER TABLE users ADD COLUMN last_notification BIGINT NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN platform TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN app_version TEXT NOT NULL DEFAULT '';
ALTER TABLE conversations ADD COLUMN deleted_at BIGINT;

CREATE TABLE message_edits (                -- what an edit replaced
    message_id TEXT NOT NULL,
    change BIGINT NOT NULL,                 -- the change that replaced it
    content TEXT NOT NULL,
    mentions TEXT NOT NULL,
    written_at BIGINT NOT NULL,
    PRIMARY KEY (message_id, change)
);

CREATE TABLE message_reactions (
    message_id TEXT NOT NULL,
    emoji TEXT NOT NULL,
    user_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (message_id, emoji, user_id)
);
CREATE INDEX message_reactions_user ON message_reactions (user_id);
CREATE INDEX message_mentions_message ON message_mentions (conversation_id, seq);
CREATE INDEX messages_thread ON messages (thread_root_id, seq);
CREATE INDEX messages_sender ON messages (sender_id, created_at);

CREATE TABLE files (
    id TEXT PRIMARY KEY,
    uploaded_by TEXT NOT NULL,
    audience TEXT NOT NULL,                 -- members: of conversations that hold it; everybody: avatars
    name TEXT NOT NULL,
    mime_type TEXT NOT NULL,
    size BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    width INTEGER,
    height INTEGER,
    duration DOUBLE PRECISION,
    thumbnail BOOLEAN NOT NULL DEFAULT FALSE,
    attached BOOLEAN NOT NULL DEFAULT FALSE, -- once to a message or an avatar; the others are orphans in the end
    created_at BIGINT NOT NULL
);
CREATE INDEX files_uploader ON files (uploaded_by);

CREATE TABLE message_files (
    message_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    file_id TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    PRIMARY KEY (message_id, position)
);
CREATE INDEX message_files_file ON message_files (file_id);

CREATE TABLE blob_removals (                -- contents whose row is gone, until they are gone, too
    file_id TEXT PRIMARY KEY,
    at BIGINT NOT NULL
);

CREATE TABLE notifications (
    user_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    data TEXT NOT NULL DEFAULT '{}',
    conversation_id TEXT,
    message_id TEXT,                        -- goes with this message
    source_id TEXT,                         -- of the event from outside that caused it: one event, one row
    read_at BIGINT,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, number),
    UNIQUE (user_id, source_id)
);
CREATE INDEX notifications_message ON notifications (message_id);

CREATE TABLE invites (
    code TEXT PRIMARY KEY,
    created_by TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT,
    max_uses INTEGER NOT NULL,
    uses INTEGER NOT NULL DEFAULT 0,
    revoked_at BIGINT
);

CREATE TABLE blocks (
    user_id TEXT NOT NULL,                  -- who wants to hear no more
    blocked_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (user_id, blocked_id)
);
CREATE INDEX blocks_blocked ON blocks (blocked_id);

CREATE TABLE reports (
    id TEXT PRIMARY KEY,
    reporter_id TEXT NOT NULL,
    user_id TEXT,
    message_id TEXT,
    reason TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    resolved_at BIGINT,
    resolved_by TEXT
);
CREATE INDEX reports_open ON reports (resolved_at, created_at)
)sql";

} // namespace Hearth::Migrations
