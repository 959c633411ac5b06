// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/deleteaccountdialog.h"

#include "core/session.h"
#include "ui/accountmanager.h"
#include "ui/errorlabel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>

namespace Hearth {

namespace {

constexpr int dialogWidth = 400;

} // namespace

DeleteAccountDialog::DeleteAccountDialog(AccountManager &accounts, Session &session, QWidget *parent)
    : QDialog(parent)
    , m_accounts(accounts)
    , m_session(session)
    , m_password(new QLineEdit(this))
    , m_messages(new QCheckBox(tr("Delete everything I wrote, too"), this))
    , m_error(new ErrorLabel(QStringLiteral("deleteAccountError"), this))
    , m_delete(new QPushButton(tr("Delete for good"), this))
{
    setObjectName(QStringLiteral("deleteAccountDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Delete the account"));
    setMinimumWidth(dialogWidth);
    auto *text = new QLabel(explanation(), this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    m_password->setObjectName(QStringLiteral("deletePassword"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setAccessibleName(tr("Password"));
    m_password->setPlaceholderText(tr("Password, if you have one here"));
    m_messages->setObjectName(QStringLiteral("deleteMessages"));
    m_delete->setObjectName(QStringLiteral("deleteForGood"));
    m_delete->setAutoDefault(false); // Enter alone deletes nothing
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setDefault(true);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_delete);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(12);
    layout->addWidget(text);
    layout->addWidget(m_password);
    layout->addWidget(m_messages);
    layout->addWidget(m_error);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::close);
    connect(m_delete, &QPushButton::clicked, this, &DeleteAccountDialog::submit);
    m_password->setFocus();
}

QString DeleteAccountDialog::explanation() const
{
    return tr("The account %1 at %2 is deleted for good, and nobody can bring it back. Your name, picture "
              "and settings go at once, and you leave all groups. What you wrote stays under “Deleted user”.")
        .arg(m_session.account().user.username, m_session.server().toString());
}

QCoro::Task<void> DeleteAccountDialog::submit()
{
    const QPointer<DeleteAccountDialog> self(this);
    setEnabled(false);
    m_error->showText({});
    const auto messages = m_messages->isChecked() ? ErasedMessages::Erase : ErasedMessages::Keep;
    const QString password = m_password->text();
    const auto deleted = co_await m_accounts.deleteAccount(m_session, password, messages);
    if (!self)
        co_return;
    setEnabled(true);
    if (!deleted) {
        m_error->showText(deleted.error().detail);
        m_password->setFocus();
        m_password->selectAll();
        co_return;
    }
    close();
}

} // namespace Hearth
