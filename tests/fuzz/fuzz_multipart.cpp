// SPDX-License-Identifier: Apache-2.0
#include "api/multipart.h"
#include "fuzz/fuzz.h"

using namespace Hearth;

namespace {

using Event = MultipartParser::Event;

struct Part {
    QString name;
    std::optional<QString> fileName;
    QByteArray data;
    bool ended = false;

    bool operator==(const Part &) const = default;
};

struct Outcome {
    bool failed = false;
    bool complete = false;
    QList<Part> parts;
};

// What the parser tells of a body that arrives in pieces of `step` bytes. Parts begin and end in turns.
Outcome parseInPieces(const QByteArray &body, qsizetype step)
{
    MultipartParser parser("b0undary");
    Outcome outcome;
    for (qsizetype at = 0; at < body.size(); at += step) {
        const auto events = parser.feed(QByteArrayView(body).sliced(at, std::min(step, body.size() - at)));
        if (!events) {
            Fuzz::require(events.error().code == ErrorCode::InvalidField);
            outcome.failed = true;
            return outcome;
        }
        for (const Event &event : *events) {
            const bool open = !outcome.parts.isEmpty() && !outcome.parts.last().ended;
            Fuzz::require(open == (event.kind != Event::Kind::Begin));
            switch (event.kind) {
            case Event::Kind::Begin: outcome.parts += Part{event.name, event.fileName, {}, false}; break;
            case Event::Kind::Data:
                Fuzz::require(!event.data.isEmpty());
                outcome.parts.last().data += event.data;
                break;
            case Event::Kind::End: outcome.parts.last().ended = true; break;
            }
        }
    }
    outcome.complete = parser.isComplete();
    Fuzz::require(outcome.parts.size() <= MultipartParser::maxParts);
    return outcome;
}

} // namespace

// A body means the same however the network cuts it, and no part holds the boundary.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray body = Fuzz::bytes(data, size);
    (void)MultipartParser::isBoundary(body);
    const Outcome whole = parseInPieces(body, std::max<qsizetype>(body.size(), 1));
    for (const qsizetype step : {1, 7}) {
        const Outcome pieces = parseInPieces(body, step);
        Fuzz::require(pieces.failed == whole.failed);
        Fuzz::require(pieces.failed || (pieces.complete == whole.complete && pieces.parts == whole.parts));
    }
    for (const Part &part : whole.parts)
        Fuzz::require(!part.data.contains("\r\n--b0undary"));
    return 0;
}
