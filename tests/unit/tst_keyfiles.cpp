// SPDX-License-Identifier: Apache-2.0
#include "app/keyfiles.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Hearth;
using namespace Qt::Literals::StringLiterals;

namespace {

// Two Ed25519 keys that nobody uses, and a token that the first one signed (valid until 2096).
const QByteArray firstKey =
    "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAEj08OHC2uq4IS7JGiYnTzsoyekr9xbbIYr321Z1WrM0=\n-----END "
    "PUBLIC KEY-----\n";
const QByteArray secondKey =
    "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAQ17n92gQ6MwvWMvWpcMuZpVLoNHexfAsu2MMRHJAAlk=\n-----END "
    "PUBLIC KEY-----\n";
const QByteArray token =
    "eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJhbGljZSIsImV4cCI6NDAwMDAwMDAwMH0.oFYM7N3ihqqcQxkXaJmn0l6BMuiZFkLk6Z4_"
    "OwhJ6i7QVBI9SVUrRqtGJi8p9wdwSGqVwZkvnToRvwiwsMevCA";

struct Fixture {
    explicit Fixture(const QByteArray &contents = firstKey)
    {
        write(contents);
        config.jwtPublicKeyFile = path;
    }

    void write(const QByteArray &contents) const
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(contents) != contents.size())
            qFatal("cannot write");
    }

    bool accepts(const KeyFiles &files) const
    {
        ExternalTokenConfig tokens;
        tokens.publicKeys = files.keys();
        return ExternalTokens(tokens).verify(token, fromMs(1'800'000'000'000)).has_value();
    }

    QTemporaryDir folder;
    const QString path = folder.filePath(u"keys.pem"_s);
    Config config;
};

} // namespace

class TestKeyFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutFilesThereAreNoKeys();
    void filesAreReadAtTheStart();
    void whatIsWrongNamesTheFile();
    void attack9_changedFilesAreReadAgain();
    void attack9_keysStayWhileTheFileIsBroken();
};

void TestKeyFiles::withoutFilesThereAreNoKeys()
{
    KeyFiles files{Config()};
    QVERIFY(files.load());
    QVERIFY(!files.keys());
}

void TestKeyFiles::filesAreReadAtTheStart()
{
    Fixture f;
    KeyFiles files(f.config);
    QVERIFY(files.load());
    QVERIFY(f.accepts(files));
}

void TestKeyFiles::whatIsWrongNamesTheFile()
{
    Fixture f("no key");
    const auto broken = KeyFiles(f.config).load();
    QVERIFY(!broken && broken.error().detail.startsWith(f.path));
    f.config.jwksFile = f.folder.filePath(u"none.json"_s);
    f.write(firstKey);
    const auto absent = KeyFiles(f.config).load();
    QVERIFY(!absent && absent.error().detail.startsWith(f.config.jwksFile));
}

void TestKeyFiles::attack9_changedFilesAreReadAgain()
{
    Fixture f;
    KeyFiles files(f.config, std::chrono::milliseconds(10));
    QVERIFY(files.load());
    f.write(secondKey);
    QTRY_VERIFY(!f.accepts(files));
    f.write(firstKey + secondKey);
    QTRY_VERIFY(f.accepts(files));
}

void TestKeyFiles::attack9_keysStayWhileTheFileIsBroken()
{
    Fixture f;
    KeyFiles files(f.config, std::chrono::hours(1));
    QVERIFY(files.load());
    f.write("half a fi");
    QCoro::waitFor(files.look());
    QVERIFY(f.accepts(files));
    QVERIFY(QFile::remove(f.path));
    QCoro::waitFor(files.look());
    QVERIFY(f.accepts(files));
    f.write(secondKey);
    QCoro::waitFor(files.look());
    QVERIFY(!f.accepts(files));
}

QTEST_GUILESS_MAIN(TestKeyFiles)
#include "tst_keyfiles.moc"
