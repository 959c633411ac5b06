// SPDX-License-Identifier: Apache-2.0
#include "unit/filler.h"

#include <QJsonDocument>
#include <QTest>

using namespace Hearth;
using namespace Qt::Literals::StringLiterals;

namespace {

using Structs = std::tuple<User, AccountSettings, Account, Presence, File, Mention, Reaction, MessageVersion,
                           Message, Member, OwnMembership, Conversation, SessionInfo, Notification,
                           RegisterRequest, LoginRequest, RefreshRequest, AuthTokens, CreateConversation,
                           MessageDraft, MessageEdit, ReactionRequest, TypingRequest, WatermarkRequest,
                           Changes, Page<User>, Page<Conversation>, Page<Message>, ServerLimits, Head>;

template<typename T>
QByteArray nameOf()
{
    return QMetaType::fromType<T>().name();
}

template<typename T>
QJsonObject jsonOf(const T &value)
{
    return QJsonDocument::fromJson(toJson(value)).object();
}

// How `describe` treats each field.
class FieldKinds
{
public:
    template<typename T>
    void required(const char *name, const T &)
    {
        requiredNames += QLatin1StringView(name);
    }
    template<typename T>
    void optional(const char *, const T &)
    { }
    template<typename T>
    void defaulted(const char *, const T &)
    { }
    void flag(const char *, bool) { }
    template<typename T>
    void derived(const char *name, const T &)
    {
        derivedNames += QLatin1StringView(name);
    }
    void reject(const char *, const QString &) { }

    QStringList requiredNames;
    QStringList derivedNames;
};

template<typename T>
FieldKinds kindsOf()
{
    FieldKinds kinds;
    const T value;
    describe(kinds, value);
    return kinds;
}

QString pointerOfFault(const Result<Message> &result)
{
    return result ? u"accepted"_s : result.error().pointer;
}

QJsonObject message(const QString &key, const QJsonValue &value)
{
    QJsonObject json = jsonOf(filled<Message>(0));
    json[key] = value;
    return json;
}

} // namespace

