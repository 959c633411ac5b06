// SPDX-License-Identifier: Apache-2.0
#include "ui/files/composerfiles.h"

#include "core/session.h"
#include "core/transfers.h"
#include "ui/composer.h"
#include "ui/files/attachmentstrip.h"
#include "ui/files/dropoverlay.h"

#include <QAction>
#include <QDropEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

namespace Hearth {

namespace {

bool holdsFiles(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    return !urls.isEmpty() && std::ranges::all_of(urls, &QUrl::isLocalFile);
}

// Of one kind only: that kind.
MessageType typeOf(const QList<OutgoingFile> &files)
{
    const std::pair<QLatin1StringView, MessageType> kinds[] = {
        {QLatin1StringView("image/"), MessageType::Image},
        {QLatin1StringView("video/"), MessageType::Video},
        {QLatin1StringView("audio/"), MessageType::Audio}};
    for (const auto &[prefix, type] : kinds) {
        if (std::ranges::all_of(files, [&](const OutgoingFile &f) { return f.mimeType.startsWith(prefix); }))
            return type;
    }
    return MessageType::File;
}

} // namespace

ComposerFiles::ComposerFiles(Session &session, Theme &theme, Composer &composer, QWidget &pane)
    : QObject(&pane)
    , m_session(session)
    , m_composer(composer)
    , m_pane(pane)
    , m_strip(new AttachmentStrip(theme, &composer))
    , m_overlay(new DropOverlay(theme, &pane))
{
    composer.setStrip(m_strip);
    pane.setAcceptDrops(true);
    pane.installEventFilter(this);
    auto *attach = new QAction(tr("Attach files…"), &pane);
    attach->setShortcut(Qt::CTRL | Qt::Key_U);
    attach->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    pane.addAction(attach);

    connect(attach, &QAction::triggered, this, &ComposerFiles::choose);
    connect(&composer, &Composer::attachRequested, this, &ComposerFiles::choose);
    connect(&composer, &Composer::filesPasted, this, &ComposerFiles::add);
    connect(&composer, &Composer::imagePasted, this, [this](const QImage &image) {
        m_strip->setLimit(m_session.transfers().fileLimit());
        m_strip->addImage(image);
    });
    connect(&composer, &Composer::longTextPasted, this, [this](const QString &text) {
        m_longText = text;
        m_strip->offerTextAsFile();
    });
    connect(m_strip, &AttachmentStrip::textAsFileAccepted, this, [this] {
        m_composer.removeText(m_longText);
        m_strip->addText(std::exchange(m_longText, {}));
        m_composer.setFocus(Qt::OtherFocusReason);
    });
    connect(m_strip, &AttachmentStrip::changed, this,
            [this] { m_composer.setHasAttachments(!m_strip->isEmpty()); });
}

void ComposerFiles::setPlace(const QString &id)
{
    if (const auto files = m_strip->files(); !m_place.isEmpty() && !files.isEmpty())
        m_kept.insert(m_place, files);
    m_place = id;
    m_strip->setFiles(m_kept.take(id));
}

QList<OutgoingFile> ComposerFiles::take(MessageDraft &draft)
{
    const QList<OutgoingFile> files = m_strip->files();
    m_strip->clear();
    if (!files.isEmpty())
        draft.type = typeOf(files);
    return files;
}

void ComposerFiles::choose()
{
    if (!m_composer.isEnabled() || m_place.isEmpty())
        return;
    auto *dialog = new QFileDialog(&m_pane, tr("Attach files"));
    dialog->setObjectName(QStringLiteral("attachDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    // Qt's own dialog, where the desktop has none, has no urlsSelected().
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &paths) {
        QList<QUrl> files;
        for (const QString &path : paths)
            files.append(QUrl::fromLocalFile(path));
        add(files);
    });
    dialog->open();
}

void ComposerFiles::add(const QList<QUrl> &files)
{
    m_strip->setLimit(m_session.transfers().fileLimit());
    m_strip->add(files);
    m_composer.setFocus(Qt::OtherFocusReason);
}

bool ComposerFiles::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::DragEnter: {
        auto *drag = static_cast<QDragEnterEvent *>(event);
        const bool welcome = m_composer.isEnabled() && !m_place.isEmpty() && holdsFiles(*drag->mimeData());
        drag->setAccepted(welcome);
        if (welcome)
            m_overlay->appear();
        return true;
    }
    case QEvent::DragLeave: m_overlay->hide(); return true;
    case QEvent::Drop: {
        auto *drop = static_cast<QDropEvent *>(event);
        m_overlay->hide();
        drop->setDropAction(Qt::CopyAction);
        drop->accept();
        add(drop->mimeData()->urls());
        return true;
    }
    default: return QObject::eventFilter(watched, event);
    }
}

} // namespace Hearth
