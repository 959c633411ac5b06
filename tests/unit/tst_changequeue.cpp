// SPDX-License-Identifier: Apache-2.0
// What is done to messages, on a server that answers when the test wants.
#include "core/messagechanges.h"

#include "support/sessionfixture.h"

#include <QSignalSpy>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

using Kind = MessageChange::Kind;

class TestChangeQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<FakeServer>();
        m_room = m_server->addRoom();
        m_id = m_server->post(m_room, FakeServer::self(), u"first"_s).id;
        m_client = std::make_unique<Client>(*m_server);
        QVERIFY(m_client->isOnline());
        QTRY_COMPARE(look().content, u"first"_s);
    }

    void cleanup()
    {
        m_client.reset();
        m_server.reset();
    }

    void whatAnotherDeviceDoesAfterwardsIsSeen_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<bool>("answerFirst");
        for (const Kind kind : {Kind::Edit, Kind::React, Kind::Unreact, Kind::Pin, Kind::Unpin}) {
            const QByteArray name(toName(kind).data(), toName(kind).size());
            QTest::newRow(name + ", answered before the news") << kind << true;
            QTest::newRow(name + ", answered after the news") << kind << false;
        }
    }

    void whatAnotherDeviceDoesAfterwardsIsSeen()
    {
        QFETCH(Kind, kind);
        QFETCH(bool, answerFirst);
        const Message before = atStart(kind);
        m_server->live = !answerFirst;
        m_server->holdsAnswers = !answerFirst;
        make(kind);
        const Message wanted = look();
        QVERIFY(wanted != before);
        if (!answerFirst) {
            QTRY_COMPARE(m_server->heldAnswers(), 1);
            QTRY_COMPARE(m_client->newest(m_room).last().change, m_server->rooms[m_room].messages[0].change);
            m_server->releaseAnswers();
        }
        QTRY_VERIFY(m_client->session->changes().of(m_room).isEmpty());
        QCOMPARE(shown(look()), shown(wanted)); // also while the news has not come

        m_server->live = true;
        m_server->change(m_id, [&](Message &message) { // the other device takes it back
            message.content = before.content;
            message.isEdited = before.isEdited;
            message.reactions = before.reactions;
            message.pinned = before.pinned;
        });
        QTRY_COMPARE(shown(look()), shown(before));
    }

    void whatComesWhileItIsOnItsWayDoesNotUndoIt()
    {
        m_server->holdsAnswers = true;
        m_server->live = false;
        m_client->session->changes().edit(ref(), u"second"_s, {});
        QTRY_COMPARE(m_server->heldAnswers(), 1);
        m_server->live = true;
        m_server->change(m_id, [](Message &message) { message.reactions = {{u"👀"_s, 1, {u"ana"_s}}}; });
        QTRY_COMPARE(look().reactions.value(0).emoji, u"👀"_s);
        QCOMPARE(look().content, u"second"_s);
        m_server->releaseAnswers();
        QTRY_VERIFY(m_client->session->changes().of(m_room).isEmpty());
        QCOMPARE(look().content, u"second"_s);
    }

    void thoseToOneMessageGoInTheirOrderAlsoAfterARestart()
    {
        m_server->stop();
        QVERIFY(m_client->reaches(ConnectionState::Offline));
        MessageChanges &changes = m_client->session->changes();
        changes.edit(ref(), u"second"_s, {});
        changes.setReaction(ref(), u"🎉"_s, true);
        changes.setPinned(ref(), true);
        changes.setReaction(ref(), u"🎉"_s, false);
        changes.edit(ref(), u"third"_s, {});
        QTRY_COMPARE(changes.of(m_room).size(), 5);
        const Message wanted = look();
        QCOMPARE(wanted.content, u"third"_s);
        QVERIFY(wanted.pinned && wanted.reactions.isEmpty());

        m_client->start();
        QCOMPARE(shown(look()), shown(wanted));
        m_server->startAgain();
        QVERIFY(m_client->isOnline());
        QTRY_VERIFY(m_client->session->changes().of(m_room).isEmpty());
        QCOMPARE(
            m_server->changesSeen,
            (QStringList{u"PUT "_s, u"POST reactions"_s, u"PUT pin"_s, u"DELETE reactions/🎉"_s, u"PUT "_s}));
        QTRY_COMPARE(m_client->newest(m_room).last().content, u"third"_s);
        QCOMPARE(shown(look()), shown(wanted));
    }

    void anAnswerThatIsLostIsAskedForAgain()
    {
        m_server->holdsAnswers = true;
        m_server->live = false;
        m_client->session->changes().setReaction(ref(), u"🎉"_s, true);
        QTRY_COMPARE(m_server->heldAnswers(), 1);
        m_server->holdsAnswers = false;
        m_server->abortAll();
        QTRY_VERIFY(m_client->session->changes().of(m_room).isEmpty());
        QCOMPARE(m_server->changesSeen.size(), 2);
        QTRY_COMPARE(m_client->newest(m_room).last().reactions.value(0).count, 1);
        QCOMPARE(look().reactions.value(0).count, 1);
    }

    void anEditThatIsRefusedKeepsItsTextAndWaitsForAWord()
    {
        m_server->refusals.insert(u"second"_s, {ErrorCode::Forbidden, u"No."_s, {}, {}});
        MessageChanges &changes = m_client->session->changes();
        changes.edit(ref(), u"second"_s, {});
        QTRY_VERIFY(!changes.of(m_room).isEmpty() && changes.of(m_room).first().error);
        QCOMPARE(look().content, u"first"_s);
        changes.setPinned(ref(), true); // is not held up
        QTRY_VERIFY(m_server->rooms[m_room].messages[0].pinned);

        m_client->start();
        QCOMPARE(m_client->session->changes().of(m_room).first().text, u"second"_s);
        m_server->refusals.clear();
        m_client->session->changes().retry(m_client->session->changes().of(m_room).first().id);
        QTRY_COMPARE(m_server->rooms[m_room].messages[0].content, u"second"_s);
        QTRY_VERIFY(m_client->session->changes().of(m_room).isEmpty());
    }

