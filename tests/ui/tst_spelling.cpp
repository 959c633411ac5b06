// SPDX-License-Identifier: Apache-2.0
#include "misspelt.h"
#include "platform/hunspellchecker.h"
#include "ui/writing/spellinghighlighter.h"
#include "writingfixture.h"

#include <QFile>
#include <QMenu>
#include <QTextBlock>
#include <QTextLayout>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class TestSpelling : public QObject
{
    Q_OBJECT

private:
    static void waitUntilRead(HunspellChecker &checker)
    {
        QSignalSpy changed(&checker, &SpellChecker::changed);
        QVERIFY(checker.isRight(u"chek"_s)); // until the dictionaries are read
        QVERIFY(changed.wait());
    }

    static void write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    QStringList wrong() { return misspeltIn(*m_fixture->edit); }

    QMenu *menuAt(int position)
    {
        QTextCursor cursor(m_fixture->edit->document());
        cursor.setPosition(position);
        const QPoint place = m_fixture->edit->cursorRect(cursor).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, m_fixture->edit->mapToGlobal(place));
        QApplication::sendEvent(m_fixture->edit->viewport(), &event);
        return m_fixture->edit->findChild<QMenu *>(u"composerMenu"_s);
    }

    static QAction *actionOf(const QMenu *menu, const QString &text)
    {
        for (QAction *action : menu->actions()) {
            if (action->text() == text)
                return action;
            if (action->menu())
                if (QAction *inside = actionOf(action->menu(), text))
                    return inside;
        }
        return nullptr;
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WritingFixture>();
        m_fixture->spelling.wrong = {{u"teh"_s, {u"the"_s, u"tea"_s}}, {u"Hearthy"_s, {}}};
        QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window));
    }

    void cleanup() { m_fixture.reset(); }

    void aRealDictionaryKnowsItsWords()
    {
        HunspellChecker checker;
        QVERIFY2(checker.available().contains(u"en_US"_s), "install hunspell-en-us");
        checker.setLanguages({u"en_US"_s});
        waitUntilRead(checker);
        QVERIFY(checker.isRight(u"check"_s));
        QVERIFY(checker.isRight(u"don't"_s));
        QVERIFY(!checker.isRight(u"chek"_s));
        QVERIFY(checker.suggestions(u"chek"_s).contains(u"check"_s));
    }

    void complaint16_aWordIsRightIfAnyOfSeveralLanguagesHasIt()
    {
        QTemporaryDir folder;
        write(folder.filePath(u"xx_XX.aff"_s), "SET ISO8859-1\n");
        write(folder.filePath(u"xx_XX.dic"_s),
              "1\nGr\xf6\xdf"
              "e\n"); // Größe in Latin-1
        HunspellChecker checker(QStringList{folder.path()} + HunspellChecker::usualFolders());
        checker.setLanguages({u"en_US"_s, u"xx_XX"_s});
        waitUntilRead(checker);
        QVERIFY(checker.isRight(u"Größe"_s));
        QVERIFY(checker.isRight(u"size"_s));
        QVERIFY(!checker.isRight(u"grootte"_s));
        QVERIFY(!checker.isRight(u"размер"_s)); // not in the encoding of either

        checker.setLanguages({u"en_US"_s});
        waitUntilRead(checker);
        QVERIFY(!checker.isRight(u"Größe"_s));
        checker.setLanguages({});
        QVERIFY(checker.isRight(u"Größe"_s));
    }

    void ownWordsAreRight()
    {
        HunspellChecker checker;
        checker.setLanguages({u"en_US"_s});
        waitUntilRead(checker);
        QVERIFY(!checker.isRight(u"Hearthy"_s));
        checker.setOwnWords({u"hearthy"_s});
        QVERIFY(checker.isRight(u"Hearthy"_s));
    }

    void aComputersLanguagesChooseTheDictionaries()
    {
        const QStringList available{u"de_AT"_s, u"de_DE"_s, u"en_GB"_s, u"en_US"_s};
        QCOMPARE(languagesFor({u"de-DE"_s, u"de"_s, u"en-US"_s, u"en"_s}, available),
                 (QStringList{u"de_DE"_s, u"en_US"_s}));
        QCOMPARE(languagesFor({u"en-ZA"_s}, available), QStringList{u"en_GB"_s});
        QVERIFY(languagesFor({u"ja-JP"_s}, available).isEmpty());
    }

    void wrongWordsAreUnderlinedOnceTheyAreFinished()
    {
        m_fixture->type(u"in teh"_s);
        QVERIFY(wrong().isEmpty());
        m_fixture->type(u" house"_s);
        QTRY_COMPARE(wrong(), QStringList{u"teh"_s});
    }

    void codeIsNotChecked()
    {
        m_fixture->edit->setPlainText(u"teh\n```\nteh\n```\n`teh` @teh"_s);
        QTRY_COMPARE(wrong(), QStringList{u"teh"_s});
    }

    void underliningIsNoEdit()
    {
        m_fixture->type(u"teh "_s);
        QTRY_COMPARE(wrong().size(), 1);
        const QSignalSpy edits(m_fixture->composer, &Composer::textEdited);
        m_fixture->spelling.setOwnWords({u"teh"_s});
        QTRY_VERIFY(wrong().isEmpty());
        QCOMPARE(edits.count(), 0);
    }

    // However short the turns are in which it is checked.
    void aLongTextIsCheckedToItsEnd()
    {
        QTextEdit edit;
        const SpellingHighlighter highlighter(edit, m_fixture->spelling, m_fixture->theme, 0ms);
        edit.setPlainText(u"some words that are right, and then teh "_s.repeated(240));
        QCOMPARE(misspeltIn(edit).size(), 6); // of the first fifty words
        QTRY_COMPARE(misspeltIn(edit).size(), 240);
    }

    void theMenuOffersWhatWasMeant()
    {
        m_fixture->edit->setPlainText(u"in teh house"_s);
        QMenu *menu = menuAt(4);
        QVERIFY(menu);
        QCOMPARE(menu->actions().first()->text(), u"the"_s);
        menu->actions().first()->trigger();
        QCOMPARE(m_fixture->composer->text(), u"in the house"_s);
    }

    void aWordCanBeAddedToTheDictionary()
    {
        m_fixture->edit->setPlainText(u"Hearthy house"_s);
        QTRY_COMPARE(wrong(), QStringList{u"Hearthy"_s});
        QMenu *menu = menuAt(2);
        QVERIFY(!menu->actions().first()->isEnabled()); // nothing to suggest
        actionOf(menu, u"Add to dictionary"_s)->trigger();
        QTRY_VERIFY(wrong().isEmpty());
        QCOMPARE(m_fixture->settings.spellingWords(), QStringList{u"Hearthy"_s});
    }

    void complaint16_languagesAreChosenBesideThatOfTheComputerAndKept()
    {
        QCOMPARE(m_fixture->spelling.languages, QStringList{u"en_US"_s});
        QAction *german = actionOf(menuAt(0), u"German (de_DE)"_s);
        QVERIFY(german && !german->isChecked());
        german->trigger();
        QCOMPARE(m_fixture->spelling.languages, (QStringList{u"en_US"_s, u"de_DE"_s}));
        QCOMPARE(m_fixture->settings.spellingLanguages(), (QStringList{u"en_US"_s, u"de_DE"_s}));
    }

    void theMenuTurnsSpellingOff()
    {
        m_fixture->edit->setPlainText(u"in teh house"_s);
        actionOf(menuAt(10), u"Check while typing"_s)->trigger();
        QVERIFY(m_fixture->spelling.languages.isEmpty());
        QTRY_VERIFY(wrong().isEmpty());
        QVERIFY(!m_fixture->settings.spelling());
    }

private:
    std::unique_ptr<WritingFixture> m_fixture;
};

QTEST_MAIN(TestSpelling)
#include "tst_spelling.moc"
