// SPDX-License-Identifier: Apache-2.0
#include "support/servicefixture.h"
#include "wire/limits.h"

#include <QTest>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

class TestTypingService : public QObject
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

    void tellsTheOthersAndNotTheTypist()
    {
        const ConversationId id = m_fixture->conversation({u"ana"_s, u"li"_s, u"jo"_s});
        QVERIFY(type(u"ana"_s, id, true));
        const auto told = notices();
        QCOMPARE(told.size(), size_t(1));
        QVERIFY(told[0].second.isTyping);
        QCOMPARE(QSet<UserId>(told[0].first.users.begin(), told[0].first.users.end()),
                 QSet<UserId>({u"li"_s, u"jo"_s}));
    }

    void endsByItself()
    {
        const ConversationId id = m_fixture->conversation({u"ana"_s, u"li"_s});
        QVERIFY(type(u"ana"_s, id, true));
        QTRY_COMPARE(notices().size(), size_t(2));
        QVERIFY(!notices()[1].second.isTyping);
    }

    void endsWhenTheConnectionGoesAndOnlyForThatOne()
    {
        const ConversationId id = m_fixture->conversation({u"ana"_s, u"li"_s});
        QVERIFY(QCoro::waitFor(m_fixture->typing.setTyping(m_fixture->caller(u"ana"_s, 1), id, true)));
        m_fixture->typing.disconnected(2);
        QCOMPARE(notices().size(), size_t(1));
        m_fixture->typing.disconnected(1);
        QCOMPARE(notices().size(), size_t(2));
        QVERIFY(!notices()[1].second.isTyping);
    }

    void endsOnSending()
    {
        const ConversationId id = m_fixture->conversation({u"ana"_s, u"li"_s});
        QVERIFY(type(u"ana"_s, id, true));
        m_fixture->say(u"ana"_s, id);
        QCOMPARE(notices().size(), size_t(2));
    }

    void isNotToldInLargeGroups()
    {
        QList<UserId> people{u"ana"_s};
        for (int i = 0; i < Limits::typingMembers; ++i)
            people += u"member-%1"_s.arg(i);
        const ConversationId id = m_fixture->conversation(people);
        QVERIFY(type(u"ana"_s, id, true));
        QVERIFY(notices().empty());
    }

    void stoppingWithoutHavingStartedIsNoNews()
    {
        const ConversationId id = m_fixture->conversation({u"ana"_s, u"li"_s});
        QVERIFY(type(u"ana"_s, id, false));
        QVERIFY(notices().empty());
    }

private:
    Result<void> type(const UserId &user, const ConversationId &id, bool typing)
    {
        return QCoro::waitFor(m_fixture->typing.setTyping(m_fixture->caller(user), id, typing));
    }

    std::vector<std::pair<RecordingPublisher::Entry, TypingIndicator>> notices() const
    {
        return m_fixture->publisher.all<TypingIndicator>();
    }

    std::unique_ptr<ServiceFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestTypingService)
#include "tst_typingservice.moc"
