// SPDX-License-Identifier: Apache-2.0
#include "rig/cluster.h"

#include <QFile>
#include <QProcess>

#include <csignal>
#include <unistd.h>

namespace Hearth::Rig {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

Cluster::Cluster()
{
    if (!run(u"start"_s))
        qFatal("PostgreSQL does not start");
    m_url = QString::fromUtf8(contents(m_dir.filePath(u"postgres.url"_s)).trimmed());
}

Cluster::~Cluster()
{
    goOn();
    (void)run(u"stop"_s);
}

bool Cluster::run(const QString &action) const
{
    QProcess script;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"HEARTH_TEST_POSTGRES"_s); // whoever it belongs to, it is not to be killed
    script.setProcessEnvironment(environment);
    script.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    script.start(QStringLiteral(HEARTH_RIG_POSTGRES_SCRIPT), {action, m_dir.path()});
    return script.waitForFinished(60'000) && script.exitCode() == 0;
}

void Cluster::kill()
{
    signal(SIGKILL);
}

void Cluster::stop()
{
    (void)run(u"halt"_s);
}

bool Cluster::start()
{
    return run(u"again"_s);
}

void Cluster::pause()
{
    signal(SIGSTOP);
}

void Cluster::goOn()
{
    signal(SIGCONT);
}

// The children are named before their parent is gone.
void Cluster::signal(int number) const
{
    const QString home = QString::fromUtf8(contents(m_dir.filePath(u"postgres.data"_s)).trimmed());
    const QByteArray parent = contents(home + u"/data/postmaster.pid"_s).split('\n').first();
    if (parent.isEmpty())
        return;
    const QByteArray children = contents(u"/proc/%1/task/%1/children"_s.arg(QLatin1StringView(parent)));
    QList<QByteArray> all{parent};
    all += children.split(' ');
    for (const QByteArray &process : std::as_const(all)) {
        if (const pid_t id = process.trimmed().toInt(); id > 0)
            ::kill(id, number);
    }
}

} // namespace Hearth::Rig
