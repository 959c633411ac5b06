// SPDX-License-Identifier: Apache-2.0
#pragma once

// Times are milliseconds since 1970 in UTC, enumerators their wire names, lists and objects JSON.
// Messages, mentions and receipts have no foreign keys: the transaction that writes them has locked and
// checked the conversation and the membership, and a check per row would halve what a group commit carries.
namespace Hearth::Migrations {

inline constexpr const char *messaging = R"sql(
CREATE TABLE users (
    id TEXT PRIMARY KEY,
    username TEXT NOT NULL,
    username_key TEXT NOT NULL UNIQUE,      -- case-folded
    display_name TEXT NOT NULL,
    display_name_key TEXT NOT NULL,
    email TEXT,
    avatar_url TEXT,
    password_hash TEXT,
    presence_choice TEXT,
    shows_receipts BOOLEAN NOT NULL DEFAULT TRUE,
    shows_presence BOOLEAN NOT NULL DEFAULT TRUE,
    admin BOOLEAN NOT NULL DEFAULT FALSE,
    disabled BOOLEAN NOT NULL DEFAULT FALSE,
    last_seen BIGINT,
    created_at BIGINT NOT NULL
);
CREATE INDEX users_display_name ON users (display_name_key);

CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id),
    refresh_hash TEXT NOT NULL UNIQUE,      -- base64 of the hash of the valid token
    device_name TEXT NOT NULL,
    ip TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    last_used_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked_at BIGINT
);
CREATE INDEX sessions_user ON sessions (user_id);

CREATE TABLE former_refresh_hashes (        -- to recognise that an old token is used again
    hash TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE
);
CREATE INDEX former_refresh_hashes_session ON former_refresh_hashes (session_id);

CREATE TABLE conversations (
    id TEXT PRIMARY KEY,
    type TEXT NOT NULL,
    name TEXT,
    description TEXT,
    avatar_url TEXT,
    history TEXT NOT NULL,
    direct_key TEXT UNIQUE,                 -- the two participants, sorted
    member_count INTEGER NOT NULL,
    first_seq BIGINT NOT NULL DEFAULT 1,
    last_seq BIGINT NOT NULL DEFAULT 0,
    last_change BIGINT NOT NULL,
    last_ordinal BIGINT NOT NULL DEFAULT 0, -- counts messages that are not system messages
    fields_change BIGINT NOT NULL,          -- the change at which a field of this row last changed
    last_activity_at BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);

CREATE TABLE conversation_members (
    conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL REFERENCES users (id),
    role TEXT NOT NULL,
    can_send_messages BOOLEAN NOT NULL DEFAULT TRUE,
    joined_at BIGINT NOT NULL,
    joined_seq BIGINT NOT NULL,             -- last_seq when they joined
    delivered_seq BIGINT NOT NULL,
    read_seq BIGINT NOT NULL,
    read_ordinal BIGINT NOT NULL,           -- the ordinal at read_seq: unread = last_ordinal - read_ordinal
    change BIGINT NOT NULL,
    removed_at BIGINT,                      -- the row stays, so that changes can tell
    pinned BOOLEAN NOT NULL DEFAULT FALSE,
    archived BOOLEAN NOT NULL DEFAULT FALSE,
    muted_until BIGINT,
    level TEXT NOT NULL DEFAULT 'all',
    touched_at BIGINT NOT NULL,             -- own activity: receipts and settings
    PRIMARY KEY (conversation_id, user_id)
);
CREATE INDEX conversation_members_user ON conversation_members (user_id);
CREATE INDEX conversation_members_change ON conversation_members (conversation_id, change);

CREATE TABLE messages (
    id TEXT PRIMARY KEY,
    conversation_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    change BIGINT NOT NULL,
    ordinal BIGINT NOT NULL,                -- messages up to here that are not system messages
    sender_id TEXT NOT NULL,
    client_msg_id TEXT,
    request_hash TEXT NOT NULL,             -- tells a repeated request from another one with the same key
    type TEXT NOT NULL,
    content TEXT NOT NULL,
    mentions TEXT NOT NULL DEFAULT '[]',
    reply_to_id TEXT,
    thread_root_id TEXT,
    reply_count INTEGER NOT NULL DEFAULT 0,
    attachments TEXT NOT NULL DEFAULT '[]',
    metadata TEXT NOT NULL DEFAULT '{}',
    reactions TEXT NOT NULL DEFAULT '[]',
    pinned BOOLEAN NOT NULL DEFAULT FALSE,
    edited_at BIGINT,
    deleted_at BIGINT,
    created_at BIGINT NOT NULL,
    UNIQUE (conversation_id, seq),
    UNIQUE (sender_id, client_msg_id)
);
CREATE INDEX messages_change ON messages (conversation_id, change);

CREATE TABLE message_mentions (
    user_id TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (user_id, conversation_id, seq)
);

CREATE TABLE receipts (                     -- who got how far when; only ever added to
    conversation_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    up_to_seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (conversation_id, user_id, kind, up_to_seq)
)
)sql";

} // namespace Hearth::Migrations
