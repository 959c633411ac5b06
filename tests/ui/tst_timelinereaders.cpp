// SPDX-License-Identifier: Apache-2.0
// Who has read up to which message, as the timeline shows it.
#include "support/timelinefixture.h"
#include "ui/timeline/timelineview.h"

#include <QDir>
#include <QHelpEvent>
#include <QTest>
#include <QToolTip>

using namespace Hearth;
using namespace Hearth::TimelineFixture;

namespace {

const QString longText = u"word "_s.repeated(60);

QFont textFont()
{
    QFont font(u"Inter"_s);
    font.setPixelSize(13);
    return font;
}

// One line that ends where the text of a view of 600 px may end.
QString fullLine()
{
    const QFontMetrics metrics(textFont());
    QString text;
    while (metrics.horizontalAdvance(text + u'i') < TimelineColumns(600, Qt::LeftToRight).textWidth - 2)
        text += u'i';
    return text;
}

QList<UserId> users(const QList<ReaderDisc> &discs)
{
    QList<UserId> users;
    for (const ReaderDisc &disc : discs)
        users.append(disc.user);
    return users;
}

// The discs of a message in a view of 600 px, with its body at the top.
QList<ReaderDisc> discsOf(const QString &text, const QList<UserId> &readers, bool hasState,
                          Qt::LayoutDirection direction = Qt::LeftToRight)
{
    TimelineStyle style(textFont(), ThemeColors{});
    style.mirrored = direction == Qt::RightToLeft;
    const TimelineColumns columns(600, direction);
    const TimelineItem item{.id = u"a"_s, .text = text};
    const MessageLayout layout(item, columns.textWidth, style);
    return layOutReaders(readers, layout, QPoint(columns.text, 0), hasState, columns, style);
}

} // namespace

class TestTimelineReaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }

    void eachPersonStandsAtTheLastMessageThatHeHasRead()
    {
        TimelineStore store(me, nameOf);
        store.reset(
            {{message(1, ana, u"a"_s), message(2, me, u"b"_s), message(3, me, u"c"_s)}, false, false});
        store.setMembers({member(me, 3, 3), member(ana, 3, 2), member(li, 3, 3)});
        QCOMPARE(readersAt(store, store.indexOf(u"m1"_s)), QList<UserId>{});
        QCOMPARE(readersAt(store, store.indexOf(u"client2"_s)), QList<UserId>{ana});
        QCOMPARE(readersAt(store, store.indexOf(u"client3"_s)), QList<UserId>{li});
        store.setMembers({member(ana, 3, 3), member(li, 3, 3)});
        QCOMPARE(readersAt(store, store.indexOf(u"client3"_s)), (QList<UserId>{ana, li}));
    }

    void whoWroteAMessageNeedNotBeSaidToHaveReadIt()
    {
        TimelineStore store(me, nameOf);
        store.reset({{message(1, ana, u"a"_s)}, false, false});
        store.setMembers({member(ana, 1, 1), member(li, 1, 1)});
        QCOMPARE(readersAt(store, store.indexOf(u"m1"_s)), QList<UserId>{li});
    }

    void whereAPersonStandsBeyondWhatIsLoadedIsNotGuessed()
    {
        TimelineStore store(me, nameOf);
        store.reset(slice(1, 10, false, true));
        store.setMembers({member(ana, 30, 30)});
        for (int row = 0; row < store.rows().size(); ++row)
            QVERIFY(readersAt(store, row).isEmpty());
        store.setMembers({member(ana, 30, 0)});
        for (int row = 0; row < store.rows().size(); ++row)
            QVERIFY(readersAt(store, row).isEmpty());
    }

    void messagesThatWaitHaveNoReaders()
    {
        TimelineStore store(me, nameOf);
        store.reset({{message(1, ana, u"a"_s)}, false, false});
        store.setOutgoing({outgoing(u"o"_s, u"b"_s, OutgoingState::Queued)});
        store.setMembers({member(li, 9, 9)});
        QVERIFY(readersAt(store, store.indexOf(u"o"_s)).isEmpty());
    }

    void moreThanFiftyMembersAreNotShown()
    {
        TimelineStore store(me, nameOf);
        store.reset({{message(1, me, u"a"_s)}, false, false});
        QList<Member> members{member(me, 1, 1)};
        while (members.size() < 50)
            members.append(member(u"user%1"_s.arg(members.size()), 1, 1));
        store.setMembers(members);
        QCOMPARE(readersAt(store, 1).size(), 49);
        store.setMembers(members << member(u"last"_s, 1, 1));
        QVERIFY(readersAt(store, 1).isEmpty());
    }

    void threePicturesOverlapAndTheRestIsCounted()
    {
        const auto discs = discsOf(u"short"_s, {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s}, true);
        QCOMPARE(users(discs), (QList<UserId>{u"c"_s, u"d"_s, u"e"_s, UserId()}));
        QCOMPARE(discs[0].rect.size(), QSize(16, 16));
        QCOMPARE(discs[1].rect.left(), discs[0].rect.left() + 12);
        QCOMPARE(discs[3].label, u"+2"_s);
    }

    void theyStandAtTheEndBesideTheStateOfOnesOwnMessage()
    {
        const TimelineColumns columns(600, Qt::LeftToRight);
        QCOMPARE(discsOf(u"short"_s, {ana}, false).last().rect.left(), columns.state);
        QVERIFY(discsOf(u"short"_s, {ana}, true).last().rect.right() < columns.state);
    }

    void theyNeverCoverTheText()
    {
        const auto counted = discsOf(fullLine(), {ana, li}, false);
        QCOMPARE(counted.size(), 1);
        QCOMPARE(counted[0].label, u"2"_s);
        QCOMPARE(counted[0].rect.left(), TimelineColumns(600, Qt::LeftToRight).state);
        QCOMPARE(users(discsOf(fullLine(), {ana}, false)), QList<UserId>{ana}); // has room beside the text
        QVERIFY(discsOf(fullLine(), {ana, li}, true).isEmpty());
        QCOMPARE(discsOf(u"```\ncode\n```"_s, {ana, li}, false).size(), 1);
    }

    void theyAreMirroredWherePeopleReadFromRightToLeft()
    {
        const auto left = discsOf(u"short"_s, {ana, li}, false);
        const auto right = discsOf(u"שלום"_s, {ana, li}, false, Qt::RightToLeft);
        QCOMPARE(right.size(), 2);
        for (int i = 0; i < 2; ++i)
            QCOMPARE(right[i].rect.left(), 600 - 1 - left[i].rect.right());
    }

    void theTooltipAndTheScreenReaderSayTheirNames()
    {
        Theme theme(Theme::Appearance::Light);
        TimelineStore store(me, nameOf);
        TimelineView view(store, theme);
        view.setLocale(QLocale(QLocale::English));
        view.resize(600, 300);
        store.reset({{message(1, me, u"hi"_s)}, false, false});
        store.setMembers({member(ana, 1, 1), member(li, 1, 1)});
        view.startOver();
        view.show();
        QVERIFY(view.rowText(1).endsWith(u"Read up to here by Ana Costa and Li Wei"_s));

        const RowFlow::Placed &placed = view.visibleRows().back();
        const TimelineColumns columns(view.viewport()->width(), Qt::LeftToRight);
        const QPoint point(columns.state - 12, placed.bodyY() + 9);
        QHelpEvent event(QEvent::ToolTip, point, view.viewport()->mapToGlobal(point));
        QApplication::sendEvent(view.viewport(), &event);
        QCOMPARE(QToolTip::text(), u"Read up to here by Ana Costa and Li Wei"_s);
    }

    // Leaves pictures in timeline-look/ of the working folder for people to look at.
    void readersMoveNothingAndAreSeen_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("mirrored");
        QTest::newRow("readers-light") << false << false;
        QTest::newRow("readers-dark") << true << false;
        QTest::newRow("readers-mirrored") << false << true;
    }

    void readersMoveNothingAndAreSeen()
    {
        QFETCH(bool, dark);
        QFETCH(bool, mirrored);
        Theme theme(dark ? Theme::Appearance::Dark : Theme::Appearance::Light);
        TimelineStore store(me, nameOf);
        TimelineView view(store, theme);
        view.setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
        view.setFont(textFont());
        view.resize(600, 420);
        store.reset({{message(1, ana, u"Read by one."_s), message(2, ana, longText.left(104)),
                      message(3, ana, longText.left(115)), message(4, li, u"```\ncode\n```"_s),
                      message(5, me, u"Everybody else is here."_s)},
                     false,
                     false});
        view.startOver();
        view.show();
        QImage before = view.grab().toImage();
        const auto places = [&] {
            QList<int> places;
            for (const RowFlow::Placed &placed : view.visibleRows())
                places << placed.y << placed.bodyY();
            return places;
        };
        const QList<int> unread = places();
        store.setMembers({member(li, 1, 1), member(u"a"_s, 2, 2), member(u"b"_s, 3, 3), member(u"c"_s, 3, 3),
                          member(u"d"_s, 4, 4), member(u"e"_s, 5, 5), member(u"f"_s, 5, 5),
                          member(u"g"_s, 5, 5), member(ana, 5, 5), member(u"h"_s, 5, 5)});
        view.refresh();
        QCOMPARE(places(), unread);
        const QImage after = view.grab().toImage();
        QVERIFY(after != before);
        QDir().mkpath(u"timeline-look"_s);
        after.save(u"timeline-look/%1.png"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
    }
};

QTEST_MAIN(TestTimelineReaders)
#include "tst_timelinereaders.moc"
