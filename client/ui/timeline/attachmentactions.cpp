// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/attachmentactions.h"

#include "core/filenames.h"
#include "core/session.h"
#include "core/transfers.h"
#include "ui/question.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QPointer>
#include <QStandardPaths>
#include <QUrl>

namespace Hearth {

AttachmentActions::AttachmentActions(Session &session, QWidget &window)
    : QObject(&window)
    , m_session(session)
    , m_window(window)
{ }

void AttachmentActions::act(const File &file, AttachmentAction action)
{
    switch (action) {
    case AttachmentAction::Open: isPicture(file) ? Q_EMIT viewRequested(file) : openOutside(file); break;
    case AttachmentAction::Save: saveAs(file); break;
    case AttachmentAction::Cancel: m_session.transfers().cancel(file.id); break;
    case AttachmentAction::Retry: m_session.transfers().fetch(file); break;
    }
}

void AttachmentActions::openOutside(const File &file)
{
    if (mayRun(file.name, file.mimeType))
        askBeforeRunning(file);
    else
        openCopy(file);
}

void AttachmentActions::askBeforeRunning(const File &file)
{
    ask(&m_window,
        {tr("Open this file?"),
         tr("\u201C%1\u201D may be a program, or run one.").arg(shownFileName(file.name)), tr("Open"),
         tr("Open it only if you trust whoever sent it, and know what it is."), true},
        [self = QPointer(this), file] {
            if (self)
                self->openCopy(file);
        });
}

void AttachmentActions::openCopy(const File &file)
{
    QCoro::connect(m_session.transfers().copyToOpen(file), this, [this](const Result<QString> &path) {
        if (!path)
            tell(&m_window, tr("Open this file?"), tr("The file cannot be opened."), path.error().detail);
        else if (!QDesktopServices::openUrl(QUrl::fromLocalFile(*path)))
            tell(&m_window, tr("Open this file?"), tr("The file cannot be opened."),
                 tr("No program for this kind of file was found."));
    });
}

void AttachmentActions::saveAs(const File &file)
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    auto *dialog = new QFileDialog(&m_window, tr("Save as"), folder.path());
    dialog->setObjectName(QStringLiteral("saveDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(safeFileName(file.name));
    connect(dialog, &QFileDialog::fileSelected, this, [this, file](const QString &path) {
        QCoro::connect(m_session.transfers().saveAs(file, path), this, [this](const Result<void> &saved) {
            if (!saved)
                tell(&m_window, tr("Save as"), tr("The file cannot be saved."), saved.error().detail);
        });
    });
    dialog->open();
}

} // namespace Hearth
