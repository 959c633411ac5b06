// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/serverprocess.h"
#include "support/testclient.h"

// Two people of an external user service, who talk on a real server.
namespace Hearth::Test {

inline const QString ana = QStringLiteral("ana");
inline const QString li = QStringLiteral("li");

inline RestClient as(const ServerProcess &server, const QString &user)
{
    return RestClient(server.url(), ServerProcess::externalToken(user));
}

inline QString idOf(const Answer &answer)
{
    return answer.json.value(QLatin1StringView("id")).toString();
}

inline QString startConversation(const ServerProcess &server)
{
    as(server, li).get(QStringLiteral("/api/v1/users/me"));
    return idOf(as(server, ana)
                    .post(QStringLiteral("/api/v1/conversations"),
                          {{QStringLiteral("type"), QStringLiteral("direct")},
                           {QStringLiteral("member_ids"), QJsonArray{li}}}));
}

// What ana says, with more fields than its content when they are given.
inline Answer say(const ServerProcess &server, const QString &conversation, const QString &text,
                  QJsonObject body = {})
{
    body.insert(QStringLiteral("content"), text);
    return as(server, ana).post(QStringLiteral("/api/v1/conversations/%1/messages").arg(conversation), body);
}

// The contents of a conversation as li reads them, oldest first; only of one page.
inline QStringList history(const ServerProcess &server, const QString &conversation)
{
    const Answer answer =
        as(server, li).get(QStringLiteral("/api/v1/conversations/%1/messages?limit=100").arg(conversation));
    QStringList contents;
    for (const QJsonValue &message : answer.json.value(QLatin1StringView("messages")).toArray())
        contents.prepend(message.toObject().value(QLatin1StringView("content")).toString());
    return contents;
}

} // namespace Hearth::Test
