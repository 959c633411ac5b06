// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ids.h"
#include "model/user.h"
#include "models/emojicatalog.h"
#include "ui/density.h"

#include <QSettings>
#include <QUrl>

namespace Hearth {

enum class AppearanceChoice { System, Light, Dark, HighContrast };

template<>
inline constexpr std::array enumNames<AppearanceChoice>{QLatin1StringView("system"),
                                                        QLatin1StringView("light"), QLatin1StringView("dark"),
                                                        QLatin1StringView("contrast")};

// Of the text at its usual size, in per cent.
inline constexpr int textSizeLeast = 75;
inline constexpr int textSizeMost = 200;

// Somebody who has signed in on this computer and has not signed out.
struct KnownAccount {
    QUrl server;
    User user;

    bool operator==(const KnownAccount &) const = default;
};

// What this computer remembers between two runs, in hearth.ini in the data folder. Never a secret.
class ClientSettings
{
public:
    explicit ClientSettings(const QString &dataDir);

    [[nodiscard]] QStringList recentServers() const; // the latest first
    void addRecentServer(const QUrl &server);

    [[nodiscard]] QList<KnownAccount> accounts() const; // in the order of signing in
    [[nodiscard]] std::optional<KnownAccount> account() const; // the one that was looked at last
    void setAccount(const std::optional<KnownAccount> &account); // one of accounts() from now on
    void forgetAccount(const KnownAccount &account);

    [[nodiscard]] AppearanceChoice appearance() const;
    void setAppearance(AppearanceChoice choice);
    [[nodiscard]] Density density() const;
    void setDensity(Density density);
    [[nodiscard]] int textSize() const; // per cent
    void setTextSize(int percent);

    [[nodiscard]] QString language() const; // "de"; empty: as the desktop has it
    void setLanguage(const QString &language);

    [[nodiscard]] bool sendWithCtrlEnter() const; // and Enter begins a new line
    void setSendWithCtrlEnter(bool ctrlEnter);

    [[nodiscard]] QByteArray windowGeometry() const; // as QWidget::saveGeometry() gives it
    void setWindowGeometry(const QByteArray &geometry);

    [[nodiscard]] int sidebarWidth() const; // px with text of the usual size; 280 until somebody moves it
    void setSidebarWidth(int width);
    [[nodiscard]] int rightPaneWidth() const; // px; 340 until somebody moves it
    void setRightPaneWidth(int width);

    // That a person looked at last; empty: none.
    [[nodiscard]] ConversationId openConversation(const UserId &person) const;
    void setOpenConversation(const UserId &person, const ConversationId &id);

    [[nodiscard]] QStringList recentEmoji() const; // the latest first
    void addRecentEmoji(const QString &emoji);
    [[nodiscard]] SkinTone skinTone() const; // of the emoji that are offered
    void setSkinTone(SkinTone tone);

    [[nodiscard]] bool spelling() const; // whether it is checked: yes, until somebody turns it off
    void setSpelling(bool on);
    [[nodiscard]] std::optional<QStringList> spellingLanguages() const; // "en_US"; nothing until chosen
    void setSpellingLanguages(const QStringList &languages);
    [[nodiscard]] QStringList spellingWords() const; // that the person added
    void addSpellingWord(const QString &word);

private:
    [[nodiscard]] std::optional<KnownAccount> accountAt(const QString &group) const;
    void write(const QString &group, const KnownAccount &account);
    void setAccounts(const QList<KnownAccount> &accounts);

    QSettings m_file;
};

} // namespace Hearth
