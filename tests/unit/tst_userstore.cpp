// SPDX-License-Identifier: Apache-2.0
#include "storage/userstore.h"

#include "support/fixtures.h"
#include "util/uuid.h"
#include "wire/limits.h"

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

class TestOfUserStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }
    void init() { m_database = std::make_unique<TestDatabase>(); }
    void cleanup() { m_database.reset(); }

    void everyFieldComesBack();
    void attack38_uglyNamesComeBackAsTheyWere();
    void aTakenNameIsAConflictInAnyCase();
    void externalUsersAreStoredAtFirstSight();
    void aTakenNameOfAnExternalUserGetsASuffix();
    void laterSightsUpdateAllButTheName();
    void placeholdersLeaveThoseAloneWhoAreThere();
    void usersAreFoundByIdsAndByName();
    void prefixesAreSearchedInNameAndDisplayName();
    void attack38_wildcardsInAPrefixMeanThemselves();
    void usersAreListedById();

private:
    UserStore store() { return UserStore(m_database->open()); }
    QStringList found(const QString &prefix, int limit = 10)
    {
        QStringList names;
        for (const User &user : expect(store().search(prefix, limit)))
            names += user.username;
        return names;
    }

    std::unique_ptr<TestDatabase> m_database;
};

void TestOfUserStore::everyFieldComesBack()
{
    const NewUser user{u"user 'one'"_s, u"Alice"_s, u"Alice \"A\""_s, u"a@example"_s, u"/a.png"_s,
                       u"$argon2"_s,    true};
    const StoredUser stored = expect(store().insert(user));
    QCOMPARE(stored.account.user, (User{user.id, user.username, user.displayName, user.avatarUrl}));
    QCOMPARE(stored.account.email, user.email);
    QCOMPARE(stored.account.settings, AccountSettings());
    QCOMPARE(stored.passwordHash, user.passwordHash);
    QVERIFY(stored.admin && !stored.disabled && !stored.presenceChoice);
    QVERIFY(now() - stored.account.createdAt < std::chrono::minutes(1));
    QCOMPARE(expect(store().byId(user.id)).account, stored.account);
    QCOMPARE(expectError(store().byId(u"nobody"_s)).code, ErrorCode::NotFound);

    const StoredUser sparse = expect(store().insert({.id = u"two"_s, .username = u"b"_s, .displayName = {}}));
    QVERIFY(!sparse.account.email && !sparse.passwordHash && !sparse.account.user.avatarUrl && !sparse.admin);
}

void TestOfUserStore::attack38_uglyNamesComeBackAsTheyWere()
{
    for (const QString &text : uglyTexts()) {
        const QString name = text.left(60);
        const StoredUser stored =
            expect(store().insert({.id = uuidV7(), .username = name, .displayName = text}));
        QCOMPARE(stored.account.user.username, name);
        QCOMPARE(stored.account.user.displayName, text);
        QCOMPARE(expect(store().byUsername(name)).account, stored.account);
    }
}

void TestOfUserStore::aTakenNameIsAConflictInAnyCase()
{
    addUser(m_database->open(), u"Äpfel"_s);
    const Error error =
        expectError(store().insert({.id = uuidV7(), .username = u"äPFEL"_s, .displayName = u"x"_s}));
    QCOMPARE(error.code, ErrorCode::Conflict);
    QCOMPARE(error.pointer, u"/username"_s);
    QCOMPARE(expect(store().byUsername(u"ÄPFEL"_s)).account.user.username, u"Äpfel"_s);
    QCOMPARE(expectError(store().byUsername(u"apfel"_s)).code, ErrorCode::NotFound);
}

void TestOfUserStore::externalUsersAreStoredAtFirstSight()
{
    const NewUser token{.id = u"42"_s, .username = u"alice"_s, .displayName = u"Alice"_s};
    QCOMPARE(expect(store().upsertExternal(token)).account.user.id, u"42"_s);
    QCOMPARE(expect(store().upsertExternal(token)).account.user.username, u"alice"_s);
    QCOMPARE(expect(store().list(10, {})).size(), 1);
}

void TestOfUserStore::aTakenNameOfAnExternalUserGetsASuffix()
{
    QSet<QString> names;
    const QString longName(Limits::usernameLength, u'x');
    for (int i = 0; i < 25; ++i) {
        const auto user = expect(
            store().upsertExternal({.id = QString::number(i), .username = longName, .displayName = u"x"_s}));
        QVERIFY(user.account.user.username.size() <= Limits::usernameLength);
        names.insert(user.account.user.username);
    }
    QCOMPARE(names.size(), 25);
    QVERIFY(names.contains(longName));
    QVERIFY(names.contains(QString(Limits::usernameLength - 2, u'x') + u"-2"_s));
}

