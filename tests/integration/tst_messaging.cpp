// SPDX-License-Identifier: Apache-2.0
#include "support/sharedservers.h"
#include "util/uuid.h"
#include "wire/limits.h"

#include <QJsonDocument>
#include <QTest>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

QString textOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1StringView(key)).toString();
}

qint64 numberOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1StringView(key)).toInteger(-1);
}

QJsonObject dataOf(const QJsonObject &frame)
{
    return frame.value("data"_L1).toObject();
}

} // namespace

// What people do with each other, through the real server, over REST and WebSocket, on both databases.
class TestMessaging : public QObject, private SharedServers
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }

    void init()
    {
        QFETCH_GLOBAL(bool, postgres);
        QVERIFY2(useServer(postgres), m_server->log());
    }

    void aMessageReachesEverybodyOnceAndTheSenderToo()
    {
        FrameClient ana = socketOf("ana"), li = socketOf("li");
        const QString direct = makeDirect("ana", "li");
        const QString key = uuidV7();
        const QJsonObject ack =
            ana.request({{u"type"_s, u"message.send"_s},
                         {u"conversation_id"_s, direct},
                         {u"client_msg_id"_s, key},
                         {u"content"_s, u"Hello, \u05E9\u05DC\u05D5\u05DD \U0001F525"_s}});
        QCOMPARE(textOf(ack, "type"), u"ack"_s);
        const QJsonObject sent = dataOf(ack);
        QCOMPARE(numberOf(sent, "seq"), 1);
        QCOMPARE(textOf(sent, "client_msg_id"), key);
        QCOMPARE(dataOf(li.take(u"message.new"_s)), sent);
        QCOMPARE(dataOf(ana.take(u"message.new"_s)), sent);
        QVERIFY(!li.has(u"message.new"_s));
    }

    void sendingAgainWithTheSameKeyStoresNothing()
    {
        const QString direct = makeDirect("ana", "li");
        const QJsonObject body{{u"content"_s, u"once"_s}, {u"client_msg_id"_s, uuidV7()}};
        const Answer first = rest("ana").post(messagesOf(direct), body);
        const Answer second = rest("ana").post(messagesOf(direct), body);
        QCOMPARE(first.status, 201);
        QCOMPARE(second.status, 200);
        QCOMPARE(second.json, first.json);

        QJsonObject other = body;
        other.insert("content"_L1, u"something else"_s);
        const Answer third = rest("ana").post(messagesOf(direct), other);
        QCOMPARE(third.status, 422);
        QCOMPARE(third.code(), u"idempotency_mismatch"_s);
    }

    void theIdempotencyKeyHeaderIsTheSameKey()
    {
        const QString direct = makeDirect("ana", "li");
        const QByteArray key = uuidV7().toLatin1();
        const auto send = [&] {
            return rest("ana").call("POST", messagesOf(direct), R"({"content":"x"})",
                                    {{"Idempotency-Key", key}});
        };
        QCOMPARE(send().status, 201);
        QCOMPARE(send().status, 200);
    }

    void theSamePairHasOneDirectConversation()
    {
        const QString first = makeDirect("ana", "li");
        const Answer again = rest("li").post(u"/api/v1/conversations"_s, directWith(id("ana")));
        QCOMPARE(again.status, 200);
        QCOMPARE(textOf(again.json, "id"), first);
    }

    void somebodyJustAddedHearsOfTheConversation()
    {
        FrameClient li = socketOf("li");
        const QString group = makeGroup("ana", {"li", "jo"});
        const QJsonObject created = li.take(u"conversation.created"_s);
        QCOMPARE(textOf(created, "conversation_id"), group);
        QCOMPARE(textOf(dataOf(created).value("my"_L1).toObject(), "role"), u"member"_s);
        const QJsonObject asked = rest("li").get(u"/api/v1/conversations/"_s + group).json;
        QCOMPARE(dataOf(created), asked);
    }

    void historyIsPagedByPlaceAndById()
    {
        const QString direct = makeDirect("ana", "li");
        QStringList ids;
        for (int i = 1; i <= 7; ++i)
            ids += textOf(say("ana", direct, u"number %1"_s.arg(i)), "id");
        const auto seqs = [&](const QString &query) {
            const Answer page = rest("li").get(messagesOf(direct) + query);
            QList<qint64> found;
            for (const QJsonValue &message : page.json.value("messages"_L1).toArray())
                found += numberOf(message.toObject(), "seq");
            return std::pair(found, page.json.value("has_more"_L1).toBool());
        };
        QCOMPARE(seqs(u"?limit=3"_s), std::pair(QList<qint64>({7, 6, 5}), true));
        QCOMPARE(seqs(u"?limit=3&before_seq=5"_s), std::pair(QList<qint64>({4, 3, 2}), true));
        QCOMPARE(seqs(u"?limit=3&before_id="_s + ids[1]), std::pair(QList<qint64>({1}), false));
        QCOMPARE(seqs(u"?limit=3&after_seq=2"_s), std::pair(QList<qint64>({5, 4, 3}), true));
        QCOMPARE(seqs(u"?limit=3&around_id="_s + ids[3]).first, QList<qint64>({5, 4, 3}));
        QCOMPARE(seqs(u"?limit=3&offset=5"_s), std::pair(QList<qint64>({2, 1}), false));
    }

    void aPageThatCannotBeIsExplained_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("pointer");
        QTest::newRow("no limit") << u"?limit=0"_s << u"/limit"_s;
        QTest::newRow("negative limit") << u"?limit=-1"_s << u"/limit"_s;
        QTest::newRow("huge limit") << u"?limit=1000000000"_s << u"/limit"_s;
        QTest::newRow("text") << u"?before_seq=abc"_s << u"/before_seq"_s;
        QTest::newRow("beyond 2^53") << u"?before_seq=9007199254740993"_s << u"/before_seq"_s;
        QTest::newRow("two places") << u"?before_seq=1&after_seq=2"_s << QString();
    }

    void aPageThatCannotBeIsExplained()
    {
        QFETCH(QString, query);
        QFETCH(QString, pointer);
        const Answer answer = rest("ana").get(messagesOf(makeDirect("ana", "li")) + query);
        QCOMPARE(answer.status, 422);
        QCOMPARE(answer.pointer(), pointer);
    }

    void aStrangerIsToldThatThereIsNothing()
    {
        const QString direct = makeDirect("ana", "li");
        const QString message = textOf(say("ana", direct, u"secret"_s), "id");
        const QString base = u"/api/v1/conversations/"_s + direct;
        RestClient eve = rest("eve");
        const QByteArray seq = R"({"seq":1})";
        for (const Answer &answer :
             {eve.get(base), eve.get(messagesOf(direct)), eve.get(base + u"/changes?since=0"_s),
              eve.get(u"/api/v1/messages/"_s + message),
              eve.call("POST", messagesOf(direct), R"({"content":"x"})"),
              eve.call("POST", base + u"/read"_s, seq), eve.call("POST", base + u"/delivered"_s, seq),
              eve.call("POST", base + u"/typing"_s, R"({"is_typing":true})"),
              eve.call("POST", u"/api/v1/messages/%1/read"_s.arg(message))}) {
            QCOMPARE(answer.status, 404);
            QCOMPARE(answer.code(), u"not_found"_s);
            QVERIFY(!answer.body.contains("secret"));
        }
        FrameClient socket = socketOf("eve");
        for (const char *frame : {R"({"type":"message.send","conversation_id":"%1","content":"x"})",
                                  R"({"type":"changes","conversation_id":"%1","since":0})",
                                  R"({"type":"typing.start","conversation_id":"%1"})",
                                  R"({"type":"message.read","conversation_id":"%1","seq":1})",
                                  R"({"type":"message.delivered","conversation_id":"%1","seq":1})"}) {
            const QByteArray text = QByteArray(frame).replace("%1", direct.toLatin1());
            const QJsonObject answer = socket.request(QJsonDocument::fromJson(text).object());
            QCOMPARE(textOf(answer.value("error"_L1).toObject(), "code"), u"not_found"_s);
        }
        say("ana", direct, u"more"_s);
        socket.send({{u"type"_s, u"sync"_s}});
        QVERIFY(!socket.take(u"sync.done"_s).isEmpty());
        QVERIFY(!socket.has(u"sync.heads"_s));
        QVERIFY(!socket.has(u"message.new"_s));
    }

    void deliveredAndReadAreToldAndUnreadIsCounted()
    {
        FrameClient ana = socketOf("ana"), li = socketOf("li"), liElsewhere = socketOf("li");
        const QString direct = makeDirect("ana", "li");
        for (int i = 0; i < 3; ++i)
            say("ana", direct, u"hi"_s);
        QCOMPARE(unread("li", direct), 3);
        QCOMPARE(unread("ana", direct), 0);

        QCOMPARE(textOf(li.request(mark("message.delivered", direct, 3)), "type"), u"ack"_s);
        const QJsonObject delivered = ana.take(u"message.delivered"_s);
        QCOMPARE(numberOf(delivered, "seq"), 3);
        QCOMPARE(textOf(delivered, "user_id"), id("li"));

        QCOMPARE(textOf(li.request(mark("message.read", direct, 2)), "type"), u"ack"_s);
        QCOMPARE(numberOf(ana.take(u"message.read"_s), "seq"), 2);
        QCOMPARE(numberOf(liElsewhere.take(u"message.read"_s), "seq"), 2);
        QCOMPARE(unread("li", direct), 1);

        // A watermark never goes back.
        QCOMPARE(textOf(li.request(mark("message.read", direct, 1)), "type"), u"ack"_s);
        QCOMPARE(unread("li", direct), 1);
        const QJsonObject beyond = li.request(mark("message.read", direct, 4));
        QCOMPARE(textOf(beyond.value("error"_L1).toObject(), "code"), u"invalid_field"_s);

        // Whoever writes has read.
        say("li", direct, u"hello"_s);
        QCOMPARE(unread("li", direct), 0);
        QCOMPARE(unread("ana", direct), 1);
    }

    void typingIsToldToTheOthersAndEndsByItselfOnSending()
    {
        FrameClient ana = socketOf("ana"), li = socketOf("li");
        const QString direct = makeDirect("ana", "li");
        ana.request({{u"type"_s, u"typing.start"_s}, {u"conversation_id"_s, direct}});
        const QJsonObject typing = li.take(u"typing.indicator"_s);
        QCOMPARE(textOf(typing, "user_id"), id("ana"));
        QVERIFY(typing.value("is_typing"_L1).toBool());
        say("ana", direct, u"done"_s);
        QVERIFY(!li.take(u"typing.indicator"_s).value("is_typing"_L1).toBool(true));
        QVERIFY(!ana.has(u"typing.indicator"_s));
    }

    void presenceIsToldToPeopleOfOnesConversations()
    {
        makeDirect("ana", "li");
        FrameClient ana = socketOf("ana");
        FrameClient eve = socketOf("eve");
        QCOMPARE(presenceSeenBy(ana, "li"), u"offline"_s);
        FrameClient li = socketOf("li");
        QJsonObject changed = ana.take(u"presence.changed"_s);
        while (!changed.isEmpty() && textOf(changed, "user_id") != id("li"))
            changed = ana.take(u"presence.changed"_s);
        QCOMPARE(textOf(changed, "status"), u"online"_s);
        QCOMPARE(presenceSeenBy(ana, "li"), u"online"_s);
        QCOMPARE(presenceSeenBy(eve, "li"), u"offline"_s);

        QCOMPARE(textOf(rest("ana").get(u"/api/v1/users/%1/presence"_s.arg(id("li"))).json, "status"),
                 u"online"_s);
        QVERIFY(
            rest("ana").get(u"/api/v1/users/online"_s).json.value("users"_L1).toArray().contains(id("li")));
        QVERIFY(
            !rest("eve").get(u"/api/v1/users/online"_s).json.value("users"_L1).toArray().contains(id("li")));

        li.request({{u"type"_s, u"presence.update"_s}, {u"status"_s, u"offline"_s}});
        QCOMPARE(textOf(ana.take(u"presence.changed"_s), "status"), u"offline"_s);
        QVERIFY(
            !rest("ana").get(u"/api/v1/users/online"_s).json.value("users"_L1).toArray().contains(id("li")));
    }

    void whatWasMissedIsFetchedByItsChanges()
    {
        const QString direct = makeDirect("ana", "li");
        FrameClient li = socketOf("li");
        li.send({{u"type"_s, u"sync"_s}, {u"id"_s, u"s"_s}});
        const QJsonObject head = headOf(li.take(u"sync.heads"_s), direct);
        const qint64 known = numberOf(head, "last_change");
        QVERIFY(known > 0);
        const QString since = textOf(li.take(u"sync.done"_s), "server_time");
        QVERIFY(!since.isEmpty());
        li.close();

        say("ana", direct, u"one"_s);
        say("ana", direct, u"two"_s);

        FrameClient back = socketOf("li");
        back.send({{u"type"_s, u"sync"_s}, {u"since"_s, since}});
        const QJsonObject moved = headOf(back.take(u"sync.heads"_s), direct);
        QCOMPARE(numberOf(moved, "last_change"), known + 2);
        QCOMPARE(numberOf(moved.value("my"_L1).toObject(), "unread_count"), 2);
        const QJsonObject first = dataOf(back.request(changesOf(direct, known, 1)));
        QCOMPARE(first.value("messages"_L1).toArray().size(), 1);
        QVERIFY(first.value("has_more"_L1).toBool());
        const QJsonObject rest = dataOf(back.request(changesOf(direct, numberOf(first, "last_change"), 200)));
        QCOMPARE(textOf(rest.value("messages"_L1).toArray().at(0).toObject(), "content"), u"two"_s);
        QVERIFY(!rest.value("has_more"_L1).toBool());
        QVERIFY(dataOf(back.request(changesOf(direct, 0, 200))).value("too_far"_L1).toBool());
        QVERIFY(dataOf(back.request(changesOf(direct, 999'999, 200))).value("too_far"_L1).toBool());
    }

    void aBadFrameIsExplainedAndTheConnectionStays_data()
    {
        QTest::addColumn<QString>("frame");
        QTest::addColumn<QString>("code");
        QTest::newRow("no JSON") << u"hello"_s << u"invalid_json"_s;
        QTest::newRow("an array") << u"[]"_s << u"invalid_json"_s;
        QTest::newRow("no type") << u"{}"_s << u"unknown_type"_s;
        QTest::newRow("unknown type") << uR"({"type":"nonsense"})"_s << u"unknown_type"_s;
        QTest::newRow("missing field") << uR"({"type":"typing.start"})"_s << u"invalid_field"_s;
        QTest::newRow("deep") << u"["_s.repeated(3'000) << u"invalid_json"_s;
        QTest::newRow("huge id") << u"{\"type\":\"ping\",\"id\":\"%1\"}"_s.arg(u"x"_s.repeated(65))
                                 << u"invalid_field"_s;
        QTest::newRow("NUL") << uR"({"type":"typing.start","conversation_id":"\u0000"})"_s
                             << u"invalid_field"_s;
        QTest::newRow("lone surrogate")
            << uR"({"type":"typing.start","conversation_id":"\ud800"})"_s << u"invalid_field"_s;
        QTest::newRow("negative since")
            << uR"({"type":"changes","conversation_id":"x","since":-1})"_s << u"invalid_field"_s;
        QTest::newRow("since 2^63")
            << uR"({"type":"changes","conversation_id":"x","since":9223372036854775808})"_s
            << u"invalid_field"_s;
    }

    void aBadFrameIsExplainedAndTheConnectionStays()
    {
        QFETCH(QString, frame);
        QFETCH(QString, code);
        FrameClient ana = socketOf("ana");
        ana.sendText(frame);
        QCOMPARE(textOf(ana.take(u"error"_s).value("error"_L1).toObject(), "code"), code);
        ana.send({{u"type"_s, u"ping"_s}, {u"id"_s, u"still here"_s}});
        QCOMPARE(textOf(ana.take(u"pong"_s), "id"), u"still here"_s);
    }

    void aBadMessageIsRefusedWithThePlaceOfTheFault_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QString>("pointer");
        const QString tooLong = u"\U0001F525"_s.repeated(Limits::contentCodePoints + 1);
        QTest::newRow("empty") << QJsonObject{{u"content"_s, u""_s}} << u"/content"_s;
        QTest::newRow("white space") << QJsonObject{{u"content"_s, u" \n"_s}} << u"/content"_s;
        QTest::newRow("too long") << QJsonObject{{u"content"_s, tooLong}} << u"/content"_s;
        QTest::newRow("a number") << QJsonObject{{u"content"_s, 1}} << u"/content"_s;
        QTest::newRow("key") << QJsonObject{{u"content"_s, u"x"_s}, {u"client_msg_id"_s, u"1"_s}}
                             << u"/client_msg_id"_s;
        QTest::newRow("system") << QJsonObject{{u"content"_s, u"x"_s}, {u"type"_s, u"system"_s}}
                                << u"/type"_s;
        QTest::newRow("foreign reply")
            << QJsonObject{{u"content"_s, u"x"_s}, {u"reply_to_id"_s, uuidV7()}} << u"/reply_to_id"_s;
    }

    void aBadMessageIsRefusedWithThePlaceOfTheFault()
    {
        QFETCH(QJsonObject, body);
        QFETCH(QString, pointer);
        const QString direct = makeDirect("ana", "li");
        const Answer answer = rest("ana").post(messagesOf(direct), body);
        QCOMPARE(answer.status, 422);
        QCOMPARE(answer.pointer(), pointer);
        QCOMPARE(rest("li").get(messagesOf(direct)).json.value("messages"_L1).toArray().size(), 0);
    }

    void theLongestMessageIsStored()
    {
        const QString direct = makeDirect("ana", "li");
        const QString longest = u"\U0001F525"_s.repeated(Limits::contentCodePoints);
        QCOMPARE(textOf(say("ana", direct, longest), "content"), longest);
    }

private:
    FrameClient socketOf(const char *name) const
    {
        return FrameClient(m_server->webSocketUrl(), token(name)); // NOLINT
    }

    static QString messagesOf(const QString &conversation)
    {
        return u"/api/v1/conversations/%1/messages"_s.arg(conversation);
    }

    static QJsonObject directWith(const QString &user)
    {
        return {{u"type"_s, u"direct"_s}, {u"member_ids"_s, QJsonArray{user}}};
    }

    QString makeDirect(const char *one, const char *other) const
    {
        return textOf(rest(one).post(u"/api/v1/conversations"_s, directWith(id(other))).json, "id");
    }

    QString makeGroup(const char *owner, const QList<const char *> &others) const
    {
        QJsonArray members;
        for (const char *other : others)
            members += id(other);
        return textOf(
            rest(owner)
                .post(u"/api/v1/conversations"_s,
                      {{u"type"_s, u"group"_s}, {u"name"_s, u"All of us"_s}, {u"member_ids"_s, members}})
                .json,
            "id");
    }

    QJsonObject say(const char *who, const QString &conversation, const QString &content) const
    {
        return rest(who).post(messagesOf(conversation), {{u"content"_s, content}}).json;
    }

    int unread(const char *who, const QString &conversation) const
    {
        return int(numberOf(rest(who).get(u"/api/v1/conversations/"_s + conversation).json, "unread_count"));
    }

    static QJsonObject mark(const char *type, const QString &conversation, int seq)
    {
        return {{u"type"_s, QLatin1StringView(type)}, {u"conversation_id"_s, conversation}, {u"seq"_s, seq}};
    }

    static QJsonObject changesOf(const QString &conversation, qint64 since, int limit)
    {
        return {{u"type"_s, u"changes"_s},
                {u"conversation_id"_s, conversation},
                {u"since"_s, since},
                {u"limit"_s, limit}};
    }

    static QJsonObject headOf(const QJsonObject &heads, const QString &conversation)
    {
        for (const QJsonValue &head : heads.value("heads"_L1).toArray()) {
            if (textOf(head.toObject(), "conversation_id") == conversation)
                return head.toObject();
        }
        return {};
    }

    QString presenceSeenBy(FrameClient &reader, const char *who) const
    {
        const QJsonObject ack =
            reader.request({{u"type"_s, u"presence.subscribe"_s}, {u"user_ids"_s, QJsonArray{id(who)}}});
        return textOf(dataOf(ack).value("presences"_L1).toArray().at(0).toObject(), "status");
    }
};

QTEST_GUILESS_MAIN(TestMessaging)
#include "tst_messaging.moc"
