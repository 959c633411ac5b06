// SPDX-License-Identifier: Apache-2.0
#include "app/log.h"
#include "app/requestlog.h"

#include <QJsonDocument>
#include <QTest>

using namespace Hearth;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Line {
    QtMsgType type;
    QString text;
};
QList<Line> lines;

void keep(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    lines += {type, text};
}

HttpRequest request()
{
    HttpRequest request;
    request.method = "GET";
    request.path = u"/api/v1/users/secret-path"_s;
    request.query.addQueryItem(u"token"_s, u"secret-query"_s);
    request.headers = {{"authorization", "Bearer secret-header"}};
    request.body = "secret-body";
    request.peer = QHostAddress(u"192.0.2.7"_s);
    request.requestId = u"r-1"_s;
    return request;
}

} // namespace

class TestRequestLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        lines.clear();
        m_log = {};
        m_previous = qInstallMessageHandler(keep);
        QLoggingCategory::setFilterRules(u"*.debug=true"_s);
    }
    void cleanup() { qInstallMessageHandler(m_previous); }

    void failuresAndSlowRequestsAreWarnings_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("ms");
        QTest::addColumn<bool>("warns");
        QTest::addColumn<QString>("what");
        QTest::newRow("fine") << 200 << 10 << false << u"request_answered "_s;
        QTest::newRow("a client's mistake") << 404 << 10 << false << u"request_answered "_s;
        QTest::newRow("too often") << 429 << 10 << false << u"request_answered "_s;
        QTest::newRow("slow") << 200 << 1'001 << true << u"request_slow "_s;
        QTest::newRow("failed") << 503 << 10 << true << u"request_failed "_s;
        QTest::newRow("failed slowly") << 500 << 5'000 << true << u"request_failed "_s;
    }

    void failuresAndSlowRequestsAreWarnings()
    {
        QFETCH(int, status);
        QFETCH(int, ms);
        QFETCH(bool, warns);
        QFETCH(QString, what);
        m_log.note(HandledRequest{request(), u"/api/v1/users/:id"_s, u"ana"_s, status,
                                  std::chrono::milliseconds(ms)});
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines[0].type, warns ? QtWarningMsg : QtDebugMsg);
        QVERIFY2(lines[0].text.startsWith(what), qPrintable(lines[0].text));
        const QJsonObject fields =
            QJsonDocument::fromJson(formatLogLine(LogFormat::Json, lines[0].type, u"c"_s, lines[0].text))
                .object()
                .value("fields"_L1)
                .toObject();
        QCOMPARE(fields.value("request_id"_L1).toString(), u"r-1"_s);
        QCOMPARE(fields.value("route"_L1).toString(), u"/api/v1/users/:id"_s);
        QCOMPARE(fields.value("status"_L1).toString().toInt(), status);
        QCOMPARE(fields.value("duration_ms"_L1).toString().toDouble(), double(ms));
        QCOMPARE(fields.value("user"_L1).toString(), u"ana"_s);
        QCOMPARE(fields.value("peer"_L1).toString(), u"192.0.2.7"_s);
        QCOMPARE(fields.size(), 7);
    }

    void framesAreLoggedInTheSameWay()
    {
        m_log.note(HandledFrame{7, u"ana"_s, u"id-1"_s, "message.send"_L1, ErrorCode::Unavailable, 2ms});
        m_log.note(HandledFrame{7, u"ana"_s, u"id-1"_s, "message.send"_L1, ErrorCode::NotFound, 2ms});
        m_log.note(HandledFrame{7, u"ana"_s, u"id-1"_s, "sync"_L1, {}, 2s});
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].text.startsWith("frame_failed connection=7 request_id=id-1 type=message.send "_L1));
        QVERIFY(lines[1].text.startsWith("frame_answered "_L1) && lines[1].type == QtDebugMsg);
        QVERIFY(lines[2].text.startsWith("frame_slow "_L1) && lines[2].type == QtWarningMsg);
    }

    void attack41_noOtherLineOrFieldCanBeForged()
    {
        const QString evil = u"x\" status=200 user=\"root\nrequest_failed request_id=forged"_s;
        HttpRequest forged = request();
        forged.method = "GET\nX";
        m_log.note(HandledRequest{forged, {}, evil, 500, 1ms});
        m_log.note(HandledFrame{7, evil, evil, "sync"_L1, ErrorCode::Internal, 1ms});
        for (const Line &line : std::as_const(lines)) {
            for (LogFormat format : {LogFormat::Json, LogFormat::Console}) {
                const QByteArray text = formatLogLine(format, line.type, u"c"_s, line.text);
                QVERIFY2(!text.contains('\n'), text.constData());
                if (format == LogFormat::Json) {
                    const QJsonObject fields =
                        QJsonDocument::fromJson(text).object().value("fields"_L1).toObject();
                    QVERIFY2(fields.value("status"_L1).toString(u"500"_s) == "500"_L1, text.constData());
                    QVERIFY(fields.value("request_id"_L1).toString() != "forged"_L1);
                    QVERIFY(fields.value("user"_L1).toString().startsWith("x\\\""_L1));
                }
            }
        }
    }

    void aFloodOfFailuresIsSummedUp()
    {
        const RequestLog::Clock::time_point start{};
        const HandledFrame failed{7, u"ana"_s, u"id-1"_s, "message.send"_L1, ErrorCode::Unavailable, 2ms};
        for (int i = 0; i < 1'000; ++i)
            m_log.note(failed, start + 1h + i * 900us);
        QCOMPARE(lines.size(), RequestLog::warningsPerSecond);
        m_log.note(failed, start + 1h + 1s);
        QCOMPARE(lines.size(), RequestLog::warningsPerSecond + 2);
        QCOMPARE(lines[RequestLog::warningsPerSecond].text, u"warnings_left_out count=950"_s);
        QVERIFY(lines.last().text.startsWith("frame_failed "_L1));
    }

    void attack69_nothingOfARequestIsLoggedButItsRoute()
    {
        m_log.note(HandledRequest{request(), u"/api/v1/users/:id"_s, u"ana"_s, 500, 1ms});
        m_log.note(HandledRequest{request(), {}, {}, 404, 1ms});
        m_log.note(
            HandledFrame{7, u"ana"_s, u"secret id with spaces"_s, "sync"_L1, ErrorCode::Internal, 1ms});
        QCOMPARE(lines.size(), 3);
        for (const Line &line : std::as_const(lines))
            QVERIFY2(!line.text.contains("secret"_L1), qPrintable(line.text));
    }

private:
    RequestLog m_log;
    QtMessageHandler m_previous = nullptr;
};

QTEST_GUILESS_MAIN(TestRequestLog)
#include "tst_requestlog.moc"
