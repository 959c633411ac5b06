// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/stage.h"
#include "platform/chosensecretstore.h"
#include "platform/colorscheme.h"
#include "ui/accountmanager.h"
#include "ui/appearance.h"
#include "ui/mainwindow.h"

namespace Hearth {
class TimelineView;
}

namespace Hearth::Bench {

// In place of the keychain, which asks people and is not everywhere: ana's token lies in her folder.
class FileSecretStore : public SecretStore
{
public:
    explicit FileSecretStore(const QString &folder);
    QCoro::Task<Result<std::optional<QString>>> read(QString key) override;
    QCoro::Task<Result<void>> write(QString key, QString secret) override;
    QCoro::Task<Result<void>> remove(QString key) override;

private:
    QSettings m_file;
};

// Ana's window, as the program makes it.
class Desk
{
public:
    explicit Desk(const Place &place);

    void signIn();
    void begin(); // with the account of the last run
    void waitUntilOnline();
    void open(const QString &conversation);
    void comeToFront(); // shortcuts work only there

    [[nodiscard]] Session &session() { return *m_accounts.session(); }
    [[nodiscard]] TimelineView &timeline();
    [[nodiscard]] QWidget &composer();

    void searchFor(const QString &word); // everywhere, until something is found; and back

    // Input as the window system brings it.
    [[nodiscard]] static QEvent *keyPress(QChar letter);
    [[nodiscard]] static QEvent *wheel(const QWidget &over, int pixels);

private:
    const Place &m_place;
    ClientSettings m_settings;
    FileSecretStore m_keychain;
    ChosenSecretStore m_secrets;
    ColorScheme m_desktop;
    Appearance m_appearance;
    AccountManager m_accounts;
    MainWindow m_window;
};

} // namespace Hearth::Bench
