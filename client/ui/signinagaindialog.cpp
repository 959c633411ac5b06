// SPDX-License-Identifier: Apache-2.0
#include "ui/signinagaindialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Hearth {

SignInAgainDialog::SignInAgainDialog(const KnownAccount &account, QWidget *parent)
    : QDialog(parent)
    , m_password(new QLineEdit(this))
    , m_error(new QLabel(this))
    , m_submit(new QPushButton(tr("Sign in"), this))
{
    setObjectName(QStringLiteral("signInAgainDialog"));
    setWindowTitle(tr("Sign in again"));
    setMinimumWidth(360);
    auto *text = new QLabel(tr("The session of %1 at %2 has ended. Your drafts and unsent messages are kept.")
                                .arg(account.user.username, account.server.toString()),
                            this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    m_password->setObjectName(QStringLiteral("againPassword"));
    m_password->setAccessibleName(tr("Password"));
    m_password->setPlaceholderText(tr("Password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_error->setObjectName(QStringLiteral("againError"));
    m_error->setTextFormat(Qt::PlainText);
    m_error->setForegroundRole(QPalette::BrightText);
    m_error->setWordWrap(true);
    m_error->hide();
    m_submit->setObjectName(QStringLiteral("againButton"));
    m_submit->setDefault(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(12);
    layout->addWidget(text);
    layout->addWidget(m_password);
    layout->addWidget(m_error);
    layout->addWidget(m_submit, 0, Qt::AlignRight);
    connect(m_submit, &QPushButton::clicked, this, &SignInAgainDialog::submit);
}

void SignInAgainDialog::showError(const QString &sentence)
{
    m_error->setText(sentence);
    m_error->show();
    m_submit->setEnabled(true);
    m_password->setFocus();
    m_password->selectAll();
}

void SignInAgainDialog::submit()
{
    if (m_password->text().isEmpty())
        return;
    m_submit->setEnabled(false);
    m_error->hide();
    Q_EMIT submitted(m_password->text());
}

} // namespace Hearth
