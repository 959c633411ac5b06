// SPDX-License-Identifier: Apache-2.0
#include "desktoptest.h"

#include "ui/timeline/timelineview.h"

#include <QLabel>
#include <QStyle>

#include <cmath>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const User mia = person(u"mia"_s, u"Mia Weber"_s);
const User ana = person(u"ana"_s, u"Ana Costa"_s);

// Relative luminance and contrast: WCAG 2.1.
qreal luminance(const QColor &color)
{
    const auto linear = [](qreal part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

qreal contrast(const QColor &a, const QColor &b)
{
    const qreal one = luminance(a) + 0.05;
    const qreal other = luminance(b) + 0.05;
    return std::max(one, other) / std::min(one, other);
}

} // namespace

class TestTextSize : public DesktopTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        openProgram();
        signIn(mia);
        fake().addDirect(u"with-ana"_s, ana);
        fake().post(u"with-ana"_s, ana.id, u"hello"_s, now() - 2h);
        showConversations();
        workspace().open(u"with-ana"_s);
    }

    void cleanup() { closeProgram(); }

    void complaint20_theKeysChangeTheTextOfEverythingFrom75To200PerCent()
    {
        auto *timeline = m_window->findChild<TimelineView *>();
        const int header = find<QWidget>(u"conversationHeader"_s)->height();
        QCOMPARE(timeline->font().pixelSize(), 13);
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(m_window.get(), Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(m_appearance->textSize(), 200);
        QTRY_COMPARE(timeline->font().pixelSize(), 26);
        QCOMPARE(find<QWidget>(u"composerEdit"_s)->font().pixelSize(), 26);
        QTRY_COMPARE(find<QWidget>(u"conversationHeader"_s)->height(), 2 * header);
        QTest::keyClick(m_window.get(), Qt::Key_0, Qt::ControlModifier);
        QTRY_COMPARE(timeline->font().pixelSize(), 13);
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(m_window.get(), Qt::Key_Minus, Qt::ControlModifier);
        QCOMPARE(m_appearance->textSize(), 75);
    }

    void whatIsLargerThanTheRestStaysSo()
    {
        auto *title = find<QLabel>(u"rightPaneTitle"_s);
        const int before = title->font().pixelSize();
        QVERIFY(before > 13);
        for (const int size : {150, 75, 110, 200, 100})
            m_appearance->setTextSize(size);
        QCOMPARE(title->font().pixelSize(), before);
        m_appearance->setTextSize(200);
        QCOMPARE(title->font().pixelSize(), 2 * before);
    }

    void theSizeIsThereAtTheNextStart()
    {
        m_appearance->setTextSize(150);
        QCOMPARE(ClientSettings(m_data->path()).textSize(), 150);
    }

    void highContrastIsWhatItSays_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void highContrastIsWhatItSays()
    {
        QFETCH(bool, dark);
        m_desktop->setDark(dark);
        m_desktop->setWantsContrast(true);
        QCOMPARE(m_appearance->theme().appearance(),
                 dark ? Theme::Appearance::ContrastDark : Theme::Appearance::ContrastLight);
        const ThemeColors &c = m_appearance->theme().colors();
        for (const QColor &ground :
             {c.window, c.sidebar, c.codeBackground, c.hover, c.selection, c.ownBubble}) {
            for (const QColor &text : {c.text, c.secondary, c.link, c.danger})
                QVERIFY2(contrast(text, ground) >= 7,
                         qPrintable(
                             u"%1 on %2: %3"_s.arg(text.name(), ground.name()).arg(contrast(text, ground))));
        }
        QVERIFY(contrast(c.ownSecondary, c.ownBubble) >= 7 && contrast(c.ownLink, c.ownBubble) >= 7);
        QVERIFY(contrast(c.onAccent, c.accent) >= 7);
        for (const QColor &sign : {c.online, c.away, c.offline, c.divider, c.accent})
            QVERIFY2(contrast(sign, c.window) >= 4.5, qPrintable(sign.name()));
    }

    void whoWantsNothingToMoveIsHeard()
    {
        QVERIFY(m_window->style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0);
        m_desktop->setWantsStillness(true);
        QCOMPARE(m_window->style()->styleHint(QStyle::SH_Widget_Animation_Duration), 0);
    }
};

QTEST_MAIN(TestTextSize)
#include "tst_textsize.moc"
