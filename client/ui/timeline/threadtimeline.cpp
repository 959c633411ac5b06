// SPDX-License-Identifier: Apache-2.0
// The part of TimelinePane that shows a thread, and that goes to a message.
#include "core/messagechanges.h"
#include "core/threads.h"
#include "ui/timeline/readtracker.h"
#include "ui/timeline/timelinepane_p.h"
#include "ui/timeline/timelineview.h"

#include <algorithm>

namespace Hearth {

void TimelinePane::openThread(const ConversationId &id, const MessageId &root)
{
    d->startThread(id, root);
}

void TimelinePane::Private::reopen()
{
    if (root.isEmpty())
        start(ConversationId(id));
    else
        startThread(ConversationId(id), MessageId(root));
}

// What is stored is there at once; what the server has comes after it.
void TimelinePane::Private::startThread(const ConversationId &conversation, const MessageId &message)
{
    start({});
    id = conversation;
    root = message;
    store.setMembers(session.members(id));
    store.setChanges(session.changes().of(id));
    showRights();
    showNotice(tr("Loading messages\u2026"));
    const auto take = [this, asked = generation](bool last) {
        return [this, asked, last](const Result<QList<Message>> &messages) {
            if (asked == generation)
                takeThread(messages, last);
        };
    };
    const ConnectionState state = session.connectionState();
    const bool connected = state == ConnectionState::Online || state == ConnectionState::CatchingUp;
    QCoro::connect(session.threads().stored(id, root), &q, take(!connected));
    if (connected)
        QCoro::connect(session.threads().onServer(id, root), &q, take(true));
}

void TimelinePane::Private::takeThread(const Result<QList<Message>> &messages, bool last)
{
    if (messages && !messages->isEmpty()) {
        const bool first = !loaded;
        if (first || messages->size() >= store.loaded())
            store.reset({*messages, false, false});
        loaded = true;
        if (first) {
            showOutgoing();
            view->startOver();
        }
        showStore();
    } else if (last && !loaded) {
        showNotice(
            messages ? tr("This thread is not stored on this computer. It is shown when you are back online.")
                     : tr("The messages could not be loaded.") + u'\n' + messages.error().detail);
        tryAgain->show();
    }
}

// The replies of a thread have gaps between them, so one that comes later is simply the next.
void TimelinePane::Private::applyToThread(const QList<Message> &messages)
{
    QList<Message> concerned = messages;
    concerned.removeIf([this](const Message &m) { return m.id != root && m.threadRootId != root; });
    if (concerned.isEmpty())
        return;
    MessageSlice fresh;
    for (const Message &message : std::as_const(concerned)) {
        if (message.seq > store.lastSeq())
            fresh.messages.append(message);
        else
            store.apply({message});
    }
    if (!fresh.messages.isEmpty())
        store.append(fresh);
    showStore();
}

void TimelinePane::Private::showOutgoing()
{
    QList<OutgoingMessage> outgoing = session.outgoing(id);
    if (!root.isEmpty())
        outgoing.removeIf([this](const OutgoingMessage &m) { return m.draft.replyToId != root; });
    store.setOutgoing(outgoing);
}

void TimelinePane::showMessage(qint64 seq)
{
    const auto show = [this, seq] {
        const auto &rows = d->store.rows();
        const auto row = std::ranges::find_if(rows, [&](const TimelineRow &r) {
            return r.isMessage() && r.item < d->store.loaded() && d->store.item(r.item).seq == seq;
        });
        if (row == rows.end())
            return false;
        const int index = int(row - rows.begin());
        d->view->scrollToRow(index, d->view->viewport()->height() / 3);
        d->view->setCurrentRow(index);
        d->view->highlightRow(index);
        return true;
    };
    if (!d->loaded || !show())
        d->seek(seq, [this, show] {
            if (!show())
                Q_EMIT messageMissing();
        });
}

} // namespace Hearth
