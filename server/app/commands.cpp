// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"

#include "app/accounts.h"
#include "storage/migrations.h"

#include <QFile>
#include <QRegularExpression>

#include <cstdio>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

QString describeMigrations(const MigrationStatus &status)
{
    QString text = u"schema %1 of %2\n"_s.arg(status.current).arg(status.latest);
    for (const QString &name : status.pending)
        text += "pending: "_L1 + name + u'\n';
    return text;
}

int report(const Result<MigrationStatus> &status)
{
    if (!status)
        return complain(status.error());
    print(describeMigrations(*status));
    return 0;
}

QString describeUser(const StoredUser &user)
{
    QStringList notes;
    if (user.admin)
        notes += u"admin"_s;
    if (user.disabled)
        notes += u"disabled"_s;
    if (user.banned)
        notes += u"banned"_s;
    if (user.deletedAt)
        notes += u"deleted"_s;
    if (!user.passwordHash)
        notes += u"external"_s;
    const User &person = user.account.user;
    return QStringList{person.id, person.username, person.displayName, notes.join(u',')}.join(u'\t') + u'\n';
}

} // namespace

int migrateUp(const Config &config)
{
    return report(makeDataDir(config.dataDir).and_then([&config] { return migrate(config.database); }));
}

int showMigrations(const Config &config)
{
    return report(
        makeDataDir(config.dataDir).and_then([&config] { return migrationStatus(config.database); }));
}

int addUser(const Config &config, RegisterRequest account, bool admin)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return complain(input.errorString(), 1);
    QByteArray password = input.readLine(4096);
    while (password.endsWith('\n') || password.endsWith('\r'))
        password.chop(1);
    account.password = QString::fromUtf8(password);

    return withAccounts(config, [&account, admin](Accounts &accounts) {
        const auto user = QCoro::waitFor(accounts.auth.addAccount(account, admin));
        if (!user)
            return complain(user.error());
        print(describeUser(*user));
        return 0;
    });
}

int listUsers(const Config &config)
{
    constexpr int pageSize = 500;
    return withAccounts(config, [](Accounts &accounts) {
        UserId after;
        for (bool more = true; more;) {
            const auto page = QCoro::waitFor(accounts.users.list(pageSize, after));
            if (!page)
                return complain(page.error());
            for (const StoredUser &user : *page)
                print(describeUser(user));
            more = page->size() == pageSize;
            if (more)
                after = page->last().account.user.id;
        }
        return 0;
    });
}

int issueToken(const Config &config, const QString &username, std::chrono::seconds lifetime)
{
    return withAccounts(config, [&](Accounts &accounts) {
        const auto token = QCoro::waitFor(accounts.auth.issueToken(username, lifetime));
        if (!token)
            return complain(token.error());
        print(QString::fromLatin1(*token) + u'\n');
        // Not on standard output, so that TOKEN=$(hearth-server token issue …) works.
        std::fprintf(stderr,
                     "Use it as: curl -H \"Authorization: Bearer $TOKEN\" http://%s:%d/api/v1/users/me\n",
                     qPrintable(config.host.toString()), config.port);
        return 0;
    });
}

std::optional<std::chrono::seconds> parseLifetime(const QString &text)
{
    static const QRegularExpression form(u"^([1-9][0-9]{0,6})([smhd])$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int unit = match.captured(2) == u's' ? 1
        : match.captured(2) == u'm'            ? 60
        : match.captured(2) == u'h'            ? 3600
                                               : 86'400;
    return std::chrono::seconds(match.captured(1).toLongLong() * unit);
}

void print(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    std::fwrite(utf8.constData(), 1, size_t(utf8.size()), stdout);
}

int withAccounts(const Config &config, const std::function<int(Accounts &)> &work)
{
    const auto accounts = Accounts::make(config);
    if (!accounts)
        return complain(accounts.error());
    if (const auto opened = QCoro::waitFor((*accounts)->database.open()); !opened)
        return complain(opened.error());
    return work(**accounts);
}

int complain(const Error &error)
{
    return complain(error.detail, 1);
}

int complain(const QString &what, int exitCode)
{
    std::fprintf(stderr, "hearth-server: %s\n", what.toUtf8().constData());
    return exitCode;
}

} // namespace Hearth
