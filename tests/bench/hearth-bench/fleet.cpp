// SPDX-License-Identifier: Apache-2.0
#include "fleet.h"

#include "http.h"

#include <unistd.h>

namespace Hearth::Bench {

Fleet::Fleet(Loop &loop, const Options &options)
    : m_loop(loop)
    , m_options(options)
    , m_greeted(options.connections)
{
    const auto run = std::chrono::system_clock::now().time_since_epoch() / std::chrono::milliseconds(1);
    for (size_t i = 0; i < options.connections; ++i) {
        const std::string id = "bench-" + std::to_string(run) + '-' + std::to_string(i);
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
    for (const HttpAnswer &answer : exchange(m_loop, m_options.server, conversations)) {
        m_conversations.emplace_back(jsonMember(answer.body, "id"));
        if (answer.status != 201 || m_conversations.back().empty())
            fatal("no conversation: " + std::to_string(answer.status) + ' ' + answer.body);
    }

    // A user is completed by the first request with their own token; that is not to be measured later.
    std::vector<HttpRequest> accounts;
    for (const User &user : m_users)
        accounts.push_back({"GET", "/api/v1/users/me", user.token, {}});
    for (const HttpAnswer &answer : exchange(m_loop, m_options.server, accounts)) {
        if (answer.status != 200)
            fatal("no account: " + std::to_string(answer.status) + ' ' + answer.body);
    }
}

void Fleet::connectAll()
{
    for (size_t i = 0; i < m_options.opening; ++i)
        openNext();
    for (size_t before = 0; m_greetings < m_users.size(); before = m_greetings) {
        const auto deadline = Clock::now() + std::chrono::seconds(30);
        if (!m_loop.runUntil(deadline, [&] { return m_greetings > before; }))
            fatal("no hello for 30 seconds, after " + std::to_string(m_greetings));
    }
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
    if (m_greeted[client]) {
        if (m_listener)
            m_listener->frameArrived(client, text);
        return;
    }
    if (jsonMember(text, "type") != "hello")
        fatal("the first frame was no hello: " + std::string(text));
    m_greeted[client] = true;
    ++m_greetings;
    openNext();
}

void Fleet::clientLost(size_t client, const std::string &why)
{
    if (!m_greeted[client] || !m_listener)
        fatal("connection " + std::to_string(client) + " failed: " + why);
    m_listener->clientLost(client, why);
}

} // namespace Hearth::Bench
