// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/paneplace.h"

#include "ui/clientsettings.h"
#include "ui/panes/rightpane.h"
#include "ui/panes/scrim.h"

#include <QAction>
#include <QApplication>
#include <QPointer>
#include <QSplitter>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace Hearth {

namespace {

constexpr int besideFrom = 1080;
constexpr int oneColumnBelow = 720;
constexpr int paneLeast = 280;
constexpr int paneMost = 480;
constexpr int paneUsual = 340;

} // namespace

PanePlace::PanePlace(QWidget &window, QSplitter &splitter, RightPane &pane, ClientSettings &settings)
    : QObject(&window)
    , m_window(window)
    , m_splitter(splitter)
    , m_pane(pane)
    , m_settings(settings)
    , m_scrim(new Scrim(&window))
    , m_close(new QAction(tr("Close the pane"), this))
{
    m_close->setShortcuts({Qt::Key_Escape, Qt::ALT | Qt::Key_Left});
    m_pane.addAction(m_close);
    m_pane.hide();
    connect(m_close, &QAction::triggered, &pane, &RightPane::closePane);
    connect(m_scrim, &Scrim::pressed, &pane, &RightPane::closePane);
}

bool PanePlace::isBeside() const
{
    return m_pane.isOpen() && m_window.width() >= besideFrom;
}

bool PanePlace::coversAll() const
{
    return m_pane.isOpen() && m_window.width() < oneColumnBelow;
}

int PanePlace::paneWidth() const
{
    return std::clamp(m_settings.rightPaneWidth(), paneLeast, paneMost);
}

void PanePlace::keepWidth()
{
    if (isBeside())
        m_settings.setRightPaneWidth(m_pane.width());
}

void PanePlace::resetWidth()
{
    m_settings.setRightPaneWidth(paneUsual);
}

// Another parent takes the focus away from what is in the pane.
void PanePlace::arrange(std::optional<int> listWidth)
{
    const QPointer<QWidget> focused(QApplication::focusWidget());
    const bool within = focused && m_pane.isAncestorOf(focused);
    place(listWidth);
    if (within && focused && m_pane.isOpen())
        focused->setFocus(Qt::OtherFocusReason);
}

void PanePlace::place(std::optional<int> listWidth)
{
    const int width = m_window.width();
    if (isBeside())
        putBeside();
    else if (m_pane.isOpen() && m_pane.parentWidget() != m_scrim)
        m_pane.setParent(m_scrim);
    if (listWidth && isBeside())
        m_splitter.setSizes({*listWidth, width - *listWidth - paneWidth(), paneWidth()});
    else if (listWidth)
        m_splitter.setSizes({*listWidth, width - *listWidth});
    m_scrim->setVisible(m_pane.isOpen() && !isBeside());
    if (m_scrim->isVisibleTo(&m_window))
        putOver();
    m_pane.setVisible(m_pane.isOpen());
    m_pane.setAfloat(!isBeside() && !coversAll());
    // Over the conversation Esc closes it from anywhere; beside it, from within.
    m_close->setShortcutContext(isBeside() ? Qt::WidgetWithChildrenShortcut : Qt::WindowShortcut);
    m_close->setEnabled(m_pane.isOpen());
}

void PanePlace::putBeside()
{
    m_pane.setMinimumWidth(paneLeast);
    m_pane.setMaximumWidth(paneMost);
    if (m_splitter.indexOf(&m_pane) < 0)
        m_splitter.addWidget(&m_pane);
    m_pane.show(); // a hidden column has no size
}

void PanePlace::putOver()
{
    const QRect conversation = m_splitter.widget(1)->geometry().translated(m_splitter.pos());
    const QRect area = coversAll() ? m_window.rect() : conversation;
    m_scrim->setGeometry(area);
    m_scrim->raise();
    m_pane.setMinimumWidth(0);
    m_pane.setMaximumWidth(QWIDGETSIZE_MAX);
    const int width = coversAll() ? area.width() : std::min(paneWidth(), area.width());
    const QRect place(area.width() - width, 0, width, area.height());
    m_pane.setGeometry(QStyle::visualRect(m_window.layoutDirection(), m_scrim->rect(), place));
}

} // namespace Hearth
