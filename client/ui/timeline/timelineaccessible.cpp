// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/timelineaccessible.h"

#include "ui/timeline/timelineview.h"

#include <QAccessibleWidget>

namespace Hearth {

namespace {

class RowInterface : public QAccessibleInterface
{
public:
    RowInterface(TimelineView &view, QString rowId)
        : m_view(view)
        , m_rowId(std::move(rowId))
    { }

    bool isValid() const override { return row() >= 0; }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(&m_view); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    void setText(QAccessible::Text, const QString &) override { }
    QAccessible::Role role() const override { return QAccessible::ListItem; }

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        if (kind == QAccessible::Name)
            return m_view.rowText(row());
        const bool hasTarget = m_view.currentRow() == row() && m_view.currentTarget() >= 0;
        return kind == QAccessible::Description && hasTarget
            ? m_view.targetText(row(), m_view.currentTarget())
            : QString();
    }

    QRect rect() const override
    {
        const QRect rect = isValid() ? m_view.rowRect(row()) : QRect();
        return rect.isNull() ? rect : QRect(m_view.viewport()->mapToGlobal(rect.topLeft()), rect.size());
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.focused = isValid() && m_view.hasFocus() && m_view.currentRow() == row();
        state.offscreen = !isValid() || !m_view.isRowVisible(row());
        state.readOnly = true;
        return state;
    }

    [[nodiscard]] int row() const { return m_view.store().indexOf(m_rowId); }

private:
    TimelineView &m_view; // its interface owns this one and goes first
    const QString m_rowId;
};

class ListInterface : public QAccessibleWidget
{
public:
    explicit ListInterface(TimelineView &view)
        : QAccessibleWidget(&view, QAccessible::List)
        , m_view(view)
    { }

    ~ListInterface() override
    {
        for (const QAccessible::Id id : std::as_const(m_children))
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return int(m_view.store().rows().size()); }

    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        const QString id = m_view.store().rows().at(index).id;
        if (!m_children.contains(id)) {
            forgetGone();
            m_children.insert(id, QAccessible::registerAccessibleInterface(new RowInterface(m_view, id)));
        }
        return QAccessible::accessibleInterface(m_children.value(id));
    }

    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *row = dynamic_cast<const RowInterface *>(child);
        return row ? row->row() : -1;
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        const int top = m_view.viewport()->mapFromGlobal(QPoint(x, y)).y();
        for (const RowFlow::Placed &placed : m_view.visibleRows()) {
            if (top >= placed.y && top < placed.bottom())
                return child(placed.row);
        }
        return nullptr;
    }

    QAccessibleInterface *focusChild() const override { return child(m_view.currentRow()); }

private:
    // Rows come and go while somebody scrolls; twice as many as there are is time to clear up.
    void forgetGone() const
    {
        if (m_children.size() < 2 * childCount())
            return;
        m_children.removeIf([this](auto entry) {
            const bool gone = m_view.store().indexOf(entry.key()) < 0;
            if (gone)
                QAccessible::deleteAccessibleInterface(entry.value());
            return gone;
        });
    }

    TimelineView &m_view;
    mutable QHash<QString, QAccessible::Id> m_children; // by row id
};

QAccessibleInterface *makeInterface(const QString &className, QObject *object)
{
    if (className != QLatin1StringView(TimelineView::staticMetaObject.className()))
        return nullptr;
    auto *view = qobject_cast<TimelineView *>(object);
    return view ? new ListInterface(*view) : nullptr;
}

} // namespace

void installTimelineAccessibility()
{
    [[maybe_unused]] static const bool installed = (QAccessible::installFactory(makeInterface), true);
}

void announceCurrentRow(TimelineView &view)
{
    if (!QAccessible::isActive() || view.currentRow() < 0)
        return;
    QAccessibleEvent event(&view, QAccessible::Focus);
    event.setChild(view.currentRow());
    QAccessible::updateAccessibility(&event);
}

void announceCurrentTarget(TimelineView &view)
{
    if (!QAccessible::isActive() || view.currentRow() < 0)
        return;
    QAccessibleEvent event(&view, QAccessible::DescriptionChanged);
    event.setChild(view.currentRow());
    QAccessible::updateAccessibility(&event);
}

} // namespace Hearth
