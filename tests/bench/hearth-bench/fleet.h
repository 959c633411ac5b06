// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http.h"
#include "options.h"
#include "wsclient.h"

#include <memory>
#include <vector>

namespace Hearth::Bench {

// The users of one run and their connections. User 2n and user 2n+1 are partners with a direct conversation;
// unless --run names them, their names are new in every run, so that every conversation starts empty.
class Fleet : public WsClient::Listener
{
public:
    Fleet(Loop &loop, const Options &options);

    // Makes users and conversations over REST.
    void settle();
    void gather(); // instead: users who are all in one group

    // Opens all connections, some at a time, until every one has its `hello`.
    void connectAll();
    void beginConnecting(); // the same without waiting
    void dropAll(); // without a word to the server

    // Who gets the frames, from `hello` on. Set before they come.
    void setListener(WsClient::Listener &listener) { m_listener = &listener; }

    void send(size_t user, std::string_view frame) { m_clients[user]->sendText(frame); }

    [[nodiscard]] const std::string &idOf(size_t user) const { return m_users[user].id; }
    [[nodiscard]] const std::string &tokenOf(size_t user) const { return m_users[user].token; }
    [[nodiscard]] const std::string &conversationOf(size_t user) const
    {
        return m_conversations[user / 2].id;
    }
    // Of that conversation, before anything was sent.
    [[nodiscard]] uint64_t lastSeqOf(size_t user) const { return m_conversations[user / 2].lastSeq; }
    [[nodiscard]] size_t size() const { return m_users.size(); }
    [[nodiscard]] static size_t partnerOf(size_t user) { return user ^ 1; }

private:
    struct User {
        std::string id;
        std::string token;
    };

    struct Conversation {
        std::string id;
        uint64_t lastSeq = 0;
    };

    void completeUsers();
    [[nodiscard]] static Conversation madeBy(const HttpAnswer &answer);
    void frameArrived(size_t client, std::string_view text) override;
    void clientLost(size_t client, const std::string &why) override;
    void openNext();

    Loop &m_loop;
    const Options &m_options;
    std::vector<User> m_users;
    std::vector<Conversation> m_conversations; // of each pair
    std::vector<std::unique_ptr<WsClient>> m_clients;
    std::vector<bool> m_greeted;
    size_t m_greetings = 0;
    WsClient::Listener *m_listener = nullptr;
};

} // namespace Hearth::Bench
