// SPDX-License-Identifier: Apache-2.0
#include "ui/chipbar.h"

#include "ui/chip.h"

#include <QStyle>

#include <algorithm>

namespace Hearth {

namespace {

constexpr int gap = 6;

} // namespace

ChipBar::ChipBar(Theme &theme, AvatarSource &avatars, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_avatars(avatars)
{
    setObjectName(QStringLiteral("chipBar"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChipBar::add(const User &user)
{
    if (users().contains(user.id))
        return;
    auto *chip = new Chip(user, m_theme, m_avatars, this);
    m_chips << chip;
    connect(chip, &QAbstractButton::clicked, this, [this, id = user.id] { remove(id); });
    chip->show();
    arrange(width(), true);
    updateGeometry();
    Q_EMIT changed();
}

void ChipBar::remove(const UserId &id)
{
    const auto found = std::ranges::find(m_chips, id, &Chip::userId);
    if (found == m_chips.end())
        return;
    (*found)->hide();
    (*found)->deleteLater();
    m_chips.erase(found);
    arrange(width(), true);
    updateGeometry();
    Q_EMIT changed();
}

QList<UserId> ChipBar::users() const
{
    QList<UserId> ids;
    for (const Chip *chip : m_chips)
        ids << chip->userId();
    return ids;
}

int ChipBar::heightForWidth(int width) const
{
    return arrange(width, false);
}

QSize ChipBar::sizeHint() const
{
    return {200, arrange(std::max(width(), 200), false)};
}

void ChipBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange(width(), true);
}

int ChipBar::arrange(int width, bool move) const
{
    QPoint next;
    int bottom = 0;
    for (Chip *chip : m_chips) {
        const QSize size = chip->sizeHint().boundedTo({width, QWIDGETSIZE_MAX});
        if (next.x() > 0 && next.x() + size.width() > width)
            next = {0, bottom + gap};
        if (move)
            chip->setGeometry(QStyle::visualRect(layoutDirection(), rect(), QRect(next, size)));
        bottom = next.y() + size.height();
        next.rx() += size.width() + gap;
    }
    return bottom;
}

} // namespace Hearth
