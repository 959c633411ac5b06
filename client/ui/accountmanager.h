// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/types.h"
#include "ui/clientsettings.h"
#include "util/result.h"
#include "wire/accounts.h"

#include <QCoroTask>
#include <QHash>
#include <QObject>
#include <QSet>

namespace Hearth {

class SecretStore;
class Session;

// Who is signed in on this computer, each connected all the time: signing in and out, and what is kept in
// the keychain, or where else secrets are, for the next start: a refresh token, or an access token where
// there is no other. A keychain that fails never signs anybody out.
class AccountManager : public QObject
{
    Q_OBJECT

public:
    AccountManager(QString dataDir, ClientSettings &settings, SecretStore &secrets,
                   QObject *parent = nullptr);
    ~AccountManager() override;

    [[nodiscard]] Session *session() const
    {
        return m_current;
    } // that is looked at; null: nobody is signed in
    [[nodiscard]] const QList<Session *> &sessions() const { return m_sessions; } // by when they signed in
    void select(Session *session); // one of sessions()

    // Goes on with the accounts of the last run, if there are any; also without network and keychain.
    QCoro::Task<void> restore();

    // Errors carry a sentence for the person. Signing in again as the same user keeps drafts and outbox;
    // another one is added to those who are there, and looked at.
    QCoro::Task<Result<void>> signIn(QUrl server, LoginRequest request);
    QCoro::Task<Result<void>> createAccount(QUrl server, RegisterRequest request);
    // An access token that somebody has from elsewhere; it must be of the user `only`, if one is named.
    QCoro::Task<Result<void>> signInByToken(QUrl server, QString pasted, std::optional<UserId> only = {});
    [[nodiscard]] bool isByToken(const KnownAccount &account) const; // as far as is known
    QCoro::Task<void> signOut(); // of session()
    QCoro::Task<Result<void>> deleteAccount(Session &session, QString password,
                                            ErasedMessages messages); // as Profile does, and signs out

    void tryAgain(); // what tokenNotSaved() and tokenNotRead() told of
    [[nodiscard]] bool isTokenMissing(const KnownAccount &account) const; // it could not be read so far

Q_SIGNALS:
    void sessionStarted(Session *session);
    void sessionAboutToEnd(Session *session); // let go of it
    void currentChanged(); // session() is another one, or nobody
    void tokenNotSaved(const Error &why);
    void tokenNotRead(const Error &why); // the account is there, without a connection
    void tokensKept(); // nothing is left of either

private:
    QCoro::Task<Result<void>> adopt(QUrl server, AuthTokens tokens);
    QCoro::Task<void> restore(KnownAccount account, bool latest);
    QCoro::Task<void> readToken(KnownAccount account);
    void useSecret(const KnownAccount &account, const Result<std::optional<QString>> &secret);
    QCoro::Task<Result<void>> startSession(KnownAccount account, AuthTokens tokens);
    QCoro::Task<void> leave(Session *session); // one of sessions(), or null
    QCoro::Task<void> keepToken(QString key, QString secret);
    [[nodiscard]] Session *sessionOf(const KnownAccount &account) const;
    void letGo(Session *session);
    void tellIfAllIsKept();

    const QString m_dataDir;
    ClientSettings &m_settings;
    SecretStore &m_secrets;
    QList<Session *> m_sessions; // children of this object
    Session *m_current = nullptr;
    QSet<Session *> m_starting; // not told of yet
    QHash<QString, QString> m_unsaved; // secrets that the keychain did not take, by key
    QSet<QString> m_unread; // keys whose secrets it has not given yet
    QSet<QString> m_byToken; // keys of accounts that have nothing to renew their token with
};

} // namespace Hearth
