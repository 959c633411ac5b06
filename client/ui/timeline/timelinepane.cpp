// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/timelinepane.h"

#include "core/messagechanges.h"
#include "core/session.h"
#include "ui/timeline/attachmentactions.h"
#include "ui/timeline/avatars.h"
#include "ui/timeline/jumpbutton.h"
#include "ui/timeline/messageactions.h"
#include "ui/timeline/openlink.h"
#include "ui/timeline/pictures.h"
#include "ui/timeline/readtracker.h"
#include "ui/timeline/timelinepane_p.h"
#include "ui/timeline/timelineview.h"

#include <QPointer>

#include <limits>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int jumpMargin = 16;

} // namespace

TimelinePane::Private::Private(TimelinePane &pane, Session &session, Theme &theme)
    : q(pane)
    , session(session)
    , store(session.userId(), [&session](const UserId &id) { return session.user(id).displayName; })
    , view(new TimelineView(store, theme, &pane))
    , jump(new JumpButton(theme, &pane))
    , notice(new QLabel(&pane))
    , tryAgain(new QPushButton(tr("Try again"), &pane))
    , reads(new ReadTracker(*view, &pane))
    , pictures(new Pictures(session, &pane))
    , files(new AttachmentActions(session, pane))
    , actions(new MessageActions(session, store, *view, theme, pane))
{
    view->setAttachmentSource(pictures);
    view->setAvatarSource(&Avatars::of(session));
    notice->setAlignment(Qt::AlignCenter);
    notice->setWordWrap(true);
    notice->setTextFormat(Qt::PlainText);
    notice->setForegroundRole(QPalette::PlaceholderText);
    notice->setAttribute(Qt::WA_TransparentForMouseEvents);
    notice->hide();
    tryAgain->hide();
    jump->hide();
    loadingNotice.setSingleShot(true);
    pause.setSingleShot(true);
}

void TimelinePane::Private::connectAll()
{
    connect(view, &TimelineView::positionChanged, &q, [this] { positionChanged(); });
    connect(view, &TimelineView::linkActivated, &q,
            [this](const QUrl &url, const QString &text) { openLink(url, text, q); });
    connect(view, &TimelineView::retryRequested, &session, &Session::retry);
    connect(view, &TimelineView::deleteRequested, &session, &Session::drop);
    connect(view, &TimelineView::attachmentActivated, files, &AttachmentActions::act);
    connect(files, &AttachmentActions::viewRequested, &q, &TimelinePane::pictureActivated);
    connect(view, &TimelineView::seekRequested, &q, [this](qint64 seq) { seek(seq); });
    connect(view, &TimelineView::dayActivated, &q, &TimelinePane::dayActivated);
    connect(view, &TimelineView::quoteActivated, &q, [this](const QuotedMessage &quoted) {
        if (quoted.seq > 0)
            q.showMessage(quoted.seq);
    });
    connect(&session.changes(), &MessageChanges::changed, &q, [this](const MessageRef &message) {
        if (message.conversationId == id)
            showChanges();
    });
    connect(&session, &Session::conversationChanged, &q, [this](const ConversationId &changed) {
        if (changed == id)
            showRights();
    });
    connect(view, &TimelineView::endRequested, &q, [this] { q.scrollToEnd(); });
    connect(view, &TimelineView::escapePressed, &q, [this] {
        store.clearNew();
        view->storeChanged();
        q.scrollToEnd();
    });
    connect(jump, &QAbstractButton::clicked, &q, [this] { jumpDown(); });
    connect(tryAgain, &QAbstractButton::clicked, &q, [this] { reopen(); });
    connect(reads, &ReadTracker::readUpTo, &q, [this](qint64 seq) {
        if (root.isEmpty())
            session.markRead(id, seq);
    });
    connect(&loadingNotice, &QTimer::timeout, &q, [this] { showNotice(tr("Loading messages\u2026")); });
    connect(&pause, &QTimer::timeout, &q, [this] { prefetch(); });

    connect(&session, &Session::messagesChanged, &q,
            [this](const ConversationId &changed, const QList<Message> &messages) {
                if (changed == id)
                    apply(messages);
            });
    connect(&session, &Session::messagesReset, &q, [this](const ConversationId &changed) {
        if (changed == id)
            reload();
    });
    connect(&session, &Session::outgoingChanged, &q, [this](const ConversationId &changed) {
        if (changed != id)
            return;
        showOutgoing();
        showStore();
    });
    connect(&session, &Session::membersChanged, &q, [this](const ConversationId &changed) {
        if (changed != id)
            return;
        store.setMembers(session.members(id));
        showRights();
        view->storeChanged(); // what they have read; whoever has another name is a changed user
    });
    connect(&session, &Session::userChanged, view, &TimelineView::refresh);
}

void TimelinePane::Private::showStore()
{
    view->storeChanged();
    if (!loaded)
        return;
    lookUpQuotes();
    if (!store.rows().isEmpty() || store.hasOlder() || store.hasNewer()) {
        hideNotice();
        return;
    }
    const auto summary = session.conversation(id);
    QString name;
    if (summary)
        name = summary->directWith ? session.user(*summary->directWith).displayName
                                   : summary->conversation.name.value_or(QString());
    showNotice(name.isEmpty() ? tr("No messages yet. Say hello.")
                              : tr("No messages yet. Say hello to %1.").arg(name));
}

