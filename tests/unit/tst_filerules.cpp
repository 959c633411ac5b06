// SPDX-License-Identifier: Apache-2.0
#include "services/filerules.h"

#include <QTest>

using namespace Hearth;
using namespace Qt::Literals::StringLiterals;

class TestFileRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void attack46_namesAreMadeSafe_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << u"photo.png"_s << u"photo.png"_s;
        QTest::newRow("climbing") << u"../../etc/passwd"_s << u"passwd"_s;
        QTest::newRow("only climbing") << u"../.."_s << u"file"_s;
        QTest::newRow("absolute") << u"/etc/shadow"_s << u"shadow"_s;
        QTest::newRow("windows path") << uR"(C:\Users\me\a.txt)"_s << u"a.txt"_s;
        QTest::newRow("folder") << u"folder/"_s << u"file"_s;
        QTest::newRow("NUL") << u"a"_s + QChar(0) + u"b.txt"_s << u"ab.txt"_s;
        QTest::newRow("line breaks") << u"a\r\nb\u2028c\u0085.txt"_s << u"abc.txt"_s;
        QTest::newRow("device") << u"CON"_s << u"_CON"_s;
        QTest::newRow("device with an ending") << u"lpt1.txt"_s << u"_lpt1.txt"_s;
        QTest::newRow("no device") << u"console.txt"_s << u"console.txt"_s;
        QTest::newRow("trailing dots") << u"name.txt. . "_s << u"name.txt"_s;
        QTest::newRow("trailing blank of another kind") << u"name\u00a0.\u3000"_s << u"name"_s;
        QTest::newRow("a dot where it is cut")
            << QString(253, u'a') + u". is cut off because it is long"_s << QString(253, u'a');
        QTest::newRow("a device once it is cut")
            << u"CON"_s + QString(300, u' ') + u"and on it goes"_s << u"_CON"_s;
        QTest::newRow("only dots") << u"..."_s << u"file"_s;
        QTest::newRow("hidden") << u".bashrc"_s << u".bashrc"_s;
        QTest::newRow("right to left") << u"photo\u202Egnp.exe"_s << u"photognp.exe"_s;
        QTest::newRow("isolates") << u"a\u2066b\u2069\u200Ec\uFEFF.txt"_s << u"abc.txt"_s;
        QTest::newRow("half a pair") << u"a"_s + QChar(0xD800) + u"b"_s << u"ab"_s;
        QTest::newRow("tag characters") << u"a\U000E0041b"_s << u"ab"_s;
        QTest::newRow("emoji") << u"👩‍💻 שלום.txt"_s << u"👩‍💻 שלום.txt"_s;
        QTest::newRow("markup") << u"<img src=x>.png"_s << u"<img src=x>.png"_s;
        QTest::newRow("empty") << QString() << u"file"_s;
        QTest::newRow("spaces") << u"   "_s << u"file"_s;
    }

    void attack46_namesAreMadeSafe()
    {
        QFETCH(QString, given);
        QTEST(cleanFileName(given), "name");
    }

    void attack46_longNamesKeepTheirEnding()
    {
        for (const QString &stem : {QString(4'096, u'a'), u"😀"_s.repeated(2'000), u"ש"_s.repeated(3'000)}) {
            const QString name = cleanFileName(stem.left(1'000) + ".tar.gz"_L1);
            QVERIFY(name.toUtf8().size() <= 255);
            QVERIFY(name.toUtf8().size() > 245);
            QVERIFY(name.endsWith(".gz"_L1));
            QVERIFY(name.isValidUtf16());
            for (const QString &whole : {stem, "con."_L1 + stem, "LPT1."_L1 + stem + ".txt"_L1}) {
                const QString clean = cleanFileName(whole);
                QVERIFY(clean.toUtf8().size() <= 255);
                QCOMPARE(cleanFileName(clean), clean);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestFileRules)
#include "tst_filerules.moc"
