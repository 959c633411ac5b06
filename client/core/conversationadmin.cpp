// SPDX-License-Identifier: Apache-2.0
#include "core/conversationadmin.h"

#include "core/conversationadmin_p.h"
#include "wire/limits.h"
#include "wire/members.h"

#include <QJsonDocument>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

QString pathOf(const ConversationId &id, QLatin1StringView rest = {})
{
    return "/api/v1/conversations/"_L1 + id + rest;
}

QString pathOf(const ConversationId &id, const UserId &member)
{
    return pathOf(id, "/members/"_L1) + QString::fromLatin1(QUrl::toPercentEncoding(member));
}

} // namespace

ConversationAdmin::ConversationAdmin(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{ }

ConversationAdmin::~ConversationAdmin() = default;

void ConversationAdmin::Private::load(const QHash<ConversationId, QJsonObject> &waiting)
{
    unsent = waiting;
}

void ConversationAdmin::Private::sendAll()
{
    for (const ConversationId &id : unsent.keys())
        send(id);
}

void ConversationAdmin::Private::want(const ConversationId &id, const QString &field, const QJsonValue &value)
{
    if (!roster.find(id))
        return;
    QJsonObject settings = unsent.value(id);
    settings.insert(field, value);
    keep(id, settings);
    Q_EMIT session.conversationChanged(id);
    send(id);
}

void ConversationAdmin::Private::keep(const ConversationId &id, const QJsonObject &settings)
{
    if (settings.isEmpty())
        unsent.remove(id);
    else
        unsent.insert(id, settings);
    roster.setUnsent(id, settings);
    store.saveUnsentSettings(id, settings);
}

// One at a time for each conversation, so that the last choice is the one that stays.
QCoro::Task<void> ConversationAdmin::Private::send(ConversationId id)
{
    if (sending.contains(id))
        co_return;
    sending.insert(id);
    while (connection.isReady() && unsent.contains(id)) {
        const QJsonObject said = unsent.value(id);
        const HttpCall call{
            "PUT", pathOf(id, "/settings"_L1), {}, QJsonDocument(said).toJson(QJsonDocument::Compact)};
        const auto answer = co_await rest.send(call);
        if (!answer && isRetryable(answer.error().code))
            break; // said again by the next connection
        QJsonObject left = unsent.value(id);
        for (const QString &field : said.keys()) {
            if (left.value(field) == said.value(field))
                left.remove(field);
        }
        const auto my =
            answer.and_then([](const QJsonObject &json) { return fromJson<OwnMembership>(json); });
        if (my) {
            roster.setSettings(id, *my);
            if (const Conversation *conversation = roster.find(id))
                store.saveConversation(*conversation);
        }
        keep(id, left);
        Q_EMIT session.conversationChanged(id);
        if (!answer && answer.error().code != ErrorCode::NotFound)
            Q_EMIT session.failed(answer.error());
    }
    sending.remove(id);
}

QCoro::Task<Result<void>> ConversationAdmin::Private::change(QByteArray method, QString path, QByteArray body)
{
    const HttpCall call{std::move(method), std::move(path), {}, std::move(body)};
    const auto answer = co_await rest.send(call);
    co_return answer.map([](const QJsonObject &) {});
}

void ConversationAdmin::setPinned(const ConversationId &id, bool pinned)
{
    d->want(id, u"pinned"_s, pinned);
}

void ConversationAdmin::setArchived(const ConversationId &id, bool archived)
{
    d->want(id, u"archived"_s, archived);
}

void ConversationAdmin::setUnreadFrom(const ConversationId &id, std::optional<qint64> seq)
{
    d->want(id, u"unread_from"_s, seq ? QJsonValue(*seq) : QJsonValue(QJsonValue::Null));
}

void ConversationAdmin::mute(const ConversationId &id, std::optional<Timestamp> until)
{
    d->want(id, u"muted_until"_s,
            until ? QJsonValue(QString::fromLatin1(toRfc3339(*until))) : QJsonValue(QJsonValue::Null));
}

void ConversationAdmin::setLevel(const ConversationId &id, NotifyLevel level)
{
    d->want(id, u"level"_s, QString(toName(level)));
}

QCoro::Task<Result<void>> ConversationAdmin::rename(ConversationId id, QString name)
{
    UpdateConversation body;
    body.name = std::move(name);
    return d->change("PUT", pathOf(id), toJson(body));
}

QCoro::Task<Result<void>> ConversationAdmin::describe(ConversationId id, QString description)
{
    UpdateConversation body;
    body.description = std::move(description);
    return d->change("PUT", pathOf(id), toJson(body));
}

QCoro::Task<Result<void>> ConversationAdmin::addMember(ConversationId id, UserId user)
{
    return d->change("POST", pathOf(id, "/members"_L1), toJson(AddMember{std::move(user)}));
}

QCoro::Task<Result<void>> ConversationAdmin::removeMember(ConversationId id, UserId user)
{
    return d->change("DELETE", pathOf(id, user));
}

QCoro::Task<Result<void>> ConversationAdmin::setRole(ConversationId id, UserId user, MemberRole role)
{
    UpdateMember body;
    body.role = role;
    return d->change("PATCH", pathOf(id, user), toJson(body));
}

QCoro::Task<Result<void>> ConversationAdmin::setMayWrite(ConversationId id, UserId user, bool mayWrite)
{
    UpdateMember body;
    body.canSendMessages = mayWrite;
    return d->change("PATCH", pathOf(id, user), toJson(body));
}

QCoro::Task<Result<void>> ConversationAdmin::deleteForEverybody(ConversationId id)
{
    return d->change("DELETE", pathOf(id));
}

QCoro::Task<Result<Page<Member>>> ConversationAdmin::members(ConversationId id, std::optional<QString> cursor)
{
    QUrlQuery query;
    query.addQueryItem(u"limit"_s, QString::number(Limits::pageMax));
    if (cursor)
        query.addQueryItem(u"cursor"_s, QString::fromLatin1(QUrl::toPercentEncoding(*cursor)));
    const QString path = pathOf(id, "/members"_L1);
    co_return co_await d->rest.get<Page<Member>>(path, query);
}

} // namespace Hearth
