// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace Hearth::Test {

// The real hearth-server on a data folder and a port of its own, as a person would run it.
class ServerProcess
{
public:
    // `databaseUrl` empty: the embedded default. Rate limits are off unless the arguments set them.
    explicit ServerProcess(QString databaseUrl = {}, QStringList extraArguments = {});
    ~ServerProcess();

    // Starts it, or starts it again on the same data and port; true once it answers /ready.
    [[nodiscard]] bool start();
    void launch(); // the same in two steps
    [[nodiscard]] bool waitUntilReady();

    // A resource limit (setrlimit(2)) of the next start, and taking the soft one away while it runs.
    void setSoftLimit(int resource, quint64 value);
    void setHardLimit(int resource, quint64 value);
    [[nodiscard]] bool raiseSoftLimit(int resource) const;

    void kill(); // as kill -9 does
    void reload(); // SIGHUP
    void suspend(); // it stands still, with all its connections
    void resume();
    [[nodiscard]] bool terminate(); // SIGTERM; true when it ended with 0

    // Runs another sub-command on the same data, with `input` on its standard input; its standard output.
    QByteArray run(const QStringList &arguments, const QByteArray &input = {}, int *exitCode = nullptr);

    [[nodiscard]] QString dataDir() const { return m_dir.path(); }
    [[nodiscard]] QUrl url(const QString &path = {}) const; // http
    [[nodiscard]] QUrl webSocketUrl() const;
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    [[nodiscard]] QByteArray log() const; // all that it wrote, for when a test fails

    // A token of an external user service for any user id.
    [[nodiscard]] static QString externalToken(const QString &userId, int secondsToLive = 3600,
                                               const QString &name = {});

private:
    [[nodiscard]] QStringList storageArguments() const;
    [[nodiscard]] bool answersReady() const;

    QTemporaryDir m_dir;
    const QString m_databaseUrl;
    const QStringList m_extraArguments;
    const quint16 m_port;
    QProcess m_process;
};

} // namespace Hearth::Test
