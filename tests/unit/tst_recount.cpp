// SPDX-License-Identifier: Apache-2.0
#include "support/servicefixture.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

// Whatever people do, and wherever the process ends in between: every counter that is kept equals what
// counting gives, and watermarks only go forward, read <= delivered <= last_seq.
class TestRecount : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }

    void init()
    {
        QFETCH_GLOBAL(bool, postgres);
        m_database = std::make_shared<TestDatabase>(postgres);
        m_fixture = std::make_unique<ServiceFixture>(m_database);
        m_groups = {m_fixture->conversation(m_people), makeGroup(History::SinceJoin),
                    m_fixture->conversation({u"ana"_s, u"li"_s})};
        m_marks.clear();
    }

    void cleanup()
    {
        m_fixture.reset();
        m_database.reset();
    }

    void countersEqualARecountWhateverHappens()
    {
        const quint32 seed = qEnvironmentVariableIsSet("HEARTH_TEST_SEED")
            ? qEnvironmentVariableIntValue("HEARTH_TEST_SEED")
            : QRandomGenerator::global()->generate();
        qInfo("HEARTH_TEST_SEED=%u", seed);
        m_random.seed(seed);
        for (int step = 1; step <= 240; ++step) {
            act();
            if (step % 40 == 0)
                restart();
            if (step % 20 == 0) {
                checkConversations();
                checkNotifications();
            }
            if (QTest::currentTestFailed())
                return;
        }
    }

