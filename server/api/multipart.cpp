// SPDX-License-Identifier: Apache-2.0
#include "api/multipart.h"

#include "api/disposition.h"

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype paddingBytes = 128; // spaces behind a boundary: "transport padding"

// The value of one of a head's lines; nothing without it or with two of them.
std::optional<QByteArray> fieldOf(const QByteArray &head, QByteArrayView lowerCaseName)
{
    std::optional<QByteArray> value;
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon < 0 || line.first(colon).toLower() != lowerCaseName)
            continue;
        if (value)
            return std::nullopt;
        value = line.sliced(colon + 1).trimmed();
    }
    return value;
}

} // namespace

MultipartParser::MultipartParser(const QByteArray &boundary)
    : m_delimiter("\r\n--" + boundary)
    , m_matcher(m_delimiter)
{ }

bool MultipartParser::isBoundary(QByteArrayView boundary)
{
    const auto isAllowed = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || QByteArrayView("'()+_,-./:=? ").contains(c);
    };
    return !boundary.isEmpty() && boundary.size() <= 70 && boundary.back() != ' '
        && std::all_of(boundary.begin(), boundary.end(), isAllowed);
}

Result<QList<MultipartParser::Event>> MultipartParser::feed(QByteArrayView bytes)
{
    QList<Event> events;
    if (m_state != State::Done)
        m_buffer.append(bytes);
    while (!m_error && step(events)) { }
    if (m_error)
        return fail(*m_error);
    return events;
}

// False when more has to arrive first.
bool MultipartParser::step(QList<Event> &events)
{
    switch (m_state) {
    case State::Preamble:
    case State::Body: return readUpToBoundary(events);
    case State::Boundary: return readBoundaryEnd();
    case State::Head: return readHead(events);
    case State::Done: break;
    }
    m_buffer.clear();
    return false;
}

bool MultipartParser::readUpToBoundary(QList<Event> &events)
{
    const qsizetype at = m_matcher.indexIn(m_buffer);
    const bool found = at >= 0;
    // Without a boundary all is data but for an end that may be the beginning of one.
    const qsizetype sure = found ? at : std::max(qsizetype(0), m_buffer.size() - m_delimiter.size() + 1);
    if (m_state == State::Body && sure > 0)
        events.append({Event::Kind::Data, {}, {}, m_buffer.first(sure)});
    if (found && m_state == State::Body)
        events.append({Event::Kind::End});
    m_buffer.remove(0, found ? at + m_delimiter.size() : sure);
    if (found)
        m_state = State::Boundary;
    return found;
}

bool MultipartParser::readBoundaryEnd()
{
    if (m_buffer.startsWith("--")) {
        m_state = State::Done;
        return true;
    }
    const qsizetype end = m_buffer.indexOf("\r\n");
    if (end < 0 && m_buffer.size() < 2)
        return false;
    QByteArrayView padding = QByteArrayView(m_buffer).first(end < 0 ? m_buffer.size() : end);
    if (end < 0 && padding.endsWith('\r'))
        padding.chop(1); // perhaps half of the line break
    const auto isPadding = [](char c) { return c == ' ' || c == '\t'; };
    if (padding.size() > paddingBytes || !std::all_of(padding.begin(), padding.end(), isPadding))
        return failWith(u"The multipart body is not well-formed behind a boundary."_s);
    if (end < 0)
        return false;
    m_buffer.remove(0, end); // the line break stays: a head may be empty
    m_state = State::Head;
    return true;
}

bool MultipartParser::readHead(QList<Event> &events)
{
    const qsizetype end = m_buffer.indexOf("\r\n\r\n");
    if (end > headBytes || (end < 0 && m_buffer.size() > headBytes + 4))
        return failWith(u"The head of a part is too large."_s);
    if (end < 0)
        return false;
    if (++m_parts > maxParts)
        return failWith(u"The multipart body has more than %1 parts."_s.arg(maxParts));
    const auto field = fieldOf(m_buffer.first(end), "content-disposition");
    const auto disposition = field ? parseDisposition(*field) : std::nullopt;
    if (!disposition || disposition->type != "form-data" || !disposition->name)
        return failWith(u"A part has no valid Content-Disposition with a name."_s);
    events.append({Event::Kind::Begin, *disposition->name, disposition->fileName});
    m_buffer.remove(0, end + 4);
    m_state = State::Body;
    return true;
}

bool MultipartParser::failWith(const QString &detail)
{
    m_error = Error{ErrorCode::InvalidField, detail};
    return false;
}

} // namespace Hearth