void TimelinePane::Private::showRights()
{
    const auto summary = session.conversation(id);
    const auto members = session.members(id);
    const auto self = std::ranges::find(members, session.userId(), &Member::userId);
    const bool isGroup = summary && summary->conversation.type == ConversationType::Group;
    view->setRights({.writes = self == members.end() || self->canSendMessages,
                     .moderates = isGroup && summary->conversation.my.role != MemberRole::Member,
                     .threads = root.isEmpty()});
}

void TimelinePane::Private::showChanges()
{
    store.setChanges(session.changes().of(id));
    view->storeChanged();
}

// What is answered and not loaded: once each, and again when the server could not be asked.
void TimelinePane::Private::lookUpQuotes()
{
    for (const MessageId &quoted : store.unknownQuotes()) {
        if (quotesAsked.contains(quoted))
            continue;
        quotesAsked.insert(quoted);
        QCoro::connect(session.changes().find(ConversationId(id), MessageId(quoted)), &q,
                       [this, quoted, asked = generation](const Result<Message> &message) {
                           if (!message && message.error().code != ErrorCode::NotFound)
                               quotesAsked.remove(quoted);
                           else if (message && message->conversationId == id)
                               store.setQuoted(*message);
                           else if (asked == generation)
                               store.setQuotedGone(quoted);
                           view->storeChanged();
                       });
    }
}

void TimelinePane::Private::apply(const QList<Message> &messages)
{
    if (!loaded)
        return;
    if (!root.isEmpty()) {
        applyToThread(messages);
        return;
    }
    const bool atEnd = view->isAtEnd();
    const int fresh = store.apply(messages);
    if (!atEnd)
        arrived += fresh;
    trim();
    showStore();
}

void TimelinePane::Private::positionChanged()
{
    if (view->isAtEnd())
        arrived = 0;
    const bool far = view->pixelsBelow() > view->viewport()->height() || (store.hasNewer() && loaded);
    jump->setVisible(far && loaded);
    if (jump->count() != arrived)
        jump->setCount(arrived);
    prefetch();
}

void TimelinePane::Private::jumpDown()
{
    const int row = store.newRow();
    const auto &visible = view->visibleRows();
    if (row >= 0 && !visible.empty() && row > visible.back().row)
        view->scrollToRow(row, view->viewport()->height() / 3);
    else
        q.scrollToEnd();
    view->setFocus();
}

void TimelinePane::Private::showNotice(const QString &text)
{
    notice->setText(text);
    notice->show();
    tryAgain->hide();
}

void TimelinePane::Private::hideNotice()
{
    loadingNotice.stop();
    notice->hide();
    tryAgain->hide();
}

void TimelinePane::Private::arrange()
{
    view->setGeometry(q.rect());
    const int middle = q.height() / 2;
    notice->setGeometry(q.rect().adjusted(32, 0, -32, 0));
    tryAgain->adjustSize();
    tryAgain->move((q.width() - tryAgain->width()) / 2, middle + 40);
    const int x = q.isRightToLeft() ? jumpMargin : q.width() - jumpMargin - jump->width();
    jump->move(x, q.height() - jumpMargin - jump->height());
    actions->arrange();
}

TimelinePane::TimelinePane(Session &session, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(*this, session, theme))
{
    setFocusProxy(d->view);
    d->connectAll();
}

// The view goes before the store and the pictures that it shows, and the tracker before the view that it
// watches.
TimelinePane::~TimelinePane()
{
    delete d->reads;
    delete d->view;
    delete d->pictures;
}

QList<File> TimelinePane::loadedPictures() const
{
    return d->view->pictures();
}

void TimelinePane::open(const ConversationId &id)
{
    d->start(id);
}

void TimelinePane::close()
{
    d->start({});
}

ConversationId TimelinePane::conversation() const
{
    return d->id;
}

std::optional<TimelineItem> TimelinePane::lastOwn() const
{
    const auto &rows = d->store.rows();
    for (qsizetype i = rows.size() - 1; i >= 0; --i) {
        if (rows.at(i).isMessage() && isOffered(RowAction::Edit, d->store.item(rows.at(i).item), RowRights()))
            return d->store.item(rows.at(i).item);
    }
    return std::nullopt;
}

void TimelinePane::react(const MessageRef &message, const QString &emoji)
{
    d->session.changes().setReaction(message, emoji, true);
}

void TimelinePane::setRecentReactions(std::function<QStringList()> recent)
{
    d->view->setRecentReactions(std::move(recent));
}

void TimelinePane::readNoMore()
{
    d->reads->reset(std::numeric_limits<qint64>::max());
}

void TimelinePane::setReadTimes(std::chrono::milliseconds look, std::chrono::milliseconds idle)
{
    d->reads->setTimes(look, idle);
}

void TimelinePane::resizeEvent(QResizeEvent *)
{
    d->arrange();
}

void TimelinePane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        d->arrange();
    if (event->type() == QEvent::LanguageChange)
        d->tryAgain->setText(tr("Try again"));
}

} // namespace Hearth
