// SPDX-License-Identifier: Apache-2.0
// What people do with messages in the timeline, by mouse and by keyboard.
#include "fakechanges.h"

#include "ui/emoji/emojibutton.h"
#include "ui/theme.h"
#include "ui/timeline/messagetext.h"
#include "ui/timeline/timelinepane.h"
#include "ui/timeline/timelineview.h"
#include "ui/timeline/versionsdialog.h"

#include <QApplication>
#include <QClipboard>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const User ana = person(u"ana"_s, u"Ana Costa"_s);
const User li = person(u"li"_s, u"Li Wei"_s);

// A pane over a group "c" with Ana and Li.
struct Shown {
    Theme theme{Theme::Appearance::Light};
    Session session{configFor(person(u"me"_s, u"Mia"_s))};
    FakeSession &fake = fakeOf(session);
    FakeChanges &changes = changesOf(session);
    TimelinePane pane{session, theme};
    TimelineView &view = *pane.findChild<TimelineView *>();

    Shown()
    {
        fake.addGroup(u"c"_s, u"Crew"_s, {ana, li});
        pane.resize(700, 500);
    }

    Message &say(const UserId &who, const QString &text)
    {
        return fake.post(u"c"_s, who, text, now() - 1h + ++minutes * 1min);
    }

    void open(const MessageId &current = {})
    {
        pane.open(u"c"_s);
        pane.show();
        QApplication::setActiveWindow(&pane);
        view.setFocus();
        QVERIFY(QTest::qWaitFor([this] { return view.store().loaded() > 0; }));
        if (!current.isEmpty())
            view.setCurrentRow(rowOf(current));
    }

    [[nodiscard]] int rowOf(const MessageId &id) const
    {
        const auto &rows = view.store().rows();
        for (int i = 0; i < rows.size(); ++i) {
            if (rows.at(i).isMessage() && view.store().itemOf(i).messageId == id)
                return i;
        }
        return -1;
    }

    [[nodiscard]] const TimelineItem &item(const MessageId &id) const
    {
        return view.store().itemOf(rowOf(id));
    }
    void key(Qt::Key pressed) { QTest::keyClick(&view, pressed); }

    // The place of the target with this text, to be clicked.
    [[nodiscard]] QPoint targetCalled(const MessageId &id, const QString &text) const
    {
        for (int i = 0; !view.targetRect(rowOf(id), i).isNull(); ++i) {
            if (view.targetText(rowOf(id), i).contains(text))
                return view.targetRect(rowOf(id), i).center();
        }
        return {-1, -1};
    }
    void click(QPoint point) { QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, point); }

    [[nodiscard]] QStringList toolbarReactions() const
    {
        QStringList names;
        for (const auto *button : view.findChildren<EmojiButton *>()) {
            if (button->isVisible())
                names << button->toolTip().section(u' ', -1);
        }
        return names;
    }

    [[nodiscard]] QMenu *openMenuAt(const MessageId &id)
    {
        QContextMenuEvent event(QContextMenuEvent::Mouse, view.rowRect(rowOf(id)).center(), QPoint(10, 10));
        QApplication::sendEvent(view.viewport(), &event);
        return view.findChild<QMenu *>(u"messageMenu"_s);
    }

    void choose(const MessageId &id, const QString &text)
    {
        QMenu *menu = openMenuAt(id);
        for (QAction *action : menu->actions()) {
            if (action->text().section(u'\t', 0, 0) == text)
                action->trigger();
        }
        delete menu;
    }

    [[nodiscard]] QStringList menuAt(const MessageId &id)
    {
        QStringList texts;
        auto *menu = openMenuAt(id);
        for (const QAction *action : menu->actions()) {
            if (!action->isSeparator())
                texts << action->text().section(u'\t', 0, 0);
        }
        delete menu;
        return texts;
    }

    int minutes = 0;
};

} // namespace

class TestMessageActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReplyShowsWhatItAnswersAndLeadsThere()
    {
        Shown t;
        const Message asked = t.say(ana.id, u"Which room?"_s);
        for (int i = 0; i < 200; ++i)
            t.say(li.id, u"something else"_s);
        Message &answer = t.say(u"me"_s, u"The large one"_s);
        answer.replyToId = asked.id;
        const MessageId id = answer.id;
        t.open(id);
        QTRY_COMPARE(t.item(id).reply->text, u"Which room?"_s); // looked up, as it is not loaded
        QCOMPARE(t.changes.found, 1);
        QVERIFY(t.view.rowText(t.rowOf(id)).contains(u"in reply to Ana Costa: Which room?"_s));
        t.click(t.targetCalled(id, u"Which room?"_s));
        QTRY_VERIFY(t.rowOf(asked.id) >= 0 && t.view.isRowVisible(t.rowOf(asked.id)));
        QCOMPARE(t.view.currentRow(), t.rowOf(asked.id));
    }

    void whatIsDeletedIsNotQuotedAnyLongerAlsoWhereItIsNotLoaded()
    {
        Shown t;
        Message asked = t.say(ana.id, u"Which room?"_s);
        for (int i = 0; i < 200; ++i)
            t.say(li.id, u"something else"_s);
        Message &answer = t.say(u"me"_s, u"The large one"_s);
        answer.replyToId = asked.id;
        const MessageId id = answer.id;
        t.open(id);
        QTRY_COMPARE(t.item(id).reply->text, u"Which room?"_s);
        asked.isDeleted = true;
        asked.content.clear();
        Q_EMIT t.session.messagesChanged(u"c"_s, {asked});
        QVERIFY(t.item(id).reply->gone);
        QVERIFY(!t.view.rowText(t.rowOf(id)).contains(u"Which room?"_s));
    }

    void aReplyToAFileNamesIt()
    {
        Shown t;
        Message &file = t.say(ana.id, {});
        File plan;
        plan.id = u"plan"_s;
        plan.name = u"plan.pdf"_s;
        file.attachments = {plan};
        const MessageId asked = file.id;
        Message &answer = t.say(u"me"_s, u"Thanks"_s);
        answer.replyToId = asked;
        const MessageId id = answer.id;
        t.open();
        QCOMPARE(t.item(id).reply->text, u"plan.pdf"_s);
    }

    void whatWasAnsweredMayBeGone()
    {
        Shown t;
        Message &answer = t.say(u"me"_s, u"Yes"_s);
        answer.replyToId = u"nothing"_s;
        const MessageId id = answer.id;
        t.open();
        QTRY_VERIFY(t.item(id).reply->gone);
        QVERIFY(t.view.rowText(t.rowOf(id)).contains(u"This message is not there any more."_s));
    }

    void aReactionIsPressedToJoinAndToLeaveAndTellsWhoReacted()
    {
        Shown t;
        Message &message = t.say(ana.id, u"Done!"_s);
        message.reactions = {{u"🎉"_s, 1, {li.id}}};
        const MessageId id = message.id;
        t.open();
        QVERIFY(t.view.rowText(t.rowOf(id)).contains(u"🎉 Li Wei"_s));
        t.click(t.targetCalled(id, u"🎉"_s));
        QCOMPARE(t.changes.asked.last(), u"react %1 🎉 1"_s.arg(id));
        QTRY_COMPARE(t.item(id).reactions.first().count, 2);
        QVERIFY(t.view.rowText(t.rowOf(id)).contains(u"Li Wei"_s));
        QVERIFY(t.view.rowText(t.rowOf(id)).contains(u"You"_s));
        t.click(t.targetCalled(id, u"🎉"_s));
        QCOMPARE(t.changes.asked.last(), u"react %1 🎉 0"_s.arg(id));
    }

    void afterTheReactionsAnotherOneCanBeChosen()
    {
        Shown t;
        Message &message = t.say(ana.id, u"Done!"_s);
        message.reactions = {{u"🎉"_s, 1, {li.id}}};
        const MessageId id = message.id;
        t.open();
        QSignalSpy asked(&t.pane, &TimelinePane::reactionRequested);
        t.click(t.targetCalled(id, u"React with something else"_s));
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<MessageRef>().messageId, id);

        Member self;
        self.userId = u"me"_s;
        self.canSendMessages = false;
        t.fake.members[u"c"_s].append(self);
        Q_EMIT t.session.membersChanged(u"c"_s);
        QCOMPARE(t.targetCalled(id, u"React with something else"_s), QPoint(-1, -1));
    }

    void whatOneReactsWithMostLatelyIsOnePressAway()
    {
        Shown t;
        const MessageId id = t.say(ana.id, u"Done!"_s).id;
        QStringList recent{u"🚀"_s, u"👍"_s};
        t.pane.setRecentReactions([&recent] { return recent; });
        t.open(id);
        QTRY_COMPARE(t.toolbarReactions(), (QStringList{u"🚀"_s, u"👍"_s, u"❤️"_s}));
        t.view.findChild<EmojiButton *>()->click();
        QCOMPARE(t.changes.asked.last(), u"react %1 🚀 1"_s.arg(id));
        QTRY_COMPARE(t.item(id).reactions.size(), 1);
        t.view.findChild<EmojiButton *>()->click();
        QCOMPARE(t.changes.asked.last(), u"react %1 🚀 0"_s.arg(id));
        recent.prepend(u"🎉"_s);
        t.view.setCurrentRow(t.rowOf(id));
        QCOMPARE(t.toolbarReactions().first(), u"🎉"_s);
    }

    void whereThereIsLittleRoomTheToolbarHasNoReactions()
    {
        Shown t;
        const MessageId id = t.say(ana.id, u"Done!"_s).id;
        t.open(id);
        const auto *reaction = t.view.findChild<EmojiButton *>();
        QTRY_VERIFY(reaction->isVisible());
        t.pane.resize(420, 500);
        QTRY_VERIFY(!reaction->isVisible());
        QVERIFY(reaction->parentWidget()->isVisible());
    }

    void aMessageIsCopiedAsTheMarkdownThatItIs()
    {
        Shown t;
        const MessageId id = t.say(ana.id, u"**all** done, see [this](https://example.org)"_s).id;
        t.open(id);
        t.choose(id, u"Copy message"_s);
        QCOMPARE(QApplication::clipboard()->text(), u"all done, see this"_s);
        t.choose(id, u"Copy as Markdown"_s);
        QCOMPARE(QApplication::clipboard()->text(), u"**all** done, see [this](https://example.org)"_s);
    }

    void whatTheServerDoesNotHaveHasNoLink()
    {
        Shown t;
        OutgoingMessage waiting;
        waiting.clientMsgId = u"waiting"_s;
        waiting.conversationId = u"c"_s;
        waiting.draft.content = u"later"_s;
        t.fake.outgoing[u"c"_s] = {waiting};
        const MessageId id = t.say(ana.id, u"Done!"_s).id;
        t.open();
        QVERIFY(t.menuAt(id).contains(u"Copy link to the message"_s));
        QVERIFY(!t.menuAt({}).contains(u"Copy link to the message"_s));
    }

    // It stands in the address, too, where nobody sees it.
    void aMentionIsSeenBesideALinkWithTheSameName()
    {
        Shown t;
        const QString text = u"[her page](https://example.org/@ana) is by @ana"_s;
        Message &message = t.say(li.id, text);
        message.mentions = {{ana.id, int(text.lastIndexOf(u"@ana"_s)), 4}};
        const MessageId id = message.id;
        t.open();
        const TimelineItem &item = t.item(id);
        const QList<TextSpan> spans = messageBlocks(item, u"me"_s).first().spans;
        QCOMPARE(spans.last(), (TextSpan{int(u"her page is by "_s.size()), 4, TextSpan::Mention}));
    }

    void keysOfTheFocusedMessageAskForEachAction()
    {
        Shown t;
        const MessageId own = t.say(u"me"_s, u"Mine"_s).id;
        const MessageId other = t.say(ana.id, u"Hers"_s).id;
        t.open(other);
        QSignalSpy replies(&t.pane, &TimelinePane::replyRequested);
        QSignalSpy edits(&t.pane, &TimelinePane::editRequested);
        QSignalSpy threads(&t.pane, &TimelinePane::threadRequested);
        QSignalSpy reactions(&t.pane, &TimelinePane::reactionRequested);
        t.key(Qt::Key_R);
        QCOMPARE(replies.size(), 1);
        t.key(Qt::Key_T);
        QCOMPARE(threads.first().first().value<MessageId>(), other);
        t.key(Qt::Key_Plus);
        QCOMPARE(reactions.first().first().value<MessageRef>().messageId, other);
        t.key(Qt::Key_E);
        QCOMPARE(edits.size(), 0); // it is not one's own
        t.key(Qt::Key_P);
        QCOMPARE(t.changes.asked.last(), u"pin %1 1"_s.arg(other));
        QTRY_VERIFY(t.item(other).pinned);
        t.key(Qt::Key_P);
        QCOMPARE(t.changes.asked.last(), u"pin %1 0"_s.arg(other));
        t.key(Qt::Key_C);
        QCOMPARE(QApplication::clipboard()->text(), u"Hers"_s);
        t.view.setCurrentRow(t.rowOf(own));
        t.key(Qt::Key_E);
        QCOMPARE(edits.size(), 1);
        QCOMPARE(edits.first().first().value<TimelineItem>().text, u"Mine"_s);
    }

    void whatIsDeletedGoesAtOnceAndComesBackWithUndo()
    {
        Shown t;
        const MessageId own = t.say(u"me"_s, u"Mine"_s).id;
        t.open(own);
        t.key(Qt::Key_Delete);
        QCOMPARE(t.changes.asked.last(), u"remove %1"_s.arg(own));
        QTRY_VERIFY(t.item(own).deleted);
        auto *undo = t.pane.findChild<QPushButton *>(u"undo"_s);
        QVERIFY(undo->isVisible());
        undo->click();
        QCOMPARE(t.changes.asked.last(), u"drop 1"_s);
        QVERIFY(!undo->isVisible());
    }

    void onlyWhatOneMayIsOffered()
    {
        Shown t;
        const MessageId other = t.say(ana.id, u"Hers"_s).id;
        const MessageId own = t.say(u"me"_s, u"Mine"_s).id;
        t.open();
        QVERIFY(!t.menuAt(other).contains(u"Delete"_s));
        QVERIFY(!t.menuAt(other).contains(u"Edit"_s));
        QVERIFY(t.menuAt(other).contains(u"Report the message…"_s));
        QVERIFY(t.menuAt(own).contains(u"Delete"_s));
        QVERIFY(t.menuAt(own).contains(u"Who has read it…"_s));
        QVERIFY(!t.menuAt(own).contains(u"Report the message…"_s));

        t.fake.conversations[u"c"_s].conversation.my.role = MemberRole::Admin;
        Q_EMIT t.session.conversationChanged(u"c"_s);
        QVERIFY(t.menuAt(other).contains(u"Delete"_s));

        Member self;
        self.userId = u"me"_s;
        self.canSendMessages = false;
        t.fake.members[u"c"_s].append(self);
        Q_EMIT t.session.membersChanged(u"c"_s);
        QVERIFY(!t.menuAt(other).contains(u"Reply"_s));
        QVERIFY(!t.menuAt(own).contains(u"Edit"_s));
    }

    void earlierVersionsAreShownWithWhatEachEditTookAway()
    {
        Shown t;
        Message &message = t.say(u"me"_s, u"Lunch at two"_s);
        message.isEdited = true;
        const MessageId id = message.id;
        t.changes.versions = QList<MessageVersion>{{u"Lunch at one"_s, {}, now() - 1h}};
        t.open();
        t.click(t.targetCalled(id, u"(edited)"_s));
        auto *texts = t.pane.findChild<QTextBrowser *>(u"versions"_s);
        QTRY_VERIFY(texts && texts->toPlainText().contains(u"Lunch at one"_s));
        QTextCursor word = texts->document()->find(u"one"_s);
        QVERIFY(word.charFormat().fontStrikeOut());
        word = texts->document()->find(u"Lunch"_s);
        QVERIFY(!word.charFormat().fontStrikeOut());
    }

    void wordsThatWentAreFoundInTheirOrder_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QStringList>("gone");
        QTest::newRow("nothing") << u"a b c"_s << u"a b c"_s << QStringList{};
        QTest::newRow("added only") << u"a c"_s << u"a b c"_s << QStringList{};
        QTest::newRow("one in the middle") << u"a b c"_s << u"a c"_s << QStringList{u"b"_s};
        QTest::newRow("all") << u"a b"_s << u""_s << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("moved") << u"a b"_s << u"b a"_s << QStringList{u"b"_s};
    }

    void wordsThatWentAreFoundInTheirOrder()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QStringList gone;
        for (const auto &[start, length] : wordsGone(before, after))
            gone << before.mid(start, length);
        QTEST(gone, "gone");
    }

    void whoHasReadAMessageIsListedWithTimes()
    {
        Shown t;
        const MessageId own = t.say(u"me"_s, u"Mine"_s).id;
        ReceiptList receipts;
        receipts.delivered = {{ana.id, now()}, {li.id, now()}};
        receipts.read = {{ana.id, now()}};
        t.changes.receipts = receipts;
        t.fake.users.insert(ana.id, ana);
        t.open(own);
        Q_EMIT t.view.rowActionRequested(RowAction::Readers, t.item(own).id, {});
        auto *list = t.pane.findChild<QListWidget *>(u"readers"_s);
        QTRY_COMPARE(list->count(), 2);
        QVERIFY(list->item(0)->text().startsWith(u"Ana Costa – read "_s));
        QVERIFY(list->item(1)->text().startsWith(u"Li Wei – delivered "_s));
    }

    void anEditThatWasRefusedSaysWhyAndCanBeRetriedOrDiscarded()
    {
        Shown t;
        const Message own = t.say(u"me"_s, u"Mine"_s);
        MessageChange change{
            u"7"_s, {u"c"_s, own.id, own.seq}, MessageChange::Kind::Edit, u"Better"_s, {}, now(), {}};
        change.error = Error{ErrorCode::Forbidden, u"You may not write here."_s};
        t.changes.waiting = {change};
        t.open();
        QVERIFY(t.view.rowText(t.rowOf(own.id)).contains(u"You may not write here."_s));
        t.click(t.targetCalled(own.id, u"Retry"_s));
        QCOMPARE(t.changes.asked.last(), u"retry 7"_s);
        t.click(t.targetCalled(own.id, u"Discard"_s));
        QCOMPARE(t.changes.asked.last(), u"drop 7"_s);
    }

    void aChangeThatWaitsIsSeen()
    {
        Shown t;
        const Message own = t.say(u"me"_s, u"Mine"_s);
        t.open();
        t.changes.waiting = {
            {u"7"_s, {u"c"_s, own.id, own.seq}, MessageChange::Kind::Edit, u"Better"_s, {}, now(), {}}};
        Q_EMIT t.session.changes().changed({u"c"_s, own.id, own.seq});
        QCOMPARE(t.view.store().progress(t.item(own.id)), MessageProgress::Queued);
    }

    void repliesAreCountedBelowTheirFirstMessageAndOpenTheThread()
    {
        Shown t;
        Message &root = t.say(ana.id, u"Lunch?"_s);
        root.replyCount = 3;
        const MessageId id = root.id;
        t.open();
        QSignalSpy threads(&t.pane, &TimelinePane::threadRequested);
        t.click(t.targetCalled(id, u"3 replies"_s));
        QCOMPARE(threads.first().first().value<MessageId>(), id);
    }
};

QTEST_MAIN(TestMessageActions)
#include "tst_messageactions.moc"
