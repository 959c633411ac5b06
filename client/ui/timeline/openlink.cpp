// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/openlink.h"

#include "ui/timeline/links.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QMessageBox>

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
    auto *question = new QMessageBox(QMessageBox::Warning, LinkText::tr("Open this link?"),
                                     LinkText::tr("The text of this link does not say where it leads:"),
                                     QMessageBox::Open | QMessageBox::Cancel, &parent);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(url.toString(QUrl::FullyEncoded));
    question->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(question, &QMessageBox::finished, &parent, [url](int answer) {
        if (answer == QMessageBox::Open)
            QDesktopServices::openUrl(url);
    });
    question->open();
}

} // namespace Hearth
