// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/types.h"
#include "ui/clientsettings.h"

#include <QCoroTask>
#include <QObject>

#include <memory>

namespace Hearth {

class SecretStore;
class Session;

// Who is signed in on this computer: signing in and out, and the refresh token in the keychain. A keychain
// that fails never signs anybody out.
class AccountManager : public QObject
{
    Q_OBJECT

public:
    AccountManager(QString dataDir, ClientSettings &settings, SecretStore &secrets,
                   QObject *parent = nullptr);
    ~AccountManager() override;

    [[nodiscard]] Session *session() const { return m_session.get(); } // null: nobody is signed in

    // Goes on with the account of the last run, if there is one; also without network and keychain.
    QCoro::Task<void> restore();

    // Errors carry a sentence for the person. Signing in again as the same user keeps drafts and outbox.
    QCoro::Task<Result<void>> signIn(QUrl server, LoginRequest request);
    QCoro::Task<Result<void>> createAccount(QUrl server, RegisterRequest request);
    QCoro::Task<void> signOut();

    void saveToken(); // once more, after tokenNotSaved()

Q_SIGNALS:
    void sessionAboutToEnd(); // let go of session()
    void sessionStarted();
    void tokenNotSaved();

private:
    QCoro::Task<Result<void>> adopt(QUrl server, AuthTokens tokens);
    QCoro::Task<Result<void>> startSession(KnownAccount account, AuthTokens tokens);
    QCoro::Task<void> keepToken(QString key, QString refreshToken);
    void endSession();

    const QString m_dataDir;
    ClientSettings &m_settings;
    SecretStore &m_secrets;
    std::unique_ptr<Session> m_session;
    QString m_refreshToken;
};

} // namespace Hearth
