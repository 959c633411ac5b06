// SPDX-License-Identifier: Apache-2.0
#include "fuzz/fuzz.h"
#include "services/accountrules.h"
#include "services/filerules.h"
#include "services/messagerules.h"
#include "services/tokens.h"

using namespace Hearth;

// Names, emoji and codes as people type them, or as somebody who means harm does.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(Fuzz::bytes(data, size));
    const QString name = cleanFileName(text);
    Fuzz::require(!name.isEmpty() && name.toUtf8().size() <= 255);
    Fuzz::require(!name.contains(u'/') && !name.contains(u'\\') && !name.endsWith(u'.')
                  && !name.endsWith(u' '));
    Fuzz::require(std::ranges::none_of(name, [](QChar c) { return c.category() == QChar::Other_Control; }));
    Fuzz::require(cleanFileName(name) == name);

    Fuzz::require(!isEmoji(text) || text.size() <= Limits::emojiCodeUnits);
    if (checkUsername(text))
        Fuzz::require(text.size() <= 64 && text == QString::fromLatin1(text.toLatin1()));
    for (const auto &checked : {checkPassword(text, QStringLiteral("/password")), checkDisplayName(text),
                                checkEmail(text), checkName(text, 128, QStringLiteral("/name"))})
        Fuzz::require(checked || checked.error().pointer.startsWith(u'/'));
    Fuzz::require(canonicalCode(canonicalCode(text)) == canonicalCode(text));
    return 0;
}
