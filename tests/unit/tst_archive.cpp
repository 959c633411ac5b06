// SPDX-License-Identifier: Apache-2.0
#include "app/archive.h"

#include <QBuffer>
#include <QTemporaryDir>
#include <QTest>

using namespace Hearth;
using namespace Qt::Literals::StringLiterals;

namespace {

struct TarEntry {
    QByteArray name;
    QByteArray content = {};
    char type = '0';
    QByteArray link = {};
    QByteArray prefix = {}; // of the name
    QByteArray sparse = {}; // GNU's map, at its place in the head
};

void put(QByteArray &head, qsizetype at, const QByteArray &field)
{
    head.replace(at, field.size(), field);
}

// POSIX.1-1988, "ustar": a head of 512 bytes, then the content in blocks of as many.
QByteArray tar(const QList<TarEntry> &entries)
{
    QByteArray bytes;
    for (const TarEntry &entry : entries) {
        QByteArray head(512, '\0');
        put(head, 0, entry.name);
        put(head, 100, "0000600");
        put(head, 124, QByteArray::number(entry.content.size(), 8).rightJustified(11, '0'));
        put(head, 136, "00000000000");
        put(head, 148, QByteArray(8, ' '));
        head[156] = entry.type;
        put(head, 157, entry.link);
        put(head, 257, entry.sparse.isEmpty() ? QByteArray("ustar\0", 6) + "00" : QByteArray("ustar  \0", 8));
        put(head, 345, entry.prefix);
        put(head, 386, entry.sparse);
        int sum = 0;
        for (const char c : std::as_const(head))
            sum += uchar(c);
        put(head, 148, QByteArray::number(sum, 8).rightJustified(6, '0') + QByteArray("\0 ", 2));
        bytes += head + entry.content + QByteArray(-entry.content.size() & 511, '\0');
    }
    return bytes + QByteArray(1024, '\0');
}

struct Outcome {
    QStringList names;
    QByteArrayList contents;
    std::optional<Error> error;
};

} // namespace

class TestArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasAddedIsRead();
    void attack49_nothingInAnArchiveLeadsOutOfItsPlace_data();
    void attack49_nothingInAnArchiveLeadsOutOfItsPlace();
    void attack49_nothingIsUnpacked();

private:
    QString write(const QByteArray &bytes)
    {
        QFile file(m_dir.filePath(u"archive"_s));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
            qFatal("no file");
        return file.fileName();
    }

    // Everything up to the first thing that is refused.
    static Outcome readAll(const QString &path)
    {
        Outcome outcome;
        ArchiveReader archive(path);
        if (const auto opened = archive.open(); !opened)
            return {{}, {}, opened.error()};
        while (true) {
            const auto name = archive.next();
            if (!name || !*name) {
                outcome.error = name ? std::optional<Error>() : name.error();
                return outcome;
            }
            QBuffer content;
            content.open(QIODevice::WriteOnly);
            if (const auto file = archive.read(&content); !file) {
                outcome.error = file.error();
                return outcome;
            }
            outcome.names += **name;
            outcome.contents += content.data();
        }
    }

    QTemporaryDir m_dir;
};

void TestArchive::whatWasAddedIsRead()
{
    const QString path = m_dir.filePath(u"written"_s);
    ArchiveWriter archive(path);
    QVERIFY(archive.open());
    for (const QByteArray &content : {QByteArray(), QByteArray("hello"), QByteArray(700'000, 'x')}) {
        QBuffer buffer;
        buffer.setData(content);
        buffer.open(QIODevice::ReadOnly);
        QCOMPARE(archive.add(u"files/ab/%1"_s.arg(content.size()), buffer)->size, qint64(content.size()));
    }
    QVERIFY(archive.finish());
    const Outcome outcome = readAll(path);
    QVERIFY(!outcome.error);
    QCOMPARE(outcome.names, QStringList({u"files/ab/0"_s, u"files/ab/5"_s, u"files/ab/700000"_s}));
    QCOMPARE(outcome.contents.last(), QByteArray(700'000, 'x'));
}

void TestArchive::attack49_nothingInAnArchiveLeadsOutOfItsPlace_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const TarEntry &entry) {
        QTest::newRow(name) << tar({{"files/good", "good"}, entry, {"files/after", "x"}});
    };
    row("climbs", {"../../etc/passwd", "x"});
    row("climbs on its way", {"files/../../x", "x"});
    row("the folder above", {".."});
    row("this folder", {"./x", "x"});
    row("hidden", {"files/.ssh", "x"});
    row("absolute", {"/etc/passwd", "x"});
    row("climbs by its prefix", {"x", "x", '0', {}, ".."});
    row("backslashes", {"..\\..\\x", "x"});
    row("drive", {"C:x", "x"});
    row("line break", {"a\nb", "x"});
    row("symbolic link", {"files/link", {}, '2', "/etc/passwd"});
    row("hard link", {"files/link", {}, '1', "/etc/passwd"});
    row("hard link with content", {"files/link", "x", '1', "../x"});
    row("device", {"files/null", {}, '3'});
    row("pipe", {"files/pipe", {}, '6'});
    row("folder", {"files/folder/", {}, '5'});
    // One byte that stands for 16 MiB.
    const QByteArray map = QByteArray("00000000000\0"
                                      "00000000001\0",
                                      24)
        + QByteArray(73, '\0') + "00100000000";
    row("sparse", {"files/bomb", "x", 'S', {}, {}, map});
    const QByteArray path = "30 path=../../../etc/passwd00\n";
    QTest::newRow("extended name") << tar({{"files/good", "good"}, {"pax", path, 'x'}, {"files/a", "x"}});
}

void TestArchive::attack49_nothingInAnArchiveLeadsOutOfItsPlace()
{
    QFETCH(QByteArray, bytes);
    const Outcome outcome = readAll(write(bytes));
    QCOMPARE(outcome.names, QStringList(u"files/good"_s));
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->code, ErrorCode::PreconditionFailed);
}

// A backup is not compressed, and what is inside of its files is nobody's business here: no bomb goes off.
void TestArchive::attack49_nothingIsUnpacked()
{
    // 1 MB of zeros, by `gzip -9`.
    const QByteArray zipped = qCompress(QByteArray(1'000'000, '\0'), 9).sliced(4);
    const QByteArray gzip = QByteArray::fromHex("1f8b0800000000000203") + zipped.sliced(2);
    for (const QByteArray &bytes :
         {gzip, zipped, QByteArray("PK\x03\x04"), QByteArray("BZh9"), QByteArray()}) {
        const Outcome outcome = readAll(write(bytes));
        QCOMPARE(outcome.names, QStringList());
        QVERIFY(outcome.error || bytes.isEmpty());
    }
    const Outcome nested = readAll(write(tar({{"files/a.gz", gzip}, {"files/b.tar", tar({{"../x", "x"}})}})));
    QVERIFY(!nested.error);
    QCOMPARE(nested.contents.first(), gzip);
    QCOMPARE(nested.names, QStringList({u"files/a.gz"_s, u"files/b.tar"_s}));
}

QTEST_APPLESS_MAIN(TestArchive)
#include "tst_archive.moc"
