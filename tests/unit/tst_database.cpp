// SPDX-License-Identifier: Apache-2.0
#include "storage/sql.h"
#include "support/fixtures.h"

#include <future>
#include <thread>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

class TestOfDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }

    void addressesAreTakenApart();
    void badAddressesAreRefused();
    void uglyTextComesBackAsItWas();
    void nullAndEmptyTextDiffer();
    void rowsOfEveryTypeComeBack();
    void workThatFailsLeavesNothing();
    void workThatAnswersAnErrorIsRolledBack();
    void laterStatementsDoNothingAfterAFailure();
    void writesAreAnsweredInTheirOrder();
    void laterWritesWaitForTheOthers();
    void laterWritesComeThoughManyOthersWait();
    void readsCannotWrite();
    void aSnapshotDoesNotSeeWhatComesLater();
    void workRunsOnAnotherThread();
    void destructionFinishesWhatWasQueued();
    void lostConnectionsAreReplaced();
    void anAbsentDatabaseIsUnavailable();
    void attack73_aReadOnlyDatabaseIsReadAndRefusesWrites();
    void attack73_aFullDatabaseKeepsWhatItHasAndTakesMoreWhenThereIsRoom();
};

namespace {

Result<qint64> count(Sql &sql)
{
    qint64 value = 0;
    Rows rows = sql.run(u"SELECT count(*) FROM meta WHERE key <> 'epoch' AND key <> 'schema_version'"_s);
    if (rows.next())
        rows >> value;
    return value;
}

auto insertKey(const QString &key)
{
    return [key](Sql &sql) -> Result<void> {
        sql.run(u"INSERT INTO meta (key, value) VALUES (:key, '')"_s, {{":key", key}});
        return {};
    };
}

} // namespace

void TestOfDatabase::addressesAreTakenApart()
{
    const auto config = parseDatabaseUrl(u"postgres://us%40er:p%3Ass@db.example:6543/chat?sslmode=require"_s);
    QVERIFY(config);
    QCOMPARE(config->backend, DatabaseConfig::Backend::PostgreSql);
    QCOMPARE(config->user, u"us@er"_s);
    QCOMPARE(config->password, u"p:ss"_s);
    QCOMPARE(config->host, u"db.example"_s);
    QCOMPARE(config->port, 6543);
    QCOMPARE(config->name, u"chat"_s);
    QCOMPARE(config->sslMode, u"require"_s);
    QCOMPARE(parseDatabaseUrl(u"postgresql://h/d"_s)->port, 5432);
    QCOMPARE(parseDatabaseUrl(u"sqlite:/a b/c.db"_s)->sqlitePath, u"/a b/c.db"_s);
}

void TestOfDatabase::badAddressesAreRefused()
{
    for (const QString &url : {u""_s, u"sqlite:"_s, u"mysql://h/d"_s, u"postgres://h"_s, u"postgres:///d"_s,
                               u"postgres://h/d?sslmode=perhaps"_s, u"postgres://h/d?options=-c"_s})
        QVERIFY2(!parseDatabaseUrl(url), qPrintable(url));
}

void TestOfDatabase::uglyTextComesBackAsItWas()
{
    TestDatabase database;
    const QStringList texts = uglyTexts() + QStringList{u"\ufeffmarked \ufeff"_s};
    const auto read = expect(database.open().write([texts](Sql &sql) -> Result<QStringList> {
        QStringList found;
        for (const QString &text : texts) { // bound by itself, and in a set of rows
            Rows single = sql.run(u"SELECT CAST(:text AS TEXT)"_s, {{":text", text}});
            QString value;
            if (single.next())
                single >> value;
            found += value;
        }
        RowSet set = sql.rowSet();
        for (qsizetype i = 0; i < texts.size(); ++i)
            set.add(i, texts[i]);
        Rows rows =
            sql.run(u"SELECT rows.text FROM {rows place BIGINT, text TEXT} ORDER BY rows.place"_s, set);
        while (rows.next())
            rows >> found.emplaceBack();
        return found;
    }));
    QCOMPARE(read, texts + texts);
}

void TestOfDatabase::nullAndEmptyTextDiffer()
{
    TestDatabase database;
    const auto values = expect(database.open().write([](Sql &sql) -> Result<QList<std::optional<QString>>> {
        QList<std::optional<QString>> found;
        for (const std::optional<QString> &text : {std::optional<QString>(), std::optional(QString())}) {
            Rows row = sql.run(u"SELECT CAST(:text AS TEXT)"_s, {{":text", text}});
            if (row.next())
                row >> found.emplaceBack();
            RowSet set = sql.rowSet();
            set.add(text);
            Rows rows = sql.run(u"SELECT rows.text FROM {rows text TEXT}"_s, set);
            if (rows.next())
                rows >> found.emplaceBack();
        }
        return found;
    }));
    QCOMPARE(values, (QList<std::optional<QString>>{{}, {}, u""_s, u""_s}));
}

