// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/openlink.h"

#include "ui/question.h"
#include "ui/timeline/links.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QUrl>

namespace Hearth {

namespace {

struct LinkText {
    Q_DECLARE_TR_FUNCTIONS(Hearth::TimelinePane)
};

} // namespace

void openLink(const QUrl &url, const QString &visibleText, QWidget &parent)
{
    if (!isMisleading(visibleText, url)) {
        QDesktopServices::openUrl(url);
        return;
    }
    ask(&parent,
        {LinkText::tr("Open this link?"), LinkText::tr("The text of this link does not say where it leads:"),
         LinkText::tr("Open"), url.toString(QUrl::FullyEncoded), true},
        [url] { QDesktopServices::openUrl(url); });
}

} // namespace Hearth
