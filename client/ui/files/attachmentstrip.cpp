// SPDX-License-Identifier: Apache-2.0
#include "ui/files/attachmentstrip.h"

#include "core/filesize.h"
#include "ui/files/attachmenttile.h"
#include "ui/theme.h"
#include "ui/timeline/attachmentlayout.h"
#include "ui/timeline/picturereader.h"
#include "util/poolwork.h"
#include "wire/limits.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMimeDatabase>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int tileGap = 10;
constexpr int refusalsSaid = 3; // the rest is counted

OutgoingFile describe(const QFileInfo &info)
{
    OutgoingFile file{info.absoluteFilePath(), info.fileName(), {}, info.size()};
    if (const PictureInfo picture = pictureInfo(file.path); !picture.pixels.isEmpty()) {
        file.mimeType = picture.mimeType;
        file.width = picture.pixels.width();
        file.height = picture.pixels.height();
    } else {
        file.mimeType = QMimeDatabase().mimeTypeForFile(info).name();
    }
    return file;
}

} // namespace

AttachmentStrip::AttachmentStrip(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_scroll(new QScrollArea(this))
    , m_words(new QLabel(this))
    , m_accept(new QPushButton(tr("Send as a file"), this))
{
    setObjectName(u"attachmentStrip"_s);
    setAccessibleName(tr("Attached files"));
    auto *tiles = new QWidget(m_scroll);
    m_row = new QHBoxLayout(tiles);
    m_row->setContentsMargins(0, 2, 0, 2);
    m_row->setSpacing(tileGap);
    m_row->addStretch(1);
    m_scroll->setWidget(tiles);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_words->setObjectName(u"attachmentWords"_s);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_accept->setObjectName(u"sendAsFile"_s);
    m_pool.setMaxThreadCount(1);

    auto *line = new QHBoxLayout;
    line->setSpacing(tileGap);
    line->addWidget(m_words, 1);
    line->addWidget(m_accept);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(tileGap / 2);
    layout->addWidget(m_scroll);
    layout->addLayout(line);
    connect(m_accept, &QPushButton::clicked, this, &AttachmentStrip::textAsFileAccepted);
    say({});
    arrange();
}

// What is being written or read is answered while this is there.
AttachmentStrip::~AttachmentStrip()
{
    blockSignals(true);
    m_pool.waitForDone();
    HandoverBase::deliver();
}

void AttachmentStrip::add(const QList<QUrl> &files)
{
    QStringList refused;
    for (const QUrl &url : files)
        addFile(url.toLocalFile(), refused);
    const qsizetype more = refused.size() - refusalsSaid;
    refused = refused.first(std::min<qsizetype>(refused.size(), refusalsSaid));
    if (more > 0)
        refused.append(tr("%Ln more were refused.", nullptr, int(more)));
    refuse(refused.join(u'\n'));
}

QString AttachmentStrip::tooMany()
{
    return tr("A message takes at most %1 files.").arg(QLocale().toString(Limits::attachmentsPerMessage));
}

void AttachmentStrip::refuse(const QString &why)
{
    say(why);
    m_words->setForegroundRole(QPalette::BrightText);
    arrange();
}

void AttachmentStrip::addFile(const QString &path, QStringList &refused)
{
    const QFileInfo info(path);
    const QString name = info.fileName();
    if (info.isDir())
        refused += tr("“%1” is a folder. Pack it into one file to send it.").arg(name);
    else if (!info.isFile() || !info.isReadable())
        refused += tr("“%1” cannot be read.").arg(name.isEmpty() ? path : name);
    else if (m_limit && info.size() > *m_limit)
        refused += tr("“%1” is too large (%2). The server takes files of at most %3.")
                       .arg(name, sizeText(info.size()), sizeText(*m_limit));
    else if (m_tiles.size() >= Limits::attachmentsPerMessage)
        refused += tooMany();
    else if (!tileOf(info.absoluteFilePath()))
        addTile(describe(info));
}

AttachmentTile *AttachmentStrip::addTile(const OutgoingFile &file)
{
    auto *tile = new AttachmentTile(file, m_theme, m_scroll->widget());
    tile->setFixedSize(tile->sizeHint());
    m_row->insertWidget(int(m_tiles.size()), tile);
    m_tiles.append(tile);
    connect(tile, &AttachmentTile::removeRequested, this, [this, tile] { remove(tile); });
    if (file.width && file.size > 0)
        showPicture(file, tile->size() * devicePixelRatioF());
    return tile;
}

void AttachmentStrip::remove(AttachmentTile *tile)
{
    const qsizetype at = m_tiles.indexOf(tile);
    const bool hadFocus = tile->hasFocus();
    m_tiles.removeAt(at);
    tile->hide();
    tile->deleteLater();
    if (hadFocus && !m_tiles.isEmpty())
        m_tiles.at(std::min(at, m_tiles.size() - 1))->setFocus(Qt::OtherFocusReason);
    else if (hadFocus)
        parentWidget()->setFocus(Qt::OtherFocusReason);
    say({});
    arrange();
}

QString AttachmentStrip::newPath(const QString &name)
{
    return m_made.filePath(u"%1-%2"_s.arg(++m_madeCount).arg(name));
}

// There at once; how large it is turns out when it is written.
void AttachmentStrip::addImage(const QImage &image)
{
    if (image.isNull())
        return;
    if (m_tiles.size() >= Limits::attachmentsPerMessage) {
        refuse(tooMany());
        return;
    }
    const QString name =
        tr("Picture %1.png").arg(QDateTime::currentDateTime().toString(u"yyyy-MM-dd HH-mm-ss"_s));
    OutgoingFile file{newPath(u"picture.png"_s), name, u"image/png"_s};
    file.width = image.width();
    file.height = image.height();
    const QSize small =
        image.size().scaled(QSize(AttachmentTile::side, AttachmentTile::side) * devicePixelRatioF(),
                            Qt::KeepAspectRatioByExpanding);
    addTile(file)->setPicture(image.scaled(small, Qt::IgnoreAspectRatio, Qt::FastTransformation));
    write(image, file);
    say({});
    arrange();
}

QCoro::Task<void> AttachmentStrip::write(QImage image, OutgoingFile file)
{
    PoolWork writing(m_pool, [image, path = file.path] { return image.save(path, "PNG"); });
    const bool written = co_await writing;
    AttachmentTile *tile = tileOf(file.path);
    if (!tile)
        co_return;
    file.size = QFileInfo(file.path).size();
    tile->setFile(file);
    if (written && (!m_limit || file.size <= *m_limit))
        co_return;
    remove(tile);
    refuse(written ? tr("The picture is too large (%1). The server takes files of at most %2.")
                         .arg(sizeText(file.size), sizeText(*m_limit))
                   : tr("The picture cannot be written."));
}

QCoro::Task<void> AttachmentStrip::showPicture(OutgoingFile file, QSize pixels)
{
    PoolWork reading(m_pool, [path = file.path, pixels] { return readPicture(path, pixels * 2); });
    const auto picture = co_await reading;
    AttachmentTile *tile = tileOf(file.path);
    if (picture && tile)
        tile->setPicture(*picture);
}

void AttachmentStrip::addText(const QString &text)
{
    QFile file(newPath(u"text.txt"_s));
    const QByteArray contents = text.toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(contents) != contents.size()) {
        refuse(tr("The text cannot be written: %1").arg(file.errorString()));
        return;
    }
    addTile({file.fileName(), tr("Text.txt"), u"text/plain"_s, contents.size()});
    say({});
    arrange();
}

