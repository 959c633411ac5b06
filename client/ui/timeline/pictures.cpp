// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/pictures.h"

#include "core/session.h"
#include "core/transfers.h"
#include "ui/timeline/attachmentpainter.h"
#include "ui/timeline/picturereader.h"
#include "util/poolwork.h"

#include <QPainter>
#include <QPainterPath>

namespace Hearth {

namespace {

constexpr int picturesAtOnce = 2;
constexpr qint64 fetchedWhole = 1024 * 1024; // of a larger one the thumbnail is shown

// With round corners, so that painting it costs no clipping.
QImage rounded(QImage image, qreal radius)
{
    QImage result(image.size(), QImage::Format_ARGB32_Premultiplied);
    result.fill(Qt::transparent);
    QPainter painter(&result);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(image);
    painter.drawRoundedRect(image.rect(), radius, radius);
    return result;
}

// A thumbnail is smaller than its box, and so is an icon on a screen of many pixels.
QImage fitted(const QImage &image, QSize box)
{
    const QSize size = image.size().scaled(box, Qt::KeepAspectRatio).expandedTo({1, 1});
    return image.size() == size ? image : image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

} // namespace

Pictures::Pictures(Session &session, QObject *parent, qint64 mostBytes)
    : AttachmentSource(parent)
    , m_session(session)
    , m_images(mostBytes)
{
    m_pool.setMaxThreadCount(picturesAtOnce);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &Pictures::next);
    const Transfers &transfers = session.transfers();
    connect(&transfers, &Transfers::changed, this, &Pictures::changed);
    connect(&transfers, &Transfers::changed, this, &Pictures::forgetMissing);
    connect(&transfers, &Transfers::becameFile, this, &Pictures::rename);
    connect(&session, &Session::connectionStateChanged, this, [this](ConnectionState state) {
        if (state != ConnectionState::Online)
            return;
        for (const QString &id : std::exchange(m_missing, {}))
            Q_EMIT changed(id);
    });
}

// Whatever is being decoded is answered while this is there.
Pictures::~Pictures()
{
    m_wishes.clear();
    blockSignals(true);
    m_pool.waitForDone();
    HandoverBase::deliver();
}

QImage Pictures::picture(const File &file, QSize box, qreal ratio)
{
    const QSize pixels = box * ratio;
    const QImage *known = m_images.object(file.id);
    const bool fits = known && (known->width() == pixels.width() || known->height() == pixels.height());
    if (fits || m_missing.contains(file.id) || m_loading.contains(file.id))
        return known ? *known : QImage();
    m_wishes.removeIf([&file](const Wish &wish) { return wish.file.id == file.id; });
    m_wishes.append({file, pixels, ratio});
    m_soon.start();
    return known ? *known : QImage();
}

Transfer Pictures::transfer(const QString &fileId) const
{
    return m_session.transfers().of(fileId);
}

void Pictures::setInSight(const QSet<QString> &fileIds)
{
    m_wishes.removeIf([&fileIds](const Wish &wish) { return !fileIds.contains(wish.file.id); });
}

void Pictures::next()
{
    while (!m_wishes.isEmpty() && m_loading.size() < picturesAtOnce)
        load(m_wishes.takeLast());
}

void Pictures::load(const Wish &wish)
{
    m_loading.insert(wish.file.id);
    Transfers &transfers = m_session.transfers();
    const bool whole = !wish.file.thumbnail || wish.file.size <= fetchedWhole;
    auto task = whole ? transfers.fetch(wish.file) : transfers.fetchThumbnail(wish.file);
    QCoro::connect(std::move(task), this, [this, wish](const Result<QString> &path) {
        if (path)
            decode(wish, *path);
        else
            finish(wish, {});
    });
}

QCoro::Task<void> Pictures::decode(Wish wish, QString path)
{
    PoolWork reading(m_pool, [wish, path]() -> QImage {
        const auto picture = readPicture(path, wish.pixels);
        return picture ? rounded(fitted(*picture, wish.pixels), pictureRadius * wish.ratio) : QImage();
    });
    const QImage image = co_await reading;
    finish(wish, image);
}

void Pictures::finish(const Wish &wish, const QImage &image)
{
    const QString id = wish.file.id;
    m_loading.remove(id);
    if (image.isNull())
        m_missing.insert(id);
    else
        m_images.insert(id, new QImage(image), image.sizeInBytes());
    Q_EMIT changed(id);
    m_soon.start();
}

// Somebody has fetched it after all.
void Pictures::forgetMissing(const QString &fileId)
{
    if (transfer(fileId).isUnderWay() && m_missing.remove(fileId))
        Q_EMIT changed(fileId);
}

// The server has its own name for what was shown while it was sent.
void Pictures::rename(const QString &from, const QString &to)
{
    if (QImage *image = m_images.take(from))
        m_images.insert(to, image, image->sizeInBytes());
}

} // namespace Hearth
