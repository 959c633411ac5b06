// SPDX-License-Identifier: Apache-2.0
#include "commandline.h"
#include "platform/desktopcolorscheme.h"
#include "platform/keychain.h"
#include "ui/accountmanager.h"
#include "ui/appearance.h"
#include "ui/mainwindow.h"
#include "ui/signinpage.h"

#include <QApplication>

using namespace Hearth;

namespace {

// What a scripted start asks for, and the account of the last run: what is stored of it needs no server.
void begin(const CommandLine &options, const ClientSettings &settings, AccountManager &accounts,
           MainWindow &window)
{
    const auto known = settings.account();
    const bool sameAccount = known && (!options.server || *options.server == known->server)
        && (options.username.isEmpty() || options.username == known->user.username);
    if (options.server && !options.username.isEmpty())
        window.signInPage().fillIn(options.server->toString(), options.username);
    if (sameAccount)
        accounts.restore();
    if (options.password)
        window.signIn({*options.server, false, options.username, *options.password, {}, {}});
}

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("hearth"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HEARTH_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("hearth"));
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
    ClientSettings settings(options.dataDir);
    DesktopColorScheme desktop;
    Appearance appearance(app, settings, desktop);
    if (options.appearance)
        appearance.setChoice(*options.appearance);
    Keychain keychain;
    AccountManager accounts(options.dataDir, settings, keychain);
    MainWindow window(accounts, appearance, settings);
    begin(options, settings, accounts, window);
    window.show();
    return app.exec();
}
