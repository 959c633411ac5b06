// SPDX-License-Identifier: Apache-2.0
#include "storage/filerows.h"
#include "storage/filestore.h"
#include "support/fixtures.h"
#include "util/uuid.h"

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

class TestFileStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }
    void init();
    void cleanup();

    void everyFieldComesBack();
    void onlyTheUploaderSeesAFileThatNobodyWasSent();
    void membersSeeWhatAMessageHolds();
    void whoJoinedLaterSeesWhatTheyMaySee();
    void aDeletedConversationShowsNothing();
    void attachmentsAreWrittenInTheirOrder();
    void aRepeatedMessageKeepsItsAttachments();
    void foreignFilesCannotBeAttached();
    void deletingTheLastMessageRemovesTheFile();
    void whatIsHeldCannotBeDeleted();
    void onlyTheUploaderDeletes();
    void attack50_theQuotaHoldsAgainstARace();
    void attack63_attachingAndDeletingNeverBothSucceed();
    void orphansAreRemoved();
    void announcedContentsAreForgottenWhenTheirRowIsThere();
    void anAvatarReplacesTheOneBefore();
    void aDeletedAccountKeepsOnlyWhatItSent();
    void anUploadThatEndsAfterItsAccountLeavesNothing();

private:
    File file(const UserId &uploader, qint64 size = 100)
    {
        return File{.id = uuidV7(),
                    .name = u"name.bin"_s,
                    .mimeType = u"application/octet-stream"_s,
                    .size = size,
                    .sha256 = QString(64, u'a'),
                    .uploadedBy = uploader,
                    .createdAt = now()};
    }
    File announced(const UserId &uploader, qint64 size = 100)
    {
        const File one = file(uploader, size);
        expect(m_store->announce(one.id, uploader, size, 0));
        return one;
    }
    File add(const UserId &uploader)
    {
        const File added = announced(uploader);
        expect(m_store->insert(added, 0));
        return added;
    }
    MessageInsert withFiles(const QList<File> &files, const ConversationId &conversation = {})
    {
        MessageInsert insert =
            textMessage(conversation.isEmpty() ? m_group : conversation, m_alice, QString());
        for (const File &one : files)
            insert.draft.attachmentIds += one.id;
        return insert;
    }
    bool sees(const UserId &viewer, const File &one)
    {
        const Result<File> found = waitFor(m_store->visibleTo(one.id, viewer));
        if (!found && found.error().code != ErrorCode::NotFound)
            qFatal("%s", qPrintable(found.error().detail));
        return found.has_value();
    }
    void removeMessage(const MessageId &id)
    {
        expect(
            m_messages->remove({id, m_alice, now(), [](const MessageContext &) { return Result<void>(); }}));
    }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<FileStore> m_store;
    std::unique_ptr<MessageStore> m_messages;
    UserId m_alice, m_bob, m_carol;
    ConversationId m_group;
};

void TestFileStore::init()
{
    m_database = std::make_unique<TestDatabase>();
    Database &db = m_database->open();
    m_store = std::make_unique<FileStore>(db);
    m_messages = std::make_unique<MessageStore>(db);
    m_alice = addUser(db, u"alice"_s);
    m_bob = addUser(db, u"bob"_s);
    m_carol = addUser(db, u"carol"_s);
    m_group = addGroup(db, {m_alice, m_bob});
}

void TestFileStore::cleanup()
{
    m_messages.reset();
    m_store.reset();
    m_database.reset();
}

void TestFileStore::everyFieldComesBack()
{
    for (const QString &text : uglyTexts()) {
        File one = announced(m_alice, (qint64(1) << 40) + 1);
        one.name = text;
        one.mimeType = u"image/png"_s;
        one.width = 640;
        one.height = 480;
        one.thumbnail = true;
        expect(m_store->insert(one, 0));
        QCOMPARE(expect(m_store->visibleTo(one.id, m_alice)), one);
    }
}

void TestFileStore::onlyTheUploaderSeesAFileThatNobodyWasSent()
{
    const File one = add(m_alice);
    QVERIFY(sees(m_alice, one));
    QVERIFY(!sees(m_bob, one));
    QVERIFY(!sees(m_carol, one));
    QVERIFY(!sees(m_alice, file(m_alice)));
}

void TestFileStore::membersSeeWhatAMessageHolds()
{
    const File one = add(m_alice);
    const Message message = send(*m_messages, withFiles({one}));
    QVERIFY(sees(m_bob, one));
    QVERIFY(!sees(m_carol, one));
    m_database->execute(u"UPDATE conversation_members SET removed_at = 1 WHERE user_id = '%1'"_s.arg(m_bob));
    QVERIFY(!sees(m_bob, one));
    QVERIFY(sees(m_alice, one));
}

