// SPDX-License-Identifier: Apache-2.0
#include "ui/searchfield.h"

#include "ui/paint.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace Hearth {

namespace {

constexpr int iconSize = 16;
constexpr int iconLeft = 10;

bool movesInList(int key)
{
    return key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown;
}

} // namespace

SearchField::SearchField(const QString &name, Theme &theme, QWidget *parent)
    : QLineEdit(parent)
    , m_theme(theme)
{
    setPlaceholderText(name);
    setAccessibleName(name);
    makeRoomForIcon();
}

// These margins are not mirrored by themselves.
void SearchField::makeRoomForIcon()
{
    const int room = iconLeft + scaled(iconSize, font());
    setTextMargins(isRightToLeft() ? 0 : room, 0, isRightToLeft() ? room : 0, 0);
}

void SearchField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::FontChange)
        makeRoomForIcon();
}

void SearchField::setList(QWidget *list)
{
    m_list = list;
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (m_list && movesInList(event->key()) && event->modifiers() == Qt::NoModifier)
        QCoreApplication::sendEvent(m_list, event);
    else if (event->key() == Qt::Key_Escape && !text().isEmpty())
        clear();
    else
        QLineEdit::keyPressEvent(event);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        event->accept(); // it picks; it does not press the default button of a dialog
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const int size = scaled(iconSize, font());
    const QRect icon(iconLeft, (height() - size) / 2, size, size);
    paintIcon(painter, QStyle::visualRect(layoutDirection(), rect(), icon), QStringLiteral("search"),
              m_theme.colors().secondary);
}

} // namespace Hearth
