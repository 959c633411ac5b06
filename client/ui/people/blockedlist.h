// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/user.h"
#include "util/result.h"

#include <QCoroTask>
#include <QWidget>

class QVBoxLayout;

namespace Hearth {

class Session;

// The people one has blocked, each with a button that lets them in again.
class BlockedList : public QWidget
{
    Q_OBJECT

public:
    explicit BlockedList(Session &session, QWidget *parent = nullptr);

Q_SIGNALS:
    void failed(const QString &sentence); // empty: no longer

private:
    void fill();
    [[nodiscard]] QWidget *makeLine(const User &user);
    QCoro::Task<void> unblock(User user);

    Session &m_session;
    QVBoxLayout *const m_lines;
};

} // namespace Hearth
