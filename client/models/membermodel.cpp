// SPDX-License-Identifier: Apache-2.0
#include "models/membermodel.h"

#include "core/conversationadmin.h"
#include "core/session.h"
#include "models/knownpresence.h"
#include "models/phrases.h"

#include <QPointer>

#include <algorithm>

namespace Hearth {

namespace {

// The row in words, for screen readers.
QString spokenMember(const MemberRow &row)
{
    QStringList parts{row.user.displayName, roleName(row.member.role)};
    if (row.presence)
        parts << presenceName(*row.presence);
    return parts.join(QStringLiteral(", "));
}

} // namespace

QString roleName(MemberRole role)
{
    switch (role) {
    case MemberRole::Owner: return MemberModel::tr("Owner");
    case MemberRole::Admin: return MemberModel::tr("Admin");
    case MemberRole::Member: return MemberModel::tr("Member");
    }
    Q_UNREACHABLE();
}

MemberModel::MemberModel(Session &session, QObject *parent)
    : QAbstractListModel(parent)
    , m_session(session)
{
    connect(&session, &Session::membersChanged, this, [this](const ConversationId &id) {
        if (id == m_id)
            show();
    });
    connect(&session, &Session::userChanged, this, &MemberModel::show);
    connect(&session, &Session::presenceChanged, this, &MemberModel::show);
    connect(&session, &Session::connectionStateChanged, this, &MemberModel::show);
}

void MemberModel::setConversation(const ConversationId &id)
{
    m_id = id;
    reload();
}

void MemberModel::reload()
{
    ++m_generation;
    m_fetched.clear();
    m_cursor.reset();
    m_loading = false;
    const auto summary = m_session.conversation(m_id);
    m_hasMore = summary && m_session.members(m_id).size() < summary->conversation.memberCount;
    show();
    if (m_hasMore)
        load();
}

int MemberModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant MemberModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const MemberRow &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole: return row.user.displayName;
    case Qt::AccessibleTextRole: return spokenMember(row);
    case RowRole: return QVariant::fromValue(row);
    default: return {};
    }
}

bool MemberModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore && !m_loading;
}

void MemberModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        load();
}

QCoro::Task<void> MemberModel::load()
{
    const QPointer<MemberModel> self(this);
    const quint64 asked = m_generation;
    m_loading = true;
    const auto page = co_await m_session.admin().members(m_id, m_cursor);
    if (!self || asked != m_generation)
        co_return;
    m_loading = false;
    m_hasMore = page && page->hasMore;
    if (!page)
        co_return;
    m_cursor = page->nextCursor;
    for (const Member &member : page->items)
        m_fetched.insert(member.userId, member);
    show();
}

void MemberModel::show()
{
    QHash<UserId, Member> members = m_fetched;
    for (const Member &member : m_session.members(m_id))
        members.insert(member.userId, member);
    QList<MemberRow> rows;
    for (const Member &member : std::as_const(members)) {
        const bool self = member.userId == m_session.userId();
        rows.append({member, m_session.user(member.userId), knownPresence(m_session, member.userId), self});
    }
    std::ranges::sort(rows, [](const MemberRow &a, const MemberRow &b) {
        if (a.member.role != b.member.role)
            return a.member.role < b.member.role;
        const int order = a.user.displayName.localeAwareCompare(b.user.displayName);
        return order != 0 ? order < 0 : a.user.id < b.user.id;
    });
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

} // namespace Hearth
