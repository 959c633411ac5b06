// SPDX-License-Identifier: Apache-2.0
#include "support/serverprocess.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QSslSocket>
#include <QTcpServer>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

namespace Hearth::Test {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto jwtSecret = "6f0d7f5c1d2b4a39a1c4b8e37d52f6a8";

quint16 freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QProcessEnvironment environment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HEARTH_JWT_SECRET"_s, QLatin1StringView(jwtSecret));
    return environment;
}

// Tests are faster than people; the last of two flags counts.
QStringList withoutRateLimits()
{
    QStringList flags;
    for (const char *limit : {"user-messages", "user-requests", "address-requests"})
        flags += {u"--limit-%1"_s.arg(QLatin1StringView(limit)), u"0"_s};
    return flags;
}

} // namespace

ServerProcess::ServerProcess(QString databaseUrl, QStringList extraArguments)
    : m_databaseUrl(std::move(databaseUrl))
    , m_extraArguments(std::move(extraArguments))
    , m_port(freePort())
{
    m_process.setProcessEnvironment(environment());
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(m_dir.filePath(u"server.log"_s), QIODevice::Append);
}

ServerProcess::~ServerProcess()
{
    kill();
}

QStringList ServerProcess::storageArguments() const
{
    QStringList arguments{u"--data-dir"_s, m_dir.path()};
    if (!m_databaseUrl.isEmpty())
        arguments += {u"--database-url"_s, m_databaseUrl};
    return arguments;
}

bool ServerProcess::start()
{
    launch();
    return waitUntilReady();
}

void ServerProcess::launch()
{
    m_process.start(QStringLiteral(HEARTH_SERVER_BINARY),
                    QStringList{u"serve"_s, u"--port"_s, QString::number(m_port)} + storageArguments()
                        + withoutRateLimits() + m_extraArguments);
}

bool ServerProcess::waitUntilReady()
{
    return m_process.waitForStarted()
        && QTest::qWaitFor([this] { return answersReady() || m_process.state() == QProcess::NotRunning; },
                           20'000)
        && m_process.state() == QProcess::Running;
}

bool ServerProcess::answersReady() const
{
    QSslSocket socket; // one that does not begin TLS is a plain one
    const bool tls = m_extraArguments.contains(u"--tls-certificate"_s);
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    if (tls)
        socket.connectToHostEncrypted(u"127.0.0.1"_s, m_port);
    else
        socket.connectToHost(QHostAddress::LocalHost, m_port);
    if (!(tls ? socket.waitForEncrypted(1'000) : socket.waitForConnected(1'000)))
        return false;
    socket.write("GET /ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    return socket.waitForReadyRead(5'000) && socket.readAll().startsWith("HTTP/1.1 200");
}

void ServerProcess::setSoftLimit(int resource, quint64 value)
{
    m_process.setChildProcessModifier([resource, value] {
        rlimit limit{};
        getrlimit(__rlimit_resource(resource), &limit);
        limit.rlim_cur = value;
        setrlimit(__rlimit_resource(resource), &limit);
    });
}

void ServerProcess::setHardLimit(int resource, quint64 value)
{
    m_process.setChildProcessModifier([resource, value] {
        const rlimit limit{value, value};
        setrlimit(__rlimit_resource(resource), &limit);
    });
}

bool ServerProcess::raiseSoftLimit(int resource) const
{
    rlimit limit{};
    const auto kind = __rlimit_resource(resource);
    const auto process = pid_t(m_process.processId());
    if (prlimit(process, kind, nullptr, &limit) != 0)
        return false;
    limit.rlim_cur = limit.rlim_max;
    return prlimit(process, kind, &limit, nullptr) == 0;
}

void ServerProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished();
}

void ServerProcess::reload()
{
    ::kill(pid_t(m_process.processId()), SIGHUP);
}

void ServerProcess::suspend()
{
    ::kill(pid_t(m_process.processId()), SIGSTOP);
}

void ServerProcess::resume()
{
    ::kill(pid_t(m_process.processId()), SIGCONT);
}

bool ServerProcess::terminate()
{
    m_process.terminate();
    return m_process.waitForFinished(20'000) && m_process.exitStatus() == QProcess::NormalExit
        && m_process.exitCode() == 0;
}

QByteArray ServerProcess::run(const QStringList &arguments, const QByteArray &input, int *exitCode)
{
    QProcess command;
    command.setProcessEnvironment(environment());
    command.start(QStringLiteral(HEARTH_SERVER_BINARY), arguments + storageArguments());
    command.write(input);
    command.closeWriteChannel();
    command.waitForFinished();
    if (exitCode)
        *exitCode = command.exitCode();
    return command.readAllStandardOutput();
}

QUrl ServerProcess::url(const QString &path) const
{
    return QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_port).arg(path));
}

QUrl ServerProcess::webSocketUrl() const
{
    return QUrl(u"ws://127.0.0.1:%1/ws"_s.arg(m_port));
}

QByteArray ServerProcess::log() const
{
    QFile file(m_dir.filePath(u"server.log"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString ServerProcess::externalToken(const QString &userId, int secondsToLive, const QString &name)
{
    QJsonObject claims{{u"user_id"_s, userId},
                       {u"exp"_s, QDateTime::currentSecsSinceEpoch() + secondsToLive}};
    if (!name.isEmpty())
        claims.insert(u"name"_s, name);
    const QByteArray signedPart = base64Url(R"({"alg":"HS256","typ":"JWT"})") + '.'
        + base64Url(QJsonDocument(claims).toJson(QJsonDocument::Compact));
    const QByteArray signature =
        QMessageAuthenticationCode::hash(signedPart, jwtSecret, QCryptographicHash::Sha256);
    return QString::fromLatin1(signedPart + '.' + base64Url(signature));
}

} // namespace Hearth::Test
