// SPDX-License-Identifier: Apache-2.0
#include "ui/accountrail.h"

#include "core/session.h"
#include "ui/accountbutton.h"
#include "ui/accountmanager.h"
#include "ui/iconbutton.h"
#include "ui/paint.h"
#include "ui/theme.h"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace Hearth {

namespace {

constexpr int railWidth = 56;

} // namespace

AccountRail::AccountRail(AccountManager &accounts, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_accounts(accounts)
    , m_theme(theme)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("accountRail"));
    setFixedWidth(scaled(railWidth, font()));
    setAccessibleName(tr("Accounts"));
    auto *more = new IconButton(QStringLiteral("plus"), tr("Add an account"), theme, this);
    more->setObjectName(QStringLiteral("addAccount"));
    m_layout->setContentsMargins(0, 10, 0, 10);
    m_layout->setSpacing(8);
    m_layout->addStretch();
    m_layout->addWidget(more, 0, Qt::AlignHCenter);

    connect(more, &QAbstractButton::clicked, this, &AccountRail::addRequested);
    connect(&accounts, &AccountManager::sessionStarted, this, &AccountRail::add);
    connect(&accounts, &AccountManager::sessionAboutToEnd, this, &AccountRail::remove);
    connect(&accounts, &AccountManager::currentChanged, this, &AccountRail::refresh);
    for (Session *session : accounts.sessions())
        add(session);
    refresh();
}

void AccountRail::add(Session *session)
{
    auto *button = new AccountButton(*session, m_theme, this);
    m_layout->insertWidget(int(m_buttons.size()), button, 0, Qt::AlignHCenter);
    m_buttons << button;
    connect(button, &QAbstractButton::clicked, this, [this, session] {
        refresh(); // pressing the one that is chosen does not let it go
        Q_EMIT chosen(session);
    });
    refresh();
}

void AccountRail::remove(Session *session)
{
    m_buttons.removeIf([session](AccountButton *button) {
        const bool its = &button->session() == session;
        if (its)
            delete button;
        return its;
    });
    refresh();
}

void AccountRail::refresh()
{
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setChecked(&m_buttons[i]->session() == m_accounts.session());
        m_buttons[i]->setKeys(i < 9 ? QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key(Qt::Key_1 + i))
                                    : QKeySequence());
    }
    setVisible(m_buttons.size() > 1);
}

void AccountRail::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setFixedWidth(scaled(railWidth, font()));
}

void AccountRail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colors().sidebar);
    paintEdge(painter, rect(), isRightToLeft() ? Qt::LeftEdge : Qt::RightEdge, m_theme.colors().divider);
}

} // namespace Hearth
