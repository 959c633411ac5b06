// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ids.h"

#include <QStyledItemDelegate>

namespace Hearth {

struct ConversationRow;
class AvatarSource;
class Theme;

// Paints a row of the conversation list: 60 px, all rows alike; 36 px and one line where that is compact.
class ConversationDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    ConversationDelegate(Theme &theme, AvatarSource &avatars, QObject *parent = nullptr);

    void setOpenConversation(const ConversationId &id) { m_open = id; } // looks selected

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Frame; // one row while it is painted

    void paintPerson(const Frame &frame) const;
    void paintName(const Frame &frame, const QRect &rect) const;
    void paintOnlyLine(const Frame &frame) const;
    void paintTitleLine(const Frame &frame) const;
    void paintPreviewLine(const Frame &frame) const;
    int paintSigns(const Frame &frame, int top, int height) const;
    [[nodiscard]] bool isCompact() const;
    [[nodiscard]] bool looksSelected(const Frame &frame) const;
    [[nodiscard]] QColor background(const Frame &frame) const;
    [[nodiscard]] QColor secondaryColor(const Frame &frame) const;

    Theme &m_theme;
    AvatarSource &m_avatars;
    ConversationId m_open;
};

} // namespace Hearth
