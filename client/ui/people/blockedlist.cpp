// SPDX-License-Identifier: Apache-2.0
#include "ui/people/blockedlist.h"

#include "core/safety.h"
#include "core/session.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>

namespace Hearth {

BlockedList::BlockedList(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_lines(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("blockedList"));
    m_lines->setContentsMargins({});
    connect(&session.safety(), &Safety::changed, this, &BlockedList::fill);
    fill();
}

void BlockedList::fill()
{
    while (QLayoutItem *line = m_lines->takeAt(0)) {
        line->widget()->deleteLater(); // it may be the button that was pressed
        line->widget()->hide();
        delete line;
    }
    const QList<User> &blocked = m_session.safety().blocked();
    for (const User &user : blocked)
        m_lines->addWidget(makeLine(user));
    if (!blocked.isEmpty())
        return;
    auto *nobody = new QLabel(tr("You have blocked nobody."), this);
    nobody->setObjectName(QStringLiteral("nobodyBlocked"));
    m_lines->addWidget(nobody);
}

QWidget *BlockedList::makeLine(const User &user)
{
    auto *line = new QWidget(this);
    line->setObjectName(QStringLiteral("blocked-") + user.id);
    auto *name = new QLabel(tr("%1 (@%2)").arg(user.displayName, user.username), line);
    name->setTextFormat(Qt::PlainText);
    name->setWordWrap(true);
    auto *unblockThem = new QPushButton(tr("Unblock"), line);
    unblockThem->setAutoDefault(false);
    unblockThem->setAccessibleName(tr("Unblock %1").arg(user.displayName));
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins({});
    layout->addWidget(name, 1);
    layout->addWidget(unblockThem);
    connect(unblockThem, &QPushButton::clicked, this, [this, unblockThem, user] {
        unblockThem->setEnabled(false);
        unblock(user);
    });
    return line;
}

QCoro::Task<void> BlockedList::unblock(User user)
{
    const QPointer<BlockedList> self(this);
    Q_EMIT failed({});
    const auto done = co_await m_session.safety().unblock(user.id);
    if (!self || done)
        co_return;
    fill(); // the button can be pressed again
    Q_EMIT failed(tr("%1 is still blocked. %2").arg(user.displayName, done.error().detail));
}

} // namespace Hearth
