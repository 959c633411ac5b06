// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/addpeopledialog.h"

#include "core/conversationadmin.h"
#include "core/session.h"
#include "models/usersearchmodel.h"
#include "ui/chipbar.h"
#include "ui/errorlabel.h"
#include "ui/peoplepicker.h"
#include "ui/searchfield.h"
#include "ui/timeline/avatars.h"

#include <QHBoxLayout>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace Hearth {

AddPeopleDialog::AddPeopleDialog(Session &session, const ConversationId &group, Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_group(group)
    , m_people(new UserSearchModel(session, this))
    , m_chips(new ChipBar(theme, Avatars::of(session), this))
    , m_picker(makePeoplePicker(*m_people, theme, Avatars::of(session), this))
    , m_error(new ErrorLabel(QStringLiteral("addPeopleError"), this))
    , m_add(new QPushButton(tr("Add"), this))
{
    setObjectName(QStringLiteral("addPeopleDialog"));
    setWindowTitle(tr("Add people"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(400, 480);
    m_add->setObjectName(QStringLiteral("addChosen"));
    m_add->setAutoDefault(false); // Enter in the field above picks a person
    m_chips->hide();
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_add);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(10);
    layout->addWidget(m_chips);
    layout->addWidget(m_picker, 1);
    layout->addWidget(m_error);
    layout->addLayout(buttons);

    const auto refresh = [this] {
        m_chips->setVisible(!m_chips->users().isEmpty());
        m_add->setEnabled(!m_chips->users().isEmpty());
    };
    connect(m_chips, &ChipBar::changed, this, refresh);
    connect(m_picker, &SearchPicker::picked, this, [this](const QModelIndex &index) {
        m_chips->add(index.data(UserSearchModel::UserRole).value<User>());
        m_picker->field().clear();
        m_picker->setFocus();
    });
    connect(m_add, &QPushButton::clicked, this, &AddPeopleDialog::add);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_picker->setFocus();
    refresh();
}

QCoro::Task<void> AddPeopleDialog::add()
{
    const QPointer<AddPeopleDialog> self(this);
    const QList<UserId> users = m_chips->users();
    setEnabled(false);
    for (const UserId &user : users) {
        const auto added = co_await m_session.admin().addMember(m_group, user);
        if (!self)
            co_return;
        if (!added) {
            setEnabled(true);
            m_error->showText(
                tr("%1 could not be added. %2").arg(m_session.user(user).displayName, added.error().detail));
            co_return;
        }
    }
    close();
}

} // namespace Hearth
