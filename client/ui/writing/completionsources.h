// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/user.h"
#include "models/emojicatalog.h"
#include "ui/writing/completion.h"

namespace Hearth {

class ClientSettings;
class Session;

// "@": the other members of a conversation, by display name or username.
class MemberSource : public CompletionSource
{
public:
    explicit MemberSource(const Session &session);

    void setConversation(const ConversationId &id) { m_conversation = id; }
    [[nodiscard]] QList<User> people() const; // all that can be mentioned
    [[nodiscard]] QChar trigger() const override { return u'@'; }
    [[nodiscard]] QList<Completion> find(const QString &typed) const override;

private:
    const Session &m_session;
    ConversationId m_conversation;
};

// ":": emoji, from two letters on.
class EmojiSource : public CompletionSource
{
public:
    EmojiSource(const EmojiCatalog &catalog, const ClientSettings &settings);

    [[nodiscard]] QChar trigger() const override { return u':'; }
    [[nodiscard]] QList<Completion> find(const QString &typed) const override;

private:
    const EmojiCatalog m_catalog;
    const ClientSettings &m_settings;
};

// "/": what can be done with the conversation.
class CommandSource : public CompletionSource
{
public:
    // Name and what it does.
    void setCommands(const QList<std::pair<QString, QString>> &commands) { m_commands = commands; }
    [[nodiscard]] QChar trigger() const override { return u'/'; }
    [[nodiscard]] QList<Completion> find(const QString &typed) const override;

private:
    QList<std::pair<QString, QString>> m_commands;
};

} // namespace Hearth
