// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "util/result.h"

#include <QByteArray>
#include <QByteArrayMatcher>
#include <QList>

namespace Hearth {

// Reads multipart/form-data (RFC 7578, RFC 2046 section 5.1) as it arrives, however it is cut into pieces. It
// keeps what it cannot decide on yet: a part's head (at most 8 KiB) or the beginning of a boundary.
class MultipartParser
{
public:
    static constexpr qsizetype headBytes = 8 * 1024; // of one part
    static constexpr int maxParts = 32;

    explicit MultipartParser(const QByteArray &boundary);

    // RFC 2046 section 5.1.1: 1 to 70 characters of a given set.
    [[nodiscard]] static bool isBoundary(QByteArrayView boundary);

    struct Event {
        enum class Kind { Begin, Data, End };

        Kind kind = Kind::Data;
        QString name = {}; // Begin: of the form's field
        std::optional<QString> fileName = {}; // Begin
        QByteArray data = {}; // Data: never empty
    };

    // What the next bytes tell. invalid_field when they are no such body; nothing is to be fed then.
    [[nodiscard]] Result<QList<Event>> feed(QByteArrayView bytes);

    // The closing boundary was read: what comes behind it has no meaning.
    [[nodiscard]] bool isComplete() const { return m_state == State::Done; }

private:
    enum class State { Preamble, Boundary, Head, Body, Done };

    bool step(QList<Event> &events);
    bool readUpToBoundary(QList<Event> &events);
    bool readBoundaryEnd();
    bool readHead(QList<Event> &events);
    bool failWith(const QString &detail);

    const QByteArray m_delimiter; // with the line break before it
    const QByteArrayMatcher m_matcher;
    QByteArray m_buffer = "\r\n"; // the first boundary has no line before it
    State m_state = State::Preamble;
    int m_parts = 0;
    std::optional<Error> m_error;
};

} // namespace Hearth
