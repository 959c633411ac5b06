// SPDX-License-Identifier: Apache-2.0
#include "fakedesktop.h"
#include "fakepanes.h"
#include "fakesession.h"
#include "platform/traynotifications.h"
#include "ui/desktop/notifier.h"
#include "ui/preferences.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const User mia = person(u"mia"_s, u"Mia Weber"_s);
const User ana = person(u"ana"_s, u"Ana Costa"_s);
const User li = person(u"li"_s, u"Li Wei"_s);

} // namespace

class TestNotifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_preferences = std::make_unique<Preferences>(m_folder->path());
        m_desktop = std::make_unique<FakeNotifications>();
        m_tray = std::make_unique<FakeTray>();
        m_balloons = std::make_unique<TrayNotifications>(*m_tray);
        m_session = std::make_unique<Session>(configFor(mia));
        fake().addDirect(u"with-ana"_s, ana);
        fake().addGroup(u"team"_s, u"Platform team"_s, {ana, li});
        m_looking.clear();
        m_notifier = std::make_unique<Notifier>(
            QList<NotificationService *>{m_desktop.get(), m_balloons.get()}, *m_preferences,
            [this](const Session &, const ConversationId &id) { return id == m_looking; });
        m_notifier->watch(*m_session);
    }

    void cleanup()
    {
        m_notifier.reset();
        m_session.reset();
    }

    void aMessagePopsUpWithNameAndText()
    {
        arrive(u"with-ana"_s, ana, u"Are you *there*?\nI am."_s);
        QCOMPARE(m_desktop->only().title, u"Ana Costa"_s);
        QVERIFY(m_desktop->only().body.startsWith(u"Are you"_s));
        QVERIFY(!m_desktop->only().body.contains(u'\n'));
        QVERIFY(m_desktop->only().canReply);
        QVERIFY(!m_desktop->only().picture.isNull());
    }

    void messagesOfAConversationShareOneNotification()
    {
        arrive(u"team"_s, ana, u"one"_s);
        arrive(u"team"_s, li, u"two"_s);
        QCOMPARE(m_desktop->only().title, u"Platform team (2)"_s);
        QCOMPARE(m_desktop->only().body, u"Ana Costa: one\nLi Wei: two"_s);
        arrive(u"with-ana"_s, ana, u"three"_s);
        QCOMPARE(m_desktop->shown.size(), 2);
    }

    void thePersonSaysHowMuchIsTold_data()
    {
        QTest::addColumn<NotificationDetail>("detail");
        QTest::addColumn<QString>("title");
        QTest::addColumn<bool>("canReply");
        QTest::newRow("name") << NotificationDetail::NameOnly << u"Ana Costa"_s << true;
        QTest::newRow("nothing") << NotificationDetail::Nothing << u"Hearth"_s << false;
    }

    void thePersonSaysHowMuchIsTold()
    {
        QFETCH(NotificationDetail, detail);
        m_preferences->setNotifications({true, detail});
        arrive(u"with-ana"_s, ana, u"the secret"_s);
        QTEST(m_desktop->only().title, "title");
        QTEST(m_desktop->only().canReply, "canReply");
        QVERIFY(!m_desktop->only().body.isEmpty());
        QVERIFY(!m_desktop->only().body.contains(u"secret"_s));
    }

    void whatIsLookedAtDoesNotPopUp()
    {
        m_looking = u"with-ana"_s;
        arrive(u"with-ana"_s, ana, u"hello"_s);
        QVERIFY(m_desktop->shown.isEmpty());
        arrive(u"team"_s, ana, u"hello"_s);
        QCOMPARE(m_desktop->shown.size(), 1);
    }

    void nothingDisturbs_data()
    {
        QTest::addColumn<QString>("why");
        for (const char *why : {"muted", "level none", "off", "do not disturb", "busy"})
            QTest::newRow(why) << QString::fromLatin1(why);
    }

    void nothingDisturbs()
    {
        QFETCH(QString, why);
        if (why == u"muted"_s)
            my(u"with-ana"_s).mutedUntil = now() + 1h;
        else if (why == u"level none"_s)
            my(u"with-ana"_s).level = NotifyLevel::None;
        else if (why == u"off"_s)
            m_preferences->setNotifications({false, NotificationDetail::NameAndText});
        else if (why == u"do not disturb"_s)
            m_preferences->setQuietUntil(now() + 1h);
        else
            fake().presence[mia.id] = PresenceStatus::Busy;
        arrive(u"with-ana"_s, ana, u"hello"_s);
        QVERIFY(m_desktop->shown.isEmpty());
    }

    void aMuteOrAQuietHourThatIsOverDisturbsAgain()
    {
        my(u"with-ana"_s).mutedUntil = now() - 1s;
        m_preferences->setQuietUntil(now() - 1s);
        arrive(u"with-ana"_s, ana, u"hello"_s);
        QCOMPARE(m_desktop->shown.size(), 1);
    }

    void onlyMentionsAndRepliesWhereThatWasChosen()
    {
        my(u"team"_s).level = NotifyLevel::Mentions;
        arrive(u"team"_s, ana, u"for everybody"_s);
        QVERIFY(m_desktop->shown.isEmpty());
        Message mention = message(u"team"_s, ana, u"@mia look"_s);
        mention.mentions = {{mia.id, 0, 4}};
        Q_EMIT m_session->messageArrived(mention);
        QCOMPARE(m_desktop->only().body, u"Ana Costa: @mia look"_s);
    }

    void aReplyIsToldInWhicheverOrderItIsHeardOf_data()
    {
        QTest::addColumn<bool>("messageFirst");
        QTest::newRow("message first") << true;
        QTest::newRow("notification first") << false;
    }

    void aReplyIsToldInWhicheverOrderItIsHeardOf()
    {
        QFETCH(bool, messageFirst);
        my(u"team"_s).level = NotifyLevel::Mentions;
        const Message reply = message(u"team"_s, ana, u"I agree"_s);
        Notification event{u"n1"_s,      1,
                           u"reply"_s,   u"Ana"_s,
                           u"I agree"_s, {{u"conversation_id"_s, u"team"_s}, {u"message_id"_s, reply.id}}};
        event.createdAt = now() + 1s;
        if (messageFirst)
            Q_EMIT m_session->messageArrived(reply);
        notify(*m_session, {event});
        if (!messageFirst)
            Q_EMIT m_session->messageArrived(reply);
        QCOMPARE(m_desktop->only().body, u"Ana Costa: I agree"_s);
        QCOMPARE(m_desktop->shows, 1);
    }

    void whatComesFromOutsideIsTold()
    {
        Notification event{u"n1"_s, 1, u"incident"_s, u"Disk full"_s, u"db3 has no room left"_s, {}};
        event.createdAt = now() + 1s;
        notify(*m_session, {event});
        QCOMPARE(m_desktop->only().title, u"Disk full"_s);
        QCOMPARE(m_desktop->only().body, u"db3 has no room left"_s);
        event.readAt = now();
        notify(*m_session, {event});
        QVERIFY(m_desktop->shown.isEmpty());
    }

    void oldNewsAreNotTold()
    {
        Notification event{u"n1"_s, 1, u"incident"_s, u"Disk full"_s, {}, {}};
        event.createdAt = now() - 1h;
        notify(*m_session, {event});
        QVERIFY(m_desktop->shown.isEmpty());
    }

    void whatWasReadElsewhereGoes()
    {
        arrive(u"with-ana"_s, ana, u"one"_s);
        arrive(u"with-ana"_s, ana, u"two"_s);
        my(u"with-ana"_s).readSeq = 1;
        Q_EMIT m_session->conversationChanged(u"with-ana"_s);
        QCOMPARE(m_desktop->shown.size(), 1);
        my(u"with-ana"_s).readSeq = 2;
        Q_EMIT m_session->conversationChanged(u"with-ana"_s);
        QVERIFY(m_desktop->shown.isEmpty());
    }

    void aDeletedMessageIsNotToldAnyLonger()
    {
        arrive(u"with-ana"_s, ana, u"one"_s);
        Message second = message(u"with-ana"_s, ana, u"the wrong window"_s);
        Q_EMIT m_session->messageArrived(second);
        second.isDeleted = true;
        second.content.clear();
        Q_EMIT m_session->messagesChanged(u"with-ana"_s, {second});
        QCOMPARE(m_desktop->only().body, u"one"_s);
    }

    void pressingOneOpensTheFirstMessageThatItTellsOf()
    {
        const QSignalSpy opened(m_notifier.get(), &Notifier::openRequested);
        arrive(u"with-ana"_s, ana, u"one"_s);
        arrive(u"with-ana"_s, ana, u"two"_s);
        Q_EMIT m_desktop->activated(m_desktop->only().tag, u"token"_s);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().at(1).toString(), u"with-ana"_s);
        QCOMPARE(opened.first().at(2).toLongLong(), 1);
        QCOMPARE(opened.first().at(3).toString(), u"token"_s);
    }

    void complaint18_anAnswerInTheNotificationIsSentAndMarksAsRead()
    {
        arrive(u"with-ana"_s, ana, u"one"_s);
        Q_EMIT m_desktop->replied(m_desktop->only().tag, u" On my way \n"_s);
        QCOMPARE(fake().sent, QStringList{u"On my way"_s});
        QCOMPARE(fake().readUpTo, QList<qint64>{1});
        QVERIFY(m_desktop->shown.isEmpty());
    }

    void anEmptyAnswerIsNone()
    {
        arrive(u"with-ana"_s, ana, u"one"_s);
        Q_EMIT m_desktop->replied(m_desktop->only().tag, u"  "_s);
        QVERIFY(fake().sent.isEmpty());
    }

    void withoutAServiceTheTrayTells()
    {
        m_desktop->available = false;
        arrive(u"with-ana"_s, ana, u"one"_s);
        QCOMPARE(m_tray->messages, QStringList{u"Ana Costa: one"_s});
        const QSignalSpy opened(m_notifier.get(), &Notifier::openRequested);
        Q_EMIT m_tray->messageActivated();
        QCOMPARE(opened.count(), 1);
    }

    void withNeitherNothingHappens()
    {
        m_desktop->available = false;
        m_tray->available = false;
        arrive(u"with-ana"_s, ana, u"one"_s);
        QVERIFY(m_tray->messages.isEmpty());
    }

    void signingOutTakesAwayWhatIsShown()
    {
        arrive(u"with-ana"_s, ana, u"one"_s);
        m_notifier->forget(*m_session);
        QVERIFY(m_desktop->shown.isEmpty());
        arrive(u"with-ana"_s, ana, u"two"_s);
        QVERIFY(m_desktop->shown.isEmpty());
    }

private:
    FakeSession &fake() { return fakeOf(*m_session); }
    OwnMembership &my(const ConversationId &id) { return fake().conversations[id].conversation.my; }
    Message message(const ConversationId &id, const User &from, const QString &text)
    {
        return fake().post(id, from.id, text, now());
    }
    void arrive(const ConversationId &id, const User &from, const QString &text)
    {
        Q_EMIT m_session->messageArrived(message(id, from, text));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<FakeNotifications> m_desktop;
    std::unique_ptr<FakeTray> m_tray;
    std::unique_ptr<TrayNotifications> m_balloons;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Notifier> m_notifier;
    ConversationId m_looking;
};

Q_DECLARE_METATYPE(Hearth::NotificationDetail)

QTEST_MAIN(TestNotifier)
#include "tst_notifier.moc"
