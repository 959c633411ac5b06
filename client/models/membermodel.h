// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/types.h"

#include <QAbstractListModel>
#include <QCoroTask>

namespace Hearth {

class Session;

// One member as the list shows them.
struct MemberRow {
    Member member;
    User user;
    std::optional<PresenceStatus> presence; // when known
    bool self = false;

    bool operator==(const MemberRow &) const = default;
};

[[nodiscard]] QString roleName(MemberRole role);

// The members of a conversation: owners, admins, then the others, each by name. Those of large groups come
// page by page.
class MemberModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Roles { RowRole = Qt::UserRole };

    explicit MemberModel(Session &session, QObject *parent = nullptr);

    void setConversation(const ConversationId &id);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

private:
    void reload();
    void show();
    QCoro::Task<void> load();

    Session &m_session;
    ConversationId m_id;
    QHash<UserId, Member> m_fetched; // of a large group
    std::optional<QString> m_cursor;
    bool m_hasMore = false;
    bool m_loading = false;
    quint64 m_generation = 0;
    QList<MemberRow> m_rows;
};

} // namespace Hearth

Q_DECLARE_METATYPE(Hearth::MemberRow)
