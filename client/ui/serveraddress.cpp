// SPDX-License-Identifier: Apache-2.0
#include "ui/serveraddress.h"

#include <QCoreApplication>
#include <QHostAddress>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int defaultPort = 9097;

bool isThisComputer(const QString &host)
{
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

tl::unexpected<Error> notAnAddress()
{
    return fail(ErrorCode::InvalidField,
                QCoreApplication::translate("ServerAddress",
                                            "This is not a server address. "
                                            "Write it like chat.example.org."));
}

} // namespace

Result<QUrl> parseServerAddress(const QString &text)
{
    const QString typed = text.trimmed();
    const bool hasScheme = typed.contains("://"_L1);
    QUrl url(hasScheme ? typed : "https://"_L1 + typed, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1))
        return notAnAddress();
    if (!hasScheme && isThisComputer(url.host())) {
        url.setScheme(u"http"_s);
        url.setPort(url.port(defaultPort));
    }
    return url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment
                        | QUrl::StripTrailingSlash);
}

} // namespace Hearth
