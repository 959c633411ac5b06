// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/hearthlink.h"

#include "ui/serveraddress.h"

#include <QRegularExpression>
#include <QUrlQuery>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestLink = 2048;

// The parameters by name; nothing when one is there twice or is none of these.
std::optional<QHash<QString, QString>> parametersOf(const QUrl &url, const QStringList &allowed)
{
    QHash<QString, QString> parameters;
    for (const auto &[name, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded)) {
        if (!allowed.contains(name) || parameters.contains(name) || value.isEmpty())
            return std::nullopt;
        parameters.insert(name, value);
    }
    return parameters;
}

// Written out, as toString() does: what a person would only begin to type is not completed here.
std::optional<QUrl> serverOf(const QString &text)
{
    const Result<QUrl> server = parseServerAddress(text);
    if (!server || server->toString() != text)
        return std::nullopt;
    return *server;
}

} // namespace

std::optional<HearthLink> hearthLinkFrom(const QString &text)
{
    static const QRegularExpression id(u"\\A[0-9A-Za-z_-]{1,64}\\z"_s);
    static const QRegularExpression place(u"\\A[1-9][0-9]{0,15}\\z"_s);
    const QUrl url(text, QUrl::StrictMode);
    const bool plain = url.isValid() && url.scheme() == "hearth"_L1 && url.userInfo().isEmpty()
        && url.port() == -1 && (url.path().isEmpty() || url.path() == "/"_L1) && !url.hasFragment();
    const bool opens = url.host() == "open"_L1;
    if (text.size() > longestLink || !plain || (!opens && url.host() != "connect"_L1))
        return std::nullopt;
    const QStringList allowed =
        opens ? QStringList{u"server"_s, u"conversation"_s, u"message"_s} : QStringList{u"server"_s};
    const auto parameters = parametersOf(url, allowed);
    const auto server = parameters ? serverOf(parameters->value(u"server"_s)) : std::nullopt;
    if (!server)
        return std::nullopt;
    HearthLink link{*server, parameters->value(u"conversation"_s)};
    if (opens != id.match(link.conversation).hasMatch())
        return std::nullopt;
    if (const QString seq = parameters->value(u"message"_s); !seq.isEmpty()) {
        if (!place.match(seq).hasMatch())
            return std::nullopt;
        link.message = seq.toLongLong();
    }
    return link;
}

QString toString(const HearthLink &link)
{
    const auto encoded = [](const QString &text) {
        return QString::fromLatin1(QUrl::toPercentEncoding(text));
    };
    const QString server = "server="_L1 + encoded(link.server.toString());
    if (link.conversation.isEmpty())
        return "hearth://connect?"_L1 + server;
    QString text = "hearth://open?"_L1 + server + "&conversation="_L1 + encoded(link.conversation);
    if (link.message)
        text += "&message="_L1 + QString::number(*link.message);
    return text;
}

} // namespace Hearth
