// SPDX-License-Identifier: Apache-2.0
#include "api/uploadedfile.h"

#include "api/disposition.h"
#include "api/multipart.h"
#include "api/parameters.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

using Event = MultipartParser::Event;

tl::unexpected<Error> noFilePart()
{
    return fail(ErrorCode::InvalidField, u"The form has no part named \"file\"."_s, u"/file"_s);
}

// A multipart body that is read up to where somebody wants to know on.
struct Form {
    Form(const QByteArray &boundary, ByteStream stream)
        : parser(boundary)
        , body(std::move(stream))
    { }

    MultipartParser parser;
    ByteStream body;
    QList<Event> events; // read and not looked at yet
    bool ended = false;
    bool inFile = false; // the part that is read
};

// The next event; nothing at the end of the body.
QCoro::Task<Result<std::optional<Event>>> nextEvent(std::shared_ptr<Form> form)
{
    while (form->events.isEmpty()) {
        if (form->ended)
            co_return std::nullopt;
        const auto piece = co_await form->body();
        if (!piece)
            co_return fail(piece.error());
        form->ended = piece->isEmpty();
        if (form->ended && !form->parser.isComplete())
            co_return fail(ErrorCode::InvalidField, u"The multipart body ends too early."_s);
        auto events = form->parser.feed(*piece);
        if (!events)
            co_return fail(std::move(events.error()));
        form->events = std::move(*events);
    }
    co_return form->events.takeFirst();
}

// The bytes of the part that has begun; its end is told when the whole form has been read.
QCoro::Task<Result<QByteArray>> nextPiece(std::shared_ptr<Form> form)
{
    while (true) {
        const auto event = co_await nextEvent(form);
        if (!event)
            co_return fail(event.error());
        if (!*event)
            co_return QByteArray();
        switch ((*event)->kind) {
        case Event::Kind::Data:
            if (form->inFile)
                co_return (*event)->data;
            break;
        case Event::Kind::End: form->inFile = false; break;
        case Event::Kind::Begin:
            if ((*event)->name == "file"_L1)
                co_return fail(ErrorCode::InvalidField, u"One file at a time."_s, u"/file"_s);
        }
    }
}

QCoro::Task<Result<UploadedFile>> openForm(QByteArray contentType, ByteStream stream)
{
    const QByteArray boundary = fieldParameter(contentType, "boundary");
    if (!MultipartParser::isBoundary(boundary))
        co_return fail(ErrorCode::InvalidField, u"The Content-Type names no valid boundary."_s);
    const auto form = std::make_shared<Form>(boundary, std::move(stream));
    while (true) {
        auto event = co_await nextEvent(form);
        if (!event)
            co_return fail(std::move(event.error()));
        if (!*event)
            co_return noFilePart();
        if ((*event)->kind != Event::Kind::Begin || (*event)->name != "file"_L1)
            continue;
        form->inFile = true;
        co_return UploadedFile{(*event)->fileName.value_or(QString()), [form] { return nextPiece(form); }};
    }
}

QString nameOf(const HttpRequest &request)
{
    const auto disposition = parseDisposition(request.header("content-disposition"));
    if (disposition && disposition->fileName)
        return *disposition->fileName;
    return textParameter(request, u"name"_s).value_or(QString());
}

} // namespace

QCoro::Task<Result<UploadedFile>> openUpload(HttpRequest request, qint64 maxBytes)
{
    const QByteArray type = request.header("content-type");
    if (type.split(';').first().trimmed().compare("multipart/form-data", Qt::CaseInsensitive) == 0)
        co_return co_await openForm(type, request.stream);
    if (request.header("content-length").toLongLong() > maxBytes)
        co_return fail(ErrorCode::TooLarge, u"A file has at most %1 bytes."_s.arg(maxBytes));
    co_return UploadedFile{nameOf(request), request.stream};
}

} // namespace Hearth
