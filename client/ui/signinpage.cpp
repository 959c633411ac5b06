// SPDX-License-Identifier: Apache-2.0
#include "ui/signinpage.h"

#include "ui/errorlabel.h"
#include "ui/iconbutton.h"
#include "ui/paint.h"
#include "ui/pillbutton.h"
#include "ui/serveraddress.h"
#include "wire/limits.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Hearth {

namespace {

constexpr int formWidth = 340;
constexpr int logoSize = 72;

void name(QWidget *widget, const QString &objectName, const QString &accessibleName)
{
    widget->setObjectName(objectName);
    widget->setAccessibleName(accessibleName);
}

} // namespace

SignInPage::SignInPage(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_back(new IconButton(QStringLiteral("back"), tr("Back (Esc)"), theme, this))
    , m_settings(new IconButton(QStringLiteral("settings"), tr("Settings (Ctrl+,)"), theme, this))
    , m_signIn(new PillButton(tr("Sign in"), theme, this))
    , m_create(new PillButton(tr("Create account"), theme, this))
    , m_byToken(new QPushButton(this))
    , m_server(new QComboBox(this))
    , m_username(new QLineEdit(this))
    , m_displayName(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_invite(new QLineEdit(this))
    , m_token(new QLineEdit(this))
    , m_error(new ErrorLabel(QStringLiteral("signInError"), this))
    , m_submit(new QPushButton(this))
{
    setObjectName(QStringLiteral("signInPage"));
    m_back->setObjectName(QStringLiteral("signInBack"));
    m_back->setDirectional(true);
    m_back->setShortcut(Qt::Key_Escape);
    m_back->hide();
    m_settings->setObjectName(QStringLiteral("signInSettings")); // a proxy may be needed before anything else
    makeFields();
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget(scroll);
    auto *centred = new QVBoxLayout(content);
    centred->setContentsMargins(24, 24, 24, 24);
    centred->addStretch(2);
    centred->addWidget(makeForm(), 0, Qt::AlignHCenter);
    centred->addStretch(3);
    scroll->setWidget(content);
    auto *top = new QHBoxLayout;
    top->addWidget(m_back);
    top->addStretch();
    top->addWidget(m_settings);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(scroll);

    for (QLineEdit *field : {m_username, m_displayName, m_password, m_invite, m_token, m_server->lineEdit()})
        connect(field, &QLineEdit::returnPressed, this, &SignInPage::submit);
    connect(m_submit, &QPushButton::clicked, this, &SignInPage::submit);
    connect(m_back, &QAbstractButton::clicked, this, &SignInPage::backRequested);
    connect(m_settings, &QAbstractButton::clicked, this, &SignInPage::settingsRequested);
    setWay(Way::Password);
}

void SignInPage::setBackVisible(bool visible)
{
    m_back->setVisible(visible);
}

void SignInPage::makeFields()
{
    m_server->setEditable(true);
    m_server->setInsertPolicy(QComboBox::NoInsert);
    m_server->lineEdit()->setPlaceholderText(QStringLiteral("chat.example.org"));
    name(m_server, QStringLiteral("serverField"), tr("Server"));
    name(m_server->lineEdit(), QStringLiteral("serverEdit"), tr("Server"));
    name(m_username, QStringLiteral("usernameField"), tr("Username"));
    name(m_displayName, QStringLiteral("displayNameField"), tr("Name that others see"));
    name(m_password, QStringLiteral("passwordField"), tr("Password"));
    name(m_invite, QStringLiteral("inviteField"), tr("Invite code, if one is needed"));
    name(m_token, QStringLiteral("tokenField"), tr("Token"));
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setPlaceholderText(tr("An access token that you were given"));
    m_username->setMaxLength(Limits::usernameLength);
    m_displayName->setMaxLength(Limits::displayNameLength);
    m_password->setEchoMode(QLineEdit::Password);
    m_submit->setObjectName(QStringLiteral("signInButton"));
    m_submit->setDefault(true);
}

QWidget *SignInPage::makeChoice()
{
    auto *choice = new QWidget(this);
    auto *group = new QButtonGroup(choice);
    group->addButton(m_signIn);
    group->addButton(m_create);
    m_signIn->setObjectName(QStringLiteral("chooseSignIn"));
    m_create->setObjectName(QStringLiteral("chooseCreate"));
    m_byToken->setObjectName(QStringLiteral("chooseToken"));
    m_byToken->setFlat(true);
    m_byToken->setFocusPolicy(Qt::TabFocus);
    connect(m_signIn, &QAbstractButton::clicked, this, [this] { setWay(Way::Password); });
    connect(m_create, &QAbstractButton::clicked, this, [this] { setWay(Way::Create); });
    connect(m_byToken, &QAbstractButton::clicked, this, [this] {
        setWay(m_way == Way::Token ? Way::Password : Way::Token);
        (m_way == Way::Token ? m_token : m_password)->setFocus();
    });
    auto *layout = new QHBoxLayout(choice);
    layout->setContentsMargins({});
    layout->addStretch();
    layout->addWidget(m_signIn);
    layout->addWidget(m_create);
    layout->addStretch();
    return choice;
}

QWidget *SignInPage::makeForm()
{
    auto *form = new QWidget(this);
    form->setFixedWidth(formWidth);
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins({});
    layout->setSpacing(2);

    auto *logo = new QLabel(form);
    logo->setPixmap(
        QIcon(QStringLiteral(":/icons/logo.svg")).pixmap(QSize(logoSize, logoSize), devicePixelRatioF()));
    logo->setAlignment(Qt::AlignCenter);
    auto *title = new QLabel(QStringLiteral("Hearth"), form);
    title->setFont(relativeFont(font(), 1.7, QFont::DemiBold));
    title->setAlignment(Qt::AlignCenter);
    layout->addWidget(logo);
    layout->addWidget(title);
    layout->addSpacing(8);
    layout->addWidget(makeChoice());
    layout->addSpacing(8);

    addField(*layout, m_server, {Way::Password, Way::Create, Way::Token});
    addField(*layout, m_username, {Way::Password, Way::Create});
    addField(*layout, m_displayName, {Way::Create});
    addField(*layout, m_password, {Way::Password, Way::Create});
    addField(*layout, m_invite, {Way::Create});
    addField(*layout, m_token, {Way::Token});
    layout->addWidget(m_error);
    layout->addSpacing(6);
    layout->addWidget(m_submit);
    layout->addSpacing(6);
    layout->addWidget(m_byToken, 0, Qt::AlignHCenter);
    return form;
}

void SignInPage::addField(QVBoxLayout &form, QWidget *field, const QList<Way> &ways)
{
    auto *box = new QWidget(this);
    auto *lines = new QVBoxLayout(box);
    lines->setContentsMargins(0, 0, 0, 8);
    lines->setSpacing(4);
    auto *label = new QLabel(field->accessibleName(), box);
    label->setFont(relativeFont(font(), 0.92, QFont::Medium));
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setBuddy(field);
    lines->addWidget(label);
    lines->addWidget(field);
    form.addWidget(box);
    m_fields.insert(box, ways);
}

void SignInPage::setRecentServers(const QStringList &servers)
{
    const QString typed = m_server->currentText();
    m_server->clear();
    m_server->addItems(servers);
    m_server->setCurrentText(typed.isEmpty() ? servers.value(0) : typed);
    (m_server->currentText().isEmpty() ? static_cast<QWidget *>(m_server) : m_username)->setFocus();
}

void SignInPage::fillIn(const QString &server, const QString &username)
{
    m_server->setCurrentText(server);
    m_username->setText(username);
    m_password->clear();
    m_token->clear();
    (username.isEmpty() ? m_username : m_password)->setFocus();
}

void SignInPage::setWay(Way way)
{
    m_way = way;
    (way == Way::Create ? m_create : m_signIn)->setChecked(true);
    m_byToken->setText(way == Way::Token ? tr("Sign in with a password") : tr("Sign in with a token"));
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field)
        field.key()->setVisible(field.value().contains(way));
    showError({});
    setBusy(false);
}

void SignInPage::setBusy(bool busy)
{
    for (QWidget *widget : QList<QWidget *>{m_server, m_username, m_displayName, m_password, m_invite,
                                            m_token, m_signIn, m_create, m_byToken, m_submit})
        widget->setEnabled(!busy);
    if (busy)
        m_submit->setText(tr("Connecting…"));
    else
        m_submit->setText(m_way == Way::Create ? tr("Create account") : tr("Sign in"));
}

void SignInPage::showError(const QString &sentence, const QString &pointer)
{
    m_error->showText(sentence);
    QWidget *field = pointer == QLatin1String("/username") ? m_username
        : pointer == QLatin1String("/server")              ? static_cast<QWidget *>(m_server)
        : pointer == QLatin1String("/invite")              ? m_invite
        : m_way == Way::Token                              ? m_token
                                                           : m_password;
    if (!sentence.isEmpty())
        field->setFocus();
}

QString SignInPage::error() const
{
    return m_error->text();
}

void SignInPage::submit()
{
    showError({});
    const Result<QUrl> server = parseServerAddress(m_server->currentText());
    if (!server) {
        showError(server.error().detail, QStringLiteral("/server"));
        return;
    }
    if (!isComplete())
        return;
    setBusy(true);
    if (m_way == Way::Token) {
        SignInRequest request;
        request.server = *server;
        request.token = m_token->text();
        Q_EMIT submitted(request);
        return;
    }
    Q_EMIT submitted({
        .server = *server,
        .createAccount = m_way == Way::Create,
        .username = m_username->text().trimmed(),
        .password = m_password->text(),
        .displayName = m_displayName->text().trimmed(),
        .invite = m_invite->text().trimmed(),
    });
}

bool SignInPage::isComplete()
{
    if (m_way == Way::Token && m_token->text().trimmed().isEmpty()) {
        showError(tr("Paste your token."));
        return false;
    }
    if (m_way == Way::Token)
        return true;
    if (m_username->text().trimmed().isEmpty()) {
        showError(tr("Enter your username."), QStringLiteral("/username"));
        return false;
    }
    const qsizetype length = m_password->text().toUcs4().size();
    if (length == 0) {
        showError(tr("Enter your password."));
        return false;
    }
    if (m_way == Way::Create && length < Limits::passwordMinCodePoints) {
        showError(tr("The password is too short: it needs at least %1 characters.")
                      .arg(QLocale().toString(Limits::passwordMinCodePoints)));
        return false;
    }
    return true;
}

} // namespace Hearth
