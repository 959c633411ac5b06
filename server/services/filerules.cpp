// SPDX-License-Identifier: Apache-2.0
#include "services/filerules.h"

#include <QSet>

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype nameBytes = 255; // NAME_MAX of the usual file systems
constexpr qsizetype endingLength = 16; // a longer one is none

// Control characters, invisible ones that change the direction or hide in text (the format characters of
// Unicode, but for the joiners that emoji and several scripts need), and halves of surrogate pairs.
QString readable(const QString &name)
{
    QString clean;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar c = name[i];
        if (c.isHighSurrogate() && i + 1 < name.size() && name[i + 1].isLowSurrogate()) {
            const char32_t pair = QChar::surrogateToUcs4(c, name[i + 1]);
            if (QChar::category(pair) != QChar::Other_Format)
                clean += name.mid(i, 2);
            ++i;
        } else if (const bool isJoiner = c == QChar(0x200C) || c == QChar(0x200D); !c.isSurrogate()
                   && c.category() != QChar::Other_Control
                   && (isJoiner || c.category() != QChar::Other_Format) && c != QChar(0x2028)
                   && c != QChar(0x2029)) {
            clean += c;
        }
    }
    return clean;
}

// Microsoft, "Naming Files, Paths, and Namespaces".
bool isDevice(const QString &name)
{
    static const QSet<QString> devices{u"CON"_s, u"PRN"_s, u"AUX"_s, u"NUL"_s};
    const QString stem = name.section(u'.', 0, 0).trimmed().toUpper();
    const bool isPort = stem.size() == 4 && (stem.startsWith("COM"_L1) || stem.startsWith("LPT"_L1))
        && stem[3] >= u'1' && stem[3] <= u'9';
    return devices.contains(stem) || isPort;
}

// Windows takes such names for those without.
QString withoutTail(QString name)
{
    while (!name.isEmpty() && (name.back() == u'.' || name.back().isSpace()))
        name.chop(1);
    return name;
}

QString shortened(const QString &name)
{
    if (name.toUtf8().size() <= nameBytes)
        return name;
    const qsizetype dot = name.lastIndexOf(u'.');
    const QString ending = dot > 0 && name.size() - dot <= endingLength ? name.sliced(dot) : QString();
    QString stem = name.chopped(ending.size());
    while (stem.toUtf8().size() + ending.toUtf8().size() > nameBytes)
        stem.chop(stem.back().isLowSurrogate() ? 2 : 1);
    return stem + ending;
}

} // namespace

QString cleanFileName(QString name)
{
    name.truncate(4'096); // whatever comes behind is not looked at
    name = readable(name);
    const qsizetype slash = std::max(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\'));
    name = withoutTail(name.sliced(slash + 1).trimmed());
    name = withoutTail(shortened(name)); // what was cut may have hidden a tail
    if (isDevice(name))
        name = withoutTail(shortened(u'_' + name));
    return name.isEmpty() ? u"file"_s : name;
}

} // namespace Hearth
