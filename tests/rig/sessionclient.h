// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session.h"
#include "rig/record.h"

#include <QTemporaryDir>

namespace Hearth::Rig {

// The real core of the desktop client, recorded: what it sends, what its signals say, what it keeps.
class SessionClient : public QObject
{
    Q_OBJECT

public:
    // `server` is where accounts are made, `address` what the session talks to.
    SessionClient(const QString &name, const QUrl &server, const QUrl &address);

    void setRecord(Record *record) { m_record = record; }
    void restart(); // as if the client had been killed and started again

    void send(const ConversationId &conversation, const QString &content);
    void readAll(const ConversationId &conversation);

    [[nodiscard]] bool isSettled(const QList<ConversationId> &conversations) const;
    [[nodiscard]] QString unsettled() const;
    [[nodiscard]] bool recordFinalState(const QList<ConversationId> &conversations);

    [[nodiscard]] UserId user() const { return m_tokens.user.user.id; }
    [[nodiscard]] QString token() const { return m_tokens.accessToken; }

private:
    void saw(const QList<Message> &messages);

    const QUrl m_address;
    QTemporaryDir m_dir;
    AuthTokens m_tokens;
    Record *m_record = nullptr;
    QHash<QString, ConversationId> m_sent; // by key, until it is acknowledged
    std::unique_ptr<Session> m_session;
};

} // namespace Hearth::Rig
