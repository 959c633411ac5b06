// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/user.h"
#include "util/result.h"

#include <QCoroTask>
#include <QObject>

#include <memory>

namespace Hearth {

// What keeps people apart who should be: whom one has blocked, and what one tells the administrators. The
// server decides; whom it has blocked is asked at each connection.
class Safety : public QObject
{
    Q_OBJECT

public:
    struct Private;
    explicit Safety(std::unique_ptr<Private> d);
    ~Safety() override;

    [[nodiscard]] const QList<User> &blocked() const; // by display name
    [[nodiscard]] bool isBlocked(const UserId &id) const;

    QCoro::Task<Result<void>> block(UserId id);
    QCoro::Task<Result<void>> unblock(UserId id);

    // `reason`: 1 to 2 000 characters. Reporting the same again is harmless.
    QCoro::Task<Result<void>> reportPerson(UserId id, QString reason);
    QCoro::Task<Result<void>> reportMessage(MessageId id, QString reason);

Q_SIGNALS:
    void changed(); // somebody is blocked or no longer

private:
    const std::unique_ptr<Private> d;
};

} // namespace Hearth
