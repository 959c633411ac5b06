// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/http.h"
#include "wire/requests.h"

#include <functional>

namespace Hearth {

// A whole number of the query string from `min` to `max`; nothing when it is absent, invalid_field with the
// pointer /<name> when it is something else.
[[nodiscard]] Result<std::optional<qint64>> numberParameter(const HttpRequest &request, const QString &name,
                                                            qint64 min, qint64 max);

// `limit`, from 1 to `max`.
[[nodiscard]] Result<int> limitParameter(const HttpRequest &request, int byDefault, int max);

// `true` or `false` of the query string; false when it is absent.
[[nodiscard]] Result<bool> flagParameter(const HttpRequest &request, const QString &name);

// Text of the query string; nothing when it is absent or empty.
[[nodiscard]] std::optional<QString> textParameter(const HttpRequest &request, const QString &name);

// Cursors say where a page of a list begins, and are opaque to clients. `cursor` as encodeCursor() was given
// it, for a list by id the last one of the page before; empty when it is absent, invalid_field with the
// pointer /cursor when it is none of ours.
[[nodiscard]] Result<QString> cursorParameter(const HttpRequest &request);
[[nodiscard]] QString encodeCursor(const QString &place);

// What every list by id takes: how many, and after which of them.
struct PageParameters {
    int limit = 0;
    QString after; // empty at the beginning
};
[[nodiscard]] Result<PageParameters> pageParameters(const HttpRequest &request);

// The same of a list by time: after this moment, and after this id among what shares it.
struct PageCursor {
    Timestamp at = {};
    QString id;
};
[[nodiscard]] Result<std::optional<PageCursor>> pageCursorParameter(const HttpRequest &request);
[[nodiscard]] QString encodeCursor(const PageCursor &cursor);

// The page of a list that was read with one item more than `limit`, ordered by what `id` gives.
template<typename T, typename Id>
[[nodiscard]] Page<T> pageById(const QList<T> &items, int limit, Id id)
{
    Page<T> page{items.mid(0, limit), items.size() > limit};
    if (page.hasMore)
        page.nextCursor = encodeCursor(QString(std::invoke(id, page.items.last())));
    return page;
}

// The body as a T: unsupported_media_type for another content type than JSON, invalid_json, invalid_field.
template<typename T>
[[nodiscard]] Result<T> parseBody(const HttpRequest &request);

[[nodiscard]] Result<void> requireJson(const HttpRequest &request);

// True when the body holds this field as null: what a T cannot tell from a field that is left out.
[[nodiscard]] bool isNull(const HttpRequest &request, QLatin1StringView field);

template<typename T>
Result<T> parseBody(const HttpRequest &request)
{
    return requireJson(request).and_then([&request] { return parse<T>(request.body); });
}

} // namespace Hearth
