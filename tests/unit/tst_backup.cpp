// SPDX-License-Identifier: Apache-2.0
#include "storage/backup.h"

#include "storage/sql.h"
#include "support/fixtures.h"

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

class TestOfBackup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }

    void aCopyMadeDuringWritesIsOneMoment();
    void aLoadedCopyHasANewEpochAndTheSameRows();
    void whatIsNotAsExpectedIsNotLoaded();
    void aDatabaseInUseIsLeftAlone();
    void sessionsCanBeEnded();
    void compactingGivesSpaceBackFromThenOn();
};

namespace {

ConversationId fill(Database &db)
{
    const UserId ana = addUser(db, u"ana"_s);
    const ConversationId conversation = addDirect(db, ana, addUser(db, u"li"_s));
    MessageStore messages(db);
    for (const QString &text : uglyTexts())
        send(messages, textMessage(conversation, ana, text));
    return conversation;
}

QString copyPath(const TestDatabase &database, const QTemporaryDir &dir)
{
    return database.isPostgres() ? dir.filePath(u"copy"_s) : database.config().sqlitePath + u".copy"_s;
}

} // namespace

void TestOfBackup::aCopyMadeDuringWritesIsOneMoment()
{
    TestDatabase database, other;
    const QTemporaryDir dir;
    Database &db = database.open();
    const ConversationId conversation = fill(db);
    const UserId ana = addUser(db, u"writer"_s);
    bool stop = false;
    int written = 0;
    // A user and a setting are always made together; a copy in between would have one more of one.
    const auto writeOn = [&](auto &&self) -> void {
        if (stop)
            return;
        db.write([id = written++](Sql &sql) -> Result<void> {
              const QString name = u"together-%1"_s.arg(id);
              sql.run(u"INSERT INTO meta (key, value) VALUES (:key, '')"_s, {{":key", name}});
              sql.run(u"INSERT INTO blocks (user_id, blocked_id, at) VALUES (:user, 'x', 0)"_s,
                      {{":user", name}});
              return {};
          }).then([&, self](const Result<void> &) { self(self); });
    };
    writeOn(writeOn);
    QTRY_VERIFY(written > 20);
    const QString path = copyPath(other, dir);
    std::optional<Result<DatabaseSummary>> dumped;
    const std::unique_ptr<QThread> thread(
        QThread::create([&] { dumped = dumpDatabase(database.config(), path); }));
    const int before = written;
    thread->start();
    QTRY_VERIFY_WITH_TIMEOUT(thread->isFinished(), 30'000);
    QVERIFY2(*dumped, qPrintable(*dumped ? QString() : dumped->error().detail));
    QVERIFY(written > before); // the server went on meanwhile
    stop = true;
    QCOMPARE((*dumped)->rows.value(u"meta"_s) - 2, (*dumped)->rows.value(u"blocks"_s));
    const auto loaded = loadDatabase(other.config(), path, **dumped);
    QVERIFY2(loaded, qPrintable(loaded ? QString() : loaded.error().detail));
    QCOMPARE(loaded->rows, (*dumped)->rows);
    QCOMPARE(loaded->rows.value(u"messages"_s), uglyTexts().size());
    QTRY_VERIFY(expect(db.query([](Sql &) -> Result<bool> { return true; }))); // what is under way ends
}

void TestOfBackup::aLoadedCopyHasANewEpochAndTheSameRows()
{
    TestDatabase database, other;
    const QTemporaryDir dir;
    const ConversationId conversation = fill(database.open());
    const QString epoch = database.open().epoch();
    const QString path = copyPath(other, dir);
    const auto dumped = dumpDatabase(database.config(), path);
    QVERIFY2(dumped, qPrintable(dumped ? QString() : dumped.error().detail));
    QCOMPARE(dumped->epoch, epoch);
    QVERIFY(loadDatabase(other.config(), path, *dumped));
    QVERIFY(other.open().epoch() != epoch && !other.open().epoch().isEmpty());
    MessageStore messages(other.open());
    const auto page = expect(messages.page({.conversationId = conversation, .limit = 100}));
    QStringList contents;
    for (const Message &message : page.items)
        contents.prepend(message.content);
    QCOMPARE(contents, uglyTexts());
}

void TestOfBackup::whatIsNotAsExpectedIsNotLoaded()
{
    TestDatabase database, other;
    const QTemporaryDir dir;
    fill(database.open());
    const UserId kept = addUser(other.open(), u"kept"_s);
    other.close();
    const QString path = copyPath(other, dir);
    const auto dumped = dumpDatabase(database.config(), path);
    QVERIFY(dumped);
    DatabaseSummary newer = *dumped;
    newer.schemaVersion = 999;
    const auto refused = loadDatabase(other.config(), path, newer);
    QVERIFY(!refused && refused.error().code == ErrorCode::PreconditionFailed);
    QFile file(path);
    QVERIFY(file.resize(100));
    QVERIFY(!loadDatabase(other.config(), path, *dumped));
    if (!other.isPostgres()) { // on PostgreSQL the rows are counted when they are there
        file.remove();
        DatabaseSummary fewer = *dumpDatabase(database.config(), path);
        --fewer.rows[u"messages"_s];
        QVERIFY(!loadDatabase(other.config(), path, fewer));
    }
    QCOMPARE(expect(UserStore(other.open()).byId(kept)).account.user.username, u"kept"_s);
}

void TestOfBackup::aDatabaseInUseIsLeftAlone()
{
    TestDatabase database;
    const UserId kept = addUser(database.open(), u"kept"_s);
    const auto refused = requireUnused(database.config());
    QVERIFY(!refused && refused.error().code == ErrorCode::Conflict);
    QCOMPARE(expect(UserStore(database.open()).byId(kept)).account.user.username, u"kept"_s);
    database.close();
    QVERIFY(requireUnused(database.config()));
}

void TestOfBackup::sessionsCanBeEnded()
{
    TestDatabase database, other;
    const QTemporaryDir dir;
    const UserId ana = addUser(database.open(), u"ana"_s);
    database.execute(u"INSERT INTO sessions (id, user_id, refresh_hash, device_name, ip, created_at,"
                     " last_used_at, expires_at) VALUES ('s', '%1', 'h', '', '', 0, 0, 0)"_s.arg(ana));
    const QString path = copyPath(other, dir);
    const auto dumped = dumpDatabase(database.config(), path);
    QVERIFY(dumped && loadDatabase(other.config(), path, *dumped, CopiedSessions::End));
    QVERIFY(other.execute(u"SELECT revoked_at FROM sessions"_s).toLongLong() > 0);
}

void TestOfBackup::compactingGivesSpaceBackFromThenOn()
{
    TestDatabase database;
    if (database.isPostgres())
        return;
    // A file from before space could be given back.
    database.execute(u"CREATE TABLE filler (content TEXT)"_s);
    QCOMPARE(database.execute(u"PRAGMA auto_vacuum"_s).toInt(), 0);
    database.execute(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)"
                     " INSERT INTO filler SELECT hex(randomblob(2000)) FROM n"_s);
    database.execute(u"DELETE FROM filler"_s);
    addUser(database.open(), u"ana"_s);
    QVERIFY(!compactDatabase(database.config())); // it is in use
    database.close();
    const qint64 before = QFileInfo(database.config().sqlitePath).size();
    QVERIFY(compactDatabase(database.config()));
    QVERIFY(QFileInfo(database.config().sqlitePath).size() < before / 10);
    QCOMPARE(database.execute(u"PRAGMA auto_vacuum"_s).toInt(), 2);
    QCOMPARE(database.execute(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
}

QTEST_GUILESS_MAIN(TestOfBackup)
#include "tst_backup.moc"
