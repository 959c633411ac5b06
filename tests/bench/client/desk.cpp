// SPDX-License-Identifier: Apache-2.0
#include "client/desk.h"

#include "core/session.h"
#include "ui/panes/searchpane.h"
#include "ui/timeline/timelineview.h"
#include "ui/workspace.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QTest>
#include <QWheelEvent>

namespace Hearth::Bench {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 60'000; // ms

void waitFor(const char *what, const std::function<bool()> &condition)
{
    if (!QTest::qWaitFor(condition, patience))
        qFatal("waited in vain: %s", what);
}

} // namespace

FileSecretStore::FileSecretStore(const QString &folder)
    : m_file(folder + "/secrets.ini"_L1, QSettings::IniFormat)
{ }

QCoro::Task<Result<std::optional<QString>>> FileSecretStore::read(QString key)
{
    const QString secret = m_file.value(key).toString();
    co_return secret.isEmpty() ? std::optional<QString>() : secret;
}

QCoro::Task<Result<void>> FileSecretStore::write(QString key, QString secret)
{
    m_file.setValue(key, secret);
    co_return {};
}

QCoro::Task<Result<void>> FileSecretStore::remove(QString key)
{
    m_file.remove(key);
    co_return {};
}

Desk::Desk(const Place &place)
    : m_place(place)
    , m_settings(place.folder)
    , m_keychain(place.folder)
    , m_secrets(m_keychain, place.folder + "/signins.sealed"_L1)
    , m_appearance(*qApp, m_settings, m_desktop)
    , m_accounts(place.folder, m_settings, m_secrets)
    , m_window(m_accounts, m_appearance, m_settings, m_secrets)
{
    m_window.resize(1280, 800);
}

void Desk::signIn()
{
    m_window.show();
    m_window.signIn({m_place.server, false, anaName, anaPassword, {}, {}});
    waitUntilOnline();
}

void Desk::begin()
{
    m_accounts.restore();
    m_window.show();
}

void Desk::waitUntilOnline()
{
    waitFor("a session", [this] { return m_accounts.session() != nullptr; });
    waitFor("a connection", [this] { return session().connectionState() == ConnectionState::Online; });
    waitFor("the conversation", [this] { return session().conversation(m_place.conversation).has_value(); });
}

void Desk::open(const QString &conversation)
{
    m_window.workspace()->open(conversation);
    waitFor("messages", [this] { return !timeline().visibleRows().empty(); });
}

void Desk::comeToFront()
{
    m_window.raise();
    m_window.activateWindow();
    waitFor("the focus", [this] { return m_window.isActiveWindow(); });
}

TimelineView &Desk::timeline()
{
    return *m_window.findChild<QWidget *>(u"conversationPane"_s)->findChild<TimelineView *>();
}

QWidget &Desk::composer()
{
    return *m_window.findChild<QWidget *>(u"conversationPane"_s)->findChild<QWidget *>(u"composerEdit"_s);
}

void Desk::searchFor(const QString &word)
{
    QTest::keyClick(&m_window, Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    auto *field = m_window.findChild<QLineEdit *>(u"messageSearch"_s);
    waitFor("the search", [field] { return field && field->isVisible(); });
    field->clear();
    QTest::keyClicks(field, word);
    const auto *found = m_window.findChild<SearchPane *>()->findChild<QListView *>(u"paneList"_s);
    waitFor("what is searched for", [found] { return found->model()->rowCount() > 0; });
    QTest::keyClick(field, Qt::Key_Escape);
    QTest::keyClick(field, Qt::Key_Escape);
}

QEvent *Desk::keyPress(QChar letter)
{
    return new QKeyEvent(QEvent::KeyPress, letter.toUpper().unicode(), {}, QString(letter));
}

QEvent *Desk::wheel(const QWidget &over, int pixels)
{
    const QPoint center = over.rect().center();
    return new QWheelEvent(center, over.mapToGlobal(center), QPoint(0, pixels), QPoint(0, 2 * pixels),
                           Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
}

} // namespace Hearth::Bench
