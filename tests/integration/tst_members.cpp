// SPDX-License-Identifier: Apache-2.0
#include "support/sharedservers.h"
#include "util/uuid.h"
#include "wire/limits.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>

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

using Objects = QMap<QString, QJsonObject>;

Objects byId(const QJsonArray &array)
{
    Objects objects;
    for (const QJsonValue &item : array)
        objects.insert(textOf(item.toObject(), "id"), item.toObject());
    return objects;
}

// Watermarks are not counted as changes.
QJsonObject withoutWatermarks(QJsonObject member)
{
    member.remove("delivered_seq"_L1);
    member.remove("read_seq"_L1);
    return member;
}

// What a client knows of a group: fetched once, or fetched before and brought up to date by frames or by
// changes (protocol.md, Changes).
struct Known {
    QJsonObject fields; // of the conversation, without what stands below and without one's own view
    Objects members;
    Objects messages;
    qint64 change = 0;
    bool gone = false;

    bool operator==(const Known &) const = default;

    void setConversation(QJsonObject conversation)
    {
        conversation.remove("members"_L1);
        conversation.remove("last_message"_L1);
        conversation.remove("my"_L1);
        conversation.remove("unread_count"_L1);
        fields = conversation;
    }

    void addMembers(const QJsonArray &array)
    {
        for (const QJsonValue &member : array)
            members.insert(textOf(member.toObject(), "user_id"), withoutWatermarks(member.toObject()));
    }

    void moveTo(qint64 newChange)
    {
        change = newChange;
        fields.insert("last_change"_L1, newChange);
    }

    void apply(const QJsonObject &frame)
    {
        const QString type = textOf(frame, "type");
        const QJsonObject data = dataOf(frame);
        if (type == "message.new"_L1) {
            messages.insert(textOf(data, "id"), data);
            fields.insert("last_seq"_L1, numberOf(data, "seq"));
            moveTo(numberOf(data, "change"));
        } else if (type == "member.added"_L1 || type == "member.updated"_L1) {
            addMembers({data});
            moveTo(numberOf(frame, "change"));
        } else if (type == "member.removed"_L1) {
            members.remove(textOf(data, "user_id"));
            moveTo(numberOf(frame, "change"));
        } else if (type == "conversation.updated"_L1) {
            for (auto field = data.begin(); field != data.end(); ++field)
                fields.insert(field.key(), *field);
            if (!data.contains("description"_L1))
                fields.remove("description"_L1);
            moveTo(numberOf(frame, "change"));
        } else if (type == "conversation.deleted"_L1) {
            gone = true;
        }
        fields.insert("member_count"_L1, members.size());
    }

    void catchUp(const QJsonObject &changes)
    {
        if (const QJsonValue conversation = changes.value("conversation"_L1); conversation.isObject())
            setConversation(conversation.toObject());
        addMembers(changes.value("members"_L1).toArray());
        for (const QJsonValue &user : changes.value("removed"_L1).toArray())
            members.remove(user.toString());
        messages.insert(byId(changes.value("messages"_L1).toArray()));
        moveTo(numberOf(changes, "last_change"));
        qint64 seq = numberOf(fields, "last_seq");
        for (const QJsonObject &message : std::as_const(messages))
            seq = std::max(seq, numberOf(message, "seq"));
        fields.insert("last_seq"_L1, seq);
    }
};

} // namespace

