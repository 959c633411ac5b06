// SPDX-License-Identifier: Apache-2.0
#include "unit/filler.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace Hearth;
using namespace Qt::Literals::StringLiterals;

namespace {

FrameFault faultOf(const QByteArray &frame)
{
    const auto request = decodeClientFrame(frame);
    return request ? FrameFault{u"accepted"_s, {}} : request.error();
}

// {"type":"ping","extra":[[[…]]]}
QByteArray nested(int depth)
{
    return R"({"type":"ping","id":"1","extra":)" + QByteArray(depth, '[') + QByteArray(depth, ']') + '}';
}

} // namespace

class tst_frames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyClientFrameSurvivesTheWire()
    {
        forEachType(std::type_identity<ClientFrame>(), []<typename Frame>() {
            for (int round = 0; round < Filler::rounds; ++round) {
                const QByteArray json = encode(ClientRequest{u"id \"1\""_s, filled<Frame>(round)});
                const auto back = decodeClientFrame(json);
                QVERIFY2(back, json);
                QVERIFY2(std::holds_alternative<Frame>(back->frame), json);
                QCOMPARE(back->id, u"id \"1\""_s);
                QCOMPARE(encode(*back), json);
            }
        });
    }

    void everyServerFrameSurvivesTheWire()
    {
        forEachType(std::type_identity<ServerFrame>(), []<typename Frame>() {
            for (int round = 0; round < Filler::rounds; ++round) {
                const QByteArray json = encode(ServerFrame(filled<Frame>(round)));
                const auto back = decodeServerFrame(json);
                QVERIFY2(back && *back, json);
                QVERIFY2(std::holds_alternative<Frame>(**back), json);
                QCOMPARE(encode(**back), json);
            }
        });
    }

    void noTwoFramesOfOneDirectionShareAType()
    {
        const auto count = []<typename Variant>(std::type_identity<Variant> list) {
            QSet<QString> types;
            forEachType(list, [&types]<typename Frame>() { types += Frame::type; });
            return size_t(types.size());
        };
        QCOMPARE(count(std::type_identity<ClientFrame>()), std::variant_size_v<ClientFrame>);
        QCOMPARE(count(std::type_identity<ServerFrame>()), std::variant_size_v<ServerFrame>);
    }

    void everyClientFrameMayCarryItsFieldsBesideItsType()
    {
        forEachType(std::type_identity<ClientFrame>(), []<typename Frame>() {
            Frame frame = filled<Frame>(0);
            if constexpr (std::is_same_v<Frame, SendMessage>)
                frame.draft.type = MessageType::Text; // the one field that needs `data`
            const QByteArray wrapped = encode(ClientRequest{u"7"_s, frame});
            QJsonObject flat = QJsonDocument::fromJson(wrapped).object()["data"_L1].toObject();
            flat["type"_L1] = Frame::type;
            flat["id"_L1] = u"7"_s;
            const auto back = decodeClientFrame(QJsonDocument(flat).toJson());
            QVERIFY2(back, wrapped);
            QCOMPARE(encode(*back), wrapped);
        });
    }

    void anErrorFrameTellsTheClientWhetherToTryAgain()
    {
        const Error error{ErrorCode::RateLimited, u"Slow down."_s, {}, 1'500};
        QCOMPARE(encode(ErrorFrame{u"9"_s, error}),
                 R"({"type":"error","id":"9","error":{"code":"rate_limited","message":"Slow down.",)"
                 R"("retryable":true,"retry_after_ms":1500}})");
    }

    void anAckOfAStructEqualsAnAckOfItsJson()
    {
        const Message message = filled<Message>(0);
        const auto ack = decodeServerFrame(encodeAck(u"5"_s, message));
        QVERIFY(ack && *ack);
        QCOMPARE(fromJson<Message>(std::get<Ack>(**ack).data), message);
    }

    void aTypeThatNobodyKnowsIsAnErrorForTheServerAndNothingForTheClient()
    {
        const FrameFault fault = faultOf(R"({"type":"message.shred","id":"1"})");
        QCOMPARE(fault.error.code, ErrorCode::UnknownType);
        QCOMPARE(fault.id, u"1"_s);
        QCOMPARE(fault.error.pointer, u"/type"_s);

        const auto frame = decodeServerFrame(R"({"type":"message.shred"})");
        QVERIFY(frame);
        QVERIFY(!*frame);
    }

    void aFrameWithoutATypeIsRefused()
    {
        QCOMPARE(faultOf("{}").error.code, ErrorCode::UnknownType);
        QCOMPARE(faultOf(R"({"type":7})").error.code, ErrorCode::UnknownType);
    }

    void theIdIsTextOfUpTo64Characters()
    {
        const auto ping = [](const QByteArray &id) { return R"({"type":"ping","id":)" + id + '}'; };
        QCOMPARE(decodeClientFrame(R"({"type":"ping"})")->id, std::nullopt);
        QCOMPARE(decodeClientFrame(ping("null"))->id, std::nullopt);
        QCOMPARE(decodeClientFrame(ping('"' + QByteArray(64, 'x') + '"'))->id, QString(64, u'x'));

        for (const QByteArray &id : {QByteArray("7"), QByteArray("{}"), '"' + QByteArray(65, 'x') + '"',
                                     QByteArray(R"("\u0000")"), QByteArray(R"("\ud800")")}) {
            const FrameFault fault = faultOf(ping(id));
            QCOMPARE(fault.error.code, ErrorCode::InvalidField);
            QCOMPARE(fault.error.pointer, u"/id"_s);
            QCOMPARE(fault.id, std::nullopt);
        }
    }

    void aFaultInAFieldNamesTheFieldAndTheRequest()
    {
        const FrameFault fault = faultOf(R"({"type":"changes","id":"a","conversation_id":"c","since":-1})");
        QCOMPARE(fault.id, u"a"_s);
        QCOMPARE(fault.error.code, ErrorCode::InvalidField);
        QCOMPARE(fault.error.pointer, u"/since"_s);
    }

    void aReadMarkNeedsAMessageOrAPlace()
    {
        QVERIFY(decodeClientFrame(R"({"type":"message.read","message_id":"m"})"));
        QVERIFY(decodeClientFrame(R"({"type":"message.read","conversation_id":"c","seq":1})"));
        QCOMPARE(faultOf(R"({"type":"message.read","conversation_id":"c"})").error.pointer, u"/message_id"_s);
    }

    void whatIsNoJsonObjectIsRefused_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("blank") << QByteArray(" \n");
        QTest::newRow("half") << QByteArray(R"({"type":"ping")");
        QTest::newRow("array") << QByteArray(R"([{"type":"ping"}])");
        QTest::newRow("text") << QByteArray(R"("ping")");
        QTest::newRow("two documents") << QByteArray(R"({"type":"ping"}{"type":"ping"})");
        QTest::newRow("NaN") << QByteArray(R"({"type":"ping","x":NaN})");
        QTest::newRow("1e400") << QByteArray(R"({"type":"ping","x":1e400})");
        QTest::newRow("single quotes") << QByteArray(R"({'type':'ping'})");
        QTest::newRow("invalid UTF-8") << QByteArray("{\"type\":\"ping\",\"x\":\"\xC0\xAF\"}");
        QTest::newRow("invalid UTF-8, cut") << QByteArray("{\"type\":\"ping\",\"x\":\"\xF0\x9F\"}");
    }

    void whatIsNoJsonObjectIsRefused()
    {
        QFETCH(QByteArray, frame);
        QCOMPARE(faultOf(frame).error.code, ErrorCode::InvalidJson);
        QVERIFY(!decodeServerFrame(frame));
    }

    void nestingIsReadToADepthOf1000AndRefusedBeyondTheParsersLimit()
    {
        QVERIFY(decodeClientFrame(nested(1'000)));
        QCOMPARE(faultOf(nested(10'000)).error.code, ErrorCode::InvalidJson);
        QCOMPARE(faultOf(nested(1'000'000)).error.code, ErrorCode::InvalidJson);
    }

    void ofDuplicateKeysTheLastCounts()
    {
        const auto request = decodeClientFrame(R"({"type":"sync","id":"1","type":"ping","id":"2"})");
        QVERIFY(request);
        QCOMPARE(request->id, u"2"_s);
        QVERIFY(std::holds_alternative<Ping>(request->frame));
    }
};

QTEST_APPLESS_MAIN(tst_frames)
#include "tst_frames.moc"
