// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/unreadtotal.h"

#include <QAbstractButton>

namespace Hearth {

class Session;
class Theme;

// One account in the rail: its picture, and how much is unread there.
class AccountButton : public QAbstractButton
{
    Q_OBJECT

public:
    AccountButton(Session &session, Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] Session &session() const { return m_session; }
    void setKeys(const QKeySequence &keys); // that choose it
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void refresh();
    void paintBadge(QPainter &painter, const QRect &avatar) const;

    Session &m_session;
    Theme &m_theme;
    UnreadTotal m_unread;
};

} // namespace Hearth
