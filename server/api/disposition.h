// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Hearth {

// A Content-Disposition field (RFC 6266, and RFC 7578 section 4.2 in multipart/form-data).
struct Disposition {
    QByteArray type; // lower case: "attachment", "form-data"
    std::optional<QString> name = {};
    std::optional<QString> fileName = {}; // filename*, or filename
};

// Nothing for what is no such field.
[[nodiscard]] std::optional<Disposition> parseDisposition(const QByteArray &value);

// The field's value for a download under this name, whatever it holds: plain for old clients, and as
// RFC 8187 writes it. `type` is "attachment" or "inline".
[[nodiscard]] QByteArray dispositionOf(const QByteArray &type, const QString &fileName);

// The parameter of a field like `multipart/form-data; boundary=x`; empty without one.
[[nodiscard]] QByteArray fieldParameter(const QByteArray &value, QByteArrayView lowerCaseName);

} // namespace Hearth
