// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session.h"
#include "models/timelinestore.h"
#include "ui/timeline/timelinepane.h"

#include <QLabel>
#include <QPushButton>
#include <QTimer>

namespace Hearth {

class AttachmentActions;
class JumpButton;
class MessageActions;
class Pictures;
class ReadTracker;
class TimelineView;

struct TimelinePane::Private {
    Private(TimelinePane &pane, Session &session, Theme &theme);

    void connectAll();
    void load(QCoro::Task<Result<MessageSlice>> task, std::function<void(const Result<MessageSlice> &)> then);
    void start(const ConversationId &conversation);
    void startThread(const ConversationId &conversation, const MessageId &message);
    void takeThread(const Result<QList<Message>> &messages, bool last);
    void applyToThread(const QList<Message> &messages);
    void showOutgoing();
    void reopen(); // what could not be loaded
    void showNew();
    void showStore();
    void apply(const QList<Message> &messages);
    void trim();
    void positionChanged();
    void prefetch();
    void take(const Result<MessageSlice> &slice, void (TimelineStore::*put)(const MessageSlice &));
    void reload();
    void seek(qint64 seq, std::function<void()> then = {});
    void jumpDown();
    void showNotice(const QString &text);
    void hideNotice();
    void showRights();
    void showChanges();
    void lookUpQuotes();
    void arrange();

    TimelinePane &q;
    Session &session;
    TimelineStore store;
    TimelineView *const view;
    JumpButton *const jump;
    QLabel *const notice; // empty, loading, failed
    QPushButton *const tryAgain;
    ReadTracker *const reads;
    Pictures *const pictures;
    AttachmentActions *const files;
    MessageActions *const actions;
    QTimer loadingNotice;
    QTimer pause; // no prefetching while it runs

    ConversationId id;
    MessageId root; // of the thread that is shown; empty: all of the conversation
    quint64 generation = 0; // answers to an older one are not taken
    bool loaded = false;
    bool loadingOlder = false;
    bool loadingNewer = false;
    QSet<MessageId> quotesAsked;
    int arrived = 0; // since the reader left the end
};

} // namespace Hearth
