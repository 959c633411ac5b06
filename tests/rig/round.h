// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rig/checker.h"
#include "rig/faults.h"
#include "rig/scriptedclient.h"
#include "rig/sessionclient.h"

namespace Hearth::Rig {

// Traffic of all kinds in conversations of its own, with faults, until it ends and everybody has settled;
// then the record is checked.
class Round
{
public:
    struct Stage {
        const Test::ServerProcess &server;
        QUrl address; // where clients connect: a bad network
        std::vector<std::unique_ptr<SessionClient>> &sessions;
        Faults &faults;
    };

    Round(Stage stage, int number, quint32 seed);
    ~Round();

    // What was broken; `why` says what did not settle in time, if anything.
    [[nodiscard]] QList<Violation> run(std::chrono::seconds traffic, QString *why);

    [[nodiscard]] qsizetype acknowledged() const;
    [[nodiscard]] const Record &record() const { return m_record; }

private:
    void makeConversations();
    ConversationId make(const QList<UserId> &members);
    void actOnce();
    int shout(); // something long that everybody gets; how many said it
    QCoro::Task<void> changeMember(ConversationId id, UserId user);
    QCoro::Task<Result<QJsonObject>> insist(HttpCall call, UserId as);
    [[nodiscard]] bool isSettled() const;
    [[nodiscard]] QString unsettled() const;
    [[nodiscard]] QList<ConversationId> conversationsOf(const UserId &user) const;
    void recordEnd();
    void recordHistory(const ConversationId &id);
    void recordCounters(const ConversationId &id, const UserId &user);
    template<typename T>
    [[nodiscard]] T fetch(const UserId &as, const QString &path) const;
    [[nodiscard]] QString tokenOf(const UserId &user) const;

    const Stage m_stage;
    const QString m_name;
    QRandomGenerator m_random;
    Record m_record;
    Http m_http;
    std::vector<std::unique_ptr<ScriptedClient>> m_clients; // the last one is a stranger
    QList<UserId> m_people; // scripted ones
    QList<ConversationId> m_conversations;
    QList<ConversationId> m_shared; // with the sessions
    ConversationId m_open; // members come and go
    UserId m_owner;
    bool m_changing = false; // a member of it
    int m_said = 0;
};

} // namespace Hearth::Rig
