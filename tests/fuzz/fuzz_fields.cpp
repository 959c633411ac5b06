// SPDX-License-Identifier: Apache-2.0
#include "api/conditional.h"
#include "api/disposition.h"
#include "fuzz/fuzz.h"
#include "gateway/forwarded.h"

#include <algorithm>

using namespace Hearth;

namespace {

// Whatever name a file has, a download brings it back and it stays inside its field.
void checkDisposition(const QByteArray &field)
{
    (void)fieldParameter(field, "boundary");
    const auto disposition = parseDisposition(field);
    if (!disposition || !disposition->fileName || disposition->fileName->startsWith(QChar::ByteOrderMark))
        return; // names that are kept do not begin with one
    const QByteArray written = dispositionOf("attachment", *disposition->fileName);
    Fuzz::require(std::ranges::all_of(written, [](char c) { return c >= ' ' && c <= '~'; }));
    const auto again = parseDisposition(written);
    Fuzz::require(again && again->type == "attachment" && *again->fileName == *disposition->fileName);
}

void checkRange(const QByteArray &field)
{
    for (const qint64 size : {qint64(0), qint64(1), qint64(1000), std::numeric_limits<qint64>::max()}) {
        const RangeRequest request = parseRange(field, size);
        const auto &range = request.range;
        Fuzz::require(!range
                      || (request.isSatisfiable && range->first >= 0 && range->first <= range->last
                          && range->last < size));
    }
}

void checkTags(const QByteArray &field)
{
    const bool found = matchesAny(field, "\"tag\"");
    Fuzz::require(!found || field.trimmed() == "*" || field.contains("\"tag\""));
}

// Who is no trusted proxy is believed nothing; who is one cannot make the client nobody.
void checkForwarding(const QByteArray &field)
{
    const QHostAddress stranger(QStringLiteral("198.51.100.9"));
    const QHostAddress proxy(QStringLiteral("10.0.0.1"));
    const QHostAddress second(QStringLiteral("10.0.0.2"));
    HttpRequest request;
    request.headers = {{"x-forwarded-for", field}, {"forwarded", field}, {"x-forwarded-proto", field}};
    for (const ForwardedField which : {ForwardedField::XForwardedFor, ForwardedField::Forwarded}) {
        const ProxyConfig proxies{{{proxy, 32}, {second, 32}}, which};
        Fuzz::require(clientOf(request, {stranger, false}, proxies) == Client{stranger, false});
        const Client client = clientOf(request, {proxy, false}, proxies);
        Fuzz::require(!client.address.isNull() && plainAddress(client.address) == client.address);
    }
}

} // namespace

// Fields of a head that are read by our own code, each from the same bytes.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray field = Fuzz::bytes(data, size);
    checkDisposition(field);
    checkRange(field);
    checkTags(field);
    checkForwarding(field);
    return 0;
}
