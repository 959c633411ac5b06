// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/undotoast.h"

#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace Hearth {

using namespace std::chrono_literals;

namespace {

constexpr int bottomMargin = 16;
constexpr int corner = 8;

} // namespace

UndoToast::UndoToast(Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_text(new QLabel(this))
    , m_button(new QPushButton(tr("Undo"), this))
{
    setObjectName(QStringLiteral("undoToast"));
    m_text->setTextFormat(Qt::PlainText);
    m_button->setObjectName(QStringLiteral("undo"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 6, 6, 6);
    layout->setSpacing(16);
    layout->addWidget(m_text);
    layout->addWidget(m_button);
    hide();
    m_over.setSingleShot(true);
    m_over.setInterval(5s);
    connect(&m_over, &QTimer::timeout, this, &QWidget::hide);
    connect(m_button, &QAbstractButton::clicked, this, [this] {
        m_over.stop();
        hide();
        m_undo();
    });
}

void UndoToast::offer(const QString &text, std::function<void()> undo)
{
    m_undo = std::move(undo);
    m_text->setText(text);
    m_over.start();
    arrange();
    show();
    raise();
}

void UndoToast::arrange()
{
    adjustSize();
    const QWidget &around = *parentWidget();
    move((around.width() - width()) / 2, around.height() - bottomMargin - height());
}

void UndoToast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.colors().divider, 1));
    painter.setBrush(m_theme.colors().sidebar);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
}

} // namespace Hearth
