// SPDX-License-Identifier: Apache-2.0

#include "support/sharedservers.h"
#include <QTest>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

// Notifications, receipts and presence through the real server, over REST and WebSocket, on both databases.
class TestNotifications : public QObject, private SharedServers
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }

    void init()
    {
        QFETCH_GLOBAL(bool, postgres);
        QVERIFY2(useServer(postgres), m_server->log());
        m_direct = rest("ana")
                       .post(u"/api/v1/conversations"_s,
                             {{u"type"_s, u"direct"_s}, {u"member_ids"_s, QJsonArray{id("li")}}})
                       .json.value("id"_L1)
                       .toString();
    }

    void aMentionReachesEveryDeviceAndIsReadOnAll()
    {
        FrameClient phone = socketOf("li"), laptop = socketOf("li");
        const QString message = mentionLi();
        const QJsonObject pushed = phone.take(u"notification.new"_s).value("data"_L1).toObject();
        QCOMPARE(pushed.value("type"_L1), u"mention"_s);
        QCOMPARE(pushed.value("data"_L1).toObject().value("message_id"_L1), message);
        QCOMPARE(laptop.take(u"notification.new"_s).value("data"_L1).toObject(), pushed);

        const QJsonObject list = rest("li").get(u"/api/v1/notifications?unread_only=true"_s).json;
        QCOMPARE(list.value("notifications"_L1).toArray().at(0).toObject(), pushed);
        QCOMPARE(list.value("unread_count"_L1), 1);
        QVERIFY(
            rest("ana").get(u"/api/v1/notifications"_s).json.value("notifications"_L1).toArray().isEmpty());

        const QString path = u"/api/v1/notifications/%1/read"_s.arg(pushed.value("id"_L1).toString());
        QCOMPARE(rest("ana").call("PUT", path).status, 404);
        QCOMPARE(rest("li").call("PUT", path).status, 204);
        const QJsonObject read = phone.take(u"notification.read"_s);
        QCOMPARE(read.value("notification_id"_L1), pushed.value("id"_L1));
        QCOMPARE(read.value("unread_count"_L1), 0);
        QVERIFY(!laptop.take(u"notification.read"_s).isEmpty());
    }

    void allAreReadUpToANumberAndTheListGoesOnByItsCursor()
    {
        FrameClient li = socketOf("li");
        for (int i = 0; i < 3; ++i) {
            mentionLi();
            QVERIFY(!li.take(u"notification.new"_s).isEmpty());
        }
        const QJsonObject first = rest("li").get(u"/api/v1/notifications?limit=2"_s).json;
        QCOMPARE(first.value("notifications"_L1).toArray().size(), 2);
        QVERIFY(first.value("has_more"_L1).toBool());
        const QJsonObject rest2 =
            rest("li")
                .get(u"/api/v1/notifications?limit=2&cursor="_s + first.value("next_cursor"_L1).toString())
                .json;
        QCOMPARE(rest2.value("notifications"_L1).toArray().at(0).toObject().value("number"_L1), 1);
        QCOMPARE(rest("li").call("PUT", u"/api/v1/notifications/read-all"_s, R"({"up_to":2})").status, 204);
        QCOMPARE(li.take(u"notification.read"_s).value("up_to"_L1), 2);
        QCOMPARE(unread(), 1);
        QCOMPARE(rest("li").call("PUT", u"/api/v1/notifications/read-all"_s).status, 204);
        QCOMPARE(unread(), 0);
    }

    void aBadRequestIsExplained_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("pointer");
        const QString list = u"/api/v1/notifications"_s;
        QTest::newRow("limit") << QByteArray("GET") << list + u"?limit=101"_s << QByteArray() << u"/limit"_s;
        QTest::newRow("cursor") << QByteArray("GET") << list + u"?cursor=x"_s << QByteArray() << u"/cursor"_s;
        QTest::newRow("flag") << QByteArray("GET") << list + u"?unread_only=1"_s << QByteArray()
                              << u"/unread_only"_s;
        QTest::newRow("number") << QByteArray("PUT") << list + u"/read-all"_s << QByteArray(R"({"up_to":-1})")
                                << u"/up_to"_s;
        QTest::newRow("text") << QByteArray("PUT") << list + u"/read-all"_s << QByteArray(R"({"up_to":"1"})")
                              << u"/up_to"_s;
    }

    void aBadRequestIsExplained()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(QByteArray, body);
        QFETCH(QString, pointer);
        const Answer answer = rest("li").call(method, path, body);
        QCOMPARE(answer.status, 422);
        QCOMPARE(answer.pointer(), pointer);
    }

    void whoHasReadAMessageIsToldToMembersOnly()
    {
        const QString message = mentionLi();
        const QString path = u"/api/v1/messages/%1/receipts"_s.arg(message);
        QJsonObject receipts = rest("ana").get(path).json;
        QVERIFY(receipts.value("read"_L1).toArray().isEmpty());
        QCOMPARE(rest("li").post(u"/api/v1/messages/%1/read"_s.arg(message)).status, 204);
        receipts = rest("ana").get(path).json;
        QCOMPARE(receipts.value("read"_L1).toArray().at(0).toObject().value("user_id"_L1), id("li"));
        QCOMPARE(receipts.value("delivered"_L1).toArray().size(), 1);
        QCOMPARE(rest("eve").get(path).status, 404);
        QCOMPARE(rest("ana").get(path + u"?cursor=*"_s).pointer(), u"/cursor"_s);
        QCOMPARE(rest("ana").get(path + u"?limit=0"_s).pointer(), u"/limit"_s);
    }

    void howSomebodyIsStandsWithThemForTheirContactsOnly()
    {
        const QString path = u"/api/v1/users/"_s + id("li");
        FrameClient li = socketOf("li");
        QTRY_COMPARE(rest("ana").get(path).json.value("status"_L1), u"online"_s);
        QVERIFY(!rest("eve").get(path).json.contains("status"_L1));
        QVERIFY(!rest("eve").get(path).json.contains("last_seen"_L1));
        li.request({{u"type"_s, u"presence.update"_s}, {u"status"_s, u"offline"_s}});
        QCOMPARE(rest("ana").get(path).json.value("status"_L1), u"offline"_s);
        QVERIFY(rest("ana").get(path).json.contains("last_seen"_L1));
        QCOMPARE(rest("li").get(u"/api/v1/users/me"_s).json.value("status"_L1), u"offline"_s);
        FrameClient again = socketOf("li");
        QCOMPARE(again.hello().value("user"_L1).toObject().value("status"_L1), u"offline"_s);
    }

private:
    FrameClient socketOf(const char *name) const
    {
        return FrameClient(m_server->webSocketUrl(), token(name)); // NOLINT
    }

    QString mentionLi() const
    {
        const QJsonArray mentions{QJsonObject{{u"user_id"_s, id("li")}, {u"offset"_s, 0}, {u"length"_s, 3}}};
        return rest("ana")
            .post(u"/api/v1/conversations/%1/messages"_s.arg(m_direct),
                  {{u"content"_s, u"@li hello"_s}, {u"mentions"_s, mentions}})
            .json.value("id"_L1)
            .toString();
    }

    int unread() const
    {
        return rest("li").get(u"/api/v1/notifications"_s).json.value("unread_count"_L1).toInt(-1);
    }

    QString m_direct;
};

QTEST_GUILESS_MAIN(TestNotifications)
#include "tst_notifications.moc"
