// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <array>
#include <optional>

namespace Hearth {

// The text of an enumerator on the wire and in the database. Beside each enum stands
// `template<> inline constexpr std::array enumNames<E>{…}` with one name per enumerator, in its order.
template<typename E>
inline constexpr std::array<QLatin1StringView, 0> enumNames{};

template<typename E>
concept NamedEnum = std::is_enum_v<E> &&(enumNames<E>.size() > 0);

template<NamedEnum E>
[[nodiscard]] constexpr QLatin1StringView toName(E value)
{
    return enumNames<E>[static_cast<size_t>(value)];
}

template<NamedEnum E>
[[nodiscard]] std::optional<E> fromName(QStringView name)
{
    for (size_t i = 0; i < enumNames<E>.size(); ++i) {
        if (enumNames<E>[i] == name)
            return static_cast<E>(i);
    }
    return std::nullopt;
}

} // namespace Hearth
