// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/searchfilters.h"

#include "core/session.h"
#include "models/conversationrow.h"

#include <QLocale>
#include <QMenu>

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype offeredMost = 12;

// The people of direct conversations and of groups, or of one conversation, by name.
QList<User> knownPeople(const Session &session, const std::optional<ConversationId> &in)
{
    QHash<UserId, User> people;
    for (const ConversationSummary &summary : session.conversations()) {
        if (in && summary.conversation.id != *in)
            continue;
        for (const Member &member : session.members(summary.conversation.id)) {
            if (member.userId != session.userId())
                people.insert(member.userId, session.user(member.userId));
        }
    }
    QList<User> sorted = people.values();
    std::ranges::sort(sorted, [](const User &a, const User &b) {
        return a.displayName.localeAwareCompare(b.displayName) < 0;
    });
    return sorted;
}

QList<ConversationRow> knownConversations(const Session &session)
{
    QList<ConversationRow> rows;
    for (const ConversationSummary &summary : session.conversations())
        rows.append(conversationRow(session, summary, true));
    std::ranges::sort(rows, standsBefore);
    return rows;
}

QString hasName(const QString &what)
{
    static const QHash<QString, const char *> names{
        {u"file"_s, QT_TRANSLATE_NOOP("SearchFilters", "a file")},
        {u"image"_s, QT_TRANSLATE_NOOP("SearchFilters", "an image")},
        {u"video"_s, QT_TRANSLATE_NOOP("SearchFilters", "a video")},
        {u"audio"_s, QT_TRANSLATE_NOOP("SearchFilters", "a recording")},
        {u"link"_s, QT_TRANSLATE_NOOP("SearchFilters", "a link")},
        {u"reaction"_s, QT_TRANSLATE_NOOP("SearchFilters", "a reaction")},
        {u"thread"_s, QT_TRANSLATE_NOOP("SearchFilters", "replies")},
        {u"pin"_s, QT_TRANSLATE_NOOP("SearchFilters", "a pin")},
    };
    const char *name = names.value(what);
    return name ? SearchFilters::tr(name) : what;
}

QString isName(const QString &what)
{
    static const QHash<QString, const char *> names{
        {u"pinned"_s, QT_TRANSLATE_NOOP("SearchFilters", "pinned")},
        {u"edited"_s, QT_TRANSLATE_NOOP("SearchFilters", "edited")},
        {u"reply"_s, QT_TRANSLATE_NOOP("SearchFilters", "a reply")},
        {u"mention"_s, QT_TRANSLATE_NOOP("SearchFilters", "a mention of you")},
        {u"unread"_s, QT_TRANSLATE_NOOP("SearchFilters", "unread")},
    };
    const char *name = names.value(what);
    return name ? SearchFilters::tr(name) : what;
}

QString dayName(const QString &value)
{
    const QDate day = QDate::fromString(value.left(10), Qt::ISODate);
    return day.isValid() ? QLocale().toString(day, QLocale::ShortFormat) : value;
}

} // namespace

SearchPart SearchFilters::resolved(const Session &session, SearchPart part)
{
    const auto names = [&part](const QString &name) {
        return name.startsWith(part.value, Qt::CaseInsensitive);
    };
    if (part.filter == "from"_L1 && part.value.compare("me"_L1, Qt::CaseInsensitive) != 0) {
        for (const User &user : knownPeople(session, {})) {
            if (user.id == part.value || user.username.compare(part.value, Qt::CaseInsensitive) == 0
                || names(user.displayName)) {
                part.value = user.id;
                break;
            }
        }
    } else if (part.filter == "in"_L1) {
        for (const ConversationRow &row : knownConversations(session)) {
            if (row.id == part.value || names(row.title)) {
                part.value = row.id;
                break;
            }
        }
    }
    return part;
}

QString SearchFilters::label(const Session &session, const SearchPart &part)
{
    QString text;
    if (part.filter == "from"_L1) {
        const bool self = part.value == "me"_L1 || part.value == session.userId();
        text = tr("From: %1").arg(self ? tr("me") : session.user(part.value).displayName);
    } else if (part.filter == "in"_L1) {
        const auto summary = session.conversation(part.value);
        text = tr("In: %1").arg(summary ? conversationTitle(session, *summary) : part.value);
    } else if (part.filter == "before"_L1) {
        text = tr("Before: %1").arg(dayName(part.value));
    } else if (part.filter == "after"_L1) {
        text = tr("After: %1").arg(dayName(part.value));
    } else if (part.filter == "has"_L1) {
        text = tr("Has: %1").arg(hasName(part.value));
    } else {
        text = tr("Is: %1").arg(isName(part.value));
    }
    return part.exclude ? tr("Not: %1").arg(text) : text;
}

QMenu *SearchFilters::menu(const Session &session, std::optional<QString> here, QWidget *parent,
                           std::function<void(const SearchPart &)> chosen)
{
    auto *menu = new QMenu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&chosen](QMenu *to, const QString &text, const SearchPart &part) {
        QString shown = text;
        shown.replace(u'&', "&&"_L1); // a name, not a mnemonic
        to->addAction(shown, to, [chosen, part] { chosen(part); });
    };
    QMenu *from = menu->addMenu(tr("From"));
    add(from, tr("Me"), {u"from"_s, u"me"_s});
    for (const User &user : knownPeople(session, here).mid(0, offeredMost))
        add(from, user.displayName, {u"from"_s, user.id});
    if (!here) {
        QMenu *in = menu->addMenu(tr("In"));
        for (const ConversationRow &row : knownConversations(session).mid(0, offeredMost))
            add(in, row.title, {u"in"_s, row.id});
    }
    add(menu, tr("Before…"), {u"before"_s, {}});
    add(menu, tr("After…"), {u"after"_s, {}});
    QMenu *has = menu->addMenu(tr("Has"));
    for (const QString &what :
         {u"file"_s, u"image"_s, u"video"_s, u"audio"_s, u"link"_s, u"reaction"_s, u"thread"_s, u"pin"_s})
        add(has, hasName(what), {u"has"_s, what});
    QMenu *is = menu->addMenu(tr("Is"));
    for (const QString &what : {u"unread"_s, u"mention"_s, u"reply"_s, u"edited"_s})
        add(is, isName(what), {u"is"_s, what});
    return menu;
}

} // namespace Hearth
