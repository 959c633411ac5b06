// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/accountpage.h"

#include "core/profile.h"
#include "core/session.h"
#include "ui/accountmanager.h"
#include "ui/settings/deleteaccountdialog.h"
#include "wire/limits.h"

#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMimeDatabase>
#include <QPointer>
#include <QPushButton>

namespace Hearth {

namespace {

constexpr qint64 pictureBytes = 16 * 1024 * 1024; // more is no portrait

QWidget *beside(std::initializer_list<QWidget *> widgets, QWidget *parent)
{
    auto *field = new QWidget(parent);
    auto *layout = new QHBoxLayout(field);
    layout->setContentsMargins({});
    for (QWidget *widget : widgets)
        layout->addWidget(widget);
    layout->addStretch();
    return field;
}

} // namespace

AccountPage::AccountPage(AccountManager &accounts, Theme &theme, QWidget *parent)
    : SettingsPage(tr("Account"), theme, parent)
    , m_accounts(accounts)
    , m_session(*accounts.session())
    , m_name(new QLineEdit(this))
    , m_oldPassword(new QLineEdit(this))
    , m_newPassword(new QLineEdit(this))
    , m_changePassword(new QPushButton(tr("Change the password"), this))
    , m_saveCopy(new QPushButton(tr("Save a copy…"), this))
    , m_copySaved(new QLabel(this))
{
    addName();
    addPicture();
    addPassword();
    addCopy();
    addLeaving();
}

void AccountPage::addName()
{
    m_name->setObjectName(QStringLiteral("displayName"));
    m_name->setMaxLength(Limits::displayNameLength);
    m_name->setText(m_session.account().user.displayName);
    connect(m_name, &QLineEdit::editingFinished, this, &AccountPage::saveName);
    addRow(m_name,
           {tr("Name that others see"), tr("display name nickname profile rename"),
            tr("You are %1 at %2.").arg(m_session.account().user.username, m_session.server().toString())});
}

void AccountPage::addPicture()
{
    auto *choose = new QPushButton(tr("Choose a picture…"), this);
    auto *remove = new QPushButton(tr("Remove it"), this);
    choose->setObjectName(QStringLiteral("choosePicture"));
    remove->setObjectName(QStringLiteral("removePicture"));
    remove->setAccessibleName(tr("Remove the picture"));
    connect(choose, &QPushButton::clicked, this, &AccountPage::choosePicture);
    connect(remove, &QPushButton::clicked, this, &AccountPage::removePicture);
    addRow(beside({choose, remove}, this), {tr("Picture"), tr("avatar photo portrait profile image upload")});
}

void AccountPage::addPassword()
{
    m_oldPassword->setObjectName(QStringLiteral("oldPassword"));
    m_newPassword->setObjectName(QStringLiteral("newPassword"));
    m_changePassword->setObjectName(QStringLiteral("changePassword"));
    for (QLineEdit *field : {m_oldPassword, m_newPassword})
        field->setEchoMode(QLineEdit::Password);
    addRow(m_oldPassword, {tr("Present password"), tr("secret change security")});
    addRow(m_newPassword,
           {tr("New password"), tr("secret change security"),
            tr("At least %1 characters. Your other devices are signed out.")
                .arg(QLocale().toString(Limits::passwordMinCodePoints))});
    addRow(beside({m_changePassword}, this), {QString(), tr("change password")});
    const auto refresh = [this] {
        m_changePassword->setEnabled(!m_oldPassword->text().isEmpty()
                                     && m_newPassword->text().toUcs4().size()
                                         >= Limits::passwordMinCodePoints);
    };
    for (QLineEdit *field : {m_oldPassword, m_newPassword})
        connect(field, &QLineEdit::textChanged, m_changePassword, refresh);
    connect(m_changePassword, &QPushButton::clicked, this, &AccountPage::savePassword);
    refresh();
}

void AccountPage::addCopy()
{
    m_saveCopy->setObjectName(QStringLiteral("saveCopy"));
    m_copySaved->setObjectName(QStringLiteral("copySaved"));
    connect(m_saveCopy, &QPushButton::clicked, this, &AccountPage::chooseCopy);
    addRow(beside({m_saveCopy, m_copySaved}, this),
           {tr("What the server keeps about you"), tr("export download data backup archive messages privacy"),
            tr("Your account, conversations, messages and all else, as a file of JSON lines.")});
}

void AccountPage::addLeaving()
{
    auto *leave = new QPushButton(tr("Sign out"), this);
    leave->setObjectName(QStringLiteral("signOut"));
    connect(leave, &QPushButton::clicked, this, &AccountPage::signOutRequested);
    addRow(beside({leave}, this),
           {tr("Leave this computer"), tr("log out sign off account remove end session"),
            tr("What is stored here of this account is removed.")});
    auto *end = new QPushButton(tr("Delete the account…"), this);
    end->setObjectName(QStringLiteral("deleteAccount"));
    connect(end, &QPushButton::clicked, this,
            [this] { (new DeleteAccountDialog(m_accounts, m_session, this))->open(); });
    addRow(beside({end}, this), {tr("Leave for good"), tr("delete erase close account remove messages")});
}

void AccountPage::choosePicture()
{
    auto *dialog = new QFileDialog(this, tr("Choose a picture"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setMimeTypeFilters(
        {QStringLiteral("image/jpeg"), QStringLiteral("image/png"), QStringLiteral("image/webp")});
    connect(dialog, &QFileDialog::fileSelected, this, &AccountPage::savePicture);
    dialog->open();
}

void AccountPage::chooseCopy()
{
    auto *dialog = new QFileDialog(this, tr("Save a copy"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("jsonl"));
    dialog->selectFile(m_session.account().user.username + QStringLiteral(".jsonl"));
    connect(dialog, &QFileDialog::fileSelected, this, &AccountPage::saveCopy);
    dialog->open();
}

void AccountPage::tell(const Result<void> &done)
{
    showError(done ? QString() : done.error().detail);
}

QCoro::Task<void> AccountPage::saveName()
{
    const QPointer<AccountPage> self(this);
    const QString name = m_name->text().trimmed();
    if (name.isEmpty() || name == m_session.account().user.displayName) {
        m_name->setText(m_session.account().user.displayName);
        co_return;
    }
    const auto done = co_await m_session.profile().setDisplayName(name);
    if (!self)
        co_return;
    tell(done);
}

QCoro::Task<void> AccountPage::savePicture(QString path)
{
    const QPointer<AccountPage> self(this);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > pictureBytes) {
        showError(file.isOpen() ? tr("The picture is too large.") : file.errorString());
        co_return;
    }
    const QByteArray image = file.readAll();
    const QByteArray type = QMimeDatabase().mimeTypeForData(image).name().toLatin1();
    const auto done = co_await m_session.profile().setPicture(image, type);
    if (self)
        tell(done);
}

QCoro::Task<void> AccountPage::removePicture()
{
    const QPointer<AccountPage> self(this);
    const auto done = co_await m_session.profile().removePicture();
    if (self)
        tell(done);
}

QCoro::Task<void> AccountPage::savePassword()
{
    const QPointer<AccountPage> self(this);
    m_changePassword->setEnabled(false);
    const QString before = m_oldPassword->text();
    const QString after = m_newPassword->text();
    const auto done = co_await m_session.profile().changePassword(before, after);
    if (!self)
        co_return;
    tell(done);
    if (done)
        m_newPassword->clear();
    m_oldPassword->clear(); // it was wrong, or is the one before now
}

QCoro::Task<void> AccountPage::saveCopy(QString path)
{
    const QPointer<AccountPage> self(this);
    m_saveCopy->setEnabled(false);
    m_copySaved->setText(tr("Saving…"));
    const auto done = co_await m_session.profile().saveCopy(path);
    if (!self)
        co_return;
    m_saveCopy->setEnabled(true);
    m_copySaved->setText(done ? tr("Saved.") : QString());
    tell(done);
}

} // namespace Hearth
