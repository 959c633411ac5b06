// SPDX-License-Identifier: Apache-2.0
#include "storage/exportstore.h"

#include "support/fixtures.h"
#include "support/servicefixture.h"

#include <QJsonDocument>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

class TestOfExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }

    void allThatIsKeptAboutAPersonIsThereOnceAndNothingOfOthers();
    void whoHasLeftHearsNothingThatHappenedSince();
    void manyMessagesComePageByPage();
    void attack43_textThatASpreadsheetWouldRunIsJustText();
    void aStrangerHasNoExport();
};

namespace {

bool currentIsPostgres()
{
    return *static_cast<const bool *>(QTest::qGlobalData("postgres", qMetaTypeId<bool>()));
}

// The data of every record, by kind.
QMap<QString, QList<QJsonObject>> exportOf(Database &db, const UserId &user)
{
    QMap<QString, QList<QJsonObject>> all;
    ExportStore store(db);
    for (std::optional<ExportPlace> place = ExportPlace(); place;) {
        const ExportPage page = expect(store.page(user, *place));
        for (const ExportRecord &record : page.records) {
            const QByteArray line = exportLine(record);
            if (line.count('\n') != 1 || !line.endsWith('\n'))
                qFatal("not one line: %s", line.constData());
            const QJsonObject json = QJsonDocument::fromJson(line).object();
            all[json.value("kind"_L1).toString()] += json.value("data"_L1).toObject();
        }
        place = page.next;
    }
    return all;
}

} // namespace

void TestOfExport::allThatIsKeptAboutAPersonIsThereOnceAndNothingOfOthers()
{
    ServiceFixture f(currentIsPostgres());
    const ConversationId conversation = f.conversation({u"ana"_s, u"li"_s});
    f.conversation({u"li"_s, u"jo"_s});
    const Message own = f.say(u"ana"_s, conversation, u"of ana"_s);
    const Message others = f.say(u"li"_s, conversation, u"of li"_s);
    expect(f.receiptStore.advance({{conversation, u"ana"_s, 2, 2, now()}}));
    const auto insert = [&f](const QString &rest) { f.database.execute(u"INSERT INTO "_s + rest); };
    for (const UserId &user : {u"ana"_s, u"li"_s}) {
        insert(u"sessions (id, user_id, refresh_hash, device_name, ip, created_at, last_used_at, expires_at)"
               " VALUES ('s-%1', '%1', 'h-%1', 'phone', '192.0.2.1', 1, 2, 3)"_s.arg(user));
        insert(u"files (id, uploaded_by, audience, name, mime_type, size, sha256, duration, created_at)"
               " VALUES ('f-%1', '%1', 'members', 'a.mp4', 'video/mp4', 5, 'abc', 1.5, 1)"_s.arg(user));
        insert(u"notifications (user_id, number, id, type, title, body, created_at)"
               " VALUES ('%1', 1, 'n-%1', 'mention', 't', 'b', 1)"_s.arg(user));
        insert(u"message_reactions (message_id, emoji, user_id, at) VALUES ('%2', '👍', '%1', 1)"_s.arg(
            user, others.id));
        insert(u"invites (code, created_by, created_at, max_uses) VALUES ('c-%1', '%1', 1, 5)"_s.arg(user));
        insert(u"blocks (user_id, blocked_id, at) VALUES ('%1', 'jo', 1)"_s.arg(user));
        insert(
            u"reports (id, reporter_id, user_id, reason, created_at) VALUES ('r-%1', '%1', 'jo', 'spam', 1)"_s
                .arg(user));
    }
    insert(u"message_edits (message_id, change, content, mentions, written_at)"
           " VALUES ('%1', 9, 'earlier of ana', '[]', 1)"_s.arg(own.id));
    f.database.execute(u"UPDATE messages SET edited_at = 5 WHERE id = '%1'"_s.arg(own.id));

    const auto all = exportOf(f.db, u"ana"_s);
    const QMap<QString, int> expected{{u"profile"_s, 1}, {u"session"_s, 1},         {u"conversation"_s, 1},
                                      {u"message"_s, 1}, {u"earlier_content"_s, 1}, {u"reaction"_s, 1},
                                      {u"file"_s, 1},    {u"notification"_s, 1},    {u"block"_s, 1},
                                      {u"report"_s, 1},  {u"invite"_s, 1}};
    for (auto it = expected.begin(); it != expected.end(); ++it)
        QVERIFY2(all.value(it.key()).size() == it.value(), qPrintable(it.key()));
    QCOMPARE(all.value(u"receipt"_s).size(), 2);
    QCOMPARE(all.size(), expected.size() + 1);
    QCOMPARE(all[u"profile"_s][0].value("id"_L1).toString(), u"ana"_s);
    QCOMPARE(all[u"session"_s][0].value("ip"_L1).toString(), u"192.0.2.1"_s);
    QCOMPARE(all[u"message"_s][0].value("content"_L1).toString(), u"of ana"_s);
    QCOMPARE(all[u"earlier_content"_s][0].value("content"_L1).toString(), u"earlier of ana"_s);
    QCOMPARE(all[u"file"_s][0].value("duration"_L1).toDouble(), 1.5);
    QCOMPARE(all[u"conversation"_s][0].value("id"_L1).toString(), conversation);
}

