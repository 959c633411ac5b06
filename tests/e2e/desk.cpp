// SPDX-License-Identifier: Apache-2.0
#include "e2e/desk.h"

#include "core/session.h"
#include "models/conversationlistmodel.h"
#include "ui/timeline/timelineview.h"
#include "ui/typingline.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>

namespace Hearth::Test {

using namespace Qt::Literals::StringLiterals;

namespace {

Preferences &withoutProxy(Preferences &preferences)
{
    preferences.setProxy({ProxyKind::None, {}, 0}); // of whoever runs the tests
    return preferences;
}

QAction *actionIn(const QMenu &menu, const QString &text)
{
    for (QAction *action : menu.actions()) {
        if (action->text().section(u'\t', 0, 0) == text)
            return action;
    }
    return nullptr;
}

QStringList textsIn(const QMenu &menu)
{
    QStringList texts;
    for (const QAction *action : menu.actions())
        texts += action->text();
    return texts;
}

} // namespace

Desk::Program::Program(const QString &folder, Room &room, MemorySecretStore &keychain)
    : settings(folder)
    , preferences(folder)
    , secrets(keychain, folder + "/signins.sealed"_L1)
    , accounts(folder, settings, secrets)
    , window(accounts, room.appearance, settings, secrets)
    , shell(window,
            SettingsParts{accounts, room.appearance, settings, withoutProxy(preferences), room.language,
                          autostart, tray, window.writing(), secrets},
            Shell::Desktop{{&notifications}, tray, badge})
{ }

Desk::Desk(const QString &username, Room &room, const QPoint &corner, const QSize &size)
    : username(username)
    , m_room(room)
    , m_corner(corner)
    , m_size(size)
{
    begin();
}

void Desk::begin()
{
    m_program = std::make_unique<Program>(m_folder.path(), m_room, m_keychain);
    window().resize(m_size);
    window().move(m_corner);
    window().show();
}

void Desk::restart()
{
    m_program.reset();
    begin();
    accounts().restore();
    waitFor([this] { return accounts().session() && window().workspace(); }, u"the account"_s);
}

void Desk::createAccount(const QUrl &server, const QString &displayName)
{
    sit({server, true, username, password, displayName, {}});
}

void Desk::signIn(const QUrl &server)
{
    sit({server, false, username, password, {}, {}});
}

void Desk::sit(SignInRequest request)
{
    window().signIn(std::move(request));
    const auto isOnline = [this] {
        return accounts().session() && session().connectionState() == ConnectionState::Online;
    };
    waitFor(isOnline, u"the connection"_s);
}

void Desk::waitFor(const std::function<bool()> &condition, const QString &what) const
{
    if (!QTest::qWaitFor(condition, patience))
        qFatal("%s waits in vain for %s", qPrintable(username), qPrintable(what));
}

void Desk::activate()
{
    window().raise();
    window().activateWindow();
    waitFor([this] { return window().isActiveWindow(); }, u"the front"_s);
}

void Desk::comeToTheFront()
{
    activate();
    if (QWidget *field = edit(); field && field->isVisible())
        field->setFocus();
    QTest::mouseMove(&window(), window().rect().center());
    QTest::keyClick(&window(), Qt::Key_Shift); // somebody is there
}

void Desk::key(Qt::Key pressed, Qt::KeyboardModifiers modifiers)
{
    activate();
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus && window().isAncestorOf(focus) ? focus : &window(), pressed, modifiers);
}

void Desk::click(const char *button) const
{
    auto *wanted = need<QAbstractButton>(button);
    waitFor([wanted] { return wanted->isEnabled(); }, u"an enabled "_s + QLatin1StringView(button));
    QTest::mouseClick(wanted, Qt::LeftButton);
}

void Desk::toggle(const char *checkBox) const
{
    QTest::keyClick(need<QAbstractButton>(checkBox), Qt::Key_Space);
}

void Desk::write(const char *field, const QString &text) const
{
    auto *line = need<QLineEdit>(field);
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, text);
}

void Desk::enter(const char *field, const QString &text) const
{
    write(field, text);
    QTest::keyClick(need<QLineEdit>(field), Qt::Key_Return);
}

