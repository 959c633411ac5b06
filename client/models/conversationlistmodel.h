// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/conversationrow.h"

#include <QAbstractListModel>
#include <QSet>

#include <functional>

namespace Hearth {

// All conversations of a session in the order in which a person looks for them. Follows the session.
class ConversationListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Roles { RowRole = Qt::UserRole, IdRole };

    explicit ConversationListModel(Session &session, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] int indexOf(const ConversationId &id) const; // -1: not there
    [[nodiscard]] int unreadTotal() const; // messages, in conversations that are not muted

    [[nodiscard]] const ConversationId &openConversation() const { return m_open; }
    void setOpenConversation(const ConversationId &id);

    // While held, rows keep their places (a button of the mouse is down over them); what they say may change.
    void setHeld(bool held);

Q_SIGNALS:
    void unreadTotalChanged();
    void openConversationChanged(const ConversationId &previous);

private:
    void reload();
    void refresh(const ConversationId &id);
    void refreshUser(const UserId &id);
    void refreshPresence();
    void refreshWhere(const std::function<bool(const ConversationRow &)> &concerned);
    void place(int from, ConversationRow row);
    void sort();
    void move(int from, int to);

    Session &m_session;
    QList<ConversationRow> m_rows;
    ConversationId m_open;
    bool m_held = false;
    QSet<ConversationId> m_changedWhileHeld;
    bool m_resetWhileHeld = false;
};

} // namespace Hearth
