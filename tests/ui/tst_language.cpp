// SPDX-License-Identifier: Apache-2.0
#include "desktoptest.h"

#include "models/conversationrow.h"
#include "support/pseudotranslator.h"
#include "ui/paint.h"
#include "ui/panes/rightpane.h"
#include "ui/panes/workspacepanes.h"
#include "ui/passphrasedialog.h"
#include "ui/signinpage.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLayout>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QTextEdit>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const User mia = person(u"mia"_s, u"Mia Weber"_s);
const User ana = person(u"ana"_s, u"Ana Costa"_s);

QString textOf(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return button->text();
    if (const auto *box = qobject_cast<const QComboBox *>(&widget))
        return box->currentText();
    return {};
}

bool isClipped(const QWidget &widget)
{
    const auto *label = qobject_cast<const QLabel *>(&widget);
    if (label && label->wordWrap())
        return label->heightForWidth(label->width()) > label->height();
    if (qobject_cast<const QComboBox *>(&widget)) // as wide as its longest choice would like to be
        return widget.fontMetrics().horizontalAdvance(textOf(widget)) + 36 > widget.width();
    if (widget.minimumWidth() == widget.maximumWidth()) // a button in a strip is smaller than others
        return widget.fontMetrics().horizontalAdvance(textOf(widget)) + 16 > widget.width();
    return widget.sizeHint().width() > widget.width() || widget.sizeHint().height() > widget.height();
}

QStringList clippedIn(const QWidget &root)
{
    QStringList clipped;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        const QString text = textOf(*widget);
        const bool people =
            qobject_cast<const QComboBox *>(widget->parentWidget()) != nullptr; // a field's own parts
        if (widget->isVisible() && !text.isEmpty() && !people && isClipped(*widget))
            clipped << u"%1 “%2”"_s.arg(widget->objectName(), text);
    }
    return clipped;
}

} // namespace

