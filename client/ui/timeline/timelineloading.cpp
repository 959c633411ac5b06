// SPDX-License-Identifier: Apache-2.0
// The part of TimelinePane that loads messages, and lets go of those that are far away.
#include "core/messagechanges.h"
#include "models/conversationrow.h"
#include "ui/timeline/readtracker.h"
#include "ui/timeline/timelinepane_p.h"
#include "ui/timeline/timelineview.h"

#include <algorithm>

namespace Hearth {

namespace {

constexpr int pageSize = 50;
constexpr int firstPageSize = 60;
constexpr int loadedMax = 600;
constexpr int loadedAfterTrim = 500; // not at every page
constexpr int prefetchScreens = 3;
constexpr int loadingNoticeMs = 150;
constexpr int retryLoadMs = 3000; // after a page that failed or was empty

} // namespace

// The answer goes to `then` while the same conversation is still open and nothing began it anew.
void TimelinePane::Private::load(QCoro::Task<Result<MessageSlice>> task,
                                 std::function<void(const Result<MessageSlice> &)> then)
{
    QCoro::connect(std::move(task), &q,
                   [this, asked = generation, then = std::move(then)](const Result<MessageSlice> &slice) {
                       if (asked == generation)
                           then(slice);
                   });
}

void TimelinePane::Private::start(const ConversationId &conversation)
{
    ++generation;
    id = conversation;
    root.clear();
    loaded = loadingOlder = loadingNewer = false;
    arrived = 0;
    pause.stop();
    quotesAsked.clear();
    store.clear();
    hideNotice();
    qint64 readSeq = 0;
    bool unread = false;
    if (const auto summary = session.conversation(id)) {
        const OwnMembership &my = summary->conversation.my;
        readSeq = my.unreadFrom ? std::min(my.readSeq, *my.unreadFrom - 1) : my.readSeq;
        unread = unreadOf(summary->conversation) > 0;
        store.setExtent(summary->conversation.firstSeq, summary->conversation.lastSeq);
    }
    reads->reset(readSeq);
    view->startOver();
    if (id.isEmpty())
        return;
    store.setMembers(session.members(id));
    store.setChanges(session.changes().of(id));
    showRights();
    loadingNotice.start(loadingNoticeMs);
    auto task = unread ? session.around(id, readSeq + 1, firstPageSize) : session.newest(id, firstPageSize);
    load(std::move(task), [this, unread, readSeq](const Result<MessageSlice> &slice) {
        loadingNotice.stop();
        if (!slice) {
            showNotice(tr("The messages could not be loaded.") + u'\n' + slice.error().detail);
            tryAgain->show();
            return;
        }
        store.reset(*slice);
        showOutgoing();
        if (unread)
            store.markNewAfter(readSeq);
        view->startOver();
        showNew();
        reads->reset(readSeq); // what stood there before the place was found was never seen
        loaded = true;
        showStore();
    });
}

// The New line at a third of the viewport when it is not in sight at the end.
void TimelinePane::Private::showNew()
{
    const int row = store.newRow();
    if (row >= 0 && (store.hasNewer() || !view->isRowVisible(row)))
        view->scrollToRow(row, view->viewport()->height() / 3);
}

// Drops what is farthest from the reader. A selection keeps all that it may run through.
void TimelinePane::Private::trim()
{
    if (store.loaded() <= loadedMax || view->hasSelection())
        return;
    if (view->pixelsAbove() > view->pixelsBelow())
        store.trimOlder(loadedAfterTrim);
    else
        store.trimNewer(loadedAfterTrim);
}

void TimelinePane::Private::prefetch()
{
    if (!loaded || pause.isActive() || store.loaded() == 0)
        return;
    const int reach = prefetchScreens * view->viewport()->height();
    if (store.hasOlder() && !loadingOlder && view->pixelsAbove() < reach) {
        loadingOlder = true;
        load(session.before(id, store.firstSeq(), pageSize), [this](const Result<MessageSlice> &slice) {
            loadingOlder = false;
            take(slice, &TimelineStore::prepend);
        });
    }
    if (store.hasNewer() && !loadingNewer && view->pixelsBelow() < reach) {
        loadingNewer = true;
        load(session.after(id, store.lastSeq(), pageSize), [this](const Result<MessageSlice> &slice) {
            loadingNewer = false;
            take(slice, &TimelineStore::append);
        });
    }
}

void TimelinePane::Private::take(const Result<MessageSlice> &slice,
                                 void (TimelineStore::*put)(const MessageSlice &))
{
    if (!slice || (slice->messages.isEmpty() && (slice->hasOlder || slice->hasNewer)))
        pause.start(retryLoadMs);
    if (!slice)
        return;
    (store.*put)(*slice);
    trim();
    showStore();
}

// What is shown may have a gap: the same place again, from the session.
void TimelinePane::Private::reload()
{
    if (!root.isEmpty()) {
        startThread(ConversationId(id), MessageId(root));
        return;
    }
    if (!loaded) {
        start(ConversationId(id));
        return;
    }
    ++generation;
    loadingOlder = loadingNewer = false;
    qint64 seq = 0;
    for (const RowFlow::Placed &placed : view->visibleRows())
        seq = std::max(seq, store.itemOf(placed.row).seq);
    if (const auto summary = session.conversation(id))
        store.setExtent(summary->conversation.firstSeq, summary->conversation.lastSeq);
    auto task =
        view->isAtEnd() || seq == 0 ? session.newest(id, pageSize) : session.around(id, seq, pageSize);
    load(std::move(task), [this](const Result<MessageSlice> &slice) {
        if (!slice)
            return;
        store.reset(*slice);
        showStore();
    });
}

void TimelinePane::Private::seek(qint64 seq, std::function<void()> then)
{
    ++generation;
    loadingOlder = loadingNewer = false;
    load(session.around(id, seq, firstPageSize),
         [this, seq, then = std::move(then)](const Result<MessageSlice> &slice) {
             if (!slice || slice->messages.isEmpty()) {
                 if (then)
                     then();
                 return;
             }
             store.reset(*slice);
             loaded = true;
             const auto &rows = store.rows();
             const auto row = std::ranges::find_if(
                 rows, [&](const TimelineRow &r) { return store.item(r.item).seq >= seq; });
             view->scrollToRow(row == rows.end() ? int(rows.size()) - 1 : int(row - rows.begin()), 0);
             showStore();
             if (then)
                 then();
         });
}

void TimelinePane::scrollToEnd()
{
    if (!d->store.hasNewer()) {
        d->view->scrollToEnd();
        return;
    }
    ++d->generation;
    d->loadingOlder = d->loadingNewer = false;
    d->load(d->session.newest(d->id, firstPageSize), [this](const Result<MessageSlice> &slice) {
        if (!slice)
            return;
        d->store.reset(*slice);
        d->view->scrollToEnd();
        d->showStore();
    });
}

} // namespace Hearth
