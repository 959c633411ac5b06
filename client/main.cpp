// SPDX-License-Identifier: Apache-2.0
#include "commandline.h"
#include "platform/chosensecretstore.h"
#include "platform/desktop.h"
#include "platform/desktopcolorscheme.h"
#include "platform/keychain.h"
#include "platform/singleinstance.h"
#include "platform/systemtrayarea.h"
#include "platform/traynotifications.h"
#include "ui/accountmanager.h"
#include "ui/appearance.h"
#include "ui/desktop/shell.h"
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/preferences.h"
#include "ui/signinpage.h"

#include <QApplication>
#include <QStandardPaths>
#include <QTextStream>

#include <algorithm>

using namespace Hearth;

namespace {

// What a scripted start asks for, and the accounts of the last run: what is stored of them needs no server.
void begin(const CommandLine &options, ClientSettings &settings, AccountManager &accounts, MainWindow &window)
{
    const auto asked = [&](const KnownAccount &known) {
        return (!options.server || *options.server == known.server)
            && (options.username.isEmpty() || options.username == known.user.username);
    };
    const QList<KnownAccount> all = settings.accounts();
    const auto known = std::ranges::find_if(all, asked);
    if (known != all.end() && (options.server || !options.username.isEmpty()))
        settings.setAccount(*known);
    accounts.restore();
    if (known == all.end() && options.server) {
        window.addAccount();
        window.signInPage().fillIn(options.server->toString(), options.username);
    }
    if (options.password)
        window.signIn({*options.server, false, options.username, *options.password, {}, {}});
}

// Belongs to the person alone.
QString runtimeFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
}

// To the program that runs already.
int handOver(const SingleInstance &instance, const CommandLine &options)
{
    if (instance.tell({options.link, qEnvironmentVariable("XDG_ACTIVATION_TOKEN")}))
        return 0;
    QTextStream(stderr) << "hearth: it runs already, and does not answer" << Qt::endl;
    return 1;
}

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("hearth"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HEARTH_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.hearth.Hearth"));
}

// Asked only for words, the program needs no display.
bool isQuestion(int argc, char **argv)
{
    return std::any_of(argv + 1, argv + argc, [](const char *argument) {
        const QByteArrayView view(argument);
        return view == "--help" || view == "-h" || view == "--version" || view == "-v";
    });
}

} // namespace

int main(int argc, char **argv)
{
    nameApplication();
    if (isQuestion(argc, argv)) {
        const QCoreApplication app(argc, argv);
        (void)parseCommandLine(app); // answers, and ends the program
    }
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication app(argc, argv);

    const CommandLine options = parseCommandLine(app);
    SingleInstance instance(runtimeFolder(), options.dataDir);
    if (!instance.claim())
        return handOver(instance, options);

    ClientSettings settings(options.dataDir);
    Preferences preferences(options.dataDir);
    Language language(app, settings);
    DesktopColorScheme desktop;
    Appearance appearance(app, settings, desktop);
    if (options.appearance)
        appearance.setChoice(*options.appearance);
    Keychain keychain;
    SystemTrayArea tray;
    const auto autostart =
        desktopAutostart({QCoreApplication::applicationFilePath(), QStringLiteral("--hidden")});
    const auto badge = desktopBadge();
    const auto notifications = desktopNotifications();
    TrayNotifications balloons(tray);
    QList<NotificationService *> services{notifications.get(), &balloons};
    services.removeAll(nullptr);

    ChosenSecretStore secrets(keychain, options.dataDir + QStringLiteral("/signins.sealed"));
    AccountManager accounts(options.dataDir, settings, secrets);
    QObject::connect(&keychain, &Keychain::answeredLate, &accounts, &AccountManager::tryAgain);
    MainWindow window(accounts, appearance, settings, secrets);
    Shell shell(
        window,
        {accounts, appearance, settings, preferences, language, *autostart, tray, window.writing(), secrets},
        {services, tray, *badge});
    QObject::connect(&instance, &SingleInstance::startedAgain, &shell, &Shell::startAgain);
    begin(options, settings, accounts, window);
    shell.start(options.hidden);
    if (!options.link.isEmpty())
        shell.startAgain({options.link, {}});
    return app.exec();
}
