// SPDX-License-Identifier: Apache-2.0
#include "shownview.h"
#include "ui/timeline/selection.h"

#include <QClipboard>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace Hearth;
using namespace Hearth::TimelineFixture;

// What is selected, copied and pressed in the texts of messages.
class TestTimelineSelection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }

    void complaint6_draggingSelectsAcrossMessagesAndCopiesWithNamesAndTimes()
    {
        Shown t({{message(1, ana, u"first **bold** line"_s), message(2, ana, u"second <b>"_s),
                  message(3, li, u"third"_s)},
                 false,
                 false});
        QTest::mousePress(t.view.viewport(), Qt::LeftButton, {}, t.textPoint(u"m1"_s, -10));
        QTest::mouseMove(t.view.viewport(), t.textPoint(u"m3"_s, 400));
        QTest::mouseRelease(t.view.viewport(), Qt::LeftButton, {}, t.textPoint(u"m3"_s, 400));
        QVERIFY(t.view.hasSelection());
        QTest::keyClick(&t.view, Qt::Key_C, Qt::ControlModifier);
        const QMimeData *copied = QApplication::clipboard()->mimeData();
        QCOMPARE(copied->text(),
                 u"[12:00] Ana Costa: first bold line\n[12:00] Ana Costa: second <b>\n"
                 "[12:00] Li Wei: third"_s);
        QVERIFY(copied->html().contains(u"second &lt;b&gt;"_s));
        QVERIFY(!copied->html().contains(u"second <b>"_s));
    }

    void wholeMessagesAreCopiedAsTheMarkdownTheyAreAndPartsAreEscaped()
    {
        Shown t({{message(1, ana, u"# **bold**"_s), message(2, li, u"1. a *word* & #more\n- b_c"_s)},
                 false,
                 false});
        t.view.selectAll();
        t.view.copySelection();
        const auto copied = [] {
            return QString::fromUtf8(QApplication::clipboard()->mimeData()->data(u"text/markdown"_s));
        };
        QCOMPARE(copied(),
                 u"**Ana Costa** 12:00\n\n# **bold**\n\n**Li Wei** 12:00\n\n1. a *word* & #more\n- b_c"_s);
    }

    void aPartOfAMessageIsCopiedAsMarkdownThatSaysNothingElse()
    {
        const auto copied = toMimeData({{{}, {}, u"# a_b <i> \\ [x](y)\n 2) c\n- *d*"_s}});
        QCOMPARE(QString::fromUtf8(copied->data(u"text/markdown"_s)),
                 u"\\# a\\_b \\<i\\> \\\\ \\[x\\](y)  \n 2\\) c  \n\\- \\*d\\*"_s);
    }

    void withinOneMessageOnlyTheTextIsCopied()
    {
        Shown t({{message(1, ana, u"first line\nsecond line"_s)}, false, false});
        QTest::mouseDClick(t.view.viewport(), Qt::LeftButton, {}, t.textPoint(u"m1"_s, 40));
        QCOMPARE(t.view.selectedText(), u"line"_s);
        QTest::mousePress(t.view.viewport(), Qt::LeftButton, {}, t.textPoint(u"m1"_s, 40));
        QCOMPARE(t.view.selectedText(), u"first line\nsecond line"_s); // the third press
    }

    void controlASelectsAllAndEscapeNothing()
    {
        Shown t(slice(1, 200));
        QTest::keyClick(&t.view, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(t.view.selectedText().count(u"\n["_s), 199);
        QTest::keyClick(&t.view, Qt::Key_Escape);
        QVERIFY(!t.view.hasSelection());
    }

    void aSelectionSurvivesLoadingAndEndsWithItsMessage()
    {
        Shown t(slice(50, 150, true, false));
        t.view.selectAll();
        const QString before = t.view.selectedText();
        t.store.prepend(slice(1, 49));
        t.view.storeChanged();
        QCOMPARE(t.view.selectedText(), before);
        t.store.trimOlder(10);
        t.view.storeChanged();
        QVERIFY(!t.view.hasSelection());
    }

    void draggingBeyondTheEdgeScrolls()
    {
        Shown t(slice(1, 200));
        QTest::mousePress(t.view.viewport(), Qt::LeftButton, {}, QPoint(200, 300));
        QTest::mouseMove(t.view.viewport(), QPoint(200, -40));
        QTRY_VERIFY(!t.view.isAtEnd());
        QTRY_VERIFY(t.view.selectedText().size() > 1'500);
        QTest::mouseRelease(t.view.viewport(), Qt::LeftButton, {}, QPoint(200, -40));
    }

    void linksAreFoundUnderThePointerAndPressed()
    {
        Shown t({{message(1, ana, u"[manual](https://example.org/m) and [trap](javascript:alert)"_s)},
                 false,
                 false});
        QSignalSpy links(&t.view, &TimelineView::linkActivated);
        const QPoint link = t.view.targetRect(1, 0).center();
        QTest::mouseMove(t.view.viewport(), link);
        QCOMPARE(t.view.viewport()->cursor().shape(), Qt::PointingHandCursor);
        QTest::mouseClick(t.view.viewport(), Qt::LeftButton, {}, link);
        QCOMPARE(links.size(), 1);
        QCOMPARE(links[0][0].toUrl(), QUrl(u"https://example.org/m"_s));
        QCOMPARE(links[0][1].toString(), u"manual"_s);
        QVERIFY(t.view.targetRect(1, 1).isNull()); // the trap is only text
    }

    void aDragOverALinkDoesNotPressIt()
    {
        Shown t({{message(1, ana, u"[manual](https://example.org/m) text"_s)}, false, false});
        QSignalSpy links(&t.view, &TimelineView::linkActivated);
        const QRect link = t.view.targetRect(1, 0);
        QTest::mousePress(t.view.viewport(), Qt::LeftButton, {}, link.center());
        QTest::mouseMove(t.view.viewport(), QPoint(link.right() - 1, link.center().y()));
        QTest::mouseRelease(t.view.viewport(), Qt::LeftButton, {},
                            QPoint(link.right() - 1, link.center().y()));
        QVERIFY(t.view.hasSelection());
        QCOMPARE(links.size(), 0);
    }
};

QTEST_MAIN(TestTimelineSelection)
#include "tst_timelineselection.moc"
