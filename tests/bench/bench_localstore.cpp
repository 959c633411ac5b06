// SPDX-License-Identifier: Apache-2.0
#include "core/localstore.h"

#include "support/await.h"
#include "util/uuid.h"

#include <QTemporaryDir>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

// 200 conversations with 1 000 cached messages each: what a start, a page and a live message cost.
class BenchLocalStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        LocalStore store(m_dir.path());
        QVERIFY(await(store.open()));
        for (int room = 0; room < 200; ++room) {
            Batch batch;
            batch.conversation.id = u"room-%1"_s.arg(room);
            batch.conversation.lastSeq = batch.conversation.lastChange = 1'000;
            batch.members = {Member{u"me"_s}, Member{u"ana-%1"_s.arg(room)}};
            for (int seq = 1; seq <= 1'000; ++seq)
                batch.messages.append(message(batch.conversation.id, seq));
            batch.conversation.lastMessage = batch.messages.last();
            QVERIFY(await(store.apply(batch)));
        }
    }

    void open()
    {
        QBENCHMARK
        {
            LocalStore store(m_dir.path());
            QCOMPARE(await(store.open())->conversations.size(), 200);
        }
    }

    void pageOf50()
    {
        LocalStore store(m_dir.path());
        QVERIFY(await(store.open()));
        QBENCHMARK
        {
            QCOMPARE(await(store.before(u"room-77"_s, 700, 50))->messages.size(), 50);
        }
    }

    void liveMessage()
    {
        LocalStore store(m_dir.path());
        QVERIFY(await(store.open()));
        Batch batch;
        batch.conversation.id = u"room-5"_s;
        batch.conversation.lastChange = m_change;
        QBENCHMARK
        {
            batch.since = batch.conversation.lastChange;
            batch.conversation.lastSeq = batch.conversation.lastChange = ++m_change;
            batch.messages = {message(batch.conversation.id, batch.conversation.lastSeq)};
            QVERIFY(await(store.apply(batch)));
        }
    }

    void outgoingMessageOnTheDisk()
    {
        LocalStore store(m_dir.path());
        QVERIFY(await(store.open()));
        QBENCHMARK
        {
            OutgoingMessage message;
            message.clientMsgId = uuidV7();
            message.conversationId = u"room-5"_s;
            QVERIFY(await(store.enqueue(message)));
        }
    }

private:
    static Message message(const ConversationId &room, qint64 seq)
    {
        Message m;
        m.id = uuidV7();
        m.conversationId = room;
        m.seq = m.change = seq;
        m.senderId = uuidV7();
        m.clientMsgId = uuidV7();
        m.content = u"Message %1 of an ordinary conversation, about two lines long as they are."_s.arg(seq);
        m.createdAt = now();
        return m;
    }

    QTemporaryDir m_dir;
    qint64 m_change = 1'000; // of the room that grows
};

QTEST_GUILESS_MAIN(BenchLocalStore)
#include "bench_localstore.moc"
