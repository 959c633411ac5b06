// SPDX-License-Identifier: Apache-2.0
#include "models/emojimodel.h"

namespace Hearth {

void EmojiModel::setEmoji(const QList<Emoji> &emoji)
{
    beginResetModel();
    m_emoji = emoji;
    endResetModel();
}

void EmojiModel::setTone(SkinTone tone)
{
    m_tone = tone;
    if (!m_emoji.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int EmojiModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_emoji.size());
}

QVariant EmojiModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Emoji &emoji = m_emoji[index.row()];
    switch (role) {
    case TextRole: return emoji.inTone(m_tone);
    case ShortcodeRole: return emoji.shortcode;
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: return emoji.name;
    default: return {};
    }
}

} // namespace Hearth
