// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/conversationstore.h"
#include "storage/messagestore.h"
#include "storage/userstore.h"
#include "support/databases.h"

namespace Hearth::Test {

// Texts that break what is careless about quotes, encodings, arrays and JSON.
[[nodiscard]] QStringList uglyTexts();

// The value of what has to succeed; ends the test program otherwise.
template<typename T>
T expect(QCoro::Task<Result<T>> task)
{
    Result<T> result = waitFor(std::move(task));
    if (!result)
        qFatal("expected success: %s", qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

// The error of what has to fail.
template<typename T>
Error expectError(QCoro::Task<Result<T>> task)
{
    const Result<T> result = waitFor(std::move(task));
    if (result)
        qFatal("expected an error");
    return result.error();
}

UserId addUser(Database &db, const QString &username);
ConversationId addGroup(Database &db, const QList<UserId> &members, History history = History::All);
ConversationId addDirect(Database &db, const UserId &one, const UserId &other);
[[nodiscard]] MessageInsert textMessage(const ConversationId &conversation, const UserId &sender,
                                        const QString &content = QStringLiteral("hello"));
Message send(MessageStore &store, const MessageInsert &message);

} // namespace Hearth::Test
