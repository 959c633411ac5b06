// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/rowtoolbar.h"

#include "ui/emoji/emojibutton.h"
#include "ui/iconbutton.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QPainter>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int corner = 8;
constexpr int reactionsOffered = 3;

} // namespace

RowToolbar::RowToolbar(Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("rowToolbar"));
    setCursor(Qt::ArrowCursor);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->setSpacing(0);
    for (int i = 0; i < reactionsOffered; ++i) {
        auto *button = new EmojiButton({}, {}, theme, this);
        button->setFocusPolicy(Qt::NoFocus);
        layout->addWidget(button);
        m_reactionButtons.append(button);
        connect(button, &QAbstractButton::clicked, this,
                [this, i] { Q_EMIT reactionTriggered(m_reactions.at(i)); });
    }
    showReactions({}); // they have names from the beginning
    const auto add = [&](const QString &icon, const QString &name) {
        auto *button = new IconButton(icon, name, theme, this);
        button->setFocusPolicy(Qt::NoFocus); // the keyboard has keys for all of them
        layout->addWidget(button);
        return button;
    };
    const auto addAction = [&](RowAction action, const QString &icon, const QString &name) {
        auto *button = add(icon, name);
        m_buttons.append({action, button});
        connect(button, &QAbstractButton::clicked, this, [this, action] { Q_EMIT triggered(action); });
    };
    addAction(RowAction::React, QStringLiteral("emoji"), tr("React (+)"));
    addAction(RowAction::Reply, QStringLiteral("reply"), tr("Reply (R)"));
    addAction(RowAction::Thread, QStringLiteral("thread"), tr("Open the thread (T)"));
    addAction(RowAction::Edit, QStringLiteral("edit"), tr("Edit (E)"));
    auto *more = add(QStringLiteral("more"), tr("More"));
    connect(more, &QAbstractButton::clicked, this, &RowToolbar::menuRequested);
    hide();
}

void RowToolbar::showReactions(QStringList recent)
{
    recent << u"👍"_s << u"❤️"_s << u"😂"_s;
    recent.removeDuplicates();
    recent = recent.first(reactionsOffered);
    if (recent == m_reactions)
        return; // as at every step while somebody scrolls
    m_reactions = recent;
    for (int i = 0; i < reactionsOffered; ++i) {
        EmojiButton *button = m_reactionButtons.at(i);
        const QString name = tr("React with %1").arg(m_reactions.at(i));
        button->setEmoji(m_reactions.at(i));
        button->setAccessibleName(name);
        button->setToolTip(name);
    }
}

void RowToolbar::showFor(const TimelineItem &item, const RowRights &rights, const QStringList &recent,
                         bool brief)
{
    showReactions(recent);
    for (EmojiButton *button : std::as_const(m_reactionButtons))
        button->setVisible(!brief && isOffered(RowAction::React, item, rights));
    for (const auto &[action, button] : std::as_const(m_buttons))
        button->setVisible(isOffered(action, item, rights));
    adjustSize();
    show();
}

void RowToolbar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.colors().divider, 1));
    painter.setBrush(m_theme.colors().window);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
}

} // namespace Hearth