void AttachmentStrip::offerTextAsFile()
{
    say(tr("That is a long text. It can also go as a file."));
    m_words->setForegroundRole(QPalette::PlaceholderText);
    m_accept->show();
    arrange();
}

void AttachmentStrip::say(const QString &text)
{
    m_words->setText(text);
    m_words->setVisible(!text.isEmpty());
    m_accept->hide();
}

void AttachmentStrip::arrange()
{
    m_scroll->setVisible(!m_tiles.isEmpty());
    setVisible(!m_tiles.isEmpty() || !m_words->text().isEmpty());
    updateGeometry();
    Q_EMIT changed();
}

QList<OutgoingFile> AttachmentStrip::files()
{
    m_pool.waitForDone();
    HandoverBase::deliver();
    QList<OutgoingFile> files;
    for (const AttachmentTile *tile : std::as_const(m_tiles))
        files.append(tile->file());
    return files;
}

void AttachmentStrip::setFiles(const QList<OutgoingFile> &files)
{
    for (AttachmentTile *tile : std::exchange(m_tiles, {})) {
        tile->hide();
        tile->deleteLater();
    }
    for (const OutgoingFile &file : files)
        addTile(file);
    say({});
    arrange();
}

AttachmentTile *AttachmentStrip::tileOf(const QString &path) const
{
    const auto tile =
        std::ranges::find_if(m_tiles, [&path](const AttachmentTile *t) { return t->file().path == path; });
    return tile == m_tiles.end() ? nullptr : *tile;
}

QSize AttachmentStrip::sizeHint() const
{
    int height = 0;
    if (!m_tiles.isEmpty())
        height +=
            m_tiles.first()->sizeHint().height() + 4 + m_scroll->horizontalScrollBar()->sizeHint().height();
    if (!m_words->text().isEmpty()) {
        const int button = m_accept->isVisibleTo(this) ? m_accept->sizeHint().width() + tileGap : 0;
        const int words = m_words->heightForWidth(std::max(100, parentWidget()->width() - 32 - button));
        height += std::max(words, button > 0 ? m_accept->sizeHint().height() : 0) + tileGap / 2;
    }
    return {0, height};
}

} // namespace Hearth
