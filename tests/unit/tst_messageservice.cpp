// SPDX-License-Identifier: Apache-2.0
#include "support/servicefixture.h"
#include "util/uuid.h"

#include <QTest>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

class TestMessageService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }

    void init()
    {
        QFETCH_GLOBAL(bool, postgres);
        m_fixture = std::make_unique<ServiceFixture>(postgres);
    }

    void cleanup() { m_fixture.reset(); }

    void tellsAllMembersOnceTheMessageIsStored()
    {
        const ConversationId id = m_fixture->conversation({u"ana"_s, u"li"_s, u"jo"_s});
        const Message message = m_fixture->say(u"li"_s, id);
        const auto told = m_fixture->publisher.all<NewMessage>();
        QCOMPARE(told.size(), size_t(1));
        QCOMPARE(told[0].second.data, message);
        QCOMPARE(QSet<UserId>(told[0].first.users.begin(), told[0].first.users.end()),
                 QSet<UserId>({u"ana"_s, u"li"_s, u"jo"_s}));
        QCOMPARE(QCoro::waitFor(m_fixture->messages.get(m_fixture->caller(u"jo"_s), message.id)).value(),
                 message);
    }

    void tellsInTheOrderOfTheConversationHoweverManyAreSentAtOnce()
    {
        const ConversationId id = m_fixture->conversation({u"ana"_s, u"li"_s});
        const Caller ana = m_fixture->caller(u"ana"_s), li = m_fixture->caller(u"li"_s);
        int answered = 0;
        for (int i = 0; i < 300; ++i)
            sendAndCount(i % 2 ? ana : li, id, u"message %1"_s.arg(i), answered);
        QTRY_COMPARE(answered, 300);
        qint64 expected = 0;
        for (const auto &[entry, frame] : m_fixture->publisher.all<NewMessage>())
            QCOMPARE(frame.data.seq, ++expected);
        QCOMPARE(expected, 300);
    }

    void keepsTheOrderInWhichASenderSentAlsoWhileTheConversationIsBeingLoaded()
    {
        const ConversationId id = m_fixture->conversation({u"ana"_s, u"li"_s});
        const Caller ana = m_fixture->caller(u"ana"_s);
        int answered = 0;
        for (int i = 0; i < 50; ++i)
            sendAndCount(ana, id, QString::number(i), answered);
        QTRY_COMPARE(answered, 50);
        int expected = 0;
        for (const auto &[entry, frame] : m_fixture->publisher.all<NewMessage>())
            QCOMPARE(frame.data.content, QString::number(expected++));
        QCOMPARE(expected, 50);
    }

    void tellsNobodyOfARepeatedMessage()
    {
        const ConversationId id = m_fixture->conversation({u"ana"_s, u"li"_s});
        MessageDraft draft;
        draft.content = u"once"_s;
        draft.clientMsgId = uuidV7();
        const Caller ana = m_fixture->caller(u"ana"_s);
        const auto first = QCoro::waitFor(m_fixture->messages.send(ana, id, draft));
        const auto second = QCoro::waitFor(m_fixture->messages.send(ana, id, draft));
        QVERIFY(second.value().repeated);
        QCOMPARE(second->message, first.value().message);
        QCOMPARE(m_fixture->publisher.all<NewMessage>().size(), size_t(1));
    }

    void refusesStrangersAsIfThereWereNothing()
    {
        const ConversationId id = m_fixture->conversation({u"ana"_s, u"li"_s});
        const Message secret = m_fixture->say(u"ana"_s, id);
        const Caller eve = m_fixture->caller(u"eve"_s);
        MessageDraft draft;
        draft.content = u"x"_s;
        const auto nowhere = QCoro::waitFor(m_fixture->messages.send(eve, uuidV7(), draft)).error();
        QCOMPARE(QCoro::waitFor(m_fixture->messages.send(eve, id, draft)).error(), nowhere);
        QCOMPARE(QCoro::waitFor(m_fixture->messages.history(eve, id, {})).error().code, ErrorCode::NotFound);
        QCOMPARE(QCoro::waitFor(m_fixture->messages.get(eve, secret.id)).error(),
                 QCoro::waitFor(m_fixture->messages.get(eve, uuidV7())).error());
    }

    void doesNotPageFromAMessageOfAnotherConversation()
    {
        const ConversationId one = m_fixture->conversation({u"ana"_s, u"li"_s});
        const ConversationId other = m_fixture->conversation({u"ana"_s, u"jo"_s});
        HistoryRequest request;
        request.beforeId = m_fixture->say(u"jo"_s, other).id;
        const auto page =
            QCoro::waitFor(m_fixture->messages.history(m_fixture->caller(u"ana"_s), one, request));
        QCOMPARE(page.error().code, ErrorCode::NotFound);
    }

private:
    QCoro::Task<void> sendAndCount(Caller caller, ConversationId id, QString content, int &answered)
    {
        MessageDraft draft;
        draft.content = content;
        if (co_await m_fixture->messages.send(caller, id, draft))
            ++answered;
    }

    std::unique_ptr<ServiceFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestMessageService)
#include "tst_messageservice.moc"
