// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

// The limits that both sides hold to. The server states the ones a client needs in `hello`.
namespace Hearth::Limits {

inline constexpr int httpHeadBytes = 16 * 1024;
inline constexpr int httpBodyBytes = 1024 * 1024; // files excepted
inline constexpr int frameBytes = 256 * 1024;
inline constexpr int syncFrameBytes = 64 * 1024;
inline constexpr int sendQueueBytes = 1024 * 1024; // per connection

inline constexpr int contentCodePoints = 10'000;
inline constexpr int userIdLength = 128; // UTF-16 code units
inline constexpr int usernameLength = 64; // UTF-16 code units
inline constexpr int displayNameLength = 128; // UTF-16 code units
inline constexpr int conversationNameLength = 128; // UTF-16 code units
inline constexpr int descriptionLength = 2'000; // UTF-16 code units
inline constexpr int emailLength = 254; // RFC 5321 section 4.5.3.1.3
inline constexpr int passwordMinCodePoints = 8;
inline constexpr int passwordMaxCodePoints = 256;
inline constexpr int requestIdLength = 64; // UTF-16 code units
inline constexpr int metadataBytes = 16 * 1024;
inline constexpr int metadataDepth = 32; // a page of messages nests it further; parsers stop at 1 024
inline constexpr int mentionsPerMessage = 100;
inline constexpr int attachmentsPerMessage = 20;

inline constexpr int groupMembers = 10'000;
inline constexpr int membersInConversation = 100; // listed inside a Conversation
inline constexpr int typingMembers = 100; // larger groups get no typing notices
inline constexpr int receiptMembers = 50; // larger groups ask for receipts
inline constexpr int presenceMembers = 100; // larger groups are no presence audience
inline constexpr int presenceSubscriptions = 200;

inline constexpr int pageDefault = 50;
inline constexpr int pageMax = 100;
inline constexpr int changesMax = 200; // per answer
inline constexpr int changesTooFar = 1'000; // further behind: start from a snapshot
inline constexpr int reactionUsersListed = 50;
inline constexpr int reactionsPerMessage = 20; // kinds of emoji
inline constexpr int emojiCodeUnits = 64; // UTF-16; the longest ZWJ sequences have about 20

inline constexpr qint64 counterMax = (qint64(1) << 53) - 1; // RFC 8259 section 6

} // namespace Hearth::Limits
