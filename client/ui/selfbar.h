// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/presence.h"

#include <QAbstractButton>

namespace Hearth {

class Session;
class Theme;

// Oneself, with one's status, at the foot of the list; a click opens the menu. 48 px.
class SelfBar : public QAbstractButton
{
    Q_OBJECT

public:
    SelfBar(Session &session, Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    [[nodiscard]] PresenceStatus status() const;

    Session &m_session;
    Theme &m_theme;
};

} // namespace Hearth
