// SPDX-License-Identifier: Apache-2.0
#include "metrics/metrics.h"
#include "metrics/process.h"

#include <QTest>

using namespace Hearth;
using namespace std::chrono_literals;

class TestMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySeriesOfTheServerIsThereFromTheStart();
    void countersAddAndGaugesHold();
    void durationsAreExposedInSeconds();
    void requestsAreCountedByMethodRouteAndStatus();
    void attack41_whatClientsSendMakesNoNewSeries();
    void databaseWorkIsCountedByLane();
    void twoServersDoNotShareCounters();
    void partsAddSeriesOfTheirOwn();
    void theProcessIsMeasured();
};

void TestMetrics::everySeriesOfTheServerIsThereFromTheStart()
{
    const Metrics metrics;
    const QByteArray text = metrics.text();
    for (const char *name :
         {"messaging_websocket_connections 0\n", "messaging_users_online 0\n",
          "messaging_send_queue_depth 0\n", "messaging_messages_sent_total 0\n",
          "messaging_message_latency_seconds_count 0\n", "messaging_event_loop_lag_seconds_count 0\n"})
        QVERIFY2(text.contains(name), text.constData());
}

void TestMetrics::countersAddAndGaugesHold()
{
    const Metrics metrics;
    metrics.messagesSent.add();
    metrics.messagesSent.add(2);
    metrics.usersOnline.set(7);
    metrics.usersOnline.set(5);
    QVERIFY(metrics.text().contains("messaging_messages_sent_total 3\n"));
    QVERIFY(metrics.text().contains("messaging_users_online 5\n"));
}

void TestMetrics::durationsAreExposedInSeconds()
{
    const Metrics metrics;
    metrics.messageLatency.observe(250ms);
    QVERIFY(metrics.text().contains("messaging_message_latency_seconds_sum 0.25\n"));
    QVERIFY(metrics.text().contains("messaging_message_latency_seconds_bucket{le=\"0.1\"} 0\n"));
    QVERIFY(metrics.text().contains("messaging_message_latency_seconds_bucket{le=\"0.25\"} 1\n"));
}

void TestMetrics::requestsAreCountedByMethodRouteAndStatus()
{
    const Metrics metrics;
    metrics.httpRequest("GET", "/api/v1/users/:id", 200, 1ms);
    metrics.httpRequest("GET", "/api/v1/users/:id", 200, 1ms);
    metrics.httpRequest("GET", "/api/v1/users/:id", 404, 1ms);
    const QByteArray text = metrics.text();
    QVERIFY(text.contains(
        R"(messaging_http_requests_total{method="GET",route="/api/v1/users/:id",status="200"} 2)"));
    QVERIFY(text.contains(
        R"(messaging_http_requests_total{method="GET",route="/api/v1/users/:id",status="404"} 1)"));
    QVERIFY(text.contains(
        R"(messaging_http_request_duration_seconds_count{method="GET",route="/api/v1/users/:id"} 3)"));
}

void TestMetrics::attack41_whatClientsSendMakesNoNewSeries()
{
    const Metrics metrics;
    for (int i = 0; i < 100; ++i)
        metrics.httpRequest("X" + QByteArray::number(i) + "\"\n", {}, 404, 1ms);
    const QByteArray text = metrics.text();
    QVERIFY(text.contains(R"(messaging_http_requests_total{method="other",route="other",status="404"} 100)"));
    QCOMPARE(text.count("messaging_http_requests_total{"), 1);
}

void TestMetrics::databaseWorkIsCountedByLane()
{
    const Metrics metrics;
    metrics.databaseWork("read", 500ms);
    metrics.databaseWork("write", 1ms);
    const QByteArray text = metrics.text();
    QVERIFY(text.contains(R"(messaging_database_work_duration_seconds_sum{lane="read"} 0.5)"));
    QVERIFY(text.contains(R"(messaging_database_work_duration_seconds_count{lane="write"} 1)"));
}

void TestMetrics::twoServersDoNotShareCounters()
{
    const Metrics one;
    const Metrics other;
    one.messagesSent.add();
    QVERIFY(other.text().contains("messaging_messages_sent_total 0\n"));
}

void TestMetrics::partsAddSeriesOfTheirOwn()
{
    const Metrics metrics;
    const Counter ana = metrics.counter("messaging_x_total", "X", {{"who", "ana"}});
    const Counter li = metrics.counter("messaging_x_total", "X", {{"who", "li"}});
    ana.raiseTo(5);
    ana.raiseTo(7);
    ana.raiseTo(3); // never back
    li.raiseTo(1);
    metrics.gauge("messaging_y", "Y").set(2.5);
    const QByteArray text = metrics.text();
    QVERIFY(text.contains("messaging_x_total{who=\"ana\"} 7\n"));
    QVERIFY(text.contains("messaging_x_total{who=\"li\"} 1\n"));
    QVERIFY(text.contains("messaging_y 2.5\n"));
    QCOMPARE(text.count("# TYPE messaging_x_total counter"), 1);
}

void TestMetrics::theProcessIsMeasured()
{
#ifdef Q_OS_LINUX
    const ProcessFigures before = processFigures();
    QVERIFY(before.residentBytes > 1e6 && before.residentBytes < 1e12);
    QVERIFY(before.openFiles >= 3 && before.maxFiles >= before.openFiles);
    const double age = double(QDateTime::currentSecsSinceEpoch()) - before.startSeconds;
    QVERIFY2(age > -2 && age < 600, qPrintable(QString::number(age)));
    while (processFigures().cpuSeconds < before.cpuSeconds + 0.02) { } // work is seen
    QFile file(QStringLiteral("/proc/self/stat"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(processFigures().openFiles, before.openFiles + 1);
#endif
}

QTEST_APPLESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
