// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QKeySequence>
#include <QWidget>

class QFormLayout;
class QLabel;
class QPushButton;

namespace Hearth {

// What stands where there is nothing to show: what happened, and the next step.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    void setLogo(int size); // px
    void setText(const QString &title, const QString &explanation);
    void setAction(const QString &text); // empty: none
    void addShortcut(const QString &what, const QKeySequence &keys);

Q_SIGNALS:
    void actionTriggered();

private:
    QLabel *const m_logo;
    QLabel *const m_title;
    QLabel *const m_explanation;
    QPushButton *const m_action;
    QFormLayout *const m_shortcuts;
};

} // namespace Hearth
