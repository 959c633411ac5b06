// SPDX-License-Identifier: Apache-2.0
#include "ui/composer.h"

#include "ui/composeredit.h"
#include "ui/theme.h"
#include "wire/limits.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace Hearth;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class TestComposer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_composer = std::make_unique<Composer>(m_theme);
        m_composer->resize(500, 44);
        m_composer->show();
        QVERIFY(QTest::qWaitForWindowActive(m_composer.get()));
        m_edit = m_composer->findChild<ComposerEdit *>();
        m_edit->setFocus();
        m_sent = std::make_unique<QSignalSpy>(m_composer.get(), &Composer::sendRequested);
    }

    void cleanup() { m_composer.reset(); }

    void enterSendsAndEmptiesTheField()
    {
        QTest::keyClicks(m_edit, u"hello"_s);
        QTest::keyClick(m_edit, Qt::Key_Return);
        QCOMPARE(m_sent->count(), 1);
        QCOMPARE(m_sent->first().first().toString(), u"hello"_s);
        QVERIFY(m_composer->text().isEmpty());
    }

    void shiftEnterBeginsALine()
    {
        QTest::keyClicks(m_edit, u"one"_s);
        QTest::keyClick(m_edit, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(m_edit, u"two"_s);
        QCOMPARE(m_sent->count(), 0);
        QCOMPARE(m_composer->text(), u"one\ntwo"_s);
    }

    void enterWhileAnInputMethodComposesDoesNotSend()
    {
        QTest::keyClicks(m_edit, u"a"_s);
        QInputMethodEvent composing(u"にほ"_s, {});
        QApplication::sendEvent(m_edit, &composing);
        QTest::keyClick(m_edit, Qt::Key_Return);
        QCOMPARE(m_sent->count(), 0);

        QInputMethodEvent commit;
        commit.setCommitString(u"日本"_s);
        QApplication::sendEvent(m_edit, &commit);
        QTest::keyClick(m_edit, Qt::Key_Return);
        QCOMPARE(m_sent->count(), 1);
        QCOMPARE(m_sent->first().first().toString(), u"a日本"_s);
    }

    void blankTextIsNotSent()
    {
        QTest::keyClicks(m_edit, u"   "_s);
        QTest::keyClick(m_edit, Qt::Key_Return);
        QCOMPARE(m_sent->count(), 0);
    }

    void theCounterAppearsWhenATenthIsLeft()
    {
        auto *count = m_composer->findChild<QLabel *>(u"composerCount"_s);
        m_edit->setPlainText(QString(Limits::contentCodePoints * 9 / 10, u'x'));
        QVERIFY(!count->isVisible());
        m_edit->setPlainText(QString(Limits::contentCodePoints * 9 / 10 + 1, u'x'));
        QVERIFY(count->isVisible());
        QCOMPARE(count->text(), QLocale().toString(Limits::contentCodePoints / 10 - 1));
    }

    void whatIsTooLongIsRefusedWithWordsAndKept()
    {
        m_edit->setPlainText(QString(Limits::contentCodePoints + 3, u'x'));
        QTest::keyClick(m_edit, Qt::Key_Return);
        auto *refusal = m_composer->findChild<QLabel *>(u"composerRefusal"_s);
        QCOMPARE(m_sent->count(), 0);
        QVERIFY(refusal->isVisible());
        QVERIFY(refusal->text().contains(u"3 characters"_s));
        QCOMPARE(m_composer->text().size(), Limits::contentCodePoints + 3);

        m_edit->setPlainText(u"short"_s);
        QVERIFY(!refusal->isVisible());
    }

    void theLimitCountsCodePoints()
    {
        m_edit->setPlainText(u"😀"_s.repeated(Limits::contentCodePoints));
        QTest::keyClick(m_edit, Qt::Key_Return);
        QCOMPARE(m_sent->count(), 1);
    }

    void aDraftIsShownWithoutTypingNoticesOrEdits()
    {
        const QSignalSpy typing(m_composer.get(), &Composer::typingChanged);
        const QSignalSpy edited(m_composer.get(), &Composer::textEdited);
        m_composer->setText(u"half a thought"_s);
        QCOMPARE(m_composer->text(), u"half a thought"_s);
        QCOMPARE(typing.count(), 0);
        QCOMPARE(edited.count(), 0);
        QTest::keyClicks(m_edit, u"!"_s);
        QCOMPARE(m_composer->text(), u"half a thought!"_s);
        QCOMPARE(edited.count(), 1);
    }

    void typingBeginsWithTheFirstKeyAndEndsWhenSent()
    {
        QSignalSpy typing(m_composer.get(), &Composer::typingChanged);
        QTest::keyClicks(m_edit, u"hello"_s);
        QCOMPARE(typing.count(), 1);
        QCOMPARE(typing.takeFirst().first().toBool(), true);
        QTest::keyClick(m_edit, Qt::Key_Return);
        QCOMPARE(typing.count(), 1);
        QCOMPARE(typing.takeFirst().first().toBool(), false);
    }

    void typingEndsWhenTheFieldIsLeftOrEmptied()
    {
        QSignalSpy typing(m_composer.get(), &Composer::typingChanged);
        QTest::keyClicks(m_edit, u"a"_s);
        m_edit->clearFocus();
        QCOMPARE(typing.count(), 2);
        m_edit->setFocus();
        QTest::keyClicks(m_edit, u"b"_s);
        m_edit->clear();
        QCOMPARE(typing.count(), 4);
        QCOMPARE(typing.last().first().toBool(), false);
    }

    void typingEndsAfterAPause()
    {
        TypingNotice notice(1ms);
        QSignalSpy typing(&notice, &TypingNotice::typingChanged);
        notice.keyPressed();
        QTRY_COMPARE(typing.count(), 2);
        QCOMPARE(typing.last().first().toBool(), false);
    }

    void theFieldGrowsByLinesToItsLimit()
    {
        QCOMPARE(m_composer->height(), 44);
        QTest::keyClick(m_edit, Qt::Key_Return, Qt::ShiftModifier);
        const int twoLines = m_composer->height();
        QVERIFY(twoLines > 44);
        m_edit->setPlainText(u"line\n"_s.repeated(40));
        QCOMPARE(m_composer->height(), 220);
        m_composer->setRoom(300);
        QCOMPARE(m_composer->height(), 120);
        m_edit->clear();
        QCOMPARE(m_composer->height(), 44);
    }

    void pastedTextIsPlain()
    {
        auto *rich = new QMimeData;
        rich->setHtml(u"<b>bold</b>"_s);
        rich->setText(u"bold"_s);
        QGuiApplication::clipboard()->setMimeData(rich);
        m_edit->paste();
        QCOMPARE(m_composer->text(), u"bold"_s);
        QVERIFY(!m_edit->toHtml().contains(u"font-weight:700"_s));
    }

private:
    Theme m_theme{Theme::Appearance::Light};
    std::unique_ptr<Composer> m_composer;
    std::unique_ptr<QSignalSpy> m_sent;
    ComposerEdit *m_edit = nullptr;
};

QTEST_MAIN(TestComposer)
#include "tst_composer.moc"
