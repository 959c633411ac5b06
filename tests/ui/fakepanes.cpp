// SPDX-License-Identifier: Apache-2.0
#include "fakepanes.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// Lives and goes with its session.
struct Holder : QObject {
    explicit Holder(Session &session);

    Session &session;
    Test::FakePanes panes;
    std::unique_ptr<ConversationAdmin> admin;
    std::unique_ptr<Notifications> notifications;
    std::unique_ptr<Safety> safety;
    std::unique_ptr<Search> search;
    std::unique_ptr<Threads> threads;
};

Holder &holderOf(Session &session)
{
    for (QObject *child : session.children()) {
        if (auto *holder = dynamic_cast<Holder *>(child))
            return *holder;
    }
    return *new Holder(session);
}

} // namespace

struct ConversationAdmin::Private {
    // Settings hold at once.
    void set(const ConversationId &id, const QString &what,
             const std::function<void(OwnMembership &)> &change)
    {
        holder.panes.asked.append(what);
        auto &all = Test::fakeOf(holder.session).conversations;
        if (all.contains(id))
            change(all[id].conversation.my);
        Q_EMIT holder.session.conversationChanged(id);
    }
    Result<void> decide(const QString &what)
    {
        holder.panes.asked.append(what);
        if (holder.panes.refusal)
            return fail(*holder.panes.refusal);
        return {};
    }

    Holder &holder;
};

struct Notifications::Private {
    Holder &holder;
};
struct Safety::Private {
    Result<void> report(const QString &what)
    {
        holder.panes.asked.append(what);
        if (holder.panes.refusal)
            return fail(*holder.panes.refusal);
        return {};
    }

    Holder &holder;
};
struct Search::Private {
    Holder &holder;
};
struct Threads::Private {
    Holder &holder;
};

namespace {

Holder::Holder(Session &of)
    : QObject(&of)
    , session(of)
    , admin(std::make_unique<ConversationAdmin>(
          std::unique_ptr<ConversationAdmin::Private>(new ConversationAdmin::Private{*this})))
    , notifications(std::make_unique<Notifications>(
          std::unique_ptr<Notifications::Private>(new Notifications::Private{*this})))
    , safety(std::make_unique<Safety>(std::unique_ptr<Safety::Private>(new Safety::Private{*this})))
    , search(std::make_unique<Search>(std::unique_ptr<Search::Private>(new Search::Private{*this})))
    , threads(std::make_unique<Threads>(std::unique_ptr<Threads::Private>(new Threads::Private{*this})))
{ }

} // namespace

namespace Test {

FakePanes &panesOf(Session &session)
{
    return holderOf(session).panes;
}

void notify(Session &session, const QList<Notification> &notifications)
{
    FakePanes &panes = panesOf(session);
    panes.notifications = notifications;
    panes.unreadNotifications =
        int(std::ranges::count_if(notifications, [](const Notification &n) { return !n.readAt; }));
    Q_EMIT session.notifications().changed();
}

} // namespace Test

ConversationAdmin &Session::admin()
{
    return *holderOf(*this).admin;
}
Notifications &Session::notifications()
{
    return *holderOf(*this).notifications;
}
Safety &Session::safety()
{
    return *holderOf(*this).safety;
}
Search &Session::search()
{
    return *holderOf(*this).search;
}
Threads &Session::threads()
{
    return *holderOf(*this).threads;
}

