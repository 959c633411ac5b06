// SPDX-License-Identifier: Apache-2.0
#include "util/uuid.h"

#include "util/clock.h"
#include "util/uuidcounter.h"

#include <QRandomGenerator>
#include <QUuid>

#include <mutex>

namespace Hearth {

namespace {

struct Generator {
    std::mutex mutex;
    UuidCounter last;

    UuidCounter next()
    {
        const std::lock_guard lock(mutex);
        last.advance(quint64(toMs(now())));
        return last;
    }
};

Generator generator;

} // namespace

QString uuidV7()
{
    const auto [ms, counter] = generator.next();
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
