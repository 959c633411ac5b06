// SPDX-License-Identifier: Apache-2.0
#include "api/files.h"

#include "api/conditional.h"
#include "api/disposition.h"
#include "api/uploadedfile.h"
#include "services/fileservice.h"
#include "services/userservice.h"
#include "wire/codecs.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// Whatever a file holds, no browser shows or runs it as a page of this server: it is saved, its type is not
// guessed (nosniff is on every answer), and in spite of all its scripts would have no origin.
void addSafety(HttpResponse &response, const QByteArray &disposition, const QString &name)
{
    response.addHeader("Content-Disposition", dispositionOf(disposition, name));
    response.addHeader("Content-Security-Policy", "sandbox; default-src 'none'");
}

HttpResponse notModified(const QByteArray &etag)
{
    HttpResponse response{304};
    response.addHeader("ETag", etag);
    return response;
}

HttpResponse unsatisfiable(qint64 size)
{
    HttpResponse response{416};
    response.addHeader("Content-Range", "bytes */" + QByteArray::number(size));
    return response;
}

// RFC 9110 section 13.2.2: If-Match and If-None-Match decide first, then Range, which If-Range may void.
RangeRequest rangeOf(const HttpRequest &request, const QByteArray &etag, qint64 size)
{
    const QByteArray condition = request.header("if-range");
    if (request.headOnly || (!condition.isEmpty() && condition != etag))
        return {};
    return parseRange(request.header("range"), size);
}

QCoro::Task<Result<HttpResponse>> download(FileService &files, HttpRequest request, Caller caller, QString id)
{
    const auto file = co_await files.get(caller, id);
    if (!file)
        co_return fail(file.error());
    const QByteArray etag = '"' + file->sha256.toLatin1() + '"';
    const QByteArray ifMatch = request.header("if-match");
    if (!ifMatch.isEmpty() && !matchesStrongly(ifMatch, etag))
        co_return fail(ErrorCode::PreconditionFailed, u"This file has another ETag."_s);
    if (matchesAny(request.header("if-none-match"), etag))
        co_return notModified(etag);
    const auto [range, isSatisfiable] = rangeOf(request, etag, file->size);
    if (!isSatisfiable)
        co_return unsatisfiable(file->size);

    HttpResponse response{range ? 206 : 200, file->mimeType.toLatin1()};
    response.streamBytes = range ? range->size() : file->size;
    if (!request.headOnly) {
        auto stream = co_await files.read(*file, range ? range->first : 0, response.streamBytes);
        if (!stream)
            co_return fail(std::move(stream.error()));
        response.stream = std::move(*stream);
    }
    response.addHeader("ETag", etag);
    response.addHeader("Accept-Ranges", "bytes");
    if (range)
        response.addHeader("Content-Range",
                           "bytes " + QByteArray::number(range->first) + '-' + QByteArray::number(range->last)
                               + '/' + QByteArray::number(file->size));
    addSafety(response, "attachment", file->name);
    co_return response;
}

QCoro::Task<Result<HttpResponse>> thumbnail(FileService &files, HttpRequest request, Caller caller,
                                            QString id)
{
    auto picture = co_await files.thumbnail(caller, id);
    if (!picture)
        co_return fail(std::move(picture.error()));
    const QByteArray etag = "\"" + id.toLatin1() + "-thumbnail\"";
    if (matchesAny(request.header("if-none-match"), etag))
        co_return notModified(etag);
    const bool isPng = picture->startsWith("\x89PNG");
    HttpResponse response{200, isPng ? "image/png" : "image/jpeg", std::move(*picture)};
    response.addHeader("ETag", etag);
    addSafety(response, "inline", isPng ? u"thumbnail.png"_s : u"thumbnail.jpg"_s);
    co_return response;
}

QCoro::Task<Result<HttpResponse>> upload(FileService &files, HttpRequest request, Caller caller)
{
    auto uploaded = co_await openUpload(std::move(request), files.limits().fileBytes);
    if (!uploaded)
        co_return fail(std::move(uploaded.error()));
    const auto file = co_await files.upload(caller, uploaded->name, uploaded->contents);
    if (!file)
        co_return fail(file.error());
    HttpResponse response = json(*file, 201);
    response.addHeader("Location", "/api/v1/files/" + file->id.toLatin1());
    co_return response;
}

QCoro::Task<Result<HttpResponse>> setAvatar(FileService &files, UserService &users, HttpRequest request,
                                            Caller caller)
{
    auto uploaded = co_await openUpload(std::move(request), files.limits().fileBytes);
    if (!uploaded)
        co_return fail(std::move(uploaded.error()));
    if (auto set = co_await files.setAvatar(caller, uploaded->contents); !set)
        co_return fail(std::move(set.error()));
    co_await users.tellChanged(caller.userId);
    const auto account = co_await users.me(caller);
    co_return account.map([](const Account &account) { return json(account); });
}

QCoro::Task<Result<HttpResponse>> setConversationAvatar(FileService &files, HttpRequest request,
                                                        Caller caller, QString id)
{
    auto uploaded = co_await openUpload(std::move(request), files.limits().fileBytes);
    if (!uploaded)
        co_return fail(std::move(uploaded.error()));
    const auto changed = co_await files.setConversationAvatar(caller, id, uploaded->contents);
    co_return changed.map([](const Conversation &conversation) { return json(conversation); });
}

} // namespace

void addFileRoutes(Router &router, FileService &files, UserService &users)
{
    const qint64 uploadBytes = files.limits().fileBytes + multipartBytes;
    router.addUpload("POST", u"/api/v1/files"_s, uploadBytes,
                     [&files](HttpRequest request, Caller caller, PathArguments) {
                         return upload(files, std::move(request), std::move(caller));
                     });
    router.add("GET", u"/api/v1/files/:id"_s,
               [&files](HttpRequest request, Caller caller, PathArguments path) {
                   return download(files, std::move(request), std::move(caller), path[0]);
               });
    router.add("DELETE", u"/api/v1/files/:id"_s,
               [&files](HttpRequest, Caller caller, PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
                   const auto removed = co_await files.remove(caller, path[0]);
                   co_return removed.map(noContent);
               });
    router.add("GET", u"/api/v1/files/:id/thumbnail"_s,
               [&files](HttpRequest request, Caller caller, PathArguments path) {
                   return thumbnail(files, std::move(request), std::move(caller), path[0]);
               });
    router.addUpload("PUT", u"/api/v1/users/me/avatar"_s, uploadBytes,
                     [&files, &users](HttpRequest request, Caller caller, PathArguments) {
                         return setAvatar(files, users, std::move(request), std::move(caller));
                     });
    router.add(
        "DELETE", u"/api/v1/users/me/avatar"_s,
        [&files, &users](HttpRequest, Caller caller, PathArguments) -> QCoro::Task<Result<HttpResponse>> {
            const auto removed = co_await files.removeAvatar(caller);
            if (removed)
                co_await users.tellChanged(caller.userId);
            co_return removed.map(noContent);
        });
    router.addUpload("PUT", u"/api/v1/conversations/:id/avatar"_s, uploadBytes,
                     [&files](HttpRequest request, Caller caller, PathArguments path) {
                         return setConversationAvatar(files, std::move(request), std::move(caller), path[0]);
                     });
    router.add("DELETE", u"/api/v1/conversations/:id/avatar"_s,
               [&files](HttpRequest, Caller caller, PathArguments path) -> QCoro::Task<Result<HttpResponse>> {
                   const auto removed = co_await files.removeConversationAvatar(caller, path[0]);
                   co_return removed.map(noContent);
               });
}

} // namespace Hearth
