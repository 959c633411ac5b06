// SPDX-License-Identifier: Apache-2.0
#include "ui/people/personcard.h"

#include "core/session.h"
#include "models/knownpresence.h"
#include "models/phrases.h"
#include "ui/paint.h"
#include "ui/panes/avatarview.h"
#include "ui/people/safetybuttons.h"
#include "ui/timeline/avatars.h"

#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace Hearth {

namespace {

constexpr int cardWidth = 280;
constexpr int anchorGap = 4;

} // namespace

PersonCard::PersonCard(Session &session, const UserId &id, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_session(session)
    , m_id(id)
    , m_avatar(new AvatarView(Avatars::of(session), this))
    , m_name(new QLabel(this))
    , m_detail(new QLabel(this))
    , m_seen(new QLabel(this))
    , m_write(new QPushButton(tr("Write a direct message"), this))
    , m_safety(new SafetyButtons(session, this))
{
    setObjectName(QStringLiteral("personCard"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setFixedWidth(cardWidth);
    m_name->setFont(relativeFont(font(), 1.3, QFont::DemiBold));
    m_detail->setForegroundRole(QPalette::PlaceholderText);
    m_seen->setForegroundRole(QPalette::PlaceholderText);
    m_write->setObjectName(QStringLiteral("writeDirect"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_avatar, 0, Qt::AlignHCenter);
    for (QLabel *text : {m_name, m_detail, m_seen}) {
        text->setAlignment(Qt::AlignCenter);
        text->setWordWrap(true);
        text->setTextFormat(Qt::PlainText);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(text);
    }
    layout->addSpacing(4);
    layout->addWidget(m_write);
    layout->addWidget(m_safety);

    const bool self = id == session.userId();
    m_write->setHidden(self);
    m_safety->setHidden(self);
    m_safety->setPerson(id);
    connect(m_write, &QPushButton::clicked, this, [this] {
        Q_EMIT directRequested(m_id);
        close();
    });
    const auto refreshIfShown = [this](const UserId &changed) {
        if (changed == m_id)
            refresh();
    };
    connect(&session, &Session::userChanged, this, refreshIfShown);
    connect(&session, &Session::presenceChanged, this, refreshIfShown);
    connect(&session, &Session::connectionStateChanged, this, &PersonCard::refresh);
    refresh();
}

void PersonCard::refresh()
{
    const User user = m_session.user(m_id);
    const QString presence = knownPresenceName(m_session, m_id);
    m_avatar->setPerson(user.displayName, m_id);
    m_name->setText(user.displayName);
    m_detail->setText(user.username.isEmpty()  ? presence
                          : presence.isEmpty() ? u'@' + user.username
                                               : tr("@%1 · %2").arg(user.username, presence));
    m_seen->setVisible(knownPresence(m_session, m_id) == PresenceStatus::Offline && user.lastSeen);
    if (user.lastSeen)
        m_seen->setText(
            tr("Last seen %1").arg(shortTime(*user.lastSeen, QDateTime::currentDateTime(), locale())));
    setAccessibleName(user.displayName);
    adjustSize();
}

void PersonCard::popup(const QRect &globalAnchor)
{
    adjustSize();
    const QScreen *screen = QGuiApplication::screenAt(globalAnchor.center());
    const QRect room = (screen ? screen : QGuiApplication::primaryScreen())->availableGeometry();
    const bool leftwards = layoutDirection() == Qt::RightToLeft;
    QRect place(QPoint(), size());
    if (leftwards)
        place.moveTopRight(globalAnchor.topLeft() - QPoint(anchorGap, 0));
    else
        place.moveTopLeft(globalAnchor.topRight() + QPoint(anchorGap, 0));
    place.moveLeft(std::clamp(place.left(), room.left(), std::max(room.left(), room.right() + 1 - width())));
    place.moveTop(std::clamp(place.top(), room.top(), std::max(room.top(), room.bottom() + 1 - height())));
    move(place.topLeft());
    show();
    m_write->setFocus();
}

} // namespace Hearth
