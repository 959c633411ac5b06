// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/privacypage.h"

#include "core/profile.h"
#include "core/session.h"
#include "ui/people/blockedlist.h"
#include "ui/settings/keepingchoice.h"

#include <QCheckBox>
#include <QPointer>

namespace Hearth {

PrivacyPage::PrivacyPage(Session &session, ChosenSecretStore &secrets, Theme &theme, QWidget *parent)
    : SettingsPage(tr("Privacy"), theme, parent)
    , m_session(session)
    , m_receipts(new QCheckBox(this))
    , m_presence(new QCheckBox(this))
{
    m_receipts->setObjectName(QStringLiteral("readReceipts"));
    m_presence->setObjectName(QStringLiteral("showPresence"));
    addRow(m_receipts,
           {tr("Tell others what you have read"), tr("read receipts seen ticks confirmation"),
            tr("Without it you do not see what others have read either.")});
    addRow(m_presence,
           {tr("Show others when you are online"), tr("presence status last seen activity away"),
            tr("Without it you do not see when others are online either.")});
    connect(m_receipts, &QCheckBox::clicked, this, [this](bool on) { change({on, {}}); });
    connect(m_presence, &QCheckBox::clicked, this, [this](bool on) { change({{}, on}); });
    auto *blocked = new BlockedList(session, this);
    addRow(blocked,
           {tr("Blocked people"), tr("block unblock ignore list safety"),
            tr("They cannot write to you directly, and see you as offline. You block somebody on their "
               "card.")});
    connect(blocked, &BlockedList::failed, this, &PrivacyPage::showError);
    auto *keeping = new KeepingChoice(secrets, this);
    addRow(keeping,
           {tr("Keep sign-ins in"),
            tr("token keychain wallet keyring password passphrase encryption security"),
            tr("Of all accounts on this computer. The file is for desktops whose keychain does not work: you "
               "are asked for its passphrase when Hearth starts.")});
    connect(keeping, &KeepingChoice::failed, this, &PrivacyPage::showError);
    connect(&session, &Session::userChanged, this, &PrivacyPage::refresh);
    refresh();
}

void PrivacyPage::refresh()
{
    m_receipts->setChecked(m_session.account().settings.readReceipts);
    m_presence->setChecked(m_session.account().settings.presence);
}

// What the server does not take goes back to what it was.
QCoro::Task<void> PrivacyPage::change(SettingsUpdate update)
{
    const QPointer<PrivacyPage> self(this);
    showError({});
    const auto done = co_await m_session.profile().change(update);
    if (!self)
        co_return;
    refresh();
    if (!done)
        showError(tr("The setting was not changed. %1").arg(done.error().detail));
}

} // namespace Hearth
