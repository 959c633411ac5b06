// SPDX-License-Identifier: Apache-2.0
#include "ui/writing/completionmodel.h"

namespace Hearth {

void CompletionModel::setCompletions(const QList<Completion> &completions)
{
    beginResetModel();
    m_completions = completions;
    endResetModel();
}

int CompletionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_completions.size());
}

QVariant CompletionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Completion &completion = at(index);
    if (role == Qt::DisplayRole)
        return completion.title;
    if (role == Qt::AccessibleTextRole)
        return tr("%1, %2").arg(completion.title, completion.detail);
    return {};
}

} // namespace Hearth