class TestLanguage : public DesktopTest
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

    void cleanup()
    {
        closeProgram();
        qApp->removeTranslator(&m_pseudo);
        QCoreApplication::processEvents();
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void englishKnowsOneAndMany()
    {
        m_language->setChoice(u"en"_s);
        QCOMPARE(QCoreApplication::translate("Hearth::ConversationHeader", "%Ln people", nullptr, 1),
                 u"1 person"_s);
        QCOMPARE(QCoreApplication::translate("Hearth::ConversationHeader", "%Ln people", nullptr, 3),
                 u"3 people"_s);
    }

    void numbersHaveOneKindOfDigits()
    {
        m_language->setChoice(u"ar"_s);
        QCoreApplication::processEvents();
        const QString people =
            QCoreApplication::translate("Hearth::ConversationHeader", "%Ln people", nullptr, 3);
        QVERIFY2(people.contains(QLocale().toString(3)), qPrintable(people));
        QVERIFY2(!people.contains(u'3'), qPrintable(people));
        QCOMPARE(badgeText(1000), QLocale().toString(999) + u'+');
        QVERIFY(!badgeText(1000).contains(u'9'));
        m_language->setChoice(u"en"_s);
    }

    void anotherLanguageIsSpokenAtOnceAndEverywhere()
    {
        speakPseudo();
        QTRY_VERIFY(find<QWidget>(u"selfBar"_s)->toolTip().startsWith(u'['));
        QVERIFY(m_window->signInPage().findChild<QPushButton *>(u"signInButton"_s)->text().startsWith(u'['));
        for (const QAction *action : m_window->actions())
            QVERIFY2(action->text().startsWith(u'['), qPrintable(action->text()));
        QVERIFY(settings()->windowTitle().startsWith(u'['));
    }

    void theConversationAndTheDraftStay()
    {
        find<QTextEdit>(u"composerEdit"_s)->setPlainText(u"half a thought"_s);
        speakPseudo();
        QTRY_VERIFY(find<QWidget>(u"selfBar"_s)->toolTip().startsWith(u'['));
        QCOMPARE(workspace().conversation(), u"with-ana"_s);
        QCOMPARE(find<QTextEdit>(u"composerEdit"_s)->toPlainText(), u"half a thought"_s);
    }

    void theSettingsStayOpenWhereTheLanguageWasChosen()
    {
        settings()->setCurrentPage(3);
        auto *language = settings()->findChild<QComboBox *>(u"languageChoice"_s);
        language->setCurrentIndex(language->findText(u"Deutsch"_s));
        Q_EMIT language->activated(language->currentIndex());
        QCOMPARE(m_settings->language(), u"de"_s);
        QTRY_VERIFY(!language->isVisible()
                    || settings()->findChild<QComboBox *>(u"languageChoice"_s) != language);
        QVERIFY(settings()->isVisible());
        QCOMPARE(settings()->currentPage(), 3);
        QCOMPARE(QLocale().language(), QLocale::German);
    }

    void arabicTurnsTheWindowsAround()
    {
        m_language->setChoice(u"ar"_s);
        QCOMPARE(QGuiApplication::layoutDirection(), Qt::RightToLeft);
        QTRY_VERIFY(workspace().isRightToLeft());
        QTRY_VERIFY(find<QWidget>(u"sidebar"_s)->mapTo(m_window.get(), QPoint()).x() > m_window->width() / 2);
        m_language->setChoice(u"en"_s);
        QCOMPARE(QGuiApplication::layoutDirection(), Qt::LeftToRight);
    }

    void marginsChangeSidesWithTheDirection()
    {
        SettingsDialog *dialog = settings();
        QCOMPARE(dialog->layout()->contentsMargins(), QMargins(12, 12, 0, 0));
        dialog->setLayoutDirection(Qt::RightToLeft);
        QCOMPARE(dialog->layout()->contentsMargins(), QMargins(0, 12, 12, 0));
        dialog->setLayoutDirection(Qt::LeftToRight);
        QCOMPARE(dialog->layout()->contentsMargins(), QMargins(12, 12, 0, 0));
    }

    void aLineReadsInItsOwnDirectionInAMirroredWindow_data()
    {
        QTest::addColumn<QString>("text"); // a high letter, and then low signs that have no direction
        QTest::addColumn<bool>("beginsLeft");
        QTest::newRow("left to right") << u"l....."_s << true;
        QTest::newRow("right to left") << u"ا....."_s << false;
    }

    void aLineReadsInItsOwnDirectionInAMirroredWindow()
    {
        QFETCH(QString, text);
        QFETCH(bool, beginsLeft);
        const QFont font = relativeFont(qApp->font(), 2);
        const QRect exact(0, 0, QFontMetrics(font).horizontalAdvance(text), QFontMetrics(font).height());
        for (const auto window : {Qt::LeftToRight, Qt::RightToLeft}) {
            QImage image(exact.size(), QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            paintLine(painter, exact, text, font, Qt::black, window);
            QCOMPARE(highInk(image) < exact.width() / 2, beginsLeft);
        }
    }

    void everyLanguageHasItsFile()
    {
        for (const Language::Known &known : Language::all())
            QVERIFY2(QFile::exists(u":/translations/hearth_%1.qm"_s.arg(known.code)), qPrintable(known.code));
    }

    void longerWordsAreNotCutOff_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("wide") << 1280;
        QTest::newRow("two columns") << 900;
        QTest::newRow("one column") << 400;
    }

    void longerWordsAreNotCutOff()
    {
        QFETCH(int, width);
        m_window->resize(width, 800);
        speakPseudo();
        QTRY_VERIFY(find<QWidget>(u"selfBar"_s)->toolTip().startsWith(u'['));
        QStringList clipped = clippedSoon(*m_window);
        RightPane &pane = *m_window->findChild<RightPane *>();
        pane.showInfo(u"with-ana"_s);
        clipped += clippedSoon(*m_window);
        pane.showSearch({}, u"hello"_s);
        clipped += clippedSoon(*m_window);
        pane.showInbox();
        clipped += clippedSoon(*m_window);
        pane.showPinned(u"with-ana"_s);
        clipped += clippedSoon(*m_window);
        pane.closePane();
        workspace().closeConversation();
        clipped += clippedSoon(*m_window);
        for (const auto key : {Qt::CTRL | Qt::Key_N, Qt::CTRL | Qt::SHIFT | Qt::Key_N, Qt::CTRL | Qt::Key_K,
                               Qt::CTRL | Qt::Key_Slash}) {
            m_window->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
            QTest::keyClick(m_window.get(), key.key(), key.keyboardModifiers());
            QWidget *dialog = QApplication::activeModalWidget();
            QVERIFY(dialog);
            clipped += clippedSoon(*dialog);
            dialog->close();
        }
        Q_EMIT m_accounts->tokenNotSaved(Error{ErrorCode::Forbidden, {}});
        QTRY_COMPARE(clippedIn(*m_window).join(u'\n'), QString()); // once the strip is as high as its text
        for (const auto purpose : {PassphraseDialog::Purpose::Unlock, PassphraseDialog::Purpose::UseFile}) {
            PassphraseDialog dialog(*m_chosen, purpose, m_window.get());
            dialog.setAttribute(Qt::WA_DeleteOnClose, false);
            dialog.show();
            clipped += clippedSoon(dialog);
        }
        m_window->addAccount();
        m_window->signInPage().findChild<QAbstractButton *>(u"chooseCreate"_s)->click();
        clipped += clippedSoon(*m_window);
        SettingsDialog *dialog = settings();
        for (int page = 0; page < dialog->findChild<QListWidget *>()->count(); ++page) {
            dialog->setCurrentPage(page);
            clipped += clippedSoon(*dialog);
        }
        clipped.removeDuplicates();
        QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(u'\n')));
    }

private:
    void speakPseudo() { qApp->installTranslator(&m_pseudo); }

    // The first column with something dark in its upper half.
    static int highInk(const QImage &image)
    {
        for (int x = 0; x < image.width(); ++x) {
            for (int y = 0; y < image.height() / 2; ++y) {
                if (qGray(image.pixel(x, y)) < 128)
                    return x;
            }
        }
        return -1;
    }

    static QStringList clippedSoon(QWidget &window)
    {
        QCoreApplication::processEvents(); // until everything stands where it belongs
        return clippedIn(window);
    }

    PseudoTranslator m_pseudo;
};

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
