// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/linkopener.h"

#include "core/session.h"
#include "ui/accountmanager.h"
#include "ui/desktop/hearthlink.h"
#include "ui/mainwindow.h"
#include "ui/signinpage.h"

#include <QDesktopServices>
#include <QMessageBox>
#include <QPushButton>

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
        tell(tr("This link cannot be understood."));
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
        tell(tr("The conversation of this link is not among yours. Somebody in it can add you."));
}

void LinkOpener::askToConnect(const HearthLink &link)
{
    auto *question =
        new QMessageBox(QMessageBox::Question, tr("Open a link"),
                        tr("The link leads to the server %1, where you are not signed in. Sign in "
                           "there? Do so only if you know this server.")
                            .arg(link.server.toString()),
                        QMessageBox::Cancel, &m_window);
    question->setObjectName(QStringLiteral("connectQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    QPushButton *yes = question->addButton(tr("Go to signing in"), QMessageBox::AcceptRole);
    connect(yes, &QPushButton::clicked, this, [this, server = link.server] {
        m_window.addAccount();
        m_window.signInPage().fillIn(server.toString(), {});
    });
    question->open();
}

void LinkOpener::tell(const QString &text)
{
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Open a link"), text, QMessageBox::Ok, &m_window);
    box->setObjectName(QStringLiteral("linkWarning"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace Hearth
