// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDir>
#include <QProcess>

// Certificates for tests, made by the openssl program.
namespace Hearth::Test {

// A self-signed certificate for localhost and its key, `name`.pem and `name`.key in the folder. `kind` is
// what -newkey takes: "rsa:2048", "ec".
inline bool makeCertificate(const QDir &folder, const QString &name,
                            const QString &kind = QStringLiteral("ec"))
{
    QStringList arguments{QStringLiteral("req"),
                          QStringLiteral("-x509"),
                          QStringLiteral("-nodes"),
                          QStringLiteral("-newkey"),
                          kind,
                          QStringLiteral("-days"),
                          QStringLiteral("2"),
                          QStringLiteral("-subj"),
                          QStringLiteral("/CN=") + name,
                          QStringLiteral("-addext"),
                          QStringLiteral("subjectAltName=DNS:localhost,IP:127.0.0.1"),
                          QStringLiteral("-out"),
                          folder.filePath(name + QStringLiteral(".pem")),
                          QStringLiteral("-keyout"),
                          folder.filePath(name + QStringLiteral(".key"))};
    if (kind == QStringLiteral("ec"))
        arguments += {QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:prime256v1")};
    return QProcess::execute(QStringLiteral("openssl"), arguments) == 0;
}

} // namespace Hearth::Test
