// SPDX-License-Identifier: Apache-2.0
#include "ui/writing/spellwords.h"

#include <QRegularExpression>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace Hearth {

namespace {

// Links, addresses, mentions, shortcodes and paths.
QList<Stretch> noLanguageIn(const QString &line)
{
    static const QRegularExpression pattern(
        QStringLiteral(R"(\w+://\S+|www\.\S+|\S+@\S+|@\S+|:\w+:|[\w.~-]*/[\w./-]+)"),
        QRegularExpression::UseUnicodePropertiesOption);
    QList<Stretch> stretches = inlineCode(line);
    for (auto found = pattern.globalMatch(line); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        stretches.append({int(match.capturedStart()), int(match.capturedLength())});
    }
    return stretches;
}

bool isWord(QStringView word)
{
    const bool letters = std::any_of(word.begin(), word.end(), [](QChar c) { return c.isLetter(); });
    return letters && word.size() > 1
        && std::none_of(word.begin(), word.end(), [](QChar c) { return c.isDigit() || c == u'_'; });
}

} // namespace

QList<Stretch> wordsToCheck(const QString &line)
{
    const QList<Stretch> skipped = noLanguageIn(line);
    QList<Stretch> words;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, line);
    for (qsizetype start = 0; start >= 0 && start < line.size();) {
        const bool begins = finder.boundaryReasons() & QTextBoundaryFinder::StartOfItem;
        const qsizetype end = finder.toNextBoundary();
        if (end < 0)
            break;
        const Stretch word{int(start), int(end - start)};
        const auto overlaps = [&word](const Stretch &other) {
            return other.start < word.end() && word.start < other.end();
        };
        if (begins && isWord(QStringView(line).sliced(start, end - start))
            && std::ranges::none_of(skipped, overlaps))
            words.append(word);
        start = end;
    }
    return words;
}

QString wordAt(const QString &line, const Stretch &word)
{
    return line.mid(word.start, word.length).replace(QChar(0x2019), u'\'');
}

} // namespace Hearth
