// SPDX-License-Identifier: Apache-2.0
#include "ui/emptystate.h"

#include "ui/paint.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Hearth {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_logo(new QLabel(this))
    , m_title(new QLabel(this))
    , m_explanation(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_shortcuts(new QFormLayout)
{
    m_logo->setAlignment(Qt::AlignCenter);
    m_logo->hide();
    m_title->setFont(relativeFont(font(), 1.3, QFont::DemiBold));
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setTextFormat(Qt::PlainText); // both may quote what somebody typed
    m_title->setWordWrap(true);
    m_explanation->setForegroundRole(QPalette::PlaceholderText);
    m_explanation->setAlignment(Qt::AlignCenter);
    m_explanation->setTextFormat(Qt::PlainText);
    m_explanation->setWordWrap(true);
    m_action->setObjectName(QStringLiteral("emptyStateAction"));
    m_action->setDefault(true);
    m_action->hide();
    m_shortcuts->setHorizontalSpacing(24);
    m_shortcuts->setVerticalSpacing(8);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(8);
    layout->addStretch(2);
    layout->addWidget(m_logo);
    layout->addSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_explanation);
    layout->addSpacing(8);
    layout->addWidget(m_action, 0, Qt::AlignCenter);
    auto *centred = new QHBoxLayout;
    centred->addStretch();
    centred->addLayout(m_shortcuts);
    centred->addStretch();
    layout->addLayout(centred);
    layout->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
}

void EmptyState::setLogo(int size)
{
    m_logo->setPixmap(
        QIcon(QStringLiteral(":/icons/logo.svg")).pixmap(QSize(size, size), devicePixelRatioF()));
    m_logo->show();
}

void EmptyState::setText(const QString &title, const QString &explanation)
{
    m_title->setText(title);
    m_explanation->setText(explanation);
}

void EmptyState::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void EmptyState::addShortcut(const QString &what, const QKeySequence &keys)
{
    auto *label = new QLabel(what, this);
    label->setForegroundRole(QPalette::PlaceholderText);
    auto *keyLabel = new QLabel(keys.toString(QKeySequence::NativeText), this);
    keyLabel->setFont(relativeFont(font(), 1, QFont::Medium));
    m_shortcuts->addRow(label, keyLabel);
}

} // namespace Hearth