void TestOfDatabase::rowsOfEveryTypeComeBack()
{
    TestDatabase database;
    expect(database.open().query([](Sql &sql) -> Result<void> {
        RowSet set = sql.rowSet();
        set.add(qint64(-9'007'199'254'740'993), true, fromMs(1'700'000'000'042), MemberRole::Admin,
                std::optional<qint64>());
        Rows rows = sql.run(u"SELECT * FROM {rows number BIGINT, flag BOOLEAN, time BIGINT, role TEXT,"
                            " missing BIGINT}"_s,
                            set);
        [&] {
            QVERIFY(rows.next());
            qint64 number = 0;
            bool flag = false;
            Timestamp time;
            MemberRole role = MemberRole::Member;
            std::optional<qint64> nothing = 1;
            rows >> number >> flag >> time >> role >> nothing;
            QCOMPARE(number, -9'007'199'254'740'993);
            QVERIFY(flag);
            QCOMPARE(time, fromMs(1'700'000'000'042));
            QCOMPARE(role, MemberRole::Admin);
            QVERIFY(!nothing);
            QVERIFY(!rows.next());
        }();
        return {};
    }));
}

void TestOfDatabase::workThatFailsLeavesNothing()
{
    TestDatabase database;
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"statement failed"_s));
    const Error error = expectError(database.open().write([](Sql &sql) -> Result<void> {
        sql.run(u"INSERT INTO meta (key, value) VALUES ('a', '')"_s);
        sql.run(u"INSERT INTO meta (key, value) VALUES ('b', NULL)"_s);
        return {};
    }));
    QCOMPARE(error.code, ErrorCode::Internal);
    QCOMPARE(expect(database.open().query(count)), 0);

    expect(database.open().write(insertKey(u"a"_s)));
    QCOMPARE(expectError(database.open().write(insertKey(u"a"_s))).code, ErrorCode::Conflict);
    expect(database.open().write(insertKey(u"b"_s)));
}

void TestOfDatabase::workThatAnswersAnErrorIsRolledBack()
{
    TestDatabase database;
    const Error error = expectError(database.open().write([](Sql &sql) -> Result<void> {
        sql.run(u"INSERT INTO meta (key, value) VALUES ('a', '')"_s);
        return fail(ErrorCode::Forbidden, u"no"_s);
    }));
    QCOMPARE(error.code, ErrorCode::Forbidden);
    QCOMPARE(expect(database.open().query(count)), 0);
}

void TestOfDatabase::laterStatementsDoNothingAfterAFailure()
{
    TestDatabase database;
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"statement failed"_s));
    expectError(database.open().write([](Sql &sql) -> Result<void> {
        sql.run(u"SELECT nonsense"_s);
        [&] { QVERIFY(!sql.run(u"SELECT 1"_s).next()); }();
        return {};
    }));
}

void TestOfDatabase::writesAreAnsweredInTheirOrder()
{
    TestDatabase database;
    Database &db = database.open();
    QList<int> order;
    for (int i = 0; i < 100; ++i)
        db.write(insertKey(QString::number(i))).then([&order, i](const Result<void> &) { order.append(i); });
    QTRY_COMPARE(order.size(), 100);
    QVERIFY(std::is_sorted(order.begin(), order.end()));
}

void TestOfDatabase::laterWritesWaitForTheOthers()
{
    TestDatabase database;
    Database &db = database.open();
    QStringList order;
    const auto note = [&order](const QString &what) {
        return [&order, what](const Result<void> &) { order.append(what); };
    };
    db.write(insertKey(u"a"_s)).then(note(u"first"_s)); // keeps the writer busy, or is done
    db.writeLater(insertKey(u"b"_s)).then(note(u"later"_s));
    for (int i = 0; i < 20; ++i)
        db.write(insertKey(QString::number(i))).then(note(u"write"_s));
    QTRY_COMPARE(order.size(), 22);
    QCOMPARE(expect(db.query(count)), 22);
}

