// SPDX-License-Identifier: Apache-2.0
#include "storage/postgrestools.h"

#include <QProcess>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// libpq, "Environment Variables"
QProcessEnvironment environmentFor(const DatabaseConfig &config)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PGHOST"_s, config.host);
    environment.insert(u"PGPORT"_s, QString::number(config.port));
    environment.insert(u"PGDATABASE"_s, config.name);
    environment.insert(u"PGCONNECT_TIMEOUT"_s, u"10"_s);
    if (!config.user.isEmpty())
        environment.insert(u"PGUSER"_s, config.user);
    if (!config.password.isEmpty())
        environment.insert(u"PGPASSWORD"_s, config.password);
    if (!config.sslMode.isEmpty())
        environment.insert(u"PGSSLMODE"_s, config.sslMode);
    return environment;
}

} // namespace

Result<void> runPostgresTool(const DatabaseConfig &config, const QString &program,
                             const QStringList &arguments)
{
    QProcess process;
    process.setProcessEnvironment(environmentFor(config));
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(program, arguments + QStringList{u"--no-password"_s});
    if (!process.waitForStarted(-1))
        return fail(ErrorCode::Internal,
                    u"%1 cannot be run (%2). Debian: apt install postgresql-client"_s.arg(
                        program, process.errorString()));
    process.waitForFinished(-1);
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return {};
    const QString words = QString::fromUtf8(process.readAllStandardError()).trimmed();
    return fail(ErrorCode::Internal, words.isEmpty() ? u"%1 failed."_s.arg(program) : words.right(1'000));
}

QString postgresAddress(const DatabaseConfig &config)
{
    QString name = config.name;
    name.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    return u"dbname='%1'"_s.arg(name);
}

} // namespace Hearth
