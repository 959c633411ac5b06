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

// What a scripted start asks for, or the account of the last run.
void begin(const CommandLine &options, AccountManager &accounts, MainWindow &window)
{
    if (options.server && !options.username.isEmpty())
        window.signInPage().fillIn(options.server->toString(), options.username);
    if (options.password)
        window.signIn({*options.server, false, options.username, *options.password, {}, {}});
    else if (!options.server)
        accounts.restore();
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
    begin(options, accounts, window);
    window.show();
    return app.exec();
}
