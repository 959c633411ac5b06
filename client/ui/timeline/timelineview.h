// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/timeline/messagelayout.h"
#include "ui/timeline/readers.h"
#include "ui/timeline/rowactions.h"
#include "ui/timeline/rowflow.h"
#include "ui/timeline/rowpainter.h"
#include "ui/timeline/selection.h"
#include "ui/timeline/shownrows.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QCache>
#include <QDate>
#include <QUrl>
#include <QVariantAnimation>

class QMenu;

namespace Hearth {

class AttachmentSource;
class AvatarSource;
class RowToolbar;

// Paints the rows of a store and lets people scroll, select, copy and press what is in them. Knows no
// session: whoever changes the store calls storeChanged(), and acts on the signals.
class TimelineView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    // The store must outlive the view.
    TimelineView(const TimelineStore &store, Theme &theme, QWidget *parent = nullptr);
    ~TimelineView() override;

    // Pictures and the states of transfers come from there; null: there are none. It must outlive the view.
    void setAttachmentSource(AttachmentSource *source);
    void setAvatarSource(AvatarSource *source); // the same of pictures of people
    [[nodiscard]] QList<File> pictures() const; // of the messages that are loaded

    void storeChanged(); // rows came, went or changed: nothing that is seen moves
    void refresh(); // names changed
    void setRights(const RowRights &rights);
    void setRecentReactions(std::function<QStringList()> recent); // asked whenever they are offered
    void startOver(); // another conversation: everything is forgotten, the position is the end

    void scrollToEnd();
    void scrollToRow(int row, int y); // so that the row begins at y of the viewport
    void highlightRow(int row); // for a moment: it is what somebody looked for
    [[nodiscard]] bool isAtEnd() const { return m_flow.isAtEnd(); }
    [[nodiscard]] bool isRowVisible(int row) const { return m_flow.placed(row) != nullptr; }
    [[nodiscard]] int pixelsAbove() const { return m_flow.pixelsAbove(); } // loaded, out of sight; estimates
    [[nodiscard]] int pixelsBelow() const { return m_flow.pixelsBelow(); }
    [[nodiscard]] const std::vector<RowFlow::Placed> &visibleRows() const { return m_flow.visible(); }
    // The messages that can be taken as read: at least half in sight, or higher than the viewport with their
    // end in sight.
    [[nodiscard]] QList<qint64> readableSeqs() const;

    [[nodiscard]] bool hasSelection() const { return !m_selection.isEmpty(); }
    [[nodiscard]] QString selectedText() const;
    void selectAll();
    void copySelection() const;

    [[nodiscard]] int currentRow() const { return m_store.indexOf(m_currentId); } // of the keyboard; or -1
    void setCurrentRow(int row);

    [[nodiscard]] const TimelineStore &store() const { return m_store; }
    [[nodiscard]] QString rowText(int row) const; // as a screen reader says it
    [[nodiscard]] QRect rowRect(int row) const; // in the viewport; null when out of sight
    // The rectangle of the n-th thing to press in a row, in the viewport; null when out of sight.
    [[nodiscard]] QRect targetRect(int row, int target) const;
    [[nodiscard]] QString targetText(int row, int target) const; // as a screen reader says it
    [[nodiscard]] int currentTarget() const { return m_currentTarget; } // of the current row; or -1

Q_SIGNALS:
    void positionChanged(); // scrolled, resized, or other rows are in sight
    void linkActivated(const QUrl &url, const QString &visibleText);
    void retryRequested(const QString &clientMsgId);
    void deleteRequested(const QString &clientMsgId);
    void attachmentActivated(const File &file, AttachmentAction action);
    void seekRequested(qint64 seq); // a place that is not loaded
    void endRequested();
    void dayActivated(QDate day);
    void rowActionRequested(RowAction action, const QString &rowId, const QRect &globalAnchor);
    void reactionToggled(const QString &rowId, const QString &emoji);
    void quoteActivated(const QuotedMessage &quoted);
    void changeRetried(const QString &changeId); // an edit that was refused
    void changeDropped(const QString &changeId);
    void escapePressed();

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    struct LayoutKey {
        QString id;
        quint64 revision = 0;
        bool operator==(const LayoutKey &) const = default;
        friend size_t qHash(const LayoutKey &key, size_t seed)
        {
            return qHashMulti(seed, key.id, key.revision);
        }
    };
    // What is under a point of the viewport.
    struct Hit {
        int row = -1;
        int target = -1;
        bool text = false;
        bool state = false;
        TextPlace place = {};
    };

