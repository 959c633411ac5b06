// SPDX-License-Identifier: Apache-2.0
#include "core/profile.h"

#include "core/profile_p.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString mePath = QStringLiteral("/api/v1/users/me");
const QString picturePath = QStringLiteral("/api/v1/users/me/avatar");

} // namespace

Profile::Profile(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{ }

Profile::~Profile() = default;

QCoro::Task<Result<void>> Profile::Private::update(HttpCall call)
{
    const auto answer = co_await rest.send(call);
    const auto changed = answer.and_then([](const QJsonObject &json) { return fromJson<Account>(json); });
    if (!changed)
        co_return fail(changed.error());
    account = *changed;
    people.keep({account.user});
    co_return Result<void>();
}

QCoro::Task<Result<void>> Profile::setDisplayName(QString name)
{
    ProfileUpdate update;
    update.displayName = std::move(name);
    return d->update({"PATCH", mePath, {}, toJson(update)});
}

QCoro::Task<Result<void>> Profile::change(SettingsUpdate settings)
{
    ProfileUpdate update;
    update.settings = settings;
    return d->update({"PATCH", mePath, {}, toJson(update)});
}

QCoro::Task<Result<void>> Profile::setPicture(QByteArray image, QByteArray mimeType)
{
    return d->update({"PUT", picturePath, {}, std::move(image), std::move(mimeType)});
}

QCoro::Task<Result<void>> Profile::removePicture()
{
    const HttpCall call{"DELETE", picturePath};
    const auto done = co_await d->rest.send(call);
    if (!done)
        co_return fail(done.error());
    d->account.user.avatarUrl.reset();
    d->people.keep({d->account.user});
    co_return Result<void>();
}

QCoro::Task<Result<void>> Profile::changePassword(QString before, QString after)
{
    const QByteArray body = toJson(ChangePassword{std::move(before), std::move(after)});
    const HttpCall call{"POST", u"/api/v1/auth/password"_s, {}, body};
    const auto done = co_await d->rest.send(call);
    co_return done.map([](const QJsonObject &) {});
}

} // namespace Hearth
