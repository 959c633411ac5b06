// SPDX-License-Identifier: Apache-2.0
#include "ui/passphrasedialog.h"

#include "platform/chosensecretstore.h"
#include "ui/errorlabel.h"
#include "wire/limits.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace Hearth {

namespace {

constexpr int dialogWidth = 380;

} // namespace

PassphraseDialog::PassphraseDialog(ChosenSecretStore &secrets, Purpose purpose, QWidget *parent)
    : QDialog(parent)
    , m_secrets(secrets)
    , m_purpose(purpose)
    , m_error(new ErrorLabel(QStringLiteral("passphraseError"), this))
    , m_submit(new QPushButton(purpose == Purpose::Unlock ? tr("Unlock") : tr("Use the file"), this))
{
    setObjectName(QStringLiteral("passphraseDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(purpose == Purpose::Unlock ? tr("Unlock the sign-ins")
                                              : tr("Keep sign-ins in an encrypted file"));
    setMinimumWidth(dialogWidth);
    auto *text = new QLabel(explanation(), this);
    text->setObjectName(QStringLiteral("passphraseText"));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(12);
    layout->addWidget(text);
    auto *fields = new QFormLayout;
    fields->setRowWrapPolicy(QFormLayout::WrapAllRows);
    layout->addLayout(fields);
    m_passphrase = addField(*fields, tr("Passphrase"), QStringLiteral("passphrase"));
    if (purpose == Purpose::UseFile)
        m_repeated = addField(*fields, tr("The same once more"), QStringLiteral("passphraseAgain"));
    layout->addWidget(m_error);
    addButtons();
    connect(m_submit, &QPushButton::clicked, this, &PassphraseDialog::submit);
    m_passphrase->setFocus();
}

QString PassphraseDialog::explanation() const
{
    if (m_purpose == Purpose::Unlock)
        return tr(
            "Your sign-ins are in an encrypted file. Without its passphrase you can read what is stored "
            "on this computer, and sign in again.");
    const QString what =
        tr("The file lies on this computer, and only the passphrase opens it. You are asked "
           "for it when Hearth starts. If you forget it, you sign in again, and nothing else "
           "is lost.");
    if (!m_secrets.isLocked())
        return what;
    return what + u' ' + tr("The present file is locked: it is deleted, with the sign-ins in it.");
}

QLineEdit *PassphraseDialog::addField(QFormLayout &fields, const QString &name, const QString &objectName)
{
    auto *field = new QLineEdit(this);
    field->setObjectName(objectName);
    field->setEchoMode(QLineEdit::Password);
    field->setAccessibleName(name);
    fields.addRow(name, field);
    return field;
}

void PassphraseDialog::addButtons()
{
    auto *buttons = new QHBoxLayout;
    if (m_purpose == Purpose::Unlock) {
        auto *instead = new QPushButton(tr("Sign in instead…"), this);
        instead->setObjectName(QStringLiteral("signInInstead"));
        instead->setAutoDefault(false);
        connect(instead, &QPushButton::clicked, this, [this] {
            close();
            Q_EMIT signInRequested();
        });
        buttons->addWidget(instead);
    }
    m_submit->setObjectName(QStringLiteral("passphraseButton"));
    m_submit->setDefault(true);
    buttons->addStretch();
    buttons->addWidget(m_submit);
    static_cast<QVBoxLayout *>(layout())->addLayout(buttons);
}

QString PassphraseDialog::objection() const
{
    if (m_purpose == Purpose::Unlock)
        return {};
    if (m_passphrase->text().toUcs4().size() < Limits::passwordMinCodePoints)
        return tr("The passphrase is too short: it needs at least %1 characters.")
            .arg(Limits::passwordMinCodePoints);
    if (m_passphrase->text() != m_repeated->text())
        return tr("These are two different passphrases.");
    return {};
}

void PassphraseDialog::showError(const QString &sentence)
{
    m_error->showText(sentence);
    m_passphrase->setFocus();
    m_passphrase->selectAll();
}

void PassphraseDialog::setBusy(bool busy)
{
    for (QWidget *widget : std::initializer_list<QWidget *>{m_passphrase, m_repeated, m_submit}) {
        if (widget)
            widget->setEnabled(!busy);
    }
}

QCoro::Task<void> PassphraseDialog::submit()
{
    if (const QString why = objection(); !why.isEmpty()) {
        showError(why);
        co_return;
    }
    const QPointer<PassphraseDialog> self(this);
    m_error->hide();
    setBusy(true);
    const QString passphrase = m_passphrase->text();
    Result<void> done;
    if (m_purpose == Purpose::Unlock)
        done = co_await m_secrets.open(passphrase);
    else
        done = co_await m_secrets.useFile(passphrase);
    if (!self)
        co_return;
    setBusy(false);
    if (done)
        close();
    else
        showError(done.error().detail);
}

} // namespace Hearth
