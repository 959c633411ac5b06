// SPDX-License-Identifier: Apache-2.0
#include "ui/newgroupdialog.h"

#include "core/session.h"
#include "models/usersearchmodel.h"
#include "ui/chipbar.h"
#include "ui/errorlabel.h"
#include "ui/peoplepicker.h"
#include "ui/searchfield.h"
#include "ui/timeline/avatars.h"
#include "wire/limits.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace Hearth {

NewGroupDialog::NewGroupDialog(Session &session, Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_people(new UserSearchModel(session, this))
    , m_name(new QLineEdit(this))
    , m_chips(new ChipBar(theme, Avatars::of(session), this))
    , m_picker(makePeoplePicker(*m_people, theme, Avatars::of(session), this))
    , m_error(new ErrorLabel(QStringLiteral("groupError"), this))
    , m_create(new QPushButton(tr("Create group"), this))
{
    setObjectName(QStringLiteral("newGroupDialog"));
    setWindowTitle(tr("Start a group"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(400, 520);
    m_name->setObjectName(QStringLiteral("groupName"));
    m_name->setPlaceholderText(tr("Name of the group"));
    m_name->setAccessibleName(tr("Name of the group"));
    m_name->setMaxLength(Limits::conversationNameLength);
    m_create->setObjectName(QStringLiteral("createGroup"));
    m_create->setAutoDefault(false); // Enter in the field above picks a person

    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("cancelGroup"));
    cancel->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_create);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(10);
    layout->addWidget(m_name);
    layout->addWidget(m_chips);
    layout->addWidget(m_picker, 1);
    layout->addWidget(m_error);
    layout->addLayout(buttons);

    connect(m_name, &QLineEdit::textChanged, this, &NewGroupDialog::refresh);
    connect(m_name, &QLineEdit::returnPressed, m_picker, qOverload<>(&QWidget::setFocus));
    connect(m_chips, &ChipBar::changed, this, &NewGroupDialog::refresh);
    connect(m_picker, &SearchPicker::picked, this, &NewGroupDialog::addPerson);
    connect(m_create, &QPushButton::clicked, this, &NewGroupDialog::create);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_name->setFocus();
    refresh();
}

void NewGroupDialog::addPerson(const QModelIndex &index)
{
    m_chips->add(index.data(UserSearchModel::UserRole).value<User>());
    m_picker->field().clear();
    m_picker->setFocus();
}

void NewGroupDialog::refresh()
{
    const bool complete = !m_name->text().trimmed().isEmpty() && !m_chips->users().isEmpty();
    m_create->setEnabled(complete);
    m_create->setDefault(complete);
    m_chips->setVisible(!m_chips->users().isEmpty());
}

QCoro::Task<void> NewGroupDialog::create()
{
    const QPointer<NewGroupDialog> self(this);
    setEnabled(false);
    const auto conversation = co_await m_session.createGroup(m_name->text().trimmed(), m_chips->users());
    if (!self)
        co_return;
    setEnabled(true);
    if (!conversation) {
        m_error->showText(conversation.error().detail);
        co_return;
    }
    Q_EMIT created(*conversation);
    close();
}

} // namespace Hearth
