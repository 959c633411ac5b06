// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/databases.h"
#include "support/serverprocess.h"
#include "support/testclient.h"

#include <QJsonDocument>

namespace Hearth::Test {

// The real server on a database of its own, and what tests of accounts do with it.
class AccountServer
{
public:
    explicit AccountServer(bool postgres, QStringList arguments = {})
        : database(postgres)
        , process(database.url(),
                  QStringList{QStringLiteral("--argon2-memory"), QStringLiteral("64"),
                              QStringLiteral("--argon2-passes"), QStringLiteral("1"),
                              QStringLiteral("--log-format"), QStringLiteral("json")}
                      + arguments)
    {
        if (!process.start())
            qFatal("%s", process.log().constData());
    }

    struct Person {
        QString id;
        QString accessToken;
        QString refreshToken;
    };

    static Person personOf(const Answer &tokens)
    {
        const auto text = [&tokens](const char *key) {
            return tokens.json.value(QLatin1StringView(key)).toString();
        };
        const QJsonObject user = tokens.json.value(QLatin1StringView("user")).toObject();
        return {user.value(QLatin1StringView("id")).toString(), text("access_token"), text("refresh_token")};
    }

    static QJsonObject credentials(const QString &name, const QString &password = defaultPassword())
    {
        return {{QStringLiteral("username"), name}, {QStringLiteral("password"), password}};
    }
    static QString defaultPassword() { return QStringLiteral("correct horse"); }

    RestClient as(const QString &token = {}) { return RestClient(process.url(), token); }
    RestClient as(const Person &person) { return as(person.accessToken); }

    Answer signUp(const QString &name)
    {
        return as().post(QStringLiteral("/api/v1/auth/register"), credentials(name));
    }
    Answer signIn(const QString &name, const QString &password = defaultPassword())
    {
        return as().post(QStringLiteral("/api/v1/auth/login"), credentials(name, password));
    }
    Person person(const QString &name) { return personOf(signUp(name)); }

    // An administrator, made on the command line as the first one is.
    Person admin(const QString &name = QStringLiteral("root"))
    {
        process.run({QStringLiteral("user"), QStringLiteral("add"), name, QStringLiteral("--admin"),
                     QStringLiteral("--password-stdin")},
                    defaultPassword().toUtf8());
        return personOf(signIn(name));
    }

    Answer patch(const Person &person, const QJsonObject &body)
    {
        return as(person).call("PATCH", QStringLiteral("/api/v1/users/me"),
                               QJsonDocument(body).toJson(QJsonDocument::Compact));
    }

    TestDatabase database;
    ServerProcess process;
};

} // namespace Hearth::Test