void TestFileStore::whoJoinedLaterSeesWhatTheyMaySee()
{
    const ConversationId late = addGroup(m_database->open(), {m_alice, m_bob}, History::SinceJoin);
    const File before = add(m_alice), after = add(m_alice), both = add(m_alice);
    send(*m_messages, withFiles({before, both}, late));
    m_database->execute(u"UPDATE conversation_members SET joined_seq = 1 WHERE conversation_id = '%1'"
                        " AND user_id = '%2'"_s.arg(late, m_bob));
    send(*m_messages, withFiles({after, both}, late));
    QVERIFY(!sees(m_bob, before));
    QVERIFY(sees(m_bob, after));
    QVERIFY(sees(m_bob, both));
}

void TestFileStore::aDeletedConversationShowsNothing()
{
    const File one = add(m_alice);
    send(*m_messages, withFiles({one}));
    m_database->execute(u"UPDATE conversations SET deleted_at = 1"_s);
    QVERIFY(!sees(m_bob, one));
}

void TestFileStore::attachmentsAreWrittenInTheirOrder()
{
    const QList<File> files{add(m_alice), add(m_alice), add(m_alice)};
    const QList<File> order{files[2], files[0], files[1]};
    const Message message = send(*m_messages, withFiles(order));
    QCOMPARE(message.attachments, order);
    QCOMPARE(expect(m_messages->byId(message.id)).attachments, order);
    QCOMPARE(
        m_database->execute(u"SELECT count(*) FROM message_files WHERE message_id = '%1'"_s.arg(message.id))
            .toInt(),
        3);
    // Another message may hold them, too.
    QCOMPARE(send(*m_messages, withFiles({files[0]})).attachments, QList<File>{files[0]});
}

void TestFileStore::aRepeatedMessageKeepsItsAttachments()
{
    const File one = add(m_alice);
    MessageInsert insert = withFiles({one});
    insert.draft.clientMsgId = uuidV7();
    const Message message = send(*m_messages, insert);
    MessageInsert again = insert;
    again.id = uuidV7();
    const StoredMessage repeated = expect(m_messages->append(again));
    QVERIFY(repeated.repeated);
    QCOMPARE(repeated.message, message);
    again.draft.attachmentIds.clear();
    again.draft.content = u"text"_s;
    QCOMPARE(expectError(m_messages->append(again)).code, ErrorCode::IdempotencyMismatch);
}

void TestFileStore::foreignFilesCannotBeAttached()
{
    const File own = add(m_alice), bobs = add(m_bob), avatar = announced(m_alice), unknown = file(m_alice);
    expect(m_store->insertAvatar(avatar, 0));
    for (const File &other : {bobs, avatar, unknown}) {
        const Error error = expectError(m_messages->append(withFiles({own, other})));
        QCOMPARE(error.code, ErrorCode::InvalidField);
        QCOMPARE(error.pointer, u"/attachment_ids/1"_s);
    }
    QCOMPARE(m_database->execute(u"SELECT count(*) FROM message_files"_s).toInt(), 0);
    QCOMPARE(send(*m_messages, withFiles({own})).seq, 1); // no number was used up
}

void TestFileStore::deletingTheLastMessageRemovesTheFile()
{
    const File shared = add(m_alice), single = add(m_alice);
    const Message first = send(*m_messages, withFiles({shared, single}));
    const Message second = send(*m_messages, withFiles({shared}));
    removeMessage(first.id);
    QVERIFY(!sees(m_alice, single));
    QVERIFY(sees(m_bob, shared));
    QCOMPARE(expect(m_store->erased()), QStringList{single.id});
    QVERIFY(expect(m_messages->byId(first.id)).attachments.isEmpty());
    removeMessage(second.id);
    QVERIFY(!sees(m_alice, shared));
    QStringList erased = expect(m_store->erased());
    QVERIFY(erased.contains(single.id) && erased.contains(shared.id));
    expect(m_store->noteRemoved(erased));
    QCOMPARE(expect(m_store->erased()), QStringList());
    QCOMPARE(m_database->execute(u"SELECT count(*) FROM message_files"_s).toInt(), 0);
}

void TestFileStore::whatIsHeldCannotBeDeleted()
{
    const File one = add(m_alice);
    const Message message = send(*m_messages, withFiles({one}));
    QCOMPARE(expectError(m_store->remove(one.id, m_alice)).code, ErrorCode::Conflict);
    QVERIFY(sees(m_bob, one));
    const File avatar = announced(m_alice);
    expect(m_store->insertAvatar(avatar, 0));
    QCOMPARE(expectError(m_store->remove(avatar.id, m_alice)).code, ErrorCode::Conflict);
    const File freed = add(m_alice);
    expect(m_store->remove(freed.id, m_alice));
    QVERIFY(!sees(m_alice, freed));
    QCOMPARE(expect(m_store->erased()), QStringList{freed.id});
    QCOMPARE(expectError(m_store->remove(freed.id, m_alice)).code, ErrorCode::NotFound);
}

