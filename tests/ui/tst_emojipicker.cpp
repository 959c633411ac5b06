// SPDX-License-Identifier: Apache-2.0
#include "ui/emoji/emojipicker.h"

#include "ui/clientsettings.h"
#include "ui/emoji/emojibutton.h"
#include "ui/emojifont.h"
#include "ui/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Hearth;
using namespace Qt::Literals::StringLiterals;

class TestEmojiPicker : public QObject
{
    Q_OBJECT

private:
    void open()
    {
        m_picker =
            std::make_unique<EmojiPicker>(EmojiCatalog(QLocale(QLocale::English)), *m_settings, m_theme);
        m_chosen = std::make_unique<QSignalSpy>(m_picker.get(), &EmojiPicker::chosen);
        m_picker->popup(QRect(500, 500, 32, 32));
        QVERIFY(QTest::qWaitForWindowExposed(m_picker.get()));
        m_field = m_picker->findChild<QLineEdit *>(u"emojiField"_s);
        m_grid = m_picker->findChild<QListView *>(u"emojiGrid"_s);
        QTRY_COMPARE(QApplication::focusWidget(), m_field);
    }

    QString chosen() { return m_chosen->isEmpty() ? QString() : m_chosen->takeFirst().first().toString(); }

private Q_SLOTS:
    void init()
    {
        m_data = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<ClientSettings>(m_data->path());
        open();
    }

    void cleanup() { m_picker.reset(); }

    void enterChoosesWhatTheSearchFindsFirst()
    {
        QTest::keyClicks(m_field, u"rocket"_s);
        QTest::keyClick(m_field, Qt::Key_Return);
        QCOMPARE(chosen(), u"🚀"_s);
        QVERIFY(!m_picker->isVisible());
    }

    void arrowsMoveThroughTheGridFromTheField()
    {
        QTest::keyClick(m_field, Qt::Key_Right);
        QCOMPARE(m_grid->currentIndex().row(), 1);
        QTest::keyClick(m_field, Qt::Key_Down);
        QCOMPARE(m_grid->currentIndex().row(), 11);
        QTest::keyClick(m_field, Qt::Key_Left);
        QTest::keyClick(m_field, Qt::Key_Return);
        QCOMPARE(chosen(), u"🫠"_s);
    }

    void escEmptiesTheSearchThenCloses()
    {
        QTest::keyClicks(m_field, u"rocket"_s);
        QTest::keyClick(m_field, Qt::Key_Escape);
        QVERIFY(m_picker->isVisible());
        QVERIFY(m_field->text().isEmpty());
        QTest::keyClick(m_field, Qt::Key_Escape);
        QVERIFY(!m_picker->isVisible());
        QVERIFY(chosen().isEmpty());
    }

    void theLastOnesUsedComeFirstNextTime()
    {
        for (const QString &text : {u"rocket"_s, u"red heart"_s, u"rocket"_s}) {
            m_field->setText(text);
            QTest::keyClick(m_field, Qt::Key_Return);
            open();
        }
        QCOMPARE(m_grid->model()->rowCount(), 2);
        QTest::keyClick(m_field, Qt::Key_Return);
        QCOMPARE(chosen(), u"🚀"_s);
    }

    void onlySomeOfTheLastOnesAreKept()
    {
        for (const Emoji &emoji : EmojiCatalog().all().mid(0, 100))
            m_settings->addRecentEmoji(emoji.text);
        QCOMPARE(m_settings->recentEmoji().size(), 40);
    }

    void aGroupShowsWhatBelongsToIt()
    {
        m_field->setText(u"rocket"_s);
        const auto buttons = m_picker->findChildren<EmojiButton *>();
        const auto food = std::ranges::find(buttons, u"Food and drink"_s, &QWidget::accessibleName);
        QTest::mouseClick(*food, Qt::LeftButton);
        QVERIFY(m_field->text().isEmpty());
        QTest::keyClick(m_field, Qt::Key_Return);
        QCOMPARE(chosen(), u"🍇"_s);
    }