void Desk::choose(const QStringList &path) const
{
    const auto openMenu = [] { return qobject_cast<QMenu *>(QApplication::activePopupWidget()); };
    waitFor([&openMenu] { return openMenu() != nullptr; }, u"a menu with "_s + path.first());
    QMenu *menu = openMenu();
    for (const QString &text : path) {
        waitFor([menu] { return menu->isVisible(); }, u"the menu with "_s + text);
        QAction *action = actionIn(*menu, text);
        if (!action || !action->isEnabled())
            qFatal("%s finds no “%s” in the menu with “%s”", qPrintable(username), qPrintable(text),
                   qPrintable(textsIn(*menu).join(u"”, “"_s)));
        for (int steps = 0; menu->activeAction() != action && steps < 100; ++steps)
            QTest::keyClick(menu, Qt::Key_Down);
        QMenu *next = action->menu();
        QTest::keyClick(menu, Qt::Key_Return);
        menu = next;
    }
}

void Desk::chooseIn(const char *comboBox, const QString &text) const
{
    auto *choice = need<QComboBox>(comboBox);
    choice->showPopup();
    const int row = choice->findText(text);
    if (row < 0)
        qFatal("%s finds no “%s” in %s", qPrintable(username), qPrintable(text), comboBox);
    choice->view()->setCurrentIndex(choice->model()->index(row, 0));
    QTest::keyClick(choice->view(), Qt::Key_Return);
    waitFor([choice, &text] { return choice->currentText() == text; }, text);
}

void Desk::pick(const QString &name) const
{
    write("pickerField", name);
    const auto *found = need<QListView>("pickerList");
    waitFor([found] { return found->model()->rowCount() == 1; }, name);
    QTest::keyClick(need<QLineEdit>("pickerField"), Qt::Key_Return);
}

void Desk::answer(const QString &button) const
{
    for (QAbstractButton *offered : need<QMessageBox>()->buttons()) {
        if (offered->text() == button) {
            QTest::mouseClick(offered, Qt::LeftButton);
            return;
        }
    }
    qFatal("%s is not offered to answer %s", qPrintable(username), qPrintable(button));
}

void Desk::giveFile(const QString &path) const
{
    auto *dialog = need<QFileDialog>();
    auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
    name->setText(path);
    QTest::keyClick(name, Qt::Key_Return);
    waitFor([this] { return !find<QFileDialog>(); }, u"the end of the dialog"_s);
}

void Desk::openSettings(const QString &page)
{
    key(Qt::Key_Comma, Qt::ControlModifier);
    choosePage(page);
}

void Desk::choosePage(const QString &page) const
{
    auto *pages = need<QListWidget>("settingsPages");
    const QList<QListWidgetItem *> found = pages->findItems(page, Qt::MatchExactly);
    if (found.isEmpty())
        qFatal("there are no settings called %s", qPrintable(page));
    QTest::mouseClick(pages->viewport(), Qt::LeftButton, {}, pages->visualItemRect(found.first()).center());
}

void Desk::openAccountMenu()
{
    key(Qt::Key_F10);
}

QListView *Desk::list() const
{
    for (const auto *sidebar : window().findChildren<QWidget *>(u"sidebar"_s)) {
        if (sidebar->isVisible()) // of the account that is looked at
            return sidebar->findChild<QListView *>(u"conversationList"_s);
    }
    return find<QListView>("conversationList");
}

QStringList Desk::listed() const
{
    QStringList titles;
    const QAbstractItemModel *model = list()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        titles += model->index(row, 0).data().toString();
    return titles;
}

ConversationRow Desk::row(const QString &title) const
{
    const int row = int(listed().indexOf(title));
    const QModelIndex index = list()->model()->index(row, 0);
    return index.data(ConversationListModel::RowRole).value<ConversationRow>();
}

QPoint Desk::placeOf(const QString &title) const
{
    waitFor([this, &title] { return lists(title); }, title);
    const QModelIndex index = list()->model()->index(int(listed().indexOf(title)), 0);
    list()->scrollTo(index);
    return list()->visualRect(index).center();
}

