// SPDX-License-Identifier: Apache-2.0
#include "core/searchcondition.h"

#include "core/sql.h"
#include "util/clock.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype prefixFrom = 3; // letters: as on the server, shorter words are whole words

QString placeholders(qsizetype count)
{
    return QStringList(count, u"?"_s).join(u", "_s);
}

// A date is its midnight in UTC, as on the server.
std::optional<Timestamp> timeOf(const QString &value)
{
    const QDate date = QDate::fromString(value, Qt::ISODate);
    return date.isValid() && value.size() == 10 ? fromRfc3339(value + "T00:00:00Z"_L1) : fromRfc3339(value);
}

// `extra` is a message as JSON when it has more than words, so a marker in it tells what it has.
QString markerOf(const QString &filter, const QString &value, const UserId &self)
{
    static const QHash<QString, QString> markers{
        {u"has:file"_s, u"%\"attachments\":[{%"_s},      {u"has:image"_s, u"%\"mime_type\":\"image/%"_s},
        {u"has:video"_s, u"%\"mime_type\":\"video/%"_s}, {u"has:audio"_s, u"%\"mime_type\":\"audio/%"_s},
        {u"has:reaction"_s, u"%\"reactions\":[{%"_s},    {u"has:pin"_s, u"%\"pinned\":true%"_s},
        {u"has:thread"_s, u"%\"reply_count\":%"_s},      {u"is:pinned"_s, u"%\"pinned\":true%"_s},
        {u"is:edited"_s, u"%\"is_edited\":true%"_s},     {u"is:reply"_s, u"%\"reply_to_id\":%"_s}};
    if (filter == "is"_L1 && value == "mention"_L1)
        return u"%\"mentions\":[{%\"user_id\":\""_s + self + u"\"%"_s;
    return markers.value(filter + u':' + value);
}

class Builder
{
public:
    Builder(const UserId &self, const ConversationsCalled &called)
        : m_self(self)
        , m_called(called)
    { }

    bool add(const SearchPart &part)
    {
        if (part.filter.isEmpty())
            return addWords(part);
        if (part.filter == "from"_L1)
            return addSender(part);
        if (part.filter == "in"_L1)
            return addConversation(part);
        if (part.filter == "before"_L1 || part.filter == "after"_L1)
            return addTime(part);
        return addMarker(part);
    }

    [[nodiscard]] SearchCondition condition() const
    {
        return {(m_terms
                 + QStringList{u"type <> 'system'"_s,
                               u"(extra IS NULL OR extra NOT LIKE '%\"is_deleted\":true%')"_s})
                    .join(u" AND "_s),
                m_values};
    }

private:
    bool addTerm(const SearchPart &part, const QString &term, const QVariantList &values)
    {
        m_terms += part.exclude ? u"NOT ("_s + term + u')' : term;
        m_values += values;
        return true;
    }

    // Every word quoted, so that nothing in it is taken for the query language of FTS5.
    bool addWords(const SearchPart &part)
    {
        QString word = part.value;
        if (isWrittenWithoutSpaces(word)) {
            for (const QChar special : u"\\%_"_s)
                word.replace(special, u"\\"_s + special);
            return addTerm(part, u"content LIKE ? ESCAPE '\\'"_s, {u'%' + word + u'%'});
        }
        const bool prefix = !part.phrase && word.size() >= prefixFrom;
        word = u'"' + word.replace(u'"', u"\"\""_s) + u'"' + (prefix ? u"*"_s : QString());
        return addTerm(part, u"key IN (SELECT rowid FROM message_text WHERE message_text MATCH ?)"_s, {word});
    }

    bool addSender(const SearchPart &part)
    {
        const QString name = part.value.compare("me"_L1, Qt::CaseInsensitive) == 0 ? m_self : part.value;
        return addTerm(part,
                       u"sender_id IN (SELECT ? UNION SELECT id FROM users WHERE "
                       "json_extract(body, '$.username') = ? COLLATE NOCASE)"_s,
                       {name, name});
    }

    bool addConversation(const SearchPart &part)
    {
        QVariantList ids;
        for (const ConversationId &id : m_called(part.value))
            ids.append(id);
        return addTerm(part, u"conversation_id IN (%1)"_s.arg(placeholders(ids.size())), ids);
    }

    bool addTime(const SearchPart &part)
    {
        const auto time = timeOf(part.value);
        if (!time)
            return false;
        return addTerm(part, part.filter == "before"_L1 ? u"created_at < ?"_s : u"created_at >= ?"_s,
                       {toMs(*time)});
    }

    bool addMarker(const SearchPart &part)
    {
        const QString value = part.value.toLower();
        if (part.filter == "has"_L1 && value == "link"_L1)
            return addTerm(part, u"content LIKE '%://%'"_s, {});
        const QString marker = markerOf(part.filter, value, m_self);
        if (marker.isEmpty())
            return false;
        return addTerm(part, u"(extra IS NOT NULL AND extra LIKE ?)"_s, {marker});
    }

    const UserId &m_self;
    const ConversationsCalled &m_called;
    QStringList m_terms;
    QVariantList m_values;
};

} // namespace

std::optional<SearchCondition> searchCondition(const QList<SearchPart> &parts, const UserId &self,
                                               const ConversationsCalled &called)
{
    Builder builder(self, called);
    for (const SearchPart &part : parts) {
        if (!builder.add(part))
            return std::nullopt;
    }
    return builder.condition();
}

} // namespace Hearth
