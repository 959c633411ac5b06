// SPDX-License-Identifier: Apache-2.0
#include "ui/leadingtext.h"

#include <QEvent>
#include <QLabel>

namespace Hearth {

namespace {

class LeadingText : public QObject
{
public:
    explicit LeadingText(QLabel &label)
        : QObject(&label)
        , m_label(label)
    {
        label.installEventFilter(this);
        align();
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::LayoutDirectionChange)
            align();
        return false;
    }

private:
    void align()
    {
        m_label.setAlignment((m_label.isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute
                             | Qt::AlignVCenter);
    }

    QLabel &m_label;
};

} // namespace

void keepLeading(QLabel &label)
{
    new LeadingText(label);
}

} // namespace Hearth