void Desk::open(const QString &title)
{
    const QPoint place = placeOf(title);
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, place);
    const auto isOpen = [this, &title] {
        return edit() && edit()->isVisible() && window().windowTitle().contains(title);
    };
    waitFor(isOpen, title);
}

void Desk::openMenuOf(const QString &title)
{
    const QPoint place = placeOf(title);
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, list()->viewport()->mapToGlobal(place));
    QApplication::sendEvent(list()->viewport(), &event);
}

void Desk::type(const QString &text, const char *pane) const
{
    auto *field = need<QWidget>(pane)->findChild<QWidget *>(u"composerEdit"_s);
    field->setFocus();
    for (const QChar letter : text) {
        if (letter.unicode() < 0x80) {
            QTest::keyClick(field, letter.toLatin1());
            continue;
        }
        QInputMethodEvent event;
        event.setCommitString(letter);
        QCoreApplication::sendEvent(field, &event);
    }
}

void Desk::say(const QString &text, const char *pane) const
{
    type(text, pane);
    QTest::keyClick(edit(pane), Qt::Key_Return);
}

QString Desk::written() const
{
    return edit()->property("plainText").toString();
}

QWidget *Desk::edit(const char *pane) const
{
    const auto *column = find<QWidget>(pane);
    return column ? column->findChild<QWidget *>(u"composerEdit"_s) : nullptr;
}

TimelineView *Desk::timeline(const char *pane) const
{
    const auto *column = find<QWidget>(pane);
    return column ? column->findChild<TimelineView *>() : nullptr;
}

QStringList Desk::messages(const char *pane) const
{
    QStringList texts;
    const TimelineView *view = timeline(pane);
    for (int row = 0; view && row < int(view->store().rows().size()); ++row)
        texts += view->rowText(row);
    return texts;
}

QString Desk::messageWith(const QString &text, const char *pane) const
{
    const QStringList found = messages(pane).filter(text);
    return found.size() == 1 ? found.first() : u"%1 times"_s.arg(found.size());
}

int Desk::rowWith(const QString &text, const char *pane) const
{
    const TimelineView *view = timeline(pane);
    const auto &rows = view->store().rows();
    for (int row = 0; row < int(rows.size()); ++row) {
        if (rows.at(row).isMessage() && view->store().itemOf(row).text.contains(text))
            return row;
    }
    return -1;
}

bool Desk::sees(const QString &text, const char *pane) const
{
    const int row = rowWith(text, pane);
    return row >= 0 && timeline(pane)->isRowVisible(row);
}

void Desk::goTo(const QString &text)
{
    waitFor([this, &text] { return rowWith(text) >= 0; }, text);
    activate();
    TimelineView *view = timeline();
    view->setFocus();
    for (int steps = 0; view->currentRow() != rowWith(text); ++steps) {
        if (steps > 100)
            qFatal("%s cannot reach “%s”", qPrintable(username), qPrintable(text));
        QTest::keyClick(
            view, view->currentRow() < rowWith(text) && view->currentRow() >= 0 ? Qt::Key_Down : Qt::Key_Up);
    }
}

void Desk::clickIn(const QString &text, const QString &target)
{
    QRect place;
    const auto look = [&] {
        const TimelineView *view = timeline();
        const int row = rowWith(text);
        for (int i = 0; row >= 0 && !view->targetRect(row, i).isNull(); ++i) {
            if (view->targetText(row, i).contains(target))
                place = view->targetRect(row, i);
        }
        return !place.isNull();
    };
    waitFor(look, target + u" in "_s + text);
    QTest::mouseClick(timeline()->viewport(), Qt::LeftButton, {}, place.center());
}

void Desk::openMessageMenu(const QString &text)
{
    waitFor([this, &text] { return sees(text); }, text);
    const QPoint place = timeline()->rowRect(rowWith(text)).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, timeline()->viewport()->mapToGlobal(place));
    QApplication::sendEvent(timeline()->viewport(), &event);
}

QString Desk::typingLine() const
{
    return find<TypingLine>()->text();
}

} // namespace Hearth::Test