void TestOfUserStore::laterSightsUpdateAllButTheName()
{
    expect(store().upsertExternal({u"42"_s, u"alice"_s, u"Alice"_s, u"a@example"_s, u"/a.png"_s}));
    const StoredUser later = expect(
        store().upsertExternal({.id = u"42"_s, .username = u"renamed"_s, .displayName = u"Alice B."_s}));
    QCOMPARE(later.account.user.username, u"alice"_s);
    QCOMPARE(later.account.user.displayName, u"Alice B."_s);
    QCOMPARE(later.account.email, u"a@example"_s); // the token did not say
    QCOMPARE(later.account.user.avatarUrl, u"/a.png"_s);
    QCOMPARE(found(u"alice b"_s), QStringList{u"alice"_s});
}

void TestOfUserStore::placeholdersLeaveThoseAloneWhoAreThere()
{
    const StoredUser known =
        expect(store().upsertExternal({.id = u"42"_s, .username = u"soon"_s, .displayName = u"Alice"_s}));
    expect(store().insertPlaceholders({u"soon"_s, u"42"_s, u"it's \"her\""_s}));
    QCOMPARE(expect(store().byId(u"42"_s)).account, known.account);
    QCOMPARE(expect(store().byId(u"soon"_s)).account.user.username, u"soon-2"_s); // the name is taken
    QCOMPARE(expect(store().byId(u"it's \"her\""_s)).account.user.displayName, u"it's \"her\""_s);
    QCOMPARE(expect(store().list(10, {})).size(), 3);
}

void TestOfUserStore::usersAreFoundByIdsAndByName()
{
    const UserId alice = addUser(m_database->open(), u"alice"_s);
    const UserId bob = addUser(m_database->open(), u"bob"_s);
    QCOMPARE(expect(store().byIds({alice, u"nobody"_s, bob, alice})).size(), 2);
    QVERIFY(expect(store().byIds({})).isEmpty());
    QCOMPARE(expect(store().byUsername(u"BOB"_s)).account.user.id, bob);
}

void TestOfUserStore::prefixesAreSearchedInNameAndDisplayName()
{
    for (const auto &[name, shown] : {std::pair(u"carla"_s, u"Zoë"_s), std::pair(u"anna"_s, u"Anna"_s),
                                      std::pair(u"bert"_s, u"ANNABERT"_s), std::pair(u"hanna"_s, u"Hanna"_s)})
        expect(store().insert({.id = uuidV7(), .username = name, .displayName = shown}));
    QCOMPARE(found(u"Ann"_s), (QStringList{u"anna"_s, u"bert"_s}));
    QCOMPARE(found(u"ann"_s, 1), QStringList{u"anna"_s});
    QCOMPARE(found(u"zO"_s), QStringList{u"carla"_s});
    QCOMPARE(found(u"zoe"_s), QStringList());
    QCOMPARE(found(QString()).size(), 4);
    m_database->execute(u"UPDATE users SET disabled = TRUE WHERE username = 'anna'"_s);
    QCOMPARE(found(u"ann"_s), QStringList{u"bert"_s});
}

void TestOfUserStore::attack38_wildcardsInAPrefixMeanThemselves()
{
    addUser(m_database->open(), u"anna"_s);
    addUser(m_database->open(), u"100%_sure"_s);
    for (const QString &prefix : {u"%"_s, u"_"_s, u"a%a"_s, u"*"_s, u"\\"_s, u"'"_s})
        QVERIFY2(found(prefix).isEmpty(), qPrintable(prefix));
    QCOMPARE(found(u"100%_"_s), QStringList{u"100%_sure"_s});
}

void TestOfUserStore::usersAreListedById()
{
    for (const QString &id : {u"b"_s, u"B"_s, u"a"_s, u"ä"_s})
        expect(store().insert({.id = id, .username = u"name "_s + uuidV7(), .displayName = id}));
    QStringList ids;
    for (const StoredUser &user : expect(store().list(3, {})))
        ids += user.account.user.id;
    QCOMPARE(ids, (QStringList{u"B"_s, u"a"_s, u"b"_s})); // by bytes, on both databases
    QCOMPARE(expect(store().list(3, u"b"_s)).first().account.user.id, u"ä"_s);
}

QTEST_GUILESS_MAIN(TestOfUserStore)
#include "tst_userstore.moc"
