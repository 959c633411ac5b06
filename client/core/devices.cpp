// SPDX-License-Identifier: Apache-2.0
#include "core/devices.h"

#include "core/devices_p.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

Devices::Devices(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{ }

Devices::~Devices() = default;

QCoro::Task<Result<QList<SessionInfo>>> Devices::list()
{
    const QString path = u"/api/v1/sessions"_s;
    const auto page = co_await d->rest.get<Page<SessionInfo>>(path);
    if (!page)
        co_return fail(page.error());
    co_return page->items;
}

QCoro::Task<Result<void>> Devices::signOut(SessionId device)
{
    const HttpCall call{"DELETE",
                        "/api/v1/sessions/"_L1 + QString::fromLatin1(QUrl::toPercentEncoding(device))};
    const auto done = co_await d->rest.send(call);
    co_return done.map([](const QJsonObject &) {});
}

} // namespace Hearth
