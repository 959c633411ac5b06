// SPDX-License-Identifier: Apache-2.0
#include "core/session.h"
#include "e2e/desk.h"
#include "support/postgresdatabase.h"
#include "support/serverprocess.h"
#include "support/testclient.h"
#include "ui/banner.h"

#include <QApplication>
#include <QCoroTask>
#include <QScreen>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

PresenceStatus otherIs(const Desk &desk)
{
    const QList<ConversationSummary> conversations = desk.session().conversations();
    return desk.session().presence(conversations.first().directWith.value_or(QString()));
}

// The whole screen, once everything that is due was painted.
void photograph(const QString &name)
{
    for (QWidget *window : QApplication::topLevelWidgets())
        window->repaint();
    QCoreApplication::processEvents();
    QGuiApplication::primaryScreen()->grabWindow(0).save(QStringLiteral(HEARTH_SCREENSHOTS) + u'/' + name);
}

} // namespace

// Two people at two windows of the desktop client, a real server and a real PostgreSQL.
class TestTwoPeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_server.start(), m_server.log());
        for (const char *name : {"ana", "li"}) {
            int exitCode = -1;
            m_server.run(
                {u"user"_s, u"add"_s, QLatin1StringView(name), u"--display-name"_s,
                 QLatin1StringView(name).first(1).toString().toUpper() + QLatin1StringView(name).mid(1),
                 u"--password-stdin"_s},
                password.toUtf8() + '\n', &exitCode);
            QCOMPARE(exitCode, 0);
        }
    }

    void talkAndLoseNothing()
    {
        Room room;
        Desk ana(u"ana"_s, room, {10, 10}, {780, 720});
        Desk li(u"li"_s, room, {800, 10}, {780, 720});
        ana.signIn(m_server.url());
        li.signIn(m_server.url());
        makeConversation(ana, li);
        ana.open(u"Li"_s);
        li.open(u"Ana"_s);

        // Each sees that the other is there.
        for (const Desk *desk : {&ana, &li})
            EVENTUALLY_IS(otherIs(*desk), PresenceStatus::Online);

        // Ana types, and Li sees that she does.
        ana.comeToTheFront();
        ana.type(u"Hello Li, the kettle is"_s);
        EVENTUALLY(li.typingLine().contains(u"Ana"_s));
        photograph(u"typing.png"_s);
        ana.say(u" on. Tea?"_s);
        const QString hello = u"Hello Li, the kettle is on. Tea?"_s;
        EVENTUALLY(li.messageWith(hello).contains(u"Ana"_s));
        EVENTUALLY(li.typingLine().isEmpty());

        // It has arrived; it is read when Li looks.
        EVENTUALLY(ana.messageWith(hello).contains(u"Delivered"_s));
        li.comeToTheFront();
        EVENTUALLY(ana.messageWith(hello).contains(u"Read"_s));
        li.say(u"Yes please! Two minutes \u2014 I will bring the biscuits"_s);
        EVENTUALLY(ana.messageWith(u"biscuits"_s).contains(u"Li"_s));
        ana.comeToTheFront();
        ana.say(u"**Perfect.** The notes are in `minutes.md`."_s);
        EVENTUALLY(li.messageWith(u"minutes.md"_s).contains(u"Ana"_s));
        EVENTUALLY(li.messageWith(u"biscuits"_s).contains(u"Read"_s));
        li.comeToTheFront();
        EVENTUALLY(ana.messageWith(u"minutes.md"_s).contains(u"Read"_s));
        photograph(u"two-people.png"_s);

        // The server dies; Ana goes on writing.
        m_server.kill();
        auto *banner = ana.find<Banner>("connectionBanner");
        EVENTUALLY(banner->isVisible());
        ana.comeToTheFront();
        const QStringList offline{u"first of three"_s, u"second of three"_s, u"third of three"_s};
        for (const QString &text : offline) {
            ana.say(text);
            QTRY_VERIFY(ana.messageWith(text).contains(text));
        }
        EVENTUALLY(banner->text().contains(u"3 messages will be sent"_s));
        photograph(u"offline.png"_s);

        // It comes back, and all three are there once and in order.
        QVERIFY2(m_server.start(), m_server.log());
        for (const QString &text : offline)
            EVENTUALLY(li.messageWith(text).contains(u"Ana"_s));
        QCOMPARE(orderOf(li.messages().filter(u"of three"_s)), offline);
        EVENTUALLY(ana.messageWith(offline.last()).contains(u"Delivered"_s)
                   || ana.messageWith(offline.last()).contains(u"Read"_s));
        QCOMPARE(orderOf(ana.messages().filter(u"of three"_s)), offline);
        QCOMPARE(storedContents(),
                 QStringList({hello,
                              u"Yes please! Two minutes \u2014 I will bring the "
                              "biscuits"_s,
                              u"**Perfect.** The notes are in `minutes.md`."_s})
                     + offline);
        EVENTUALLY(!banner->isVisible());
        photograph(u"back.png"_s);
    }

private:
    void makeConversation(const Desk &one, const Desk &other)
    {
        const auto made = QCoro::waitFor(one.session().createDirect(other.session().userId()));
        QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().detail));
        m_conversation = *made;
        RestClient rest(m_server.url(), {});
        const Answer login =
            rest.post(u"/api/v1/auth/login"_s, {{u"username"_s, u"li"_s}, {u"password"_s, password}});
        m_token = login.json.value("access_token"_L1).toString();
        QVERIFY(!m_token.isEmpty());
    }

    // The words of each row, without what a screen reader adds.
    static QStringList orderOf(const QStringList &rows)
    {
        QStringList found;
        for (const QString &row : rows) {
            for (const QString &text : {u"first of three"_s, u"second of three"_s, u"third of three"_s}) {
                if (row.contains(text))
                    found += text;
            }
        }
        return found;
    }

    [[nodiscard]] QStringList storedContents() const
    {
        RestClient rest(m_server.url(), m_token);
        const Answer page = rest.get(u"/api/v1/conversations/%1/messages?after_seq=0"_s.arg(m_conversation));
        QStringList contents;
        for (const QJsonValue &message : page.json.value("messages"_L1).toArray())
            contents.prepend(message.toObject().value("content"_L1).toString());
        return contents;
    }

    PostgresDatabase m_database;
    ServerProcess m_server{m_database.url()};
    ConversationId m_conversation;
    QString m_token;
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    TestTwoPeople test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_twopeople.moc"
