// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/panerow.h"

#include <QAbstractListModel>
#include <QCoroTask>

namespace Hearth {

class Session;

// What the person was notified of, newest first.
class NotificationModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit NotificationModel(Session &session, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

private:
    [[nodiscard]] PaneRow row(int index) const;
    QCoro::Task<void> load();

    Session &m_session;
    int m_shown = 0;
    bool m_loading = false;
};

} // namespace Hearth
