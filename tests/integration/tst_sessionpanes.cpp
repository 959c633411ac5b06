// SPDX-License-Identifier: Apache-2.0
// The parts of a session behind the panes, on the real server.
#include "core/conversationadmin.h"
#include "core/notifications.h"
#include "core/safety.h"
#include "core/search.h"
#include "core/threads.h"
#include "support/person.h"
#include "support/testclient.h"

#include <QSignalSpy>

using namespace Hearth;
using namespace Hearth::Test;

namespace {

OwnMembership own(const Person &person, const ConversationId &id)
{
    const auto summary = person.session->conversation(id);
    return summary ? summary->conversation.my : OwnMembership();
}

QStringList contents(const QList<SearchResult> &results)
{
    QStringList list;
    for (const SearchResult &result : results)
        list.append(result.message.content);
    return list;
}

} // namespace

class TestSessionPanes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_server.start()); }

    void init()
    {
        const QString run = QString::number(++m_run);
        ana = std::make_unique<Person>(m_server, u"ana"_s + run);
        bo = std::make_unique<Person>(m_server, u"bo"_s + run);
        QVERIFY(ana->isOnline() && bo->isOnline());
        const auto created = await(ana->session->createGroup(u"Crew %1"_s.arg(run), {boId()}));
        QVERIFY(created);
        room = *created;
        QTRY_VERIFY(bo->session->conversation(room));
    }

    void cleanup()
    {
        ana.reset();
        bo.reset();
    }

    void settingsChosenWhileAwayHoldAtOnceSurviveARestartAndReachTheServer()
    {
        m_server.kill();
        QTRY_COMPARE(ana->session->connectionState(), ConnectionState::Offline);
        const Timestamp until = now() + std::chrono::hours(8);
        ana->session->admin().setPinned(room, true);
        ana->session->admin().setArchived(room, true);
        ana->session->admin().mute(room, until);
        ana->session->admin().setLevel(room, NotifyLevel::Mentions);
        QVERIFY(own(*ana, room).pinned && own(*ana, room).archived);
        ana->start();
        QVERIFY(own(*ana, room).pinned && own(*ana, room).archived);
        ana->session->admin().setArchived(room, false);

        QVERIFY(m_server.start());
        QVERIFY(ana->isOnline());
        QTRY_VERIFY(onServer(room).pinned);
        QTRY_VERIFY(!onServer(room).archived);
        ana->moveToAnotherDevice();
        QVERIFY(ana->isOnline());
        const OwnMembership my = own(*ana, room);
        QVERIFY(my.pinned && !my.archived);
        QCOMPARE(my.mutedUntil, std::optional(until));
        QCOMPARE(my.level, NotifyLevel::Mentions);
        QVERIFY(!own(*bo, room).pinned); // one's own

        ana->session->admin().mute(room, {});
        QVERIFY(!own(*ana, room).mutedUntil);
        QTRY_VERIFY(!onServer(room).mutedUntil);
    }

    void aMarkOfUnreadReachesOnesOtherDevicesAndGoesWhenItIsRead()
    {
        const QString said = ana->say(room, u"Note A"_s);
        QTRY_COMPARE(bo->texts(room).value(bo->texts(room).size() - 1), u"Note A"_s);
        const qint64 last = bo->session->conversation(room)->conversation.lastSeq;
        bo->session->markRead(room, last);
        bo->session->admin().setUnreadFrom(room, last);
        QCOMPARE(own(*bo, room).unreadFrom, std::optional(last));
        QTRY_COMPARE(onServer(room, *bo).unreadFrom, std::optional(last));
        bo->moveToAnotherDevice();
        QVERIFY(bo->isOnline());
        QTRY_COMPARE(own(*bo, room).unreadFrom, std::optional(last));
        QCOMPARE(own(*bo, room).unreadCount, 0); // what was read stays read
        bo->session->markRead(room, last - 1);
        QCOMPARE(own(*bo, room).unreadFrom, std::optional(last));
        bo->session->markRead(room, last);
        QVERIFY(!own(*bo, room).unreadFrom);
        QTRY_VERIFY(!onServer(room, *bo).unreadFrom);
    }

    void ownersRenameAddPromoteAndRemoveAndMembersAreRefusedInWords()
    {
        ConversationAdmin &admin = ana->session->admin();
        QVERIFY(await(admin.rename(room, u"Engines"_s)));
        QVERIFY(await(admin.describe(room, u"What can be woven"_s)));
        QTRY_COMPARE(bo->session->conversation(room)->conversation.name, std::optional(u"Engines"_s));
        QTRY_COMPARE(bo->session->conversation(room)->conversation.description,
                     std::optional(u"What can be woven"_s));

        const auto refused = await(bo->session->admin().rename(room, u"Mine"_s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Forbidden);
        QVERIFY(!refused.error().detail.isEmpty());

        QVERIFY(await(admin.setRole(room, boId(), MemberRole::Admin)));
        QTRY_COMPARE(own(*bo, room).role, MemberRole::Admin);
        QVERIFY(await(bo->session->admin().rename(room, u"Ours"_s)));

        Person cy(m_server, u"cy"_s + QString::number(m_run));
        QVERIFY(cy.isOnline());
        QVERIFY(await(bo->session->admin().addMember(room, cy.session->userId())));
        QTRY_VERIFY(cy.session->conversation(room));
        QVERIFY(await(admin.setMayWrite(room, cy.session->userId(), false)));
        const auto page = await(admin.members(room));
        QVERIFY(page);
        QCOMPARE(page->items.size(), 3);
        QVERIFY(await(admin.removeMember(room, cy.session->userId())));
        QTRY_VERIFY(!cy.session->conversation(room));
        QVERIFY(await(bo->session->admin().removeMember(room, boId()))); // leaving
        QTRY_VERIFY(!bo->session->conversation(room));
        QVERIFY(await(admin.deleteForEverybody(room)));
        QTRY_VERIFY(!ana->session->conversation(room));
    }

    // The same question here and there; what is stored is all there is.
    void whatIsStoredIsFoundAsTheServerFindsIt()
    {
        for (const QString &text : {u"The build is green"_s, u"Building bridges"_s, u"Café at noon"_s,
                                    u"see https://example.org/x"_s, u"東京で会いましょう"_s})
            ana->say(room, text);
        QTRY_COMPARE(bo->texts(room).size(), 5); // else the two write side by side, in either order
        bo->say(room, u"green tea, \"please\" 100%"_s);
        QTRY_COMPARE(bo->texts(room).size(), 6);
        QTRY_COMPARE(ana->session->conversation(room)->conversation.lastSeq, 6);
        QTRY_COMPARE(texts(u"green"_s),
                     (QStringList{u"green tea, \"please\" 100%"_s, u"The build is green"_s}));

        QTRY_COMPARE(ana->session->user(boId()).username,
                     u"bo"_s + QString::number(m_run)); // known by its name
        const QString today = QDateTime::currentDateTimeUtc().date().toString(Qt::ISODate);
        const QString tomorrow = QDateTime::currentDateTimeUtc().date().addDays(1).toString(Qt::ISODate);
        for (const QString &query : {u"build"_s,
                                     u"BUILD"_s,
                                     u"is"_s,
                                     u"cafe"_s,
                                     u"\"build is\""_s,
                                     u"\"is build\""_s,
                                     u"green -tea"_s,
                                     u"京で"_s,
                                     u"has:link"_s,
                                     u"-has:link green"_s,
                                     u"from:me"_s,
                                     u"from:"_s + boId(),
                                     u"-from:me"_s,
                                     u"from:bo"_s + QString::number(m_run),
                                     u"green before:"_s + tomorrow,
                                     u"green before:2020-01-01"_s,
                                     u"green after:2020-01-01"_s,
                                     u"green after:"_s + tomorrow,
                                     u"nothing"_s,
                                     u"100%"_s}) {
            const auto stored = await(ana->session->search().stored({query, room}));
            QVERIFY2(stored, qPrintable(query));
            QCOMPARE(u"%1: %2"_s.arg(query, contents(*stored).join(u'|')),
                     u"%1: %2"_s.arg(query, texts(query).join(u'|')));
        }
        const auto stored = await(ana->session->search().stored({u"cafe"_s, {}}));
        QCOMPARE(stored->first().highlights, (QList<Highlight>{{0, 4}}));
    }

    void offlineTheStoredMessagesAreSearchedStill()
    {
        ana->say(room, u"remember the lighthouse"_s);
        QTRY_VERIFY(ana->session->outgoing(room).isEmpty());
        QTRY_COMPARE(ana->texts(room).value(ana->texts(room).size() - 1), u"remember the lighthouse"_s);
        m_server.kill();
        QTRY_COMPARE(ana->session->connectionState(), ConnectionState::Offline);
        QCOMPARE(contents(*await(ana->session->search().stored({u"lighth in:\"Crew %1\""_s.arg(m_run), {}}))),
                 QStringList{u"remember the lighthouse"_s});
        QVERIFY(await(ana->session->search().stored({u"lighth in:elsewhere"_s, {}}))->isEmpty());
        QCOMPARE(await(ana->session->search().onServer({u"lighthouse"_s, {}})).error().code,
                 ErrorCode::Unavailable);
        QVERIFY(m_server.start());
    }

    void filtersThatNobodyKnowsAreRefusedInWords()
    {
        const auto page = await(ana->session->search().onServer({u"has:wings"_s, {}}));
        QVERIFY(!page);
        QCOMPARE(page.error().code, ErrorCode::InvalidField);
        QVERIFY(!page.error().detail.isEmpty());
    }

    void aTimeLeadsToTheFirstMessageAtOrAfterIt()
    {
        ana->say(room, u"one"_s);
        QTRY_COMPARE(ana->texts(room).value(ana->texts(room).size() - 1), u"one"_s);
        const Timestamp between = now() + std::chrono::milliseconds(1);
        QTRY_VERIFY(now() > between);
        ana->say(room, u"two"_s);
        QTRY_COMPARE(ana->texts(room).value(ana->texts(room).size() - 1), u"two"_s);
        const qint64 last = ana->session->conversation(room)->conversation.lastSeq;
        const auto place = [this](Timestamp time) {
            return await(ana->session->search().placeAt(room, time));
        };
        QTRY_COMPARE(place(between).value_or(0), last); // found within two seconds of being sent
        QTRY_COMPARE(place(now() + std::chrono::hours(1)).value_or(0), last);
        QCOMPARE(place(Timestamp{}).value_or(0), 1);
        m_server.kill();
        QTRY_COMPARE(ana->session->connectionState(), ConnectionState::Offline);
        QCOMPARE(place(between).value_or(0), last);
        QVERIFY(m_server.start());
    }

    void aThreadIsReadFromTheServerAndThenFromTheStore()
    {
        ana->say(room, u"Lunch?"_s);
        QTRY_COMPARE(bo->texts(room).value(bo->texts(room).size() - 1), u"Lunch?"_s);
        const auto slice = await(bo->session->newest(room, 50));
        QVERIFY(slice);
        const Message root = slice->messages.last();
        for (const QString &text : {u"At one"_s, u"Gladly"_s}) {
            MessageDraft reply;
            reply.content = text;
            reply.replyToId = root.id;
            bo->session->send(room, reply);
        }
        bo->say(room, u"something else"_s);
        QTRY_COMPARE(ana->texts(room).value(ana->texts(room).size() - 1), u"something else"_s);

        ana->moveToAnotherDevice();
        QVERIFY(ana->isOnline());
        const auto there = await(ana->session->threads().onServer(room, root.id));
        QVERIFY(there);
        const auto here = await(ana->session->threads().stored(room, root.id));
        QVERIFY(here);
        for (const auto &thread : {*there, *here}) {
            QStringList texts;
            for (const Message &message : thread)
                texts.append(message.content);
            QCOMPARE(texts, (QStringList{u"Lunch?"_s, u"At one"_s, u"Gladly"_s}));
        }
    }

    void aMentionIsNotifiedOfAndWhatIsReadIsReadEverywhere()
    {
        Notifications &inbox = bo->session->notifications();
        mentionBo(u"@bo first"_s);
        QTRY_COMPARE(inbox.unreadCount(), 1);
        mentionBo(u"@bo second"_s);
        QTRY_COMPARE(inbox.unreadCount(), 2);
        QCOMPARE(inbox.items().first().data["conversation_id"_L1].toString(), room);
        inbox.markRead(inbox.items().first().id);
        QCOMPARE(inbox.unreadCount(), 1); // at once
        QTRY_COMPARE(unreadOnServer(), 1);
        bo->session->notifications().markAllRead();
        QCOMPARE(bo->session->notifications().unreadCount(), 0);
        QTRY_COMPARE(unreadOnServer(), 0);
    }

    void notificationsAreThereOfflineAndReadingThemSurvivesARestart()
    {
        mentionBo(u"@bo first"_s);
        mentionBo(u"@bo second"_s);
        QTRY_COMPARE(bo->session->notifications().unreadCount(), 2);
        m_server.kill();
        QTRY_COMPARE(bo->session->connectionState(), ConnectionState::Offline);
        bo->start();
        QCOMPARE(bo->session->notifications().items().size(), 2);
        QCOMPARE(bo->session->notifications().unreadCount(), 2);
        bo->session->notifications().markRead(bo->session->notifications().items().last().id);
        bo->start();
        QCOMPARE(bo->session->notifications().unreadCount(), 1);
        QVERIFY(m_server.start());
        QVERIFY(bo->isOnline());
        QTRY_COMPARE(unreadOnServer(), 1);
    }

    void whoIsBlockedCannotWriteDirectlyUntilTheyAreLetInAgainAlsoAfterARestart()
    {
        const auto direct = await(ana->session->createDirect(boId()));
        QVERIFY(direct);
        QTRY_VERIFY(bo->session->conversation(*direct));
        QVERIFY(await(ana->session->safety().block(boId())));
        QVERIFY(ana->session->safety().isBlocked(boId()));
        bo->say(*direct, u"let me in"_s);
        QTRY_VERIFY(!bo->session->outgoing(*direct).isEmpty()
                    && bo->session->outgoing(*direct).first().state == OutgoingState::Failed);
        QCOMPARE(bo->session->outgoing(*direct).first().error->code, ErrorCode::Blocked);

        ana->start();
        QTRY_VERIFY(ana->session->safety().isBlocked(boId()));
        QVERIFY(await(ana->session->safety().unblock(boId())));
        QVERIFY(ana->session->safety().blocked().isEmpty());
        bo->session->retry(bo->session->outgoing(*direct).first().clientMsgId);
        QTRY_COMPARE(ana->texts(*direct), QStringList{u"let me in"_s});
    }

    void aReportReachesTheAdministratorsOnceAndOnlyOfWhatOneSees()
    {
        ana->say(room, u"rude"_s);
        QTRY_COMPARE(bo->texts(room).size(), 1);
        const MessageId message = await(bo->session->newest(room, 1))->messages.first().id;
        QVERIFY(await(bo->session->safety().reportMessage(message, u"It is rude."_s)));
        QVERIFY(await(bo->session->safety().reportMessage(message, u"It is rude."_s))); // harmless
        QVERIFY(await(bo->session->safety().reportPerson(ana->session->userId(), u"They are rude."_s)));
        const auto unknown = await(bo->session->safety().reportMessage(u"nothing"_s, u"It is rude."_s));
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().code, ErrorCode::NotFound);
    }

