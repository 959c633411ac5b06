// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/networkpage.h"

#include "ui/preferences.h"
#include "ui/settings/choicebox.h"

#include <QLineEdit>
#include <QSpinBox>

namespace Hearth {

namespace {

constexpr int portMost = 65'535;
constexpr int portUsual = 8080;

} // namespace

NetworkPage::NetworkPage(Preferences &preferences, Theme &theme, QWidget *parent)
    : SettingsPage(tr("Network"), theme, parent)
    , m_preferences(preferences)
    , m_host(new QLineEdit(this))
    , m_port(new QSpinBox(this))
{
    const ProxyChoice proxy = preferences.proxy();
    m_kind = new ChoiceBox<ProxyKind>(QStringLiteral("proxyKind"),
                                      {{tr("As the system"), ProxyKind::System},
                                       {tr("None"), ProxyKind::None},
                                       {tr("HTTP"), ProxyKind::Http},
                                       {tr("SOCKS 5"), ProxyKind::Socks5}},
                                      proxy.kind);
    m_host->setObjectName(QStringLiteral("proxyHost"));
    m_host->setText(proxy.host);
    m_port->setObjectName(QStringLiteral("proxyPort"));
    m_port->setRange(1, portMost);
    m_port->setValue(proxy.port == 0 ? portUsual : proxy.port);
    addRow(m_kind, {tr("Proxy"), tr("http socks tor firewall connection internet vpn")});
    m_ofServer << addRow(m_host, {tr("Proxy server"), tr("host address name")});
    m_ofServer << addRow(m_port, {tr("Port of the proxy"), tr("number")});

    m_kind->onChosen(this, [this](ProxyKind) { apply(); });
    connect(m_host, &QLineEdit::editingFinished, this, &NetworkPage::apply);
    connect(m_port, &QSpinBox::editingFinished, this, &NetworkPage::apply);
    showFittingRows();
}

void NetworkPage::showFittingRows()
{
    const ProxyKind kind = m_kind->value();
    for (SettingRow *row : std::as_const(m_ofServer))
        row->setVisible(kind == ProxyKind::Http || kind == ProxyKind::Socks5);
}

// Half an address is none: until there is a name, everything stays as it is.
void NetworkPage::apply()
{
    const ProxyKind kind = m_kind->value();
    const bool ofServer = kind == ProxyKind::Http || kind == ProxyKind::Socks5;
    showFittingRows();
    const QString host = m_host->text().trimmed();
    if (!ofServer || !host.isEmpty())
        m_preferences.setProxy({kind, host, quint16(m_port->value())});
}

} // namespace Hearth
