// SPDX-License-Identifier: Apache-2.0
#include "search/pattern.h"

#include <algorithm>

namespace Hearth::Search {

namespace {

// The character of a run that is written alone begins the pairs in which it stands elsewhere.
bool isAlone(const QList<Token> &tokens)
{
    const qsizetype last = tokens.size() - 1;
    return tokens[last].kind == TokenKind::Single
        && (last == 0 || tokens[last - 1].kind != TokenKind::Pair);
}

bool isLong(const QString &word)
{
    qsizetype codePoints = 0;
    for (const QChar c : word)
        codePoints += !c.isLowSurrogate();
    return codePoints >= shortestBeginning;
}

bool matchesAt(const Pattern &pattern, const QList<Token> &tokens, qsizetype at)
{
    const qsizetype last = pattern.tokens.size() - 1;
    for (qsizetype i = 0; i < last; ++i) {
        if (tokens[at + i].text != pattern.tokens[i])
            return false;
    }
    const QString &text = tokens[at + last].text;
    return pattern.open ? text.startsWith(pattern.tokens[last]) : text == pattern.tokens[last];
}

// An open pattern shows the whole word that it begins, but of a pair only its own character.
Stretch stretchAt(const Pattern &pattern, const QList<Token> &tokens, qsizetype at)
{
    const Token &first = tokens[at];
    const Token &last = tokens[at + pattern.tokens.size() - 1];
    const bool halfPair = pattern.open && last.kind == TokenKind::Pair;
    return {first.offset, last.offset + (halfPair ? last.headLength : last.length) - first.offset};
}

} // namespace

Pattern patternFor(QStringView text, bool asBeginning)
{
    QList<Token> tokens = tokenize(text);
    if (tokens.isEmpty())
        return {};
    const bool alone = isAlone(tokens);
    if (tokens.last().kind == TokenKind::Single && !alone)
        tokens.removeLast(); // elsewhere the run may go on
    Pattern pattern;
    for (const Token &token : tokens)
        pattern.tokens += token.text;
    pattern.open = alone
        || (asBeginning && tokens.last().kind == TokenKind::Word && isLong(tokens.last().text));
    return pattern;
}

bool matches(const Pattern &pattern, const QList<Token> &tokens)
{
    for (qsizetype at = 0; at + pattern.tokens.size() <= tokens.size(); ++at) {
        if (matchesAt(pattern, tokens, at))
            return true;
    }
    return false;
}

QList<Stretch> highlights(const QList<Pattern> &patterns, const QList<Token> &tokens, qsizetype most)
{
    QList<Stretch> found;
    for (const Pattern &pattern : patterns) {
        for (qsizetype at = 0; at + pattern.tokens.size() <= tokens.size(); ++at) {
            if (matchesAt(pattern, tokens, at))
                found.append(stretchAt(pattern, tokens, at));
        }
    }
    std::ranges::sort(found, {}, &Stretch::offset);
    QList<Stretch> merged;
    for (const Stretch &stretch : std::as_const(found)) {
        const int end = stretch.offset + stretch.length;
        if (!merged.isEmpty() && stretch.offset < merged.last().offset + merged.last().length)
            merged.last().length = std::max(merged.last().length, end - merged.last().offset);
        else if (merged.size() < most)
            merged.append(stretch);
        else
            break;
    }
    return merged;
}

} // namespace Hearth::Search
