// SPDX-License-Identifier: Apache-2.0
#include "services/messagerules.h"
#include "support/servicefixture.h"
#include "util/uuid.h"
#include "wire/limits.h"

#include <QTest>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

// Edits, deletions, pins, reactions and threads, through the service, on both databases.
class TestMessageChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }

    void init()
    {
        QFETCH_GLOBAL(bool, postgres);
        m_fixture = std::make_unique<ServiceFixture>(postgres);
        m_group = m_fixture->conversation({u"ana"_s, u"li"_s, u"jo"_s}); // ana owns it
    }

    void cleanup() { m_fixture.reset(); }

    void anEditKeepsWhatWasSaidBeforeAndIsTold()
    {
        const Message said = m_fixture->say(u"li"_s, m_group, u"frist"_s);
        m_fixture->publisher.entries.clear();
        const Message edited = wait(messages().edit(by("li"), said.id, {u"first"_s, {}}));
        QCOMPARE(edited.content, u"first"_s);
        QVERIFY(edited.isEdited);
        QCOMPARE(edited.change, said.change + 1);
        QCOMPARE(edited.seq, said.seq);

        const auto told = m_fixture->publisher.all<MessageUpdated>();
        QCOMPARE(told.size(), size_t(1));
        QCOMPARE(told[0].second.data, edited);
        QCOMPARE(wait(messages().get(by("jo"), said.id)), edited);
        const QList<MessageVersion> versions = wait(messages().versions(by("jo"), said.id));
        QCOMPARE(versions, QList<MessageVersion>({{u"frist"_s, {}, said.createdAt}}));
    }

    void anEditThatChangesNothingIsNoChange()
    {
        const Message said = m_fixture->say(u"li"_s, m_group, u"same"_s);
        m_fixture->publisher.entries.clear();
        QCOMPARE(wait(messages().edit(by("li"), said.id, {u"same"_s, {}})), said);
        QVERIFY(m_fixture->publisher.entries.empty());
    }

    void anEditIsRefusedWhenSomebodyWasFaster()
    {
        const Message said = m_fixture->say(u"li"_s, m_group);
        wait(messages().edit(by("li"), said.id, {u"one"_s, {}}, said.change));
        QCOMPARE(fault(messages().edit(by("li"), said.id, {u"two"_s, {}}, said.change)),
                 ErrorCode::PreconditionFailed);
        QCOMPARE(wait(messages().get(by("li"), said.id)).content, u"one"_s);
    }

    void anEditMayMentionOthersAndTheCountsFollow()
    {
        const Message said = m_fixture->say(u"li"_s, m_group, u"hello"_s);
        wait(messages().edit(by("li"), said.id, {u"@jo hello"_s, {{u"jo"_s, 0, 3}}}));
        QCOMPARE(own("jo").mentionCount, 1);
        wait(messages().edit(by("li"), said.id, {u"@ana hello"_s, {{u"ana"_s, 0, 4}}}));
        QCOMPARE(own("jo").mentionCount, 0);
        QCOMPARE(own("ana").mentionCount, 1);
        QCOMPARE(fault(messages().edit(by("li"), said.id, {u"@eve"_s, {{u"eve"_s, 0, 4}}})),
                 ErrorCode::InvalidField);
    }

    void onlyTheSenderEdits()
    {
        const Message said = m_fixture->say(u"li"_s, m_group);
        QCOMPARE(fault(messages().edit(by("ana"), said.id, {u"x"_s, {}})), ErrorCode::Forbidden);
        QCOMPARE(fault(messages().edit(by("eve"), said.id, {u"x"_s, {}})), ErrorCode::NotFound);
        QCOMPARE(fault(messages().edit(by("li"), said.id, {u"  "_s, {}})), ErrorCode::InvalidField);
    }

    void aDeletionLeavesNothingOfWhatWasSaid()
    {
        MessageDraft draft;
        draft.content = u"@jo the secret"_s;
        draft.mentions = {{u"jo"_s, 0, 3}};
        draft.metadata = {{u"note"_s, u"secret"_s}};
        const Message said = wait(messages().send(by("li"), m_group, draft)).message;
        wait(messages().edit(by("li"), said.id, {u"@jo another secret"_s, {{u"jo"_s, 0, 3}}}));
        wait(messages().addReaction(by("jo"), said.id, u"\U0001F525"_s));
        wait(messages().setPinned(by("jo"), said.id, true));
        m_fixture->publisher.entries.clear();

        const Message left = wait(messages().remove(by("li"), said.id));
        Message expected;
        expected.id = said.id;
        expected.conversationId = m_group;
        expected.seq = said.seq;
        expected.change = said.change + 4;
        expected.senderId = u"li"_s;
        expected.type = MessageType::Text;
        expected.content = u""_s;
        expected.isDeleted = true;
        expected.deletedAt = left.deletedAt;
        expected.createdAt = said.createdAt;
        QCOMPARE(left, expected);
        QCOMPARE(wait(messages().get(by("ana"), said.id)), expected);
        QVERIFY(wait(messages().versions(by("ana"), said.id)).isEmpty());
        QCOMPARE(own("jo").mentionCount, 0);
        const auto told = m_fixture->publisher.all<MessageDeleted>();
        QCOMPARE(told.size(), size_t(1));
        QCOMPARE(told[0].second.data, expected);
        for (const char *table : {"message_edits", "message_reactions", "message_mentions"}) {
            const QString count = u"SELECT count(*) FROM %1"_s.arg(QLatin1StringView(table));
            QCOMPARE(m_fixture->database.execute(count).toInt(), 0);
        }
    }

    void aDeletionCanBeRepeatedAndEndsTheRest()
    {
        const Message said = m_fixture->say(u"li"_s, m_group);
        const Message left = wait(messages().remove(by("li"), said.id));
        QCOMPARE(wait(messages().remove(by("li"), said.id)), left);
        QCOMPARE(fault(messages().edit(by("li"), said.id, {u"x"_s, {}})), ErrorCode::Conflict);
        QCOMPARE(fault(messages().addReaction(by("jo"), said.id, u"\U0001F525"_s)), ErrorCode::Conflict);
        QCOMPARE(fault(messages().setPinned(by("jo"), said.id, true)), ErrorCode::Conflict);
    }

    void whoModeratesMayDeleteWhatOthersSaid()
    {
        const Message ofLi = m_fixture->say(u"li"_s, m_group);
        const Message ofAna = m_fixture->say(u"ana"_s, m_group);
        QCOMPARE(fault(messages().remove(by("jo"), ofLi.id)), ErrorCode::Forbidden);
        QCOMPARE(fault(messages().remove(by("jo"), ofAna.id)), ErrorCode::Forbidden);
        QCOMPARE(fault(messages().remove(by("eve"), ofAna.id)), ErrorCode::NotFound);
        QVERIFY(wait(messages().remove(by("ana"), ofLi.id)).isDeleted);

        const ConversationId direct = m_fixture->conversation({u"ana"_s, u"li"_s});
        QCOMPARE(fault(messages().remove(by("ana"), m_fixture->say(u"li"_s, direct).id)),
                 ErrorCode::Forbidden);
    }

    void deletedMessagesAreAnsweredToTheirKeyAgain()
    {
        MessageDraft draft;
        draft.content = u"once"_s;
        draft.clientMsgId = uuidV7();
        const Message said = wait(messages().send(by("li"), m_group, draft)).message;
        wait(messages().remove(by("li"), said.id));
        const StoredMessage again = wait(messages().send(by("li"), m_group, draft));
        QVERIFY(again.repeated);
        QVERIFY(again.message.isDeleted);
        // Not even what short contents could be guessed from is left.
        QVERIFY(
            m_fixture->database.execute(u"SELECT request_hash FROM messages WHERE id = '%1'"_s.arg(said.id))
                .toString()
                .isEmpty());
        QCOMPARE(again.message.content, u""_s);
    }

    void everybodyReactsOnceWithAnEmoji()
    {
        const Message said = m_fixture->say(u"li"_s, m_group);
        const QString fire = u"\U0001F525"_s, family = u"\U0001F469\u200D\U0001F469\u200D\U0001F467"_s;
        wait(messages().addReaction(by("jo"), said.id, fire));
        wait(messages().addReaction(by("ana"), said.id, fire));
        const Message reacted = wait(messages().addReaction(by("jo"), said.id, family));
        QCOMPARE(reacted.reactions,
                 QList<Reaction>({{fire, 2, {u"jo"_s, u"ana"_s}}, {family, 1, {u"jo"_s}}}));
        QCOMPARE(reacted.change, said.change + 3);

        m_fixture->publisher.entries.clear();
        QCOMPARE(wait(messages().addReaction(by("jo"), said.id, fire)), reacted);
        QVERIFY(m_fixture->publisher.entries.empty());

        const Message less = wait(messages().removeReaction(by("jo"), said.id, fire));
        QCOMPARE(less.reactions, QList<Reaction>({{fire, 1, {u"ana"_s}}, {family, 1, {u"jo"_s}}}));
        const auto told = m_fixture->publisher.all<ReactionRemoved>();
        QCOMPARE(told.size(), size_t(1));
        QCOMPARE(told[0].second.reactions, less.reactions);
        QCOMPARE(told[0].second.change, less.change);
        wait(messages().removeReaction(by("ana"), said.id, fire));
        QCOMPARE(wait(messages().get(by("li"), said.id)).reactions,
                 QList<Reaction>({{family, 1, {u"jo"_s}}}));
    }

    void aMessageHasAtMostTwentyKindsOfReactions()
    {
        const Message said = m_fixture->say(u"li"_s, m_group);
        for (int i = 0; i < Limits::reactionsPerMessage; ++i)
            wait(messages().addReaction(by("jo"), said.id, emojiNumber(i)));
        QCOMPARE(fault(messages().addReaction(by("jo"), said.id, emojiNumber(20))), ErrorCode::InvalidField);
        QCOMPARE(wait(messages().addReaction(by("ana"), said.id, emojiNumber(3))).reactions[3].count, 2);
    }

    void theFirstFiftyAreListedAndOthersMoveUp()
    {
        QList<UserId> members;
        for (int i = 0; i < 52; ++i)
            members += u"u%1"_s.arg(i, 2, 10, QChar(u'0'));
        const ConversationId crowd = m_fixture->conversation(members);
        const Message said = m_fixture->say(members[0], crowd);
        for (const UserId &member : std::as_const(members))
            wait(messages().addReaction(m_fixture->caller(member), said.id, emojiNumber(0)));
        Reaction reaction = wait(messages().get(m_fixture->caller(members[0]), said.id)).reactions.first();
        QCOMPARE(reaction.count, 52);
        QCOMPARE(reaction.userIds.size(), 50);
        const UserId gone = reaction.userIds.first();
        reaction = wait(messages().removeReaction(m_fixture->caller(gone), said.id, emojiNumber(0)))
                       .reactions.first();
        QCOMPARE(reaction.count, 51);
        QCOMPARE(reaction.userIds.size(), 50);
        QVERIFY(!reaction.userIds.contains(gone));
    }

    void onlyEmojiAreReactions()
    {
        for (const QString &emoji :
             {u"\u2764\uFE0F"_s, u"1\uFE0F\u20E3"_s, u"\U0001F44D\U0001F3FD"_s, u"\U0001F1E9\U0001F1EA"_s,
              u"\u00A9"_s, u"\u2194\uFE0F"_s, u"\U0001F3F4\U000E0067\U000E0062\U000E007F"_s})
            QVERIFY2(isEmoji(emoji), qPrintable(emoji));
        for (const QString &other :
             {u""_s, u"a"_s, u"1"_s, u"lol"_s, u" "_s, u"\u200D"_s, u"\u202E\U0001F525"_s, u"<b>"_s,
              u"\U0001F525"_s.repeated(40), QString(QChar(0xD83D))})
            QVERIFY2(!isEmoji(other), qPrintable(other));
    }

    void aPinIsToldToEverybody()
    {
        const Message said = m_fixture->say(u"li"_s, m_group);
        const Message pinned = wait(messages().setPinned(by("jo"), said.id, true));
        QVERIFY(pinned.pinned);
        QCOMPARE(wait(messages().setPinned(by("ana"), said.id, true)), pinned);
        QVERIFY(!wait(messages().setPinned(by("ana"), said.id, false)).pinned);
        QCOMPARE(m_fixture->publisher.all<MessageUpdated>().size(), size_t(2));
        QCOMPARE(fault(messages().setPinned(by("eve"), said.id, true)), ErrorCode::NotFound);
    }

    void aThreadCountsItsRepliesAndItsFirstMessageChangesWithThem()
    {
        const Message root = m_fixture->say(u"li"_s, m_group, u"root"_s);
        const Message first = reply("jo", root.id, u"first"_s);
        const Message second = reply("ana", first.id, u"second"_s);
        QCOMPARE(second.threadRootId, root.id);
        QCOMPARE(second.replyToId, first.id);

        const Message counted = wait(messages().get(by("li"), root.id));
        QCOMPARE(counted.replyCount, 2);
        QCOMPARE(counted.change, second.change);
        const MessagePage thread = wait(messages().replies(by("li"), root.id, 0, 1));
        QCOMPARE(thread.items, QList<Message>({first}));
        QVERIFY(thread.hasMore);
        QCOMPARE(wait(messages().replies(by("li"), root.id, first.seq, 10)).items, QList<Message>({second}));
        QCOMPARE(fault(messages().replies(by("eve"), root.id, 0, 10)), ErrorCode::NotFound);

        const Message removed = wait(messages().remove(by("jo"), first.id));
        const Message less = wait(messages().get(by("li"), root.id));
        QCOMPARE(less.replyCount, 1);
        QCOMPARE(less.change, removed.change);
        const Changes missed = wait(m_fixture->sync.changes(by("jo"), m_group, second.change, 10));
        QCOMPARE(missed.messages.size(), 2); // the reply that went, and the first message
    }

    void whoSeesTheHistoryFromTheirJoiningOnHearsNothingOfWhatWasBefore()
    {
        const Message said = m_fixture->say(u"li"_s, m_group);
        m_fixture->database.execute(u"UPDATE conversations SET history = 'since_join'"_s);
        m_fixture->database.execute(u"UPDATE conversation_members SET joined_seq = 1 WHERE user_id = 'jo'"_s);
        Memberships fresh(m_fixture->conversationStore, m_fixture->blocks);
        MessageService service(fresh, m_fixture->messageStore, m_fixture->receipts, m_fixture->typing,
                               m_fixture->notifications, m_fixture->publisher);
        QCOMPARE(fault(service.addReaction(by("jo"), said.id, emojiNumber(0))), ErrorCode::NotFound);
        wait(service.edit(by("li"), said.id, {u"edited"_s, {}}));
        const QList<UserId> told = m_fixture->publisher.all<MessageUpdated>().at(0).first.users;
        QCOMPARE(QSet<UserId>(told.begin(), told.end()), QSet<UserId>({u"ana"_s, u"li"_s}));
    }

    void metadataThatMeansSomethingMustFit()
    {
        MessageDraft draft;
        draft.content = u"here"_s;
        draft.type = MessageType::Location;
        draft.metadata = {{u"latitude"_s, 48.1}, {u"longitude"_s, 181}};
        QCOMPARE(faultPointer(draft), u"/metadata/longitude"_s);
        draft.metadata = {{u"latitude"_s, 48.1}};
        QCOMPARE(faultPointer(draft), u"/metadata/longitude"_s);
        draft.metadata = {{u"latitude"_s, 48.1}, {u"longitude"_s, 11.5}, {u"anything"_s, u"else"_s}};
        const Message said = wait(messages().send(by("li"), m_group, draft)).message;
        QCOMPARE(said.metadata, draft.metadata);
        draft.type = MessageType::Image;
        draft.metadata = {{u"media_url"_s, u"javascript:alert(1)"_s}};
        QCOMPARE(faultPointer(draft), u"/metadata/media_url"_s);
    }

