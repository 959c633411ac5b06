// SPDX-License-Identifier: Apache-2.0
#include "app/accounts.h"
#include "app/command.h"
#include "app/commands.h"
#include "services/audit.h"

#include <climits>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// Who runs commands on the server's machine administers it.
const Caller commandLine{.userId = {}, .admin = true};

template<typename Work>
int withUser(const Config &config, const QString &username, Work work)
{
    return withAccounts(config, [&](Accounts &accounts) {
        const auto user = QCoro::waitFor(accounts.users.byUsername(username));
        return user ? work(accounts, user->account.user.id) : complain(user.error());
    });
}

QString describeInvite(const Invite &invite)
{
    QStringList notes;
    if (invite.revokedAt)
        notes += u"revoked"_s;
    if (invite.expiresAt)
        notes += (*invite.expiresAt <= now() ? u"expired "_s : u"expires "_s)
            + QString::fromLatin1(toRfc3339(*invite.expiresAt));
    return u"%1\t%2 of %3 used\t%4\n"_s.arg(invite.code)
        .arg(invite.uses)
        .arg(invite.maxUses)
        .arg(notes.join(u", "_s));
}

int setUserFlag(const Config &config, const QString &username, AccountFlag flag, bool value)
{
    return withUser(config, username, [flag, value](Accounts &accounts, const UserId &id) {
        const auto user = QCoro::waitFor(accounts.admin.setFlag(commandLine, id, flag, value));
        return user ? 0 : complain(user.error());
    });
}

int resetPassword(const Config &config, const QString &username)
{
    return withUser(config, username, [](Accounts &accounts, const UserId &id) {
        const auto code = QCoro::waitFor(accounts.admin.resetPassword(commandLine, id));
        if (!code)
            return complain(code.error());
        print(code->code + u'\n');
        return 0;
    });
}

int deleteUser(const Config &config, const QString &username, ErasedMessages messages)
{
    return withUser(config, username, [messages](Accounts &accounts, const UserId &id) {
        const auto erased = QCoro::waitFor(accounts.accountStore.erase(id, messages, now()));
        if (!erased)
            return complain(erased.error());
        audit(commandLine, "delete_user"_L1, id);
        return 0;
    });
}

int createInvite(const Config &config, NewInvite invite)
{
    return withAccounts(config, [&invite](Accounts &accounts) {
        const auto made = QCoro::waitFor(accounts.inviteService.create(commandLine, invite));
        if (!made)
            return complain(made.error());
        print(made->code + u'\n');
        return 0;
    });
}

int listInvites(const Config &config)
{
    constexpr int pageSize = 500;
    return withAccounts(config, [](Accounts &accounts) {
        QString after;
        for (bool more = true; more;) {
            const auto page = QCoro::waitFor(accounts.inviteService.list(commandLine, pageSize, after));
            if (!page)
                return complain(page.error());
            for (const Invite &invite : *page)
                print(describeInvite(invite));
            more = page->size() == pageSize;
            if (more)
                after = page->last().code;
        }
        return 0;
    });
}

int revokeInvite(const Config &config, const QString &code)
{
    return withAccounts(config, [&code](Accounts &accounts) {
        const auto done = QCoro::waitFor(accounts.inviteService.revoke(commandLine, code));
        return done ? 0 : complain(done.error());
    });
}

Command flagCommand(const QString &verb, const QString &summary, AccountFlag flag, bool value)
{
    return {"user "_L1 + verb,
            u"NAME"_s,
            summary,
            {},
            [flag, value](const Config &config, const QCommandLineParser &line) {
                return setUserFlag(config, line.positionalArguments().constFirst(), flag, value);
            }};
}

Command deleteCommand()
{
    const QCommandLineOption erase(u"erase-messages"_s, u"Delete what they sent, too."_s);
    return {u"user delete"_s,
            u"NAME"_s,
            u"Delete an account; a server that runs then takes it out of its groups."_s,
            {erase},
            [erase](const Config &config, const QCommandLineParser &line) {
                return deleteUser(config, line.positionalArguments().constFirst(),
                                  line.isSet(erase) ? ErasedMessages::Erase : ErasedMessages::Keep);
            }};
}

Command inviteCommand()
{
    const QCommandLineOption uses(u"uses"_s, u"How many people may use it. Default: 1."_s, u"NUMBER"_s,
                                  u"1"_s);
    const QCommandLineOption expires(u"expires"_s,
                                     u"How long it is good: 24h or 7d, e.g. Default: for ever."_s, u"TIME"_s);
    return {u"invite create"_s,
            {},
            u"Make an invite and print its code."_s,
            {uses, expires},
            [](const Config &config, const QCommandLineParser &line) {
                NewInvite invite;
                bool isNumber = false;
                invite.maxUses = line.value(u"uses"_s).toInt(&isNumber);
                if (!isNumber)
                    return complain(u"--uses: must be a whole number"_s, misuse);
                if (line.isSet(u"expires"_s)) {
                    const auto lifetime = parseLifetime(line.value(u"expires"_s));
                    if (!lifetime)
                        return complain(u"--expires: must be like 90s, 15m, 24h or 7d"_s, misuse);
                    invite.expiresIn = int(std::min<qint64>(lifetime->count(), INT_MAX));
                }
                return createInvite(config, invite);
            }};
}

} // namespace

QList<Command> accountCommands()
{
    return {
        flagCommand(u"disable"_s, u"Keep somebody out until they are enabled again."_s, AccountFlag::Disabled,
                    true),
        flagCommand(u"enable"_s, u"Let somebody in again."_s, AccountFlag::Disabled, false),
        flagCommand(u"ban"_s, u"Keep somebody out and tell them so."_s, AccountFlag::Banned, true),
        flagCommand(u"unban"_s, u"End a ban."_s, AccountFlag::Banned, false),
        flagCommand(u"admin"_s, u"Make somebody an administrator."_s, AccountFlag::Admin, true),
        flagCommand(u"unadmin"_s, u"Take that away."_s, AccountFlag::Admin, false),
        {u"user reset-password"_s,
         u"NAME"_s,
         u"Print a code with which they set a new password, once."_s,
         {},
         [](const Config &config, const QCommandLineParser &line) {
             return resetPassword(config, line.positionalArguments().constFirst());
         }},
        deleteCommand(),
        inviteCommand(),
        {u"invite list"_s,
         {},
         u"List the invites."_s,
         {},
         [](const Config &config, const QCommandLineParser &) { return listInvites(config); }},
        {u"invite revoke"_s,
         u"CODE"_s,
         u"Make an invite useless."_s,
         {},
         [](const Config &config, const QCommandLineParser &line) {
             return revokeInvite(config, line.positionalArguments().constFirst());
         }},
    };
}

} // namespace Hearth
