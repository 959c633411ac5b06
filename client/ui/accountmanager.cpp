// SPDX-License-Identifier: Apache-2.0
#include "ui/accountmanager.h"

#include "core/profile.h"
#include "core/session.h"
#include "platform/secretstore.h"
#include "wire/limits.h"

#include <QCryptographicHash>
#include <QLocale>
#include <QPointer>
#include <QSysInfo>

#include <vector>

namespace Hearth {

namespace {

constexpr int folderNameLength = 32;

// Names an account in the keychain and, hashed, in the file system: the same user id may exist on two
// servers.
QString secretKey(const KnownAccount &account)
{
    return account.user.id + u'@' + account.server.toString();
}

QString folderName(const KnownAccount &account)
{
    const QByteArray key = secretKey(account).toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex())
        .left(folderNameLength);
}

constexpr auto accessMark = QLatin1StringView("access "); // no refresh token has a blank

QString secretOf(const AuthTokens &tokens)
{
    return tokens.refreshToken.isEmpty() ? accessMark + tokens.accessToken : tokens.refreshToken;
}

AuthTokens tokensOf(const QString &secret)
{
    AuthTokens tokens;
    if (secret.startsWith(accessMark))
        tokens.accessToken = secret.mid(accessMark.size());
    else
        tokens.refreshToken = secret;
    return tokens;
}

KnownAccount accountOf(const Session &session)
{
    return {session.server(), session.account().user};
}

tl::unexpected<Error> nobodyThere(const QUrl &server, const Error &error)
{
    QString detail = AccountManager::tr("No server answers at %1. %2").arg(server.toString(), error.detail);
    if (server.scheme() == QLatin1String("https")) {
        detail += u' ' + AccountManager::tr("If it has no encryption, write http:// before the address.");
    }
    return fail(error.code, detail);
}

tl::unexpected<Error> probeError(const QUrl &server, const Error &error)
{
    if (error.code == ErrorCode::Unavailable)
        return nobodyThere(server, error);
    return fail(error.code,
                AccountManager::tr("What answers at %1 is not a Hearth server.").arg(server.toString()));
}

tl::unexpected<Error> loginError(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Unauthorized:
        return fail(error.code, AccountManager::tr("The username or the password is wrong."), error.pointer);
    case ErrorCode::RateLimited:
        return fail(error.code, AccountManager::tr("Too many attempts. Wait a moment and try again."));
    default: return fail(error);
    }
}

tl::unexpected<Error> tokenError(const Error &error)
{
    if (error.code != ErrorCode::Unauthorized && error.code != ErrorCode::TokenExpired)
        return loginError(error);
    return fail(error.code, AccountManager::tr("The server does not accept this token. It may have expired."),
                QStringLiteral("/token"));
}

tl::unexpected<Error> registerError(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Conflict:
        return fail(error.code, AccountManager::tr("This username is taken. Choose another one."),
                    QStringLiteral("/username"));
    case ErrorCode::InvalidField:
        if (error.pointer == QLatin1String("/password"))
            return fail(error.code,
                        AccountManager::tr("The password is too short: it needs at least %1 characters.")
                            .arg(QLocale().toString(Limits::passwordMinCodePoints)),
                        error.pointer);
        return fail(error);
    case ErrorCode::RateLimited: return loginError(error);
    default: return fail(error);
    }
}

} // namespace

AccountManager::AccountManager(QString dataDir, ClientSettings &settings, SecretStore &secrets,
                               QObject *parent)
    : QObject(parent)
    , m_dataDir(std::move(dataDir))
    , m_settings(settings)
    , m_secrets(secrets)
{ }

// Sessions tell of their end no more: who shows them has gone before.
AccountManager::~AccountManager() = default;

void AccountManager::select(Session *session)
{
    if (session == m_current || !m_sessions.contains(session))
        return;
    m_current = session;
    m_settings.setAccount(accountOf(*session));
    Q_EMIT currentChanged();
}

QCoro::Task<void> AccountManager::restore()
{
    const QPointer<AccountManager> self(this);
    const std::optional<KnownAccount> latest = m_settings.account();
    std::vector<QCoro::Task<void>> restoring;
    for (const KnownAccount &account : m_settings.accounts())
        restoring.push_back(restore(account, account == latest));
    for (QCoro::Task<void> &one : restoring)
        co_await one;
    if (self && !m_current)
        select(m_sessions.value(0)); // the latest could not be opened
}

