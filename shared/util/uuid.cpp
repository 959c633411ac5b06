// SPDX-License-Identifier: Apache-2.0
#include "util/uuid.h"

#include "util/clock.h"

#include <QRandomGenerator>
#include <QUuid>

#include <mutex>

namespace Hearth {

namespace {

// RFC 9562 section 6.2, method 1: the 12 bits after the time are a counter that starts at random in its
// lower half for each new millisecond; when it overflows, the time moves one millisecond ahead.
struct Generator {
    std::mutex mutex;
    quint64 ms = 0;
    quint32 counter = 0;

    void next(quint64 &timeOut, quint32 &counterOut)
    {
        const std::lock_guard lock(mutex);
        const auto clock = quint64(toMs(now()));
        if (clock > ms) {
            ms = clock;
            counter = QRandomGenerator::system()->bounded(0x800u);
        } else if (++counter > 0xfff) {
            ++ms;
            counter = 0;
        }
        timeOut = ms;
        counterOut = counter;
    }
};

Generator generator;

} // namespace

QString uuidV7()
{
    quint64 ms = 0;
    quint32 counter = 0;
    generator.next(ms, counter);
    const quint64 random = QRandomGenerator::system()->generate64();
    const auto byte = [random](int i) { return uchar(random >> (8 * i)); };
    const QUuid id(uint(ms >> 16), ushort(ms & 0xffff), ushort(0x7000 | counter),
                   uchar(0x80 | (byte(0) & 0x3f)), byte(1), byte(2), byte(3), byte(4), byte(5), byte(6),
                   byte(7));
    return id.toString(QUuid::WithoutBraces);
}

bool isUuid(QStringView text)
{
    if (text.size() != 36)
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const bool hex = (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
        if (dash ? c != u'-' : !hex)
            return false;
    }
    return true;
}

} // namespace Hearth
