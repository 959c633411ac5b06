// SPDX-License-Identifier: Apache-2.0
#include "panestest.h"

#include "models/searchmodel.h"
#include "ui/banner.h"
#include "ui/panes/filterchips.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

using namespace Hearth;
using namespace Hearth::Test;

class TestSearchPane : public PanesTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openPanes(); }
    void cleanup() { closeWindow(); }

    void whatIsStoredHereIsFoundAtOnceAndTheServersMergesWithoutDoubles()
    {
        panesOf(session()).stored = {result(3, u"build is green"_s), result(1, u"build is red"_s)};
        panesOf(session()).onServer = {result(3, u"build is green"_s), result(2, u"build again"_s)};
        SearchModel model(session());
        model.setQuery({u"build"_s, {}});
        QTRY_COMPARE(model.state(), SearchModel::State::Done);
        QCOMPARE(texts(model), (QStringList{u"build is green"_s, u"build again"_s, u"build is red"_s}));
        QVERIFY(!model.isOnlyStored());
    }

    void moreComesPageByPage()
    {
        for (int seq = 5; seq > 0; --seq)
            panesOf(session()).onServer.append(result(seq, QString::number(seq)));
        panesOf(session()).pageSize = 2;
        SearchModel model(session());
        model.setQuery({u"x"_s, {}});
        QTRY_COMPARE(model.rowCount(), 2);
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 4);
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 5);
        QVERIFY(!model.canFetchMore({}));
    }

    void offlineItSaysThatOnlyThisComputerWasSearched()
    {
        fakeOf(session()).state = ConnectionState::Offline;
        panesOf(session()).stored = {result(1, u"here"_s)};
        key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        auto *field = find<QLineEdit>(u"messageSearch"_s);
        QTest::keyClicks(field, u"here"_s);
        auto *banner = find<Banner>(u"searchBanner"_s);
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(banner->text().contains(u"offline"_s));
        QVERIFY(panesOf(session()).queries.isEmpty());

        fakeOf(session()).state = ConnectionState::Online;
        Q_EMIT session().connectionStateChanged(ConnectionState::Online);
        QTRY_COMPARE(panesOf(session()).queries.size(), 1);
        QTRY_VERIFY(!banner->isVisible());
    }

    void aServerThatCannotSearchIsToldAndTriedAgain()
    {
        panesOf(session()).searchRefusal = Error{ErrorCode::Unavailable, u"Too slow."_s};
        key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClicks(find<QLineEdit>(u"messageSearch"_s), u"x"_s);
        auto *banner = find<Banner>(u"searchBanner"_s);
        QTRY_COMPARE(banner->text(), u"The server could not search: Too slow."_s);
        panesOf(session()).searchRefusal.reset();
        banner->findChild<QAbstractButton *>(u"bannerAction"_s)->click();
        QTRY_VERIFY(!banner->isVisible());
    }

    void withoutResultsThereIsNothingToStepThrough()
    {
        key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        auto *field = find<QLineEdit>(u"messageSearch"_s);
        const auto *steps = find<QWidget>(u"searchSteps"_s);
        QTest::keyClicks(field, u"<b>lighthouse</b>"_s);
        const auto says = [this](const QString &text) {
            const auto labels = pane()->findChildren<QLabel *>();
            return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text() == text; });
        };
        QTRY_VERIFY(says(u"No results for “<b>lighthouse</b>”"_s));
        QVERIFY(!steps->isVisible());
        panesOf(session()).onServer = {result(1, u"green"_s)};
        field->setText(u"green"_s);
        QTRY_VERIFY(steps->isVisible());
    }

    void aTypedFilterBecomesAChipThatCanBeTakenAway()
    {
        key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        auto *field = find<QLineEdit>(u"messageSearch"_s);
        QTest::keyClicks(field, u"plan from:Ana in:platform "_s);
        auto *chips = pane()->findChild<FilterChips *>();
        QCOMPARE(chips->parts(), (QList<SearchPart>{{u"from"_s, ana.id}, {u"in"_s, u"team"_s}}));
        QCOMPARE(field->text(), u"plan "_s);
        QTRY_VERIFY(!panesOf(session()).queries.isEmpty());
        QTRY_COMPARE(panesOf(session()).queries.last().text, u"plan from:ana in:team"_s);
        chips->findChildren<FilterChip *>().first()->click();
        QTRY_COMPARE(panesOf(session()).queries.last().text, u"plan in:team"_s);
    }

    void complaint13_enterShowsTheMessageInItsConversationAndF3TheNext()
    {
        FakeSession &fake = fakeOf(session());
        for (int i = 0; i < 300; ++i)
            fake.post(u"team"_s, ana.id, u"message %1"_s.arg(i + 1), now() - 10h + i * 1min);
        panesOf(session()).onServer = {{fake.messages[u"team"_s][279], {}},
                                       {fake.messages[u"team"_s][19], {}}};
        open(u"with-li"_s);
        key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        auto *field = find<QLineEdit>(u"messageSearch"_s);
        QTest::keyClicks(field, u"message"_s);
        auto *list = find<QWidget>(u"searchPane"_s)->findChild<QListView *>(u"paneList"_s);
        QTRY_COMPARE(list->model()->rowCount(), 2);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(m_window->windowTitle(), u"Platform team – Hearth"_s);
        QTRY_COMPARE(currentText(), u"message 280"_s);
        key(Qt::Key_F3);
        QTRY_COMPARE(currentText(), u"message 20"_s); // far from what was loaded
        key(Qt::Key_F3, Qt::ShiftModifier);
        QTRY_COMPARE(currentText(), u"message 280"_s);
        QVERIFY(pane()->isVisible()); // the results stay beside it
    }

    void aMessageThatCannotBeShownIsToldOf()
    {
        panesOf(session()).stored = {result(5, u"green"_s)}; // which the conversation does not have
        open(u"team"_s);
        key(Qt::Key_F, Qt::ControlModifier);
        auto *field = find<QLineEdit>(u"messageSearch"_s);
        QTest::keyClicks(field, u"green"_s);
        auto *list = find<QWidget>(u"searchPane"_s)->findChild<QListView *>(u"paneList"_s);
        QTRY_COMPARE(list->model()->rowCount(), 1);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(m_window->findChild<QWidget *>(u"warning"_s));
        m_window->findChild<QWidget *>(u"warning"_s)->close();
    }

    void theListsFieldOffersToSearchMessages()
    {
        auto *filter = find<QLineEdit>(u"conversationFilter"_s);
        QTest::keyClicks(filter, u"green"_s);
        auto *offer = find<QPushButton>(u"searchMessages"_s);
        QVERIFY(offer->isVisible());
        offer->click();
        QTRY_VERIFY(pane()->isVisible());
        QCOMPARE(find<QLineEdit>(u"messageSearch"_s)->text(), u"green"_s);
    }

    void searchInAConversationAsksForThatOneOnly()
    {
        open(u"team"_s);
        key(Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(find<QLineEdit>(u"messageSearch"_s), u"green"_s);
        QTRY_VERIFY(!panesOf(session()).queries.isEmpty());
        QCOMPARE(panesOf(session()).queries.last(), (Search::Query{u"green"_s, u"team"_s}));
        open(u"with-li"_s); // another conversation: it is not about that one
        QVERIFY(!pane()->isVisible());
    }

    void pinnedMessagesAreListed()
    {
        panesOf(session()).onServer = {result(1, u"read this first"_s)};
        open(u"team"_s);
        key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(!panesOf(session()).queries.isEmpty());
        QCOMPARE(panesOf(session()).queries.last(), (Search::Query{u"is:pinned"_s, u"team"_s}));
    }

private:
    static SearchResult result(qint64 seq, const QString &text)
    {
        Message message;
        message.id = u"m%1"_s.arg(seq);
        message.conversationId = u"team"_s;
        message.senderId = ana.id;
        message.seq = seq;
        message.content = text;
        message.createdAt = now() - 100h + seq * 1min;
        return {message, {}};
    }

    static QStringList texts(const SearchModel &model)
    {
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row)
            all << model.index(row).data().toString();
        return all;
    }
};

QTEST_MAIN(TestSearchPane)
#include "tst_searchpane.moc"
