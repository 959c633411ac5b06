// SPDX-License-Identifier: Apache-2.0
#include "core/filetransport.h"

#include "core/credentials.h"
#include "core/http.h"
#include "wire/codecs.h"

#include <QCryptographicHash>
#include <QHttpMultiPart>
#include <QNetworkReply>
#include <QSaveFile>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 bufferBytes = 256 * 1024; // of an answer that comes faster than it is written

bool isRefusedToken(const Error &error)
{
    return error.code == ErrorCode::Unauthorized || error.code == ErrorCode::TokenExpired;
}

tl::unexpected<Error> cancelled()
{
    return fail(ErrorCode::Unavailable, u"Cancelled."_s);
}

// HTML, "Multipart form data": what would end the name is percent-encoded.
QByteArray formName(const QString &name)
{
    return name.toUtf8().replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A");
}

// Takes the answer of a download as it comes.
class Sink
{
public:
    Sink(const QString &target, DownloadSource source)
        : m_file(target)
        , m_source(std::move(source))
        , m_isOpen(m_file.open(QIODevice::WriteOnly))
    { }

    void take(QNetworkReply &reply)
    {
        if (reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() != 200 || m_error
            || !reply.isOpen())
            return; // a problem document is read at the end
        const QByteArray piece = reply.readAll();
        m_size += piece.size();
        m_hash.addData(piece);
        if (m_size > m_source.mostBytes)
            m_error = Error{ErrorCode::TooLarge, u"The server sends more than it announced."_s, {}, {}};
        else if (!m_isOpen || m_file.write(piece) != piece.size())
            m_error = Error{
                ErrorCode::Internal, u"The file cannot be written: %1"_s.arg(m_file.errorString()), {}, {}};
        if (m_error)
            reply.abort();
    }

    [[nodiscard]] qint64 size() const { return m_size; }

    Result<void> finish(QNetworkReply &reply)
    {
        take(reply);
        if (m_error)
            return fail(*m_error);
        if (auto answered = Http::resultOf(reply); !answered && !isContents(reply))
            return fail(std::move(answered.error()));
        const QString sum = QString::fromLatin1(m_hash.result().toHex());
        if (!m_source.sha256.isEmpty() && sum != m_source.sha256)
            return fail(ErrorCode::Conflict, u"The file arrived damaged."_s);
        if (!m_file.commit())
            return fail(ErrorCode::Internal, u"The file cannot be written: %1"_s.arg(m_file.errorString()));
        return {};
    }

private:
    static bool isContents(const QNetworkReply &reply)
    {
        return reply.error() == QNetworkReply::NoError
            && reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200;
    }

    QSaveFile m_file;
    const DownloadSource m_source;
    const bool m_isOpen;
    qint64 m_size = 0;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    std::optional<Error> m_error;
};

} // namespace

void TransferHandle::cancel()
{
    m_cancelled = true;
    if (m_reply)
        m_reply->abort();
}

void TransferHandle::report(qint64 done, qint64 total)
{
    if (m_progress && !m_cancelled)
        m_progress(done, total);
}

QCoro::Task<Result<File>> FileTransport::upload(OutgoingFile file, TransferPtr handle)
{
    auto token = co_await m_credentials.token();
    if (!token)
        co_return fail(token.error());
    auto answer = co_await uploadOnce(file, *token, handle);
    if (answer || !isRefusedToken(answer.error()))
        co_return answer;
    token = co_await m_credentials.renew(*token);
    if (!token)
        co_return fail(token.error());
    co_return co_await uploadOnce(file, *token, handle);
}

QCoro::Task<Result<File>> FileTransport::uploadOnce(OutgoingFile file, QString token, TransferPtr handle)
{
    if (handle->isCancelled())
        co_return cancelled();
    auto *form = new QHttpMultiPart(QHttpMultiPart::FormDataType);
    auto *contents = new QFile(file.path, form);
    if (!contents->open(QIODevice::ReadOnly)) {
        delete form;
        co_return fail(ErrorCode::NotFound, u"The file \"%1\" cannot be read."_s.arg(file.name));
    }
    QHttpPart part;
    part.setRawHeader("Content-Disposition",
                      "form-data; name=\"file\"; filename=\"" + formName(file.name) + '"');
    part.setHeader(QNetworkRequest::ContentTypeHeader, file.mimeType);
    part.setBodyDevice(contents);
    form->append(part);

    const HttpCall call{"POST", u"/api/v1/files"_s};
    QNetworkReply *reply = m_http.begin(call, token, form);
    handle->m_reply = reply;
    handle->report(0, file.size);
    QObject::connect(reply, &QNetworkReply::uploadProgress, reply, [handle](qint64 done, qint64 total) {
        if (total > 0)
            handle->report(done, total);
    });
    Answer<Result<QJsonObject>> answer;
    QObject::connect(reply, &QNetworkReply::finished, reply, [reply, answer]() mutable {
        reply->deleteLater();
        answer.set(Http::resultOf(*reply));
    });
    const auto stored = co_await answer;
    if (handle->isCancelled())
        co_return cancelled();
    if (!stored)
        co_return fail(stored.error());
    co_return fromJson<File>(*stored);
}

QCoro::Task<Result<void>> FileTransport::download(DownloadSource source, QString target, TransferPtr handle)
{
    auto token = co_await m_credentials.token();
    if (!token)
        co_return fail(token.error());
    auto answer = co_await downloadOnce(source, target, *token, handle);
    if (answer || !isRefusedToken(answer.error()))
        co_return answer;
    token = co_await m_credentials.renew(*token);
    if (!token)
        co_return fail(token.error());
    co_return co_await downloadOnce(source, target, *token, handle);
}

QCoro::Task<Result<void>> FileTransport::downloadOnce(DownloadSource source, QString target, QString token,
                                                      TransferPtr handle)
{
    if (handle->isCancelled())
        co_return cancelled();
    const auto sink = std::make_shared<Sink>(target, source);
    const HttpCall call{"GET", source.path};
    QNetworkReply *reply = m_http.begin(call, token);
    handle->m_reply = reply;
    reply->setReadBufferSize(bufferBytes);
    handle->report(0, source.mostBytes);
    QObject::connect(reply, &QIODevice::readyRead, reply, [reply, sink, handle, most = source.mostBytes] {
        sink->take(*reply);
        handle->report(sink->size(), most);
    });
    Answer<Result<void>> answer;
    QObject::connect(reply, &QNetworkReply::finished, reply, [reply, sink, answer]() mutable {
        reply->deleteLater();
        answer.set(sink->finish(*reply));
    });
    const auto done = co_await answer;
    if (handle->isCancelled())
        co_return cancelled();
    co_return done;
}

} // namespace Hearth
