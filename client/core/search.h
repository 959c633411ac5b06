// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/types.h"
#include "wire/search.h"

#include <QCoroTask>

#include <memory>

namespace Hearth {

// Looks for messages in what is stored here and on the server. Nothing it does changes anything.
class Search
{
public:
    struct Query {
        QString text; // words and filters, see searchtext.h
        std::optional<ConversationId> in = {}; // only there

        bool operator==(const Query &) const = default;
    };

    struct Private;
    explicit Search(std::unique_ptr<Private> d);
    ~Search();

    // Newest first. What is:unread finds, only the server knows.
    QCoro::Task<Result<QList<SearchResult>>> stored(Query query);
    QCoro::Task<Result<Page<SearchResult>>> onServer(Query query, std::optional<QString> cursor = {});

    // The place of the first message at or after a time; offline, of the first that is stored. When there is
    // none, the end of the conversation.
    QCoro::Task<Result<qint64>> placeAt(ConversationId conversation, Timestamp time);

private:
    const std::unique_ptr<Private> d;
};

} // namespace Hearth
