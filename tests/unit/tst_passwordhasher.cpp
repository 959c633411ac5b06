// SPDX-License-Identifier: Apache-2.0
#include "services/passwordhasher.h"

#include <QCoroTask>
#include <QTest>

#include <sodium.h>

using namespace Hearth;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr PasswordCost cheap{1, 8};

} // namespace

class TestPasswordHasher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPasswordMatchesItsHash();
    void hashesAreArgon2idWithTheConfiguredCost();
    void theSamePasswordNeverHasTheSameHash();
    void composedAndDecomposedLettersAreTheSamePassword();
    void withoutAHashTheAnswerIsNo();
    void attack12_anUnknownUserCostsWhatAKnownOneCosts();
    void aHashThatIsNoneMatchesNothing();
    void workIsDoneOffTheMainThread();
    void attack14_onlySoManyMayWait();
    void whoWaitsIsAnsweredAfterTheHasherIsGone();
};

void TestPasswordHasher::aPasswordMatchesItsHash()
{
    PasswordHasher hasher(cheap);
    const auto hash = QCoro::waitFor(hasher.hash(u"correct horse 🐎"_s));
    QVERIFY(hash);
    QCOMPARE(*QCoro::waitFor(hasher.verify(u"correct horse 🐎"_s, *hash)), true);
    QCOMPARE(*QCoro::waitFor(hasher.verify(u"correct horse"_s, *hash)), false);
    QCOMPARE(*QCoro::waitFor(hasher.verify({}, *hash)), false);
}

void TestPasswordHasher::hashesAreArgon2idWithTheConfiguredCost()
{
    PasswordHasher hasher({3, 16});
    const auto hash = QCoro::waitFor(hasher.hash(u"correct horse"_s));
    QVERIFY2(hash->startsWith(u"$argon2id$v=19$m=16,t=3,p=1$"_s), qPrintable(*hash));
}

void TestPasswordHasher::theSamePasswordNeverHasTheSameHash()
{
    PasswordHasher hasher(cheap);
    const auto first = QCoro::waitFor(hasher.hash(u"correct horse"_s));
    const auto second = QCoro::waitFor(hasher.hash(u"correct horse"_s));
    QVERIFY(*first != *second);
}

void TestPasswordHasher::composedAndDecomposedLettersAreTheSamePassword()
{
    PasswordHasher hasher(cheap);
    const auto hash = QCoro::waitFor(hasher.hash(u"caf\u00e9 caf\u00e9"_s));
    QCOMPARE(*QCoro::waitFor(hasher.verify(u"cafe\u0301 cafe\u0301"_s, *hash)), true);
}

void TestPasswordHasher::withoutAHashTheAnswerIsNo()
{
    PasswordHasher hasher(cheap);
    QCOMPARE(*QCoro::waitFor(hasher.verify(u"correct horse"_s, std::nullopt)), false);
    QCOMPARE(*QCoro::waitFor(hasher.verify({}, std::nullopt)), false);
}

// libsodium works as long on the stand-in as on a real hash when it can read it and finds the same cost in
// it.
void TestPasswordHasher::attack12_anUnknownUserCostsWhatAKnownOneCosts()
{
    const QByteArray standIn = PasswordHasher::hashOfNobody({3, 64});
    QCOMPARE(crypto_pwhash_str_needs_rehash(standIn.constData(), 3, 64 * 1024), 0);
    QCOMPARE(standIn.size(), QCoro::waitFor(PasswordHasher({3, 64}).hash(u"correct horse"_s))->size());
}

void TestPasswordHasher::aHashThatIsNoneMatchesNothing()
{
    PasswordHasher hasher(cheap);
    QCOMPARE(*QCoro::waitFor(hasher.verify(u"correct horse"_s, u"correct horse"_s)), false);
    QCOMPARE(*QCoro::waitFor(hasher.verify(u"correct horse"_s, QString())), false);
}

void TestPasswordHasher::workIsDoneOffTheMainThread()
{
    PasswordHasher hasher({1, 64 * 1024}, 1);
    bool done = false;
    auto task = hasher.hash(u"correct horse"_s).then([&done](const Result<QString> &) { done = true; });
    QVERIFY(!done); // it came back before there was an answer
    QTRY_VERIFY(done);
}

void TestPasswordHasher::attack14_onlySoManyMayWait()
{
    PasswordHasher hasher(cheap, 1, 2);
    int done = 0;
    const auto count = [&done](const Result<QString> &hash) { done += hash ? 1 : 0; };
    auto first = hasher.hash(u"correct horse"_s).then(count);
    auto second = hasher.hash(u"correct horse"_s).then(count);
    const auto refused = QCoro::waitFor(hasher.hash(u"correct horse"_s));
    QCOMPARE(refused.error().code, ErrorCode::Unavailable);
    QVERIFY(refused.error().retryAfterMs);
    QTRY_COMPARE(done, 2);
    QVERIFY(QCoro::waitFor(hasher.hash(u"correct horse"_s)));
}

void TestPasswordHasher::whoWaitsIsAnsweredAfterTheHasherIsGone()
{
    int done = 0;
    {
        PasswordHasher hasher(cheap, 1);
        for (int i = 0; i < 5; ++i)
            hasher.hash(u"correct horse"_s).then([&done](const Result<QString> &hash) {
                done += bool(hash);
            });
    }
    QTRY_COMPARE(done, 5);
}

QTEST_GUILESS_MAIN(TestPasswordHasher)
#include "tst_passwordhasher.moc"