private:
    [[nodiscard]] UserId boId() const { return bo->session->userId(); }
    // What the server finds; it finds within two seconds of being sent.
    QStringList texts(const QString &query)
    {
        const auto page = await(ana->session->search().onServer({query, room}));
        return page ? contents(page->items) : QStringList{page.error().detail};
    }
    void mentionBo(const QString &text)
    {
        MessageDraft draft;
        draft.content = text;
        draft.mentions = {{boId(), 0, 3}};
        ana->session->send(room, draft);
    }
    OwnMembership onServer(const ConversationId &id) { return onServer(id, *ana); }
    OwnMembership onServer(const ConversationId &id, const Person &person)
    {
        const auto answer = RestClient(m_server.url(), person.token()).get("/api/v1/conversations/"_L1 + id);
        const auto conversation = parse<Conversation>(answer.body);
        return conversation ? conversation->my : OwnMembership();
    }
    int unreadOnServer()
    {
        return RestClient(m_server.url(), bo->token())
            .get(u"/api/v1/notifications"_s)
            .json["unread_count"_L1]
            .toInt(-1);
    }

    ServerProcess m_server;
    int m_run = 0;
    std::unique_ptr<Person> ana, bo;
    ConversationId room;
};

QTEST_GUILESS_MAIN(TestSessionPanes)
#include "tst_sessionpanes.moc"
