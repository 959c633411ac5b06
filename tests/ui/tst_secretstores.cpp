// SPDX-License-Identifier: Apache-2.0
#include "platform/chosensecretstore.h"
#include "platform/memorysecretstore.h"
#include "support/await.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <sodium.h>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr SealCost cheap{1, 8};
constexpr qsizetype sumBytes = crypto_generichash_BYTES;
const QString passphrase = u"correct horse 🐎"_s;

using Read = std::optional<QString>;

Read readFrom(SecretStore &store, const QString &key)
{
    const auto secret = await(store.read(key));
    return secret ? *secret : u"failed: "_s + secret.error().detail;
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool overwrite(const QString &path, const QByteArray &contents)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(contents) == contents.size();
}

// With a checksum that fits: what somebody who wants to be let in would do.
QByteArray summedAnew(QByteArray file)
{
    file.chop(sumBytes);
    QByteArray sum(sumBytes, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<uchar *>(sum.data()), size_t(sumBytes),
                       reinterpret_cast<const uchar *>(file.constData()), quint64(file.size()), nullptr, 0);
    return file + sum;
}

// Something happens while a secret is written.
class BusySecretStore : public MemorySecretStore
{
public:
    QCoro::Task<Result<void>> write(QString key, QString secret) override
    {
        if (key == m_key && m_meanwhile)
            std::exchange(m_meanwhile, {})();
        co_return co_await MemorySecretStore::write(key, secret);
    }

    void during(const QString &key, std::function<void()> meanwhile)
    {
        m_key = key;
        m_meanwhile = std::move(meanwhile);
    }

private:
    QString m_key;
    std::function<void()> m_meanwhile;
};

// Says that it has kept what it was given.
class ForgetfulSecretStore : public MemorySecretStore
{
public:
    QCoro::Task<Result<void>> write(QString, QString) override { co_return Result<void>(); }
};

} // namespace