void TestOfDatabase::laterWritesComeThoughManyOthersWait()
{
    constexpr int many = 2'000;
    TestDatabase database;
    Database &db = database.open();
    int answered = 0;
    int before = -1; // the later one
    const auto write = [&](int number) {
        db.write(insertKey(QString::number(number))).then([&](const Result<void> &) { ++answered; });
    };
    write(0);
    db.writeLater(insertKey(u"later"_s)).then([&](const Result<void> &) { before = answered; });
    for (int i = 1; i < many; ++i)
        write(i);
    QTRY_COMPARE_WITH_TIMEOUT(answered, many, 60'000);
    QVERIFY2(before >= 0 && before < many / 4, qPrintable(QString::number(before)));
}

void TestOfDatabase::readsCannotWrite()
{
    TestDatabase database;
    Database &db = database.open();
    expectError(db.read(insertKey(u"a"_s)));
    expectError(db.query(insertKey(u"b"_s)));
    QCOMPARE(expect(db.query(count)), 0);
}

void TestOfDatabase::aSnapshotDoesNotSeeWhatComesLater()
{
    TestDatabase database;
    Database &db = database.open();
    std::promise<void> begun, written;
    auto reading = db.read([&](Sql &sql) -> Result<std::pair<qint64, qint64>> {
        const qint64 before = *count(sql);
        begun.set_value();
        written.get_future().wait();
        return std::pair(before, *count(sql));
    });
    begun.get_future().wait();
    expect(db.write(insertKey(u"a"_s)));
    written.set_value();
    QCOMPARE(expect(std::move(reading)), std::pair(qint64(0), qint64(0)));
    QCOMPARE(expect(db.query(count)), 1);
}

void TestOfDatabase::workRunsOnAnotherThread()
{
    TestDatabase database;
    const auto here = std::this_thread::get_id();
    const auto there = [](Sql &) -> Result<std::thread::id> { return std::this_thread::get_id(); };
    QVERIFY(expect(database.open().write(there)) != here);
    QVERIFY(expect(database.open().query(there)) != here);
}

void TestOfDatabase::destructionFinishesWhatWasQueued()
{
    TestDatabase database;
    Database &db = database.open();
    int answered = 0;
    for (int i = 0; i < 50; ++i)
        db.write(insertKey(QString::number(i))).then([&](const Result<void> &result) {
            answered += bool(result);
        });
    database.close();
    QTRY_COMPARE(answered, 50);
    QCOMPARE(expect(database.open().query(count)), 50);
}

void TestOfDatabase::lostConnectionsAreReplaced()
{
    TestDatabase database;
    if (!database.isPostgres())
        return; // a file has no connection to lose
    Database &db = database.open();
    for (int i = 0; i < 5; ++i) {
        database.cutConnections();
        expect(db.write(insertKey(QString::number(i))));
        QCOMPARE(expect(db.query(count)), i + 1);
        QCOMPARE(expect(db.read(count)), i + 1);
        QVERIFY(db.isAvailable());
    }
}

void TestOfDatabase::anAbsentDatabaseIsUnavailable()
{
    TestDatabase database;
    DatabaseConfig config = database.config();
    config.sqlitePath += u"/no/such/folder"_s;
    config.port = 1; // nobody listens there
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot open the database"_s));
    Database db(config);
    const Error error = expectError(db.open());
    QCOMPARE(error.code, ErrorCode::Unavailable);
    QCOMPARE(error.retryAfterMs, 1'000);
    QVERIFY(!db.isAvailable());
}

void TestOfDatabase::attack73_aReadOnlyDatabaseIsReadAndRefusesWrites()
{
    TestDatabase database;
    Database &db = database.open();
    const auto setReadOnly = [&](bool on) {
        const QString statement =
            database.isPostgres() ? u"SET default_transaction_read_only = %1"_s : u"PRAGMA query_only = %1"_s;
        const QString whole = statement.arg(on ? u"on"_s : u"off"_s);
        expect(db.write([whole](Sql &sql) -> Result<void> {
            sql.execute(whole);
            return {};
        }));
    };
    expect(db.write(insertKey(u"before"_s)));
    setReadOnly(true);
    QVERIFY(db.acceptsWrites());
    const Error error = expectError(db.write(insertKey(u"refused"_s)));
    QCOMPARE(error.code, ErrorCode::Unavailable);
    QVERIFY(error.retryAfterMs);
    QVERIFY(!db.acceptsWrites());
    QVERIFY(db.isAvailable());
    QCOMPARE(expect(db.query(count)), 1);
    expectError(db.tryToWrite());
    QVERIFY(!db.acceptsWrites());

    if (!database.isPostgres())
        return; // BEGIN IMMEDIATE is refused, too, and so would be the change back
    setReadOnly(false);
    expect(db.tryToWrite());
    QVERIFY(db.acceptsWrites());
    expect(db.write(insertKey(u"after"_s)));
    QCOMPARE(expect(db.query(count)), 2);
}

void TestOfDatabase::attack73_aFullDatabaseKeepsWhatItHasAndTakesMoreWhenThereIsRoom()
{
    TestDatabase database;
    if (database.isPostgres())
        return; // a full disk ends PostgreSQL, which is a lost connection
    Database &db = database.open();
    const auto limitPages = [&db](const QString &pages) {
        expect(db.write([pages](Sql &sql) -> Result<void> {
            sql.execute(u"PRAGMA max_page_count = "_s + pages);
            return {};
        }));
    };
    limitPages(u"1"_s); // SQLite raises it to what the file has
    int taken = 0;
    const auto write = [&] {
        return waitFor(db.write(insertKey(u"%1"_s.arg(taken, 2'000, 10, QChar(u'0')))));
    };
    Result<void> written = write();
    for (; written && taken < 1'000; ++taken)
        written = write();
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Unavailable);
    QVERIFY(!db.acceptsWrites());
    QCOMPARE(expect(db.query(count)), taken);

    limitPages(u"1000000"_s);
    expect(db.tryToWrite());
    QVERIFY(write());
    QVERIFY(db.acceptsWrites());
    QCOMPARE(expect(db.query(count)), taken + 1);
    QCOMPARE(database.execute(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
}

QTEST_GUILESS_MAIN(TestOfDatabase)
#include "tst_database.moc"
