// SPDX-License-Identifier: Apache-2.0
#include "fleet.h"

namespace Hearth::Bench {

namespace {

constexpr int existing = 200;
constexpr int created = 201;

} // namespace

Fleet::Fleet(Loop &loop, const Options &options)
    : m_loop(loop)
    , m_options(options)
    , m_greeted(options.connections)
{
    for (size_t i = 0; i < options.connections; ++i) {
        const std::string id = "bench-" + options.run + '-' + std::to_string(i);
        m_users.push_back({id, mintToken(id, options.secret)});
    }
}

void Fleet::settle()
{
    std::vector<HttpRequest> conversations;
    for (size_t i = 0; i < m_users.size(); i += 2) {
        conversations.push_back(
            {"POST", "/api/v1/conversations", m_users[i].token,
             R"({"type":"direct","member_ids":[")" + m_users[partnerOf(i)].id + R"("]})"});
    }
    for (const HttpAnswer &answer : exchange(m_loop, m_options.server, conversations))
        m_conversations.push_back(madeBy(answer));
    completeUsers();
}

void Fleet::gather()
{
    completeUsers();
    std::string others;
    for (size_t i = 1; i < m_users.size(); ++i)
        others += (others.empty() ? "\"" : ",\"") + m_users[i].id + '"';
    const std::vector<HttpRequest> group{
        {"POST", "/api/v1/conversations", m_users[0].token,
         R"({"type":"group","name":"bench","member_ids":[)" + others + "]}"}};
    const Conversation made = madeBy(exchange(m_loop, m_options.server, group).front());
    m_conversations.assign(m_users.size() / 2, made);
}

Fleet::Conversation Fleet::madeBy(const HttpAnswer &answer)
{
    const std::string_view id = jsonMember(answer.body, "id");
    if ((answer.status != created && answer.status != existing) || id.empty())
        fatal("no conversation: " + std::to_string(answer.status) + ' ' + answer.body);
    return {std::string(id), jsonNumber(jsonMember(answer.body, "last_seq"))};
}

// A user is completed by the first request with their own token; that is not to be measured later.
void Fleet::completeUsers()
{
    std::vector<HttpRequest> accounts;
    for (const User &user : m_users)
        accounts.push_back({"GET", "/api/v1/users/me", user.token, {}});
    for (const HttpAnswer &answer : exchange(m_loop, m_options.server, accounts)) {
        if (answer.status != existing)
            fatal("no account: " + std::to_string(answer.status) + ' ' + answer.body);
    }
}

void Fleet::connectAll()
{
    beginConnecting();
    for (size_t before = 0; m_greetings < m_users.size(); before = m_greetings) {
        const auto deadline = Clock::now() + std::chrono::seconds(30);
        if (!m_loop.runUntil(deadline, [&] { return m_greetings > before; }))
            fatal("no hello for 30 seconds, after " + std::to_string(m_greetings));
    }
}

void Fleet::beginConnecting()
{
    for (size_t i = 0; i < m_options.opening; ++i)
        openNext();
}

void Fleet::dropAll()
{
    m_clients.clear();
    m_greeted.assign(m_users.size(), false);
    m_greetings = 0;
}

void Fleet::openNext()
{
    const size_t i = m_clients.size();
    if (i == m_users.size())
        return;
    m_clients.push_back(std::make_unique<WsClient>(m_loop, i, *this));
    m_clients.back()->open(m_options.server, m_users[i].token);
}

void Fleet::frameArrived(size_t client, std::string_view text)
{
    if (!m_greeted[client]) {
        if (jsonMember(text, "type") != "hello")
            fatal("the first frame was no hello: " + std::string(text));
        m_greeted[client] = true;
        ++m_greetings;
        openNext();
    }
    if (m_listener)
        m_listener->frameArrived(client, text);
}

void Fleet::clientLost(size_t client, const std::string &why)
{
    if (!m_greeted[client] || !m_listener)
        fatal("connection " + std::to_string(client) + " failed: " + why);
    m_listener->clientLost(client, why);
}

} // namespace Hearth::Bench
