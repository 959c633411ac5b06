// SPDX-License-Identifier: Apache-2.0
#include "ui/newdirectdialog.h"

#include "core/session.h"
#include "models/usersearchmodel.h"
#include "ui/peoplepicker.h"
#include "ui/searchfield.h"
#include "ui/timeline/avatars.h"

#include <QPointer>
#include <QVBoxLayout>

namespace Hearth {

NewDirectDialog::NewDirectDialog(Session &session, Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_people(new UserSearchModel(session, this))
    , m_picker(makePeoplePicker(*m_people, theme, Avatars::of(session), this))
{
    setObjectName(QStringLiteral("newDirectDialog"));
    setWindowTitle(tr("Start a conversation"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(380, 420);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->addWidget(m_picker);
    m_picker->setFocus();
    connect(m_picker, &SearchPicker::picked, this, [this](const QModelIndex &index) {
        create(index.data(UserSearchModel::UserRole).value<User>());
    });
}

QCoro::Task<void> NewDirectDialog::create(User other)
{
    const QPointer<NewDirectDialog> self(this);
    setEnabled(false);
    const Result<ConversationId> conversation = co_await m_session.createDirect(other.id);
    if (!self)
        co_return;
    setEnabled(true);
    if (!conversation) {
        m_people->setPrefix({});
        m_picker->setHint(conversation.error().detail);
        m_picker->setFocus();
        co_return;
    }
    Q_EMIT created(*conversation);
    close();
}

} // namespace Hearth
