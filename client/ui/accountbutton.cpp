// SPDX-License-Identifier: Apache-2.0
#include "ui/accountbutton.h"

#include "core/session.h"
#include "models/conversationrow.h"
#include "ui/paint.h"
#include "ui/theme.h"
#include "ui/timeline/avatars.h"

#include <QPainter>
#include <QStyle>

namespace Hearth {

namespace {

constexpr int buttonSize = 48;
constexpr int avatarSize = 36;
constexpr int badgeHeight = 16;

} // namespace

AccountButton::AccountButton(Session &session, Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_session(session)
    , m_theme(theme)
    , m_unread(session)
{
    setObjectName(QStringLiteral("account-") + session.userId());
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&m_unread, &UnreadTotal::changed, this, &AccountButton::refresh);
    connect(&session, &Session::userChanged, this, &AccountButton::refresh);
    connect(&Avatars::of(session), &Avatars::changed, this, qOverload<>(&QWidget::update));
    refresh();
}

void AccountButton::setKeys(const QKeySequence &keys)
{
    setShortcut(keys);
    refresh();
}

QSize AccountButton::sizeHint() const
{
    const int size = scaled(buttonSize, font());
    return {size, size};
}

void AccountButton::refresh()
{
    const QString who = tr("%1 at %2").arg(m_session.account().user.displayName, m_session.server().host());
    const int unread = m_unread.count();
    setAccessibleName(unread == 0 ? who : tr("%1, %Ln unread", nullptr, unread).arg(who));
    setToolTip(shortcut().isEmpty()
                   ? accessibleName()
                   : tr("%1 (%2)").arg(accessibleName(), shortcut().toString(QKeySequence::NativeText)));
    update();
}

void AccountButton::paintEvent(QPaintEvent *)
{
    const ThemeColors &colors = m_theme.colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ground = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(hasFocus() ? QPen(colors.link, 2) : QPen(Qt::NoPen));
    painter.setBrush(isChecked()        ? QBrush(colors.selection)
                         : underMouse() ? QBrush(colors.hover)
                                        : Qt::NoBrush);
    painter.drawRoundedRect(ground, 12, 12);

    const int size = scaled(avatarSize, font());
    const QRect avatar((width() - size) / 2, (height() - size) / 2, size, size);
    const User &user = m_session.account().user;
    paintAvatar(painter, avatar, user.displayName, user.id, font(), &Avatars::of(m_session));
    if (m_unread.count() > 0)
        paintBadge(painter, avatar);
}

void AccountButton::paintBadge(QPainter &painter, const QRect &avatar) const
{
    const ThemeColors &colors = m_theme.colors();
    const QString text = badgeText(m_unread.count(), 99);
    const QFont small = relativeFont(font(), 0.78, QFont::Bold);
    const int height = std::max(badgeHeight, QFontMetrics(small).height());
    const int width = std::max(height, QFontMetrics(small).horizontalAdvance(text) + 8);
    const QRect place(avatar.right() + 6 - width, avatar.top() - 4, width, height);
    const QRect badge = QStyle::visualRect(layoutDirection(), rect(), place);
    painter.setPen(QPen(colors.sidebar, 1));
    painter.setBrush(colors.danger);
    painter.drawRoundedRect(badge, height / 2.0, height / 2.0);
    painter.setFont(small);
    painter.setPen(colors.window);
    painter.drawText(badge, Qt::AlignCenter, text);
}

void AccountButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void AccountButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace Hearth
