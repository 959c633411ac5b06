// SPDX-License-Identifier: Apache-2.0
#include "ui/writing/completionpopup.h"

#include "ui/avatarsource.h"
#include "ui/theme.h"
#include "ui/writing/completiondelegate.h"
#include "ui/writing/completionmodel.h"

#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QVBoxLayout>

namespace Hearth {

namespace {

constexpr int widest = 480;
constexpr int mostRows = 8;
constexpr int padding = 4;
constexpr int gap = 6;
constexpr qreal radius = 10;

} // namespace

CompletionPopup::CompletionPopup(Theme &theme, AvatarSource &avatars, QWidget &field)
    : QFrame(&field)
    , m_theme(theme)
    , m_field(field)
    , m_model(new CompletionModel(this))
    , m_list(new QListView(this))
{
    setObjectName(QStringLiteral("completionPopup"));
    setAccessibleName(tr("Suggestions"));
    hide();
    m_list->setObjectName(QStringLiteral("completionList"));
    m_list->setAccessibleName(tr("Suggestions"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CompletionDelegate(*m_model, theme, avatars, this));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->viewport()->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, padding, 0, padding);
    layout->addWidget(m_list);
    connect(m_list, &QListView::clicked, this, &CompletionPopup::picked);
    connect(&avatars, &AvatarSource::changed, m_list->viewport(), qOverload<>(&QWidget::update));
}

void CompletionPopup::setCompletions(const QList<Completion> &completions)
{
    m_model->setCompletions(completions);
    m_list->setCurrentIndex(m_model->index(0));
}

void CompletionPopup::showAbove(const QRect &globalCaret)
{
    QWidget *window = m_field.window();
    if (parentWidget() != window) // of the composer, which was moved there since
        setParent(window);
    const QPoint caret = window->mapFromGlobal(globalCaret.topLeft());
    const QWidget &composer = *m_field.parentWidget();
    const auto [left, bottom] = composer.mapTo(window, QPoint(gap, -gap));
    const int rows = std::min(m_model->rowCount(), mostRows);
    const int least = CompletionDelegate::rowHeight + 2 * padding;
    const int height =
        std::max(least, std::min(rows * CompletionDelegate::rowHeight + 2 * padding, bottom - gap));
    const int room = composer.width() - 2 * gap;
    const int width = std::min(widest, room);
    const bool leftwards = m_field.layoutDirection() == Qt::RightToLeft;
    const int x = leftwards ? caret.x() + globalCaret.width() - width : caret.x();
    setGeometry(std::clamp(x, left, left + room - width), bottom - height, width, height);
    show();
    raise();
}

void CompletionPopup::step(int rows)
{
    const int count = m_model->rowCount();
    if (count > 0)
        m_list->setCurrentIndex(m_model->index((m_list->currentIndex().row() + rows + count) % count));
}

std::optional<Completion> CompletionPopup::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? std::optional(m_model->at(index)) : std::nullopt;
}

void CompletionPopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.colors().divider);
    painter.setBrush(m_theme.colors().window);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace Hearth
