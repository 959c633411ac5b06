// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QAction;
class QSplitter;
class QWidget;

namespace Hearth {

class ClientSettings;
class RightPane;
class Scrim;

// Where the right pane stands: beside the conversation in a wide window, over it in a narrower one (a click
// beside it closes it), and in place of everything in one column. Esc closes it.
class PanePlace : public QObject
{
    Q_OBJECT

public:
    PanePlace(QWidget &window, QSplitter &splitter, RightPane &pane, ClientSettings &settings);

    // Lays out the columns when the window's width, the list's or the pane changed. In one column the list
    // has no width of its own.
    void arrange(std::optional<int> listWidth);
    [[nodiscard]] bool isBeside() const; // in the splitter, as its last column
    [[nodiscard]] bool coversAll() const; // the only column
    void keepWidth(); // the splitter was moved
    void resetWidth();

private:
    void place(std::optional<int> listWidth);
    void putBeside();
    void putOver();
    [[nodiscard]] int paneWidth() const;

    QWidget &m_window;
    QSplitter &m_splitter;
    RightPane &m_pane;
    ClientSettings &m_settings;
    Scrim *const m_scrim;
    QAction *const m_close;
};

} // namespace Hearth
