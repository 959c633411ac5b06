// SPDX-License-Identifier: Apache-2.0
#include "services/accountrules.h"

#include "wire/limits.h"

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// Letters of one script can look like those of another: only ASCII, so that no name passes for a second one.
bool isNameCharacter(QChar c)
{
    return c.unicode() < 0x80 && c.isLetterOrNumber();
}

bool isUsername(QStringView name)
{
    return !name.isEmpty() && name.size() <= Limits::usernameLength && isNameCharacter(name.front())
        && std::ranges::all_of(
            name, [](QChar c) { return isNameCharacter(c) || c == u'.' || c == u'_' || c == u'-'; });
}

bool isEmail(QStringView address)
{
    const qsizetype at = address.indexOf(u'@');
    return at > 0 && at == address.lastIndexOf(u'@') && at < address.size() - 1
        && address.size() <= Limits::emailLength
        && std::ranges::none_of(address, [](QChar c) { return c.isSpace() || !c.isPrint(); });
}

bool isDisplayName(QStringView name)
{
    return !name.trimmed().isEmpty() && name.size() <= Limits::displayNameLength
        && std::ranges::none_of(name, [](QChar c) { return c.category() == QChar::Other_Control; });
}

} // namespace

Result<void> checkAccount(const RegisterRequest &account)
{
    const auto invalid = [](const QString &detail, const QString &pointer) {
        return fail(ErrorCode::InvalidField, detail, pointer);
    };
    if (!isUsername(account.username)) {
        return invalid(u"A username has 1 to 64 letters (a to z), digits, '.', '_' or '-', and starts with a "
                       "letter or digit."_s,
                       u"/username"_s);
    }
    const qsizetype length = codePointCount(account.password);
    if (length < Limits::passwordMinCodePoints || length > Limits::passwordMaxCodePoints)
        return invalid(u"A password has 8 to 256 characters."_s, u"/password"_s);
    if (account.displayName && !isDisplayName(*account.displayName))
        return invalid(u"A display name has 1 to 128 characters."_s, u"/display_name"_s);
    if (account.email && !isEmail(*account.email))
        return invalid(u"This is no e-mail address."_s, u"/email"_s);
    return {};
}

} // namespace Hearth
