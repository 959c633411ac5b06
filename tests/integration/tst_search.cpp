// SPDX-License-Identifier: Apache-2.0
#include "support/sharedservers.h"
#include "util/uuid.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

QString textOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1StringView(key)).toString();
}

QStringList contentsOf(const Answer &answer)
{
    QStringList contents;
    for (const QJsonValue &result : answer.json.value("results"_L1).toArray())
        contents += textOf(result.toObject().value("message"_L1).toObject(), "content");
    return contents;
}

QString encoded(const QString &query)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(query));
}

} // namespace

// Search through the real server, on both databases.
class TestSearch : public QObject, private SharedServers
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }

    void init()
    {
        QFETCH_GLOBAL(bool, postgres);
        QVERIFY2(useServer(postgres), m_server->log());
        m_group = makeGroup("ana", {"li"});
    }

    void aMessageIsFoundSoonAfterItWasSent()
    {
        say("ana", u"The quick br\u00f6wn fox \u4f60\u597d\u4e16\u754c"_s);
        const Answer answer = waitFor("li", u"quick \"brown fox\" \u597d\u4e16"_s);
        const QJsonObject result = answer.json.value("results"_L1).toArray().at(0).toObject();
        QCOMPARE(result.value("message"_L1).toObject(),
                 rest("li")
                     .get(u"/api/v1/messages/"_s + textOf(result.value("message"_L1).toObject(), "id"))
                     .json);
        QCOMPARE(result.value("highlights"_L1).toArray(),
                 (QJsonArray{QJsonObject{{u"offset"_s, 4}, {u"length"_s, 5}},
                             QJsonObject{{u"offset"_s, 10}, {u"length"_s, 9}},
                             QJsonObject{{u"offset"_s, 21}, {u"length"_s, 2}}}));
        QCOMPARE(answer.json.value("has_more"_L1), QJsonValue(false));
        QVERIFY(!answer.json.contains("next_cursor"_L1));
    }

    // attack_33: from the commit that removed them on, nobody finds anything.
    void attack33_whoIsNoMemberFindsNothing()
    {
        say("ana", u"between us"_s);
        waitFor("li", u"between"_s);
        QVERIFY(
            rest("ana").call("DELETE", u"/api/v1/conversations/%1/members/%2"_s.arg(m_group, id("li"))).status
            < 300);
        QCOMPARE(contentsOf(search("li", u"between"_s)), QStringList());
        QCOMPARE(contentsOf(search("eve", u"between"_s)), QStringList());
        const Answer foreign =
            rest("eve").get(u"/api/v1/search/messages?q=between&conversation_id="_s + m_group);
        QCOMPARE(foreign.status, 404);
        QCOMPARE(rest("eve").get(u"/api/v1/search/messages?q=x&conversation_id="_s + uuidV7()).body.size(),
                 foreign.body.size());
        QCOMPARE(search("eve", u"between in:"_s + m_group).pointer(), u"/q"_s);
        QCOMPARE(rest("eve")
                     .get(u"/api/v1/search/conversations?q=search"_s)
                     .json.value("conversations"_L1)
                     .toArray()
                     .size(),
                 0);
    }

    void pagesAreFollowedByTheirCursor()
    {
        for (int i = 0; i < 5; ++i)
            say("ana", u"number %1"_s.arg(i));
        waitFor("li", u"number 4"_s);
        QStringList contents;
        QString cursor;
        for (int page = 0; page < 5; ++page) {
            const Answer answer =
                rest("li").get(u"/api/v1/search/messages?q=number&limit=2&conversation_id=%1&cursor=%2"_s.arg(
                    m_group, cursor));
            QCOMPARE(answer.status, 200);
            contents += contentsOf(answer);
            cursor = textOf(answer.json, "next_cursor");
            QCOMPARE(answer.json.value("has_more"_L1).toBool(), !cursor.isEmpty());
            if (cursor.isEmpty())
                break;
        }
        QCOMPARE(contents,
                 QStringList({u"number 4"_s, u"number 3"_s, u"number 2"_s, u"number 1"_s, u"number 0"_s}));
    }

    void editsAndDeletionsAreFollowed()
    {
        const QString path = u"/api/v1/messages/"_s + textOf(say("ana", u"wrong spelling"_s), "id");
        waitFor("li", u"wrong"_s);
        QCOMPARE(rest("ana").call("PUT", path, R"({"content":"right spelling"})").status, 200);
        waitFor("li", u"right is:edited"_s);
        QCOMPARE(contentsOf(search("li", u"wrong"_s)), QStringList());
        QVERIFY(rest("ana").call("DELETE", path).status < 300);
        QCOMPARE(contentsOf(search("li", u"right"_s)), QStringList()); // at once
    }

    void whatWasSentBeforeAKillIsFoundAfterIt()
    {
        say("ana", u"survivor"_s);
        m_server->kill();
        QVERIFY2(m_server->start(), m_server->log());
        waitFor("li", u"survivor"_s);
    }

    void conversationsAreFound()
    {
        const Answer answer = rest("li").get(u"/api/v1/search/conversations?q=search+gro"_s);
        QCOMPARE(answer.status, 200);
        const QJsonArray found = answer.json.value("conversations"_L1).toArray();
        QVERIFY(!found.isEmpty());
        QCOMPARE(found.at(0).toObject(), rest("li").get(u"/api/v1/conversations/"_s + m_group).json);
        QCOMPARE(rest("li").get(u"/api/v1/search/conversations"_s).pointer(), u"/q"_s);
    }

    void badQuestionsNameTheirFault_data()
    {
        QTest::addColumn<QString>("parameters");
        QTest::addColumn<QString>("pointer");
        QTest::newRow("no query") << QString() << u"/q"_s;
        QTest::newRow("unknown filter") << u"q=size:3"_s << u"/q"_s;
        QTest::newRow("unknown person") << u"q=from:nobody-at-all"_s << u"/q"_s;
        QTest::newRow("attack_45 too long") << u"q="_s + QString(513, u'x') << u"/q"_s;
        QTest::newRow("cursor") << u"q=x&cursor=!"_s << u"/cursor"_s;
        QTest::newRow("negative cursor") << u"q=x&cursor=-1"_s << u"/cursor"_s;
        QTest::newRow("attack_66 limit 0") << u"q=x&limit=0"_s << u"/limit"_s;
        QTest::newRow("attack_66 limit 101") << u"q=x&limit=101"_s << u"/limit"_s;
    }

    void badQuestionsNameTheirFault()
    {
        QFETCH(QString, parameters);
        const Answer answer = rest("li").get(u"/api/v1/search/messages?"_s + parameters);
        QCOMPARE(answer.status, 422);
        QTEST(answer.pointer(), "pointer");
    }

private:
    QString makeGroup(const char *owner, const QList<const char *> &others) const
    {
        QJsonArray members;
        for (const char *other : others)
            members += id(other);
        const QJsonObject body{
            {u"type"_s, u"group"_s}, {u"name"_s, u"The search group"_s}, {u"member_ids"_s, members}};
        return textOf(rest(owner).post(u"/api/v1/conversations"_s, body).json, "id");
    }

    QJsonObject say(const char *who, const QString &content) const
    {
        return rest(who)
            .post(u"/api/v1/conversations/%1/messages"_s.arg(m_group), {{u"content"_s, content}})
            .json;
    }

    Answer search(const char *who, const QString &query) const
    {
        return rest(who).get(u"/api/v1/search/messages?q="_s + encoded(query));
    }

    // The answer with a result, once there is one.
    Answer waitFor(const char *who, const QString &query) const
    {
        Answer answer;
        const bool found = QTest::qWaitFor(
            [&] {
                answer = search(who, query);
                return !contentsOf(answer).isEmpty();
            },
            30'000);
        if (!found)
            qFatal("not found: %s: %s", qPrintable(query), answer.body.constData());
        return answer;
    }

    QString m_group;
};

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