    const MessageLayout &layoutOf(int row) const;
    [[nodiscard]] std::unique_ptr<MessageLayout> layOut(const TimelineItem &item) const;
    [[nodiscard]] int bodyX(int row) const; // of a message: the left edge of its body
    [[nodiscard]] QPoint bodyOf(const RowFlow::Placed &placed) const;
    [[nodiscard]] RowFlow::Metrics measure(int row) const;
    [[nodiscard]] Hit hitTest(QPoint point) const;
    [[nodiscard]] TextPlace nearestPlace(QPoint point) const;
    [[nodiscard]] QDate dayAt(QPoint point) const; // whose chip is there
    [[nodiscard]] MessageProgress shownProgress(const TimelineItem &item) const;
    [[nodiscard]] bool isContinued(int row) const; // by the next one
    [[nodiscard]] RowPaint rowPaint(int row, const MessageLayout &layout) const;
    void restyle();
    void paintRow(QPainter &painter, const RowFlow::Placed &placed);
    void paintStickyDay(QPainter &painter);
    void paintAllReaders(QPainter &painter, const QRect &area) const;
    [[nodiscard]] QList<ReaderDisc> readerDiscs(const RowFlow::Placed &placed) const;
    [[nodiscard]] QString readersText(int row) const; // empty: nobody is there
    bool showReadersToolTip(const QHelpEvent &event);
    [[nodiscard]] QRect stickyDayRect() const; // null when it is not shown

    void scrollPixels(int dy);
    void jumpTo(int value);
    void moved(); // has painted what differs now, and tells everybody that the position changed
    [[nodiscard]] QList<ShownRow> shownRows() const;
    void repaint(const RowRepaint &how);
    void syncScrollBar();
    void updateHover(QPoint point);
    void updateRow(const QString &id);
    void updateSpinners();

    void moveCurrent(int step);
    void selectWord(const TextPlace &place);
    void autoScroll();
    void activate(int row, int target);

    [[nodiscard]] Transfer transferOf(const File &file) const;
    void paintAttachments(QPainter &painter, const RowFlow::Placed &placed, const RowPaint &how);
    void tellFilesInSight();
    void updateFile(const QString &fileId);
    void actOnFile(int row, const File &file, AttachmentAction action);
    [[nodiscard]] QString filesText(int row) const;

    [[nodiscard]] bool offers(RowAction action, int row) const;
    void act(RowAction action, int row);
    bool actByKey(int key, int row); // false: no action has this key
    void updateToolbar();
    void addFileActions(QMenu &menu, const Hit &hit);
    [[nodiscard]] QString reactionText(int row, const QString &emoji) const;
    void copyRow(int row) const;
    [[nodiscard]] QList<CopiedRow> selectedRows() const;
    [[nodiscard]] QString progressText(const TimelineItem &item) const;
    void showMenu(QPoint globalPos, const Hit &hit);
    bool showToolTip(QHelpEvent *event);

    const TimelineStore &m_store;
    Theme &m_theme;
    AttachmentSource *m_files = nullptr;
    AvatarSource *m_avatars = nullptr;
    TimelineStyle m_style;
    TimelineColumns m_columns;
    mutable QCache<LayoutKey, MessageLayout> m_layouts;
    RowFlow m_flow;
    TimelineSelection m_selection;

    RowToolbar *const m_toolbar;
    RowRights m_rights;
    std::function<QStringList()> m_recentReactions;
    QList<ShownRow> m_shown; // what is painted, or soon will be
    QRect m_stickyRect; // where the day was painted last; null: nowhere
    QPoint m_pointer; // of the mouse, when last seen: to ask the display for it takes a round trip
    bool m_syncing = false; // the scroll bar is being set, not moved
    qint64 m_seekSeq = 0; // where the scroll bar was dragged to, when that is not loaded
    QBasicTimer m_seekTimer;
    QBasicTimer m_stickyTimer; // while it runs, the day is shown at the top
    QBasicTimer m_spinnerTimer;
    QBasicTimer m_autoScrollTimer;
    QBasicTimer m_tripleClickTimer;
    int m_spinnerTurn = 0; // degrees

    QString m_highlightId;
    QVariantAnimation m_highlight; // from 1 to 0
    QString m_hoverId;
    QString m_toolbarId; // whose actions are offered
    int m_hoverTarget = -1;
    QString m_currentId; // row that the keyboard is at
    int m_currentTarget = -1;
    Hit m_pressed;
    bool m_selecting = false;
    QPoint m_dragPos;
};

} // namespace Hearth
