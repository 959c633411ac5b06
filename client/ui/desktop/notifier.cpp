// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/notifier.h"

#include "core/notifications.h"
#include "core/session.h"
#include "models/conversationrow.h"
#include "platform/notificationservice.h"
#include "ui/desktop/notificationtext.h"
#include "ui/preferences.h"

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int undecidedMost = 100;
constexpr int messagesKept = 20; // of a conversation that nobody reads

QString tagOf(const Session &session, const QString &what)
{
    return session.userId() + u'@' + session.server().toString() + u'#' + what;
}

bool mentions(const Message &message, const UserId &user)
{
    return std::ranges::any_of(message.mentions, [&](const Mention &m) { return m.userId == user; });
}

} // namespace

Notifier::Notifier(QList<NotificationService *> services, const Preferences &preferences, Watching watching,
                   QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
    , m_preferences(preferences)
    , m_watching(std::move(watching))
{
    for (NotificationService *service : m_services) {
        connect(service, &NotificationService::activated, this,
                [this](const QString &tag, const QString &token) {
                    const Told told = m_told.value(tag);
                    if (told.session)
                        Q_EMIT openRequested(told.session, told.conversation,
                                             told.messages.isEmpty() ? 0 : told.messages.first().seq, token);
                });
        connect(service, &NotificationService::readRequested, this, &Notifier::markRead);
        connect(service, &NotificationService::replied, this,
                [this](const QString &tag, const QString &text) {
                    const Told told = m_told.value(tag);
                    if (!told.session || told.conversation.isEmpty() || text.trimmed().isEmpty())
                        return;
                    MessageDraft draft;
                    draft.content = text.trimmed();
                    told.session->send(told.conversation, draft);
                    markRead(tag);
                });
    }
}

void Notifier::watch(Session &session)
{
    const auto &stored = session.notifications().items();
    m_accounts.insert(&session, {stored.isEmpty() ? 0 : stored.first().number, now(), {}});
    connect(&session, &Session::messageArrived, this,
            [this, &session](const Message &message) { onMessage(session, message); });
    connect(&session, &Session::messagesChanged, this,
            [this, &session](const auto &, const QList<Message> &messages) { onChanged(session, messages); });
    connect(&session, &Session::conversationChanged, this,
            [this, &session](const ConversationId &id) { onRead(session, id); });
    connect(&session.notifications(), &Notifications::changed, this, [this, &session] { onEvents(session); });
}

void Notifier::forget(Session &session)
{
    session.disconnect(this);
    session.notifications().disconnect(this);
    m_accounts.remove(&session);
    for (const QString &tag : m_told.keys()) {
        if (m_told.value(tag).session == &session)
            withdraw(tag);
    }
}

// One's own choice, or the status that others see.
bool Notifier::isQuiet(const Session &session) const
{
    return !m_preferences.notifications().shown || m_preferences.quietUntil()
        || session.presence(session.userId()) == PresenceStatus::Busy;
}

NotificationService *Notifier::service() const
{
    const auto found = std::ranges::find_if(m_services, &NotificationService::isAvailable);
    return found == m_services.end() ? nullptr : *found;
}

void Notifier::onMessage(Session &session, const Message &message)
{
    const auto summary = session.conversation(message.conversationId);
    const bool fromOthers = message.senderId != session.userId() && message.type != MessageType::System;
    if (!summary || !fromOthers || message.isDeleted || isMuted(summary->conversation.my))
        return;
    if (summary->conversation.my.level == NotifyLevel::All || mentions(message, session.userId())) {
        tell(session, message);
        return;
    }
    Account &account = m_accounts[&session];
    if (account.undecided.size() >= undecidedMost)
        account.undecided.clear();
    account.undecided.insert(message.id, message);
    for (const Notification &event : session.notifications().items().first(
             std::min<qsizetype>(session.notifications().items().size(), messagesKept)))
        onEvent(session, event); // which may have come before its message
}

void Notifier::tell(Session &session, const Message &message)
{
    if (isQuiet(session) || m_watching(session, message.conversationId))
        return;
    const QString tag = tagOf(session, message.conversationId);
    Told &told = m_told[tag];
    told.session = &session;
    told.conversation = message.conversationId;
    told.messages.append(message);
    if (told.messages.size() > messagesKept)
        told.messages.removeFirst();
    show(tag);
}

void Notifier::show(const QString &tag)
{
    NotificationService *shower = service();
    if (!shower)
        return;
    const Told &told = m_told[tag];
    DesktopNotification notification =
        notificationOf(*told.session, told.messages, m_preferences.notifications().detail);
    notification.tag = tag;
    shower->show(notification);
}

// What was deleted or edited is not told any longer.
void Notifier::onChanged(Session &session, const QList<Message> &messages)
{
    for (const Message &message : messages) {
        const QString tag = tagOf(session, message.conversationId);
        const auto told = m_told.find(tag);
        if (told == m_told.end())
            continue;
        const auto known = std::ranges::find(told->messages, message.id, &Message::id);
        if (known == told->messages.end() || known->content == message.content)
            continue;
        if (message.isDeleted)
            told->messages.erase(known);
        else
            *known = message;
        if (told->messages.isEmpty())
            withdraw(tag);
        else
            show(tag);
    }
}

void Notifier::onRead(Session &session, const ConversationId &id)
{
    const QString tag = tagOf(session, id);
    const auto told = m_told.constFind(tag);
    if (told == m_told.cend())
        return;
    const auto summary = session.conversation(id);
    if (!summary || summary->conversation.my.readSeq >= told->messages.last().seq
        || isMuted(summary->conversation.my))
        withdraw(tag);
}

void Notifier::onEvents(Session &session)
{
    Account &account = m_accounts[&session];
    const qint64 known = account.newestNumber;
    const QList<Notification> events = session.notifications().items();
    for (const Notification &event : events) {
        account.newestNumber = std::max(account.newestNumber, event.number);
        const QString tag = tagOf(session, event.id);
        if (event.readAt && m_told.contains(tag))
            withdraw(tag);
        if (event.number > known)
            onEvent(session, event);
    }
}

// What tells of a message only says that it is worth telling; the message itself is told.
void Notifier::onEvent(Session &session, const Notification &event)
{
    Account &account = m_accounts[&session];
    const MessageId about = event.data.value("message_id"_L1).toString();
    if (account.undecided.contains(about)) {
        tell(session, account.undecided.take(about));
        return;
    }
    const QString tag = tagOf(session, event.id);
    const bool old = event.readAt || event.createdAt < account.since || m_told.contains(tag);
    NotificationService *shower = service();
    if (!about.isEmpty() || old || isQuiet(session) || !shower)
        return;
    m_told.insert(tag, {&session, {}, {}});
    DesktopNotification notification = notificationOf(event, m_preferences.notifications().detail);
    notification.tag = tag;
    shower->show(notification);
}

void Notifier::withdraw(const QString &tag)
{
    m_told.remove(tag);
    for (NotificationService *each : m_services)
        each->withdraw(tag);
}

void Notifier::markRead(const QString &tag)
{
    const Told told = m_told.value(tag);
    if (!told.session || told.messages.isEmpty())
        return;
    told.session->markRead(told.conversation, told.messages.last().seq);
    withdraw(tag);
}

} // namespace Hearth
