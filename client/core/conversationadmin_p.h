// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/connection.h"
#include "core/conversationadmin.h"
#include "core/localstore.h"
#include "core/rest.h"
#include "core/roster.h"
#include "core/session.h"

namespace Hearth {

struct ConversationAdmin::Private {
    void load(const QHash<ConversationId, QJsonObject> &unsent);
    void sendAll(); // what waits
    void want(const ConversationId &id, const QString &field, const QJsonValue &value);
    void keep(const ConversationId &id, const QJsonObject &settings);
    QCoro::Task<void> send(ConversationId id);
    QCoro::Task<Result<void>> change(QByteArray method, QString path, QByteArray body = {});

    Session &session;
    Rest &rest;
    LocalStore &store;
    Roster &roster;
    const Connection &connection;
    QHash<ConversationId, QJsonObject> unsent = {};
    QSet<ConversationId> sending = {};
};

} // namespace Hearth
