// SPDX-License-Identifier: Apache-2.0
#include "api/conditional.h"
#include "api/disposition.h"

#include <QTest>

using namespace Hearth;
using namespace Qt::Literals::StringLiterals;

// What a download's header fields mean: ranges, conditions, names.
class TestDownloads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void attack51_rangesAreReadAsTheRfcSays_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<bool>("satisfiable");
        QTest::addColumn<qint64>("first");
        QTest::addColumn<qint64>("last");
        const auto part = [](const char *field, qint64 first, qint64 last) {
            QTest::newRow(field) << QByteArray(field) << true << first << last;
        };
        const auto whole = [](const QByteArray &field) {
            QTest::newRow(field.left(40).constData()) << field << true << qint64(-1) << qint64(-1);
        };
        const auto none = [](const char *field) {
            QTest::newRow(field) << QByteArray(field) << false << qint64(-1) << qint64(-1);
        };
        part("bytes=0-0", 0, 0);
        part("bytes=0-99", 0, 99);
        part("bytes=0-1000", 0, 99);
        part("bytes=90-", 90, 99);
        part("bytes=99-9223372036854775807", 99, 99);
        part("bytes=-1", 99, 99);
        part("bytes=-1000", 0, 99);
        none("bytes=100-");
        none("bytes=100-200");
        none("bytes=-0");
        none("bytes=99999999999999999999-");
        part("bytes=1-99999999999999999999", 1, 99);
        part("bytes=-99999999999999999999", 0, 99);
        part("Bytes=1-2", 1, 2);
        whole("");
        whole("bytes=");
        whole("bytes=-");
        whole("bytes=5-4"); // reversed
        whole("bytes=--5");
        whole("bytes=+1-2");
        whole("bytes=1-2x");
        whole("bytes=0x1-2");
        whole("lines=1-2");
        whole("bytes=0-0,2-3");
        whole("bytes=" + QByteArray("0-99,").repeated(1'000) + "0-99");
    }

    void attack51_rangesAreReadAsTheRfcSays()
    {
        QFETCH(QByteArray, field);
        QFETCH(bool, satisfiable);
        QFETCH(qint64, first);
        QFETCH(qint64, last);
        const RangeRequest request = parseRange(field, 100);
        QCOMPARE(request.isSatisfiable, satisfiable);
        QCOMPARE(request.range.has_value(), first >= 0);
        if (request.range)
            QCOMPARE(*request.range, (ByteRange{first, last}));
    }

    void nothingOfAnEmptyFileCanBeAskedFor()
    {
        QVERIFY(!parseRange("bytes=0-", 0).isSatisfiable);
        QVERIFY(!parseRange("bytes=-0", 0).isSatisfiable);
        QVERIFY(parseRange("bytes=-5", 0).isSatisfiable && !parseRange("bytes=-5", 0).range);
        QVERIFY(parseRange({}, 0).isSatisfiable);
    }

    void tagsAreFoundInLists()
    {
        const QByteArray tag = "\"abc\"";
        for (const char *field : {"\"abc\"", "*", "\"x\", \"abc\"", "W/\"abc\"", " \"abc\" "})
            QVERIFY2(matchesAny(field, tag), field);
        for (const char *field : {"", "abc", "\"abcd\"", "\"ABC\"", "\"x\"", "**"})
            QVERIFY2(!matchesAny(field, tag), field);
        for (const char *field : {"\"abc\"", "*", "\"x\", \"abc\""})
            QVERIFY2(matchesStrongly(field, tag), field);
        for (const char *field : {"", "abc", "W/\"abc\"", "\"x\""})
            QVERIFY2(!matchesStrongly(field, tag), field);
    }

    void attack41_aNameCannotLeaveItsField()
    {
        const QByteArray field =
            dispositionOf("attachment", u"a\"b\\c%d\r\nSet-Cookie: x=y; 'é' \U0001F525.txt"_s);
        QVERIFY(!field.contains('\r') && !field.contains('\n'));
        QCOMPARE(field.count('"'), 2);
        for (char c : field)
            QVERIFY(uchar(c) < 0x80);
        QVERIFY(field.startsWith(
            "attachment; filename=\"a_b_c_d__Set-Cookie: x=y; '_' _.txt\"; filename*=UTF-8''"));
    }

    void aNameComesBackAsItWas()
    {
        for (const QString &name : {u"plain.txt"_s, u"with space & more.png"_s, u"שלום 你好 \U0001F525.jpg"_s,
                                    u"it's \"quoted\" 100%.txt"_s}) {
            const auto parsed = parseDisposition(dispositionOf("attachment", name));
            QVERIFY(parsed);
            QCOMPARE(parsed->type, QByteArray("attachment"));
            QCOMPARE(parsed->fileName.value_or(QString()), name);
        }
    }

    void aTypeAloneIsADisposition()
    {
        const auto parsed = parseDisposition("Attachment");
        QVERIFY(parsed && !parsed->fileName);
        QCOMPARE(parsed->type, QByteArray("attachment"));
    }

    void whatIsNoDispositionIsNone()
    {
        for (const char *field : {"", ";", "attachment; =x", "attachment; filename", "attachment; a=\"b",
                                  "attachment; a=b c=d", "attachment; filename=a; filename=b"})
            QVERIFY2(!parseDisposition(field), field);
    }
};

QTEST_APPLESS_MAIN(TestDownloads)
#include "tst_downloads.moc"
