// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ids.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace Hearth {

class AvatarView;
class SafetyButtons;
class Session;

// Who somebody is, and what one can do with them: a popup beside where they were pressed.
class PersonCard : public QFrame
{
    Q_OBJECT

public:
    PersonCard(Session &session, const UserId &id, QWidget *parent = nullptr); // deletes itself when closed

    void popup(const QRect &globalAnchor); // beside it, wholly on its screen

Q_SIGNALS:
    void directRequested(const UserId &id);

private:
    void refresh();

    Session &m_session;
    const UserId m_id;
    AvatarView *const m_avatar;
    QLabel *const m_name;
    QLabel *const m_detail;
    QLabel *const m_seen;
    QPushButton *const m_write;
    SafetyButtons *const m_safety;
};

} // namespace Hearth
