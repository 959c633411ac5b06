// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/listfilters.h"

#include "ui/pillbutton.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QMenu>

namespace Hearth {

ListFilters::ListFilters(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_pills(new QButtonGroup(this))
    , m_menu(new QMenu(this))
{
    using Kind = ConversationFilter::Kind;
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 6, 10, 6);
    layout->setSpacing(2);
    m_all = add(Kind::All, tr("All"), tr("All"), QStringLiteral("filterAll"));
    PillButton *unread = add(Kind::Unread, tr("Unread"), tr("Unread"), QStringLiteral("filterUnread"));
    PillButton *mentions =
        add(Kind::Mentions, QStringLiteral("@"), tr("Mentions"), QStringLiteral("filterMentions"));
    mentions->setToolTip(tr("Mentions"));
    m_more = add(Kind::All, tr("More"), tr("More filters"), QStringLiteral("filterMore"));
    for (PillButton *pill : {m_all, unread, mentions, m_more})
        layout->addWidget(pill);
    layout->addStretch();
    m_all->setChecked(true);
    addRare(Kind::Direct, tr("People"));
    addRare(Kind::Groups, tr("Groups"));
    addRare(Kind::Archived, tr("Archived"));
    connect(m_more, &QAbstractButton::clicked, this, &ListFilters::showMenu);
}

PillButton *ListFilters::add(ConversationFilter::Kind kind, const QString &text, const QString &name,
                             const QString &objectName)
{
    auto *pill = new PillButton(text, m_theme, this);
    pill->setObjectName(objectName);
    pill->setAccessibleName(name);
    m_pills->addButton(pill);
    if (objectName != QStringLiteral("filterMore"))
        connect(pill, &QAbstractButton::clicked, this, [this, pill, kind] { choose(pill, kind); });
    return pill;
}

void ListFilters::addRare(ConversationFilter::Kind kind, const QString &text)
{
    QAction *action = m_menu->addAction(text);
    action->setData(int(kind));
    connect(action, &QAction::triggered, this, [this, kind, text] {
        m_more->setText(text);
        m_more->updateGeometry();
        m_rare = kind;
        choose(m_more, kind);
    });
}

void ListFilters::choose(ConversationFilter::Kind kind)
{
    for (QAction *action : m_menu->actions()) {
        if (action->data().toInt() == int(kind))
            action->trigger();
    }
    if (kind == ConversationFilter::Kind::All)
        choose(m_all, kind);
}

void ListFilters::choose(PillButton *pill, ConversationFilter::Kind kind)
{
    pill->setChecked(true);
    if (pill != m_more) {
        m_rare = ConversationFilter::Kind::All;
        m_more->setText(tr("More"));
        m_more->updateGeometry();
    }
    Q_EMIT chosen(kind);
}

// The pill is pressed to see the menu: what it chose last stays until something is chosen.
void ListFilters::showMenu()
{
    if (m_rare == ConversationFilter::Kind::All)
        choose(m_all, ConversationFilter::Kind::All);
    m_menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height() + 2)));
}

} // namespace Hearth