// Members and conversations through the real server: REST, and a WebSocket that sees the frames.
class TestMembers : public QObject, private SharedServers
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }

    void init()
    {
        QFETCH_GLOBAL(bool, postgres);
        QVERIFY2(useServer(postgres), m_server->log());
        m_group = makeGroup("ana", {"li", "jo"});
    }

    void addingSomebodyShowsThemTheConversation()
    {
        FrameClient max = socketOf("max");
        const Answer added = addMember("ana", "max");
        QCOMPARE(added.status, 201);
        QCOMPARE(textOf(added.json, "user_id"), id("max"));
        QCOMPARE(textOf(added.json, "role"), u"member"_s);
        const QJsonObject created = max.take(u"conversation.created"_s);
        QCOMPARE(textOf(created, "conversation_id"), m_group);
        QCOMPARE(textOf(dataOf(created).value("my"_L1).toObject(), "role"), u"member"_s);
        QCOMPARE(addMember("ana", "max").status, 200);
        say("max", u"hello"_s);
        QCOMPARE(textOf(dataOf(max.take(u"message.new"_s)), "type"), u"system"_s);
        QCOMPARE(textOf(dataOf(max.take(u"message.new"_s)), "content"), u"hello"_s);
        QVERIFY(!max.has(u"message.new"_s));
    }

    // Promise 8: what was fetched before, plus the frames, equals what is fetched after; and so does what was
    // fetched before, plus the changes since then.
    void stateBeforeAndFramesAndChangesGiveTheStateAfter_data()
    {
        QTest::addColumn<QString>("action");
        for (const char *action : {"add", "remove", "leave", "promote", "silence", "rename", "describe",
                                   "rename to the same", "add again", "come back", "hand over and leave"})
            QTest::newRow(action) << QString::fromLatin1(action);
    }

    void stateBeforeAndFramesAndChangesGiveTheStateAfter()
    {
        QFETCH(QString, action);
        say("li", u"before"_s);
        FrameClient jo = socketOf("jo");
        const Known before = fetchAs("jo");
        QVERIFY(before.change > 0 && before.members.size() == 3);
        QVERIFY(act(action));

        const Known after = fetchAs("jo");
        Known framed = before;
        say("ana", u"the end"_s); // all frames before this one have come then
        for (QJsonObject frame = jo.takeAny(); textOf(dataOf(frame), "content") != u"the end"_s;
             frame = jo.takeAny()) {
            QVERIFY(!frame.isEmpty());
            if (!isCounted(frame))
                continue;
            QCOMPARE(std::max(numberOf(frame, "change"), numberOf(dataOf(frame), "change")),
                     framed.change + 1);
            framed.apply(frame);
        }
        QCOMPARE(framed.change, after.change);
        QCOMPARE(framed.fields, after.fields);
        QCOMPARE(framed.members, after.members);
        QCOMPARE(framed.messages, after.messages);
        QVERIFY(framed == after);

        Known caughtUp = before;
        caughtUp.catchUp(
            rest("jo")
                .get(u"/api/v1/conversations/%1/changes?since=%2"_s.arg(m_group).arg(before.change))
                .json);
        const Known now = fetchAs("jo");
        QCOMPARE(caughtUp.fields, now.fields);
        QCOMPARE(caughtUp.members, now.members);
        QCOMPARE(caughtUp.messages, now.messages);
        QVERIFY(caughtUp == now);
    }

    // Promise 5.
    void attack27_whoIsRemovedHearsOfItAndOfNothingElse()
    {
        FrameClient li = socketOf("li"), ana = socketOf("ana");
        QCOMPARE(removeMember("ana", "li").status, 204);
        const QJsonObject removed = li.take(u"member.removed"_s);
        QCOMPARE(textOf(dataOf(removed), "user_id"), id("li"));
        say("ana", u"secret"_s);
        QCOMPARE(rest("ana").call("PUT", path(), R"({"name":"secret name"})").status, 200);
        QCOMPARE(addMember("ana", "max").status, 201);
        QCOMPARE(removeMember("jo", "jo").status, 204);
        QVERIFY(!ana.take(u"conversation.updated"_s).isEmpty());
        li.send({{u"type"_s, u"ping"_s}});
        QVERIFY(!li.take(u"pong"_s).isEmpty());
        for (const char *type : {"message.new", "conversation.updated", "member.added", "member.removed",
                                 "member.updated", "typing.indicator"})
            QVERIFY2(!li.has(QString::fromLatin1(type)), type);
        for (const Answer &answer :
             {rest("li").get(path()), rest("li").get(path() + u"/messages"_s),
              rest("li").get(path() + u"/members"_s), rest("li").get(path() + u"/changes?since=0"_s)}) {
            QCOMPARE(answer.status, 404);
            QVERIFY(!answer.body.contains("secret"));
        }
        li.send({{u"type"_s, u"sync"_s}, {u"since"_s, textOf(li.hello(), "server_time")}});
        QCOMPARE(li.take(u"sync.heads"_s).value("left"_L1).toArray(), QJsonArray{m_group});
    }

    void attack35_ownersAdminsAndMembersMayDoWhatTheTableSays()
    {
        QCOMPARE(patchMember("ana", "li", R"({"role":"admin"})").status, 200);
        QCOMPARE(patchMember("li", "jo", R"({"can_send_messages":false})").status, 200);
        QCOMPARE(rest("jo").post(path() + u"/messages"_s, {{u"content"_s, u"x"_s}}).status, 403);
        for (const Answer &answer :
             {patchMember("li", "jo", R"({"role":"admin"})"), patchMember("li", "li", R"({"role":"owner"})"),
              patchMember("li", "ana", R"({"can_send_messages":false})"), removeMember("li", "ana"),
              rest("li").call("DELETE", path()), patchMember("jo", "jo", R"({"can_send_messages":true})"),
              removeMember("jo", "li"), addMember("jo", "max"),
              rest("jo").call("PUT", path(), R"({"name":"mine"})")}) {
            QCOMPARE(answer.status, 403);
            QCOMPARE(answer.code(), u"forbidden"_s);
        }
        QCOMPARE(rest("li").call("PUT", path(), R"({"name":"ours"})").status, 200);
        QCOMPARE(removeMember("ana", "ana").code(), u"conflict"_s); // the last owner
        QCOMPARE(patchMember("ana", "ana", R"({"role":"member"})").code(), u"conflict"_s);
        QCOMPARE(removeMember("li", "jo").status, 204);
        QCOMPARE(removeMember("li", "jo").status, 404);
        QCOMPARE(patchMember("ana", "jo", R"({"role":"admin"})").status, 404);
    }

    void aBadBodyIsRefusedWithThePlaceOfTheFault_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("below");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("pointer");
        const QByteArray longName = "{\"name\":\"" + QByteArray(129, 'x') + "\"}";
        const QByteArray longText = "{\"description\":\"" + QByteArray(2'001, 'x') + "\"}";
        QTest::newRow("nobody") << QByteArray("POST") << u"/members"_s << QByteArray("{}") << u"/user_id"_s;
        QTest::newRow("empty id") << QByteArray("POST") << u"/members"_s << QByteArray(R"({"user_id":""})")
                                  << u"/user_id"_s;
        QTest::newRow("NUL") << QByteArray("POST") << u"/members"_s << QByteArray(R"({"user_id":"\u0000"})")
                             << u"/user_id"_s;
        QTest::newRow("long id") << QByteArray("POST") << u"/members"_s
                                 << QByteArray("{\"user_id\":\"" + QByteArray(129, 'x') + "\"}")
                                 << u"/user_id"_s;
        QTest::newRow("role") << QByteArray("PATCH") << u"/members/%1"_s << QByteArray(R"({"role":"king"})")
                              << u"/role"_s;
        QTest::newRow("flag") << QByteArray("PATCH") << u"/members/%1"_s
                              << QByteArray(R"({"can_send_messages":1})") << u"/can_send_messages"_s;
        QTest::newRow("silent admin")
            << QByteArray("PATCH") << u"/members/%1"_s
            << QByteArray(R"({"role":"admin","can_send_messages":false})") << u"/can_send_messages"_s;
        QTest::newRow("no name") << QByteArray("PUT") << QString() << QByteArray(R"({"name":" "})")
                                 << u"/name"_s;
        QTest::newRow("long name") << QByteArray("PUT") << QString() << longName << u"/name"_s;
        QTest::newRow("long description") << QByteArray("PUT") << QString() << longText << u"/description"_s;
        QTest::newRow("level") << QByteArray("PUT") << u"/settings"_s << QByteArray(R"({"level":"some"})")
                               << u"/level"_s;
        QTest::newRow("time") << QByteArray("PUT") << u"/settings"_s
                              << QByteArray(R"({"muted_until":"tomorrow"})") << u"/muted_until"_s;
        QTest::newRow("seq") << QByteArray("PUT") << u"/settings"_s << QByteArray(R"({"unread_from":0})")
                             << u"/unread_from"_s;
        QTest::newRow("limit") << QByteArray("GET") << u"/members?limit=0"_s << QByteArray() << u"/limit"_s;
        QTest::newRow("cursor") << QByteArray("GET") << u"/members?cursor=nonsense"_s << QByteArray()
                                << u"/cursor"_s;
        QTest::newRow("cursor with NUL")
            << QByteArray("GET")
            << u"/members?cursor=%1"_s.arg(QLatin1StringView(QByteArray("1.\0", 3).toBase64()))
            << QByteArray() << u"/cursor"_s;
    }

    void aBadBodyIsRefusedWithThePlaceOfTheFault()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, below);
        QFETCH(QByteArray, body);
        QFETCH(QString, pointer);
        const Known before = fetchAs("ana");
        const Answer answer = rest("ana").call(method, path() + below.replace(u"%1"_s, id("li")), body);
        QCOMPARE(answer.status, 422);
        QCOMPARE(answer.code(), u"invalid_field"_s);
        QCOMPARE(answer.pointer(), pointer);
        QVERIFY(fetchAs("ana") == before);
    }

    void attack34_fieldsThatAreNobodysToSetAreIgnored()
    {
        const Answer added = rest("ana").post(path() + u"/members"_s,
                                              {{u"user_id"_s, id("max")},
                                               {u"role"_s, u"owner"_s},
                                               {u"joined_at"_s, u"2001-01-01T00:00:00Z"_s}});
        QCOMPARE(textOf(added.json, "role"), u"member"_s);
        QVERIFY(!textOf(added.json, "joined_at").startsWith(u"2001"_s));
        const QByteArray body =
            R"({"type":"direct","last_change":1,"member_count":7,"history":"since_join"})";
        const Answer edited = rest("ana").call("PUT", path(), body);
        QCOMPARE(textOf(edited.json, "type"), u"group"_s);
        QCOMPARE(textOf(edited.json, "history"), u"all"_s);
        QCOMPARE(numberOf(edited.json, "member_count"), 4);
        const Answer own = rest("li").call("PUT", path() + u"/settings"_s, R"({"role":"owner"})");
        QCOMPARE(textOf(own.json, "role"), u"member"_s);
    }

    void membersComeInPages()
    {
        for (const char *user : {"max", "kim", "lou", "pat"})
            QCOMPARE(addMember("ana", user).status, 201);
        QStringList listed;
        QString cursor;
        do {
            const QJsonObject page = rest("jo").get(path() + u"/members?limit=3&cursor="_s + cursor).json;
            for (const QJsonValue &member : page.value("members"_L1).toArray())
                listed += textOf(member.toObject(), "user_id");
            cursor = textOf(page, "next_cursor");
            QCOMPARE(page.value("has_more"_L1).toBool(), !cursor.isEmpty());
        } while (!cursor.isEmpty());
        QCOMPARE(listed.size(), 7);
        QCOMPARE(listed.mid(3), QStringList({id("max"), id("kim"), id("lou"), id("pat")}));
        listed.removeDuplicates();
        QCOMPARE(listed.size(), 7);
    }

    void ownSettingsReachOnesOtherSessionsAndTheHeads()
    {
        FrameClient li = socketOf("li"), ana = socketOf("ana");
        const QByteArray body =
            R"({"pinned":true,"archived":true,"muted_until":"2100-01-01T00:00:00Z","level":"mentions","unread_from":1})";
        const Answer set = rest("li").call("PUT", path() + u"/settings"_s, body);
        QCOMPARE(set.status, 200);
        QVERIFY(set.json.value("pinned"_L1).toBool() && set.json.value("archived"_L1).toBool());
        QCOMPARE(textOf(set.json, "level"), u"mentions"_s);
        QCOMPARE(textOf(set.json, "muted_until"), u"2100-01-01T00:00:00.000Z"_s);
        QCOMPARE(set.json.value("unread_from"_L1).toInt(), 1);
        QCOMPARE(li.take(u"conversation.settings"_s).value("my"_L1).toObject(), set.json);
        QCOMPARE(rest("li").get(path()).json.value("my"_L1).toObject(), set.json);
        li.send({{u"type"_s, u"sync"_s}, {u"since"_s, textOf(li.hello(), "server_time")}});
        const QJsonArray heads = li.take(u"sync.heads"_s).value("heads"_L1).toArray();
        QCOMPARE(heads.first().toObject().value("my"_L1).toObject(), set.json);

        const Answer cleared = rest("li").call("PUT", path() + u"/settings"_s,
                                               R"({"muted_until":null,"pinned":false,"unread_from":null})");
        QVERIFY(!cleared.json.contains("muted_until"_L1) && !cleared.json.contains("unread_from"_L1));
        QVERIFY(!cleared.json.value("pinned"_L1).toBool(true));
        QVERIFY(cleared.json.value("archived"_L1).toBool());
        QVERIFY(!ana.has(u"conversation.settings"_s));
    }

    void aDescriptionCanBeTakenBack()
    {
        for (const QByteArray none : {R"({"description":null})", R"({"description":""})"}) {
            const Answer described = rest("ana").call("PUT", path(), R"({"description":"about"})");
            QCOMPARE(textOf(described.json, "description"), u"about"_s);
            const Answer cleared = rest("ana").call("PUT", path(), none);
            QVERIFY(!cleared.json.contains("description"_L1));
            QCOMPARE(rest("li").get(path()).json.value("last_change"_L1),
                     cleared.json.value("last_change"_L1));
        }
    }

    // Promise 10.
    void aDeletedConversationIsGoneForEverybody()
    {
        const QString message = textOf(say("li", u"secret"_s), "id");
        FrameClient li = socketOf("li"), ana = socketOf("ana");
        QCOMPARE(rest("li").call("DELETE", path()).status, 403);
        QCOMPARE(rest("ana").call("DELETE", path()).status, 204);
        for (FrameClient *client : {&li, &ana})
            QCOMPARE(textOf(client->take(u"conversation.deleted"_s), "conversation_id"), m_group);
        for (const char *user : {"ana", "li", "jo"}) {
            for (const Answer &answer :
                 {rest(user).get(path()), rest(user).get(path() + u"/messages"_s),
                  rest(user).get(u"/api/v1/messages/"_s + message), rest(user).call("DELETE", path()),
                  rest(user).post(path() + u"/messages"_s, {{u"content"_s, u"x"_s}}),
                  rest(user).post(path() + u"/members"_s, {{u"user_id"_s, id("max")}})}) {
                QCOMPARE(answer.status, 404);
                QVERIFY(!answer.body.contains("secret"));
            }
        }
        FrameClient jo = socketOf("jo"); // who was away
        jo.send({{u"type"_s, u"sync"_s}, {u"since"_s, textOf(li.hello(), "server_time")}});
        QCOMPARE(jo.take(u"sync.heads"_s).value("left"_L1).toArray(), QJsonArray{m_group});
    }

    void whoJoinsLaterSeesWhatComesAfterWhereThatIsTheRule()
    {
        const Answer made = rest("ana").post(u"/api/v1/conversations"_s,
                                             {{u"type"_s, u"group"_s},
                                              {u"name"_s, u"since"_s},
                                              {u"history"_s, u"since_join"_s},
                                              {u"member_ids"_s, QJsonArray{id("li")}}});
        m_group = textOf(made.json, "id");
        const QString before = textOf(say("ana", u"before"_s), "id");
        QCOMPARE(addMember("ana", "max").status, 201);
        say("ana", u"after"_s);
        QStringList contents;
        for (const QJsonValue &message :
             rest("max").get(path() + u"/messages"_s).json.value("messages"_L1).toArray())
            contents.prepend(textOf(message.toObject(), "content"));
        QCOMPARE(contents.size(), 2); // that they were added, and what came after
        QCOMPARE(contents.last(), u"after"_s);
        QCOMPARE(rest("max").get(u"/api/v1/messages/"_s + before).status, 404);
        const QByteArray changes = rest("max").get(path() + u"/changes?since=0"_s).body;
        QVERIFY(changes.contains("after") && !changes.contains("before"));
    }

    void thousandsCanBeMembers()
    {
        QJsonArray crowd;
        for (int i = 0; i < Limits::groupMembers - 1; ++i)
            crowd += u"%1-%2"_s.arg(id("crowd")).arg(i);
        const Answer made =
            rest("ana").post(u"/api/v1/conversations"_s,
                             {{u"type"_s, u"group"_s}, {u"name"_s, u"crowd"_s}, {u"member_ids"_s, crowd}});
        QCOMPARE(made.status, 201);
        m_group = textOf(made.json, "id");
        QVERIFY(!made.json.contains("members"_L1));
        QCOMPARE(addMember("ana", "max").code(), u"conflict"_s);
        QCOMPARE(rest("ana").call("DELETE", path() + u"/members/"_s + crowd[0].toString()).status, 204);
        QCOMPARE(addMember("ana", "max").status, 201);
        QCOMPARE(numberOf(rest("max").get(path()).json, "member_count"), Limits::groupMembers);
    }

