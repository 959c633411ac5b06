// SPDX-License-Identifier: Apache-2.0
#include "api/multipart.h"

#include <QTest>

using namespace Hearth;
using namespace Qt::Literals::StringLiterals;

namespace {

using Event = MultipartParser::Event;

struct Part {
    QString name;
    std::optional<QString> fileName;
    QByteArray data;
    bool operator==(const Part &) const = default;
};

// All that a body holds, fed in pieces that begin at the given places.
Result<QList<Part>> partsOf(const QByteArray &body, const QList<qsizetype> &cuts = {})
{
    MultipartParser parser("b0undary");
    QList<Part> parts;
    qsizetype from = 0;
    bool open = false;
    for (const qsizetype to : cuts + QList<qsizetype>{body.size()}) {
        const auto events = parser.feed(QByteArrayView(body).sliced(from, to - from));
        if (!events)
            return fail(events.error());
        for (const Event &event : *events) {
            switch (event.kind) {
            case Event::Kind::Begin:
                parts += Part{event.name, event.fileName, {}};
                open = true;
                break;
            case Event::Kind::Data: parts.last().data += event.data; break;
            case Event::Kind::End: open = false; break;
            }
        }
        from = to;
    }
    if (open || !parser.isComplete())
        return fail(ErrorCode::InvalidField, u"unfinished"_s);
    return parts;
}

QByteArray part(const QByteArray &disposition, const QByteArray &content)
{
    return "--b0undary\r\nContent-Disposition: " + disposition
        + "\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n";
}

const QByteArray closing = "--b0undary--\r\n";

} // namespace

