// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "wire/clientframes.h"
#include "wire/limits.h"
#include "wire/serverframes.h"

#include <QJsonArray>

namespace Hearth {

// Sets every field that a struct describes to a value that a careless codec breaks. Neighbouring fields get
// different values, so two fields that share a wire name do not go unseen.
class Filler
{
public:
    static constexpr int rounds = 9; // after so many, every text field has had every text

    explicit Filler(int round)
        : m_next(round)
    { }

    template<typename T>
    void required(const char *, T &value)
    {
        fill(value);
    }

    template<typename T>
    void optional(const char *, std::optional<T> &value)
    {
        fill(value.emplace());
    }

    template<typename T>
    void defaulted(const char *, T &value)
    {
        fill(value);
    }

    void flag(const char *, bool &value) { fill(value); }

    template<typename T>
    void derived(const char *, const T &)
    { }

    void reject(const char *, const QString &) { }

    void fill(QString &value)
    {
        const std::array<QString, rounds> texts{
            QStringLiteral("plain"),
            QString(),
            QStringLiteral("\U0001F469\u200D\U0001F469\u200D\U0001F467 \U0001F1E9\U0001F1EA e\u0301"),
            QStringLiteral("\u05E9\u05DC\u05D5\u05DD \u202Eabc\u202C \u0645\u0631\u062D\u0628\u0627"),
            QStringLiteral("\"quoted\" \\back\\ /slash/ {\"a\":[1,'\"]}"),
            QStringLiteral("\u0001\u0002\b\t\n\v\f\r\u001B\u001F\u007F\u0080\u009F"),
            QStringLiteral("\u2028\u2029\uFEFF\uFFFD\uFFFF\U0010FFFF"),
            QString(10'000, QChar(0x4E2D)),
            QStringLiteral("'; DROP TABLE messages; --\\u0000%00${x}"),
        };
        const auto i = size_t(m_next) % texts.size();
        value = texts[i].isEmpty() ? QString(QLatin1StringView("")) : texts[i] + QString::number(m_next);
        ++m_next;
    }

    void fill(bool &value) { value = m_next++ % 2 == 0; }
    void fill(int &value) { value = pick(0, 1, 65'536, std::numeric_limits<int>::max()); }
    void fill(qint64 &value) { value = pick(qint64(0), qint64(1), qint64(1) << 32, Limits::counterMax); }
    void fill(double &value) { value = pick(0.0, 0.1, -1e-300, 1.7976931348623157e308, 12.0); }

    void fill(Timestamp &value)
    {
        value = fromMs(pick(qint64(0), qint64(-1), qint64(1'790'000'000'042), qint64(-62'167'219'200'000),
                            qint64(253'402'300'799'999)));
    }

    void fill(QJsonObject &value)
    {
        QString text;
        fill(text);
        value = {{text, QJsonArray{1, QJsonValue::Null, 0.5, QJsonObject{{QString(), text}}}}};
    }

    template<NamedEnum E>
    void fill(E &value)
    {
        value = E(size_t(m_next++) % enumNames<E>.size());
    }

    template<Described T>
    void fill(T &value)
    {
        describe(*this, value);
    }

    template<typename T>
    void fill(QList<T> &list)
    {
        list.resize(m_next % 3);
        for (T &item : list)
            fill(item);
    }

private:
    template<typename T, typename... More>
    T pick(T first, More... more)
    {
        const std::array<T, 1 + sizeof...(More)> values{first, more...};
        return values[size_t(m_next++) % values.size()];
    }

    int m_next;
};

// The codes of the catalogue in turn, as the two structs that carry one have a wire form of their own.
inline void describe(Filler &f, Error &error)
{
    int code = 0;
    f.fill(code);
    error.code = ErrorCode(code % (int(ErrorCode::TooFar) + 1));
    f.fill(error.detail);
    f.fill(error.pointer);
    f.fill(error.retryAfterMs.emplace());
}

inline void describe(Filler &f, ErrorFrame &frame)
{
    f.fill(frame.id.emplace());
    describe(f, frame.error);
}

inline void describe(Filler &f, Problem &problem)
{
    f.fill(problem.requestId);
    describe(f, problem.error);
}

template<typename T>
T filled(int round)
{
    T value;
    Filler filler(round);
    filler.fill(value);
    return value;
}

// Calls check.operator()<T>() for every type of the list: a std::tuple or a std::variant.
template<template<typename...> typename List, typename... Types>
void forEachType(std::type_identity<List<Types...>>, auto check)
{
    (check.template operator()<Types>(), ...);
}

} // namespace Hearth
