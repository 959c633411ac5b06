// SPDX-License-Identifier: Apache-2.0
#include "ui/writing/codestretches.h"

namespace Hearth {

namespace {

qsizetype runOfBackticks(QStringView line, qsizetype from)
{
    qsizetype end = from;
    while (end < line.size() && line[end] == u'`')
        ++end;
    return end - from;
}

} // namespace

// CommonMark 0.30 section 4.5: what follows three backticks holds no other one.
bool isFence(QStringView line)
{
    const QStringView trimmed = line.trimmed();
    return trimmed.startsWith(u"~~~")
        || (trimmed.startsWith(u"```") && !trimmed.sliced(runOfBackticks(trimmed, 0)).contains(u'`'));
}

bool isInOpenFence(QStringView text, qsizetype place)
{
    bool open = false;
    for (const QStringView line : text.first(place).split(u'\n')) {
        if (isFence(line))
            open = !open;
    }
    return open;
}

QList<Stretch> inlineCode(QStringView line)
{
    QList<Stretch> code;
    for (qsizetype at = line.indexOf(u'`'); at >= 0; at = line.indexOf(u'`', at)) {
        const qsizetype length = runOfBackticks(line, at);
        qsizetype close = line.indexOf(u'`', at + length);
        while (close >= 0 && runOfBackticks(line, close) != length)
            close = line.indexOf(u'`', close + runOfBackticks(line, close));
        if (close >= 0)
            code.append({int(at), int(close + length - at)});
        at = close >= 0 ? close + length : at + length;
    }
    return code;
}

QList<Stretch> codeIn(QStringView text)
{
    QList<Stretch> code;
    bool open = false;
    int start = 0;
    for (const QStringView line : text.split(u'\n')) {
        const bool fence = isFence(line);
        if (open || fence) {
            code.append({start, int(line.size())});
        } else {
            for (const Stretch &stretch : inlineCode(line))
                code.append({start + stretch.start, stretch.length});
        }
        open = open != fence;
        start += int(line.size()) + 1;
    }
    return code;
}

} // namespace Hearth
