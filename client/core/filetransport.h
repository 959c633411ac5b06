// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/types.h"

#include <QCoroTask>
#include <QPointer>

#include <functional>
#include <memory>

class QNetworkReply;

namespace Hearth {

class Credentials;
class Http;

// A transfer that is under way, for whoever may end it.
class TransferHandle
{
public:
    using Progress = std::function<void(qint64 done, qint64 total)>;

    explicit TransferHandle(Progress progress = {})
        : m_progress(std::move(progress))
    { }

    void cancel();
    [[nodiscard]] bool isCancelled() const { return m_cancelled; }

private:
    friend class FileTransport;

    void report(qint64 done, qint64 total);

    const Progress m_progress;
    QPointer<QNetworkReply> m_reply;
    bool m_cancelled = false;
};
using TransferPtr = std::shared_ptr<TransferHandle>;

// Where contents come from, and what they must be.
struct DownloadSource {
    QString path; // of the route
    qint64 mostBytes = 0;
    QString sha256 = {}; // empty: not known
};

// Contents of files to and from the account's own server. The token goes nowhere else, as no redirect is
// followed; one that is no longer taken is renewed once per transfer.
class FileTransport
{
public:
    FileTransport(Http &http, Credentials &credentials)
        : m_http(http)
        , m_credentials(credentials)
    { }

    // not_found when the file cannot be read.
    QCoro::Task<Result<File>> upload(OutgoingFile file, TransferPtr handle);

    // Into a new file, which is there when all of it is: too_large, conflict when its sum is another one.
    QCoro::Task<Result<void>> download(DownloadSource source, QString target, TransferPtr handle);

private:
    QCoro::Task<Result<File>> uploadOnce(OutgoingFile file, QString token, TransferPtr handle);
    QCoro::Task<Result<void>> downloadOnce(DownloadSource source, QString target, QString token,
                                           TransferPtr handle);

    Http &m_http;
    Credentials &m_credentials;
};

} // namespace Hearth
