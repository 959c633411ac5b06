// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/connection.h"
#include "core/people.h"
#include "core/rest.h"
#include "core/safety.h"
#include "wire/accounts.h"

namespace Hearth {

struct Safety::Private {
    QCoro::Task<void> refresh();
    QCoro::Task<Result<void>> setBlocked(UserId id, bool on);
    QCoro::Task<Result<void>> report(ReportRequest request);
    void take(QList<User> users);

    Rest &rest;
    People &people;
    Connection &connection;
    Safety *q = nullptr;
    QList<User> blocked = {};
    quint64 changes = 0; // of one's own; a list that was asked for before them is stale
};

} // namespace Hearth
