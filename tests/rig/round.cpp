// SPDX-License-Identifier: Apache-2.0
#include "rig/round.h"

#include "support/testclient.h"
#include "wire/limits.h"
#include "wire/members.h"

#include <QCoroTimer>
#include <QTest>

namespace Hearth::Rig {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int people = 6;
constexpr int settleMs = 90'000;
constexpr auto betweenActions = 20ms;
constexpr int tokenSeconds = 24 * 3600;

// As long as a message may be, four bytes each.
const QString longWord = u"\U0001F525"_s.repeated(Limits::contentCodePoints);
constexpr int longWordsAtOnce = 4;

} // namespace

Round::Round(Stage stage, int number, quint32 seed)
    : m_stage(std::move(stage))
    , m_name(u"round-%1"_s.arg(number))
    , m_random(seed)
    , m_http(m_stage.server.url())
{
    for (int i = 0; i < people; ++i)
        m_people += u"%1-person-%2"_s.arg(m_name).arg(i);
    m_owner = m_people.first();
    makeConversations();
    QUrl webSocket = m_stage.address;
    webSocket.setScheme(u"ws"_s);
    webSocket.setPath(u"/ws"_s);
    for (const UserId &user : m_people + QList<UserId>{m_name + u"-stranger"_s}) {
        m_clients.push_back(std::make_unique<ScriptedClient>(user, webSocket, tokenOf(user), m_record));
        m_clients.back()->connectToServer();
    }
    for (const auto &session : m_stage.sessions)
        session->setRecord(&m_record);
}

Round::~Round()
{
    for (const auto &session : m_stage.sessions)
        session->setRecord(nullptr);
}

QString Round::tokenOf(const UserId &user) const
{
    return Test::ServerProcess::externalToken(user, tokenSeconds);
}

ConversationId Round::make(const QList<UserId> &members)
{
    CreateConversation request;
    request.type = members.size() == 2 ? ConversationType::Direct : ConversationType::Group;
    if (members.size() > 2)
        request.name = m_name + u" of %1"_s.arg(members.size());
    request.memberIds = members;
    const auto answer = Test::RestClient(m_stage.server.url(), tokenOf(members.first()))
                            .call("POST", u"/api/v1/conversations"_s, toJson(request));
    const auto made = parse<Conversation>(answer.body);
    if (!made)
        qFatal("no conversation: %s", answer.body.constData());
    m_conversations += made->id;
    m_record.members[made->id] = {members.begin(), members.end()};
    return made->id;
}

void Round::makeConversations()
{
    QList<UserId> everybody = m_people;
    for (const auto &session : m_stage.sessions)
        everybody += session->user();
    make({m_people[0], m_people[1]});
    make(m_people.first(4));
    m_shared += make(everybody);
    for (const auto &session : m_stage.sessions)
        m_shared += make({m_people[0], session->user(), m_people[2]});
    m_open = make(m_people);
}

