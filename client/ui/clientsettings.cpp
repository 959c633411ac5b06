// SPDX-License-Identifier: Apache-2.0
#include "ui/clientsettings.h"

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int serversKept = 5;
constexpr int emojiKept = 40;
constexpr int defaultSidebarWidth = 280;
constexpr int defaultRightPaneWidth = 340;
constexpr int usualTextSize = 100;

// Nobody knows two people by one id at one server; names may change.
bool isSame(const KnownAccount &a, const KnownAccount &b)
{
    return a.server == b.server && a.user.id == b.user.id;
}

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

// What was written before there could be several is the only one.
QList<KnownAccount> ClientSettings::accounts() const
{
    QList<KnownAccount> all;
    for (int i = 1; i <= m_file.value("accounts/size").toInt(); ++i) {
        if (const auto account = accountAt(u"accounts/%1"_s.arg(i)))
            all << *account;
    }
    if (const auto current = account(); current && !all.contains(*current))
        all << *current;
    return all;
}

std::optional<KnownAccount> ClientSettings::account() const
{
    return accountAt(u"account"_s);
}

void ClientSettings::setAccount(const std::optional<KnownAccount> &account)
{
    QList<KnownAccount> all = accounts();
    m_file.remove("account");
    if (account) {
        const auto known =
            std::ranges::find_if(all, [&](const KnownAccount &a) { return isSame(a, *account); });
        if (known == all.end())
            all << *account;
        else
            *known = *account; // who may be called something else now
        setAccounts(all);
        write(u"account"_s, *account);
    }
    m_file.sync(); // a crash must not forget who is signed in
}

void ClientSettings::forgetAccount(const KnownAccount &account)
{
    QList<KnownAccount> all = accounts();
    all.removeIf([&](const KnownAccount &a) { return isSame(a, account); });
    const auto current = this->account();
    m_file.remove("account");
    m_file.remove("open/"_L1 + account.user.id);
    setAccounts(all);
    setAccount(current && all.contains(*current) ? current : std::nullopt);
}

std::optional<KnownAccount> ClientSettings::accountAt(const QString &group) const
{
    const QString userId = m_file.value(group + "/user_id"_L1).toString();
    const QUrl server = m_file.value(group + "/server"_L1).toUrl();
    if (userId.isEmpty() || !server.isValid())
        return std::nullopt;
    KnownAccount account{server, {}};
    account.user.id = userId;
    account.user.username = m_file.value(group + "/username"_L1).toString();
    account.user.displayName = m_file.value(group + "/display_name"_L1).toString();
    return account;
}

void ClientSettings::write(const QString &group, const KnownAccount &account)
{
    m_file.setValue(group + "/server"_L1, account.server);
    m_file.setValue(group + "/user_id"_L1, account.user.id);
    m_file.setValue(group + "/username"_L1, account.user.username);
    m_file.setValue(group + "/display_name"_L1, account.user.displayName);
}

void ClientSettings::setAccounts(const QList<KnownAccount> &accounts)
{
    m_file.remove("accounts");
    m_file.setValue("accounts/size", accounts.size());
    for (qsizetype i = 0; i < accounts.size(); ++i)
        write(u"accounts/%1"_s.arg(i + 1), accounts[i]);
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

Density ClientSettings::density() const
{
    return fromName<Density>(m_file.value("density").toString()).value_or(Density::Cozy);
}

void ClientSettings::setDensity(Density density)
{
    m_file.setValue("density", QString(toName(density)));
}

int ClientSettings::textSize() const
{
    return std::clamp(m_file.value("text_size", usualTextSize).toInt(), textSizeLeast, textSizeMost);
}

void ClientSettings::setTextSize(int percent)
{
    m_file.setValue("text_size", percent);
}

QString ClientSettings::language() const
{
    return m_file.value("language").toString();
}

void ClientSettings::setLanguage(const QString &language)
{
    m_file.setValue("language", language);
}

bool ClientSettings::sendWithCtrlEnter() const
{
    return m_file.value("send_with_ctrl_enter").toBool();
}

void ClientSettings::setSendWithCtrlEnter(bool ctrlEnter)
{
    m_file.setValue("send_with_ctrl_enter", ctrlEnter);
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

ConversationId ClientSettings::openConversation(const UserId &person) const
{
    return m_file.value("open/"_L1 + person).toString();
}

void ClientSettings::setOpenConversation(const UserId &person, const ConversationId &id)
{
    m_file.setValue("open/"_L1 + person, id);
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
