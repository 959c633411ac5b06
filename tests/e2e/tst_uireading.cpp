// SPDX-License-Identifier: Apache-2.0
#include "e2e/desktest.h"
#include "ui/panes/filterchips.h"
#include "ui/timeline/jumpbutton.h"
#include "ui/timeline/timelineview.h"

#include <QCalendarWidget>
#include <QClipboard>
#include <QLineEdit>
#include <QListView>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

using namespace Hearth;
using namespace Hearth::Test;

// Finding one's way through what was written: what is new, what was searched for, and when.
class TestUiReading : public DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startServer(); }
    void init()
    {
        beginRound();
        m_ana = &sit("ana");
        m_li = &sit("li");
        m_conversation = makeDirect(*m_ana, *m_li);
        EVENTUALLY(m_ana->lists(u"Li"_s) && m_li->lists(u"Ana"_s));
    }
    void cleanup() { leaveDesks(); }

    void aLineStandsAboveWhatIsNew()
    {
        m_ana->open(u"Li"_s);
        m_ana->say(u"already read"_s);
        m_li->open(u"Ana"_s);
        m_li->comeToTheFront();
        EVENTUALLY(m_ana->messageWith(u"already read"_s).contains(u", Read"_s));
        makeGroup(u"Elsewhere"_s, *m_li, {idOf(*m_ana)});
        m_li->open(u"Elsewhere"_s);
        m_ana->comeToTheFront();
        m_ana->say(u"first news"_s);
        m_ana->say(u"second news"_s);
        EVENTUALLY_IS(m_li->row(u"Ana"_s).unreadCount, 2);
        m_li->comeToTheFront();
        m_li->key(Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier); // to the next that is unread
        EVENTUALLY(m_li->rowWith(u"second news"_s) >= 0);
        const TimelineView *view = m_li->timeline();
        QCOMPARE(view->store().newRow() + 1, m_li->rowWith(u"first news"_s));
        EVENTUALLY_IS(m_li->row(u"Ana"_s).unreadCount, 0);
        QVERIFY(view->store().newRow() >= 0); // it stays while one looks
        EVENTUALLY(m_ana->messageWith(u"second news"_s).contains(u", Read"_s));
    }

    void whoReadsFurtherUpIsToldHowMuchArrives()
    {
        writeMany(100);
        m_li->open(u"Ana"_s);
        EVENTUALLY(m_li->rowWith(u"message 99"_s) >= 0);
        m_li->comeToTheFront();
        m_li->timeline()->setFocus();
        QTest::keyClick(m_li->timeline(), Qt::Key_Home);
        EVENTUALLY(m_li->sees(u"message 0"_s));
        m_ana->open(u"Li"_s);
        m_ana->say(u"the latest"_s);
        const auto *jump = m_li->need<JumpButton>();
        EVENTUALLY_IS(jump->count(), 1);
        QVERIFY(m_li->sees(u"message 0"_s)); // nothing moved
        QTest::mouseClick(m_li->need<JumpButton>(), Qt::LeftButton);
        EVENTUALLY(m_li->sees(u"the latest"_s));
    }

    void aDayIsGoneToByTheCalendar()
    {
        writeMany(100);
        m_li->open(u"Ana"_s);
        goToEnd(*m_li, u"message 99"_s);
        QVERIFY(!m_li->sees(u"message 0"_s));
        goToDay(*m_li, QDate::currentDate());
        EVENTUALLY(m_li->sees(u"message 0"_s));
    }

    void aDayLongAgoIsGoneToByTheCalendar()
    {
        const QDate today = QDate::currentDate();
        m_server.kill();
        writeHistory({{45, today.addDays(-40)}, {45, today.addDays(-20)}, {60, today}});
        startServer();
        m_li->session().reconnectNow();
        EVENTUALLY_IS(m_li->row(u"Ana"_s).unreadCount, 150);
        const auto script = rest(*m_ana);
        awaitFound(*script, u"ago0"_s, 50); // a page
        awaitFound(*script, u"ago40"_s, 45);
        m_li->open(u"Ana"_s);
        goToEnd(*m_li, u"message 149"_s);
        goToDay(*m_li, today.addDays(-20));
        EVENTUALLY(m_li->sees(u"message 45"_s));
        QVERIFY(!m_li->sees(u"message 149"_s));
        goToDay(*m_li, today.addDays(-40));
        EVENTUALLY(m_li->sees(u"message 0"_s));
        QVERIFY(!m_li->sees(u"message 45"_s));
        goToDay(*m_li, today.addDays(-30)); // when nobody wrote
        EVENTUALLY(m_li->sees(u"message 45"_s));
    }

    void whatIsInAConversationIsFoundThereAndStepsLeadThroughIt()
    {
        const auto script = rest(*m_ana);
        post(*script, m_conversation, u"the kettle is on"_s);
        writeMany(100);
        post(*script, m_conversation, u"the kettle is off"_s);
        m_li->open(u"Ana"_s);
        goToEnd(*m_li, u"the kettle is off"_s);
        awaitFound(*script, u"kettle"_s, 2);
        m_li->key(Qt::Key_F, Qt::ControlModifier);
        m_li->write("messageSearch", u"kettle"_s);
        EVENTUALLY_IS(found(*m_li), QStringList({u"the kettle is off"_s, u"the kettle is on"_s}));
        QTest::keyClick(m_li->need<QLineEdit>("messageSearch"), Qt::Key_Return);
        EVENTUALLY(m_li->timeline()->currentRow() == m_li->rowWith(u"kettle is off"_s));
        m_li->key(Qt::Key_F3);
        EVENTUALLY(m_li->sees(u"the kettle is on"_s));
        QVERIFY(!m_li->sees(u"the kettle is off"_s));
    }

    void aSearchEverywhereIsNarrowedByFilters()
    {
        const ConversationId team = makeGroup(u"Team"_s, *m_ana, {idOf(*m_li)});
        EVENTUALLY(m_li->lists(u"Team"_s));
        m_li->open(u"Team"_s);
        m_li->say(u"lighthouse by Li"_s);
        const auto script = rest(*m_ana);
        post(*script, team, u"lighthouse for all"_s);
        post(*script, m_conversation, u"lighthouse for you"_s);
        awaitFound(*script, u"lighthouse"_s, 3);
        m_li->key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        m_li->write("messageSearch", u"lighthouse"_s);
        EVENTUALLY_IS(found(*m_li),
                      QStringList({u"lighthouse for you"_s, u"lighthouse for all"_s, u"lighthouse by Li"_s}));
        m_li->write("messageSearch", u"lighthouse in:team "_s);
        EVENTUALLY_IS(found(*m_li), QStringList({u"lighthouse for all"_s, u"lighthouse by Li"_s}));
        m_li->write("messageSearch", u"lighthouse from:ana "_s);
        EVENTUALLY_IS(found(*m_li), QStringList({u"lighthouse for all"_s}));
        QTest::keyClick(m_li->need<QLineEdit>("messageSearch"), Qt::Key_Return);
        EVENTUALLY(m_li->sees(u"lighthouse for all"_s));
    }

    void aSearchAsksWhatAMessageHasIsAndWhen()
    {
        const auto script = rest(*m_ana);
        post(*script, m_conversation, u"harbour at https://harbour.example/"_s);
        awaitFound(*script, u"harbour"_s, 1);
        const QString path = u"/api/v1/messages/"_s + post(*script, m_conversation, u"harbour plain"_s);
        const QString second = script->get(path).json.value("created_at"_L1).toString();
        QCOMPARE(script->call("PUT", path, R"({"content": "harbour changed"})").status, 200);
        QCOMPARE(script->post(path + u"/reactions"_s, {{u"emoji"_s, u"👍"_s}}).status, 200);
        awaitFound(*script, u"harbour is:edited"_s, 1);
        awaitFound(*script, u"harbour has:reaction"_s, 1);
        m_li->key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        const QString linked = u"harbour at https://harbour.example/"_s;
        const QString changed = u"harbour changed"_s;
        const QList<std::pair<QString, QString>> asked{
            {u"has:link"_s, linked},      {u"is:edited"_s, changed},       {u"-is:edited"_s, linked},
            {u"has:reaction"_s, changed}, {u"before:"_s + second, linked}, {u"after:"_s + second, changed},
        };
        for (const auto &[filter, expected] : asked) {
            m_li->write("messageSearch", u"harbour %1 "_s.arg(filter));
            EVENTUALLY_IS(found(*m_li), QStringList{expected});
            QTest::mouseClick(m_li->need<FilterChip>(), Qt::LeftButton); // takes the filter away
        }
    }

    void aDraftStaysWithItsConversation()
    {
        makeGroup(u"Team"_s, *m_ana, {idOf(*m_li)});
        m_ana->open(u"Li"_s);
        m_ana->type(u"not yet"_s);
        m_ana->open(u"Team"_s);
        QCOMPARE(m_ana->written(), QString());
        EVENTUALLY_IS(m_ana->row(u"Li"_s).previewKind, ConversationRow::Preview::Draft);
        QCOMPARE(m_ana->row(u"Li"_s).preview, u"not yet"_s);
        m_ana->open(u"Li"_s);
        m_ana->say(u", but now"_s);
        EVENTUALLY_IS(m_li->row(u"Ana"_s).preview, u"not yet, but now"_s);
    }

    void aLinkToAMessageLeadsThereFromAnotherConversation()
    {
        makeGroup(u"Team"_s, *m_ana, {idOf(*m_li)});
        m_ana->open(u"Li"_s);
        m_ana->say(u"the beginning"_s);
        EVENTUALLY(m_ana->messageWith(u"the beginning"_s).contains(u", Delivered"_s));
        m_ana->openMessageMenu(u"the beginning"_s);
        m_ana->choose({u"Copy link to the message"_s});
        m_ana->open(u"Team"_s);
        m_ana->say(QGuiApplication::clipboard()->text());
        m_li->open(u"Team"_s);
        m_li->clickIn(u"hearth:"_s, u"hearth:"_s); // the desk made last is who opens links in this process
        EVENTUALLY(m_li->sees(u"the beginning"_s));
        QVERIFY(m_li->title().endsWith(u"Ana – Hearth"_s));
    }

    void typingIsSeenInTheListToo()
    {
        m_ana->open(u"Li"_s);
        m_ana->comeToTheFront();
        m_ana->type(u"I am"_s);
        EVENTUALLY_IS(m_li->row(u"Ana"_s).previewKind, ConversationRow::Preview::Typing);
        m_ana->say(u" here"_s);
        EVENTUALLY_IS(m_li->row(u"Ana"_s).preview, u"I am here"_s);
    }

