// SPDX-License-Identifier: Apache-2.0
#include "storage/searchtokens.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <limits>

namespace Hearth::SearchTokens {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr char16_t markSign = 0xe000; // private use: neither letter nor symbol

QString markText(QLatin1StringView text)
{
    return QChar(markSign) + text;
}

QString numbered(char kind, qint64 number)
{
    return QChar(markSign) + QLatin1Char(kind) + QString::number(number, 36);
}

// Ids are any text of any case, tokens are not.
QString hashed(char kind, const QString &id)
{
    const QByteArray hash = QCryptographicHash::hash(id.toUtf8(), QCryptographicHash::Sha256).first(8);
    return QChar(markSign) + QLatin1Char(kind) + QLatin1StringView(hash.toHex());
}

bool isWordStart(QStringView text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

// Looks for the last character of a prefix, which is rare: every message that is indexed comes through here.
bool hasLink(QStringView text)
{
    for (const QLatin1StringView prefix : {"http://"_L1, "https://"_L1, "www."_L1}) {
        const QChar last = prefix.back();
        for (qsizetype at = text.indexOf(last); at >= 0; at = text.indexOf(last, at + 1)) {
            const qsizetype start = at + 1 - prefix.size();
            if (start >= 0 && text.sliced(start, prefix.size()).compare(prefix, Qt::CaseInsensitive) == 0
                && isWordStart(text, start) && at + 1 < text.size() && text[at + 1].isLetterOrNumber())
                return true;
        }
    }
    return false;
}

QSet<SearchMark> marksOf(const Message &message)
{
    QSet<SearchMark> marks;
    const auto note = [&marks](bool has, SearchMark mark) {
        if (has)
            marks.insert(mark);
    };
    note(message.type == MessageType::Image, SearchMark::Image);
    note(message.type == MessageType::Video, SearchMark::Video);
    note(message.type == MessageType::Audio, SearchMark::Audio);
    note(message.type == MessageType::File, SearchMark::File);
    note(message.type == MessageType::Location, SearchMark::Location);
    for (const File &file : message.attachments) {
        note(true, SearchMark::File);
        note(file.mimeType.startsWith("image/"_L1), SearchMark::Image);
        note(file.mimeType.startsWith("video/"_L1), SearchMark::Video);
        note(file.mimeType.startsWith("audio/"_L1), SearchMark::Audio);
    }
    note(hasLink(message.content), SearchMark::Link);
    note(!message.reactions.isEmpty(), SearchMark::Reaction);
    note(message.pinned, SearchMark::Pin);
    note(message.replyCount.value_or(0) > 0, SearchMark::Thread);
    note(message.isEdited, SearchMark::Edited);
    note(message.replyToId.has_value(), SearchMark::Reply);
    return marks;
}

QStringList allMarks(const Message &message, int conversationNumber, Backend backend)
{
    QStringList marks{everything(), conversation(conversationNumber), sender(message.senderId)};
    QSet<UserId> mentioned;
    for (const Mention &mention : message.mentions)
        mentioned.insert(mention.userId);
    for (const UserId &user : std::as_const(mentioned))
        marks += mention(user);
    const QSet<SearchMark> plain = marksOf(message);
    for (const SearchMark one : plain)
        marks += mark(one);
    if (backend == Backend::PostgreSql) {
        for (size_t level = 0; level < windowShifts.size(); ++level)
            marks += window(level, toMs(message.createdAt) >> windowShifts[level]);
    }
    marks.sort(); // equal documents for equal messages
    return marks;
}

// PostgreSQL manual, "tsvector": quoted, since these are any letters; neither quote nor backslash is one.
void appendVector(QString &out, const QString &token, qsizetype position)
{
    constexpr qsizetype lastPosition = 16'383; // the largest that a tsvector knows
    out += u'\'' + token + u'\'';
    if (position > 0)
        out += u':' + QString::number(std::min(position, lastPosition));
    out += u' ';
}

} // namespace

QString everything()
{
    return markText("a"_L1);
}

QString mark(SearchMark mark)
{
    switch (mark) {
    case SearchMark::File: return markText("hf"_L1);
    case SearchMark::Image: return markText("hi"_L1);
    case SearchMark::Video: return markText("hv"_L1);
    case SearchMark::Audio: return markText("ha"_L1);
    case SearchMark::Location: return markText("ho"_L1);
    case SearchMark::Link: return markText("hl"_L1);
    case SearchMark::Reaction: return markText("hr"_L1);
    case SearchMark::Pin: return markText("hp"_L1);
    case SearchMark::Thread: return markText("ht"_L1);
    case SearchMark::Edited: return markText("he"_L1);
    case SearchMark::Reply: break;
    }
    return markText("hy"_L1);
}

QString conversation(int number)
{
    return numbered('c', number);
}

QString sender(const UserId &user)
{
    return hashed('f', user);
}

QString mention(const UserId &user)
{
    return hashed('m', user);
}

QString window(size_t level, qint64 index)
{
    return numbered(char('w' + level), index);
}

QString document(const Message &message, int conversation, Backend backend)
{
    const QList<Search::Token> words = Search::tokenize(message.content);
    const QStringList marks = allMarks(message, conversation, backend);
    QString out;
    out.reserve(message.content.size() * 2 + 256);
    qsizetype position = 0;
    for (const Search::Token &word : words) {
        if (backend == Backend::PostgreSql)
            appendVector(out, word.text, ++position);
        else
            out += word.text + u' ';
    }
    for (const QString &mark : marks) {
        if (backend == Backend::PostgreSql)
            appendVector(out, mark, 0);
        else
            out += mark + u' ';
    }
    return out;
}

qint64 digest(const QString &document)
{
    const QByteArray hash = QCryptographicHash::hash(document.toUtf8(), QCryptographicHash::Sha256);
    return qFromBigEndian<qint64>(hash.constData()) & std::numeric_limits<qint64>::max();
}

} // namespace Hearth::SearchTokens
