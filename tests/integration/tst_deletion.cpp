// SPDX-License-Identifier: Apache-2.0
#include "support/accountclient.h"
#include "support/traces.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QSet>

using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

using Person = AccountServer::Person;

// A word that ana puts wherever she can, and nobody else does.
const QString secret = u"quagworble"_s;

QByteArray png()
{
    QImage image(40, 30, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes + secret.toLatin1(); // what stands behind an image is part of the file
}

// A server on which ana has said the secret in all the ways there are. The group is li's; ana's avatar and
// whatever she sent last are hers alone.
class Stage
{
public:
    explicit Stage(const QStringList &arguments = {})
        : server(isPostgres(), arguments)
    {
        ana = server.person(u"ana"_s);
        li = server.person(u"li"_s);
        group = make(li, u"The group"_s, {ana.id});
    }

    static bool isPostgres()
    {
        QFETCH_GLOBAL(bool, postgres);
        return postgres;
    }

    QString make(const Person &owner, const QString &name, const QJsonArray &members,
                 const QString &type = u"group"_s)
    {
        QJsonObject body{{u"type"_s, type}, {u"member_ids"_s, members}};
        if (!name.isEmpty())
            body.insert(u"name"_s, name);
        return idOf(server.as(owner).post(u"/api/v1/conversations"_s, body));
    }

    QString say(const Person &person, const QString &conversation, QJsonObject body)
    {
        return idOf(server.as(person).post(u"/api/v1/conversations/%1/messages"_s.arg(conversation), body));
    }

    QString upload(const Person &person, const QByteArray &contents, const QString &name = secret)
    {
        return idOf(server.as(person).call("POST", u"/api/v1/files?name="_s + name, contents,
                                           {{"Content-Type", "application/octet-stream"}}));
    }

    // In the group: earlier contents, a mention, a reply, metadata, a file with its thumbnail.
    void speakInGroup()
    {
        const QString edited = say(ana, group, {{u"content"_s, secret + u" first"_s}});
        expect(200,
               server.as(ana).call("PUT", u"/api/v1/messages/"_s + edited,
                                   "{\"content\":\"" + secret.toUtf8() + " then\"}"));
        const QJsonObject mention{{u"user_id"_s, li.id}, {u"offset"_s, 0}, {u"length"_s, 3}};
        say(ana, group, {{u"content"_s, u"@li "_s + secret}, {u"mentions"_s, QJsonArray{mention}}});
        const QString asked = say(li, group, {{u"content"_s, u"what?"_s}});
        say(ana, group, {{u"content"_s, secret}, {u"reply_to_id"_s, asked}});
        say(ana, group, {{u"content"_s, u"x"_s}, {u"metadata"_s, QJsonObject{{u"note"_s, secret}}}});
        file = upload(ana, png());
        const QString sent = say(ana, group, {{u"attachment_ids"_s, QJsonArray{file}}});
        expect(200, server.as(li).post(u"/api/v1/messages/%1/reactions"_s.arg(sent), {{u"emoji"_s, u"👍"_s}}));
        expect(200, server.as(li).get(u"/api/v1/files/%1/thumbnail"_s.arg(file)));
    }

    // And everywhere else.
    void speakElsewhere()
    {
        server.patch(ana,
                     {{u"username"_s, secret},
                      {u"display_name"_s, secret + u" of Ana"_s},
                      {u"email"_s, secret + u"@example.org"_s}});
        QJsonObject login = AccountServer::credentials(secret);
        login.insert(u"device_name"_s, secret + u" phone"_s);
        expect(200, server.as().post(u"/api/v1/auth/login"_s, login));
        expect(
            200,
            server.as(ana).call("PUT", u"/api/v1/users/me/avatar"_s, png(), {{"Content-Type", "image/png"}}));
        upload(ana, png()); // never sent
        say(ana, make(ana, {}, {li.id}, u"direct"_s), {{u"content"_s, secret}});
        const QString left = make(li, u"Left"_s, {ana.id});
        say(ana, left, {{u"content"_s, secret}});
        expect(204,
               server.as(ana).call("DELETE", u"/api/v1/conversations/%1/members/%2"_s.arg(left, ana.id)));
        const QString alone = make(ana, secret, {});
        say(ana, alone, {{u"content"_s, secret}});
        expect(201,
               server.as(ana).post(u"/api/v1/reports"_s, {{u"user_id"_s, li.id}, {u"reason"_s, secret}}));
        QVERIFY(QTest::qWaitFor([this] { return found().size() >= 5; }, 30'000)); // is indexed
    }

    // What li finds when she looks for it.
    QJsonArray found()
    {
        return server.as(li).get(u"/api/v1/search/messages?q="_s + secret).json.value("results"_L1).toArray();
    }

    QJsonArray notificationsOfLi()
    {
        return server.as(li).get(u"/api/v1/notifications"_s).json.value("notifications"_L1).toArray();
    }

    void eraseAna(const QString &messages)
    {
        const QJsonObject body{{u"password"_s, AccountServer::defaultPassword()}, {u"messages"_s, messages}};
        expect(204, server.as(ana).call("DELETE", u"/api/v1/users/me"_s, QJsonDocument(body).toJson()));
        QVERIFY(QTest::qWaitFor([this] { return isDone(); }, 30'000));
    }

    // Nothing is left to be done, in the database or with contents of files.
    bool isDone()
    {
        const auto count = [this](const QString &rows) {
            return server.database.execute(u"SELECT count(*) FROM "_s + rows).toInt();
        };
        return count(u"users WHERE erasing IS NOT NULL"_s) == 0 && count(u"blob_removals"_s) == 0;
    }

    QStringList traces() { return tablesWith(server.database, secret); }
    QStringList contents() const { return filesBelow(server.process.dataDir() + u"/files"_s); }

    static void expect(int status, const Answer &answer)
    {
        if (answer.status != status)
            qFatal("%d: %s", answer.status, answer.body.constData());
    }
    static QString idOf(const Answer &answer)
    {
        if (answer.status / 100 != 2)
            qFatal("%d: %s", answer.status, answer.body.constData());
        return answer.json.value("id"_L1).toString();
    }

    AccountServer server;
    Person ana;
    Person li;
    QString group;
    QString file; // in the group
};

QSet<QString> setOf(const QStringList &list)
{
    return {list.begin(), list.end()};
}

} // namespace

// Promise 10: what is deleted is gone from every surface, and from what lies below them.
class TestDeletion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }

    void anErasedPersonLeavesNothingThatTheyWrote();
    void whoseMessagesAreKeptIsADeletedUser();
    void nothingOfMessagesThatGrewOldIsLeft();
};

void TestDeletion::anErasedPersonLeavesNothingThatTheyWrote()
{
    Stage stage;
    const QString ofLi = stage.upload(stage.li, "nothing special", u"x"_s);
    stage.say(stage.li, stage.group, {{u"attachment_ids"_s, QJsonArray{ofLi}}});
    stage.speakInGroup();
    stage.speakElsewhere();
    // What is looked for would be found.
    QVERIFY2(setOf(stage.traces())
                 .contains({u"users"_s, u"sessions"_s, u"conversations"_s, u"messages"_s, u"message_edits"_s,
                            u"files"_s, u"reports"_s, u"search_texts"_s}),
             qPrintable(stage.traces().join(u' ')));
    QCOMPARE(stage.contents().size(), 1 + 2 * 3); // li's, and ana's with their thumbnails
    QCOMPARE(stage.notificationsOfLi().size(), 2);

    stage.eraseAna(u"erase"_s);
    QCOMPARE(stage.traces(), QStringList());
    const QStringList contents = stage.contents();
    QCOMPARE(contents.size(), 1);
    QVERIFY(contents.first().endsWith(ofLi));
    QVERIFY(stage.found().isEmpty());
    QVERIFY(stage.notificationsOfLi().isEmpty());
    RestClient li = stage.server.as(stage.li);
    for (const QString &path :
         {u"/api/v1/files/"_s + stage.file, u"/api/v1/files/%1/thumbnail"_s.arg(stage.file)})
        QCOMPARE(li.get(path).status, 404);
    QVERIFY(!stage.server.process.log().contains(secret.toUtf8()));
}

void TestDeletion::whoseMessagesAreKeptIsADeletedUser()
{
    Stage stage;
    stage.speakInGroup();
    stage.speakElsewhere();
    const int found = int(stage.found().size());
    stage.eraseAna(u"keep"_s);
    const QSet<QString> kept{u"messages"_s, u"message_edits"_s, u"files"_s, u"reports"_s, u"search_texts"_s};
    const QSet<QString> belowSearch{u"search_texts_content"_s, u"search_texts_data"_s}; // of FTS5
    QCOMPARE(setOf(stage.traces()) - belowSearch, kept);
    QCOMPARE(stage.found().size(), found);
    QCOMPARE(stage.contents().size(), 2); // what was sent, and its thumbnail
    RestClient li = stage.server.as(stage.li);
    QCOMPARE(li.get(u"/api/v1/files/"_s + stage.file).body, png());
    const QString sender = stage.found().at(0)["message"_L1]["sender_id"_L1].toString();
    QCOMPARE(sender, stage.ana.id);
    QCOMPARE(li.get(u"/api/v1/users/"_s + sender).json.value("display_name"_L1).toString(),
             u"Deleted user"_s);
    const QJsonArray notifications = stage.notificationsOfLi();
    QCOMPARE(notifications.size(), 2);
    for (const QJsonValue &notification : notifications)
        QVERIFY(notification["title"_L1].toString().startsWith(u"Deleted user"));
}

void TestDeletion::nothingOfMessagesThatGrewOldIsLeft()
{
    Stage stage({u"--retention-messages"_s, u"30d"_s});
    stage.speakInGroup();
    QTRY_VERIFY_WITH_TIMEOUT(stage.found().size() >= 3, 30'000);
    QVERIFY(
        setOf(stage.traces()).contains({u"messages"_s, u"message_edits"_s, u"files"_s, u"search_texts"_s}));
    QCOMPARE(stage.contents().size(), 2);
    const QString path = u"/api/v1/conversations/"_s + stage.group;
    const qint64 lastSeq = stage.server.as(stage.li).get(path).json.value("last_seq"_L1).toInteger();

    stage.server.database.execute(
        u"UPDATE messages SET created_at = created_at - %1"_s.arg(qint64(40) * 86'400'000));
    stage.say(stage.li, stage.group, {{u"content"_s, u"young"_s}});
    QVERIFY(stage.server.process.terminate());
    QVERIFY(stage.server.process.start());
    const auto first = [&] {
        return stage.server.as(stage.li).get(path).json.value("first_seq"_L1).toInteger();
    };
    QTRY_COMPARE_WITH_TIMEOUT(first(), lastSeq + 1, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(stage.isDone(), 30'000);
    QCOMPARE(stage.traces(), QStringList());
    QCOMPARE(stage.contents(), QStringList());
    QVERIFY(stage.found().isEmpty());
    QVERIFY(stage.notificationsOfLi().isEmpty());
    QCOMPARE(stage.server.as(stage.li).get(u"/api/v1/files/"_s + stage.file).status, 404);
    const QJsonArray left =
        stage.server.as(stage.li).get(path + u"/messages"_s).json.value("messages"_L1).toArray();
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.at(0)["content"_L1].toString(), u"young"_s);
}

QTEST_GUILESS_MAIN(TestDeletion)
#include "tst_deletion.moc"
