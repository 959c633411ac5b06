// SPDX-License-Identifier: Apache-2.0
#include "app/commandline.h"

#include "app/command.h"
#include "app/commands.h"
#include "app/log.h"
#include "app/serve.h"

#include <cstdio>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

QList<Command> commands()
{
    const QCommandLineOption admin(u"admin"_s, u"The new user administers the server."_s);
    const QCommandLineOption displayName(u"display-name"_s, u"What others see. Default: NAME."_s, u"TEXT"_s);
    const QCommandLineOption password(u"password-stdin"_s,
                                      u"Read the password from the first line of standard input."_s);
    const QCommandLineOption user(u"user"_s, u"Username of the account the token is for."_s, u"NAME"_s);
    const QCommandLineOption ttl(u"ttl"_s, u"How long it is valid: 90s, 15m, 24h or 7d. Default: 1h."_s,
                                 u"TIME"_s, u"1h"_s);
    const QList<Command> own{
        {u"serve"_s,
         {},
         u"Run the server (what happens without a command)."_s,
         {},
         [](const Config &config, const QCommandLineParser &) { return serve(config); }},
        {u"migrate up"_s,
         {},
         u"Bring the database up to date; serve does this by itself."_s,
         {},
         [](const Config &config, const QCommandLineParser &) { return migrateUp(config); }},
        {u"migrate status"_s,
         {},
         u"Say which migrations the database has and lacks."_s,
         {},
         [](const Config &config, const QCommandLineParser &) { return showMigrations(config); }},
        {u"user add"_s,
         u"NAME"_s,
         u"Make an account."_s,
         {admin, displayName, password},
         [](const Config &config, const QCommandLineParser &line) {
             if (!line.isSet(u"password-stdin"_s))
                 return complain(u"user add needs --password-stdin: a password in the arguments could be "
                                 "seen by every user of this machine"_s,
                                 misuse);
             RegisterRequest account;
             account.username = line.positionalArguments().constFirst();
             if (line.isSet(u"display-name"_s))
                 account.displayName = line.value(u"display-name"_s);
             return addUser(config, std::move(account), line.isSet(u"admin"_s));
         }},
        {u"user list"_s,
         {},
         u"List the accounts."_s,
         {},
         [](const Config &config, const QCommandLineParser &) { return listUsers(config); }},
        {u"token issue"_s,
         {},
         u"Print an access token for an account."_s,
         {user, ttl},
         [](const Config &config, const QCommandLineParser &line) {
             const auto lifetime = parseLifetime(line.value(u"ttl"_s));
             if (!line.isSet(u"user"_s))
                 return complain(u"token issue needs --user NAME"_s, misuse);
             if (!lifetime)
                 return complain(u"--ttl: must be like 90s, 15m, 24h or 7d"_s, misuse);
             return issueToken(config, line.value(u"user"_s), *lifetime);
         }},
    };
    return own + accountCommands() + operatingCommands();
}

// The words before the first option; "serve" when there are none.
QString commandName(const QStringList &arguments)
{
    QStringList words;
    for (qsizetype i = 1; i < arguments.size() && !arguments[i].startsWith(u'-') && words.size() < 2; ++i)
        words += arguments[i];
    const QString two = words.join(u' ');
    const auto all = commands();
    const bool known =
        std::ranges::any_of(all, [&two](const Command &command) { return command.name == two; });
    return words.isEmpty() ? u"serve"_s : known ? two : words.constFirst();
}

void printOverview()
{
    QString text =
        u"Hearth: self-hosted messaging.\n\nUsage: hearth-server [command] [options]\n\nCommands:\n"_s;
    for (const Command &command : commands())
        text +=
            u"  %1 %2\n"_s.arg((command.name + u' ' + command.argument).leftJustified(16), command.summary);
    text +=
        "\n\"hearth-server COMMAND --help\" lists the options of a command, \"hearth-server serve --help\" "
        "every setting.\n"_L1;
    print(text);
}

int run(const Command &command, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(command.summary);
    const QCommandLineOption help = parser.addHelpOption();
    parser.addOptions(command.options);
    if (!command.argument.isEmpty())
        parser.addPositionalArgument(command.argument, {});
    const QList<FlagHelp> settings = configFlags();
    for (const FlagHelp &flag : settings)
        parser.addOption(QCommandLineOption(flag.name, flag.help, flag.placeholder));

    if (!parser.parse(arguments))
        return complain(parser.errorText(), misuse);
    if (parser.isSet(help)) {
        print(parser.helpText());
        return 0;
    }
    if (parser.positionalArguments().size() != (command.argument.isEmpty() ? 0 : 1))
        return complain(u"usage: hearth-server "_s + command.name + u' ' + command.argument, misuse);

    QHash<QString, QString> flags;
    for (const FlagHelp &flag : settings) {
        if (parser.isSet(flag.name))
            flags.insert(flag.name, parser.value(flag.name));
    }
    const auto config = readConfig(flags, QProcessEnvironment::systemEnvironment());
    if (!config && command.runWithoutConfig)
        return command.runWithoutConfig(config.error(), parser);
    if (!config)
        return complain(config.error().detail, misuse);
    installLog(config->logFormat, config->logLevel);
    for (const QString &warning : config->warnings)
        qCWarning(lcApp).noquote() << warning;
    return command.run(*config, parser);
}

} // namespace

int runCommandLine(const QStringList &arguments)
{
    const QString first = arguments.value(1);
    if (first == "--version"_L1) {
        print(QStringLiteral("hearth-server " HEARTH_VERSION "\n"));
        return 0;
    }
    if (first == "--help"_L1 || first == "-h"_L1 || first == "help"_L1) {
        printOverview();
        return 0;
    }
    const QString name = commandName(arguments);
    for (const Command &command : commands()) {
        if (command.name == name) {
            const bool implied = first.isEmpty() || first.startsWith(u'-');
            return run(command, arguments.first(1) + arguments.mid(implied ? 1 : 2 + name.count(u' ')));
        }
    }
    return complain(u"there is no command \"%1\"; \"hearth-server --help\" lists them"_s.arg(name), misuse);
}

} // namespace Hearth