ConversationAdmin::ConversationAdmin(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{ }
ConversationAdmin::~ConversationAdmin() = default;

void ConversationAdmin::setPinned(const ConversationId &id, bool pinned)
{
    d->set(id, u"pin %1 %2"_s.arg(id).arg(pinned), [pinned](OwnMembership &my) { my.pinned = pinned; });
}
void ConversationAdmin::setArchived(const ConversationId &id, bool archived)
{
    d->set(id, u"archive %1 %2"_s.arg(id).arg(archived),
           [archived](OwnMembership &my) { my.archived = archived; });
}
void ConversationAdmin::setUnreadFrom(const ConversationId &id, std::optional<qint64> seq)
{
    d->set(id, u"unread %1 %2"_s.arg(id).arg(seq.value_or(0)),
           [seq](OwnMembership &my) { my.unreadFrom = seq; });
}
void ConversationAdmin::mute(const ConversationId &id, std::optional<Timestamp> until)
{
    d->set(id, u"mute %1 %2"_s.arg(id).arg(until.has_value()),
           [until](OwnMembership &my) { my.mutedUntil = until; });
}
void ConversationAdmin::setLevel(const ConversationId &id, NotifyLevel level)
{
    d->set(id, u"level %1 %2"_s.arg(id, QString(toName(level))),
           [level](OwnMembership &my) { my.level = level; });
}
QCoro::Task<Result<void>> ConversationAdmin::rename(ConversationId id, QString name)
{
    const auto done = d->decide(u"rename %1 %2"_s.arg(id, name));
    if (done) {
        Test::fakeOf(d->holder.session).conversations[id].conversation.name = name;
        Q_EMIT d->holder.session.conversationChanged(id);
    }
    co_return done;
}
QCoro::Task<Result<void>> ConversationAdmin::describe(ConversationId id, QString description)
{
    co_return d->decide(u"describe %1 %2"_s.arg(id, description));
}
QCoro::Task<Result<void>> ConversationAdmin::addMember(ConversationId id, UserId user)
{
    co_return d->decide(u"add %1 %2"_s.arg(id, user));
}
QCoro::Task<Result<void>> ConversationAdmin::removeMember(ConversationId id, UserId user)
{
    co_return d->decide(u"remove %1 %2"_s.arg(id, user));
}
QCoro::Task<Result<void>> ConversationAdmin::setRole(ConversationId id, UserId user, MemberRole role)
{
    co_return d->decide(u"role %1 %2 %3"_s.arg(id, user, QString(toName(role))));
}
QCoro::Task<Result<void>> ConversationAdmin::setMayWrite(ConversationId id, UserId user, bool mayWrite)
{
    co_return d->decide(u"write %1 %2 %3"_s.arg(id, user).arg(mayWrite));
}
QCoro::Task<Result<void>> ConversationAdmin::deleteForEverybody(ConversationId id)
{
    co_return d->decide(u"delete %1"_s.arg(id));
}
QCoro::Task<Result<Page<Member>>> ConversationAdmin::members(ConversationId id, std::optional<QString>)
{
    co_return Page<Member>{Test::fakeOf(d->holder.session).members.value(id), false, {}};
}

Notifications::Notifications(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{ }
Notifications::~Notifications() = default;

const QList<Notification> &Notifications::items() const
{
    return d->holder.panes.notifications;
}
int Notifications::unreadCount() const
{
    return d->holder.panes.unreadNotifications;
}
bool Notifications::hasMore() const
{
    return false;
}
void Notifications::markRead(const QString &id)
{
    d->holder.panes.asked.append(u"read "_s + id);
    QList<Notification> all = items();
    for (Notification &n : all) {
        if (n.id == id)
            n.readAt = now();
    }
    Test::notify(d->holder.session, all);
}
void Notifications::markAllRead()
{
    d->holder.panes.asked.append(u"read all"_s);
    QList<Notification> all = items();
    for (Notification &n : all)
        n.readAt = now();
    Test::notify(d->holder.session, all);
}
QCoro::Task<Result<void>> Notifications::loadMore()
{
    co_return Result<void>();
}

Safety::Safety(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{ }
Safety::~Safety() = default;

const QList<User> &Safety::blocked() const
{
    return d->holder.panes.blocked;
}
bool Safety::isBlocked(const UserId &id) const
{
    return std::ranges::find(blocked(), id, &User::id) != blocked().end();
}
QCoro::Task<Result<void>> Safety::block(UserId id)
{
    const auto done = d->report(u"block "_s + id);
    if (done) {
        d->holder.panes.blocked.append(d->holder.session.user(id));
        Q_EMIT changed();
    }
    co_return done;
}
QCoro::Task<Result<void>> Safety::unblock(UserId id)
{
    const auto done = d->report(u"unblock "_s + id);
    if (done) {
        d->holder.panes.blocked.removeIf([&](const User &user) { return user.id == id; });
        Q_EMIT changed();
    }
    co_return done;
}
QCoro::Task<Result<void>> Safety::reportPerson(UserId id, QString reason)
{
    co_return d->report(u"report %1 %2"_s.arg(id, reason));
}
QCoro::Task<Result<void>> Safety::reportMessage(MessageId id, QString reason)
{
    co_return d->report(u"report %1 %2"_s.arg(id, reason));
}

Search::Search(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{ }
Search::~Search() = default;

QCoro::Task<Result<QList<SearchResult>>> Search::stored(Query)
{
    co_return d->holder.panes.stored;
}
QCoro::Task<Result<Page<SearchResult>>> Search::onServer(Query query, std::optional<QString> cursor)
{
    Test::FakePanes &panes = d->holder.panes;
    panes.queries.append(query);
    if (panes.searchRefusal)
        co_return fail(*panes.searchRefusal);
    const int from = cursor.value_or(u"0"_s).toInt();
    const int next = from + panes.pageSize;
    Page<SearchResult> page{panes.onServer.mid(from, panes.pageSize), next < panes.onServer.size(), {}};
    if (page.hasMore)
        page.nextCursor = QString::number(next);
    co_return page;
}
QCoro::Task<Result<qint64>> Search::placeAt(ConversationId, Timestamp time)
{
    d->holder.panes.placeAsked = time;
    if (!d->holder.panes.place)
        co_return fail(ErrorCode::Unavailable, u"No."_s);
    co_return *d->holder.panes.place;
}

Threads::Threads(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{ }
Threads::~Threads() = default;

QCoro::Task<Result<QList<Message>>> Threads::stored(ConversationId, MessageId root)
{
    co_return d->holder.panes.threads.value(root);
}
QCoro::Task<Result<QList<Message>>> Threads::onServer(ConversationId, MessageId root)
{
    co_return d->holder.panes.threads.value(root);
}

} // namespace Hearth