private:
    FrameClient socketOf(const char *name) const
    {
        return FrameClient(m_server->webSocketUrl(), token(name)); // NOLINT
    }

    QString path() const { return u"/api/v1/conversations/"_s + m_group; }

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

    QJsonObject say(const char *who, const QString &content) const
    {
        return rest(who).post(path() + u"/messages"_s, {{u"content"_s, content}}).json;
    }
    Answer addMember(const char *actor, const char *user) const
    {
        return rest(actor).post(path() + u"/members"_s, {{u"user_id"_s, id(user)}});
    }
    Answer removeMember(const char *actor, const char *user) const
    {
        return rest(actor).call("DELETE", path() + u"/members/"_s + id(user));
    }
    Answer patchMember(const char *actor, const char *user, const QByteArray &body) const
    {
        return rest(actor).call("PATCH", path() + u"/members/"_s + id(user), body);
    }

    Known fetchAs(const char *who) const
    {
        Known known;
        const QJsonObject conversation = rest(who).get(path()).json;
        known.setConversation(conversation);
        known.change = numberOf(conversation, "last_change");
        known.addMembers(conversation.value("members"_L1).toArray());
        known.messages =
            byId(rest(who).get(path() + u"/messages?limit=100"_s).json.value("messages"_L1).toArray());
        return known;
    }

    static bool isCounted(const QJsonObject &frame)
    {
        static const QStringList types{u"message.new"_s,          u"member.added"_s,
                                       u"member.removed"_s,       u"member.updated"_s,
                                       u"conversation.updated"_s, u"conversation.deleted"_s};
        return types.contains(textOf(frame, "type"));
    }

    bool act(const QString &action) const
    {
        const auto edit = [&](const QByteArray &body) {
            return rest("ana").call("PUT", path(), body).status;
        };
        if (action == "add"_L1)
            return addMember("ana", "max").status == 201;
        if (action == "add again"_L1)
            return addMember("ana", "li").status == 200;
        if (action == "remove"_L1)
            return removeMember("ana", "li").status == 204;
        if (action == "leave"_L1)
            return removeMember("li", "li").status == 204;
        if (action == "come back"_L1)
            return removeMember("li", "li").status == 204 && addMember("ana", "li").status == 201;
        if (action == "promote"_L1)
            return patchMember("ana", "li", R"({"role":"admin"})").status == 200;
        if (action == "silence"_L1)
            return patchMember("ana", "li", R"({"can_send_messages":false})").status == 200;
        if (action == "rename"_L1)
            return edit(R"({"name":"Another name"})") == 200;
        if (action == "describe"_L1)
            return edit(R"({"description":"About","name":"Both"})") == 200
                && edit(R"({"description":null})") == 200;
        if (action == "rename to the same"_L1)
            return edit(R"({"name":"All of us"})") == 200;
        if (action == "hand over and leave"_L1)
            return patchMember("ana", "li", R"({"role":"owner"})").status == 200
                && addMember("li", "max").status == 201 && removeMember("max", "max").status == 204;
        return false;
    }

    QString m_group;
};

QTEST_GUILESS_MAIN(TestMembers)
#include "tst_members.moc"
