// SPDX-License-Identifier: Apache-2.0
#include "util/clock.h"

#include <QTest>

using namespace Hearth;
using namespace std::chrono;

class tst_clock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timesAreWrittenInUtcWithMilliseconds()
    {
        const Timestamp moment = sys_days(2026y / January / 31) + 9h + 5min + 42ms;
        QCOMPARE(toRfc3339(moment), "2026-01-31T09:05:00.042Z");
        QCOMPARE(toRfc3339(fromMs(0)), "1970-01-01T00:00:00.000Z");
        QCOMPARE(toRfc3339(fromMs(-1)), "1969-12-31T23:59:59.999Z");
    }

    void everyYearFrom0To9999SurvivesTheText()
    {
        for (int y = 0; y <= 9999; ++y) {
            for (const Timestamp moment : {Timestamp(sys_days(year(y) / January / 1)),
                                           Timestamp(sys_days(year(y) / February / last) + 12h + 1ms),
                                           Timestamp(sys_days(year(y) / December / 31) + 24h - 1ms)}) {
                const QByteArray text = toRfc3339(moment);
                QCOMPARE(text.size(), 24);
                QCOMPARE(fromRfc3339(QString::fromLatin1(text)), moment);
            }
        }
    }

    void momentsWithoutAFormAreShownAsTheNearestThatHasOne()
    {
        QCOMPARE(toRfc3339(fromMs(std::numeric_limits<qint64>::min())), "0000-01-01T00:00:00.000Z");
        QCOMPARE(toRfc3339(fromMs(std::numeric_limits<qint64>::max())), "9999-12-31T23:59:59.999Z");
    }

    void formsOfRfc3339AreUnderstood_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("utc");
        const auto row = [](const char *text, const char *utc) {
            QTest::newRow(text) << QString::fromLatin1(text) << QByteArray(utc);
        };
        row("2026-01-31T09:05:00Z", "2026-01-31T09:05:00.000Z");
        row("2026-01-31t09:05:00z", "2026-01-31T09:05:00.000Z");
        row("2026-01-31 09:05:00Z", "2026-01-31T09:05:00.000Z");
        row("2026-01-31T09:05:00.5Z", "2026-01-31T09:05:00.500Z");
        row("2026-01-31T09:05:00.0429999999999999999999Z", "2026-01-31T09:05:00.042Z");
        row("2026-01-31T09:05:00+05:45", "2026-01-31T03:20:00.000Z");
        row("2026-01-01T00:30:00+01:00", "2025-12-31T23:30:00.000Z");
        row("2026-12-31T23:30:00-01:00", "2027-01-01T00:30:00.000Z");
        row("2026-01-31T09:05:00-00:00", "2026-01-31T09:05:00.000Z");
        row("2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z");
        row("2016-12-31T23:59:60Z", "2016-12-31T23:59:59.000Z");
        row("2016-12-31T18:59:60.999-05:00", "2016-12-31T23:59:59.999Z");
    }

    void formsOfRfc3339AreUnderstood()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, utc);
        const auto moment = fromRfc3339(text);
        QVERIFY(moment);
        QCOMPARE(toRfc3339(*moment), utc);
    }

    void whatIsNoRfc3339TimeIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"",
                                 " ",
                                 "2026",
                                 "2026-01-31",
                                 "09:05:00Z",
                                 "2026-01-31T09:05Z",
                                 "2026-01-31T09:05:00",
                                 "2026-01-31T09:05:00.Z",
                                 "2026-01-31T09:05:00,5Z",
                                 "2026-01-31T09:05:00ZZ",
                                 " 2026-01-31T09:05:00Z",
                                 "2026-01-31T09:05:00Z ",
                                 "2026-1-31T09:05:00Z",
                                 "26-01-31T09:05:00Z",
                                 "12026-01-31T09:05:00Z",
                                 "-026-01-31T09:05:00Z",
                                 "+2026-01-31T09:05:00Z",
                                 "2026-00-01T00:00:00Z",
                                 "2026-13-01T00:00:00Z",
                                 "2026-01-00T00:00:00Z",
                                 "2026-01-32T00:00:00Z",
                                 "2026-02-29T00:00:00Z",
                                 "1900-02-29T00:00:00Z",
                                 "2026-01-31T24:00:00Z",
                                 "2026-01-31T09:60:00Z",
                                 "2026-01-31T09:05:61Z",
                                 "2026-01-31T09:05:00+24:00",
                                 "2026-01-31T09:05:00+01:60",
                                 "2026-01-31T09:05:00+0100",
                                 "2026-01-31T09:05:00+01",
                                 "2026-01-31T09:05:00 UTC",
                                 "1790000000"})
            QTest::newRow(text) << QString::fromLatin1(text);
        QTest::newRow("Arabic digits") << QStringLiteral("\u0662\u0660\u0662\u0666-01-31T09:05:00Z");
        QTest::newRow("NUL") << QString(24, QChar(0));
    }

    void whatIsNoRfc3339TimeIsRefused()
    {
        QFETCH(QString, text);
        QCOMPARE(fromRfc3339(text), std::nullopt);
    }
};

QTEST_APPLESS_MAIN(tst_clock)
#include "tst_clock.moc"