private:
    // The state in which doing `kind` changes something.
    Message atStart(Kind kind)
    {
        if (kind == Kind::Unreact || kind == Kind::Unpin) {
            m_server->change(m_id, [&](Message &message) {
                message.reactions = {{u"🎉"_s, 2, {u"ana"_s, FakeServer::self()}}};
                message.pinned = true;
            });
            [this] { QTRY_VERIFY(look().pinned); }();
        }
        return look();
    }

    void make(Kind kind)
    {
        MessageChanges &changes = m_client->session->changes();
        switch (kind) {
        case Kind::Edit: changes.edit(ref(), u"second"_s, {}); break;
        case Kind::React:
        case Kind::Unreact: changes.setReaction(ref(), u"🎉"_s, kind == Kind::React); break;
        case Kind::Pin:
        case Kind::Unpin: changes.setPinned(ref(), kind == Kind::Pin); break;
        case Kind::Remove: changes.remove(ref()); break;
        }
    }

    [[nodiscard]] MessageRef ref() const { return {m_room, m_id, 1}; }
    [[nodiscard]] Message look() const
    {
        return m_client->session->changes().applied(m_client->newest(m_room).value(0));
    }
    [[nodiscard]] static QString shown(const Message &message)
    {
        QString text = message.content + (message.pinned ? u" pinned"_s : QString());
        for (const Reaction &reaction : message.reactions)
            text += u' ' + reaction.emoji + QString::number(reaction.count);
        return text;
    }

    std::unique_ptr<FakeServer> m_server;
    std::unique_ptr<Client> m_client;
    ConversationId m_room;
    MessageId m_id;
};

QTEST_GUILESS_MAIN(TestChangeQueue)
#include "tst_changequeue.moc"
