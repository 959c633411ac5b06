// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fakesession.h"
#include "platform/chosensecretstore.h"
#include "platform/colorscheme.h"
#include "platform/memorysecretstore.h"
#include "ui/accountmanager.h"
#include "ui/appearance.h"
#include "ui/mainwindow.h"
#include "ui/workspace.h"

#include <QTemporaryDir>
#include <QTest>

namespace Hearth::Test {

// A test of the whole window, over a fake session. Its init() calls openWindow() and its cleanup()
// closeWindow().
class WindowTest : public QObject
{
protected:
    void openWindow()
    {
        m_data = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<ClientSettings>(m_data->path());
        m_desktop = std::make_unique<ColorScheme>();
        m_appearance = std::make_unique<Appearance>(*qApp, *m_settings, *m_desktop);
        m_secrets = std::make_unique<MemorySecretStore>();
        beginProgram();
    }

    // With what the last one left behind in files and in the keychain.
    void beginProgram()
    {
        m_chosen = std::make_unique<ChosenSecretStore>(*m_secrets, sealedFile(), cheap);
        m_accounts = std::make_unique<AccountManager>(m_data->path(), *m_settings, *m_chosen);
        m_window = std::make_unique<MainWindow>(*m_accounts, *m_appearance, *m_settings, *m_chosen);
        m_window->resize(1280, 800);
        m_window->show();
    }

    void closeWindow()
    {
        m_window.reset();
        m_accounts.reset();
        m_chosen.reset();
    }

    [[nodiscard]] QString sealedFile() const { return m_data->filePath(QStringLiteral("signins.sealed")); }

    static AuthTokens tokensOf(const User &user, const QString &refreshToken)
    {
        AuthTokens tokens;
        tokens.refreshToken = refreshToken;
        tokens.user.user = user;
        return tokens;
    }

    void signIn(const User &user)
    {
        serverAnswers() = {};
        serverAnswers().tokens = tokensOf(user, QStringLiteral("refresh-1"));
        m_window->signIn({QUrl(QStringLiteral("http://localhost:9097")),
                          false,
                          user.username,
                          QStringLiteral("password"),
                          {},
                          {}});
        QVERIFY(m_accounts->session());
    }

    // After what the conversations hold was filled in.
    void showConversations()
    {
        Q_EMIT session().conversationsReset();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    Session &session() { return *m_accounts->session(); }
    FakeSession &fake() { return fakeOf(session()); }
    Workspace &workspace() { return *m_window->workspace(); }

    template<typename T>
    T *find(const QString &objectName)
    {
        return m_window->findChild<T *>(objectName);
    }

    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<ClientSettings> m_settings;
    std::unique_ptr<ColorScheme> m_desktop;
    std::unique_ptr<Appearance> m_appearance;
    static constexpr SealCost cheap{1, 8};

    std::unique_ptr<MemorySecretStore> m_secrets; // the keychain
    std::unique_ptr<ChosenSecretStore> m_chosen;
    std::unique_ptr<AccountManager> m_accounts;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace Hearth::Test
