// SPDX-License-Identifier: Apache-2.0
#include "commandline.h"

#include "ui/serveraddress.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTextStream>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int usageError = 2;

[[noreturn]] void refuse(const QString &sentence)
{
    QTextStream(stderr) << "hearth: " << sentence << Qt::endl;
    std::exit(usageError);
}

QString firstLineOfInput()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        refuse(u"the standard input cannot be read"_s);
    QByteArray line = input.readLine();
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return QString::fromUtf8(line);
}

QUrl serverFrom(const QString &text)
{
    const Result<QUrl> server = parseServerAddress(text);
    if (!server)
        refuse(u"--server: %1"_s.arg(server.error().detail));
    return *server;
}

QString existingFolder(const QString &path)
{
    if (!QDir().mkpath(path))
        refuse(u"the data folder %1 cannot be created"_s.arg(path));
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return QDir(path).absolutePath();
}

} // namespace

CommandLine parseCommandLine(const QCoreApplication &app)
{
    const QCommandLineOption server(u"server"_s, u"Address of the server to sign in at."_s, u"URL"_s);
    const QCommandLineOption user(u"user"_s, u"Username to sign in with."_s, u"NAME"_s);
    const QCommandLineOption password(u"password-stdin"_s,
                                      u"Read the password from standard input and sign in at once."_s);
    const QCommandLineOption dataDir(u"data-dir"_s, u"Folder for messages and settings."_s, u"DIR"_s);
    const QCommandLineOption theme(u"theme"_s, u"How the program looks: system, light, dark or contrast."_s,
                                   u"NAME"_s);
    const QCommandLineOption hidden(u"hidden"_s, u"Start in the tray, where there is one."_s);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Hearth, the desktop client."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({server, user, password, dataDir, theme, hidden});
    parser.addPositionalArgument(u"link"_s, u"What to open: hearth://…"_s, u"[LINK]"_s);
    parser.process(app);

    CommandLine options;
    if (parser.isSet(server))
        options.server = serverFrom(parser.value(server));
    options.username = parser.value(user);
    if (parser.isSet(password)) {
        if (!options.server || options.username.isEmpty())
            refuse(u"--password-stdin needs --server and --user"_s);
        options.password = firstLineOfInput();
    }
    if (parser.isSet(theme)) {
        options.appearance = fromName<AppearanceChoice>(parser.value(theme));
        if (!options.appearance)
            refuse(u"--theme takes system, light, dark or contrast"_s);
    }
    options.hidden = parser.isSet(hidden);
    if (parser.positionalArguments().size() > 1)
        refuse(u"one link at a time"_s);
    options.link = parser.positionalArguments().value(0);
    options.dataDir = existingFolder(
        parser.isSet(dataDir) ? parser.value(dataDir)
                              : QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation));
    return options;
}

} // namespace Hearth
