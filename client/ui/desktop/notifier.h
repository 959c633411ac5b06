// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/types.h"
#include "model/notification.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace Hearth {

class NotificationService;
class Preferences;
class Session;

// Decides what the desktop pops up of what arrives: one notification for each conversation, which goes when
// it was read, here or elsewhere. Nothing of muted conversations, of the one that is being looked at, or
// while the person does not want to be disturbed.
class Notifier : public QObject
{
    Q_OBJECT

public:
    using Watching = std::function<bool(const Session &, const ConversationId &)>; // is it looked at now?

    // The first service that is available shows them.
    Notifier(QList<NotificationService *> services, const Preferences &preferences, Watching watching,
             QObject *parent = nullptr);

    void watch(Session &session);
    void forget(Session &session); // takes away what is shown of it

Q_SIGNALS:
    // `id` is empty for what no conversation holds.
    void openRequested(Session *session, const ConversationId &id, qint64 seq,
                       const QString &activationToken);

private:
    struct Account {
        qint64 newestNumber = 0; // of its notifications, as far as they were looked at
        Timestamp since = {};
        QHash<MessageId, Message> undecided; // told only if they are replies to oneself
    };
    struct Told {
        Session *session = nullptr;
        ConversationId conversation;
        QList<Message> messages; // the oldest first
    };
    void onMessage(Session &session, const Message &message);
    void onChanged(Session &session, const QList<Message> &messages);
    void onRead(Session &session, const ConversationId &id);
    void onEvents(Session &session);
    void onEvent(Session &session, const Notification &event);
    void tell(Session &session, const Message &message);
    void show(const QString &tag);
    void withdraw(const QString &tag);
    void markRead(const QString &tag);
    [[nodiscard]] bool isQuiet(const Session &session) const;
    [[nodiscard]] NotificationService *service() const;

    const QList<NotificationService *> m_services;
    const Preferences &m_preferences;
    const Watching m_watching;
    QHash<Session *, Account> m_accounts;
    QHash<QString, Told> m_told; // by tag
};

} // namespace Hearth
