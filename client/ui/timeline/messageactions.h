// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/timeline/rowactions.h"

#include <QObject>
#include <QRect>

namespace Hearth {

class Session;
class Theme;
class TimelinePane;
class TimelineView;
class UndoToast;

// What people do with messages in the timeline, done with the session.
class MessageActions : public QObject
{
    Q_OBJECT

public:
    // All must outlive this object; the pane owns it.
    MessageActions(Session &session, const TimelineStore &store, TimelineView &view, Theme &theme,
                   TimelinePane &pane);

    void arrange(); // the pane has another size

private:
    void act(RowAction action, const QString &rowId, const QRect &globalAnchor);
    void toggleReaction(const QString &rowId, const QString &emoji);
    void remove(const MessageRef &message);
    [[nodiscard]] MessageRef refOf(const TimelineItem &item) const;

    Session &m_session;
    const TimelineStore &m_store;
    TimelinePane &m_pane;
    UndoToast *const m_toast;
};

} // namespace Hearth
