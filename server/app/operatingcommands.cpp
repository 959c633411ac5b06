// SPDX-License-Identifier: Apache-2.0
#include "app/backup.h"
#include "app/command.h"
#include "app/commands.h"
#include "app/doctor.h"
#include "app/exportuser.h"
#include "app/restore.h"

#include <QDir>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

QString describeBackup(const QString &what, const QString &path, const Manifest &manifest)
{
    qint64 size = 0;
    for (const ArchivedFile &file : manifest.entries)
        size += file.size;
    return u"%1: %2\nmade %3 by hearth-server %4, schema %5, epoch %6\n%7 files, %8 bytes, %9 messages of %10 users%11%12\n"_s
        .arg(what, path, QString::fromLatin1(toRfc3339(manifest.createdAt)), manifest.serverVersion)
        .arg(manifest.database.schemaVersion)
        .arg(manifest.database.epoch)
        .arg(manifest.entries.size())
        .arg(size)
        .arg(manifest.database.rows.value(u"messages"_s))
        .arg(manifest.database.rows.value(u"users"_s))
        .arg(manifest.withKeys ? u", with the signing key"_s : QString(),
             manifest.withFiles ? QString() : u"\nwithout the contents of files, which are on S3"_s);
}

int report(const QString &what, const QString &path, const Result<Manifest> &manifest)
{
    if (!manifest)
        return complain(manifest.error().detail, 1);
    print(describeBackup(what, path, *manifest));
    return 0;
}

QString absolute(const QString &path)
{
    return QDir::cleanPath(QDir::current().absoluteFilePath(path));
}

int backUp(const Config &config, const QCommandLineParser &line)
{
    if (!line.isSet(u"to"_s))
        return complain(u"backup needs --to FILE"_s, misuse);
    const QString path = absolute(line.value(u"to"_s));
    return report(u"Backup"_s, path, makeBackup(config, path, line.isSet(u"with-keys"_s)));
}

int restore(const Config &config, const QCommandLineParser &line)
{
    if (!line.isSet(u"from"_s))
        return complain(u"restore needs --from FILE"_s, misuse);
    const QString path = absolute(line.value(u"from"_s));
    const bool endsSessions = line.isSet(u"end-sessions"_s);
    const auto restored = restoreBackup(
        config, path, {line.isSet(u"force"_s), endsSessions ? CopiedSessions::End : CopiedSessions::Keep});
    if (!restored)
        return complain(restored.error().detail, 1);
    print(describeBackup(u"Restored"_s, path, restored->manifest));
    if (restored->missingFiles > 0)
        print(u"The contents of %1 files are not in %2: who asks for them gets 404.\n"_s
                  .arg(restored->missingFiles)
                  .arg(config.storagePath));
    return 0;
}

int compact(const Config &config)
{
    const auto done = compactDatabase(config.database);
    return done ? 0 : complain(done.error().detail, 1);
}

} // namespace

QList<Command> operatingCommands()
{
    const QCommandLineOption json(u"json"_s, u"One JSON object instead of lines."_s);
    const QCommandLineOption to(u"to"_s, u"The file to make."_s, u"FILE"_s);
    const QCommandLineOption toFolder(u"to"_s, u"The folder to make."_s, u"DIR"_s);
    const QCommandLineOption withKeys(
        u"with-keys"_s, u"The signing key, too. Who has it can sign in as anybody: keep the file safe."_s);
    const QCommandLineOption from(u"from"_s, u"The backup."_s, u"FILE"_s);
    const QCommandLineOption force(u"force"_s, u"Replace a database that is in use, and its files."_s);
    const QCommandLineOption endSessionsOption(
        u"end-sessions"_s,
        u"Let everybody sign in again: sessions that ended after the backup live in it."_s);
    return {
        {u"doctor"_s,
         {},
         u"Check settings, database, disk, port and limits, and say what to do."_s,
         {json},
         [](const Config &config, const QCommandLineParser &line) {
             return reportFindings(examine(config), line.isSet(u"json"_s));
         },
         [](const Error &error, const QCommandLineParser &line) {
             return reportFindings({{u"settings"_s, Verdict::Fail, error.detail,
                                     u"\"hearth-server serve --help\" lists every setting."_s}},
                                   line.isSet(u"json"_s));
         }},
        {u"backup"_s,
         {},
         u"Copy database and files into one file, while the server runs."_s,
         {to, withKeys},
         backUp},
        {u"backup verify"_s,
         u"FILE"_s,
         u"Read a backup to its end and compare it with its manifest."_s,
         {},
         [](const Config &, const QCommandLineParser &line) {
             const QString path = absolute(line.positionalArguments().constFirst());
             return report(u"Whole"_s, path, verifyBackup(path));
         }},
        {u"restore"_s,
         {},
         u"Put a backup in the place of an empty database."_s,
         {from, force, endSessionsOption},
         restore},
        {u"user export"_s,
         u"NAME"_s,
         u"Write all that is kept about an account into a new folder."_s,
         {toFolder},
         [](const Config &config, const QCommandLineParser &line) {
             if (!line.isSet(u"to"_s))
                 return complain(u"user export needs --to DIR"_s, misuse);
             return exportUser(config, line.positionalArguments().constFirst(),
                               absolute(line.value(u"to"_s)));
         }},
        {u"compact"_s,
         {},
         u"Give unused space of a SQLite database back; with the server stopped."_s,
         {},
         [](const Config &config, const QCommandLineParser &) { return compact(config); }},
    };
}

} // namespace Hearth
