// SPDX-License-Identifier: Apache-2.0
#include "core/filenames.h"

#include <QSet>

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype nameBytes = 255; // NAME_MAX of the usual file systems
constexpr qsizetype endingLength = 16; // a longer one is none

QString shortened(const QString &name)
{
    if (name.toUtf8().size() <= nameBytes)
        return name;
    const qsizetype dot = name.lastIndexOf(u'.');
    const QString ending = dot > 0 && name.size() - dot <= endingLength ? name.sliced(dot) : QString();
    QString stem = name.chopped(ending.size());
    while (!stem.isEmpty() && stem.toUtf8().size() + ending.toUtf8().size() > nameBytes)
        stem.chop(stem.back().isLowSurrogate() ? 2 : 1);
    return stem + ending;
}

// Microsoft, "Naming Files, Paths, and Namespaces".
bool isDevice(const QString &name)
{
    static const QSet<QString> devices{u"CON"_s, u"PRN"_s, u"AUX"_s, u"NUL"_s};
    const QString stem = name.section(u'.', 0, 0).trimmed().toUpper();
    const bool isPort = stem.size() == 4 && (stem.startsWith("COM"_L1) || stem.startsWith("LPT"_L1));
    return devices.contains(stem) || isPort;
}

} // namespace

QString shownFileName(const QString &name)
{
    QString shown = name;
    shown.removeIf([](QChar c) {
        const bool isJoiner = c == QChar(0x200c) || c == QChar(0x200d); // emoji and several scripts need them
        return c.category() == QChar::Other_Control || c == QChar::LineSeparator
            || c == QChar::ParagraphSeparator || (c.category() == QChar::Other_Format && !isJoiner);
    });
    return shown.trimmed().isEmpty() ? u"file"_s : shown;
}

QString safeFileName(const QString &name)
{
    QString safe = shownFileName(name.first(std::min<qsizetype>(name.size(), 4'096)));
    safe = safe.sliced(std::max(safe.lastIndexOf(u'/'), safe.lastIndexOf(u'\\')) + 1);
    for (QChar &c : safe) {
        if (u"<>:\"|?*"_s.contains(c))
            c = u'_';
    }
    const auto isTail = [](QChar c) { return c == u'.' || c.isSpace(); };
    safe = shortened(safe.trimmed());
    while (!safe.isEmpty() && isTail(safe.back()))
        safe.chop(1);
    while (!safe.isEmpty() && isTail(safe.front()))
        safe.remove(0, 1);
    if (isDevice(safe))
        safe = shortened(u'_' + safe);
    return safe.isEmpty() ? u"file"_s : safe;
}

bool mayRun(const QString &name, const QString &mimeType)
{
    static const QSet<QString> endings{
        u"appimage"_s, u"apk"_s,     u"app"_s,     u"bash"_s,       u"bat"_s,    u"bin"_s,   u"chm"_s,
        u"cmd"_s,      u"com"_s,     u"cpl"_s,     u"csh"_s,        u"deb"_s,    u"dll"_s,   u"desktop"_s,
        u"dmg"_s,      u"docm"_s,    u"exe"_s,     u"fish"_s,       u"hta"_s,    u"htm"_s,   u"html"_s,
        u"inf"_s,      u"iso"_s,     u"jar"_s,     u"js"_s,         u"jse"_s,    u"jnlp"_s,  u"ksh"_s,
        u"lnk"_s,      u"command"_s, u"msi"_s,     u"msp"_s,        u"out"_s,    u"pif"_s,   u"pl"_s,
        u"pkg"_s,      u"ps1"_s,     u"pptm"_s,    u"py"_s,         u"rb"_s,     u"reg"_s,   u"rpm"_s,
        u"run"_s,      u"scf"_s,     u"scr"_s,     u"sh"_s,         u"so"_s,     u"svg"_s,   u"url"_s,
        u"vb"_s,       u"vbe"_s,     u"vbs"_s,     u"wsf"_s,        u"wsh"_s,    u"xhtml"_s, u"xlsm"_s,
        u"xll"_s,      u"zsh"_s,     u"flatpak"_s, u"flatpakref"_s, u"service"_s};
    static const QStringList types{u"executable"_s, u"sharedlib"_s,  u"shellscript"_s, u"script"_s,
                                   u"x-desktop"_s,  u"msdownload"_s, u"x-msi"_s,       u"java-archive"_s};
    const QString safe = safeFileName(name);
    if (safe.contains(u'.') && endings.contains(safe.section(u'.', -1).toLower()))
        return true;
    return std::ranges::any_of(
        types, [&](const QString &type) { return mimeType.contains(type, Qt::CaseInsensitive); });
}

} // namespace Hearth
