// SPDX-License-Identifier: Apache-2.0
#include "ui/files/imageviewer.h"

#include "core/filenames.h"
#include "core/filesize.h"
#include "core/session.h"
#include "core/transfers.h"
#include "ui/files/imagecanvas.h"
#include "ui/iconbutton.h"
#include "ui/mirroredmargins.h"
#include "ui/paint.h"
#include "ui/theme.h"
#include "ui/timeline/attachmentactions.h"
#include "ui/timeline/picturereader.h"
#include "util/poolwork.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int barHeight = 52;
constexpr qreal zoomStep = 1.25;
constexpr int panStep = 60;

} // namespace

ImageViewer::ImageViewer(Session &session, Theme &theme, const File &first, QList<File> pictures,
                         QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_theme(theme)
    , m_pictures(pictures.contains(first) ? std::move(pictures) : QList{first})
    , m_canvas(new ImageCanvas(this))
    , m_actions(new AttachmentActions(session, *this))
    , m_name(new QLabel(this))
    , m_details(new QLabel(this))
    , m_words(new QLabel(this))
    , m_tryAgain(new QPushButton(tr("Try again"), this))
{
    setObjectName(u"imageViewer"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    if (parent)
        resize(parent->window()->size());
    m_index = m_pictures.indexOf(first);
    m_pool.setMaxThreadCount(1);

    for (QLabel *label : {m_name, m_details, m_words})
        label->setTextFormat(Qt::PlainText);
    m_name->setObjectName(u"imageName"_s);
    m_name->setFont(relativeFont(font(), 1, QFont::DemiBold));
    m_name->setMinimumWidth(40);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_details->setObjectName(u"imageDetails"_s);
    m_details->setForegroundRole(QPalette::PlaceholderText);
    m_words->setObjectName(u"imageWords"_s);
    m_words->setAlignment(Qt::AlignCenter);
    m_words->setWordWrap(true);
    m_words->setForegroundRole(QPalette::PlaceholderText);
    m_words->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_tryAgain->setAutoDefault(false);

    auto *bar = new QHBoxLayout;
    setMirroredMargins(*bar, *this, {16, 8, 8, 8});
    bar->setSpacing(4);
    makeBar(*bar);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_canvas, 1);

    connect(m_canvas, &ImageCanvas::zoomChanged, this, &ImageViewer::describe);
    connect(m_tryAgain, &QPushButton::clicked, this, &ImageViewer::load);
    connect(&session.transfers(), &Transfers::changed, this, [this](const QString &id) {
        if (id == current().id)
            showProgress();
    });
    load();
    m_canvas->setFocus();
}

// What is being read is answered while this is there.
ImageViewer::~ImageViewer()
{
    ++m_asked;
    m_pool.waitForDone();
    HandoverBase::deliver();
}

IconButton *ImageViewer::addButton(QHBoxLayout &bar, const QString &icon, const QString &name,
                                   const QString &keys, const std::function<void()> &action)
{
    auto *button = new IconButton(icon, name, m_theme, this);
    button->setToolTip(tr("%1 (%2)").arg(name, keys));
    connect(button, &QAbstractButton::clicked, this, action);
    bar.addWidget(button);
    return button;
}

void ImageViewer::makeBar(QHBoxLayout &bar)
{
    bar.addWidget(m_name, 1);
    bar.addWidget(m_details);
    bar.addSpacing(12);
    m_previous = addButton(bar, u"back"_s, tr("Previous picture"), tr("Left"), [this] { step(-1); });
    m_next = addButton(bar, u"forward"_s, tr("Next picture"), tr("Right"), [this] { step(1); });
    m_previous->setDirectional(true);
    m_next->setDirectional(true);
    addButton(bar, u"zoomout"_s, tr("Smaller"), u"-"_s, [this] { m_canvas->zoomBy(1 / zoomStep); });
    addButton(bar, u"zoomin"_s, tr("Larger"), u"+"_s, [this] { m_canvas->zoomBy(zoomStep); });
    addButton(bar, u"fit"_s, tr("Fit into the window"), u"0"_s, [this] { m_canvas->fit(); });
    m_copy = addButton(bar, u"copy"_s, tr("Copy the picture"), tr("Ctrl+C"), [this] { copy(); });
    addButton(bar, u"download"_s, tr("Save as…"), tr("Ctrl+S"), [this] { m_actions->saveAs(current()); });
    addButton(bar, u"external"_s, tr("Open with another program"), tr("Ctrl+O"),
              [this] { m_actions->openOutside(current()); });
    addButton(bar, u"close"_s, tr("Close"), tr("Esc"), [this] { close(); });
}

void ImageViewer::step(int pictures)
{
    const qsizetype to = std::clamp<qsizetype>(m_index + pictures, 0, m_pictures.size() - 1);
    if (to == m_index)
        return;
    m_index = to;
    load();
}

void ImageViewer::load()
{
    const int asked = ++m_asked;
    m_loading = true;
    m_canvas->setImage({});
    m_tryAgain->hide();
    describe();
    showProgress();
    QCoro::connect(m_session.transfers().fetch(current()), this, [this, asked](const Result<QString> &path) {
        if (asked != m_asked)
            return;
        if (path)
            read(*path, asked);
        else
            showFailure(path.error().detail);
    });
}

QCoro::Task<void> ImageViewer::read(QString path, int asked)
{
    PoolWork reading(m_pool, [path] { return readPicture(path); });
    const auto image = co_await reading;
    if (asked != m_asked)
        co_return;
    if (image)
        take(*image);
    else
        showFailure(image.error().detail);
}

void ImageViewer::take(const QImage &image)
{
    m_loading = false;
    m_words->hide();
    m_canvas->setImage(image);
    describe();
}

void ImageViewer::showProgress()
{
    if (!m_loading)
        return;
    const Transfer transfer = m_session.transfers().of(current().id);
    const bool isRunning = transfer.state == Transfer::State::Running;
    m_words->setText(isRunning ? tr("Loading… %1 %").arg(QLocale().toString(transfer.percent()))
                               : tr("Loading…"));
    m_words->show();
    arrange();
}

void ImageViewer::showFailure(const QString &reason)
{
    m_loading = false;
    m_words->setText(tr("The picture cannot be shown.") + u'\n' + reason);
    m_words->show();
    m_tryAgain->show();
    arrange();
}

void ImageViewer::describe()
{
    const File &file = current();
    const QString name = shownFileName(file.name);
    setWindowTitle(name);
    m_name->setText(name);
    m_name->setToolTip(name.toHtmlEscaped());
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    QStringList details;
    if (m_pictures.size() > 1)
        details += tr("%1 of %2").arg(locale.toString(m_index + 1), locale.toString(m_pictures.size()));
    if (file.width && file.height)
        details += tr("%1 × %2").arg(locale.toString(*file.width), locale.toString(*file.height));
    details += sizeText(file.size);
    if (!m_canvas->image().isNull())
        details += tr("%1 %").arg(locale.toString(qRound(m_canvas->zoom() * 100)));
    m_details->setText(details.join(u"  ·  "_s));
    m_canvas->setAccessibleName(tr("Picture %1").arg(name));
    m_canvas->setAccessibleDescription(m_details->text());
    m_previous->setEnabled(m_index > 0);
    m_next->setEnabled(m_index + 1 < m_pictures.size());
    m_copy->setEnabled(!m_canvas->image().isNull());
}

void ImageViewer::copy()
{
    if (!m_canvas->image().isNull())
        QApplication::clipboard()->setImage(m_canvas->image());
}

// Arrows move a picture that is larger than the window; otherwise they go to another.
void ImageViewer::zoomOrMove(QPoint direction)
{
    if (!m_canvas->isFitted())
        m_canvas->panBy(-direction * panStep);
    else if (direction.x() != 0)
        step(isRightToLeft() ? -direction.x() : direction.x());
}

void ImageViewer::keyPressEvent(QKeyEvent *event)
{
    const bool control = event->modifiers() & Qt::ControlModifier;
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (control && event->key() == Qt::Key_S)
        m_actions->saveAs(current());
    else if (control && event->key() == Qt::Key_O)
        m_actions->openOutside(current());
    else
        switch (event->key()) {
        case Qt::Key_Plus:
        case Qt::Key_Equal: m_canvas->zoomBy(zoomStep); break;
        case Qt::Key_Minus: m_canvas->zoomBy(1 / zoomStep); break;
        case Qt::Key_0: m_canvas->fit(); break;
        case Qt::Key_1: m_canvas->setZoom(1); break;
        case Qt::Key_Left: zoomOrMove({-1, 0}); break;
        case Qt::Key_Right: zoomOrMove({1, 0}); break;
        case Qt::Key_Up: zoomOrMove({0, -1}); break;
        case Qt::Key_Down: zoomOrMove({0, 1}); break;
        case Qt::Key_PageUp: step(-1); break;
        case Qt::Key_PageDown: step(1); break;
        case Qt::Key_Home: step(-int(m_pictures.size())); break;
        case Qt::Key_End: step(int(m_pictures.size())); break;
        default: QDialog::keyPressEvent(event); // Esc closes
        }
}

void ImageViewer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colors().codeBackground);
    const QRect bar(0, 0, width(), m_canvas->y());
    painter.fillRect(bar, m_theme.colors().window);
    paintEdge(painter, bar, Qt::BottomEdge, m_theme.colors().divider);
}

void ImageViewer::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    arrange();
}

void ImageViewer::arrange()
{
    const QRect room = rect().adjusted(32, barHeight, -32, 0);
    m_words->setGeometry(room.adjusted(0, 0, 0, m_tryAgain->isHidden() ? 0 : -60));
    m_tryAgain->adjustSize();
    m_tryAgain->move(room.center().x() - m_tryAgain->width() / 2, room.center().y() + 24);
}

} // namespace Hearth
