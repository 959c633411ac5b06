// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "util/result.h"
#include "wire/jsonwriter.h"

#include <QJsonArray>

namespace Hearth {

// Reads the fields of one JSON object into a struct, through the same `describe` that writes it. The first
// field that is missing or of the wrong kind is remembered with its pointer; what follows is not looked at.
// Text with a NUL or a lone surrogate is refused everywhere: no database and no peer can hold it.
class JsonReader
{
public:
    explicit JsonReader(const QJsonObject &object, QString pointer = {})
        : m_object(object)
        , m_pointer(std::move(pointer))
    { }

    template<typename T>
    void required(const char *name, T &value)
    {
        const QJsonValue json = find(name);
        if (json.isUndefined())
            reject(name, QStringLiteral("This field is required."));
        else
            readValue(name, json, value);
    }

    template<typename T>
    void optional(const char *name, std::optional<T> &value)
    {
        const QJsonValue json = find(name);
        if (!json.isUndefined() && !json.isNull())
            readValue(name, json, value.emplace());
    }

    template<typename T>
    void defaulted(const char *name, T &value)
    {
        const QJsonValue json = find(name);
        if (!json.isUndefined() && !json.isNull())
            readValue(name, json, value);
    }

    void flag(const char *name, bool &value) { defaulted(name, value); }

    template<typename T>
    void derived(const char *, const T &)
    { }

    // Notes a fault that the caller found in a field.
    void reject(const char *name, const QString &detail);

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    [[nodiscard]] QJsonValue find(const char *name) const
    {
        return m_error ? QJsonValue(QJsonValue::Undefined) : m_object.value(QLatin1StringView(name));
    }

    [[nodiscard]] QString pointerTo(const char *name) const
    {
        return m_pointer + u'/' + QLatin1StringView(name);
    }

    template<typename T>
    void readValue(const char *name, const QJsonValue &json, T &value)
    {
        if (auto fault = read(json, pointerTo(name), value))
            m_error = std::move(fault);
    }

    // Each returns the fault, or nothing.
    using Fault = std::optional<Error>;
    static Fault read(const QJsonValue &json, const QString &pointer, QString &value);
    static Fault read(const QJsonValue &json, const QString &pointer, bool &value);
    static Fault read(const QJsonValue &json, const QString &pointer, int &value);
    static Fault read(const QJsonValue &json, const QString &pointer, qint64 &value);
    static Fault read(const QJsonValue &json, const QString &pointer, double &value);
    static Fault read(const QJsonValue &json, const QString &pointer, Timestamp &value);
    static Fault read(const QJsonValue &json, const QString &pointer, QJsonObject &value);
    static Fault wrong(const QString &pointer, const QString &detail);

    template<NamedEnum E>
    static Fault read(const QJsonValue &json, const QString &pointer, E &value)
    {
        const auto found = fromName<E>(json.toString());
        if (!json.isString() || !found) {
            QStringList names;
            for (const QLatin1StringView name : enumNames<E>)
                names += name;
            return wrong(pointer,
                         QStringLiteral("Must be one of: %1.").arg(names.join(QStringLiteral(", "))));
        }
        value = *found;
        return {};
    }

    template<typename T>
    requires requires(JsonReader &fields, T &value) { describe(fields, value); }
    static Fault read(const QJsonValue &json, const QString &pointer, T &value)
    {
        if (!json.isObject())
            return wrong(pointer, QStringLiteral("Must be an object."));
        JsonReader fields(json.toObject(), pointer);
        describe(fields, value);
        return fields.m_error;
    }

    template<typename T>
    static Fault read(const QJsonValue &json, const QString &pointer, QList<T> &list)
    {
        if (!json.isArray())
            return wrong(pointer, QStringLiteral("Must be an array."));
        const QJsonArray array = json.toArray();
        list.clear();
        list.reserve(array.size());
        for (qsizetype i = 0; i < array.size(); ++i) {
            T item;
            if (auto fault = read(array[i], pointer + u'/' + QString::number(i), item))
                return fault;
            list.append(std::move(item));
        }
        return {};
    }

    const QJsonObject m_object;
    const QString m_pointer;
    std::optional<Error> m_error;
};

template<typename T>
[[nodiscard]] Result<T> fromJson(const QJsonObject &json)
{
    T value;
    JsonReader fields(json);
    describe(fields, value);
    if (fields.error())
        return fail(*fields.error());
    return value;
}

// One JSON document that must be an object; anything else is invalid_json with the place of the fault.
[[nodiscard]] Result<QJsonObject> parseObject(const QByteArray &utf8);

template<typename T>
[[nodiscard]] Result<T> parse(const QByteArray &utf8)
{
    return parseObject(utf8).and_then([](const QJsonObject &json) { return fromJson<T>(json); });
}

// True when a database and a peer can hold the text: valid UTF-16 without a NUL.
[[nodiscard]] bool isStorable(QStringView text);
[[nodiscard]] inline bool isStorable(const QString &text)
{
    return isStorable(QStringView(text));
}
[[nodiscard]] bool isStorable(const QJsonValue &json); // all the text in it, keys too

[[nodiscard]] int nestingDepth(const QJsonValue &json); // 0 for a plain value, 1 for {} and []

[[nodiscard]] qsizetype codePointCount(QStringView text);

} // namespace Hearth
