// SPDX-License-Identifier: Apache-2.0
#include "services/messagerules.h"
#include "util/uuid.h"
#include "wire/limits.h"

#include <QTest>

using namespace Hearth;
using namespace Qt::Literals::StringLiterals;

class TestMessageRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_draft = {};
        m_draft.content = u"Hi \U0001F525 @li and @jo"_s; // the flame takes two code units: @li starts at 6
    }

    void acceptsATextWithMentions()
    {
        m_draft.mentions = {{u"jo"_s, 14, 3}, {u"li"_s, 6, 3}};
        QVERIFY(checkDraft(m_draft, conversation()));
    }

    void acceptsAMentionThatEndsWithTheText()
    {
        m_draft.mentions = {{u"jo"_s, int(m_draft.content.size()) - 3, 3}};
        QVERIFY(checkDraft(m_draft, conversation()));
    }

    void attack40_refusesMentionsThatDoNotFitTheText_data()
    {
        QTest::addColumn<QList<Mention>>("mentions");
        QTest::addColumn<QString>("pointer");
        QTest::newRow("behind the end") << QList<Mention>{{u"li"_s, 17, 1}} << u"/mentions/0/offset"_s;
        QTest::newRow("over the end") << QList<Mention>{{u"li"_s, 14, 4}} << u"/mentions/0/offset"_s;
        QTest::newRow("empty") << QList<Mention>{{u"li"_s, 3, 0}} << u"/mentions/0/offset"_s;
        QTest::newRow("int overflow")
            << QList<Mention>{{u"li"_s, 2147483647, 2147483647}} << u"/mentions/0/offset"_s;
        QTest::newRow("starts inside a character")
            << QList<Mention>{{u"li"_s, 4, 2}} << u"/mentions/0/offset"_s;
        QTest::newRow("ends inside a character")
            << QList<Mention>{{u"li"_s, 2, 2}} << u"/mentions/0/offset"_s;
        QTest::newRow("overlapping") << QList<Mention>{{u"li"_s, 6, 3}, {u"jo"_s, 8, 3}} << u"/mentions"_s;
        QTest::newRow("twice the same") << QList<Mention>{{u"li"_s, 6, 3}, {u"jo"_s, 6, 3}} << u"/mentions"_s;
        QTest::newRow("a stranger") << QList<Mention>{{u"eve"_s, 6, 3}} << u"/mentions/0/user_id"_s;
        QTest::newRow("too many") << QList<Mention>(Limits::mentionsPerMessage + 1, {u"li"_s, 0, 1})
                                  << u"/mentions"_s;
    }

    void attack40_refusesMentionsThatDoNotFitTheText()
    {
        QFETCH(QList<Mention>, mentions);
        QFETCH(QString, pointer);
        m_draft.mentions = mentions;
        const auto checked = checkDraft(m_draft, conversation());
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, ErrorCode::InvalidField);
        QCOMPARE(checked.error().pointer, pointer);
    }

    void attack45_countsCodePointsAndNotCodeUnits()
    {
        m_draft.content = u"\U0001F525"_s.repeated(Limits::contentCodePoints);
        QVERIFY(checkDraft(m_draft, conversation()));
        m_draft.content += u'x';
        QCOMPARE(checkDraft(m_draft, conversation()).error().pointer, u"/content"_s);
    }

    void attachmentsReplaceTextAndAreFewAndDistinct()
    {
        m_draft.content.clear();
        QVERIFY(!checkDraft(m_draft, conversation()));
        for (int i = 0; i < Limits::attachmentsPerMessage; ++i)
            m_draft.attachmentIds += uuidV7();
        QVERIFY(checkDraft(m_draft, conversation()));
        m_draft.attachmentIds[7] = m_draft.attachmentIds[3];
        QCOMPARE(checkDraft(m_draft, conversation()).error().pointer, u"/attachment_ids/7"_s);
        m_draft.attachmentIds[7] = uuidV7();
        m_draft.attachmentIds += uuidV7();
        QCOMPARE(checkDraft(m_draft, conversation()).error().pointer, u"/attachment_ids"_s);
    }

    void refusesMetadataThatIsTooLarge()
    {
        m_draft.metadata = {{u"x"_s, QString(Limits::metadataBytes, u'x')}};
        QCOMPARE(checkDraft(m_draft, conversation()).error().pointer, u"/metadata"_s);
    }

private:
    static ConversationState conversation()
    {
        ConversationState state;
        for (const UserId &user : {u"ana"_s, u"li"_s, u"jo"_s})
            state.members.insert(user, {user});
        return state;
    }

    MessageDraft m_draft;
};

QTEST_GUILESS_MAIN(TestMessageRules)
#include "tst_messagerules.moc"
