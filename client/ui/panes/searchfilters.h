// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/searchtext.h"

#include <QCoreApplication>

#include <optional>

class QMenu;
class QWidget;

namespace Hearth {

class Session;

// What people mean by the filters of a search.
struct SearchFilters {
    Q_DECLARE_TR_FUNCTIONS(SearchFilters)

public:
    // A typed filter with the id of whom or what it names, where that is known by that name.
    [[nodiscard]] static SearchPart resolved(const Session &session, SearchPart part);
    [[nodiscard]] static QString label(const Session &session, const SearchPart &part);

    // The filters to choose from; `here`: the search is in one conversation. `chosen` gets what was chosen,
    // without a value where a day is asked for.
    [[nodiscard]] static QMenu *menu(const Session &session, std::optional<QString> here, QWidget *parent,
                                     std::function<void(const SearchPart &)> chosen);
};

} // namespace Hearth
