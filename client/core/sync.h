// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/pauses.h"
#include "core/roster.h"
#include "core/throttle.h"
#include "wire/serverframes.h"

#include <QQueue>

namespace Hearth {

class Connection;

// Keeps the roster and the local store at the state of the server: applies live frames in the order of
// `change`, and fetches what was missed (protocol.md, Resume). Signals follow when a step is stored.
class Sync : public QObject
{
    Q_OBJECT

public:
    Sync(Connection &connection, LocalStore &store, Roster &roster, const Timing &timing, UserId self);

    void load(const QString &epoch, std::optional<Timestamp> since);

    // A message that came outside message.new, as an ack. False when it is known already.
    bool observe(const Message &message);
    // A conversation as REST gave it.
    QCoro::Task<void> adopt(Conversation conversation);
    // What is stored of the messages goes, and comes again as if this were the first connection.
    void forgetMessages();
    void cancel() { m_pauses.cancel(); }

Q_SIGNALS:
    void conversationsReset();
    void conversationChanged(const ConversationId &id);
    void conversationRemoved(const ConversationId &id);
    void membersChanged(const ConversationId &id);
    void messagesStored(const ConversationId &id, const QList<Message> &messages); // by seq
    void messagesReset(const ConversationId &id);
    void messageArrived(const Message &message); // live
    void readElsewhere(const ConversationId &id, qint64 seq);
    void typingHeard(const ConversationId &id, const UserId &user, bool typing);
    void presenceHeard(const Presence &presence);
    void userHeard(const User &user); // who is called otherwise, or has another picture
    void failed(const Error &error);

private:
    void onReady(const Hello &hello);
    void onLost();
    void stopCatchingUp();

    void on(const NewMessage &frame) { observe(frame.data); }
    void on(const MessageUpdated &frame) { observeChanged(frame.data); }
    void on(const MessageDeleted &frame) { observeChanged(frame.data); }
    void on(const ReactionAdded &frame) { fetchChange(frame.conversationId, frame.change); }
    void on(const ReactionRemoved &frame) { fetchChange(frame.conversationId, frame.change); }
    void on(const MessageDelivered &frame);
    void on(const MessageRead &frame);
    void on(const TypingIndicator &frame);
    void on(const PresenceChanged &frame) { Q_EMIT presenceHeard(frame.presence); }
    void on(const UserUpdated &frame) { Q_EMIT userHeard(frame.user); }
    void on(const ConversationCreated &frame);
    void on(const ConversationUpdated &frame) { fetchChange(frame.conversationId, frame.change); }
    void on(const ConversationDeleted &frame) { leave(frame.conversationId); }
    void on(const MemberAdded &frame) { fetchChange(frame.conversationId, frame.change); }
    void on(const MemberRemoved &frame);
    void on(const MemberUpdated &frame) { fetchChange(frame.conversationId, frame.change); }
    void on(const ConversationSettings &frame);
    void on(const SyncHeads &frame);
    void on(const SyncDone &frame);
    // The connection deals with these, and Notifications with the last two.
    void on(const Hello &) { }
    void on(const Ack &) { }
    void on(const Pong &) { }
    void on(const ServerDraining &) { }
    void on(const NewNotification &) { }
    void on(const NotificationsRead &) { }
    void on(const ErrorFrame &frame);

    QCoro::Task<void> resume();
    void startOver();
    void removeUnlisted();
    void voidCursors();
    void finishIfCaughtUp();

    void observeChanged(const Message &message);
    void fetchChange(const ConversationId &id, qint64 change);
    void fallBehind(const ConversationId &id);
    void startCatchUps();
    QCoro::Task<void> catchUp(ConversationId id);
    QCoro::Task<bool> step(ConversationId id); // true when there is more
    QCoro::Task<bool> apply(ConversationId id, Changes changes);
    QCoro::Task<void> applyLive(Message message);
    void announce(const Message &message);
    void replay(const ConversationId &id);
    void leave(const ConversationId &id);
    bool keptStored(const ConversationId &id, qint64 since, const Result<void> &stored);
    void advance(const ConversationId &id, const UserId &user, qint64 delivered, qint64 read);

    Connection &m_connection;
    LocalStore &m_store;
    Roster &m_roster;
    const Timing &m_timing;
    const UserId m_self;
    Throttle m_delivered;
    Pauses m_pauses;

    QString m_epoch;
    std::optional<Timestamp> m_since; // of the next sync
    int m_round = 0; // grows when everything under way becomes void
    std::optional<Timestamp> m_nextSince; // once this round's heads are in
    bool m_complete = true; // nothing was skipped in this round
    bool m_cursorsAreWrong = false;
    QHash<ConversationId, qint64> m_atHello; // changes known when the round began
    QSet<ConversationId> m_listed; // in this round

    QHash<ConversationId, QList<Message>> m_behind; // catching up; what came live meanwhile
    QHash<ConversationId, qint64> m_wanted; // of those: the last change that was heard of
    QQueue<ConversationId> m_queue;
    int m_running = 0;
};

} // namespace Hearth
