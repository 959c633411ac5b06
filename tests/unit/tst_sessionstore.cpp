// SPDX-License-Identifier: Apache-2.0
#include "storage/sessionstore.h"

#include "support/fixtures.h"
#include "util/uuid.h"

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

class TestOfSessionStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }
    void init();
    void cleanup() { m_database.reset(); }

    void everyFieldComesBack();
    void aTokenIsGoodOnce();
    void attack11_anOldTokenRevokesItsSession();
    void anExpiredSessionIsUnknown();
    void aRevokedSessionIsUnknown();
    void revokingWhatIsGoneIsHarmless();
    void aTokenRotatedTwiceAtOnceIsRotatedOnce();

private:
    SessionStore store() { return SessionStore(m_database->open()); }
    Refresh rotate(const QByteArray &hash, const QByteArray &next, qint64 at = 2'000)
    {
        return expect(store().rotate(hash, next, fromMs(at), fromMs(at + 10'000)));
    }

    std::unique_ptr<TestDatabase> m_database;
    StoredSession m_session;
};

void TestOfSessionStore::init()
{
    m_database = std::make_unique<TestDatabase>();
    m_session = {.id = uuidV7(),
                 .userId = addUser(m_database->open(), u"alice"_s),
                 .refreshHash = QByteArray("\0one'\xff\\", 7),
                 .deviceName = uglyTexts().at(2),
                 .platform = uglyTexts().at(1),
                 .appVersion = u"1.0 'rc'"_s,
                 .ip = u"::1"_s,
                 .createdAt = fromMs(1'000),
                 .lastUsedAt = fromMs(1'500),
                 .expiresAt = fromMs(9'000)};
    expect(store().insert(m_session, {}));
}

void TestOfSessionStore::everyFieldComesBack()
{
    const StoredSession stored = expect(store().byId(m_session.id));
    QCOMPARE(stored.userId, m_session.userId);
    QCOMPARE(stored.refreshHash, m_session.refreshHash);
    QCOMPARE(stored.deviceName, m_session.deviceName);
    QCOMPARE(stored.platform, m_session.platform);
    QCOMPARE(stored.appVersion, m_session.appVersion);
    QCOMPARE(stored.ip, m_session.ip);
    QCOMPARE(stored.createdAt, m_session.createdAt);
    QCOMPARE(stored.lastUsedAt, m_session.lastUsedAt);
    QCOMPARE(stored.expiresAt, m_session.expiresAt);
    QVERIFY(!stored.revokedAt);
    QCOMPARE(expectError(store().byId(uuidV7())).code, ErrorCode::NotFound);
}

void TestOfSessionStore::aTokenIsGoodOnce()
{
    const Refresh refresh = rotate(m_session.refreshHash, "two");
    QCOMPARE(refresh.outcome, RefreshOutcome::Rotated);
    QCOMPARE(refresh.session.id, m_session.id);
    QCOMPARE(refresh.session.lastUsedAt, fromMs(2'000));
    QCOMPARE(refresh.session.expiresAt, fromMs(12'000));
    QCOMPARE(rotate("two", "three").outcome, RefreshOutcome::Rotated);
    QCOMPARE(rotate("never seen", "four").outcome, RefreshOutcome::Unknown);
    QCOMPARE(expect(store().byId(m_session.id)).refreshHash, "three");
}

void TestOfSessionStore::attack11_anOldTokenRevokesItsSession()
{
    rotate(m_session.refreshHash, "two");
    rotate("two", "three");
    const Refresh reuse = rotate(m_session.refreshHash, "stolen", 3'000);
    QCOMPARE(reuse.outcome, RefreshOutcome::Reused);
    QCOMPARE(reuse.session.id, m_session.id);
    QCOMPARE(expect(store().byId(m_session.id)).revokedAt, fromMs(3'000));
    QCOMPARE(rotate("three", "four").outcome, RefreshOutcome::Unknown);
    QCOMPARE(rotate("stolen", "five").outcome, RefreshOutcome::Unknown);
}

void TestOfSessionStore::anExpiredSessionIsUnknown()
{
    QCOMPARE(rotate(m_session.refreshHash, "two", 9'000).outcome, RefreshOutcome::Unknown);
    QCOMPARE(rotate(m_session.refreshHash, "two", 8'999).outcome, RefreshOutcome::Rotated);
}

void TestOfSessionStore::aRevokedSessionIsUnknown()
{
    expect(store().revoke(m_session.id, fromMs(1'600)));
    expect(store().revoke(m_session.id, fromMs(1'700)));
    QCOMPARE(expect(store().byId(m_session.id)).revokedAt, fromMs(1'600));
    QCOMPARE(rotate(m_session.refreshHash, "two").outcome, RefreshOutcome::Unknown);
}

void TestOfSessionStore::revokingWhatIsGoneIsHarmless()
{
    expect(store().revoke(uuidV7(), fromMs(1)));
}

void TestOfSessionStore::aTokenRotatedTwiceAtOnceIsRotatedOnce()
{
    Database other(m_database->config()); // as another instance would
    expect(other.open());
    QList<RefreshOutcome> outcomes;
    const auto note = [&](const Result<Refresh> &refresh) { outcomes.append(refresh->outcome); };
    store().rotate(m_session.refreshHash, "two", fromMs(2'000), fromMs(9'000)).then(note);
    SessionStore(other).rotate(m_session.refreshHash, "three", fromMs(2'000), fromMs(9'000)).then(note);
    QTRY_COMPARE(outcomes.size(), 2);
    QCOMPARE(outcomes.count(RefreshOutcome::Rotated), 1);
    QCOMPARE(outcomes.count(RefreshOutcome::Reused), 1);
}

QTEST_GUILESS_MAIN(TestOfSessionStore)
#include "tst_sessionstore.moc"
