// SPDX-License-Identifier: Apache-2.0
#include "ui/signinagaindialog.h"

#include "ui/errorlabel.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Hearth {

SignInAgainDialog::SignInAgainDialog(const KnownAccount &account, bool byToken, QWidget *parent)
    : QDialog(parent)
    , m_secret(new QLineEdit(this))
    , m_byToken(new QCheckBox(tr("Use a token instead of the password"), this))
    , m_error(new ErrorLabel(QStringLiteral("againError"), this))
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
    m_secret->setObjectName(QStringLiteral("againPassword"));
    m_secret->setEchoMode(QLineEdit::Password);
    m_byToken->setObjectName(QStringLiteral("againByToken"));
    m_byToken->setChecked(byToken);
    m_submit->setObjectName(QStringLiteral("againButton"));
    m_submit->setDefault(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(12);
    layout->addWidget(text);
    layout->addWidget(m_secret);
    layout->addWidget(m_byToken);
    layout->addWidget(m_error);
    layout->addWidget(m_submit, 0, Qt::AlignRight);
    connect(m_submit, &QPushButton::clicked, this, &SignInAgainDialog::submit);
    connect(m_byToken, &QCheckBox::toggled, this, &SignInAgainDialog::setByToken);
    setByToken(byToken);
}

void SignInAgainDialog::setByToken(bool byToken)
{
    const QString name = byToken ? tr("Token") : tr("Password");
    m_secret->setAccessibleName(name);
    m_secret->setPlaceholderText(name);
    m_secret->clear();
    m_secret->setFocus();
}

void SignInAgainDialog::showError(const QString &sentence)
{
    m_error->showText(sentence);
    m_submit->setEnabled(true);
    m_secret->setFocus();
    m_secret->selectAll();
}

void SignInAgainDialog::submit()
{
    if (m_secret->text().isEmpty())
        return;
    m_submit->setEnabled(false);
    m_error->hide();
    Q_EMIT submitted(m_secret->text(), m_byToken->isChecked());
}

} // namespace Hearth
