// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/emojicatalog.h"

#include <QAbstractListModel>

namespace Hearth {

// Some emoji to choose from, each in the tone of skin that somebody prefers.
class EmojiModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Roles { TextRole = Qt::UserRole, ShortcodeRole };

    using QAbstractListModel::QAbstractListModel;

    void setEmoji(const QList<Emoji> &emoji);
    void setTone(SkinTone tone);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<Emoji> m_emoji;
    SkinTone m_tone = SkinTone::None;
};

} // namespace Hearth
