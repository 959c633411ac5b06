// SPDX-License-Identifier: Apache-2.0
// What one person can do about another.
#include "panestest.h"

#include "ui/people/personcard.h"

#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

class TestPeople : public PanesTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openPanes(); }
    void cleanup() { closeWindow(); }

    void inADirectConversationTheOtherCanBeBlockedAfterAQuestionAndUnblockedWithoutOne()
    {
        showInfo(u"with-ana"_s);
        QCOMPARE(block()->text(), u"Block…"_s);
        block()->click();
        QVERIFY(panesOf(session()).asked.isEmpty());
        find<QPushButton>(u"questionYes"_s)->click();
        QCOMPARE(panesOf(session()).asked, QStringList{u"block ana"_s});
        QCOMPARE(block()->text(), u"Unblock"_s);
        block()->click();
        QCOMPARE(panesOf(session()).asked.last(), u"unblock ana"_s);
        QCOMPARE(block()->text(), u"Block…"_s);
    }

    void whoCannotBeBlockedIsToldWhy()
    {
        panesOf(session()).refusal = Error{ErrorCode::Unavailable, u"The server is busy."_s};
        showInfo(u"with-ana"_s);
        block()->click();
        find<QPushButton>(u"questionYes"_s)->click();
        QCOMPARE(block()->text(), u"Block…"_s);
        QVERIFY(shows(u"The server is busy."_s));
    }

    void aGroupOffersNoBlockingOfItself()
    {
        showInfo(u"team"_s);
        QVERIFY(!block()->isVisible());
    }

    void aReportNeedsAReasonAndGoesToTheAdministrators()
    {
        showInfo(u"with-ana"_s);
        find<QPushButton>(u"report"_s)->click();
        auto *send = find<QPushButton>(u"reportSend"_s);
        auto *reason = find<QPlainTextEdit>(u"reportReason"_s);
        QVERIFY(!send->isEnabled());
        reason->setPlainText(u"  "_s);
        QVERIFY(!send->isEnabled());
        reason->setPlainText(QString(2'001, u'x'));
        QVERIFY(!send->isEnabled());
        QVERIFY(shows(u"The report is too long by 1 characters."_s));
        reason->setPlainText(u"spam "_s);
        send->click();
        QCOMPARE(panesOf(session()).asked, QStringList{u"report ana spam"_s});
        QTRY_VERIFY(!find<QPlainTextEdit>(u"reportReason"_s));
    }

    void aReportThatDoesNotArriveIsKeptWithTheReason()
    {
        panesOf(session()).refusal = Error{ErrorCode::Unavailable, u"The server is busy."_s};
        showInfo(u"with-ana"_s);
        find<QPushButton>(u"report"_s)->click();
        find<QPlainTextEdit>(u"reportReason"_s)->setPlainText(u"spam"_s);
        find<QPushButton>(u"reportSend"_s)->click();
        QVERIFY(shows(u"The server is busy."_s));
        QCOMPARE(find<QPlainTextEdit>(u"reportReason"_s)->toPlainText(), u"spam"_s);
        QVERIFY(find<QPushButton>(u"reportSend"_s)->isEnabled());
    }

    void theCardOfAPersonTellsWhoTheyAreAndFollowsTheirPresence()
    {
        auto *card = new PersonCard(session(), ana.id, m_window.get());
        card->popup(QRect(100, 100, 40, 40));
        QVERIFY(shows(u"Ana Costa"_s));
        fake().presence[ana.id] = PresenceStatus::Busy;
        Q_EMIT session().presenceChanged(ana.id);
        QVERIFY(shows(u"@%1 · Busy"_s.arg(ana.username)));
        fake().state = ConnectionState::Offline;
        Q_EMIT session().connectionStateChanged(fake().state);
        QVERIFY(shows(u'@' + ana.username));
        UserId asked;
        connect(card, &PersonCard::directRequested, this, [&](const UserId &id) { asked = id; });
        card->findChild<QPushButton *>(u"writeDirect"_s)->click();
        QCOMPARE(asked, ana.id);
    }

    void ofOneselfTheCardOffersNothing()
    {
        auto *card = new PersonCard(session(), me.id, m_window.get());
        card->popup(QRect(100, 100, 40, 40));
        QVERIFY(!card->findChild<QPushButton *>(u"writeDirect"_s)->isVisible());
        QVERIFY(!card->findChild<QPushButton *>(u"block"_s)->isVisible());
        card->close();
    }

private:
    void showInfo(const ConversationId &id)
    {
        open(id);
        key(Qt::Key_Period, Qt::ControlModifier);
        QVERIFY(pane()->isVisible());
    }
    QPushButton *block() { return find<QPushButton>(u"block"_s); }
    bool shows(const QString &text)
    {
        for (const QLabel *label : m_window->findChildren<QLabel *>()) {
            if (label->text() == text && label->isVisible())
                return true;
        }
        return false;
    }
};

QTEST_MAIN(TestPeople)
#include "tst_people.moc"
