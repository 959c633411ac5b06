// SPDX-License-Identifier: Apache-2.0
#include "storage/memberstore.h"

#include "storage/conversationlock.h"
#include "storage/conversationrows.h"
#include "storage/systemmessages.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

tl::unexpected<Error> noMember()
{
    return fail(ErrorCode::NotFound, u"There is no such member."_s);
}

bool isOnlyOwner(Sql &sql, const ConversationId &id)
{
    int owners = 0;
    Rows row = sql.run(u"SELECT count(*) FROM conversation_members"
                       " WHERE conversation_id = :id AND role = :role AND removed_at IS NULL"_s,
                       {{":id", id}, {":role", MemberRole::Owner}});
    if (row.next())
        row >> owners;
    return owners == 1;
}

// Nothing when the actor is no member of a conversation that exists.
std::optional<MemberScene> readScene(Sql &sql, const ConversationLock &lock, const UserId &actor,
                                     const UserId &target)
{
    const auto own = lock.exists() ? readMembership(sql, lock.id(), actor) : std::nullopt;
    if (!own)
        return std::nullopt;
    MemberScene scene{lock.type(), lock.memberCount(), own->role};
    scene.self = actor == target;
    const auto other = scene.self ? own : readMembership(sql, lock.id(), target);
    if (other) {
        scene.target = other->role;
        scene.lastOwner = other->role == MemberRole::Owner && isOnlyOwner(sql, lock.id());
    }
    return scene;
}

// The member as they are stored now.
MemberChange readChange(Sql &sql, const ConversationId &id, const UserId &user, qint64 change = 0)
{
    MemberChange done{change};
    Rows row = sql.run(u"SELECT " HEARTH_MEMBER_COLUMNS " FROM conversation_members AS m"
                       " WHERE m.conversation_id = :id AND m.user_id = :user"_s,
                       {{":id", id}, {":user", user}});
    if (row.next())
        done.member = readMember(row);
    done.row = readMembership(sql, id, user).value_or(MembershipRow{user});
    return done;
}

void insertMember(Sql &sql, const ConversationLock &lock, const UserId &user, Timestamp at)
{
    sql.run(u"INSERT INTO conversation_members (conversation_id, user_id, role, joined_at, joined_seq,"
            " delivered_seq, read_seq, read_ordinal, change, touched_at) VALUES (:conversation, :user, :role,"
            " :joined, :joined_seq, :delivered, :read, :ordinal, :change, :touched)"
            " ON CONFLICT (conversation_id, user_id) DO UPDATE SET role = excluded.role,"
            " can_send_messages = TRUE, joined_at = excluded.joined_at, joined_seq = excluded.joined_seq,"
            " delivered_seq = excluded.delivered_seq, read_seq = excluded.read_seq,"
            " read_ordinal = excluded.read_ordinal, change = excluded.change, removed_at = NULL,"
            " pinned = FALSE, archived = FALSE, muted_until = NULL, level = 'all', unread_from = NULL,"
            " touched_at = excluded.touched_at"_s,
            {{":conversation", lock.id()},
             {":user", user},
             {":role", MemberRole::Member},
             {":joined", at},
             {":joined_seq", lock.lastSeq()},
             {":delivered", lock.lastSeq()},
             {":read", lock.lastSeq()},
             {":ordinal", lock.lastOrdinal()},
             {":change", lock.lastChange()},
             {":touched", at}});
}

void saveWithNotice(Sql &sql, ConversationLock &lock, MemberChange &done, SystemEvent event,
                    const UserId &actor, QJsonObject values, Timestamp at)
{
    values.insert("user_id"_L1, done.member.userId);
    done.notice = writeSystemMessage(sql, lock, event, actor, std::move(values), at);
    lock.save(at);
}

} // namespace

QCoro::Task<Result<MemberChange>> MemberStore::add(ConversationId id, UserId actor, UserId user,
                                                   MemberRule rule, Timestamp at)
{
    return m_db.write([id, actor, user, rule, at](Sql &sql) -> Result<MemberChange> {
        ConversationLock lock(sql, id);
        const auto scene = readScene(sql, lock, actor, user);
        if (!scene)
            return noConversation();
        if (const auto allowed = rule(*scene); !allowed)
            return fail(allowed.error());
        if (scene->target)
            return readChange(sql, id, user);
        if (firstUnknownUser(sql, {user}))
            return fail(ErrorCode::InvalidField, u"There is no such user."_s, u"/user_id"_s);

        const qint64 change = lock.takeChange();
        insertMember(sql, lock, user, at);
        lock.addMembers(1);
        lock.noteFieldsChanged();
        lock.save(at);
        MemberChange done = readChange(sql, id, user, change);
        done.seenByThem = readConversation(sql, id, user);
        saveWithNotice(sql, lock, done, SystemEvent::MemberAdded, actor, {}, at);
        return done;
    });
}