class tst_codecs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStructSurvivesTheWireWithUglyValues()
    {
        forEachType(std::type_identity<Structs>(), []<typename T>() {
            for (int round = 0; round < Filler::rounds; ++round) {
                const T value = filled<T>(round);
                const QByteArray json = toJson(value);
                const Result<T> back = parse<T>(json);
                QVERIFY2(back, nameOf<T>() + json);
                if constexpr (std::equality_comparable<T>)
                    QVERIFY2(*back == value, nameOf<T>() + json);
                QCOMPARE(toJson(*back), json);
            }
        });
    }

    void everyProblemKeepsItsCodeDetailAndPointer()
    {
        for (int round = 0; round < 40; ++round) {
            const Problem problem = filled<Problem>(round);
            const auto back = parse<Problem>(toJson(problem));
            QVERIFY(back);
            QCOMPARE(back->error.code, problem.error.code);
            QCOMPARE(back->error.detail, problem.error.detail);
            QCOMPARE(back->error.pointer, problem.error.pointer);
            QCOMPARE(back->error.retryAfterMs, problem.error.retryAfterMs);
            QCOMPARE(back->requestId, problem.requestId);
        }
    }

    void everyMissingRequiredFieldIsNamed()
    {
        forEachType(std::type_identity<Structs>(), []<typename T>() {
            const QJsonObject complete = jsonOf(filled<T>(0));
            const FieldKinds kinds = kindsOf<T>();
            for (const QString &name : complete.keys()) {
                QJsonObject json = complete;
                json.remove(name);
                const Result<T> result = fromJson<T>(json);
                if (kinds.requiredNames.contains(name)) {
                    QVERIFY2(!result, nameOf<T>() + name.toUtf8());
                    QCOMPARE(result.error().code, ErrorCode::InvalidField);
                    QCOMPARE(result.error().pointer, u'/' + name);
                } else {
                    QVERIFY2(result, nameOf<T>() + name.toUtf8());
                }
            }
        });
    }

    void everyValueOfTheWrongKindIsNamed()
    {
        const QList<QJsonValue> ofEachKind{true, 1.5, u"text"_s, QJsonArray{true}, QJsonObject{}};
        forEachType(std::type_identity<Structs>(), [&ofEachKind]<typename T>() {
            const QJsonObject complete = jsonOf(filled<T>(2));
            const FieldKinds kinds = kindsOf<T>();
            for (const QString &name : complete.keys()) {
                for (const QJsonValue &wrong : ofEachKind) {
                    if (wrong.type() == complete[name].type() || kinds.derivedNames.contains(name))
                        continue;
                    QJsonObject json = complete;
                    json[name] = wrong;
                    const Result<T> result = fromJson<T>(json);
                    QVERIFY2(!result, nameOf<T>() + name.toUtf8());
                    QCOMPARE(result.error().code, ErrorCode::InvalidField);
                    QCOMPARE(result.error().pointer, u'/' + name);
                }
            }
        });
    }

    void nullMeansAbsentOnlyWhereAbsenceIsAllowed()
    {
        QCOMPARE(pointerOfFault(fromJson<Message>(message(u"content"_s, QJsonValue::Null))), u"/content"_s);
        const auto result = fromJson<Message>(message(u"client_msg_id"_s, QJsonValue::Null));
        QVERIFY(result);
        QVERIFY(!result->clientMsgId);
    }

    void countersRefuseWhatIsNoCount_data()
    {
        QTest::addColumn<QByteArray>("number");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("zero") << QByteArray("0") << true;
        QTest::newRow("minus zero") << QByteArray("-0") << true;
        QTest::newRow("whole, with an exponent") << QByteArray("2e3") << true;
        QTest::newRow("2^53 - 1") << QByteArray("9007199254740991") << true;
        QTest::newRow("2^53") << QByteArray("9007199254740992") << false;
        QTest::newRow("2^53 + 1") << QByteArray("9007199254740993") << false;
        QTest::newRow("2^63 - 1") << QByteArray("9223372036854775807") << false;
        QTest::newRow("2^64") << QByteArray("18446744073709551616") << false;
        QTest::newRow("1e300") << QByteArray("1e300") << false;
        QTest::newRow("negative") << QByteArray("-1") << false;
        QTest::newRow("fraction") << QByteArray("1.5") << false;
        QTest::newRow("text") << QByteArray("\"1\"") << false;
    }

    void countersRefuseWhatIsNoCount()
    {
        QFETCH(QByteArray, number);
        QFETCH(bool, accepted);
        const auto result = parse<WatermarkRequest>("{\"seq\":" + number + '}');
        QCOMPARE(bool(result), accepted);
        if (!accepted)
            QCOMPARE(result.error().pointer, u"/seq"_s);
    }

    void smallCountersRefuseWhatAnIntCannotHold()
    {
        const auto result = parse<Mention>(R"({"user_id":"u","offset":2147483648,"length":1})");
        QVERIFY(!result);
        QCOMPARE(result.error().pointer, u"/offset"_s);
    }

    void attack40_textWithNulOrALoneSurrogateIsRefusedWhereverItStands_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("NUL") << QByteArray(R"(a\u0000b)");
        QTest::newRow("high surrogate") << QByteArray(R"(a\ud83d)");
        QTest::newRow("low surrogate") << QByteArray(R"(\ude00a)");
        QTest::newRow("surrogates the wrong way round") << QByteArray(R"(\ude00\ud83d)");
    }

    void attack40_textWithNulOrALoneSurrogateIsRefusedWhereverItStands()
    {
        QFETCH(QByteArray, text);
        const auto pointer = [](const QByteArray &fields) {
            const auto result = parse<MessageDraft>('{' + fields + '}');
            return result ? u"accepted"_s : result.error().pointer;
        };
        QCOMPARE(pointer("\"content\":\"" + text + '"'), u"/content"_s);
        QCOMPARE(pointer("\"attachment_ids\":[\"a\",\"" + text + "\"]"), u"/attachment_ids/1"_s);
        QCOMPARE(pointer("\"mentions\":[{\"user_id\":\"" + text + "\",\"offset\":0,\"length\":1}]"),
                 u"/mentions/0/user_id"_s);
        QCOMPARE(pointer("\"metadata\":{\"a\":[{\"b\":\"" + text + "\"}]}"), u"/metadata"_s);
        QCOMPARE(pointer("\"metadata\":{\"a\":{\"" + text + "\":1}}"), u"/metadata"_s);
    }

    void metadataNestedSoDeeplyThatReadersWouldFailIsRefused()
    {
        const auto draft = [](int depth) {
            return parse<MessageDraft>("{\"metadata\":" + QByteArray("{\"a\":").repeated(depth) + '1'
                                       + QByteArray(depth, '}') + '}');
        };
        QVERIFY(draft(Limits::metadataDepth));
        const auto result = draft(Limits::metadataDepth + 1);
        QVERIFY(!result);
        QCOMPARE(result.error().pointer, u"/metadata"_s);
    }

    void unknownEnumeratorsAreRefusedWithTheKnownOnes()
    {
        const auto result = fromJson<Message>(message(u"type"_s, u"Text"_s));
        QVERIFY(!result);
        QCOMPARE(result.error().pointer, u"/type"_s);
        QCOMPARE(result.error().detail,
                 u"Must be one of: text, image, video, audio, file, location, system."_s);
    }

    void aFaultInsideAListIsNamedByItsPlace()
    {
        QJsonArray mentions;
        for (int i = 0; i < 5; ++i)
            mentions.append(
                QJsonObject{{u"user_id"_s, u"u"_s}, {u"offset"_s, i == 3 ? -1 : i}, {u"length"_s, 1}});
        QCOMPARE(pointerOfFault(fromJson<Message>(message(u"mentions"_s, mentions))),
                 u"/mentions/3/offset"_s);
        QCOMPARE(pointerOfFault(fromJson<Message>(message(u"mentions"_s, QJsonArray{7}))), u"/mentions/0"_s);
    }

    void theFirstFaultInTheOrderOfTheDescriptionIsTold()
    {
        const auto result = parse<LoginRequest>(R"({"device_name":1,"password":2})");
        QVERIFY(!result);
        QCOMPARE(result.error().pointer, u"/username"_s);
    }

    void fieldsThatNobodyKnowsAreIgnored()
    {
        QVERIFY(fromJson<Message>(message(u"from_the_future"_s, QJsonArray{QJsonObject{}})));
    }

    void aReplyMayBeNamedTheOldWay()
    {
        const auto draft = parse<MessageDraft>(R"({"content":"x","parent_message_id":"m1"})");
        QVERIFY(draft);
        QCOMPARE(draft->replyToId, u"m1"_s);
    }

    void timesWithoutAValidDateAreRefused()
    {
        QCOMPARE(pointerOfFault(fromJson<Message>(message(u"created_at"_s, u"2026-02-30T00:00:00Z"_s))),
                 u"/created_at"_s);
    }

    // The names and the order are a promise to clients written by others; C++ names may change freely.
    void theWireNamesOfAMessageStay()
    {
        const Message value{.id = u"m"_s,
                            .conversationId = u"c"_s,
                            .seq = 1,
                            .change = 2,
                            .senderId = u"s"_s,
                            .clientMsgId = u"k"_s,
                            .content = u"hi"_s,
                            .mentions = {{u"u"_s, 0, 2}},
                            .replyToId = u"r"_s,
                            .threadRootId = u"t"_s,
                            .replyCount = 3,
                            .attachments = {},
                            .metadata = {},
                            .reactions = {{u"+"_s, 1, {u"u"_s}}},
                            .pinned = true,
                            .editedAt = fromMs(0),
                            .deletedAt = fromMs(0)};
        QCOMPARE(toJson(value),
                 R"({"id":"m","conversation_id":"c","seq":1,"change":2,"sender_id":"s","client_msg_id":"k",)"
                 R"("type":"text","content":"hi","mentions":[{"user_id":"u","offset":0,"length":2}],)"
                 R"("reply_to_id":"r","thread_root_id":"t","reply_count":3,"attachments":[],"metadata":{},)"
                 R"("reactions":[{"emoji":"+","count":1,"user_ids":["u"]}],"pinned":true,"is_edited":false,)"
                 R"("edited_at":"1970-01-01T00:00:00.000Z","is_deleted":false,)"
                 R"("deleted_at":"1970-01-01T00:00:00.000Z","created_at":"1970-01-01T00:00:00.000Z"})");
    }

    void theWireNamesOfAConversationStay()
    {
        const Conversation value{.id = u"c"_s,
                                 .type = ConversationType::Group,
                                 .name = u"n"_s,
                                 .memberCount = 1,
                                 .members = QList<Member>{{.userId = u"u"_s, .role = MemberRole::Owner}},
                                 .my = {.unreadCount = 4}};
        QCOMPARE(toJson(value),
                 R"({"id":"c","type":"group","name":"n","history":"all","member_count":1,)"
                 R"("members":[{"user_id":"u","role":"owner","can_send_messages":true,)"
                 R"("joined_at":"1970-01-01T00:00:00.000Z","delivered_seq":0,"read_seq":0}],"first_seq":1,)"
                 R"("last_seq":0,"last_change":0,"my":{"role":"member","read_seq":0,"unread_count":4,)"
                 R"("mention_count":0,"pinned":false,"archived":false,"level":"all"},"unread_count":4,)"
                 R"("created_at":"1970-01-01T00:00:00.000Z","updated_at":"1970-01-01T00:00:00.000Z"})");
    }

    void theWireNamesOfAnAccountStay()
    {
        const Account value{.user = {.id = u"u"_s,
                                     .username = u"ann"_s,
                                     .displayName = u"Ann"_s,
                                     .avatarUrl = u"a"_s,
                                     .status = PresenceStatus::Away,
                                     .lastSeen = fromMs(1)},
                            .email = u"e"_s};
        QCOMPARE(toJson(value),
                 R"({"id":"u","username":"ann","display_name":"Ann","avatar_url":"a","status":"away",)"
                 R"("last_seen":"1970-01-01T00:00:00.001Z","email":"e",)"
                 R"("created_at":"1970-01-01T00:00:00.000Z",)"
                 R"("settings":{"read_receipts":true,"presence":true}})");
    }
};

QTEST_APPLESS_MAIN(tst_codecs)
#include "tst_codecs.moc"
