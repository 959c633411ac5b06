// SPDX-License-Identifier: Apache-2.0
#include "core/searchtext.h"

#include <QTest>

using namespace Hearth;
using namespace Qt::Literals::StringLiterals;

class TestSearchText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsPhrasesAndFiltersAreToldApart()
    {
        QCOMPARE(typedParts(u"plan \"next week\" from:ana -in:\"Platform team\" -draft HAS:image"),
                 (QList<SearchPart>{{{}, u"plan"_s},
                                    {{}, u"next week"_s, false, true},
                                    {u"from"_s, u"ana"_s},
                                    {u"in"_s, u"Platform team"_s, true},
                                    {{}, u"draft"_s, true},
                                    {u"has"_s, u"image"_s}}));
    }

    void whatIsHalfTypedIsNoFilter()
    {
        QCOMPARE(typedParts(u"from: "), QList<SearchPart>());
        QCOMPARE(typedParts(u"- \"open"), (QList<SearchPart>{{{}, u"-"_s}, {{}, u"open"_s, false, true}}));
        QCOMPARE(typedParts(u"see https://example.org"),
                 (QList<SearchPart>{{{}, u"see"_s}, {{}, u"https://example.org"_s}}));
        QCOMPARE(typedParts(u"note:this \u201copen door\u201d"),
                 (QList<SearchPart>{{{}, u"note:this"_s}, {{}, u"open door"_s, false, true}}));
    }

    void whatIsWrittenBackReadsAsTheSame()
    {
        for (const QString &text :
             {u"plan \"next week\" from:ana"_s, u"-in:\"Platform team\" before:2026-01-02"_s})
            QCOMPARE(searchText(typedParts(text)), text);
    }

    void wordsAreHighlightedWhereTheyBeginWhateverTheirCaseAndAccents()
    {
        const auto places = [](const QString &query, const QString &text) {
            QStringList found;
            for (const Highlight &h : highlightsOf(typedParts(query), text))
                found << text.mid(h.offset, h.length);
            return found;
        };
        QCOMPARE(places(u"cafe"_s, u"The Café, not decafé; CAFETERIA"_s),
                 (QStringList{u"Café"_s, u"CAFE"_s}));
        QCOMPARE(places(u"会い"_s, u"東京で会いましょう"_s), QStringList{u"会い"_s});
        QCOMPARE(places(u"-tea from:me"_s, u"tea from me"_s), QStringList());
        QCOMPARE(places(u"🙂"_s, u"well 🙂 done"_s), QStringList{u"🙂"_s});
    }
};

QTEST_GUILESS_MAIN(TestSearchText)
#include "tst_searchtext.moc"
