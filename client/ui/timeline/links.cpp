// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/links.h"

#include <QRegularExpression>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

QString withoutWww(const QString &host)
{
    return host.startsWith("www."_L1) ? host.sliced(4) : host;
}

// The host in "https://a.example/x", "a.example/x" or "see a.example"; empty when there is none.
QString hostIn(const QString &text)
{
    static const QRegularExpression pattern(
        uR"((?:[a-z][a-z0-9+.-]*://)?(?:[^\s/@]*@)?((?:[\w-]+\.)+[a-z]{2,}|(?:\d{1,3}\.){3}\d{1,3})(?=[/:?#\s]|$))"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const QString host = pattern.match(text).captured(1);
    return QString::fromLatin1(QUrl::toAce(host));
}

} // namespace

QString safeUrl(const QString &href)
{
    const QUrl url(href, QUrl::StrictMode);
    const QString scheme = url.scheme();
    const bool web = (scheme == "http"_L1 || scheme == "https"_L1) && !url.host().isEmpty();
    const bool mail = scheme == "mailto"_L1 && !url.path().isEmpty();
    const bool own = scheme == "hearth"_L1 && (url.host() == "open"_L1 || url.host() == "connect"_L1);
    return url.isValid() && (web || mail || own) ? url.toString(QUrl::FullyEncoded) : QString();
}

bool isMisleading(const QString &visibleText, const QUrl &url)
{
    if (url.scheme() == "mailto"_L1)
        return visibleText.contains(u'@') && !url.path().contains(visibleText.trimmed(), Qt::CaseInsensitive);
    if (!url.userInfo().isEmpty())
        return true;
    if (url.scheme() == "hearth"_L1) // it names its server further behind
        return visibleText.trimmed() != url.toString(QUrl::FullyEncoded) && !hostIn(visibleText).isEmpty();
    const QString shown = hostIn(visibleText);
    return !shown.isEmpty()
        && withoutWww(shown.toLower()) != withoutWww(url.host(QUrl::FullyEncoded).toLower());
}

} // namespace Hearth
