// SPDX-License-Identifier: Apache-2.0
#include "ui/selfbar.h"

#include "core/session.h"
#include "models/phrases.h"
#include "ui/paint.h"
#include "ui/theme.h"
#include "ui/timeline/avatars.h"

#include <QPainter>
#include <QStyle>

namespace Hearth {

namespace {

constexpr int barHeight = 48;
constexpr int margin = 12;
constexpr int avatarSize = 32;
constexpr int dotSize = 10;
constexpr int glyphSize = 18;

} // namespace

SelfBar::SelfBar(Session &session, Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_session(session)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("selfBar"));
    setFocusPolicy(Qt::TabFocus);
    setFixedHeight(scaled(barHeight, font()));
    setToolTip(tr("Status, appearance, signing out"));
    connect(&session, &Session::presenceChanged, this, &SelfBar::refresh);
    connect(&session, &Session::userChanged, this, &SelfBar::refresh);
    connect(&session, &Session::connectionStateChanged, this, &SelfBar::refresh);
    connect(&Avatars::of(session), &Avatars::changed, this, qOverload<>(&QWidget::update));
    refresh();
}

QSize SelfBar::sizeHint() const
{
    return {220, scaled(barHeight, font())};
}

// Whatever one chose: without a connection nobody sees it.
PresenceStatus SelfBar::status() const
{
    if (m_session.connectionState() != ConnectionState::Online)
        return PresenceStatus::Offline;
    return m_session.presence(m_session.userId());
}

void SelfBar::refresh()
{
    setText(m_session.account().user.displayName);
    setAccessibleName(tr("%1, %2. Menu").arg(text(), presenceName(status())));
    update();
}

void SelfBar::paintEvent(QPaintEvent *)
{
    const ThemeColors &colors = m_theme.colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor background = underMouse() || isDown() ? colors.hover : colors.sidebar;
    painter.fillRect(rect(), background);
    paintEdge(painter, rect(), Qt::TopEdge, colors.divider);
    if (hasFocus()) {
        painter.setPen(QPen(colors.link, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(2, 3, -2, -2), 8, 8);
    }

    const auto place = [this](int x, int y, int w, int h) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(x, y, w, h));
    };
    const auto y = [this](int px) { return scaled(px, font()); };
    const int avatar = y(avatarSize);
    const int dot = y(dotSize);
    const int glyph = y(glyphSize);
    const int top = (height() - avatar) / 2;
    paintAvatar(painter, place(margin, top, avatar, avatar), text(), m_session.userId(), font(),
                &Avatars::of(m_session));
    paintPresence(painter, place(margin + avatar - dot, top + avatar - dot, dot, dot), status(), colors,
                  background);

    const int left = margin + avatar + 12;
    const int room = width() - left - margin - glyph - 4;
    const auto drawLine = [&](int y, int h, const QString &line, const QFont &lineFont, const QColor &color) {
        paintLine(painter, place(left, y, room, h), line, lineFont, color, layoutDirection());
    };
    drawLine(y(7), y(18), text(), relativeFont(font(), 1, QFont::DemiBold), colors.text);
    drawLine(y(25), y(16), presenceName(status()), relativeFont(font(), 0.92), colors.secondary);
    const QRect icon = place(width() - margin - glyph, (height() - glyph) / 2, glyph, glyph);
    paintIcon(painter, icon, QStringLiteral("more"), colors.secondary);
}

void SelfBar::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setFixedHeight(scaled(barHeight, font()));
}

void SelfBar::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void SelfBar::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace Hearth
