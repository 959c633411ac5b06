// SPDX-License-Identifier: Apache-2.0
#include "storage/migrations.h"

#include "support/fixtures.h"
#include "util/uuid.h"

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

class TestOfMigrations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }

    void anEmptyDatabaseIsPending();
    void migratingBringsItUpToDate();
    void migratingAgainChangesNothing();
    void aMigratedDatabaseEqualsAFreshOne();
    void aNewerSchemaIsRefusedInPlainWords();
    void twoAtOnceDoNotDisturbEachOther();
    void theEpochIsOfTheDatabase();
};

namespace {

// Every table, column, type and index, as text.
QString schemaOf(TestDatabase &database)
{
    return database
        .execute(
            database.isPostgres()
                ? u"SELECT string_agg(line, E'\\n' ORDER BY line) FROM ("
                  "SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default,"
                  " collation_name) AS line FROM information_schema.columns WHERE table_schema = 'public'"
                  " UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public') AS lines"_s
                : u"SELECT group_concat(sql, char(10)) FROM (SELECT sql FROM sqlite_master ORDER BY name)"_s)
        .toString();
}

} // namespace

void TestOfMigrations::anEmptyDatabaseIsPending()
{
    TestDatabase database;
    const auto status = migrationStatus(database.config());
    QVERIFY(status);
    QCOMPARE(status->current, 0);
    QCOMPARE(status->pending.size(), status->latest);
    QVERIFY(status->epoch.isEmpty());
}

void TestOfMigrations::migratingBringsItUpToDate()
{
    TestDatabase database;
    const auto status = migrate(database.config());
    QVERIFY(status);
    QVERIFY(status->latest >= 1);
    QCOMPARE(status->current, status->latest);
    QVERIFY(status->pending.isEmpty());
    QVERIFY(isUuid(status->epoch));
    QCOMPARE(migrationStatus(database.config())->current, status->latest);
}

void TestOfMigrations::migratingAgainChangesNothing()
{
    TestDatabase database;
    const QString epoch = migrate(database.config())->epoch;
    const UserId user = addUser(database.open(), u"alice"_s);
    database.close();
    QCOMPARE(migrate(database.config())->epoch, epoch);
    QCOMPARE(expect(UserStore(database.open()).byId(user)).account.user.username, u"alice"_s);
}

// With one migration, a database that is migrated step by step is one whose first step was undone by a crash.
void TestOfMigrations::aMigratedDatabaseEqualsAFreshOne()
{
    TestDatabase fresh, older;
    QVERIFY(migrate(fresh.config()));
    older.execute(u"CREATE TABLE meta (key TEXT%1 PRIMARY KEY, value TEXT%1 NOT NULL)"_s.arg(
        older.isPostgres() ? u" COLLATE \"C\""_s : QString()));
    older.execute(u"INSERT INTO meta VALUES ('schema_version', '0'), ('epoch', 'an older one')"_s);
    const auto status = migrate(older.config());
    QVERIFY(status);
    QCOMPARE(status->epoch, u"an older one"_s);
    QVERIFY(schemaOf(fresh).contains(u"conversation_members"_s));
    QCOMPARE(schemaOf(older).remove(u"\""_s), schemaOf(fresh).remove(u"\""_s));
}

void TestOfMigrations::aNewerSchemaIsRefusedInPlainWords()
{
    TestDatabase database;
    const int latest = migrate(database.config())->latest;
    database.execute(u"UPDATE meta SET value = '%1' WHERE key = 'schema_version'"_s.arg(latest + 1));
    for (const auto &status : {migrate(database.config()), migrationStatus(database.config())}) {
        QVERIFY(!status);
        QCOMPARE(status.error().code, ErrorCode::PreconditionFailed);
        QVERIFY(status.error().detail.contains(u"newer hearth-server"_s));
    }
    Database db(database.config());
    QCOMPARE(expectError(db.open()).code, ErrorCode::PreconditionFailed);
}

void TestOfMigrations::twoAtOnceDoNotDisturbEachOther()
{
    for (int round = 0; round < 5; ++round) {
        TestDatabase database;
        std::vector<std::unique_ptr<Database>> instances;
        QList<Result<void>> opened;
        for (int i = 0; i < 4; ++i) {
            instances.push_back(std::make_unique<Database>(database.config()));
            instances.back()->open().then([&](const Result<void> &result) { opened.append(result); });
        }
        QTRY_COMPARE(opened.size(), 4);
        for (const Result<void> &result : opened)
            QVERIFY2(result, qPrintable(result ? QString() : result.error().detail));
        for (const auto &instance : instances)
            QCOMPARE(instance->epoch(), instances.front()->epoch());
        QCOMPARE(database.execute(u"SELECT count(*) FROM meta"_s).toInt(), 2);
    }
}

void TestOfMigrations::theEpochIsOfTheDatabase()
{
    TestDatabase one, other;
    const QString epoch = one.open().epoch();
    QVERIFY(epoch != other.open().epoch());
    one.close();
    QCOMPARE(one.open().epoch(), epoch);
}

QTEST_GUILESS_MAIN(TestOfMigrations)
#include "tst_migrations.moc"
