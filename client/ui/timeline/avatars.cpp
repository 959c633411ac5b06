// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/avatars.h"

#include "core/session.h"
#include "core/transfers.h"
#include "ui/timeline/picturereader.h"
#include "util/poolwork.h"

#include <QPainter>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int loadsAtOnce = 2;
constexpr int mostWishes = 100; // of a list that is scrolled past, the rest is asked for when it is seen
constexpr qint64 mostFileBytes = 4 * 1024 * 1024; // the server makes them no larger than 512 pixels
constexpr QSize mostPixels{1024, 1024};

QString nameOf(const QString &file, int pixels)
{
    return file + u'/' + QString::number(pixels);
}

// The file of ours that an address names. Pictures elsewhere are not fetched: their servers would learn who
// looks at them, and when.
QString fileOfUrl(const QString &url)
{
    constexpr auto files = "/api/v1/files/"_L1;
    const QString id = url.startsWith(files) ? url.mid(files.size()) : QString();
    return id.contains(u'/') ? QString() : id;
}

// The middle of the picture, round.
QImage discOf(const QImage &picture, int pixels)
{
    const QSize size = picture.size().scaled(pixels, pixels, Qt::KeepAspectRatioByExpanding);
    const QImage fitted = picture.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QImage disc(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    disc.fill(Qt::transparent);
    QPainter painter(&disc);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fitted);
    painter.setBrushOrigin((pixels - size.width()) / 2, (pixels - size.height()) / 2);
    painter.drawEllipse(disc.rect());
    return disc;
}

} // namespace

Avatars &Avatars::of(Session &session)
{
    if (auto *known = session.findChild<Avatars *>(QString(), Qt::FindDirectChildrenOnly))
        return *known;
    return *new Avatars(session, &session);
}

Avatars::Avatars(Session &session, QObject *parent, qint64 mostBytes)
    : AvatarSource(parent)
    , m_session(session)
    , m_images(mostBytes)
{
    m_pool.setMaxThreadCount(1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &Avatars::next);
    connect(&session, &Session::userChanged, this, &Avatars::lookAgain);
    connect(&session, &Session::conversationChanged, this, &Avatars::lookAgain);
    connect(&session, &Session::conversationsReset, this, [this] {
        for (const QString &key : m_files.keys())
            lookAgain(key);
    });
    connect(&session, &Session::connectionStateChanged, this, [this](ConnectionState state) {
        if (state == ConnectionState::Online)
            tryAgain();
    });
}

// Whatever is being decoded is answered while this is there.
Avatars::~Avatars()
{
    m_wishes.clear();
    blockSignals(true);
    m_pool.waitForDone();
    HandoverBase::deliver();
}

QImage Avatars::avatar(const QString &key, int pixels)
{
    const QString file = fileOf(key);
    if (file.isEmpty())
        return {};
    if (const QImage *known = m_images.object(nameOf(file, pixels)))
        return *known;
    const Wish wish{key, file, pixels};
    if (m_missing.contains(file) || m_loading.contains(wish))
        return {};
    m_wishes.removeOne(wish);
    m_wishes.append(wish);
    if (m_wishes.size() > mostWishes)
        m_wishes.removeFirst();
    m_soon.start();
    return {};
}

QString Avatars::fileOf(const QString &key)
{
    const auto known = m_files.constFind(key);
    if (known != m_files.cend())
        return *known;
    const auto summary = m_session.conversation(key);
    const bool isGroup = summary && !summary->directWith;
    const auto url = isGroup ? summary->conversation.avatarUrl : m_session.user(key).avatarUrl;
    return *m_files.insert(key, fileOfUrl(url.value_or(QString())));
}

void Avatars::lookAgain(const QString &key)
{
    if (!m_files.contains(key))
        return;
    const QString before = m_files.take(key);
    if (fileOf(key) != before)
        Q_EMIT changed(key);
}

void Avatars::tryAgain()
{
    for (const QString &key : std::exchange(m_missing, {}))
        Q_EMIT changed(key);
}

void Avatars::next()
{
    while (!m_wishes.isEmpty() && m_loading.size() < loadsAtOnce)
        load(m_wishes.takeLast());
}

void Avatars::load(const Wish &wish)
{
    m_loading.append(wish);
    File file;
    file.id = wish.file;
    file.size = mostFileBytes;
    auto task = m_session.transfers().fetch(file);
    QCoro::connect(std::move(task), this, [this, wish](const Result<QString> &path) {
        if (path)
            decode(wish, *path);
        else
            finish(wish, {});
    });
}

QCoro::Task<void> Avatars::decode(Wish wish, QString path)
{
    PoolWork reading(m_pool, [path, pixels = wish.pixels]() -> QImage {
        const auto picture = readPicture(path, mostPixels);
        return picture ? discOf(*picture, pixels) : QImage();
    });
    const QImage image = co_await reading;
    finish(wish, image);
}

void Avatars::finish(const Wish &wish, const QImage &image)
{
    m_loading.removeOne(wish);
    if (image.isNull())
        m_missing.insert(wish.file, wish.key);
    else
        m_images.insert(nameOf(wish.file, wish.pixels), new QImage(image), image.sizeInBytes());
    m_soon.start();
    if (!image.isNull())
        Q_EMIT changed(wish.key);
}

} // namespace Hearth
