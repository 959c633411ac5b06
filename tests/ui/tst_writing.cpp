// SPDX-License-Identifier: Apache-2.0
#include "ui/writing/codestretches.h"
#include "ui/writing/mentions.h"
#include "ui/writing/spellwords.h"
#include "wire/limits.h"

#include <QTest>

using namespace Hearth;
using namespace Qt::Literals::StringLiterals;

// The rules about text that writing follows.
class TestWriting : public QObject
{
    Q_OBJECT

private:
    static User person(const QString &id, const QString &name)
    {
        User user;
        user.id = user.username = id;
        user.displayName = name;
        return user;
    }

    static QStringList cut(const QString &text, const QList<Stretch> &stretches)
    {
        QStringList parts;
        for (const Stretch &stretch : stretches)
            parts.append(text.mid(stretch.start, stretch.length));
        return parts;
    }

    const QList<User> m_people{person(u"ana"_s, u"Ana"_s), person(u"ana2"_s, u"Ana Costa"_s),
                               person(u"oemer"_s, u"Ömer"_s)};

private Q_SLOTS:
    void aFenceIsOpenUntilItIsClosed()
    {
        const QString text = u"a\n```cpp\ncode\n```\nb"_s;
        QVERIFY(!isInOpenFence(text, 1));
        QVERIFY(isInOpenFence(text, 8));
        QVERIFY(isInOpenFence(text, 12));
        QVERIFY(!isInOpenFence(text, text.size() - 2));
        QVERIFY(!isInOpenFence(u"```one line```"_s, 14));
        QVERIFY(!isInOpenFence({}, 0));
    }

    void codeIsFoundInBlocksAndLines()
    {
        const QString text = u"a `b` ``c ` d`` e\n```\n@f\n```\n`g"_s;
        QCOMPARE(cut(text, codeIn(text)),
                 (QStringList{u"`b`"_s, u"``c ` d``"_s, u"```"_s, u"@f"_s, u"```"_s}));
    }

    void theLongestNameIsMentioned()
    {
        QCOMPARE(mentionsIn(u"@ana costa, @Ana"_s, m_people),
                 (QList<Mention>{{u"ana2"_s, 0, 10}, {u"ana"_s, 12, 4}}));
        QCOMPARE(mentionsIn(u"(@omer)"_s, m_people), (QList<Mention>{{u"oemer"_s, 1, 5}}));
    }

    void whatOnlyLooksLikeAMentionIsNone()
    {
        for (const QString &text :
             {u"mail@ana"_s, u"@anabel"_s, u"`@ana`"_s, u"```\n@ana\n```"_s, u"@"_s, u"@ ana"_s})
            QVERIFY2(mentionsIn(text, m_people).isEmpty(), qPrintable(text));
    }

    void noMoreAreMentionedThanTheServerTakes()
    {
        const QString text = u"@ana "_s.repeated(Limits::mentionsPerMessage + 5);
        QCOMPARE(mentionsIn(text, m_people).size(), Limits::mentionsPerMessage);
    }

    void onlyWordsOfALanguageAreChecked()
    {
        const QString line =
            u"Don’t chek `code` @ana :tada: https://a.b/c me@x.org v2 snake_case src/main.cpp Größe"_s;
        QCOMPARE(cut(line, wordsToCheck(line)), (QStringList{u"Don’t"_s, u"chek"_s, u"Größe"_s}));
        QCOMPARE(wordAt(line, {0, 5}), u"Don't"_s);
    }
};

QTEST_GUILESS_MAIN(TestWriting)
#include "tst_writing.moc"
