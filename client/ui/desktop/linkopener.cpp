// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/linkopener.h"

#include "core/session.h"
#include "ui/accountmanager.h"
#include "ui/desktop/hearthlink.h"
#include "ui/mainwindow.h"
#include "ui/question.h"
#include "ui/signinpage.h"

#include <QDesktopServices>
#include <QPointer>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

LinkOpener::LinkOpener(AccountManager &accounts, MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_window(window)
{
    QDesktopServices::setUrlHandler(u"hearth"_s, this, "openUrl");
}

LinkOpener::~LinkOpener()
{
    QDesktopServices::unsetUrlHandler(u"hearth"_s);
}

void LinkOpener::openUrl(const QUrl &url)
{
    open(url.toString(QUrl::FullyEncoded));
}

void LinkOpener::open(const QString &text)
{
    const auto link = hearthLinkFrom(text);
    if (!link)
        tell(&m_window, tr("Open a link"), tr("This link cannot be understood."));
    else if (!isAccountAt(*link))
        askToConnect(*link);
    else if (!link->conversation.isEmpty())
        openConversation(*link);
}

// The one that is looked at comes first, when several at the same server have it.
Session *LinkOpener::accountWith(const HearthLink &link) const
{
    QList<Session *> sessions = m_accounts.sessions();
    sessions.prepend(m_accounts.session());
    for (Session *session : sessions) {
        if (session && session->server() == link.server && session->conversation(link.conversation))
            return session;
    }
    return nullptr;
}

bool LinkOpener::isAccountAt(const HearthLink &link) const
{
    return std::ranges::any_of(m_accounts.sessions(),
                               [&](const Session *session) { return session->server() == link.server; });
}

void LinkOpener::openConversation(const HearthLink &link)
{
    if (Session *session = accountWith(link))
        m_window.open(*session, link.conversation, link.message);
    else
        tell(&m_window, tr("Open a link"),
             tr("The conversation of this link is not among yours. Somebody in it can add you."));
}

void LinkOpener::askToConnect(const HearthLink &link)
{
    const QString text = tr("The link leads to the server %1, where you are not signed in. Sign in "
                            "there? Do so only if you know this server.")
                             .arg(link.server.toString());
    ask(&m_window, {tr("Open a link"), text, tr("Go to signing in")},
        [self = QPointer(this), server = link.server] {
            if (!self)
                return;
            self->m_window.addAccount();
            self->m_window.signInPage().fillIn(server.toString(), {});
        });
}

} // namespace Hearth
