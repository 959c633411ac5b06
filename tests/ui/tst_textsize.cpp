// SPDX-License-Identifier: Apache-2.0
#include "desktoptest.h"

#include "ui/listrow.h"
#include "ui/paint.h"
#include "ui/timeline/timelineview.h"

#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionViewItem>

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

    void theListGrowsWithItsText()
    {
        QCOMPARE(find<QWidget>(u"sidebar"_s)->width(), 280);
        m_appearance->setTextSize(200);
        QTRY_COMPARE(find<QWidget>(u"sidebar"_s)->width(), 560);
        QCOMPARE(m_settings->sidebarWidth(), 280);
    }

    void theCountOfTheUnreadFitsIntoItsBadge()
    {
        workspace().closeConversation();
        fake().conversations[u"with-ana"_s].conversation.my.unreadCount = 12;
        Q_EMIT session().conversationChanged(u"with-ana"_s);
        m_appearance->setTextSize(200);
        const QFontMetrics metrics(relativeFont(qApp->font(), 0.85, QFont::DemiBold));
        QTRY_VERIFY(linesWith(m_appearance->theme().colors().accent, *find<QListView>(u"conversationList"_s))
                    > metrics.height());
    }

    void theSizeIsThereAtTheNextStart()
    {
        m_appearance->setTextSize(150);
        QCOMPARE(ClientSettings(m_data->path()).textSize(), 150);
    }

    void whatTakesInputHasAnEdgeAndLinksAreReadableEverywhere_data()
    {
        QTest::addColumn<Theme::Appearance>("appearance");
        QTest::newRow("light") << Theme::Appearance::Light;
        QTest::newRow("dark") << Theme::Appearance::Dark;
        QTest::newRow("high contrast, light") << Theme::Appearance::ContrastLight;
        QTest::newRow("high contrast, dark") << Theme::Appearance::ContrastDark;
    }

    void whatTakesInputHasAnEdgeAndLinksAreReadableEverywhere()
    {
        QFETCH(Theme::Appearance, appearance);
        const Theme theme(appearance);
        const ThemeColors &c = theme.colors();
        for (const QColor &ground : {c.window, c.sidebar})
            QVERIFY2(contrast(c.fieldBorder, ground) >= 3, qPrintable(ground.name()));
        for (const QColor &ground : {c.window, c.sidebar, c.hover, c.selection})
            QVERIFY2(contrast(c.link, ground) >= 4.5, qPrintable(ground.name()));
        QCOMPARE(theme.palette().color(QPalette::Dark), c.fieldBorder);
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
        for (const QColor &sign : {c.online, c.away, c.offline, c.divider, c.fieldBorder, c.accent})
            QVERIFY2(contrast(sign, c.window) >= 4.5, qPrintable(sign.name()));
        for (const QColor &ground : {c.window, c.sidebar, c.hover})
            QVERIFY2(contrast(c.selectionBorder, ground) >= 4.5, qPrintable(ground.name()));
    }

    void whatIsSelectedHasAFrameInHighContrast()
    {
        m_desktop->setWantsContrast(true);
        const ThemeColors &colors = m_appearance->theme().colors();
        QImage image(200, 40, QImage::Format_RGB32);
        image.fill(colors.window);
        QPainter painter(&image);
        QStyleOptionViewItem option;
        option.rect = image.rect();
        paintRowGround(painter, option, colors.selection, colors);
        painter.end();
        QCOMPARE(image.pixelColor(100, 1), colors.selectionBorder);
        QCOMPARE(image.pixelColor(100, 20), colors.selection);
    }

    void whoWantsNothingToMoveIsHeard()
    {
        QVERIFY(m_window->style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0);
        m_desktop->setWantsStillness(true);
        QCOMPARE(m_window->style()->styleHint(QStyle::SH_Widget_Animation_Duration), 0);
    }

private:
    static int linesWith(const QColor &color, QWidget &widget)
    {
        const QImage image = widget.grab().toImage();
        int lines = 0;
        for (int y = 0; y < image.height(); ++y) {
            bool found = false;
            for (int x = 0; x < image.width() && !found; ++x)
                found = image.pixelColor(x, y) == color;
            lines += found;
        }
        return lines;
    }
};

QTEST_MAIN(TestTextSize)
#include "tst_textsize.moc"
