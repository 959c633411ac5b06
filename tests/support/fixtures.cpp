// SPDX-License-Identifier: Apache-2.0
#include "support/fixtures.h"

#include "util/uuid.h"

namespace Hearth::Test {

using namespace Qt::Literals::StringLiterals;

QStringList uglyTexts()
{
    return {u"'"_s,
            u"\"double\" 'single' `back`"_s,
            u"back\\slash \\' \\\" \\\\ ends with \\"_s,
            u"{}"_s,
            u"{a,b},{NULL},\"{\\\"c\\\"}\""_s,
            u"NULL"_s,
            u", , ,"_s,
            u"[\"json\", {\"k\": null}]"_s,
            u"$1 :rows :id ? %1 {rows id TEXT} E'\\n'"_s,
            u"'; DROP TABLE users; --"_s,
            u"line\nbreak\r\n\ttab \u0001\u001f\u007f"_s,
            u"😀 👩‍👩‍👧‍👦 🏳️‍🌈 é é"_s,
            u"\u202eright to left\u202c שלום مرحبا"_s,
            u"你好，世界 日本語 한국어"_s,
            QString(10'000, u'x'),
            u"😀"_s.repeated(10'000)};
}

UserId addUser(Database &db, const QString &username)
{
    const NewUser user{.id = uuidV7(), .username = username, .displayName = username};
    return expect(UserStore(db).insert(user)).account.user.id;
}

ConversationId addGroup(Database &db, const QList<UserId> &members, History history)
{
    return expect(ConversationStore(db).insert({.id = uuidV7(),
                                                .type = ConversationType::Group,
                                                .name = u"group"_s,
                                                .history = history,
                                                .creator = members.first(),
                                                .memberIds = members,
                                                .createdAt = now()}))
        .id;
}

ConversationId addDirect(Database &db, const UserId &one, const UserId &other)
{
    return expect(ConversationStore(db).insert({.id = uuidV7(),
                                                .type = ConversationType::Direct,
                                                .creator = one,
                                                .memberIds = {one, other},
                                                .createdAt = now()}))
        .id;
}

MessageInsert textMessage(const ConversationId &conversation, const UserId &sender, const QString &content)
{
    MessageInsert message{
        .id = uuidV7(), .conversationId = conversation, .senderId = sender, .draft = {}, .createdAt = now()};
    message.draft.content = content;
    return message;
}

Message send(MessageStore &store, const MessageInsert &message)
{
    return expect(store.append(message)).message;
}

} // namespace Hearth::Test
