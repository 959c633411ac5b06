// SPDX-License-Identifier: Apache-2.0
#include "ui/writing/completionsources.h"

#include "core/folded.h"
#include "core/session.h"
#include "ui/clientsettings.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int shortestShortcode = 2;
constexpr qsizetype emojiOffered = 50;

// 0: the name begins with it, 1: the username, 2: another word of the name; nothing: none of them.
std::optional<int> rankOf(const User &user, const QString &wanted)
{
    const QString name = folded(user.displayName);
    if (name.startsWith(wanted))
        return 0;
    if (folded(user.username).startsWith(wanted))
        return 1;
    return name.contains(u' ' + wanted) ? std::optional(2) : std::nullopt;
}

} // namespace

MemberSource::MemberSource(const Session &session)
    : m_session(session)
{ }

QList<User> MemberSource::people() const
{
    QList<User> people;
    for (const Member &member : m_session.members(m_conversation)) {
        if (member.userId != m_session.userId())
            people.append(m_session.user(member.userId));
    }
    return people;
}

QList<Completion> MemberSource::find(const QString &typed) const
{
    const QString wanted = folded(typed);
    QList<std::pair<int, User>> found;
    for (const User &user : people()) {
        if (const auto rank = rankOf(user, wanted))
            found.append({*rank, user});
    }
    std::ranges::stable_sort(found, [](const auto &a, const auto &b) {
        return a.first != b.first ? a.first < b.first
                                  : a.second.displayName.localeAwareCompare(b.second.displayName) < 0;
    });
    QList<Completion> completions;
    for (const auto &[rank, user] : found)
        completions.append({u'@' + user.displayName, user.displayName, u'@' + user.username, {}, user.id});
    return completions;
}

EmojiSource::EmojiSource(const EmojiCatalog &catalog, const ClientSettings &settings)
    : m_catalog(catalog)
    , m_settings(settings)
{ }

QList<Completion> EmojiSource::find(const QString &typed) const
{
    if (typed.size() < shortestShortcode)
        return {};
    QList<Completion> completions;
    for (const Emoji &emoji : m_catalog.search(typed).mid(0, emojiOffered)) {
        const QString text = emoji.inTone(m_settings.skinTone());
        completions.append({text, emoji.name, u":%1:"_s.arg(emoji.shortcode), text, {}});
    }
    return completions;
}

QList<Completion> CommandSource::find(const QString &typed) const
{
    QList<Completion> completions;
    for (const auto &[name, purpose] : m_commands) {
        if (name.startsWith(typed, Qt::CaseInsensitive))
            completions.append({u'/' + name, u'/' + name, purpose, {}, {}});
    }
    return completions;
}

} // namespace Hearth
