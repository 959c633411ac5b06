// SPDX-License-Identifier: Apache-2.0
#include "writingfixture.h"

#include <QListView>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

class TestComposerCompletion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WritingFixture>();
        QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window));
    }

    void cleanup() { m_fixture.reset(); }

    void anAtOffersTheOthersOfTheConversation()
    {
        m_fixture->type(u"hello @"_s);
        QVERIFY(popup()->isVisible());
        QCOMPARE(offered(), (QStringList{u"Ana Costa"_s, u"Anaïs Petit"_s, u"Li Wei"_s, u"Ömer Haddad"_s}));
    }

    void namesAreFoundWhateverTheirCaseAndAccents_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("prefix") << u"@an"_s << QStringList{u"Ana Costa"_s, u"Anaïs Petit"_s};
        QTest::newRow("without accents") << u"@ANAI"_s << QStringList{u"Anaïs Petit"_s};
        QTest::newRow("username") << u"@omar"_s << QStringList{u"Ömer Haddad"_s};
        QTest::newRow("display name") << u"@omer"_s << QStringList{u"Ömer Haddad"_s};
        QTest::newRow("with a space") << u"@li w"_s << QStringList{u"Li Wei"_s};
        QTest::newRow("second word") << u"@costa"_s << QStringList{u"Ana Costa"_s};
    }

    void namesAreFoundWhateverTheirCaseAndAccents()
    {
        QFETCH(QString, typed);
        QFETCH(QStringList, names);
        m_fixture->type(typed);
        QCOMPARE(offered(), names);
    }

    void enterPutsTheNameAndTheMessageMentionsThem()
    {
        m_fixture->edit->insertPlainText(u"  👋 "_s);
        m_fixture->type(u"@an"_s);
        m_fixture->press(Qt::Key_Down);
        m_fixture->press(Qt::Key_Return);
        QVERIFY(!popup()->isVisible());
        QCOMPARE(m_fixture->composer->text(), u"  👋 @Anaïs Petit "_s);
        m_fixture->type(u"and @li.wei!"_s);
        QCOMPARE(m_fixture->spy->count(), 0);
        m_fixture->press(Qt::Key_Return);
        QCOMPARE(m_fixture->draft().content, u"👋 @Anaïs Petit and @li.wei!"_s);
        QCOMPARE(m_fixture->draft().mentions,
                 (QList<Mention>{{u"anais"_s, 3, 12}, {u"li.wei"_s, 20, 7}})); // two code units are the hand
    }

    void tabAcceptsAndEscClosesUntilTheNextWord()
    {
        m_fixture->type(u"@li"_s);
        m_fixture->press(Qt::Key_Escape);
        QVERIFY(!popup()->isVisible());
        m_fixture->type(u" w"_s);
        QVERIFY(!popup()->isVisible());
        m_fixture->type(u" @li"_s);
        QVERIFY(popup()->isVisible());
        m_fixture->press(Qt::Key_Tab);
        QCOMPARE(m_fixture->composer->text(), u"@li w @Li Wei "_s);
        QVERIFY(m_fixture->edit->hasFocus());
    }

    void escClosesTheSuggestionsBeforeItEndsTheReply()
    {
        Message message;
        message.id = u"m1"_s;
        m_fixture->composer->reply(message, u"Ana"_s);
        m_fixture->type(u"@li"_s);
        m_fixture->press(Qt::Key_Escape);
        QVERIFY(!popup()->isVisible());
        QCOMPARE(m_fixture->composer->replyTo(), u"m1"_s);
        m_fixture->press(Qt::Key_Escape);
        QVERIFY(m_fixture->composer->replyTo().isEmpty());
    }

    void aColonOffersEmojiFromTwoLettersOn()
    {
        m_fixture->type(u"so :r"_s);
        QVERIFY(!popup()->isVisible());
        m_fixture->type(u"ocket"_s);
        QVERIFY(popup()->isVisible());
        m_fixture->press(Qt::Key_Return);
        QCOMPARE(m_fixture->composer->text(), u"so 🚀 "_s);
    }

    void theToneOfSkinIsThePreferredOne()
    {
        m_fixture->settings.setSkinTone(SkinTone::Dark);
        m_fixture->type(u":thumbsup"_s);
        m_fixture->press(Qt::Key_Return);
        QCOMPARE(m_fixture->composer->text(), u"👍🏿 "_s);
    }

    void whatIsNoWordOffersNothing_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char *typed : {"at 10:30", "me@ana", "http://ana", "`@ana", ": an", "x /mu", "@nobody"})
            QTest::newRow(typed) << QString::fromLatin1(typed);
    }

    void whatIsNoWordOffersNothing()
    {
        QFETCH(QString, typed);
        m_fixture->composer->setCommands({{u"mute"_s, u"Mute"_s}});
        if (typed.startsWith(u'`')) {
            m_fixture->edit->setPlainText(typed + u'`');
            m_fixture->edit->moveCursor(QTextCursor::End);
            m_fixture->press(Qt::Key_Left);
        } else {
            m_fixture->type(typed);
        }
        QVERIFY(!popup()->isVisible());
    }

    void aSlashAtTheBeginningOffersCommands()
    {
        const QSignalSpy asked(m_fixture->composer, &Composer::commandRequested);
        m_fixture->composer->setCommands({{u"mute"_s, u"Mute"_s}, {u"pin"_s, u"Pin"_s}});
        m_fixture->type(u"/"_s);
        QCOMPARE(offered(), (QStringList{u"/mute"_s, u"/pin"_s}));
        m_fixture->type(u"p"_s);
        m_fixture->press(Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().toString(), u"pin"_s);
        QVERIFY(m_fixture->composer->text().isEmpty());
        QCOMPARE(m_fixture->spy->count(), 0);
    }

    void atMostEightAreSeenAndArrowsGoRoundTheEnds()
    {
        m_fixture->type(u":face"_s);
        QVERIFY(popup()->height() <= 8 * 36 + 8);
        m_fixture->press(Qt::Key_Up);
        QCOMPARE(list()->currentIndex().row(), list()->model()->rowCount() - 1);
        m_fixture->press(Qt::Key_Down);
        QCOMPARE(list()->currentIndex().row(), 0);
    }

    void thePopupStandsAboveTheCaretAndLeavesWithTheFocus()
    {
        m_fixture->type(u"hello @"_s);
        const int caret = m_fixture->edit->viewport()->mapTo(&m_fixture->window, QPoint(0, 0)).y();
        QVERIFY(popup()->geometry().bottom() < caret);
        QVERIFY(m_fixture->window.rect().contains(popup()->geometry()));
        m_fixture->edit->clearFocus();
        QVERIFY(!popup()->isVisible());
    }

    void thePopupFollowsTheWindowAndTheComposer()
    {
        const auto follows = [this] {
            const QRect composer = m_fixture->composer->geometry();
            return popup()->geometry().bottom() < composer.top()
                && popup()->geometry().bottom() > composer.top() - 20
                && m_fixture->window.rect().contains(popup()->geometry());
        };
        m_fixture->type(u"hello @"_s);
        QVERIFY(follows());
        m_fixture->window.resize(450, 400);
        QTRY_VERIFY(follows());
        m_fixture->window.setLayoutDirection(Qt::RightToLeft);
        QTRY_VERIFY(popup()->geometry().right() > 225);
        m_fixture->press(Qt::Key_Backspace);
        m_fixture->edit->insertPlainText(u"\n\n"_s);
        m_fixture->type(u"@"_s);
        QTRY_VERIFY(follows());
    }

    void aScreenReaderLearnsOfTheSuggestion()
    {
        m_fixture->type(u"@li"_s);
        QVERIFY(m_fixture->edit->accessibleDescription().contains(u"Li Wei"_s));
        m_fixture->press(Qt::Key_Escape);
        QVERIFY(m_fixture->edit->accessibleDescription().isEmpty());
    }

private:
    QWidget *popup() { return m_fixture->window.findChild<QWidget *>(u"completionPopup"_s); }
    QListView *list() { return popup()->findChild<QListView *>(); }

    QStringList offered()
    {
        QStringList titles;
        for (int row = 0; popup()->isVisible() && row < list()->model()->rowCount(); ++row)
            titles.append(list()->model()->index(row, 0).data().toString());
        return titles;
    }

    std::unique_ptr<WritingFixture> m_fixture;
};

QTEST_MAIN(TestComposerCompletion)
#include "tst_composercompletion.moc"