QList<Violation> Round::run(std::chrono::seconds traffic, QString *why)
{
    QTimer actions;
    QObject::connect(&actions, &QTimer::timeout, &actions, [this] { actOnce(); });
    actions.start(betweenActions);
    const qint64 end = m_record.clock.elapsed() + std::chrono::milliseconds(traffic).count();
    while (m_record.clock.elapsed() < end) {
        QTest::qWait(500 + m_random.bounded(2'500));
        m_stage.faults.inject(m_record, [this] { return shout(); });
    }
    actions.stop();
    m_stage.faults.calm();

    const auto settled = [this] { return isSettled(); };
    if (!QTest::qWaitFor(settled, settleMs)) {
        *why = unsettled();
        return {};
    }
    for (const auto &client : m_clients)
        client->settle();
    if (!QTest::qWaitFor(settled, settleMs)) {
        *why = unsettled();
        return {};
    }
    recordEnd();
    for (const auto &session : m_stage.sessions) {
        if (!session->recordFinalState(conversationsOf(session->user())))
            *why = session->unsettled();
    }
    return check(m_record);
}

void Round::actOnce()
{
    if (m_random.bounded(100) < 15) {
        const auto &session = m_stage.sessions[size_t(m_random.bounded(int(m_stage.sessions.size())))];
        const ConversationId id = m_shared[m_random.bounded(int(m_shared.size()))];
        if (!m_record.members[id].contains(session->user()))
            return;
        if (m_random.bounded(4) == 0)
            session->readAll(id);
        else
            session->send(id, u"session %1"_s.arg(++m_said));
        return;
    }
    if (m_random.bounded(100) == 0 && !m_changing) {
        changeMember(m_open, m_people[1 + m_random.bounded(people - 1)]);
        return;
    }
    ScriptedClient &client = *m_clients[size_t(m_random.bounded(people))];
    const ConversationId id = m_conversations[m_random.bounded(int(m_conversations.size()))];
    if (m_record.members[id].contains(client.user()) && client.knows(id))
        client.act(id, m_random);
}

// Only who has an answer to all before: what was said has been stored and sent to the others then.
int Round::shout()
{
    int said = 0;
    for (int i = 0; i < people; ++i) {
        ScriptedClient &client = *m_clients[size_t(i)];
        if (client.isSettled() && client.knows(m_shared.first())) {
            for (int n = 0; n < longWordsAtOnce; ++n, ++said)
                client.send(m_shared.first(), longWord);
        }
    }
    return said;
}

// Somebody is removed and comes back a little later.
QCoro::Task<void> Round::changeMember(ConversationId id, UserId user)
{
    m_changing = true;
    const QString path = u"/api/v1/conversations/%1/members"_s.arg(id);
    HttpCall remove{"DELETE", path + u'/' + user};
    co_await insist(std::move(remove), m_owner);
    const std::chrono::milliseconds away(m_random.bounded(1'500));
    co_await QCoro::sleepFor(away);
    Event inviting{Event::Kind::Inviting, m_owner, id};
    inviting.subject = user;
    m_record.add(inviting);
    HttpCall add{"POST", path};
    add.body = toJson(AddMember{user});
    co_await insist(std::move(add), m_owner);
    m_changing = false;
}

// Until the server says yes or no.
QCoro::Task<Result<QJsonObject>> Round::insist(HttpCall call, UserId as)
{
    while (true) {
        auto answer = co_await m_http.send(call, tokenOf(as));
        if (answer || !isRetryable(answer.error().code))
            co_return answer;
        co_await QCoro::sleepFor(200ms);
    }
}

bool Round::isSettled() const
{
    return !m_changing
        && std::ranges::all_of(m_clients, [](const auto &client) { return client->isSettled(); })
        && std::ranges::all_of(m_stage.sessions, [this](const auto &session) {
               return session->isSettled(conversationsOf(session->user()));
           });
}

QList<ConversationId> Round::conversationsOf(const UserId &user) const
{
    QList<ConversationId> own = m_conversations;
    own.removeIf([&](const ConversationId &id) { return !m_record.members.value(id).contains(user); });
    return own;
}

QString Round::unsettled() const
{
    QStringList lines;
    if (m_changing)
        lines += u"a member is still being changed"_s;
    for (const auto &client : m_clients) {
        if (!client->isSettled())
            lines += client->unsettled();
    }
    for (const auto &session : m_stage.sessions)
        lines += session->unsettled();
    return lines.join(u'\n');
}

template<typename T>
T Round::fetch(const UserId &as, const QString &path) const
{
    const auto answer = Test::RestClient(m_stage.server.url(), tokenOf(as)).get(path);
    const auto value = parse<T>(answer.body);
    if (answer.status != 200 || !value)
        qFatal("%s: %d %s", qPrintable(path), answer.status, answer.body.constData());
    return *value;
}

void Round::recordEnd()
{
    for (const auto &client : m_clients)
        client->recordFinalState();
    for (const ConversationId &id : std::as_const(m_conversations)) {
        recordHistory(id);
        for (const UserId &user : m_record.members.value(id)) {
            if (m_people.contains(user))
                recordCounters(id, user);
        }
    }
}

void Round::recordHistory(const ConversationId &id)
{
    States &all = m_record.finalStates[historyKeeper()][id];
    for (bool more = true; more;) {
        const QString path = u"/api/v1/conversations/%1/messages?limit=100&after_seq=%2"_s.arg(id).arg(
            all.isEmpty() ? 0 : all.lastKey());
        const auto page = fetch<Page<Message>>(m_owner, path);
        for (const Message &message : page.items) {
            all.insert(message.seq, {message.id, message.clientMsgId.value_or(QString()), message});
            const QString what = message.metadata.value("event"_L1).toString();
            if (what == "member.removed"_L1 || what == "member.left"_L1) {
                Event removed{Event::Kind::Removed, m_owner, id, {}, message.id, message.seq, message.change};
                removed.subject = message.metadata.value("user_id"_L1).toString();
                m_record.add(removed);
            }
        }
        more = page.hasMore;
    }
}

void Round::recordCounters(const ConversationId &id, const UserId &user)
{
    const auto told = fetch<Conversation>(user, u"/api/v1/conversations/"_s + id);
    Counters counters{told.my.unreadCount, told.my.mentionCount, told.memberCount,
                      told.lastSeq,        told.my.readSeq,      told.lastSeq};
    for (const Member &member : told.members.value_or(QList<Member>())) {
        if (member.userId == user)
            counters.deliveredSeq = member.deliveredSeq;
    }
    m_record.counters[id].insert(user, counters);
}

qsizetype Round::acknowledged() const
{
    return std::ranges::count(m_record.events, Event::Kind::Acked, &Event::kind);
}

} // namespace Hearth::Rig
