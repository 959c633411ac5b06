// SPDX-License-Identifier: Apache-2.0
#include "client/stage.h"

#include "support/testclient.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonDocument>
#include <QTimer>

namespace Hearth::Bench {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int daySeconds = 24 * 60 * 60;
constexpr int mostInFlight = 400;
constexpr int otherRooms = 20; // that ana is in, too

// About as long as messages are; some with marks, a list, a link or code.
QString textOf(int number)
{
    static const QStringList texts{
        u"Message %1: ok."_s,
        u"Message %1 of an ordinary conversation, about two lines long as they are, with nothing special in it."_s,
        u"**%1** is what the *meter* says; see https://example.org/readings/%1 for the rest of them."_s,
        u"Message %1\n- one thing\n- another thing\n- and the last one"_s,
        u"Message %1 with code: `int x = %1;`"_s};
    return texts[number % texts.size()].arg(number);
}

// One end of a conversation.
class Chatter
{
public:
    Chatter(const Place &place, int count, double perSecond)
        : m_place(place)
        , m_count(count)
        , m_perSecond(perSecond)
    {
        QObject::connect(&m_socket, &QWebSocket::textMessageReceived, &m_loop,
                         [this](const QString &text) { hear(text); });
        QObject::connect(&m_socket, &QWebSocket::disconnected, &m_loop,
                         [] { qFatal("bo was disconnected"); });
        QObject::connect(&m_due, &QTimer::timeout, &m_loop, [this] { sayWhatIsDue(); });
    }

    void run()
    {
        QNetworkRequest request(m_place.server);
        QUrl url = m_place.server;
        url.setScheme(u"ws"_s);
        url.setPath(u"/ws"_s);
        request.setUrl(url);
        request.setRawHeader("Authorization", "Bearer " + m_place.boToken.toLatin1());
        m_socket.open(request);
        m_loop.exec();
        m_socket.disconnect();
    }

private:
    void hear(const QString &text)
    {
        const QString type = QJsonDocument::fromJson(text.toUtf8()).object().value("type"_L1).toString();
        if (type == "error"_L1)
            qFatal("bo was refused: %s", qPrintable(text));
        if (type == "hello"_L1) {
            m_sinceStart.start();
            m_due.start(m_perSecond > 0 ? 5 : 0);
        }
        if (type == "ack"_L1 && ++m_acknowledged == m_count)
            m_loop.quit();
    }

    void sayWhatIsDue()
    {
        const double due = m_perSecond > 0 ? double(m_sinceStart.elapsed()) / 1'000 * m_perSecond : m_count;
        while (m_said < m_count && m_said < due && m_said - m_acknowledged < mostInFlight) {
            ++m_said;
            const QJsonObject data{{u"conversation_id"_s, m_place.conversation},
                                   {u"content"_s, textOf(m_said)}};
            const QJsonObject frame{
                {u"type"_s, u"message.send"_s}, {u"id"_s, QString::number(m_said)}, {u"data"_s, data}};
            m_socket.sendTextMessage(QString::fromUtf8(QJsonDocument(frame).toJson(QJsonDocument::Compact)));
        }
    }

    const Place &m_place;
    const int m_count;
    const double m_perSecond;
    int m_said = 0;
    int m_acknowledged = 0;
    QElapsedTimer m_sinceStart;
    QEventLoop m_loop;
    QTimer m_due;
    QWebSocket m_socket;
};

} // namespace

Place Place::fromArguments(const QStringList &arguments)
{
    return {QUrl(arguments.value(0)), arguments.value(1), arguments.value(2), arguments.value(3)};
}

Stage::Stage()
{
    if (!m_server.start())
        qFatal("the server does not start: %s", m_server.log().constData());
    const QString boToken = Test::ServerProcess::externalToken(u"bo"_s, daySeconds);
    const Test::Answer ana =
        Test::RestClient(m_server.url(), {})
            .post(u"/api/v1/auth/register"_s, {{u"username"_s, anaName}, {u"password"_s, anaPassword}});
    const QJsonArray others{ana.json["user"_L1]["id"_L1]};
    Test::RestClient bo(m_server.url(), boToken);
    bo.get(u"/api/v1/users/me"_s); // makes the account
    const Test::Answer made =
        bo.post(u"/api/v1/conversations"_s, {{u"type"_s, u"direct"_s}, {u"member_ids"_s, others}});
    if (made.status != 201)
        qFatal("there is no conversation: %s %s", ana.body.constData(), made.body.constData());
    for (int room = 0; room < otherRooms; ++room) {
        const QString id =
            bo.post(u"/api/v1/conversations"_s,
                    {{u"type"_s, u"group"_s}, {u"name"_s, u"Room %1"_s.arg(room)}, {u"member_ids"_s, others}})
                .json["id"_L1]
                .toString();
        bo.post("/api/v1/conversations/"_L1 + id + "/messages"_L1, {{u"content"_s, textOf(room)}});
    }
    m_place = {m_server.url(), m_folder.path(), made.json["id"_L1].toString(), boToken};
}

void chatter(const Place &place, int count, double perSecond)
{
    Chatter(place, count, perSecond).run();
}

} // namespace Hearth::Bench