private:
    static inline const QList<UserId> m_people{u"ana"_s, u"li"_s, u"jo"_s, u"eve"_s, u"bob"_s};

    ConversationId makeGroup(History history)
    {
        CreateConversation request{ConversationType::Group, u"Later"_s, {}, history, m_people};
        return QCoro::waitFor(m_fixture->conversations.create(m_fixture->caller(u"ana"_s), request))
            .value()
            .conversation.id;
    }

    int below(qsizetype count) { return int(m_random.bounded(quint32(count))); }
    template<typename T>
    T oneOf(const QList<T> &list)
    {
        return list[below(list.size())];
    }

    // One thing that somebody does; what they may not do changes nothing.
    void act()
    {
        const ConversationId id = oneOf(m_groups);
        const UserId user = oneOf(m_people);
        const Caller caller = m_fixture->caller(user);
        const QList<Message> messages = messagesOf(id);
        const MessageId message = messages.isEmpty() ? MessageId() : oneOf(messages).id;
        const qint64 seq = 1 + below(messages.size() + 1);
        switch (below(12)) {
        case 0:
        case 1:
        case 2: QCoro::waitFor(m_fixture->messages.send(caller, id, draftOf(id, message))); break;
        case 3: {
            const MessageDraft draft = draftOf(id, {});
            const MessageEdit edit{draft.content, draft.mentions};
            QCoro::waitFor(m_fixture->messages.edit(caller, message, edit));
            break;
        }
        case 4: QCoro::waitFor(m_fixture->messages.remove(caller, message)); break;
        case 5: QCoro::waitFor(m_fixture->receipts.markRead(caller, id, seq)); break;
        case 6: QCoro::waitFor(m_fixture->receipts.markDelivered(caller, id, seq)); break;
        case 7: QCoro::waitFor(m_fixture->messages.history(caller, id, {})); break;
        case 8: QCoro::waitFor(m_fixture->messages.addReaction(caller, message, oneOf(m_emoji))); break;
        case 9: QCoro::waitFor(m_fixture->messages.removeReaction(caller, message, oneOf(m_emoji))); break;
        case 10: QCoro::waitFor(m_fixture->members.remove(caller, id, oneOf(m_people))); break;
        case 11: QCoro::waitFor(m_fixture->members.add(caller, id, oneOf(m_people))); break;
        }
        noteAll();
    }

    // A message with a number that is new, mentions of some members, and half the time a reply.
    MessageDraft draftOf(const ConversationId &id, const MessageId &replyTo)
    {
        MessageDraft draft;
        draft.content = u"message %1"_s.arg(++m_said);
        for (const UserId &user : membersOf(id)) {
            if (below(3) > 0)
                continue;
            draft.content += u" @"_s + user;
            draft.mentions.append({user, int(draft.content.size() - user.size() - 1), int(user.size()) + 1});
        }
        if (!replyTo.isEmpty() && below(2) == 0)
            draft.replyToId = replyTo;
        return draft;
    }

    // With what is in memory written, or lost as in a crash.
    void restart()
    {
        if (below(2) == 0)
            QVERIFY(QCoro::waitFor(m_fixture->receipts.flush()));
        m_fixture.reset();
        m_fixture = std::make_unique<ServiceFixture>(m_database);
    }

    void noteAll()
    {
        QVERIFY(QCoro::waitFor(m_fixture->notifications.flush()));
        QVERIFY(QCoro::waitFor(m_fixture->notificationStore.noteMessages({}, now()))); // what is under way
    }

    QList<Message> messagesOf(const ConversationId &id)
    {
        MessageQuery query{.conversationId = id, .limit = 10'000};
        return QCoro::waitFor(m_fixture->messageStore.page(query)).value().items;
    }

    QList<UserId> membersOf(const ConversationId &id)
    {
        QList<UserId> members;
        const auto record = QCoro::waitFor(m_fixture->conversationStore.record(id));
        for (const MembershipRow &row : record ? record->members : QList<MembershipRow>())
            members += row.userId;
        return members;
    }

    void checkConversations()
    {
        for (const ConversationId &id : std::as_const(m_groups)) {
            const QList<Message> messages = messagesOf(id);
            const QList<UserId> members = membersOf(id);
            checkMessages(messages);
            for (const UserId &user : members) {
                const Caller caller = m_fixture->caller(user);
                const Conversation conversation =
                    QCoro::waitFor(m_fixture->conversations.get(caller, id)).value();
                QCOMPARE(conversation.memberCount, int(members.size()));
                QCOMPARE(conversation.lastSeq, qint64(messages.size()));
                checkOwn(conversation, user, messages);
                const Heads heads = QCoro::waitFor(m_fixture->sync.heads(caller, {})).value();
                for (const Head &head : heads.heads) {
                    if (head.conversationId == id)
                        QCOMPARE(head.my, conversation.my);
                }
            }
        }
    }

    void checkMessages(const QList<Message> &messages)
    {
        for (const Message &message : messages) {
            int replies = 0;
            for (const Message &other : messages)
                replies += other.threadRootId == message.id && !other.isDeleted;
            QCOMPARE(message.replyCount.value_or(0), replies);
            for (const Reaction &reaction : message.reactions) {
                QCOMPARE(reaction.count,
                         m_database->execute(u"SELECT count(*) FROM message_reactions WHERE message_id = '%1'"
                                             " AND emoji = '%2'"_s.arg(message.id, reaction.emoji)));
                QCOMPARE(reaction.userIds.size(), reaction.count);
            }
            QCOMPARE(m_database->execute(
                         u"SELECT count(DISTINCT emoji) FROM message_reactions WHERE message_id = '%1'"_s.arg(
                             message.id)),
                     int(message.reactions.size()));
        }
    }

    void checkOwn(const Conversation &conversation, const UserId &user, const QList<Message> &messages)
    {
        const OwnMembership &my = conversation.my;
        int unread = 0, mentions = 0;
        for (const Message &message : messages) {
            if (message.seq <= my.readSeq)
                continue;
            unread += message.type != MessageType::System && message.senderId != user;
            mentions += std::any_of(message.mentions.begin(), message.mentions.end(),
                                    [&](const Mention &mention) { return mention.userId == user; });
        }
        QCOMPARE(my.unreadCount, unread);
        QCOMPARE(my.mentionCount, mentions);
        for (const Member &member : conversation.members.value()) {
            QVERIFY(member.readSeq <= member.deliveredSeq);
            QVERIFY(member.deliveredSeq <= conversation.lastSeq);
            const auto key = std::pair(conversation.id, member.userId);
            const Member before = m_marks.value(key);
            if (before.joinedAt == member.joinedAt) { // the same stay
                QVERIFY(before.readSeq <= member.readSeq);
                QVERIFY(before.deliveredSeq <= member.deliveredSeq);
            }
            m_marks.insert(key, member);
        }
    }

    // Whom a message mentions now was told of it once, and nobody was told of what is no more.
    void checkNotifications()
    {
        for (const ConversationId &id : std::as_const(m_groups)) {
            for (const Message &message : messagesOf(id)) {
                QSet<UserId> mentioned;
                for (const Mention &mention : message.mentions)
                    mentioned.insert(mention.userId);
                mentioned.remove(message.senderId);
                for (const UserId &user : std::as_const(mentioned))
                    QCOMPARE(countNotifications(
                                 u"user_id = '%1' AND source_id = 'mention:%2'"_s.arg(user, message.id)),
                             1);
                if (message.isDeleted)
                    QCOMPARE(countNotifications(u"message_id = '%1'"_s.arg(message.id)), 0);
            }
        }
        for (const UserId &user : m_people) {
            const Caller caller = m_fixture->caller(user);
            const auto page =
                QCoro::waitFor(m_fixture->notifications.list(caller, 10'000, {}, false)).value();
            int unread = 0;
            qint64 last = page.items.isEmpty() ? 0 : page.items.first().number + 1;
            for (const Notification &notification : page.items) {
                unread += !notification.readAt;
                QVERIFY(notification.number < last);
                last = notification.number;
                const QString conversation = notification.data.value("conversation_id"_L1).toString();
                QVERIFY(membersOf(conversation).contains(user));
            }
            QCOMPARE(page.unreadCount, unread);
            if (!page.items.isEmpty() && below(2) == 0)
                QVERIFY(QCoro::waitFor(m_fixture->notifications.markRead(caller, oneOf(page.items).id)));
        }
    }

    int countNotifications(const QString &condition)
    {
        return m_database->execute(u"SELECT count(*) FROM notifications WHERE "_s + condition).toInt();
    }

    const QStringList m_emoji{u"\U0001F525"_s, u"\U0001F44D"_s, u"\u2764\uFE0F"_s};
    std::shared_ptr<TestDatabase> m_database;
    std::unique_ptr<ServiceFixture> m_fixture;
    QList<ConversationId> m_groups;
    QHash<std::pair<ConversationId, UserId>, Member> m_marks; // as they were seen last
    QRandomGenerator m_random;
    int m_said = 0;
};

QTEST_GUILESS_MAIN(TestRecount)
#include "tst_recount.moc"
