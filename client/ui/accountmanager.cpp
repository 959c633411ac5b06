// SPDX-License-Identifier: Apache-2.0
#include "ui/accountmanager.h"

#include "core/session.h"
#include "platform/secretstore.h"
#include "wire/limits.h"

#include <QCryptographicHash>
#include <QPointer>
#include <QSysInfo>

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
                            .arg(Limits::passwordMinCodePoints),
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

AccountManager::~AccountManager() = default;

// What is stored is shown at once; the keychain may take its time.
QCoro::Task<void> AccountManager::restore()
{
    const QPointer<AccountManager> self(this);
    const std::optional<KnownAccount> account = m_settings.account();
    if (!account)
        co_return;
    auto reading = m_secrets.read(secretKey(*account));
    AuthTokens none;
    const Result<void> started = co_await startSession(*account, std::move(none));
    if (!started || !self)
        co_return;
    const QPointer<Session> session(m_session.get());
    const auto secret = co_await reading;
    if (!self || !session || !secret || !*secret)
        co_return;
    AuthTokens tokens;
    tokens.refreshToken = **secret;
    session->useTokens(tokens);
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

QCoro::Task<Result<void>> AccountManager::adopt(QUrl server, AuthTokens tokens)
{
    const KnownAccount account{server, tokens.user.user};
    const bool again = m_session && m_session->server() == server && m_session->userId() == account.user.id;
    m_settings.addRecentServer(server);
    m_settings.setAccount(account);
    keepToken(secretKey(account), tokens.refreshToken);
    if (!again)
        co_return co_await startSession(account, tokens);
    m_session->useTokens(tokens);
    co_return Result<void>();
}

QCoro::Task<Result<void>> AccountManager::startSession(KnownAccount account, AuthTokens tokens)
{
    const QPointer<AccountManager> self(this);
    endSession();
    Account user = tokens.user;
    user.user = account.user;
    m_session = std::make_unique<Session>(Session::Config{
        .server = account.server,
        .dataDir = m_dataDir + QStringLiteral("/accounts/") + folderName(account),
        .tokens = tokens,
        .account = user,
    });
    const QPointer<Session> session(m_session.get());
    connect(m_session.get(), &Session::tokensChanged, this,
            [this, key = secretKey(account)](const auto &changed) { keepToken(key, changed.refreshToken); });
    const Result<void> started = co_await session->start();
    if (!self || !session)
        co_return fail(ErrorCode::Unavailable, {});
    if (!started) {
        endSession();
        co_return fail(started.error());
    }
    Q_EMIT sessionStarted();
    co_return Result<void>();
}

QCoro::Task<void> AccountManager::signOut()
{
    const QPointer<AccountManager> self(this);
    const std::optional<KnownAccount> account = m_settings.account();
    if (!m_session || !account)
        co_return;
    Q_EMIT sessionAboutToEnd();
    const QPointer<Session> leaving(m_session.release());
    leaving->setParent(this);
    m_settings.setAccount(std::nullopt);
    m_refreshToken.clear();
    co_await m_secrets.remove(secretKey(*account));
    if (!self)
        co_return;
    co_await leaving->signOut();
    if (leaving)
        leaving->deleteLater();
}

void AccountManager::saveToken()
{
    if (const auto account = m_settings.account(); account && !m_refreshToken.isEmpty())
        keepToken(secretKey(*account), m_refreshToken);
}

// The token before this one is spent: where the new one cannot be kept, the old one must not stay either.
QCoro::Task<void> AccountManager::keepToken(QString key, QString refreshToken)
{
    const QPointer<AccountManager> self(this);
    m_refreshToken = refreshToken;
    const auto written = co_await m_secrets.write(key, refreshToken);
    if (written || !self)
        co_return;
    co_await m_secrets.remove(key);
    if (self)
        Q_EMIT tokenNotSaved();
}

void AccountManager::endSession()
{
    if (!m_session)
        return;
    Q_EMIT sessionAboutToEnd();
    m_session.release()->deleteLater(); // it may be the one that called
}

} // namespace Hearth
