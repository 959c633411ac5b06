// SPDX-License-Identifier: Apache-2.0
#include "fuzz/fuzz.h"
#include "gateway/httpparser.h"
#include "gateway/upgrade.h"

using namespace Hearth;

namespace {

struct Outcome {
    bool complete = false;
    int status = 0;
    QByteArray method;
    QString path;
    QByteArray body;

    bool operator==(const Outcome &) const = default;
};

// Parses what arrives in pieces of `step` bytes, as a connection does: what was not used stays for the next
// time.
Outcome parseInPieces(const QByteArray &bytes, qsizetype step)
{
    HttpParser parser(16 * 1024);
    bool limited = false;
    QByteArray waiting;
    for (qsizetype at = 0; at < bytes.size() && !parser.isComplete() && !parser.fault(); at += step) {
        waiting += bytes.mid(at, step);
        for (qsizetype used = -1;
             used != 0 && !waiting.isEmpty() && !parser.isComplete() && !parser.fault();) {
            used = parser.feed(waiting);
            Fuzz::require(used >= 0 && used <= waiting.size());
            waiting.remove(0, used);
            if (parser.hasHead() && !std::exchange(limited, true))
                parser.limitBody(64 * 1024);
        }
    }
    Outcome outcome{parser.isComplete(), parser.fault() ? parser.fault()->status : 0, {}, {}, {}};
    if (parser.hasHead() && !parser.fault()) {
        outcome.method = parser.head().method;
        outcome.path = parser.head().path;
        (void)refuseUpgrade(parser.head(), parser.isHttp10(), parser.announcesBody(), {});
    }
    if (outcome.complete && !parser.fault())
        outcome.body = parser.takeBody();
    return outcome;
}

} // namespace

// A request means the same however the network cuts it into pieces.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = Fuzz::bytes(data, size);
    const Outcome whole = parseInPieces(bytes, std::max<qsizetype>(bytes.size(), 1));
    const Outcome pieces = parseInPieces(bytes, 7);
    if (whole.complete && whole.status == 0)
        Fuzz::require(pieces == whole);
    return 0;
}
