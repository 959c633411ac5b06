// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/writing/completion.h"

#include <QAbstractListModel>

namespace Hearth {

// Completions to choose from.
class CompletionModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setCompletions(const QList<Completion> &completions);
    [[nodiscard]] const Completion &at(const QModelIndex &index) const { return m_completions[index.row()]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<Completion> m_completions;
};

} // namespace Hearth