private:
    // Messages of Ana's, as many as do not fit into a window.
    void writeMany(int count)
    {
        const auto script = rest(*m_ana);
        for (int i = 0; i < count; ++i)
            post(*script, m_conversation, u"message %1"_s.arg(i));
    }

    // What Ana wrote on some days, so many each; the server does not run.
    void writeHistory(const QList<std::pair<int, QDate>> &days)
    {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"past"_s);
            database.setDatabaseName(m_server.dataDir() + "/hearth.db"_L1);
            QVERIFY(database.open() && database.transaction());
            QSqlQuery add(database);
            add.prepare(
                u"INSERT INTO messages (id, conversation_id, seq, change, ordinal, sender_id, request_hash,"
                " type, content, created_at) SELECT ?, id, last_seq + 1, last_change + 1, last_ordinal + 1,"
                " ?, '', 'text', ?, ? FROM conversations WHERE id = ?"_s);
            QSqlQuery count(database);
            count.prepare(u"UPDATE conversations SET last_seq = last_seq + 1, last_change = last_change + 1,"
                          " last_ordinal = last_ordinal + 1, last_activity_at = ? WHERE id = ?"_s);
            int number = 0;
            for (const auto &[messages, day] : days) {
                const qint64 morning = QDateTime(day, QTime(0, 1)).toMSecsSinceEpoch();
                for (int i = 0; i < messages; ++i, ++number) {
                    const QString text =
                        u"message %1 ago%2"_s.arg(number).arg(day.daysTo(QDate::currentDate()));
                    add.addBindValue(QUuid::createUuid().toString(QUuid::WithoutBraces));
                    add.addBindValue(idOf(*m_ana));
                    add.addBindValue(text);
                    add.addBindValue(morning + i);
                    add.addBindValue(m_conversation);
                    QVERIFY2(add.exec(), qPrintable(add.lastError().text()));
                    count.addBindValue(morning + i);
                    count.addBindValue(m_conversation);
                    QVERIFY2(count.exec(), qPrintable(count.lastError().text()));
                }
            }
            QVERIFY(database.commit());
        }
        QSqlDatabase::removeDatabase(u"past"_s);
    }

    // With the keys.
    static void goToDay(Desk &desk, QDate day)
    {
        desk.key(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        const auto *calendar = desk.need<QWidget>("datePopup")->findChild<QCalendarWidget *>();
        auto *days = calendar->findChild<QWidget *>(u"qt_calendar_calendarview"_s);
        for (int steps = 0; calendar->selectedDate() > day && steps < 100; ++steps)
            QTest::keyClick(days, Qt::Key_Left);
        QCOMPARE(calendar->selectedDate(), day);
        QTest::keyClick(days, Qt::Key_Return);
    }

    // From what is new, where a conversation opens.
    static void goToEnd(const Desk &desk, const QString &last)
    {
        EVENTUALLY(desk.timeline()->store().newRow() >= 0);
        QTest::keyClick(desk.timeline(), Qt::Key_End);
        EVENTUALLY(desk.sees(last));
    }

    // The server's search learns of new messages a moment later.
    static void awaitFound(RestClient &client, const QString &word, int count)
    {
        const QString path = u"/api/v1/search/messages?q="_s + word;
        EVENTUALLY_IS(client.get(path).json.value("results"_L1).toArray().size(), count);
    }

    static QStringList found(const Desk &desk)
    {
        const auto *list = desk.find<QWidget>("searchPane")->findChild<QListView *>(u"paneList"_s);
        QStringList texts;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            texts += list->model()->index(row, 0).data().toString();
        return texts;
    }

    Desk *m_ana = nullptr;
    Desk *m_li = nullptr;
    ConversationId m_conversation;
};

QTEST_MAIN(TestUiReading)
#include "tst_uireading.moc"
