// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Hearth::Migrations {

// `account_changed_at` and its like are for other processes, which ask every few seconds what has changed.
// `erasing` says what becomes of a deleted user's messages, until that is done.
inline constexpr const char *accounts = R"sql(
ALTER TABLE users ADD COLUMN account_changed_at BIGINT;
ALTER TABLE users ADD COLUMN erasing TEXT;
CREATE INDEX users_erasing ON users (id) WHERE erasing IS NOT NULL;
CREATE INDEX users_account_changed ON users (account_changed_at) WHERE account_changed_at IS NOT NULL;
CREATE INDEX users_private ON users (id) WHERE NOT shows_receipts OR NOT shows_presence;
CREATE INDEX sessions_revoked ON sessions (revoked_at) WHERE revoked_at IS NOT NULL;

ALTER TABLE blocks ADD COLUMN removed BOOLEAN NOT NULL DEFAULT FALSE;
CREATE INDEX blocks_at ON blocks (at);

CREATE INDEX reports_reporter ON reports (reporter_id);

CREATE TABLE reset_codes (                  -- with one, somebody may set a new password, once
    user_id TEXT PRIMARY KEY,
    code_hash TEXT NOT NULL,
    expires_at BIGINT NOT NULL
)
)sql";

} // namespace Hearth::Migrations
