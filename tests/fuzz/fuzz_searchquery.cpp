// SPDX-License-Identifier: Apache-2.0
#include "fuzz/fuzz.h"
#include "services/searchquery.h"

#include <algorithm>

using namespace Hearth;

namespace {

// Tokens go into the databases' own query languages unescaped: nothing in them may be part of those.
bool isPlain(const Search::Pattern &pattern)
{
    return !pattern.tokens.isEmpty() && std::ranges::all_of(pattern.tokens, [](const QString &token) {
        return !token.isEmpty() && std::ranges::none_of(token, [](QChar c) {
            const char16_t code = c.unicode();
            const bool letter = (code >= u'a' && code <= u'z') || (code >= u'0' && code <= u'9');
            return (code < 0x80 && !letter) || code == 0xe000;
        });
    });
}

} // namespace

// Whatever is asked for is made of plain tokens, and a refusal names the field.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(Fuzz::bytes(data, size));
    if (const auto search = parseSearch(text)) {
        Fuzz::require(std::ranges::all_of(search->words + search->unwantedWords, isPlain));
        Fuzz::require(text.size() <= 512);
    } else {
        Fuzz::require(search.error().pointer == QLatin1StringView("/q"));
    }
    const QList<Search::Token> tokens = Search::tokenize(text);
    Fuzz::require(tokens.size() <= Search::maxTokens);
    for (const Search::Token &token : tokens)
        Fuzz::require(token.offset >= 0 && token.length > 0 && token.offset + token.length <= text.size());
    const Search::Pattern pattern = Search::patternFor(text, true);
    if (pattern.tokens.isEmpty())
        return 0;
    Fuzz::require(Search::matches(pattern, tokens));
    int end = 0;
    for (const Search::Stretch &found : Search::highlights({pattern}, tokens, 20)) {
        Fuzz::require(found.offset >= end && found.length > 0 && found.offset + found.length <= text.size());
        end = found.offset + found.length;
    }
    return 0;
}
