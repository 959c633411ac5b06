// SPDX-License-Identifier: Apache-2.0
#include "ui/conversationheader.h"

#include "core/session.h"
#include "models/conversationrow.h"
#include "models/knownpresence.h"
#include "ui/iconbutton.h"
#include "ui/paint.h"
#include "ui/theme.h"
#include "ui/timeline/avatars.h"

#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

namespace Hearth {

namespace {

constexpr int headerHeight = 52;
constexpr int avatarSize = 32;
constexpr int margin = 16;
constexpr int backWidth = 44; // what the Back button takes from the left
constexpr int dotSize = 8;
constexpr int buttonStep = 34;

QString subtitleOf(const Session &session, const ConversationSummary &summary)
{
    if (summary.directWith)
        return knownPresenceName(session, *summary.directWith);
    const int people = summary.conversation.memberCount;
    return people == 1 ? ConversationHeader::tr("Only you")
                       : ConversationHeader::tr("%Ln people", nullptr, people);
}

} // namespace

ConversationHeader::ConversationHeader(Session &session, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_theme(theme)
    , m_back(new IconButton(QStringLiteral("back"), tr("Back"), theme, this))
    , m_search(
          new IconButton(QStringLiteral("search"), tr("Search in this conversation (Ctrl+F)"), theme, this))
    , m_info(new IconButton(QStringLiteral("info"), tr("Info (Ctrl+.)"), theme, this))
    , m_more(new IconButton(QStringLiteral("more"), tr("More"), theme, this))
{
    setObjectName(QStringLiteral("conversationHeader"));
    setFixedHeight(scaled(headerHeight, font()));
    m_back->setObjectName(QStringLiteral("backButton"));
    m_back->setDirectional(true);
    m_back->hide();
    m_search->setObjectName(QStringLiteral("headerSearch"));
    m_info->setObjectName(QStringLiteral("headerInfo"));
    m_more->setObjectName(QStringLiteral("headerMore"));
    connect(m_search, &IconButton::clicked, this, &ConversationHeader::searchRequested);
    connect(m_info, &IconButton::clicked, this, &ConversationHeader::infoRequested);
    connect(m_more, &IconButton::clicked, this,
            [this] { Q_EMIT menuRequested(m_more->mapToGlobal(QPoint(0, m_more->height() + 2))); });
    connect(m_back, &IconButton::clicked, this, &ConversationHeader::backRequested);

    const auto refreshIfShown = [this](const ConversationId &id) {
        if (id == m_id)
            refresh();
    };
    connect(&session, &Session::conversationChanged, this, refreshIfShown);
    connect(&session, &Session::membersChanged, this, refreshIfShown);
    connect(&session, &Session::conversationsReset, this, &ConversationHeader::refresh);
    connect(&session, &Session::userChanged, this, &ConversationHeader::refresh);
    connect(&session, &Session::presenceChanged, this, &ConversationHeader::refresh);
    connect(&session, &Session::connectionStateChanged, this, &ConversationHeader::refresh);
    connect(&Avatars::of(session), &Avatars::changed, this, qOverload<>(&QWidget::update));
}

void ConversationHeader::setConversation(const ConversationId &id)
{
    m_id = id;
    refresh();
}

void ConversationHeader::setBackVisible(bool visible)
{
    m_back->setVisible(visible);
    update();
}

void ConversationHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ConversationHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        setFixedHeight(scaled(headerHeight, font()));
        QMetaObject::invokeMethod(this, &ConversationHeader::arrange,
                                  Qt::QueuedConnection); // the buttons grow after this
    }
    if (event->type() == QEvent::LayoutDirectionChange)
        arrange();
}

void ConversationHeader::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT infoRequested();
}

void ConversationHeader::contextMenuEvent(QContextMenuEvent *event)
{
    Q_EMIT menuRequested(event->globalPos());
}

// What the buttons take at the trailing end.
int ConversationHeader::buttonsWidth() const
{
    return 3 * scaled(buttonStep, font()) + 8;
}

void ConversationHeader::arrange()
{
    const int step = scaled(buttonStep, font());
    const QSize size = m_back->sizeHint();
    const auto put = [&](IconButton *button, int x) {
        const QRect place(QPoint(x, (height() - size.height()) / 2), size);
        button->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
    };
    put(m_back, 8);
    put(m_search, width() - buttonsWidth());
    put(m_info, width() - buttonsWidth() + step);
    put(m_more, width() - buttonsWidth() + 2 * step);
}

void ConversationHeader::refresh()
{
    const auto summary = m_session.conversation(m_id);
    if (!summary)
        return;
    m_title = conversationTitle(m_session, *summary);
    m_subtitle = subtitleOf(m_session, *summary);
    setAccessibleName(m_subtitle.isEmpty() ? m_title : tr("%1, %2").arg(m_title, m_subtitle));
    update();
}

void ConversationHeader::paintEvent(QPaintEvent *)
{
    const ThemeColors &colors = m_theme.colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintEdge(painter, rect(), Qt::BottomEdge, colors.divider);
    const auto summary = m_session.conversation(m_id);
    if (!summary)
        return;

    const auto y = [this](int px) { return scaled(px, font()); };
    const int left = m_back->isVisibleTo(this) ? y(backWidth) : margin;
    const auto place = [this](int x, int y, int w, int h) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(x, y, w, h));
    };
    const int avatar = scaled(avatarSize, font());
    paintAvatar(painter, place(left, (height() - avatar) / 2, avatar, avatar), m_title,
                summary->directWith.value_or(m_id), font(), &Avatars::of(m_session));

    const auto drawLine = [&](int x, int y, int h, const QString &text, const QFont &lineFont,
                              const QColor &color) {
        const QRect line = place(x, y, width() - x - margin - buttonsWidth(), h);
        paintLine(painter, line, text, lineFont, color, layoutDirection());
    };
    int textLeft = left + avatar + 12;
    const int titleTop = m_subtitle.isEmpty() ? (headerHeight - 20) / 2 : 7;
    drawLine(textLeft, y(titleTop), y(20), m_title, relativeFont(font(), 1.15, QFont::DemiBold), colors.text);
    if (m_subtitle.isEmpty())
        return;
    const auto presence = summary->directWith ? knownPresence(m_session, *summary->directWith) : std::nullopt;
    if (presence) {
        const int dot = y(dotSize);
        paintPresence(painter, place(textLeft, y(27) + (y(16) - dot) / 2, dot, dot), *presence, colors);
        textLeft += dot + 6;
    }
    drawLine(textLeft, y(27), y(16), m_subtitle, relativeFont(font(), 0.92), colors.secondary);
}

} // namespace Hearth
