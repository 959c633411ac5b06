// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/settingrow.h"

#include "ui/leadingtext.h"
#include "ui/paint.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace Hearth {

SettingRow::SettingRow(QWidget *control, const Words &words, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_words((words.name + u' ' + words.synonyms + u' ' + words.explanation).toCaseFolded())
    , m_theme(theme)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(4);
    if (auto *box = qobject_cast<QCheckBox *>(control)) {
        box->setText(words.name);
    } else if (!words.name.isEmpty()) {
        auto *label = new QLabel(words.name, this);
        label->setTextFormat(Qt::PlainText);
        keepLeading(*label);
        label->setFont(relativeFont(font(), 1, QFont::Medium));
        label->setBuddy(control);
        label->setWordWrap(true);
        layout->addWidget(label);
        if (control->accessibleName().isEmpty())
            control->setAccessibleName(words.name);
    }
    // A button is as wide as its words, unless it looks like a field.
    const auto *button = qobject_cast<QPushButton *>(control);
    layout->addWidget(control, 0, button && !button->menu() ? Qt::AlignLeft : Qt::Alignment());
    if (words.explanation.isEmpty())
        return;
    auto *explanation = new QLabel(words.explanation, this);
    explanation->setTextFormat(Qt::PlainText);
    keepLeading(*explanation);
    explanation->setFont(relativeFont(font(), 0.92));
    explanation->setForegroundRole(QPalette::PlaceholderText);
    explanation->setWordWrap(true);
    if (qobject_cast<QCheckBox *>(control))
        explanation->setIndent(style()->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, control)
                               + style()->pixelMetric(QStyle::PM_CheckBoxLabelSpacing, nullptr, control));
    control->setAccessibleDescription(words.explanation);
    layout->addWidget(explanation);
}

bool SettingRow::fits(const QStringList &words) const
{
    return std::ranges::all_of(words, [this](const QString &word) { return m_words.contains(word); });
}

void SettingRow::setMarked(bool marked)
{
    if (std::exchange(m_marked, marked) != marked)
        update();
}

void SettingRow::paintEvent(QPaintEvent *)
{
    if (!m_marked)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.colors().accent, 1));
    painter.setBrush(m_theme.colors().ownBubble);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace Hearth
