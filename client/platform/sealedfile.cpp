// SPDX-License-Identifier: Apache-2.0
#include "platform/sealedfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QtEndian>

#include <sodium.h>

namespace Hearth {

namespace {

// A sealed file; numbers begin with their most significant byte:
//   8  "hearthsf"
//   4  version: 1
//   4  passes of argon2id
//   4  its memory in KiB
//  16  its salt; up to here the header, the same as long as the passphrase is
//  24  nonce of XChaCha20-Poly1305, another one in each write
//   n  the contents, encrypted, and 16 bytes that vouch for them and the header
//  32  BLAKE2b of all that. It tells damage from a wrong passphrase, and protects from nobody
const QByteArray magic = QByteArrayLiteral("hearthsf");
constexpr quint32 sealVersion = 1;
constexpr qsizetype versionAt = 8;
constexpr qsizetype passesAt = 12;
constexpr qsizetype memoryAt = 16;
constexpr qsizetype saltAt = 20;
constexpr qsizetype saltBytes = crypto_pwhash_SALTBYTES;
constexpr qsizetype headerBytes = saltAt + saltBytes;
constexpr qsizetype nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qsizetype keyBytes = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr qsizetype sumBytes = crypto_generichash_BYTES;
constexpr qsizetype leastBytes = headerBytes + nonceBytes + tagBytes + sumBytes;
constexpr qint64 mostBytes = 1024 * 1024;

// More than these a file that somebody changed could ask for to bring the program down.
constexpr quint32 mostPasses = 64;
constexpr quint32 leastMemoryKiB = 8;
constexpr quint32 mostMemoryKiB = 4 * 1024 * 1024;

const uchar *bytesOf(const QByteArray &data)
{
    return reinterpret_cast<const uchar *>(data.constData());
}

uchar *bytesOf(QByteArray &data)
{
    return reinterpret_cast<uchar *>(data.data());
}

QByteArray number(quint32 value)
{
    QByteArray bytes(sizeof(value), Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

quint32 numberAt(const QByteArray &bytes, qsizetype place)
{
    return qFromBigEndian<quint32>(bytes.constData() + place);
}

QByteArray randomBytes(qsizetype count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    randombytes_buf(bytes.data(), size_t(count));
    return bytes;
}

QByteArray sumOf(const QByteArray &bytes)
{
    QByteArray sum(sumBytes, Qt::Uninitialized);
    crypto_generichash(bytesOf(sum), size_t(sumBytes), bytesOf(bytes), quint64(bytes.size()), nullptr, 0);
    return sum;
}

QString sentence(const char *text)
{
    return QCoreApplication::translate("SealedFile", text);
}

tl::unexpected<Error> damaged()
{
    return fail(ErrorCode::Internal,
                sentence(QT_TRANSLATE_NOOP("SealedFile", "The encrypted file is damaged.")));
}

tl::unexpected<Error> outOfMemory()
{
    return fail(ErrorCode::Unavailable,
                sentence(QT_TRANSLATE_NOOP("SealedFile", "There is too little memory to open the file.")));
}

Result<void> ready()
{
    if (sodium_init() < 0)
        return fail(ErrorCode::Unavailable,
                    sentence(QT_TRANSLATE_NOOP("SealedFile", "This computer cannot encrypt the file.")));
    return {};
}

} // namespace

class SealKey
{
public:
    explicit SealKey(QByteArray sealHeader)
        : header(std::move(sealHeader))
        , bytes(static_cast<uchar *>(sodium_malloc(size_t(keyBytes))))
    { }
    ~SealKey() { sodium_free(bytes); } // and zeroes it
    Q_DISABLE_COPY_MOVE(SealKey)

    const QByteArray header;
    uchar *const bytes; // null: there was no memory
};

namespace {

// Everything but the checksum, which was right.
Result<QByteArray> wholeFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return fail(ErrorCode::NotFound,
                    sentence(QT_TRANSLATE_NOOP("SealedFile", "There is no encrypted file.")));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Unavailable, file.errorString());
    const QByteArray bytes = file.read(mostBytes);
    if (bytes.size() < leastBytes || !bytes.startsWith(magic))
        return damaged();
    QByteArray summed = bytes.chopped(sumBytes);
    if (sumOf(summed) != bytes.last(sumBytes))
        return damaged();
    if (numberAt(bytes, versionAt) != sealVersion)
        return fail(ErrorCode::UnknownType,
                    sentence(QT_TRANSLATE_NOOP("SealedFile", "A newer Hearth wrote the encrypted file.")));
    return summed;
}

Result<SealKeyPtr> keyFor(const QByteArray &header, const QString &passphrase)
{
    const quint32 passes = numberAt(header, passesAt);
    const quint32 memoryKiB = numberAt(header, memoryAt);
    if (passes < 1 || passes > mostPasses || memoryKiB < leastMemoryKiB || memoryKiB > mostMemoryKiB)
        return damaged();
    auto key = std::make_shared<SealKey>(header);
    if (!key->bytes)
        return outOfMemory();
    // The same passphrase may be typed in composed or decomposed form (RFC 8265 section 4.2.1).
    QByteArray typed = passphrase.normalized(QString::NormalizationForm_C).toUtf8();
    const int refused = crypto_pwhash(key->bytes, quint64(keyBytes), typed.constData(), quint64(typed.size()),
                                      bytesOf(header) + saltAt, passes, size_t(memoryKiB) * 1024,
                                      crypto_pwhash_ALG_ARGON2ID13);
    wipe(typed);
    if (refused)
        return outOfMemory();
    return key;
}

Result<QByteArray> unseal(const QByteArray &file, const SealKey &key)
{
    const QByteArray sealed = file.sliced(headerBytes + nonceBytes);
    QByteArray contents(sealed.size() - tagBytes, Qt::Uninitialized);
    const int forged = crypto_aead_xchacha20poly1305_ietf_decrypt(
        bytesOf(contents), nullptr, nullptr, bytesOf(sealed), quint64(sealed.size()), bytesOf(file),
        quint64(headerBytes), bytesOf(file) + headerBytes, key.bytes);
    if (forged)
        return fail(ErrorCode::Forbidden,
                    sentence(QT_TRANSLATE_NOOP("SealedFile", "This passphrase does not open the file.")));
    return contents;
}

} // namespace

Result<SealKeyPtr> makeSealKey(const QString &passphrase, const SealCost &cost)
{
    if (const auto can = ready(); !can)
        return fail(can.error());
    const QByteArray header =
        magic + number(sealVersion) + number(cost.passes) + number(cost.memoryKiB) + randomBytes(saltBytes);
    return keyFor(header, passphrase);
}

Result<SealKeyPtr> openSealed(const QString &path, const QString &passphrase)
{
    if (const auto can = ready(); !can)
        return fail(can.error());
    const auto file = wholeFile(path);
    if (!file)
        return fail(file.error());
    const auto key = keyFor(file->first(headerBytes), passphrase);
    if (!key)
        return key;
    auto contents = unseal(*file, **key);
    if (!contents)
        return fail(contents.error());
    wipe(*contents);
    return key;
}

Result<QByteArray> readSealed(const QString &path, const SealKey &key)
{
    const auto file = wholeFile(path);
    if (!file)
        return fail(file.error());
    return unseal(*file, key);
}

Result<void> writeSealed(const QString &path, const SealKey &key, const QByteArray &contents)
{
    QByteArray file = key.header + randomBytes(nonceBytes);
    QByteArray sealed(contents.size() + tagBytes, Qt::Uninitialized);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        bytesOf(sealed), nullptr, bytesOf(contents), quint64(contents.size()), bytesOf(key.header),
        quint64(headerBytes), nullptr, bytesOf(std::as_const(file)) + headerBytes, key.bytes);
    file += sealed;
    file += sumOf(file);
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile target(path); // whoever is interrupted leaves the file as it was
    if (!target.open(QIODevice::WriteOnly)
        || !target.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        || target.write(file) != file.size() || !target.commit())
        return fail(ErrorCode::Unavailable, target.errorString());
    return {};
}

void wipe(QByteArray &secret)
{
    if (secret.isDetached())
        sodium_memzero(secret.data(), size_t(secret.size()));
    secret.clear();
}

} // namespace Hearth
