// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/message.h"
#include "storage/sql.h"

// The rows of the search index: what has to be written to bring some conversations up to date, and writing it.
namespace Hearth::SearchRows {

// How far a conversation is indexed.
struct Progress {
    ConversationId id;
    int number = 0;
    qint64 indexedChange = 0;
    qint64 backlogSeq = 0;
};

// A message as the index is to have it.
struct Entry {
    MessageId id;
    qint64 change = 0; // at which it was read
    int conversation = 0; // its number
    qint64 seq = 0;
    Timestamp createdAt = {};
    QString document = {}; // empty: not to be found
    qint64 digest = 0;
};

// Some work for the index: entries, and where the conversations stand when it is done.
struct Piece {
    QList<Entry> entries;
    QList<Progress> progress;
    QList<ConversationId> unknown; // without a number so far
    QList<ConversationId> behind; // which this piece brings only part of the way
};

// Up to about a thousand messages of these conversations, new changes before the backlog.
[[nodiscard]] Piece read(Sql &sql, const QList<ConversationId> &conversations);

// Conversations in which something is missing from the index; 10 000 at most.
[[nodiscard]] QList<ConversationId> findBehind(Sql &sql);

// Gives numbers to conversations. What a large one already holds is backlog: new messages come first.
void enrol(Sql &sql, const QList<ConversationId> &conversations);

// Messages that changed since they were read are left out: a later piece has them.
void write(Sql &sql, const Piece &piece);

// Takes these messages out of the index.
void erase(Sql &sql, const QList<MessageId> &messages);

} // namespace Hearth::SearchRows
