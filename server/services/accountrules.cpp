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

// They would turn round what stands beside the name, too (UAX #9 section 2).
bool overridesDirection(QChar c)
{
    return (c.unicode() >= 0x202a && c.unicode() <= 0x202e)
        || (c.unicode() >= 0x2066 && c.unicode() <= 0x2069);
}

bool isDisplayName(QStringView name)
{
    return !name.trimmed().isEmpty() && name.size() <= Limits::displayNameLength
        && std::ranges::none_of(
            name, [](QChar c) { return c.category() == QChar::Other_Control || overridesDirection(c); });
}

tl::unexpected<Error> invalid(const QString &detail, const QString &pointer)
{
    return fail(ErrorCode::InvalidField, detail, pointer);
}

} // namespace

Result<void> checkUsername(const QString &name)
{
    if (isUsername(name))
        return {};
    return invalid(u"A username has 1 to 64 letters (a to z), digits, '.', '_' or '-', and starts with a "
                   "letter or digit."_s,
                   u"/username"_s);
}

Result<void> checkPassword(const QString &password, const QString &pointer)
{
    const qsizetype length = codePointCount(password);
    if (length < Limits::passwordMinCodePoints || length > Limits::passwordMaxCodePoints)
        return invalid(u"A password has 8 to 256 characters."_s, pointer);
    return {};
}

Result<void> checkDisplayName(const QString &name)
{
    if (!isDisplayName(name))
        return invalid(u"A display name has 1 to 128 characters."_s, u"/display_name"_s);
    return {};
}

Result<void> checkEmail(const QString &address)
{
    if (!isEmail(address))
        return invalid(u"This is no e-mail address."_s, u"/email"_s);
    return {};
}

Result<void> checkAccount(const RegisterRequest &account)
{
    return checkUsername(account.username)
        .and_then([&] { return checkPassword(account.password, u"/password"_s); })
        .and_then(
            [&] { return account.displayName ? checkDisplayName(*account.displayName) : Result<void>(); })
        .and_then([&] { return account.email ? checkEmail(*account.email) : Result<void>(); });
}

} // namespace Hearth
