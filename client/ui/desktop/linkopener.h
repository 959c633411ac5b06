// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QUrl>

namespace Hearth {

class AccountManager;
class MainWindow;
class Session;
struct HearthLink;

// Follows a hearth:// link: shows a conversation of an account that has it; asks before it offers to sign in
// at a server that nobody here knows.
class LinkOpener : public QObject
{
    Q_OBJECT

public:
    LinkOpener(AccountManager &accounts, MainWindow &window, QObject *parent = nullptr);
    ~LinkOpener() override;

    void open(const QString &link);

private Q_SLOTS:
    void openUrl(const QUrl &url); // of this program's own links, which QDesktopServices hands over

private:
    void openConversation(const HearthLink &link);
    void askToConnect(const HearthLink &link);
    [[nodiscard]] Session *accountWith(const HearthLink &link) const;
    [[nodiscard]] bool isAccountAt(const HearthLink &link) const;

    AccountManager &m_accounts;
    MainWindow &m_window;
};

} // namespace Hearth
