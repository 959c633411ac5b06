// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fakepanes.h"
#include "ui/panes/rightpane.h"
#include "ui/panes/workspacepanes.h"
#include "ui/timeline/timelineview.h"
#include "windowtest.h"

#include <QListView>

namespace Hearth::Test {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

inline const User me = person(u"me"_s, u"Mia Weber"_s);
inline const User ana = person(u"ana"_s, u"Ana Costa"_s);
inline const User li = person(u"li"_s, u"Li Wei"_s);

// A window with two direct conversations and a group, and what can stand beside them.
class PanesTest : public WindowTest
{
protected:
    void openPanes()
    {
        openWindow();
        signIn(me);
        FakeSession &fake = fakeOf(session());
        fake.addDirect(u"with-ana"_s, ana);
        fake.addDirect(u"with-li"_s, li);
        fake.addGroup(u"team"_s, u"Platform team"_s, {ana, li});
        fake.post(u"with-ana"_s, ana.id, u"hello"_s, now() - 20h);
        fake.post(u"with-li"_s, li.id, u"hi"_s, now() - 19h);
        showConversations();
    }

    void open(const ConversationId &id) { m_window->workspace()->open(id); }
    void key(Qt::Key pressed, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(m_window.get(), pressed, modifiers);
    }
    [[nodiscard]] bool workspaceIsAtList() const { return m_window->windowTitle() == u"Hearth"_s; }

    static QStringList messagesOf(const TimelineView &view)
    {
        QStringList all;
        for (const TimelineRow &row : view.store().rows()) {
            if (row.isMessage())
                all << view.store().item(row.item).text;
        }
        return all;
    }

    QString currentText()
    {
        const auto *view = find<QWidget>(u"conversationPane"_s)->findChild<TimelineView *>();
        const int row = view->currentRow();
        return row < 0 ? QString() : view->store().itemOf(row).text;
    }

    QWidget *pane() { return find<QWidget>(u"rightPane"_s); }
    RightPane *rightPane() { return find<RightPane>(u"rightPane"_s); }
    WorkspacePanes *panes() { return m_window->workspace()->findChild<WorkspacePanes *>(); }
    QListView *list() { return find<QListView>(u"conversationList"_s); }
};

} // namespace Hearth::Test
