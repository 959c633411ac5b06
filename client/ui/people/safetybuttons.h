// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ids.h"
#include "util/result.h"

#include <QCoroTask>
#include <QWidget>

class QPushButton;

namespace Hearth {

class ErrorLabel;
class Session;

// Blocks a person or lets them in again, and reports them.
class SafetyButtons : public QWidget
{
    Q_OBJECT

public:
    explicit SafetyButtons(Session &session, QWidget *parent = nullptr);

    void setPerson(const UserId &id);

private:
    void refresh();
    void toggleBlocked();
    QCoro::Task<void> setBlocked(bool on); // shows why it could not be done

    Session &m_session;
    QPushButton *const m_block;
    QPushButton *const m_report;
    ErrorLabel *const m_error;
    UserId m_id;
};

} // namespace Hearth
