// SPDX-License-Identifier: Apache-2.0
#include "ui/clientsettings.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int serversKept = 5;
constexpr int emojiKept = 40;
constexpr int defaultSidebarWidth = 280;
constexpr int defaultRightPaneWidth = 340;

} // namespace

ClientSettings::ClientSettings(const QString &dataDir)
    : m_file(dataDir + "/hearth.ini"_L1, QSettings::IniFormat)
{ }

QStringList ClientSettings::recentServers() const
{
    return m_file.value("servers").toStringList();
}

void ClientSettings::addRecentServer(const QUrl &server)
{
    QStringList servers = recentServers();
    servers.removeAll(server.toString());
    servers.prepend(server.toString());
    m_file.setValue("servers", servers.mid(0, serversKept));
}

std::optional<KnownAccount> ClientSettings::account() const
{
    const QString userId = m_file.value("account/user_id").toString();
    const QUrl server = m_file.value("account/server").toUrl();
    if (userId.isEmpty() || !server.isValid())
        return std::nullopt;
    KnownAccount account{server, {}};
    account.user.id = userId;
    account.user.username = m_file.value("account/username").toString();
    account.user.displayName = m_file.value("account/display_name").toString();
    return account;
}

void ClientSettings::setAccount(const std::optional<KnownAccount> &account)
{
    m_file.remove("account");
    if (account) {
        m_file.setValue("account/server", account->server);
        m_file.setValue("account/user_id", account->user.id);
        m_file.setValue("account/username", account->user.username);
        m_file.setValue("account/display_name", account->user.displayName);
    }
    m_file.sync(); // a crash must not forget who is signed in
}

AppearanceChoice ClientSettings::appearance() const
{
    return fromName<AppearanceChoice>(m_file.value("appearance").toString())
        .value_or(AppearanceChoice::System);
}

void ClientSettings::setAppearance(AppearanceChoice choice)
{
    m_file.setValue("appearance", QString(toName(choice)));
}

QByteArray ClientSettings::windowGeometry() const
{
    return m_file.value("window/geometry").toByteArray();
}

void ClientSettings::setWindowGeometry(const QByteArray &geometry)
{
    m_file.setValue("window/geometry", geometry);
}

int ClientSettings::sidebarWidth() const
{
    return m_file.value("window/sidebar", defaultSidebarWidth).toInt();
}

void ClientSettings::setSidebarWidth(int width)
{
    m_file.setValue("window/sidebar", width);
}

int ClientSettings::rightPaneWidth() const
{
    return m_file.value("window/right_pane", defaultRightPaneWidth).toInt();
}

void ClientSettings::setRightPaneWidth(int width)
{
    m_file.setValue("window/right_pane", width);
}

QStringList ClientSettings::recentEmoji() const
{
    return m_file.value("emoji/recent").toStringList();
}

void ClientSettings::addRecentEmoji(const QString &emoji)
{
    QStringList recent = recentEmoji();
    recent.removeAll(emoji);
    recent.prepend(emoji);
    m_file.setValue("emoji/recent", recent.mid(0, emojiKept));
}

SkinTone ClientSettings::skinTone() const
{
    return SkinTone(std::clamp(m_file.value("emoji/skin_tone").toInt(), 0, int(SkinTone::Dark)));
}

void ClientSettings::setSkinTone(SkinTone tone)
{
    m_file.setValue("emoji/skin_tone", int(tone));
}

bool ClientSettings::sendWithCtrlEnter() const
{
    return m_file.value("composer/send_with_ctrl_enter").toBool();
}

void ClientSettings::setSendWithCtrlEnter(bool ctrl)
{
    m_file.setValue("composer/send_with_ctrl_enter", ctrl);
}

bool ClientSettings::spelling() const
{
    return m_file.value("spelling/on", true).toBool();
}

void ClientSettings::setSpelling(bool on)
{
    m_file.setValue("spelling/on", on);
}

std::optional<QStringList> ClientSettings::spellingLanguages() const
{
    if (!m_file.contains("spelling/languages"))
        return std::nullopt;
    return m_file.value("spelling/languages").toStringList();
}

void ClientSettings::setSpellingLanguages(const QStringList &languages)
{
    m_file.setValue("spelling/languages", languages);
}

QStringList ClientSettings::spellingWords() const
{
    return m_file.value("spelling/words").toStringList();
}

void ClientSettings::addSpellingWord(const QString &word)
{
    m_file.setValue("spelling/words", QStringList(spellingWords()) << word);
}

} // namespace Hearth