// What is stored is shown at once; the keychain may take its time.
QCoro::Task<void> AccountManager::restore(KnownAccount account, bool latest)
{
    const QPointer<AccountManager> self(this);
    m_unread.insert(secretKey(account));
    auto reading = m_secrets.read(secretKey(account));
    AuthTokens none;
    const Result<void> started = co_await startSession(account, std::move(none));
    if (!self)
        co_return;
    if (!started) {
        m_unread.remove(secretKey(account));
        co_return;
    }
    if (latest)
        select(sessionOf(account));
    const auto secret = co_await reading;
    if (self)
        useSecret(account, secret);
}

QCoro::Task<void> AccountManager::readToken(KnownAccount account)
{
    const QPointer<AccountManager> self(this);
    const auto secret = co_await m_secrets.read(secretKey(account));
    if (self)
        useSecret(account, secret);
}

// Whoever has signed in meanwhile has a later one.
void AccountManager::useSecret(const KnownAccount &account, const Result<std::optional<QString>> &secret)
{
    const QString key = secretKey(account);
    Session *session = sessionOf(account);
    if (!session || !m_unread.contains(key))
        return;
    if (!secret) {
        Q_EMIT tokenNotRead(secret.error());
        return;
    }
    m_unread.remove(key);
    if (*secret) {
        const AuthTokens tokens = tokensOf(**secret);
        if (tokens.refreshToken.isEmpty())
            m_byToken.insert(key);
        session->useTokens(tokens);
    }
    tellIfAllIsKept();
}

QCoro::Task<Result<void>> AccountManager::signIn(QUrl server, LoginRequest request)
{
    const QPointer<AccountManager> self(this);
    if (const auto there = co_await probe(server); !there)
        co_return probeError(server, there.error());
    request.deviceName = QSysInfo::machineHostName();
    const auto tokens = co_await login(server, request);
    if (!tokens)
        co_return loginError(tokens.error());
    if (!self)
        co_return fail(ErrorCode::Unavailable, {});
    co_return co_await adopt(server, *tokens);
}

QCoro::Task<Result<void>> AccountManager::createAccount(QUrl server, RegisterRequest request)
{
    const QPointer<AccountManager> self(this);
    if (const auto there = co_await probe(server); !there)
        co_return probeError(server, there.error());
    request.deviceName = QSysInfo::machineHostName();
    const auto tokens = co_await registerAccount(server, request);
    if (!tokens)
        co_return registerError(tokens.error());
    if (!self)
        co_return fail(ErrorCode::Unavailable, {});
    co_return co_await adopt(server, *tokens);
}

QCoro::Task<Result<void>> AccountManager::signInByToken(QUrl server, QString pasted,
                                                        std::optional<UserId> only)
{
    const QString token = pasted.simplified().remove(u' '); // it may have been broken into lines
    const QPointer<AccountManager> self(this);
    if (const auto there = co_await probe(server); !there)
        co_return probeError(server, there.error());
    const auto tokens = co_await checkToken(server, token);
    if (!tokens)
        co_return tokenError(tokens.error());
    if (!self)
        co_return fail(ErrorCode::Unavailable, {});
    const User &user = tokens->user.user;
    if (only && user.id != *only)
        co_return fail(ErrorCode::Forbidden,
                       tr("This token belongs to another account: %1.").arg(user.username));
    co_return co_await adopt(server, *tokens);
}

bool AccountManager::isByToken(const KnownAccount &account) const
{
    return m_byToken.contains(secretKey(account));
}

QCoro::Task<Result<void>> AccountManager::adopt(QUrl server, AuthTokens tokens)
{
    const KnownAccount account{server, tokens.user.user};
    m_settings.addRecentServer(server);
    m_settings.setAccount(account);
    const QString key = secretKey(account);
    keepToken(key, secretOf(tokens));
    m_byToken.remove(key);
    if (tokens.refreshToken.isEmpty())
        m_byToken.insert(key);
    if (Session *known = sessionOf(account)) {
        known->useTokens(tokens);
        select(known);
        co_return Result<void>();
    }
    const QPointer<AccountManager> self(this);
    const Result<void> started = co_await startSession(account, tokens);
    if (started && self)
        select(sessionOf(account));
    co_return started;
}

