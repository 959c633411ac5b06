// SPDX-License-Identifier: Apache-2.0
#include "models/emojicatalog.h"

#include <QSet>
#include <QTest>

using namespace Hearth;
using namespace Qt::Literals::StringLiterals;

class TestEmojiCatalog : public QObject
{
    Q_OBJECT

private:
    static QStringList textsOf(const QList<Emoji> &emoji)
    {
        QStringList texts;
        for (const Emoji &one : emoji)
            texts.append(one.text);
        return texts;
    }

    const EmojiCatalog m_english{QLocale(QLocale::English)};

private Q_SLOTS:
    void everyEmojiHasANameAndAShortcodeOfItsOwn()
    {
        QVERIFY(m_english.all().size() > 1'800);
        QSet<QString> shortcodes;
        for (const Emoji &emoji : m_english.all()) {
            QVERIFY2(!emoji.name.isEmpty(), qPrintable(emoji.shortcode));
            shortcodes.insert(emoji.shortcode);
        }
        QCOMPARE(shortcodes.size(), m_english.all().size());
    }

    void theyStandInUnicodesOrderAndGroups()
    {
        const QList<Emoji> &all = m_english.all();
        QCOMPARE(all.first().text, u"😀"_s);
        QVERIFY(std::ranges::is_sorted(all, {}, &Emoji::group));
        QCOMPARE(m_english.find(u"🍎"_s)->group, EmojiGroup::Food);
        QCOMPARE(all.last().group, EmojiGroup::Flags);
    }

    void sequencesAreFullyQualified()
    {
        QCOMPARE(m_english.withShortcode(u"red_heart")->text,
                 u"❤️"_s); // with the sign that asks for colour
        QVERIFY(!m_english.find(u"\u2764"_s));
    }

    void peopleHaveFiveTones()
    {
        const Emoji *thumb = m_english.find(u"👍"_s);
        QCOMPARE(thumb->inTone(SkinTone::None), u"👍"_s);
        QCOMPARE(thumb->inTone(SkinTone::Medium), u"👍🏽"_s);
        QCOMPARE(m_english.find(u"👍🏽"_s), thumb);
        QCOMPARE(m_english.find(u"👩‍🦰"_s)->inTone(SkinTone::Dark), u"👩🏿‍🦰"_s);
        QCOMPARE(m_english.find(u"🍎"_s)->inTone(SkinTone::Dark), u"🍎"_s);
    }

    void whatBeginsWithTheTextIsFoundBeforeWhatHasItInside()
    {
        const QStringList found = textsOf(m_english.search(u"heart"_s));
        QVERIFY(found.indexOf(u"💟"_s) < found.indexOf(u"❤️"_s)); // heart decoration, red heart
        QVERIFY(found.indexOf(u"❤️"_s)
                < found.indexOf(u"🫀"_s)); // anatomical heart, further on in the order
        QCOMPARE(textsOf(m_english.search(u"fire"_s)).first(), u"🔥"_s);
    }

    void keywordsAreFoundAfterNames()
    {
        QCOMPARE(textsOf(m_english.search(u"tada"_s)), QStringList{u"🎉"_s});
        const QStringList found = textsOf(m_english.search(u"party"_s));
        QCOMPARE(found.mid(0, 2), (QStringList{u"🥳"_s, u"🎉"_s})); // partying face, party popper
        QVERIFY(textsOf(m_english.search(u"dessert"_s)).contains(u"🎂"_s));
    }

    void shortcodesAreFoundHoweverTheyAreWritten_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char *typed : {"thumbs_up", "Thumbs up", "thumbsup", "THUMBS-UP"})
            QTest::newRow(typed) << QString::fromLatin1(typed);
    }

    void shortcodesAreFoundHoweverTheyAreWritten()
    {
        QFETCH(QString, typed);
        QCOMPARE(textsOf(m_english.search(typed)).first(), u"👍"_s);
    }

    void namesAreInTheLanguageOfThePersonAndEnglishIsStillFound()
    {
        const EmojiCatalog german{QLocale(QLocale::German)};
        QCOMPARE(german.find(u"🎉"_s)->name, u"Konfettibombe"_s);
        QCOMPARE(textsOf(german.search(u"konfettibomb"_s)), QStringList{u"🎉"_s});
        QVERIFY(textsOf(german.search(u"party_popper"_s)).contains(u"🎉"_s));
        QVERIFY(textsOf(german.search(u"tada"_s)).contains(u"🎉"_s));
    }

    void accentsDoNotCount()
    {
        const EmojiCatalog french{QLocale(QLocale::French)};
        QCOMPARE(textsOf(french.search(u"cœur rouge"_s)).first(), u"❤️"_s);
        QVERIFY(textsOf(french.search(u"fusee"_s)).contains(u"🚀"_s));
    }

    void anotherLanguageGetsEnglishNames()
    {
        const EmojiCatalog japanese{QLocale(QLocale::Japanese)};
        QCOMPARE(japanese.find(u"🎉"_s)->name, u"party popper"_s);
    }

    void nothingIsFoundForNothing()
    {
        QVERIFY(m_english.search({}).isEmpty());
        QVERIFY(m_english.search(u" _ "_s).isEmpty());
        QVERIFY(m_english.search(u"zzzz"_s).isEmpty());
    }

    void searchingIsFastEnoughForEveryKey()
    {
        (void)m_english.search(u"a"_s); // reads the keywords
        QBENCHMARK
        {
            (void)m_english.search(u"e"_s);
        }
    }
};

QTEST_GUILESS_MAIN(TestEmojiCatalog)
#include "tst_emojicatalog.moc"
