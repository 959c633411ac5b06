// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/attachmentactions.h"

#include "core/filenames.h"
#include "core/session.h"
#include "core/transfers.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
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
    auto *question =
        new QMessageBox(QMessageBox::Warning, tr("Open this file?"),
                        tr("\u201C%1\u201D may be a program, or run one.").arg(shownFileName(file.name)),
                        QMessageBox::Open | QMessageBox::Cancel, &m_window);
    question->setObjectName(QStringLiteral("runQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(tr("Open it only if you trust whoever sent it, and know what it is."));
    question->setDefaultButton(QMessageBox::Cancel);
    connect(question, &QMessageBox::finished, this, [this, file](int answer) {
        if (answer == QMessageBox::Open)
            openCopy(file);
    });
    question->open();
}

void AttachmentActions::openCopy(const File &file)
{
    QCoro::connect(m_session.transfers().copyToOpen(file), this, [this](const Result<QString> &path) {
        if (!path)
            showFailure(tr("The file cannot be opened."), path.error().detail);
        else if (!QDesktopServices::openUrl(QUrl::fromLocalFile(*path)))
            showFailure(tr("The file cannot be opened."), tr("No program for this kind of file was found."));
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
                showFailure(tr("The file cannot be saved."), saved.error().detail);
        });
    });
    dialog->open();
}

void AttachmentActions::showFailure(const QString &what, const QString &reason)
{
    auto *box = new QMessageBox(QMessageBox::Warning, what, what, QMessageBox::Ok, &m_window);
    box->setObjectName(QStringLiteral("fileFailure"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(reason);
    box->open();
}

} // namespace Hearth