private:
    MessageService &messages() { return m_fixture->messages; }
    Caller by(const char *name) { return m_fixture->caller(QLatin1StringView(name)); }

    template<typename T>
    static T wait(QCoro::Task<Result<T>> task)
    {
        Result<T> result = QCoro::waitFor(std::move(task));
        if (!result)
            qFatal("expected success: %s", qPrintable(result.error().detail));
        return *std::move(result);
    }

    template<typename T>
    static ErrorCode fault(QCoro::Task<Result<T>> task)
    {
        const Result<T> result = QCoro::waitFor(std::move(task));
        if (result)
            qFatal("expected an error");
        return result.error().code;
    }

    QString faultPointer(const MessageDraft &draft)
    {
        const auto result = QCoro::waitFor(messages().send(by("li"), m_group, draft));
        return result ? u"accepted"_s : result.error().pointer;
    }

    Message reply(const char *user, const MessageId &to, const QString &content)
    {
        MessageDraft draft;
        draft.content = content;
        draft.replyToId = to;
        return wait(messages().send(by(user), m_group, draft)).message;
    }

    OwnMembership own(const char *user) { return wait(m_fixture->conversations.get(by(user), m_group)).my; }

    static QString emojiNumber(int i)
    {
        const char32_t emoji = 0x1F600 + char32_t(i);
        return QString::fromUcs4(&emoji, 1);
    }

    std::unique_ptr<ServiceFixture> m_fixture;
    ConversationId m_group;
};

QTEST_GUILESS_MAIN(TestMessageChanges)
#include "tst_messagechanges.moc"
