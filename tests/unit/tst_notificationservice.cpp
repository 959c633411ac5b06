// SPDX-License-Identifier: Apache-2.0
#include "support/servicefixture.h"
#include "util/uuid.h"
#include "wire/limits.h"

#include <QTest>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

class TestNotificationService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }

    void init()
    {
        QFETCH_GLOBAL(bool, postgres);
        m_fixture = std::make_unique<ServiceFixture>(postgres);
        m_group = m_fixture->conversation({u"ana"_s, u"li"_s, u"jo"_s});
    }

    void cleanup() { m_fixture.reset(); }

    void whoIsMentionedFindsItInTheirListAndHearsOfItOnTheirSessions()
    {
        const Message message = mention(u"ana"_s, {u"li"_s});
        const NotificationPage page = listOf(u"li"_s);
        QCOMPARE(page.items.size(), 1);
        QCOMPARE(page.unreadCount, 1);
        const Notification &notification = page.items.first();
        QCOMPARE(notification.type, u"mention"_s);
        QCOMPARE(notification.number, 1);
        QCOMPARE(notification.title, u"ana (Group)"_s);
        QCOMPARE(notification.body, message.content);
        QCOMPARE(notification.data.value("message_id"_L1).toString(), message.id);
        QCOMPARE(notification.data.value("conversation_id"_L1).toString(), m_group);
        const auto told = m_fixture->publisher.all<NewNotification>();
        QCOMPARE(told.size(), size_t(1));
        QCOMPARE(told[0].first.users, QList<UserId>{u"li"_s});
        QCOMPARE(told[0].second.data, notification);
    }

    void nobodyElseAndNeverTheWriterIsTold()
    {
        mention(u"ana"_s, {u"ana"_s, u"li"_s});
        QCOMPARE(countOf(u"li"_s), 1);
        QCOMPARE(countOf(u"ana"_s), 0);
        QCOMPARE(countOf(u"jo"_s), 0);
    }

    void aReplyIsToldToWhoIsRepliedToAndOnceWhenItAlsoMentionsThem()
    {
        const Message asked = m_fixture->say(u"li"_s, m_group);
        say(u"ana"_s, {}, asked.id);
        QCOMPARE(typesOf(u"li"_s), QStringList{u"reply"_s});
        say(u"ana"_s, {u"li"_s}, asked.id);
        QCOMPARE(typesOf(u"li"_s), (QStringList{u"mention"_s, u"reply"_s}));
        say(u"li"_s, {}, asked.id);
        QCOMPARE(countOf(u"li"_s), 2);
    }

    void notingTheSameMessageAgainMakesNothing()
    {
        const Message message = mention(u"ana"_s, {u"li"_s, u"jo"_s});
        m_fixture->publisher.entries.clear();
        m_fixture->notifications.noteMessage(message);
        note();
        QVERIFY(QCoro::waitFor(m_fixture->notifications.noteMissed()));
        QCOMPARE(countOf(u"li"_s), 1);
        QCOMPARE(countOf(u"jo"_s), 1);
        QVERIFY(m_fixture->publisher.all<NewNotification>().empty());
    }

    void whatAnEarlierProcessDidNotNoteIsNotedAtTheNextStart()
    {
        MessageInsert insert{uuidV7(), m_group, u"ana"_s, draft({u"li"_s}, {}), now()};
        QVERIFY(QCoro::waitFor(m_fixture->messageStore.append(insert)));
        QCOMPARE(countOf(u"li"_s), 0);
        QVERIFY(QCoro::waitFor(m_fixture->notifications.noteMissed()));
        QCOMPARE(countOf(u"li"_s), 1);
    }

    void theLevelOfAConversationAndMutingAreRespected_data()
    {
        QTest::addColumn<QString>("settings");
        QTest::addColumn<QStringList>("types");
        QTest::newRow("all") << u"level = 'all'"_s << QStringList{u"reply"_s, u"mention"_s};
        QTest::newRow("mentions") << u"level = 'mentions'"_s << QStringList{u"mention"_s};
        QTest::newRow("none") << u"level = 'none'"_s << QStringList();
        QTest::newRow("muted") << u"muted_until = 99999999999999"_s << QStringList();
        QTest::newRow("no longer muted") << u"muted_until = 1"_s << QStringList{u"reply"_s, u"mention"_s};
    }

    void theLevelOfAConversationAndMutingAreRespected()
    {
        QFETCH(QString, settings);
        QFETCH(QStringList, types);
        const Message asked = m_fixture->say(u"li"_s, m_group);
        m_fixture->database.execute(
            u"UPDATE conversation_members SET %1 WHERE user_id = 'li'"_s.arg(settings));
        mention(u"ana"_s, {u"li"_s});
        say(u"ana"_s, {}, asked.id);
        QCOMPARE(typesOf(u"li"_s), types);
    }

    void whoBlockedTheSenderHearsNothing()
    {
        m_fixture->database.execute(
            u"INSERT INTO blocks (user_id, blocked_id, at) VALUES ('li', 'ana', 1)"_s);
        mention(u"ana"_s, {u"li"_s, u"jo"_s});
        mention(u"jo"_s, {u"li"_s});
        QCOMPARE(countOf(u"li"_s), 1);
        QCOMPARE(countOf(u"jo"_s), 1);
    }

    void numbersCountEachPersonsNotificationsWithoutAGap()
    {
        for (int i = 0; i < 30; ++i)
            mention(u"ana"_s, i % 3 == 0 ? QList<UserId>{u"li"_s} : QList<UserId>{u"jo"_s, u"li"_s}, false);
        note();
        qint64 expected = 30;
        for (const Notification &notification : listOf(u"li"_s).items)
            QCOMPARE(notification.number, expected--);
        QCOMPARE(expected, 0);
        QCOMPARE(listOf(u"jo"_s).items.first().number, 20);
        QHash<UserId, qint64> heard; // in the order of their numbers
        for (const auto &[entry, frame] : m_fixture->publisher.all<NewNotification>())
            QCOMPARE(frame.data.number, ++heard[entry.users.first()]);
        QCOMPARE(heard.value(u"li"_s), 30);
    }

    void oneMessageThatMentionsAHundredIsOneTransaction()
    {
        QList<UserId> people{u"ana"_s};
        for (int i = 0; i < 100; ++i)
            people += u"member-%1"_s.arg(i);
        m_group = m_fixture->conversation(people);
        mention(u"ana"_s, people.sliced(1));
        for (int i = 0; i < 100; ++i)
            QCOMPARE(countOf(people[i + 1]), 1);
        QCOMPARE(m_fixture->database.execute(u"SELECT count(DISTINCT created_at) FROM notifications"_s), 1);
    }

    void aPageEndsWhereTheNextBegins()
    {
        for (int i = 0; i < 5; ++i)
            mention(u"ana"_s, {u"li"_s}, false);
        note();
        const NotificationPage first = listOf(u"li"_s, 2);
        QCOMPARE(numbersOf(first), (QList<qint64>{5, 4}));
        QCOMPARE(first.unreadCount, 5);
        const NotificationPage second = listOf(u"li"_s, 2, first.next);
        QCOMPARE(numbersOf(second), (QList<qint64>{3, 2}));
        const NotificationPage last = listOf(u"li"_s, 2, second.next);
        QCOMPARE(numbersOf(last), QList<qint64>{1});
        QVERIFY(!last.next);
    }

    void readingOneIsToldToOnesOtherSessionsOnce()
    {
        mention(u"ana"_s, {u"li"_s}, false);
        mention(u"ana"_s, {u"li"_s});
        const QString id = listOf(u"li"_s).items.last().id;
        const Caller li = m_fixture->caller(u"li"_s, 7);
        QVERIFY(QCoro::waitFor(m_fixture->notifications.markRead(li, id)));
        QVERIFY(QCoro::waitFor(m_fixture->notifications.markRead(li, id)));
        const auto told = m_fixture->publisher.all<NotificationsRead>();
        QCOMPARE(told.size(), size_t(1));
        QCOMPARE(told[0].first.users, QList<UserId>{u"li"_s});
        QCOMPARE(told[0].first.except, std::optional<ConnectionId>(7));
        QCOMPARE(told[0].second.notificationId, id);
        QCOMPARE(told[0].second.unreadCount, 1);
        const NotificationPage page = listOf(u"li"_s);
        QCOMPARE(page.items.last().readAt, told[0].second.at);
        QVERIFY(!page.items.first().readAt);
        QCOMPARE(numbersOf(listOf(u"li"_s, 50, {}, true)), QList<qint64>{2});
    }

    void somebodyElsesNotificationIsNone()
    {
        mention(u"ana"_s, {u"li"_s});
        const QString id = listOf(u"li"_s).items.first().id;
        const Caller jo = m_fixture->caller(u"jo"_s);
        const auto refused = QCoro::waitFor(m_fixture->notifications.markRead(jo, id));
        QCOMPARE(refused.error(), QCoro::waitFor(m_fixture->notifications.markRead(jo, uuidV7())).error());
        QCOMPARE(refused.error().code, ErrorCode::NotFound);
        QCOMPARE(listOf(u"li"_s).unreadCount, 1);
    }

    void readingAllStopsAtTheNumberThatWasSeen()
    {
        for (int i = 0; i < 4; ++i)
            mention(u"ana"_s, {u"li"_s, u"jo"_s}, false);
        note();
        const Caller li = m_fixture->caller(u"li"_s, 7);
        QVERIFY(QCoro::waitFor(m_fixture->notifications.markAllRead(li, 3)));
        QCOMPARE(numbersOf(listOf(u"li"_s, 50, {}, true)), QList<qint64>{4});
        QVERIFY(QCoro::waitFor(m_fixture->notifications.markAllRead(li, {})));
        QVERIFY(QCoro::waitFor(m_fixture->notifications.markAllRead(li, {})));
        QCOMPARE(listOf(u"li"_s).unreadCount, 0);
        QCOMPARE(listOf(u"jo"_s).unreadCount, 4);
        const auto told = m_fixture->publisher.all<NotificationsRead>();
        QCOMPARE(told.size(), size_t(2));
        QCOMPARE(told[0].second.upTo, 3);
        QCOMPARE(told[0].second.unreadCount, 1);
        QCOMPARE(told[1].second.upTo, 4);
    }

    void attack33_whoIsNoLongerAMemberSeesNoNotificationOfIt()
    {
        mention(u"ana"_s, {u"li"_s});
        m_fixture->database.execute(u"UPDATE conversation_members SET removed_at = 1 WHERE user_id = 'li'"_s);
        const NotificationPage page = listOf(u"li"_s);
        QVERIFY(page.items.isEmpty());
        QCOMPARE(page.unreadCount, 0);
    }

    void attack33_whoJoinedLaterIsNotToldOfWhatTheyCannotSee()
    {
        m_fixture->database.execute(u"UPDATE conversations SET history = 'since_join'"_s);
        m_fixture->database.execute(u"UPDATE conversation_members SET joined_seq = 1 WHERE user_id = 'li'"_s);
        mention(u"ana"_s, {u"li"_s});
        QCOMPARE(countOf(u"li"_s), 0);
        mention(u"ana"_s, {u"li"_s});
        QCOMPARE(countOf(u"li"_s), 1);
    }

    void whatIsShownIsTheMessageAsItIsNow()
    {
        const Message message = mention(u"ana"_s, {u"li"_s});
        m_fixture->database.execute(u"UPDATE messages SET content = '@li never mind'"_s);
        QCOMPARE(listOf(u"li"_s).items.first().body, u"@li never mind"_s);
        m_fixture->database.execute(u"UPDATE messages SET content = '', deleted_at = 1"_s);
        QCOMPARE(countOf(u"li"_s), 0);
        QCOMPARE(listOf(u"li"_s).unreadCount, 0);
        m_fixture->notifications.noteMessage(message); // late, and too late
        note();
        QCOMPARE(countOf(u"li"_s), 0);
    }

    void anEditTellsThoseWhomItAdds()
    {
        const Message message = mention(u"ana"_s, {u"li"_s});
        edit(message, {u"li"_s, u"jo"_s});
        QCOMPARE(countOf(u"li"_s), 1);
        QCOMPARE(countOf(u"jo"_s), 1);
        edit(message, {});
        edit(message, {u"jo"_s});
        QCOMPARE(countOf(u"jo"_s), 1);
    }

    void anEditDoesNotTellWhatWasMutedBefore()
    {
        const Message asked = m_fixture->say(u"jo"_s, m_group);
        m_fixture->database.execute(u"UPDATE conversation_members SET level = 'none'"_s);
        const Message message = say(u"ana"_s, {u"li"_s}, asked.id);
        m_fixture->database.execute(u"UPDATE conversation_members SET level = 'all'"_s);
        edit(message, {u"li"_s, u"ana"_s});
        QCOMPARE(countOf(u"li"_s), 0);
        QCOMPARE(countOf(u"jo"_s), 0); // a reply is told when it is sent
    }

    void twoQuickEditsDoNotHideWhatTheFirstAdded()
    {
        const Message message = mention(u"ana"_s, {});
        edit(message, {u"li"_s}, false);
        edit(message, {u"li"_s, u"jo"_s}, false);
        note();
        QCOMPARE(countOf(u"li"_s), 1);
        QCOMPARE(countOf(u"jo"_s), 1);
    }

    void aDeletedMessageTakesItsNotificationsWithIt()
    {
        const Message message = mention(u"ana"_s, {u"li"_s, u"jo"_s});
        mention(u"ana"_s, {u"li"_s});
        QVERIFY(QCoro::waitFor(m_fixture->messages.remove(m_fixture->caller(u"ana"_s), message.id)));
        QCOMPARE(numbersOf(listOf(u"li"_s)), QList<qint64>{2});
        QCOMPARE(m_fixture->database.execute(u"SELECT count(*) FROM notifications"_s), 1);
    }

    void aLongMessageIsShownInPart()
    {
        MessageDraft draft;
        draft.content = u"@li "_s + u"\U0001F525"_s.repeated(500);
        draft.mentions = {{u"li"_s, 0, 3}};
        QVERIFY(QCoro::waitFor(m_fixture->messages.send(m_fixture->caller(u"ana"_s), m_group, draft)));
        note();
        const QString body = listOf(u"li"_s).items.first().body;
        QCOMPARE(body, u"@li "_s + u"\U0001F525"_s.repeated(98) + u'…');
    }

    void anEventFromOutsideMakesOneNotificationForEachPersonHoweverOftenItComes()
    {
        m_fixture->caller(u"li"_s);
        const EventNotice event = outside(u"order-1"_s, {u"li"_s, u"ana"_s, u"li"_s, u"nobody here"_s});
        QCOMPARE(QCoro::waitFor(m_fixture->notifications.notifyFromOutside(event)).value(), 2);
        QCOMPARE(QCoro::waitFor(m_fixture->notifications.notifyFromOutside(event)).value(), 0);
        QCOMPARE(m_fixture->publisher.all<NewNotification>().size(), size_t(2));
        const Notification notification = listOf(u"li"_s).items.first();
        QCOMPARE(notification.type, event.type);
        QCOMPARE(notification.title, event.title);
        QCOMPARE(notification.body, event.body);
        QCOMPARE(notification.data, event.data);
        // More people later, and those who have it keep one.
        const EventNotice more = outside(u"order-1"_s, {u"li"_s, u"jo"_s});
        QCOMPARE(QCoro::waitFor(m_fixture->notifications.notifyFromOutside(more)).value(), 1);
        QCOMPARE(QCoro::waitFor(m_fixture->notifications.notifyFromOutside(outside(u"order-2"_s, {u"li"_s})))
                     .value(),
                 1);
        QCOMPARE(countOf(u"li"_s), 2);
        QCOMPARE(listOf(u"li"_s).items.first().number, 2);
    }

    void anEventCannotTakeThePlaceOfAMessagesNotification()
    {
        MessageInsert insert{uuidV7(), m_group, u"ana"_s, draft({u"li"_s}, {}), now()};
        const Message message = QCoro::waitFor(m_fixture->messageStore.append(insert)).value().message;
        const EventNotice event = outside(u"mention:"_s + message.id, {u"li"_s});
        QVERIFY(QCoro::waitFor(m_fixture->notifications.notifyFromOutside(event)));
        m_fixture->notifications.noteMessage(message);
        note();
        QCOMPARE(countOf(u"li"_s), 2);
    }

    void attack68_anEventThatIsNoneIsRefusedWithTheField_data()
    {
        QTest::addColumn<EventNotice>("event");
        QTest::addColumn<QString>("pointer");
        const auto row = [](const char *name, const QString &pointer, auto change) {
            EventNotice event = outside(u"id"_s, {u"li"_s});
            change(event);
            QTest::newRow(name) << event << pointer;
        };
        row("no id", u"/source_id"_s, [](EventNotice &event) { event.sourceId.clear(); });
        row("long id", u"/source_id"_s, [](EventNotice &event) { event.sourceId = QString(257, u'x'); });
        row("nobody", u"/user_ids"_s, [](EventNotice &event) { event.userIds.clear(); });
        row("NUL", u"/user_ids/1"_s, [](EventNotice &event) { event.userIds += QString(QChar(u'\0')); });
        row("no type", u"/type"_s, [](EventNotice &event) { event.type.clear(); });
        row("no title", u"/title"_s, [](EventNotice &event) { event.title.clear(); });
        row("half a character", u"/title"_s, [](EventNotice &event) { event.title = QChar(0xd83d); });
        row("long body", u"/body"_s, [](EventNotice &event) { event.body = QString(4'001, u'x'); });
        row("much data", u"/data"_s, [](EventNotice &event) {
            event.data = {{u"x"_s, QString(Limits::metadataBytes, u'x')}};
        });
    }

    void attack68_anEventThatIsNoneIsRefusedWithTheField()
    {
        QFETCH(EventNotice, event);
        QFETCH(QString, pointer);
        const auto refused = QCoro::waitFor(m_fixture->notifications.notifyFromOutside(event));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidField);
        QCOMPARE(refused.error().pointer, pointer);
        QCOMPARE(m_fixture->database.execute(u"SELECT count(*) FROM notifications"_s), 0);
    }

    void whatWasReadLongAgoIsRemovedAndNothingElse()
    {
        for (int i = 0; i < 3; ++i)
            mention(u"ana"_s, {u"li"_s}, false);
        note();
        const qint64 day = 24 * 3'600 * 1'000;
        const qint64 today = toMs(now());
        m_fixture->database.execute(
            u"UPDATE notifications SET read_at = %1 WHERE number = 1"_s.arg(today - 91 * day));
        m_fixture->database.execute(
            u"UPDATE notifications SET read_at = %1 WHERE number = 2"_s.arg(today - 89 * day));
        m_fixture->database.execute(u"UPDATE notifications SET created_at = 1"_s);
        QCOMPARE(QCoro::waitFor(m_fixture->notifications.removeOld(now())).value(), 1);
        QCOMPARE(numbersOf(listOf(u"li"_s)), (QList<qint64>{3, 2}));
        mention(u"ana"_s, {u"li"_s});
        QCOMPARE(listOf(u"li"_s).items.first().number, 4);
    }

private:
    static MessageDraft draft(const QList<UserId> &mentioned, const std::optional<MessageId> &replyTo)
    {
        MessageDraft draft;
        draft.content = u"hello"_s;
        for (const UserId &user : mentioned) {
            draft.content += u' ';
            draft.mentions.append({user, int(draft.content.size()), int(user.size()) + 1});
            draft.content += u'@' + user;
        }
        draft.replyToId = replyTo;
        return draft;
    }

    Message say(const UserId &user, const QList<UserId> &mentioned, const std::optional<MessageId> &replyTo,
                bool wait = true)
    {
        const auto sent = QCoro::waitFor(
            m_fixture->messages.send(m_fixture->caller(user), m_group, draft(mentioned, replyTo)));
        if (wait)
            note();
        return sent.value().message;
    }

    Message mention(const UserId &user, const QList<UserId> &mentioned, bool wait = true)
    {
        return say(user, mentioned, {}, wait);
    }

    void edit(const Message &message, const QList<UserId> &mentioned, bool wait = true)
    {
        const MessageDraft now = draft(mentioned, {});
        MessageEdit edit{now.content + u'!', now.mentions};
        QVERIFY(
            QCoro::waitFor(m_fixture->messages.edit(m_fixture->caller(message.senderId), message.id, edit)));
        if (wait)
            note();
    }

    // Until all that was sent is noted: the writer works in its order.
    void note()
    {
        QVERIFY(QCoro::waitFor(m_fixture->notifications.flush()));
        const auto last = QCoro::waitFor(m_fixture->notificationStore.noteMessages({}, now()));
        QVERIFY(last);
    }

    NotificationPage listOf(const UserId &user, int limit = 50, std::optional<qint64> before = {},
                            bool unreadOnly = false)
    {
        return QCoro::waitFor(
                   m_fixture->notifications.list(m_fixture->caller(user), limit, before, unreadOnly))
            .value();
    }

    int countOf(const UserId &user) { return int(listOf(user).items.size()); }

    QStringList typesOf(const UserId &user)
    {
        QStringList types;
        for (const Notification &notification : listOf(user).items)
            types += notification.type;
        return types;
    }

    static QList<qint64> numbersOf(const NotificationPage &page)
    {
        QList<qint64> numbers;
        for (const Notification &notification : page.items)
            numbers += notification.number;
        return numbers;
    }

    static EventNotice outside(const QString &sourceId, const QList<UserId> &users)
    {
        return {sourceId,
                users,
                u"order.shipped"_s,
                u"Shipped"_s,
                u"It is on its way."_s,
                QJsonObject{{u"order"_s, 1}}};
    }

    std::unique_ptr<ServiceFixture> m_fixture;
    ConversationId m_group;
};

QTEST_GUILESS_MAIN(TestNotificationService)
#include "tst_notificationservice.moc"
