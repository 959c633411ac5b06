// SPDX-License-Identifier: Apache-2.0
#include "support/fakefiles.h"

#include "util/uuid.h"
#include "wire/requests.h"

#include <QCryptographicHash>

namespace Hearth::Test {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray between(const QByteArray &text, const QByteArray &from, const QByteArray &to)
{
    const qsizetype start = text.indexOf(from) + from.size();
    return text.mid(start, text.indexOf(to, start) - start);
}

} // namespace

QString FakeFiles::add(const QString &name, const QString &mimeType, const QByteArray &bytes)
{
    File file;
    file.id = uuidV7();
    file.name = name;
    file.mimeType = mimeType;
    file.size = bytes.size();
    file.sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    files.insert(file.id, file);
    contents.insert(file.id, bytes);
    return file.id;
}

void FakeFiles::serve(QTcpSocket *socket, const QString &path, bool authorized)
{
    const QByteArray request = socket->readAll();
    const QByteArray head = request.left(request.indexOf("\r\n\r\n") + 4);
    begin(socket);
    if (!authorized)
        return answer(socket, 401, toJson(Problem{{ErrorCode::Unauthorized, u"No."_s, {}, {}}, u"r"_s}));
    if (!head.startsWith("POST"))
        return give(socket, path);
    m_bodies[socket] = request.mid(head.size());
    connect(socket, &QTcpSocket::readyRead, this, [this, socket, head] {
        m_bodies[socket] += socket->readAll();
        take(socket, head);
    });
    take(socket, head);
}

void FakeFiles::begin(QTcpSocket *socket)
{
    mostAtOnce = std::max(mostAtOnce, ++m_atOnce);
    connect(socket, &QObject::destroyed, this, [this, socket] {
        --m_atOnce;
        m_bodies.remove(socket);
        m_held.remove(socket);
    });
}

void FakeFiles::take(QTcpSocket *socket, const QByteArray &head)
{
    const QByteArray lower = head.toLower();
    if (m_bodies[socket].size() < between(lower, "content-length: ", "\r\n").toLongLong())
        return;
    const QByteArray form = m_bodies.take(socket);
    ++uploads;
    if (refusal)
        return answer(socket, 413, toJson(Problem{*refusal, u"r"_s}));
    const QByteArray boundary = form.left(form.indexOf("\r\n"));
    const QString name = QString::fromUtf8(between(form, "filename=\"", "\""));
    const QString type = QString::fromUtf8(between(form, "Content-Type: ", "\r\n"));
    const QString id = add(name, type, between(form, "\r\n\r\n", "\r\n" + boundary));
    answer(socket, 201, toJson(files[id]));
}

void FakeFiles::give(QTcpSocket *socket, const QString &path)
{
    const QString id = path.section(u'/', 4, 4);
    ++downloads;
    if (!contents.contains(id))
        return answer(socket, 404, toJson(Problem{{ErrorCode::NotFound, u"No."_s, {}, {}}, u"r"_s}));
    answer(socket, 200, sentInstead.isEmpty() ? contents[id] : sentInstead);
}

void FakeFiles::answer(QTcpSocket *socket, int status, const QByteArray &body)
{
    const QByteArray reply = "HTTP/1.1 " + QByteArray::number(status)
        + " X\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    const qsizetype now = !stalls ? reply.size() : status == 200 ? reply.size() - body.size() / 2 : 0;
    socket->write(reply.left(now));
    if (now < reply.size())
        m_held.insert(socket, reply.mid(now));
    else
        socket->disconnectFromHost();
}

void FakeFiles::goOn()
{
    stalls = false;
    for (const auto &[socket, rest] : std::exchange(m_held, {}).asKeyValueRange()) {
        socket->write(rest);
        socket->disconnectFromHost();
    }
}

} // namespace Hearth::Test
