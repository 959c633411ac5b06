// SPDX-License-Identifier: Apache-2.0
#include "core/transfers.h"
#include "support/person.h"

#include <QBuffer>
#include <QImage>
#include <QSignalSpy>

using namespace Hearth;
using namespace Hearth::Test;

namespace {

constexpr qint64 limit = 2'000'000;

QByteArray contentsOf(const Result<QString> &path)
{
    QFile file(path.value_or(QString()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

// Two people at a real server exchange files.
class TestSessionFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_server.start()); }

    void init()
    {
        const QString run = QString::number(++m_run);
        m_here = std::make_unique<QTemporaryDir>();
        ana = std::make_unique<Person>(m_server, u"ana"_s + run);
        bo = std::make_unique<Person>(m_server, u"bo"_s + run);
        QVERIFY(ana->isOnline() && bo->isOnline());
        const auto created = await(ana->session->createDirect(bo->session->userId()));
        QVERIFY(created);
        room = *created;
        QTRY_VERIFY(bo->session->conversation(room));
    }

    void cleanup()
    {
        ana.reset();
        bo.reset();
    }

    void aPictureAndAFileReachTheOther()
    {
        const OutgoingFile picture = write(u"cat.png"_s, png(), u"image/png"_s);
        const OutgoingFile text = write(u"ünï \"x\".txt"_s, "hello", u"text/plain"_s);
        send(*ana, u"look"_s, {picture, text});
        QTRY_COMPARE(filesOf(*bo).size(), 2);
        const QList<File> files = filesOf(*bo);
        QCOMPARE(files[0].name, u"cat.png"_s);
        QCOMPARE(files[0].mimeType, u"image/png"_s);
        QCOMPARE(files[0].width, 640);
        QVERIFY(files[0].thumbnail);
        QVERIFY(files[1].name.startsWith(u"ünï"_s));
        QCOMPARE(contentsOf(await(bo->session->transfers().fetch(files[0]))), png());
        QCOMPARE(contentsOf(await(bo->session->transfers().fetch(files[1]))), QByteArray("hello"));
        const QByteArray thumbnail = contentsOf(await(bo->session->transfers().fetchThumbnail(files[0])));
        QVERIFY(QImage::fromData(thumbnail).width() <= 320);
        QTRY_VERIFY(ana->session->outgoing(room).isEmpty());
        QCOMPARE(contentsOf(await(ana->session->transfers().fetch(files[0]))), png());
    }

    void filesOutlastARestartInTheMiddle()
    {
        const OutgoingFile original = write(u"cat.png"_s, png(), u"image/png"_s);
        m_server.kill();
        send(*ana, u"written offline"_s, {original});
        ana->say(room, u"and after it"_s);
        QTRY_VERIFY(ana->session->outgoing(room).first().attachments.first().copied);
        QFile::remove(original.path);
        ana->start();
        QVERIFY(m_server.start());
        QTRY_COMPARE_WITH_TIMEOUT(bo->texts(room), (QStringList{u"written offline"_s, u"and after it"_s}),
                                  20'000);
        QCOMPARE(contentsOf(await(bo->session->transfers().fetch(filesOf(*bo).value(0)))), png());
    }

    void whatWasFetchedIsThereOffline()
    {
        send(*ana, {}, {write(u"a.txt"_s, "kept", u"text/plain"_s)});
        QTRY_COMPARE(filesOf(*bo).size(), 1);
        const File file = filesOf(*bo).first();
        QVERIFY(await(bo->session->transfers().fetch(file)));
        m_server.kill();
        bo->start();
        QCOMPARE(contentsOf(await(bo->session->transfers().fetch(file))), QByteArray("kept"));
        QVERIFY(m_server.start());
    }

    void tooLargeAFileIsRefusedBeforeItTravels()
    {
        QCOMPARE(ana->session->transfers().fileLimit(), std::optional<qint64>(limit));
        send(*ana, {}, {write(u"large.bin"_s, QByteArray(limit + 1, 'x'), u"application/octet-stream"_s)});
        QTRY_COMPARE(ana->session->outgoing(room).value(0).state, OutgoingState::Failed);
        QCOMPARE(ana->session->outgoing(room).first().error->code, ErrorCode::TooLarge);
        ana->session->drop(ana->session->outgoing(room).first().clientMsgId);
        QVERIFY(ana->session->outgoing(room).isEmpty());
    }

private:
    OutgoingFile write(const QString &name, const QByteArray &contents, const QString &type) const
    {
        QFile file(m_here->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(contents) != contents.size())
            qFatal("cannot write");
        return {file.fileName(), name, type, contents.size()};
    }

    static QByteArray png()
    {
        QImage image(640, 480, QImage::Format_RGB32);
        image.fill(Qt::red);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        image.save(&buffer, "PNG");
        return bytes;
    }

    void send(Person &person, const QString &text, const QList<OutgoingFile> &files) const
    {
        MessageDraft draft;
        draft.content = text;
        draft.type = MessageType::File;
        person.session->send(room, draft, files);
    }

    QList<File> filesOf(const Person &person) const
    {
        const auto slice = await(person.session->newest(room, 50)).value_or(MessageSlice());
        return slice.messages.isEmpty() ? QList<File>() : slice.messages.first().attachments;
    }

    ServerProcess m_server{{}, {u"--max-file-size"_s, QString::number(limit)}};
    int m_run = 0;
    std::unique_ptr<QTemporaryDir> m_here;
    std::unique_ptr<Person> ana, bo;
    ConversationId room;
};

QTEST_GUILESS_MAIN(TestSessionFiles)
#include "tst_sessionfiles.moc"
