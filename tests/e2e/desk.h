// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/conversationrow.h"
#include "platform/chosensecretstore.h"
#include "platform/colorscheme.h"
#include "platform/memorysecretstore.h"
#include "ui/accountmanager.h"
#include "ui/appearance.h"
#include "ui/clientsettings.h"
#include "ui/desktop/shell.h"
#include "ui/fakedesktop.h"
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/preferences.h"

#include <QTemporaryDir>
#include <QTest>

class QFileDialog;
class QListView;

// As QTRY_VERIFY and QTRY_COMPARE, on a machine that has other things to do, too.
#define EVENTUALLY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, Hearth::Test::patience)
#define EVENTUALLY_IS(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, Hearth::Test::patience)

namespace Hearth {
class Session;
class TimelineView;
} // namespace Hearth

namespace Hearth::Test {

constexpr int patience = 60'000; // ms; a reconnect may wait for 30 s

inline const QString password = QStringLiteral("a good password");

// What all windows of one process share.
struct Room {
    QTemporaryDir folder;
    ColorScheme colors;
    ClientSettings settings{folder.path()};
    Appearance appearance{*qApp, settings, colors};
    Language language{*qApp, settings};
};

// One person at one desktop: the real window on the real client, with a data folder of its own, used by
// mouse, keys, menus and dialogs. What does not appear ends the test program.
class Desk
{
public:
    Desk(const QString &username, Room &room, const QPoint &corner = {}, const QSize &size = {1280, 800});

    void restart(); // the program, on what it keeps on the disk
    void createAccount(const QUrl &server, const QString &displayName); // and stays signed in
    void signIn(const QUrl &server);
    void comeToTheFront(); // and to the mouse

    [[nodiscard]] MainWindow &window() const { return m_program->window; }
    [[nodiscard]] AccountManager &accounts() const { return m_program->accounts; }
    [[nodiscard]] Session &session() const { return *m_program->accounts.session(); }
    [[nodiscard]] FakeNotifications &notifications() const { return m_program->notifications; }
    [[nodiscard]] QString title() const { return window().windowTitle(); }

    template<typename Widget>
    [[nodiscard]] Widget *find(const char *objectName = nullptr) const
    {
        return window().findChild<Widget *>(objectName ? QString::fromLatin1(objectName) : QString());
    }

    // The one that is seen, or soon will be.
    template<typename Widget>
    [[nodiscard]] Widget *need(const char *objectName = nullptr) const
    {
        Widget *seen = nullptr;
        const QString name = objectName ? QString::fromLatin1(objectName) : QString();
        const auto look = [this, &seen, &name] {
            for (Widget *widget : window().findChildren<Widget *>(name)) {
                if (widget->isVisible())
                    seen = widget;
            }
            return seen != nullptr;
        };
        waitFor(look,
                QStringLiteral("a ") + QLatin1StringView(Widget::staticMetaObject.className())
                    + QStringLiteral(" called ") + name);
        return seen;
    }

    // Wherever the keyboard is in the window.
    void key(Qt::Key pressed, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void click(const char *button) const;
    void toggle(const char *checkBox) const;
    void write(const char *field, const QString &text) const; // instead of what stands in the line
    void enter(const char *field, const QString &text) const; // the same, and Enter
    void choose(const QStringList &path) const; // in the menu that is open: "Mute", "For an hour"
    void chooseIn(const char *comboBox, const QString &text) const;
    void pick(const QString &username) const; // in the dialog that looks for people
    void answer(const QString &button) const; // the question that is asked
    void giveFile(const QString &path) const; // to the dialog that asks for one
    void openSettings(const QString &page); // by the name in the list
    void choosePage(const QString &page) const; // of the settings that are open
    void openAccountMenu();

    // The list of conversations.
    [[nodiscard]] QListView *list() const;
    [[nodiscard]] QStringList listed() const;
    [[nodiscard]] bool lists(const QString &title) const { return listed().contains(title); }
    [[nodiscard]] ConversationRow row(const QString &title) const; // empty: it is not there
    [[nodiscard]] QPoint placeOf(const QString &title) const; // in the list
    void open(const QString &title);
    void openMenuOf(const QString &title);

    // The conversation that is open. Latin letters come by key, everything else as an input method brings it.
    void type(const QString &text, const char *pane = "conversationPane") const;
    void say(const QString &text, const char *pane = "conversationPane") const;
    [[nodiscard]] QString written() const; // and not sent
    [[nodiscard]] QWidget *edit(const char *pane = "conversationPane") const;
    [[nodiscard]] TimelineView *timeline(const char *pane = "conversationPane") const;
    [[nodiscard]] QStringList messages(const char *pane = "conversationPane") const; // as they are read out
    [[nodiscard]] QString messageWith(const QString &text, const char *pane = "conversationPane") const;
    [[nodiscard]] int rowWith(const QString &text, const char *pane = "conversationPane") const; // or -1
    [[nodiscard]] bool sees(const QString &text, const char *pane = "conversationPane") const;
    void goTo(const QString &text); // with the keys
    void clickIn(const QString &text, const QString &target); // what can be pressed in the message
    void openMessageMenu(const QString &text);
    [[nodiscard]] QString typingLine() const;

    const QString username;

private:
    struct Program {
        Program(const QString &folder, Room &room, MemorySecretStore &keychain);

        ClientSettings settings;
        Preferences preferences;
        ChosenSecretStore secrets;
        AccountManager accounts;
        MainWindow window;
        FakeNotifications notifications;
        FakeTray tray;
        FakeBadge badge;
        FakeAutostart autostart;
        Shell shell;
    };

    void begin();
    void activate();
    void sit(SignInRequest request);
    void waitFor(const std::function<bool()> &condition, const QString &what) const;

    Room &m_room;
    const QPoint m_corner;
    const QSize m_size;
    QTemporaryDir m_folder;
    MemorySecretStore m_keychain;
    std::unique_ptr<Program> m_program;
};

} // namespace Hearth::Test
