// SPDX-License-Identifier: Apache-2.0
#include "gateway/tls.h"

#include "gateway/log.h"

#include <QDateTime>
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

#include <openssl/pem.h>

#include <memory>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 fileBytes = 1024 * 1024;

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::InvalidField, u"%1: %2"_s.arg(path, file.errorString()));
    return file.read(fileBytes);
}

// Qt finds out in the handshake only.
bool belongTogether(const QByteArray &certificate, const QByteArray &key)
{
    using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;
    const Bio certificateBytes(BIO_new_mem_buf(certificate.constData(), int(certificate.size())), BIO_free);
    const Bio keyBytes(BIO_new_mem_buf(key.constData(), int(key.size())), BIO_free);
    const auto noPassword = [](char *, int, int, void *) { return 0; };
    const std::unique_ptr<X509, decltype(&X509_free)> parsedCertificate(
        PEM_read_bio_X509(certificateBytes.get(), nullptr, noPassword, nullptr), X509_free);
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> parsedKey(
        PEM_read_bio_PrivateKey(keyBytes.get(), nullptr, noPassword, nullptr), EVP_PKEY_free);
    return parsedCertificate && parsedKey
        && X509_check_private_key(parsedCertificate.get(), parsedKey.get()) == 1;
}

QSslKey parseKey(const QByteArray &pem)
{
    const QSslKey rsa(pem, QSsl::Rsa);
    return rsa.isNull() ? QSslKey(pem, QSsl::Ec) : rsa;
}

} // namespace

Result<QSslConfiguration> loadTls(const TlsFiles &files)
{
    const auto wrong = [](const QString &path, const QString &what) {
        return fail(ErrorCode::InvalidField, path + ": "_L1 + what);
    };
    const auto certificate = readFile(files.certificate);
    if (!certificate)
        return fail(certificate.error());
    const auto key = readFile(files.key);
    if (!key)
        return fail(key.error());
    const QList<QSslCertificate> chain = QSslCertificate::fromData(*certificate, QSsl::Pem);
    if (chain.isEmpty())
        return wrong(files.certificate, u"holds no certificate in PEM"_s);
    const QSslKey parsedKey = parseKey(*key);
    if (parsedKey.isNull())
        return wrong(files.key, u"holds no RSA or EC key in PEM without a password"_s);
    if (!belongTogether(*certificate, *key))
        return wrong(files.key, u"is not the key of the first certificate in "_s + files.certificate);
    if (chain.constFirst().expiryDate() < QDateTime::currentDateTimeUtc())
        qCWarning(gatewayLog, "tls_certificate_expired at=%s",
                  qPrintable(chain.constFirst().expiryDate().toString(Qt::ISODate)));

    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone); // of clients, who show no certificates
    tls.setLocalCertificateChain(chain);
    tls.setPrivateKey(parsedKey);
    return tls;
}

} // namespace Hearth
