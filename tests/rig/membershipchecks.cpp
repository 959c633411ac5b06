// SPDX-License-Identifier: Apache-2.0
#include "rig/checker.h"

namespace Hearth::Rig {

using namespace Qt::Literals::StringLiterals;

namespace {

using Key = std::pair<ConversationId, UserId>;

// From one invitation of somebody to the next, they are removed once at most: who removes them waits for the
// answer before they invite them again.
struct Stay {
    qint64 lastChange = std::numeric_limits<qint64>::max(); // before they were removed
    const Event *removed = nullptr;
};

QHash<Key, QList<Stay>> staysOf(const Record &record)
{
    QHash<Key, QList<Stay>> stays;
    QHash<Key, QMap<qint64, const Event *>> removals;
    for (auto it = record.members.begin(); it != record.members.end(); ++it) {
        for (const UserId &user : *it)
            stays[{it.key(), user}] = {Stay()};
    }
    for (const Event &event : record.events) {
        const Key key(event.conversation, event.subject);
        if (event.kind != Event::Kind::Removed && event.kind != Event::Kind::Inviting)
            continue;
        if (stays[key].isEmpty())
            stays[key] += Stay(); // who comes and goes was there in the beginning
        if (event.kind == Event::Kind::Removed)
            removals[key].insert(event.change, &event);
        else
            stays[key] += Stay();
    }
    for (auto it = removals.begin(); it != removals.end(); ++it) {
        QList<Stay> &list = stays[it.key()];
        if (list.size() < it->size())
            list.resize(it->size());
        // The first removal ends the first stay, and so on.
        qsizetype n = 0;
        for (auto removal = it->begin(); removal != it->end(); ++removal)
            list[n++] = {removal.key(), *removal};
    }
    return stays;
}

} // namespace

// Nobody sees what was committed after the commit that removed them. They may see it after somebody asked to
// have them back: of what was there before, too.
void checkNobodyElseSaw(const Record &record, QList<Violation> &out)
{
    const QHash<Key, QList<Stay>> stays = staysOf(record);
    QHash<Key, int> current;
    for (const Event &event : record.events) {
        if (event.kind == Event::Kind::Inviting)
            ++current[{event.conversation, event.subject}];
        if (event.kind != Event::Kind::Seen)
            continue;
        const Key key(event.conversation, event.client);
        const auto known = stays.constFind(key);
        if (known == stays.constEnd()) {
            out += {5, u"a stranger saw a message"_s, {describe(event)}};
            continue;
        }
        const Stay stay = known->value(current.value(key));
        if (stay.removed && event.change > stay.lastChange)
            out += {5,
                    u"somebody who was removed saw a later message"_s,
                    {describe(*stay.removed), describe(event)}};
    }
}

// Each observer sees each watermark go forward. What a killed server had heard and not written yet it may
// hear again: the comparison begins anew then.
void checkWatermarksGoForward(const Record &record, QList<Violation> &out)
{
    using Watermark = std::pair<std::pair<UserId, int>, Key>; // observer, kind; conversation, of whom
    QHash<Watermark, const Event *> last;
    QHash<Key, const Event *> marked; // since the last restart
    for (const Event &event : record.events) {
        if (event.kind == Event::Kind::Restarted) {
            last.clear();
            marked.clear();
        } else if (event.kind == Event::Kind::Marked) {
            marked.insert({event.conversation, event.client}, &event);
        } else if (event.kind == Event::Kind::Read || event.kind == Event::Kind::Delivered) {
            const Watermark key({event.client, int(event.kind)}, {event.conversation, event.subject});
            if (const Event *before = last.value(key); before && before->seq > event.seq)
                out += {6, u"a watermark went back"_s, {describe(*before), describe(event)}};
            last.insert(key, &event);
        }
    }
    for (auto it = record.counters.begin(); it != record.counters.end(); ++it) {
        for (auto counters = it->begin(); counters != it->end(); ++counters) {
            const QString words = u"%1 in %2: read %3, delivered %4, last %5"_s.arg(
                counters.key(), it.key(), QString::number(counters->readSeq),
                QString::number(counters->deliveredSeq), QString::number(counters->lastSeq));
            if (counters->readSeq > counters->deliveredSeq || counters->deliveredSeq > counters->lastSeq)
                out += {6, u"watermarks out of their order"_s, {words}};
            const Event *mark = marked.value({it.key(), counters.key()});
            if (mark && mark->seq > counters->readSeq)
                out += {6, u"an acknowledged mark is lost"_s, {describe(*mark), words}};
        }
    }
}

} // namespace Hearth::Rig
