// SPDX-License-Identifier: Apache-2.0
#include "ui/connectionbanner.h"

#include "ui/connectionnotice.h"

namespace Hearth {

ConnectionBanner::ConnectionBanner(const ConnectionNotice &notice, Theme &theme, QWidget *parent)
    : Banner(theme, parent)
    , m_notice(notice)
{
    setObjectName(QStringLiteral("connectionBanner"));
    connect(&notice, &ConnectionNotice::changed, this, &ConnectionBanner::refresh);
    refresh();
}

void ConnectionBanner::refresh()
{
    setAlarming(m_notice.action() == ConnectionNotice::Action::SignIn);
    switch (m_notice.action()) {
    case ConnectionNotice::Action::None: showText(m_notice.text()); break;
    case ConnectionNotice::Action::RetryNow: showText(m_notice.text(), tr("Retry now")); break;
    case ConnectionNotice::Action::SignIn: showText(m_notice.text(), tr("Sign in")); break;
    }
}

} // namespace Hearth