QCoro::Task<Result<MemberChange>> MemberStore::update(ConversationId id, UserId actor, UserId user,
                                                      MemberPatch patch, MemberPatchRule rule, Timestamp at)
{
    return m_db.write([id, actor, user, patch, rule, at](Sql &sql) -> Result<MemberChange> {
        ConversationLock lock(sql, id);
        const auto scene = readScene(sql, lock, actor, user);
        if (!scene)
            return noConversation();
        if (const auto allowed = rule(*scene, patch); !allowed)
            return fail(allowed.error());
        if (!scene->target)
            return noMember();

        const MemberChange before = readChange(sql, id, user);
        const MemberRole role = patch.role.value_or(before.member.role);
        const bool mayWrite =
            role != MemberRole::Member || patch.canSendMessages.value_or(before.member.canSendMessages);
        if (role == before.member.role && mayWrite == before.member.canSendMessages)
            return before;
        const qint64 change = lock.takeChange();
        sql.run(u"UPDATE conversation_members SET role = :role, can_send_messages = :may, change = :change"
                " WHERE conversation_id = :id AND user_id = :user"_s,
                {{":role", role}, {":may", mayWrite}, {":change", change}, {":id", id}, {":user", user}});
        lock.save(at);
        MemberChange done = readChange(sql, id, user, change);
        if (role != before.member.role) {
            saveWithNotice(sql, lock, done, SystemEvent::MemberRoleChanged, actor,
                           {{u"role"_s, toName(role)}}, at);
        }
        return done;
    });
}

QCoro::Task<Result<MemberChange>> MemberStore::remove(ConversationId id, UserId actor, UserId user,
                                                      MemberRule rule, Timestamp at)
{
    return m_db.write([id, actor, user, rule, at](Sql &sql) -> Result<MemberChange> {
        ConversationLock lock(sql, id);
        const auto scene = readScene(sql, lock, actor, user);
        if (!scene)
            return noConversation();
        if (const auto allowed = rule(*scene); !allowed)
            return fail(allowed.error());
        if (!scene->target)
            return noMember();

        const qint64 change = lock.takeChange();
        MemberChange done = readChange(sql, id, user, change);
        sql.run(u"UPDATE conversation_members SET removed_at = :removed, change = :change,"
                " touched_at = {greatest}(touched_at, :touched)"
                " WHERE conversation_id = :id AND user_id = :user"_s,
                {{":removed", at}, {":change", change}, {":touched", at}, {":id", id}, {":user", user}});
        lock.addMembers(-1);
        lock.noteFieldsChanged();
        saveWithNotice(sql, lock, done, scene->self ? SystemEvent::MemberLeft : SystemEvent::MemberRemoved,
                       actor, {}, at);
        return done;
    });
}

QCoro::Task<Result<MemberPage>> MemberStore::page(ConversationId id, UserId viewer, int limit,
                                                  std::optional<MemberCursor> after)
{
    return m_db.read([id, viewer, limit, after](Sql &sql) -> Result<MemberPage> {
        if (!readMembership(sql, id, viewer))
            return noConversation();
        const MemberCursor from = after.value_or(MemberCursor{Timestamp::min(), UserId()});
        MemberPage page;
        Rows rows =
            sql.run(u"SELECT " HEARTH_MEMBER_COLUMNS " FROM conversation_members AS m"
                    " WHERE m.conversation_id = :id AND m.removed_at IS NULL"
                    " AND (m.joined_at, m.user_id) > (:joined, :user)"
                    " ORDER BY m.joined_at, m.user_id LIMIT :limit"_s,
                    {{":id", id}, {":joined", from.joinedAt}, {":user", from.userId}, {":limit", limit + 1}});
        while (rows.next())
            page.items.append(readMember(rows));
        if (page.items.size() > limit) {
            page.items.removeLast();
            page.next = MemberCursor{page.items.last().joinedAt, page.items.last().userId};
        }
        return page;
    });
}

QCoro::Task<Result<OwnMembership>> MemberStore::setOwn(ConversationId id, UserId user, OwnSettings settings,
                                                       Timestamp at)
{
    return m_db.write([id, user, settings, at](Sql &sql) -> Result<OwnMembership> {
        sql.run(u"UPDATE conversation_members SET pinned = COALESCE(:pinned, pinned),"
                " archived = COALESCE(:archived, archived), level = COALESCE(:level, level),"
                " muted_until = CASE WHEN :mutes THEN :muted_until ELSE muted_until END,"
                " unread_from = CASE WHEN :marks THEN :unread_from ELSE unread_from END,"
                " touched_at = {greatest}(touched_at, :at)"
                " WHERE conversation_id = :id AND user_id = :user AND removed_at IS NULL"_s,
                {{":pinned", settings.pinned},
                 {":archived", settings.archived},
                 {":level", settings.level},
                 {":mutes", settings.mutedUntil.has_value()},
                 {":muted_until", settings.mutedUntil.value_or(std::nullopt)},
                 {":marks", settings.unreadFrom.has_value()},
                 {":unread_from", settings.unreadFrom.value_or(std::nullopt)},
                 {":at", at},
                 {":id", id},
                 {":user", user}});
        const auto view = readView(sql, id, user);
        if (!view)
            return noConversation();
        return view->conversation.my;
    });
}

} // namespace Hearth