class TestSecretStores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_keychain.secrets.clear();
    }

    void whatIsWrittenIsReadByThePassphraseOnly()
    {
        {
            EncryptedSecretStore store(path(), cheap);
            QVERIFY(await(store.create(passphrase, {{u"mia"_s, u"refresh-1"_s}})));
            QVERIFY(await(store.write(u"bo"_s, u"refresh-2"_s)));
            QVERIFY(await(store.write(u"li"_s, u"refresh-3"_s)));
            QVERIFY(await(store.remove(u"li"_s)));
            QVERIFY(await(store.remove(u"nobody"_s)));
            QCOMPARE(readFrom(store, u"bo"_s), Read(u"refresh-2"_s));
        }
        EncryptedSecretStore next(path(), cheap);
        QVERIFY(next.exists() && !next.isOpen());
        QCOMPARE(await(next.open(u"correct horse"_s)).error().code, ErrorCode::Forbidden);
        QCOMPARE(await(next.open({})).error().code, ErrorCode::Forbidden);
        QVERIFY(!next.isOpen());
        const Secrets all{{u"mia"_s, u"refresh-1"_s}, {u"bo"_s, u"refresh-2"_s}};
        const auto opened = await(next.open(passphrase));
        QVERIFY(opened);
        QCOMPARE(*opened, all);
        QCOMPARE(readFrom(next, u"mia"_s), Read(u"refresh-1"_s));
        QCOMPARE(readFrom(next, u"li"_s), Read());
    }

    void composedAndDecomposedLettersAreTheSamePassphrase()
    {
        EncryptedSecretStore store(path(), cheap);
        QVERIFY(await(store.create(u"Caf\u00e9 noir"_s, {})));
        QVERIFY(await(EncryptedSecretStore(path()).open(u"Cafe\u0301 noir"_s)));
    }

    void beforeItIsOpenItSaysSo()
    {
        QVERIFY(await(EncryptedSecretStore(path(), cheap).create(passphrase, {})));
        EncryptedSecretStore store(path(), cheap);
        QCOMPARE(await(store.read(u"mia"_s)).error().code, ErrorCode::Unavailable);
        QCOMPARE(await(store.write(u"mia"_s, u"refresh-1"_s)).error().code, ErrorCode::Unavailable);
        QCOMPARE(await(store.remove(u"mia"_s)).error().code, ErrorCode::Unavailable);
        QVERIFY(await(store.open(passphrase)));
        QVERIFY(await(store.destroy()));
        QVERIFY(!store.isOpen() && !store.exists());
        QCOMPARE(await(store.open(passphrase)).error().code, ErrorCode::NotFound);
    }

    void noSecretIsInTheFileAndOnlyItsOwnerReadsIt()
    {
        EncryptedSecretStore store(path(), cheap);
        QVERIFY(await(store.create(passphrase, {})));
        QVERIFY(await(store.write(u"mia"_s, u"refresh-1"_s)));
        const QByteArray file = contentsOf(path());
        for (const QString &secret : {u"mia"_s, u"refresh-1"_s, passphrase})
            QVERIFY(!file.contains(secret.toUtf8()));
        const auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
        QCOMPARE(QFileInfo(path()).permissions(),
                 owner | QFileDevice::ReadUser | QFileDevice::WriteUser); // who asks is the owner
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"signins.sealed"_s});
    }

    void theSameSecretsNeverMakeTheSameFile()
    {
        EncryptedSecretStore store(path(), cheap);
        QVERIFY(await(store.create(passphrase, {})));
        QVERIFY(await(store.write(u"mia"_s, u"refresh-1"_s)));
        const QByteArray before = contentsOf(path());
        QVERIFY(await(store.write(u"mia"_s, u"refresh-1"_s)));
        const QByteArray after = contentsOf(path());
        QCOMPARE(after.size(), before.size());
        int equal = 0; // beyond what the passphrase and its cost decide
        for (qsizetype i = 36; i < after.size(); ++i)
            equal += after[i] == before[i];
        QVERIFY2(equal < 10, qPrintable(QString::number(equal)));
    }

    void damageToAnyByteIsNoticed()
    {
        EncryptedSecretStore store(path(), cheap);
        QVERIFY(await(store.create(passphrase, {{u"mia"_s, u"refresh-1"_s}})));
        const QByteArray whole = contentsOf(path());
        for (qsizetype i = 0; i < whole.size(); ++i) {
            QByteArray damaged = whole;
            damaged[i] = char(damaged[i] ^ 0x10);
            QVERIFY(overwrite(path(), damaged));
            const auto opened = await(EncryptedSecretStore(path()).open(passphrase));
            QVERIFY2(!opened && opened.error().code == ErrorCode::Internal, qPrintable(QString::number(i)));
        }
        for (const qsizetype size : {qsizetype(0), qsizetype(1), qsizetype(60), whole.size() - 1}) {
            QVERIFY(overwrite(path(), whole.first(size)));
            QCOMPARE(await(EncryptedSecretStore(path()).open(passphrase)).error().code, ErrorCode::Internal);
        }
        QCOMPARE(await(store.read(u"mia"_s)).error().code, ErrorCode::Internal); // also while it is open
        QVERIFY(overwrite(path(), whole));
        QVERIFY(await(EncryptedSecretStore(path()).open(passphrase)));
    }

    void whoChangesTheFileOnPurposeIsNotLetIn()
    {
        QVERIFY(await(EncryptedSecretStore(path(), cheap).create(passphrase, {{u"mia"_s, u"refresh-1"_s}})));
        const QByteArray whole = contentsOf(path());
        for (qsizetype i = 0; i < whole.size() - sumBytes; ++i) {
            QByteArray forged = whole;
            forged[i] = char(forged[i] ^ 0x01);
            QVERIFY(overwrite(path(), summedAnew(forged)));
            const auto opened = await(EncryptedSecretStore(path()).open(passphrase));
            QVERIFY2(!opened, qPrintable(QString::number(i)));
            if (i >= 20) // salt, nonce, contents and what vouches for them
                QCOMPARE(opened.error().code, ErrorCode::Forbidden);
        }
    }

    void aFileCannotAskForMoreThanThereIs_data()
    {
        QTest::addColumn<int>("place"); // of a number's first byte
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("version") << 8 << ErrorCode::UnknownType;
        QTest::newRow("passes") << 12 << ErrorCode::Internal;
        QTest::newRow("memory") << 16 << ErrorCode::Internal;
    }

    void aFileCannotAskForMoreThanThereIs()
    {
        QFETCH(int, place);
        QFETCH(ErrorCode, code);
        QVERIFY(await(EncryptedSecretStore(path(), cheap).create(passphrase, {})));
        QByteArray forged = contentsOf(path());
        forged[place] = char(0x7f);
        QVERIFY(overwrite(path(), summedAnew(forged)));
        QCOMPARE(await(EncryptedSecretStore(path()).open(passphrase)).error().code, code);
    }

    // The file says what it cost, so that new files may cost more.
    void aFileIsOpenedAtItsOwnCost()
    {
        QVERIFY(await(EncryptedSecretStore(path(), {2, 16}).create(passphrase, {})));
        const QByteArray file = contentsOf(path());
        QCOMPARE(file.mid(12, 8).toHex(), QByteArray("0000000200000010"));
        QVERIFY(await(EncryptedSecretStore(path(), cheap).open(passphrase)));
    }

    void nobodyWaitsForThePassphraseOnTheMainThread()
    {
        EncryptedSecretStore store(path(), {1, 64 * 1024});
        bool done = false;
        auto ask = [&]() -> QCoro::Task<void> {
            const Secrets none;
            const auto created = co_await store.create(passphrase, none);
            done = created.has_value();
        };
        ask();
        QVERIFY(!done); // it was only begun
        QTRY_VERIFY(done);
    }

    void whoWaitsIsAnsweredAfterTheStoreIsGone()
    {
        std::optional<Result<Secrets>> answer;
        QVERIFY(await(EncryptedSecretStore(path(), cheap).create(passphrase, {{u"mia"_s, u"refresh-1"_s}})));
        {
            EncryptedSecretStore store(path(), cheap);
            auto ask = [](EncryptedSecretStore *one, auto *to) -> QCoro::Task<void> {
                auto opened = co_await one->open(passphrase);
                to->emplace(std::move(opened));
            };
            ask(&store, &answer);
        }
        QTRY_VERIFY(answer);
        QCOMPARE((*answer)->value(u"mia"_s), u"refresh-1"_s);
    }

    void withoutAFileTheKeychainIsUsed()
    {
        ChosenSecretStore store(m_keychain, path(), cheap);
        QVERIFY(!store.usesFile() && !store.isLocked());
        QVERIFY(await(store.write(u"mia"_s, u"refresh-1"_s)));
        QCOMPARE(m_keychain.secrets.value(u"mia"_s), u"refresh-1"_s);
        QVERIFY(!QFile::exists(path()));
    }

    void secretsMoveToTheFileAndBack()
    {
        m_keychain.secrets = {{u"mia"_s, u"refresh-1"_s}};
        {
            ChosenSecretStore store(m_keychain, path(), cheap);
            QCOMPARE(readFrom(store, u"mia"_s), Read(u"refresh-1"_s));
            QVERIFY(await(store.write(u"bo"_s, u"refresh-2"_s)));
            const QSignalSpy changed(&store, &ChosenSecretStore::changed);
            QVERIFY(await(store.useFile(passphrase)));
            QCOMPARE(changed.count(), 1);
            QVERIFY(store.usesFile() && !store.isLocked());
            QVERIFY(m_keychain.secrets.isEmpty());
            QCOMPARE(readFrom(store, u"bo"_s), Read(u"refresh-2"_s));
        }
        ChosenSecretStore next(m_keychain, path(), cheap);
        QVERIFY(next.isLocked());
        QVERIFY(!await(next.open(u"another one"_s)));
        QVERIFY(next.isLocked());
        const QSignalSpy changed(&next, &ChosenSecretStore::changed);
        QVERIFY(await(next.open(passphrase)));
        QCOMPARE(changed.count(), 1);
        QVERIFY(await(next.useKeychain()));
        QCOMPARE(changed.count(), 2);
        const Secrets all{{u"mia"_s, u"refresh-1"_s}, {u"bo"_s, u"refresh-2"_s}};
        QCOMPARE(m_keychain.secrets, all);
        QVERIFY(!next.usesFile() && !QFile::exists(path()));
    }

    void aKeychainThatFailsLeavesTheFile_data()
    {
        QTest::addColumn<bool>("forgets");
        QTest::newRow("locked") << false;
        QTest::newRow("keeps nothing") << true;
    }

    void aKeychainThatFailsLeavesTheFile()
    {
        QFETCH(bool, forgets);
        ForgetfulSecretStore forgetful;
        m_keychain.available = false;
        ChosenSecretStore store(forgets ? forgetful : m_keychain, path(), cheap);
        QVERIFY(await(store.useFile(passphrase)));
        QVERIFY(await(store.write(u"mia"_s, u"refresh-1"_s)));
        QVERIFY(!await(store.useKeychain()));
        QVERIFY(store.usesFile());
        QCOMPARE(readFrom(store, u"mia"_s), Read(u"refresh-1"_s));
        m_keychain.available = true;
    }

    void aLockedFileIsReplacedByANewOneOrGivenUp()
    {
        QVERIFY(await(EncryptedSecretStore(path(), cheap).create(passphrase, {{u"mia"_s, u"old"_s}})));
        ChosenSecretStore store(m_keychain, path(), cheap);
        QVERIFY(await(store.useFile(u"a new passphrase"_s)));
        QCOMPARE(readFrom(store, u"mia"_s), Read());
        ChosenSecretStore next(m_keychain, path(), cheap);
        QVERIFY(!await(next.open(passphrase)));
        QVERIFY(await(next.useKeychain()));
        QVERIFY(!QFile::exists(path()));
    }

    // Of a token that is renewed meanwhile, the one before is spent.
    void whatChangesWhileSecretsMoveIsMovedToo()
    {
        BusySecretStore keychain;
        ChosenSecretStore store(keychain, path(), cheap);
        QVERIFY(await(store.useFile(passphrase)));
        QVERIFY(await(store.write(u"mia"_s, u"refresh-1"_s)));
        keychain.during(u"mia"_s, [&] { store.write(u"mia"_s, u"refresh-2"_s); });
        QVERIFY(await(store.useKeychain()));
        QCOMPARE(keychain.secrets.value(u"mia"_s), u"refresh-2"_s);

        auto moving = store.useFile(passphrase); // which takes a moment
        store.write(u"mia"_s, u"refresh-3"_s);
        QCOMPARE(await(store.useKeychain()).error().code, ErrorCode::Conflict);
        QVERIFY(await(std::move(moving)));
        QCOMPARE(readFrom(store, u"mia"_s), Read(u"refresh-3"_s));
        QVERIFY(keychain.secrets.isEmpty());
    }

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"signins.sealed"_s); }

    MemorySecretStore m_keychain;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestSecretStores)
#include "tst_secretstores.moc"
