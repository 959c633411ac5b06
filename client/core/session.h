// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/timing.h"
#include "core/types.h"

#include <QCoroTask>
#include <QObject>
#include <QUrl>

#include <memory>

namespace Hearth {

class ConversationAdmin;
class Devices;
class MessageChanges;
class Notifications;
class Profile;
class Safety;
class Search;
class Threads;
class Transfers;

// Everything the client knows of one account at one server, and everything it can do there. What it shows
// comes from the local store and is there before the network answers; every action is applied locally first.
// Lives on the GUI thread; slow work happens elsewhere and comes back as signals or tasks.
class Session : public QObject
{
    Q_OBJECT

public:
    struct Config {
        QUrl server; // http(s)://host:port
        QString dataDir; // of this account
        AuthTokens tokens; // what signing in gave; may be empty on an offline start with a known account
        Account account;
        Timing timing = {};
    };

    explicit Session(Config config, QObject *parent = nullptr);
    ~Session() override;

    // Opens the local store, then connects. The rest of this class may be used once it has finished.
    QCoro::Task<Result<void>> start();

    [[nodiscard]] const Account &account() const;
    [[nodiscard]] const UserId &userId() const;
    [[nodiscard]] const QUrl &server() const;

    [[nodiscard]] ConnectionState connectionState() const;
    [[nodiscard]] std::optional<Timestamp> nextAttemptAt() const; // while Offline and waiting
    void reconnectNow();
    void reconnectAnew(); // also when there is a connection: the way to the server is another one
    void useTokens(const AuthTokens &tokens); // after signing in again: AuthNeeded ends

    // Conversations, all of them, in no order.
    [[nodiscard]] QList<ConversationSummary> conversations() const;
    [[nodiscard]] std::optional<ConversationSummary> conversation(const ConversationId &id) const;

    // People. Unknown ids get a placeholder at once and userChanged() when they are known.
    [[nodiscard]] User user(const UserId &id) const;
    [[nodiscard]] PresenceStatus presence(const UserId &id) const;
    [[nodiscard]] QList<UserId> typing(const ConversationId &id) const;

    // Watermarks of the other members of a conversation.
    [[nodiscard]] QList<Member> members(const ConversationId &id) const;

    // Messages of a conversation, oldest first; from the local store, and from the server where that has a
    // gap. Offline the answer holds what there is. `hasMore` says whether there may be more in that
    // direction.
    QCoro::Task<Result<MessageSlice>> newest(ConversationId id, int limit);
    QCoro::Task<Result<MessageSlice>> before(ConversationId id, qint64 seq, int limit);
    QCoro::Task<Result<MessageSlice>> after(ConversationId id, qint64 seq, int limit);
    QCoro::Task<Result<MessageSlice>> around(ConversationId id, qint64 seq, int limit);

    // What waits to be sent or could not be sent in a conversation, in the order of writing.
    [[nodiscard]] QList<OutgoingMessage> outgoing(const ConversationId &id) const;

    // Queues a message; it is on the disk before it is sent and survives a restart. Returns its
    // client_msg_id. The files are uploaded first; they may go once they are copied, soon after this.
    QString send(const ConversationId &id, MessageDraft draft, const QList<OutgoingFile> &files = {});
    void retry(const QString &clientMsgId);
    void drop(const QString &clientMsgId);
    // Another text for a message that waits; false when it is too late for that.
    bool rewrite(const QString &clientMsgId, const QString &text, const QList<Mention> &mentions);

    // What is done to messages that are there.
    [[nodiscard]] MessageChanges &changes();

    void markRead(const ConversationId &id, qint64 seq);
    void setTyping(const ConversationId &id, bool typing);
    void setPresence(PresenceStatus status);

    QCoro::Task<Result<ConversationId>> createDirect(UserId other);
    QCoro::Task<Result<ConversationId>> createGroup(QString name, QList<UserId> members);
    QCoro::Task<Result<QList<User>>> searchUsers(QString prefix);

    [[nodiscard]] QString draft(const ConversationId &id) const;
    void setDraft(const ConversationId &id, const QString &text);

    [[nodiscard]] ConversationAdmin &admin();
    [[nodiscard]] Devices &devices();
    [[nodiscard]] Notifications &notifications();
    [[nodiscard]] Profile &profile();
    [[nodiscard]] Safety &safety();
    [[nodiscard]] Search &search();
    [[nodiscard]] Threads &threads();
    [[nodiscard]] Transfers &transfers();

    [[nodiscard]] qint64 storedBytes() const; // that what can be fetched again takes on this computer
    QCoro::Task<Result<void>> clearStored(); // of it; what is looked at then is fetched again

    QCoro::Task<Result<void>> signOut(); // ends the session on the server and removes the local data

Q_SIGNALS:
    void connectionStateChanged(ConnectionState state);
    void tokensChanged(const AuthTokens &tokens); // keep the refresh token
    void conversationsReset();
    void conversationChanged(const ConversationId &id); // new, or something in its summary changed
    void userChanged(const UserId &id);
    void presenceChanged(const UserId &id);
    void typingChanged(const ConversationId &id);
    void membersChanged(const ConversationId &id); // watermarks, too
    void messagesChanged(const ConversationId &id, const QList<Message> &messages); // new or changed, by seq
    void messagesReset(const ConversationId &id); // what is shown may have a gap now: load again
    void outgoingChanged(const ConversationId &id);
    void messageArrived(const Message &message); // live, from somebody else: for notifications
    void failed(const Error &error); // something in the background that the person should know

private:
    struct Private;
    const std::unique_ptr<Private> d;
};

// Signing in, before there is a Session.
[[nodiscard]] QCoro::Task<Result<AuthTokens>> login(QUrl server, LoginRequest request);
[[nodiscard]] QCoro::Task<Result<AuthTokens>> registerAccount(QUrl server, RegisterRequest request);
[[nodiscard]] QCoro::Task<Result<AuthTokens>> refresh(QUrl server, QString refreshToken);
// Whose access token it is, of this server or of another user service that it trusts. There is no other in
// what comes back, so once it has expired somebody has to sign in again.
[[nodiscard]] QCoro::Task<Result<AuthTokens>> checkToken(QUrl server, QString token);
[[nodiscard]] QCoro::Task<Result<void>> probe(QUrl server); // is a Hearth server there?

} // namespace Hearth