class TestMultipart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The content has everything in it that looks like a boundary and is none.
    void aBodyReadsTheSameHoweverItIsCut()
    {
        const QByteArray tricky = "\r\n--b0undar\r\n--\r\n\r--b0undary\r\n-\n--b0undary\r\r\n";
        const QByteArray body = "preamble\r\n" + part("form-data; name=\"note\"", "")
            + part(R"(form-data; name="file"; filename="a \"b\".png")", tricky) + closing
            + "epilogue\r\n--b0undary";
        const QList<Part> expected{{u"note"_s, {}, ""}, {u"file"_s, u"a \"b\".png"_s, tricky}};
        const auto whole = partsOf(body);
        QVERIFY2(whole, qPrintable(whole ? QString() : whole.error().detail));
        QCOMPARE(whole->size(), 2);
        QVERIFY(*whole == expected);
        for (qsizetype a = 0; a <= body.size(); ++a) {
            for (qsizetype b = a; b <= body.size(); b += 7) {
                const auto parts = partsOf(body, {a, b});
                QVERIFY(parts && *parts == expected);
            }
        }
        QList<qsizetype> everywhere;
        for (qsizetype i = 1; i < body.size(); ++i)
            everywhere += i;
        QVERIFY(partsOf(body, everywhere).value() == expected);
    }

    void asMuchPaddingAsIsAllowedReadsTheSameHoweverItIsCut()
    {
        const QByteArray padded =
            part("form-data; name=file", "x").replace("--b0undary", "--b0undary" + QByteArray(128, ' '));
        for (qsizetype at = 0; at <= padded.size(); ++at)
            QCOMPARE(partsOf(padded + closing, {at}).value().size(), 1);
    }

    void aLargePartIsNotKept()
    {
        MultipartParser parser("b0undary");
        QVERIFY(parser.feed(part("form-data; name=file", "").chopped(2)));
        const QByteArray piece(100'000, '\r');
        qint64 given = 0;
        for (int i = 0; i < 50; ++i) {
            const auto events = parser.feed(piece);
            QVERIFY(events);
            for (const Event &event : *events)
                given += event.data.size();
        }
        QVERIFY(given > 50 * 100'000 - 20);
    }

    void namesAreUnderstoodAsBrowsersAndOthersWriteThem_data()
    {
        QTest::addColumn<QByteArray>("disposition");
        QTest::addColumn<QString>("fileName");
        QTest::newRow("plain") << QByteArray("form-data; name=file; filename=a.txt") << u"a.txt"_s;
        QTest::newRow("quoted") << QByteArray(R"(form-data; name="file"; filename="a;b=c.txt")")
                                << u"a;b=c.txt"_s;
        QTest::newRow("browser") << QByteArray(R"(form-data; name="file"; filename="%22x%22.txt")")
                                 << u"\"x\".txt"_s;
        QTest::newRow("utf-8") << "form-data; name=\"file\"; filename=\"" + u"שלום.txt"_s.toUtf8() + '"'
                               << u"שלום.txt"_s;
        QTest::newRow("rfc 8187") << QByteArray(
            "form-data; name=file; filename=x; filename*=UTF-8''%e2%82%ac.txt")
                                  << u"€.txt"_s;
        QTest::newRow("windows") << QByteArray(R"(form-data; name="file"; filename="C:\dir\a.txt")")
                                 << uR"(C:\dir\a.txt)"_s;
        QTest::newRow("upper case") << QByteArray("FORM-DATA; NAME=file; FileName=a") << u"a"_s;
    }

    void namesAreUnderstoodAsBrowsersAndOthersWriteThem()
    {
        QFETCH(QByteArray, disposition);
        const auto parts = partsOf(part(disposition, "x") + closing);
        QVERIFY2(parts, qPrintable(parts ? QString() : parts.error().detail));
        QCOMPARE(parts->first().name, u"file"_s);
        QTEST(parts->first().fileName.value_or(QString()), "fileName");
    }

    void whatIsNoFormIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        const QByteArray good = part("form-data; name=file", "x");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no boundary") << QByteArray("hello");
        QTest::newRow("no end") << good;
        QTest::newRow("half an end") << good + "--b0undary-";
        QTest::newRow("no head") << QByteArray("--b0undary\r\n\r\nx\r\n") + closing;
        QTest::newRow("no disposition") << QByteArray("--b0undary\r\nX-A: b\r\n\r\nx\r\n") + closing;
        QTest::newRow("two dispositions")
            << QByteArray("--b0undary\r\nContent-Disposition: form-data; name=a\r\n"
                          "Content-Disposition: form-data; name=file\r\n\r\nx\r\n")
                + closing;
        QTest::newRow("attachment") << part("attachment; name=file", "x") + closing;
        QTest::newRow("no name") << part("form-data; filename=x", "x") + closing;
        QTest::newRow("two names") << part("form-data; name=a; name=file", "x") + closing;
        QTest::newRow("open quotation") << part("form-data; name=\"file", "x") + closing;
        QTest::newRow("text behind a boundary") << good + "--b0undary x\r\n" + closing;
        QTest::newRow("endless padding") << good + "--b0undary" + QByteArray(1'000, ' ');
        QTest::newRow("large head") << part("form-data; name=" + QByteArray(9'000, 'n'), "x") + closing;
        QTest::newRow("endless head") << "--b0undary\r\n" + QByteArray(20'000, 'h');
        QTest::newRow("many parts") << good.repeated(33) + closing;
        QTest::newRow("many parameters")
            << part("form-data; name=file" + QByteArray("; a=b").repeated(20), "x") + closing;
    }

    void whatIsNoFormIsRefused()
    {
        QFETCH(QByteArray, body);
        QVERIFY(!partsOf(body));
        for (qsizetype at = 0; at < body.size(); at += std::max<qsizetype>(1, body.size() / 50))
            QVERIFY(!partsOf(body, {at}));
    }

    void theShortestAndTheLongestBoundaryWork()
    {
        for (const QByteArray &boundary : {QByteArray("a"), QByteArray("-"), QByteArray(70, '-')}) {
            QVERIFY(MultipartParser::isBoundary(boundary));
            const QByteArray content = "\r\n--" + boundary.chopped(1) + "\r\n\r\n-" + boundary + "\r\r\n-";
            const QByteArray body = "--" + boundary + "\r\nContent-Disposition: form-data; name=file\r\n\r\n"
                + content + "\r\n--" + boundary + "--";
            for (const qsizetype step : {qsizetype(1), qsizetype(7), body.size()}) {
                MultipartParser parser(boundary);
                QByteArray given;
                for (qsizetype at = 0; at < body.size(); at += step) {
                    const auto events = parser.feed(body.mid(at, step));
                    QVERIFY2(events, boundary);
                    for (const Event &event : *events)
                        given += event.data;
                }
                QVERIFY2(parser.isComplete(), boundary);
                QCOMPARE(given, content);
            }
        }
    }

    void boundariesAreChecked()
    {
        QVERIFY(MultipartParser::isBoundary("----WebKitFormBoundary7MA4YWxkTrZu0gW"));
        QVERIFY(MultipartParser::isBoundary("a b"));
        for (const QByteArray &bad : {QByteArray(), QByteArray(71, 'a'), QByteArray("a "),
                                      QByteArray("a\r\nb"), QByteArray("a\"b"), QByteArray("\xff")})
            QVERIFY(!MultipartParser::isBoundary(bad));
    }
};

QTEST_APPLESS_MAIN(TestMultipart)
#include "tst_multipart.moc"