    void noGroupIsMarkedWhileASearchIsShown()
    {
        const auto marked = [this] {
            QStringList names;
            for (const auto *button : m_picker->findChildren<EmojiButton *>()) {
                if (button->isChecked())
                    names << button->accessibleName();
            }
            return names;
        };
        const QStringList before = marked();
        QCOMPARE(before.size(), 1);
        m_field->setText(u"rocket"_s);
        QCOMPARE(marked(), QStringList());
        QTest::keyClick(m_field, Qt::Key_Escape);
        QCOMPARE(marked(), before);
    }

    void everyGroupStandsAboveAColumn()
    {
        const auto middle = [this](const QWidget *widget, const QRect &rect) {
            return widget->mapTo(m_picker.get(), rect.center()).x();
        };
        int column = 0;
        for (const auto *button : m_picker->findChildren<EmojiButton *>()) {
            if (!button->isCheckable())
                continue;
            const QRect cell = m_grid->visualRect(m_grid->model()->index(column++, 0));
            QCOMPARE(middle(button, button->rect()), middle(m_grid->viewport(), cell));
        }
        QCOMPARE(column, 10);
    }

    void theToneOfSkinIsRemembered()
    {
        QTest::mouseClick(m_picker->findChild<EmojiButton *>(u"emojiTone"_s), Qt::LeftButton);
        auto *menu = m_picker->findChild<QMenu *>(u"emojiToneMenu"_s);
        QVERIFY(menu);
        menu->actions().last()->trigger();
        menu->close();
        open();
        QTest::keyClicks(m_field, u"thumbs up"_s);
        QTest::keyClick(m_field, Qt::Key_Return);
        QCOMPARE(chosen(), u"👍🏿"_s);
    }

    void everyCellAndButtonHasAName()
    {
        for (int row = 0; row < m_grid->model()->rowCount(); ++row)
            QVERIFY(!m_grid->model()->index(row, 0).data(Qt::AccessibleTextRole).toString().isEmpty());
        for (const auto *button : m_picker->findChildren<EmojiButton *>())
            QVERIFY(!button->accessibleName().isEmpty());
    }

    void whatIsNotFoundIsSaid()
    {
        const auto *nothing = m_picker->findChild<QLabel *>(u"emojiNothing"_s);
        QVERIFY(!nothing->isVisible());
        m_field->setText(u"zzzz"_s);
        QVERIFY(nothing->isVisible());
        QTest::keyClick(m_field, Qt::Key_Return);
        QVERIFY(chosen().isEmpty());
        QVERIFY(m_picker->isVisible());
    }

    // As wide as one, not as its parts beside each other.
    void aSequenceIsDrawnAsOneEmoji()
    {
        for (const QString &sequence :
             {u"❤️‍🔥"_s, u"👩‍❤️‍👨"_s, u"1️⃣"_s, u"🏴‍☠️"_s}) {
            QImage image(96, 32, QImage::Format_ARGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            paintEmoji(painter, image.rect(), sequence, 20);
            painter.end();
            for (int y = 0; y < image.height(); ++y) {
                QCOMPARE(image.pixelColor(30, y), QColor(Qt::white));
                QCOMPARE(image.pixelColor(66, y), QColor(Qt::white));
            }
        }
    }

    void aHeartIsDrawnInColour()
    {
        QImage image(32, 32, QImage::Format_ARGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setPen(Qt::black);
        paintEmoji(painter, image.rect(), u"❤️"_s, 24);
        painter.end();
        const QColor middle = image.pixelColor(16, 16);
        QVERIFY2(middle.red() > 150 && middle.green() < 100, qPrintable(middle.name()));
    }

private:
    Theme m_theme{Theme::Appearance::Light};
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<ClientSettings> m_settings;
    std::unique_ptr<EmojiPicker> m_picker;
    std::unique_ptr<QSignalSpy> m_chosen;
    QLineEdit *m_field = nullptr;
    QListView *m_grid = nullptr;
};

QTEST_MAIN(TestEmojiPicker)
#include "tst_emojipicker.moc"
