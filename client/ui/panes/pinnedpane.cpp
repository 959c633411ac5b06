// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/pinnedpane.h"

#include "core/session.h"
#include "models/searchmodel.h"
#include "ui/emptystate.h"
#include "ui/panes/panelist.h"
#include "ui/timeline/avatars.h"

#include <QVBoxLayout>

namespace Hearth {

namespace {

constexpr int findableMs = 2'000; // what was just pinned is found within two seconds (openapi.yaml)

} // namespace

PinnedPane::PinnedPane(Session &session, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_model(new SearchModel(session, this))
    , m_list(new PaneList(tr("Pinned messages"), *m_model, theme, Avatars::of(session), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_list);
    setFocusProxy(m_list);
    m_again.setSingleShot(true);
    m_again.setInterval(findableMs);
    connect(&m_again, &QTimer::timeout, m_model, &SearchModel::searchAgain);
    connect(m_model, &SearchModel::stateChanged, this, &PinnedPane::showState);
    connect(m_list, &PaneList::chosen, this, &PinnedPane::messageRequested);
    connect(&m_list->empty(), &EmptyState::actionTriggered, m_model, &SearchModel::searchAgain);
    connect(&session, &Session::messagesChanged, this,
            [this](const ConversationId &id, const QList<Message> &messages) {
                const auto concerns = [](const Message &m) { return m.pinned || m.isDeleted; };
                if (id == m_id && isVisible() && std::ranges::any_of(messages, concerns))
                    m_again.start();
            });
    showState();
}

void PinnedPane::setConversation(const ConversationId &id)
{
    m_id = id;
    m_model->setQuery({QStringLiteral("is:pinned"), id});
    m_model->searchAgain();
}

void PinnedPane::showState()
{
    EmptyState &empty = m_list->empty();
    empty.setAction({});
    if (m_model->state() == SearchModel::State::Searching) {
        empty.setText(tr("Loading…"), {});
    } else if (!m_model->error().isEmpty()) {
        empty.setText(tr("The pinned messages could not be loaded"), m_model->error());
        empty.setAction(tr("Try again"));
    } else {
        empty.setText(tr("Nothing is pinned"),
                      m_model->isOnlyStored()
                          ? tr("You are offline: there may be some that are not stored here.")
                          : tr("Pin a message with P, so that everybody finds it here."));
    }
}

} // namespace Hearth