void TestOfExport::whoHasLeftHearsNothingThatHappenedSince()
{
    ServiceFixture f(currentIsPostgres());
    const ConversationId group = f.conversation({u"li"_s, u"ana"_s, u"jo"_s});
    const Message own = f.say(u"ana"_s, group, u"of ana"_s);
    MessageDraft mention;
    mention.content = u"@ana of li"_s;
    mention.mentions = {{u"ana"_s, 0, 4}};
    expect(f.messages.send(f.caller(u"li"_s), group, mention));
    QTRY_COMPARE(exportOf(f.db, u"ana"_s).value(u"notification"_s).size(), 1);
    const QJsonObject notification = exportOf(f.db, u"ana"_s).value(u"notification"_s).first();
    QCOMPARE(notification.value("body"_L1).toString(), u"@ana of li"_s);

    expect(f.members.remove(f.caller(u"ana"_s), group, u"ana"_s));
    expect(f.messages.addReaction(f.caller(u"li"_s), own.id, u"👍"_s));
    ConversationEdit rename;
    rename.name = u"without ana"_s;
    expect(f.conversations.edit(f.caller(u"li"_s), group, rename));
    const auto all = exportOf(f.db, u"ana"_s);
    QVERIFY(all.value(u"notification"_s).isEmpty());
    QVERIFY(!all.value(u"conversation"_s).first().contains("name"_L1));
    QVERIFY(all.value(u"message"_s).first().value("reactions"_L1).toArray().isEmpty());
    QCOMPARE(all.value(u"message"_s).first().value("content"_L1).toString(), u"of ana"_s);
}

void TestOfExport::manyMessagesComePageByPage()
{
    ServiceFixture f(currentIsPostgres());
    const ConversationId conversation = f.conversation({u"ana"_s, u"li"_s});
    const int count = 3 * ExportStore::recordsAtOnce + 1;
    QStringList sent;
    const Timestamp same = now(); // all of one moment
    std::vector<QCoro::Task<Result<StoredMessage>>> tasks;
    for (int i = 0; i < count; ++i) {
        MessageInsert insert = textMessage(conversation, u"ana"_s, QString::number(i));
        insert.createdAt = same;
        sent += insert.id;
        tasks.push_back(f.messageStore.append(insert));
    }
    for (auto &task : tasks)
        expect(std::move(task));
    const ExportPage first = expect(ExportStore(f.db).page(u"ana"_s, {}));
    QVERIFY(first.next && first.records.size() < 3 * ExportStore::recordsAtOnce);
    QStringList exported;
    for (const QJsonObject &message : exportOf(f.db, u"ana"_s).value(u"message"_s))
        exported += message.value("id"_L1).toString();
    QCOMPARE(exported, sent);
}

void TestOfExport::attack43_textThatASpreadsheetWouldRunIsJustText()
{
    ServiceFixture f(currentIsPostgres());
    const ConversationId conversation = f.conversation({u"ana"_s, u"li"_s});
    QStringList texts =
        uglyTexts() + QStringList{u"=HYPERLINK(\"http://evil\")"_s, u"+1+cmd|' /C calc'!A0"_s, u"@SUM(A1)"_s};
    for (const QString &text : std::as_const(texts))
        send(f.messageStore, textMessage(conversation, u"ana"_s, text));
    QStringList exported;
    for (const QJsonObject &message : exportOf(f.db, u"ana"_s).value(u"message"_s))
        exported += message.value("content"_L1).toString();
    std::sort(texts.begin(), texts.end());
    std::sort(exported.begin(), exported.end());
    QCOMPARE(exported, texts);
}

void TestOfExport::aStrangerHasNoExport()
{
    ServiceFixture f(currentIsPostgres());
    QCOMPARE(expectError(ExportStore(f.db).page(u"nobody"_s, {})).code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestOfExport)
#include "tst_export.moc"