QCoro::Task<Result<void>> AccountManager::startSession(KnownAccount account, AuthTokens tokens)
{
    const QPointer<AccountManager> self(this);
    Account user = tokens.user;
    user.user = account.user;
    const Session::Config config{
        .server = account.server,
        .dataDir = m_dataDir + QStringLiteral("/accounts/") + folderName(account),
        .tokens = tokens,
        .account = user,
    };
    const QPointer<Session> session(new Session(config, this));
    m_sessions.append(session);
    m_starting.insert(session);
    connect(session, &Session::tokensChanged, this,
            [this, key = secretKey(account)](const auto &changed) { keepToken(key, secretOf(changed)); });
    const Result<void> started = co_await session->start();
    if (!self || !session)
        co_return fail(ErrorCode::Unavailable, {});
    if (!started) {
        letGo(session);
        session->deleteLater(); // it may be the one that called
        co_return fail(started.error());
    }
    m_starting.remove(session);
    Q_EMIT sessionStarted(session);
    co_return Result<void>();
}

QCoro::Task<void> AccountManager::signOut()
{
    return leave(m_current);
}

QCoro::Task<Result<void>> AccountManager::deleteAccount(Session &session, QString password,
                                                        ErasedMessages messages)
{
    const QPointer<AccountManager> self(this);
    const QPointer<Session> leaving(&session);
    const auto deleted = co_await session.profile().deleteAccount(password, messages);
    if (deleted && self && m_sessions.contains(leaving))
        co_await leave(leaving);
    co_return deleted;
}

QCoro::Task<void> AccountManager::leave(Session *session)
{
    const QPointer<AccountManager> self(this);
    const QPointer<Session> leaving(session);
    if (!leaving)
        co_return;
    const KnownAccount account = accountOf(*leaving);
    letGo(leaving);
    m_settings.forgetAccount(account);
    select(m_sessions.value(0));
    const QString key = secretKey(account);
    m_unsaved.remove(key);
    m_unread.remove(key);
    m_byToken.remove(key);
    tellIfAllIsKept();
    co_await m_secrets.remove(key);
    if (!self)
        co_return;
    co_await leaving->signOut();
    if (leaving)
        leaving->deleteLater();
}

void AccountManager::tryAgain()
{
    const auto unsaved = m_unsaved;
    for (auto token = unsaved.cbegin(); token != unsaved.cend(); ++token)
        keepToken(token.key(), token.value());
    const auto sessions = m_sessions;
    for (const Session *session : sessions) {
        if (const KnownAccount account = accountOf(*session); isTokenMissing(account))
            readToken(account);
    }
}

bool AccountManager::isTokenMissing(const KnownAccount &account) const
{
    return m_unread.contains(secretKey(account));
}

// The token before this one is spent: where the new one cannot be kept, the old one must not stay either.
QCoro::Task<void> AccountManager::keepToken(QString key, QString secret)
{
    const QPointer<AccountManager> self(this);
    m_unsaved.insert(key, secret);
    m_unread.remove(key);
    const auto written = co_await m_secrets.write(key, secret);
    if (!self || m_unsaved.value(key) != secret)
        co_return;
    if (written) {
        m_unsaved.remove(key);
        tellIfAllIsKept();
        co_return;
    }
    co_await m_secrets.remove(key);
    if (self)
        Q_EMIT tokenNotSaved(written.error());
}

void AccountManager::tellIfAllIsKept()
{
    if (m_unsaved.isEmpty() && m_unread.isEmpty())
        Q_EMIT tokensKept();
}

Session *AccountManager::sessionOf(const KnownAccount &account) const
{
    for (Session *session : m_sessions) {
        if (session->server() == account.server && session->userId() == account.user.id)
            return session;
    }
    return nullptr;
}

void AccountManager::letGo(Session *session)
{
    if (!m_starting.remove(session))
        Q_EMIT sessionAboutToEnd(session);
    m_sessions.removeOne(session);
    if (m_current != session)
        return;
    m_current = nullptr;
    Q_EMIT currentChanged();
}

} // namespace Hearth
