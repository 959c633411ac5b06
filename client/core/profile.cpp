// SPDX-License-Identifier: Apache-2.0
#include "core/profile.h"

#include "core/profile_p.h"

#include <QSaveFile>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString mePath = QStringLiteral("/api/v1/users/me");
const QString picturePath = QStringLiteral("/api/v1/users/me/avatar");
const QString exportPath = QStringLiteral("/api/v1/users/me/export");

// RFC 8288: <target>; rel="next". Empty: this is the last page.
QUrlQuery nextPage(const QByteArray &link)
{
    const qsizetype end = link.indexOf('>');
    if (!link.startsWith('<') || !link.mid(end).contains(R"(rel="next")"))
        return {};
    return QUrlQuery(QUrl::fromEncoded(link.mid(1, end - 1)));
}

tl::unexpected<Error> cannotWrite(const QSaveFile &file)
{
    return fail(ErrorCode::Internal, u"The file cannot be written: %1"_s.arg(file.errorString()));
}

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

QCoro::Task<Result<void>> Profile::saveCopy(QString path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        co_return cannotWrite(file);
    HttpCall call{"GET", exportPath};
    do {
        const auto page = co_await d->rest.fetch(call);
        if (!page)
            co_return fail(page.error());
        if (file.write(page->body) != page->body.size())
            co_return cannotWrite(file);
        call.query = nextPage(page->link);
    } while (!call.query.isEmpty());
    if (!file.commit())
        co_return cannotWrite(file);
    co_return Result<void>();
}

QCoro::Task<Result<void>> Profile::deleteAccount(QString password, ErasedMessages messages)
{
    const QByteArray body = toJson(DeleteAccount{std::move(password), messages});
    const HttpCall call{"DELETE", mePath, {}, body};
    const auto done = co_await d->rest.send(call);
    co_return done.map([](const QJsonObject &) {});
}

} // namespace Hearth
