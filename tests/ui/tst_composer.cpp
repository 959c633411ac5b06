// SPDX-License-Identifier: Apache-2.0
#include "writingfixture.h"

#include "wire/limits.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class TestComposer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WritingFixture>();
        QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window));
        m_composer = m_fixture->composer;
        m_edit = m_fixture->edit;
        m_sent = m_fixture->spy.get();
    }

    void cleanup() { m_fixture.reset(); }

    void enterSendsAndEmptiesTheField()
    {
        QTest::keyClicks(m_edit, u"hello"_s);
        QTest::keyClick(m_edit, Qt::Key_Return);
        QCOMPARE(m_sent->count(), 1);
        QCOMPARE(m_fixture->draft().content, u"hello"_s);
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
        QCOMPARE(m_fixture->draft().content, u"a日本"_s);
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
        const QSignalSpy typing(m_composer, &Composer::typingChanged);
        const QSignalSpy edited(m_composer, &Composer::textEdited);
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
        QSignalSpy typing(m_composer, &Composer::typingChanged);
        QTest::keyClicks(m_edit, u"hello"_s);
        QCOMPARE(typing.count(), 1);
        QCOMPARE(typing.takeFirst().first().toBool(), true);
        QTest::keyClick(m_edit, Qt::Key_Return);
        QCOMPARE(typing.count(), 1);
        QCOMPARE(typing.takeFirst().first().toBool(), false);
    }

    void typingEndsWhenTheFieldIsLeftOrEmptied()
    {
        QSignalSpy typing(m_composer, &Composer::typingChanged);
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

    void ctrlEnterAlwaysSends()
    {
        m_fixture->type(u"hello"_s);
        m_fixture->press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_sent->count(), 1);
    }

    void whoeverWantsItSendsWithCtrlEnterOnly()
    {
        m_fixture->settings.setSendWithCtrlEnter(true);
        m_fixture->type(u"one"_s);
        m_fixture->press(Qt::Key_Return);
        m_fixture->type(u"two"_s);
        QCOMPARE(m_sent->count(), 0);
        m_fixture->press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_fixture->draft().content, u"one\ntwo"_s);
    }

    void enterInAnOpenBlockOfCodeBeginsALine()
    {
        for (const QString &line : {u"```cpp"_s, u"int i;"_s, u"```"_s}) {
            QCOMPARE(m_sent->count(), 0);
            m_fixture->type(line);
            m_fixture->press(Qt::Key_Return);
        }
        QCOMPARE(m_fixture->draft().content, u"```cpp\nint i;\n```"_s);
    }

    void aReplyNamesTheMessageThatItAnswers()
    {
        m_composer->reply(message(), u"Ana"_s);
        QCOMPARE(m_composer->replyTo(), u"m1"_s);
        QVERIFY(contextBar()->isVisible());
        QCOMPARE(m_composer->findChild<QLabel *>(u"contextTitle"_s)->text(), u"Reply to Ana"_s);
        QCOMPARE(m_composer->findChild<QLabel *>(u"contextLine"_s)->text(), u"Lunch? At one"_s);
        m_fixture->type(u"yes"_s);
        m_fixture->press(Qt::Key_Return);
        QCOMPARE(m_fixture->draft().replyToId, std::optional(u"m1"_s));
        QVERIFY(!contextBar()->isVisible());

        m_fixture->type(u"and another thing"_s);
        m_fixture->press(Qt::Key_Return);
        QVERIFY(!m_fixture->draft().replyToId);
    }

    void whatIsAnsweredStandsBesideTheIconWhateverItsDirection()
    {
        m_composer->reply(message(), u"Ana"_s);
        const auto *title = m_composer->findChild<QLabel *>(u"contextTitle"_s);
        QVERIFY(title->alignment().testFlag(Qt::AlignLeft));
        m_composer->setLayoutDirection(Qt::RightToLeft);
        QVERIFY(title->alignment().testFlag(Qt::AlignRight));
        QVERIFY(title->alignment().testFlag(Qt::AlignAbsolute));
    }

    void escEndsTheReplyAndKeepsTheText()
    {
        m_fixture->type(u"yes"_s);
        m_composer->reply(message(), u"Ana"_s);
        m_fixture->press(Qt::Key_Escape);
        QVERIFY(!contextBar()->isVisible());
        QVERIFY(m_composer->replyTo().isEmpty());
        QCOMPARE(m_composer->text(), u"yes"_s);
    }

    void anEditGivesTheDraftBack()
    {
        QSignalSpy edits(m_composer, &Composer::editRequested);
        m_fixture->type(u"half a thought"_s);
        m_composer->edit(message());
        QCOMPARE(m_composer->text(), u"Lunch?\nAt one"_s);
        QCOMPARE(m_composer->draft(), u"half a thought"_s);
        m_fixture->type(u", @ana costa"_s);
        m_fixture->press(Qt::Key_Escape); // the suggestions
        m_fixture->press(Qt::Key_Return);
        QCOMPARE(edits.count(), 1);
        QCOMPARE(edits.first().at(0).toString(), u"m1"_s);
        QCOMPARE(edits.first().at(1).toString(), u"Lunch?\nAt one, @ana costa"_s);
        QCOMPARE(edits.first().at(2).value<QList<Mention>>(), (QList<Mention>{{u"ana"_s, 15, 10}}));
        QCOMPARE(m_composer->text(), u"half a thought"_s);
        QCOMPARE(m_sent->count(), 0);
    }

    void escDuringAnEditChangesNothing()
    {
        const QSignalSpy edits(m_composer, &Composer::editRequested);
        m_composer->reply(message(), u"Ana"_s);
        m_fixture->type(u"a draft"_s);
        m_composer->edit(message());
        m_fixture->type(u" or so"_s);
        m_fixture->press(Qt::Key_Escape);
        QCOMPARE(m_composer->text(), u"a draft"_s);
        QCOMPARE(m_composer->replyTo(), u"m1"_s);
        QCOMPARE(edits.count(), 0);
    }

    void anEditThatChangesNothingIsNotSent()
    {
        const QSignalSpy edits(m_composer, &Composer::editRequested);
        m_composer->edit(message());
        m_fixture->press(Qt::Key_Return);
        QCOMPARE(edits.count(), 0);
        QVERIFY(!contextBar()->isVisible());
    }

    void nobodyIsToldOfTypingInAnEdit()
    {
        const QSignalSpy typing(m_composer, &Composer::typingChanged);
        m_composer->edit(message());
        m_fixture->type(u"!"_s);
        QCOMPARE(typing.count(), 0);
    }

    void upInTheEmptyFieldAsksForTheLastMessage()
    {
        const QSignalSpy asked(m_composer, &Composer::editLastRequested);
        m_fixture->press(Qt::Key_Up);
        QCOMPARE(asked.count(), 1);
        m_fixture->type(u"a"_s);
        m_fixture->press(Qt::Key_Up);
        QCOMPARE(asked.count(), 1);
    }

    void anotherConversationBeginsWithoutReply()
    {
        m_composer->reply(message(), u"Ana"_s);
        m_composer->setText(u"its own draft"_s);
        QVERIFY(m_composer->replyTo().isEmpty());
    }

    void keysMarkTheSelection_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("marked");
        QTest::newRow("bold") << int((Qt::CTRL | Qt::Key_B).toCombined()) << u"say **hello** now"_s;
        QTest::newRow("italic") << int((Qt::CTRL | Qt::Key_I).toCombined()) << u"say *hello* now"_s;
        QTest::newRow("code") << int((Qt::CTRL | Qt::Key_E).toCombined()) << u"say `hello` now"_s;
        QTest::newRow("strike") << int((Qt::CTRL | Qt::SHIFT | Qt::Key_X).toCombined())
                                << u"say ~~hello~~ now"_s;
        QTest::newRow("quote") << int((Qt::CTRL | Qt::SHIFT | Qt::Key_9).toCombined())
                               << u"> say hello now"_s;
    }

    void keysMarkTheSelection()
    {
        QFETCH(int, key);
        QFETCH(QString, marked);
        m_edit->setPlainText(u"say hello now"_s);
        QTextCursor cursor = m_edit->textCursor();
        cursor.setPosition(4);
        cursor.setPosition(10, QTextCursor::KeepAnchor); // with the blank behind it
        m_edit->setTextCursor(cursor);
        const auto keys = QKeyCombination::fromCombined(key);
        m_fixture->press(keys.key(), keys.keyboardModifiers());
        QCOMPARE(m_composer->text(), marked);
        m_fixture->press(keys.key(), keys.keyboardModifiers());
        QCOMPARE(m_composer->text(), u"say hello now"_s);
        m_edit->undo();
        QCOMPARE(m_composer->text(), marked);
    }

    void aMarkWithoutSelectionIsTypedInto()
    {
        m_fixture->press(Qt::Key_B, Qt::ControlModifier);
        m_fixture->type(u"bold"_s);
        QCOMPARE(m_composer->text(), u"**bold**"_s);
    }

    void theEmojiButtonPutsOneWhereTheCaretIs()
    {
        m_edit->setPlainText(u"ab"_s);
        m_edit->moveCursor(QTextCursor::Start);
        m_edit->moveCursor(QTextCursor::Right);
        QTest::mouseClick(m_composer->findChild<QAbstractButton *>(u"emojiButton"_s), Qt::LeftButton);
        auto *field = m_composer->findChild<QLineEdit *>(u"emojiField"_s);
        QTRY_VERIFY(field && field->hasFocus());
        QTest::keyClicks(field, u"rocket"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(m_composer->text(), u"a🚀b"_s);
    }

    void cellsOfASpreadsheetStayText()
    {
        auto *cells = new QMimeData;
        cells->setHtml(u"<table><tr><td>1</td><td>2</td></tr></table>"_s);
        cells->setText(u"1\t2"_s);
        cells->setImageData(QImage(8, 8, QImage::Format_RGB32));
        QGuiApplication::clipboard()->setMimeData(cells);
        m_edit->paste();
        QCOMPARE(m_composer->text(), u"1\t2"_s);
    }

private:
    static Message message()
    {
        Message message;
        message.id = u"m1"_s;
        message.content = u"Lunch?\nAt one"_s;
        return message;
    }

    QWidget *contextBar() { return m_composer->findChild<QWidget *>(u"contextBar"_s); }

    std::unique_ptr<WritingFixture> m_fixture;
    Composer *m_composer = nullptr;
    ComposerEdit *m_edit = nullptr;
    const QSignalSpy *m_sent = nullptr;
};

QTEST_MAIN(TestComposer)
#include "tst_composer.moc"
