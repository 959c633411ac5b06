// SPDX-License-Identifier: Apache-2.0
#pragma once

// What search knows, in tables of its own: a change of a message that says nothing else than before rewrites
// none of them. Indexing follows the changes of each conversation (searchindexer.h), a little behind.
namespace Hearth::Migrations {

inline constexpr const char *search = R"sql(
CREATE TABLE search_conversations (
    number INTEGER PRIMARY KEY,             -- names the conversation among the tokens
    conversation_id TEXT NOT NULL UNIQUE REFERENCES conversations (id) ON DELETE CASCADE,
    indexed_change BIGINT NOT NULL,         -- changes of messages up to here are in the index
    backlog_seq BIGINT NOT NULL             -- older messages up to here are not, yet
);

CREATE TABLE search_messages (
    number {row number} PRIMARY KEY,        -- grows with created_at: 4096 of them are one millisecond
    conversation INTEGER NOT NULL,          -- its number
    seq BIGINT NOT NULL,
    digest BIGINT NOT NULL,                 -- of the tokens: tells whether they changed
    UNIQUE (conversation, seq)
);

{search texts}
)sql";

} // namespace Hearth::Migrations
