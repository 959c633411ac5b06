// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/caller.h"
#include "storage/exportstore.h"

namespace Hearth {

// What is kept about a person, for that person.
class ExportService
{
public:
    explicit ExportService(ExportStore &store)
        : m_store(store)
    { }

    QCoro::Task<Result<ExportPage>> own(Caller caller, ExportPlace from)
    {
        return m_store.page(std::move(caller.userId), std::move(from));
    }

private:
    ExportStore &m_store;
};

} // namespace Hearth
