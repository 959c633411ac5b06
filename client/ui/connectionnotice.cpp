// SPDX-License-Identifier: Apache-2.0
#include "ui/connectionnotice.h"

#include "core/session.h"

#include <algorithm>

namespace Hearth {

using namespace std::chrono_literals;

ConnectionNotice::ConnectionNotice(Session &session, std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    m_countdown.setInterval(1s);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_overdue = true;
        update();
    });
    connect(&m_countdown, &QTimer::timeout, this, &ConnectionNotice::changed);
    connect(&session, &Session::connectionStateChanged, this, &ConnectionNotice::update);
    connect(&session, &Session::outgoingChanged, this, [this] {
        if (m_overdue)
            Q_EMIT changed();
    });
    update();
}

void ConnectionNotice::update()
{
    const ConnectionState state = m_session.connectionState();
    if (state == ConnectionState::Online) {
        m_patience.stop();
        m_overdue = false;
    } else if (!m_overdue && !m_patience.isActive()) {
        m_patience.start();
    }
    if (m_overdue && state == ConnectionState::Offline)
        m_countdown.start();
    else
        m_countdown.stop();
    Q_EMIT changed();
}

QString ConnectionNotice::text() const
{
    if (!m_overdue)
        return {};
    switch (m_session.connectionState()) {
    case ConnectionState::Offline:
        if (const int waiting = waitingMessages(); waiting > 1)
            return tr("You are offline. %Ln messages will be sent when you are back.", nullptr, waiting);
        else if (waiting == 1)
            return tr("You are offline. One message will be sent when you are back.");
        return retryIn();
    case ConnectionState::Connecting: return tr("Connecting…");
    case ConnectionState::CatchingUp: return tr("Fetching what you missed…");
    case ConnectionState::AuthNeeded: return tr("You are not signed in. Nothing is lost.");
    case ConnectionState::Online: return {};
    }
    Q_UNREACHABLE();
}

ConnectionNotice::Action ConnectionNotice::action() const
{
    switch (m_session.connectionState()) {
    case ConnectionState::AuthNeeded: return Action::SignIn;
    case ConnectionState::Offline: return Action::RetryNow;
    default: return Action::None;
    }
}

int ConnectionNotice::waitingMessages() const
{
    int waiting = 0;
    for (const ConversationSummary &summary : m_session.conversations()) {
        for (const OutgoingMessage &message : m_session.outgoing(summary.conversation.id))
            waiting += message.state != OutgoingState::Failed;
    }
    return waiting;
}

QString ConnectionNotice::retryIn() const
{
    const auto next = m_session.nextAttemptAt();
    if (!next)
        return tr("Connecting…");
    const qint64 seconds = std::max<qint64>(1, (toMs(*next) - toMs(now()) + 999) / 1000);
    return tr("Connecting… (retry in %Ln s)", nullptr, int(seconds));
}

} // namespace Hearth
