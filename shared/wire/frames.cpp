// SPDX-License-Identifier: Apache-2.0
#include "wire/clientframes.h"
#include "wire/limits.h"
#include "wire/serverframes.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// The alternative of `Variant` whose wire type is `type`, read from `fields`; nothing when there is none.
template<typename Variant, size_t I = 0>
Result<std::optional<Variant>> readAlternative(const QString &type, const QJsonObject &fields)
{
    if constexpr (I == std::variant_size_v<Variant>) {
        return std::nullopt;
    } else {
        using Frame = std::variant_alternative_t<I, Variant>;
        if (type != Frame::type)
            return readAlternative<Variant, I + 1>(type, fields);
        auto frame = fromJson<Frame>(fields);
        if (!frame)
            return fail(std::move(frame.error()));
        return Variant(std::move(*frame));
    }
}

// The fields of a request. Beside them `type` is the frame's; a message's own type fits inside `data` only.
QJsonObject fieldsOf(QJsonObject frame)
{
    if (const QJsonValue data = frame.value("data"_L1); data.isObject())
        return data.toObject();
    frame.remove("type"_L1);
    return frame;
}

} // namespace

tl::expected<ClientRequest, FrameFault> decodeClientFrame(const QByteArray &utf8)
{
    const auto parsed = parseObject(utf8);
    if (!parsed)
        return tl::unexpected(FrameFault{{}, parsed.error()});

    ClientRequest request;
    const QJsonValue id = parsed->value("id"_L1);
    if (!id.isUndefined() && !id.isNull()) {
        const QString text = id.toString();
        if (!id.isString() || text.size() > Limits::requestIdLength || !isStorable(text)) {
            return tl::unexpected(FrameFault{
                {}, {ErrorCode::InvalidField, u"id must be text of up to 64 characters."_s, u"/id"_s, {}}});
        }
        request.id = text;
    }

    const QString type = parsed->value("type"_L1).toString();
    auto frame = readAlternative<ClientFrame>(type, fieldsOf(*parsed));
    if (!frame)
        return tl::unexpected(FrameFault{request.id, std::move(frame.error())});
    if (!*frame) {
        const QString detail = type.isEmpty() ? u"A frame needs a type."_s
                                              : u"There is no frame type '%1'."_s.arg(type.left(64));
        return tl::unexpected(FrameFault{request.id, {ErrorCode::UnknownType, detail, u"/type"_s, {}}});
    }
    request.frame = std::move(**frame);
    return request;
}

QByteArray encode(const ClientRequest &request)
{
    return std::visit(
        [&request](const auto &frame) {
            QByteArray out;
            {
                JsonWriter fields(out);
                fields.required("type", frame.type);
                fields.optional("id", request.id);
                fields.required("data", frame);
            }
            return out;
        },
        request.frame);
}

QByteArray encode(const ServerFrame &frame)
{
    return std::visit(
        [](const auto &alternative) {
            QByteArray out;
            {
                JsonWriter fields(out);
                fields.required("type", alternative.type);
                describe(fields, alternative);
            }
            return out;
        },
        frame);
}

Result<std::optional<ServerFrame>> decodeServerFrame(const QByteArray &utf8)
{
    return parseObject(utf8).and_then([](const QJsonObject &json) {
        return readAlternative<ServerFrame>(json.value("type"_L1).toString(), json);
    });
}

// {"code","message","pointer"?,"retryable","retry_after_ms"?}
struct WireError {
    QString code;
    QString message;
    std::optional<QString> pointer = {};
    bool retryable = false;
    std::optional<int> retryAfterMs = {};
};

template<typename F, Const<WireError> T>
void describe(F &f, T &v)
{
    f.required("code", v.code);
    f.required("message", v.message);
    f.optional("pointer", v.pointer);
    f.required("retryable", v.retryable);
    f.optional("retry_after_ms", v.retryAfterMs);
}

void describe(JsonWriter &f, const ErrorFrame &frame)
{
    const Error &error = frame.error;
    WireError wire{wireName(error.code), error.detail, {}, isRetryable(error.code), error.retryAfterMs};
    if (!error.pointer.isEmpty())
        wire.pointer = error.pointer;
    f.optional("id", frame.id);
    f.required("error", wire);
}

void describe(JsonReader &f, ErrorFrame &frame)
{
    WireError wire;
    f.optional("id", frame.id);
    f.required("error", wire);
    frame.error = {errorCodeFromWire(wire.code).value_or(ErrorCode::Internal), wire.message,
                   wire.pointer.value_or(QString()), wire.retryAfterMs};
}

} // namespace Hearth