void TestFileStore::onlyTheUploaderDeletes()
{
    const File one = add(m_alice);
    QCOMPARE(expectError(m_store->remove(one.id, m_bob)).code, ErrorCode::NotFound);
    send(*m_messages, withFiles({one}));
    QCOMPARE(expectError(m_store->remove(one.id, m_bob)).code, ErrorCode::Forbidden);
    QCOMPARE(expectError(m_store->remove(one.id, m_carol)).code, ErrorCode::NotFound);
}

// Two instances, each of which sees room for one more file.
void TestFileStore::attack50_theQuotaHoldsAgainstARace()
{
    Database other(m_database->config());
    expect(other.open());
    FileStore elsewhere(other);
    const qint64 quota = 1'000;
    expect(m_store->insert(announced(m_bob, 900), quota)); // others' files do not count
    QList<File> files;
    for (int i = 0; i < 30; ++i)
        files += announced(m_alice, 150);
    int answered = 0, stored = 0;
    for (int i = 0; i < 30; ++i) {
        (i % 2 ? *m_store : elsewhere).insert(files[i], quota).then([&](const Result<void> &done) {
            ++answered;
            stored += done.has_value();
            if (!done)
                QCOMPARE(done.error().code, ErrorCode::TooLarge);
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(answered, 30, 20'000);
    QCOMPARE(stored, 6);
    QCOMPARE(
        m_database->execute(u"SELECT sum(size) FROM files WHERE uploaded_by = '%1'"_s.arg(m_alice)).toInt(),
        900);
    expect(m_store->insert(announced(m_alice, 100), quota));
    QCOMPARE(expectError(m_store->announce(uuidV7(), m_alice, 1, quota)).code, ErrorCode::TooLarge);
}

void TestFileStore::attack63_attachingAndDeletingNeverBothSucceed()
{
    Database other(m_database->config());
    expect(other.open());
    FileStore elsewhere(other);
    int attached = 0;
    for (int round = 0; round < 40; ++round) {
        const File one = add(m_alice);
        std::optional<Result<StoredMessage>> message;
        std::optional<Result<void>> removed;
        const auto attach = [&] {
            m_messages->append(withFiles({one})).then([&](const Result<StoredMessage> &m) { message = m; });
        };
        if (round % 2)
            attach();
        elsewhere.remove(one.id, m_alice).then([&](const Result<void> &r) { removed = r; });
        if (round % 2 == 0)
            attach();
        QTRY_VERIFY(message && removed);
        QVERIFY(message->has_value() != removed->has_value());
        QCOMPARE(sees(m_bob, one), message->has_value());
        attached += message->has_value();
        if (!*message)
            QCOMPARE(message->error().pointer, u"/attachment_ids/0"_s);
    }
    qInfo("attached %d of 40", attached);
}

void TestFileStore::orphansAreRemoved()
{
    File old = announced(m_alice), oldAndHeld = announced(m_alice), oldAvatar = announced(m_alice);
    for (File *one : {&old, &oldAndHeld, &oldAvatar})
        one->createdAt = now() - std::chrono::hours(25);
    const File fresh = add(m_alice);
    expect(m_store->insert(old, 0));
    expect(m_store->insert(oldAndHeld, 0));
    expect(m_store->insertAvatar(oldAvatar, 0));
    send(*m_messages, withFiles({oldAndHeld}));
    QCOMPARE(expect(m_store->removeOrphans(now() - std::chrono::hours(24))), 1);
    QCOMPARE(expect(m_store->removeOrphans(now() - std::chrono::hours(24))), 0);
    QVERIFY(!sees(m_alice, old));
    QVERIFY(sees(m_alice, fresh));
    QVERIFY(sees(m_bob, oldAndHeld));
    QVERIFY(sees(m_bob, oldAvatar));
    QCOMPARE(expect(m_store->erased()), QStringList{old.id});
}

void TestFileStore::announcedContentsAreForgottenWhenTheirRowIsThere()
{
    const File kept = file(m_alice), lost = file(m_alice);
    expect(m_store->announce(kept.id, m_alice, kept.size, 0));
    expect(m_store->announce(lost.id, m_alice, lost.size, 0));
    expect(m_store->insert(kept, 0));
    QCOMPARE(expect(m_store->erased()), QStringList()); // it may still be on its way
    m_database->execute(u"UPDATE blob_removals SET at = at - 3600001"_s);
    QCOMPARE(expect(m_store->erased()), QStringList{lost.id});
    // Whoever comes so late gets no row: the contents may be on their way out.
    QCOMPARE(expectError(m_store->insert(lost, 0)).code, ErrorCode::Unavailable);
    QCOMPARE(expectError(m_store->insertAvatar(lost, 0)).code, ErrorCode::Unavailable);
    QVERIFY(!sees(m_alice, lost));
    QCOMPARE(expect(m_store->erased()), QStringList{lost.id});
    // Nor when removing them has to be tried again.
    const File other = announced(m_alice);
    expect(m_store->postponeRemovals({lost.id, other.id}));
    QCOMPARE(expect(m_store->erased()), QStringList());
    for (const File &late : {lost, other})
        QCOMPARE(expectError(m_store->insert(late, 0)).code, ErrorCode::Unavailable);
    m_database->execute(u"UPDATE blob_removals SET at = at - 60001"_s);
    QCOMPARE(expect(m_store->erased()), QStringList{other.id});
}

void TestFileStore::anAvatarReplacesTheOneBefore()
{
    UserStore users(m_database->open());
    const File first = announced(m_alice), second = announced(m_alice);
    expect(m_store->insertAvatar(first, 0));
    QVERIFY(sees(m_carol, first));
    QCOMPARE(expect(users.byId(m_alice)).account.user.avatarUrl, u"/api/v1/files/"_s + first.id);
    expect(m_store->insertAvatar(second, 0));
    QVERIFY(!sees(m_alice, first));
    QVERIFY(sees(m_carol, second));
    QCOMPARE(expect(m_store->erased()), QStringList{first.id});
    expect(m_store->removeAvatar(m_alice));
    QVERIFY(!sees(m_alice, second));
    QVERIFY(!expect(users.byId(m_alice)).account.user.avatarUrl);
    // An address elsewhere is nothing that we could remove.
    const File bystander = add(m_alice);
    m_database->execute(u"UPDATE users SET avatar_url = 'https://example.org/%1' WHERE id = '%2'"_s.arg(
        bystander.id, m_alice));
    expect(m_store->removeAvatar(m_alice));
    QVERIFY(sees(m_alice, bystander));
    // Nor is what is no avatar, or another's.
    const File bobs = announced(m_bob);
    expect(m_store->insertAvatar(bobs, 0));
    for (const File &other : {bystander, bobs}) {
        m_database->execute(
            u"UPDATE users SET avatar_url = '/api/v1/files/%1' WHERE id = '%2'"_s.arg(other.id, m_alice));
        expect(m_store->removeAvatar(m_alice));
        QVERIFY(sees(other.uploadedBy, other));
    }
}

void TestFileStore::aDeletedAccountKeepsOnlyWhatItSent()
{
    const File sent = add(m_alice), unsent = add(m_alice), avatar = announced(m_alice), bobs = add(m_bob);
    expect(m_store->insertAvatar(avatar, 0));
    send(*m_messages, withFiles({sent}));
    const UserId alice = m_alice;
    expect(m_database->open().write([alice](Sql &sql) -> Result<void> {
        eraseFilesOf(sql, alice);
        return {};
    }));
    QVERIFY(sees(m_bob, sent));
    QVERIFY(sees(m_bob, bobs));
    QVERIFY(!sees(m_alice, unsent));
    QVERIFY(!sees(m_bob, avatar));
    QVERIFY(!expect(UserStore(m_database->open()).byId(m_alice)).account.user.avatarUrl);
    QStringList erased = expect(m_store->erased());
    QCOMPARE(erased.size(), 2);
    QVERIFY(erased.contains(unsent.id) && erased.contains(avatar.id));
}

void TestFileStore::anUploadThatEndsAfterItsAccountLeavesNothing()
{
    m_database->execute(u"UPDATE users SET deleted_at = 1 WHERE id = '%1'"_s.arg(m_alice));
    const File late = file(m_alice), avatar = file(m_alice);
    expect(m_store->announce(late.id, m_alice, late.size, 0));
    QCOMPARE(expectError(m_store->insert(late, 0)).code, ErrorCode::NotFound);
    QCOMPARE(expectError(m_store->insertAvatar(avatar, 0)).code, ErrorCode::NotFound);
    QVERIFY(!sees(m_alice, late) && !sees(m_bob, avatar));
    QVERIFY(!expect(UserStore(m_database->open()).byId(m_alice)).account.user.avatarUrl);
    // Its contents are still announced, and go.
    QCOMPARE(m_database->execute(u"SELECT file_id FROM blob_removals"_s).toString(), late.id);
}

QTEST_GUILESS_MAIN(TestFileStore)
#include "tst_filestore.moc"
