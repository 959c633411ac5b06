// SPDX-License-Identifier: Apache-2.0
#include "services/reportservice.h"

#include "support/servicefixture.h"

#include <QTest>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

bool onPostgres()
{
    QFETCH_GLOBAL(bool, postgres);
    return postgres;
}

struct Fixture : ServiceFixture {
    Fixture()
        : ServiceFixture(onPostgres())
    {
        for (const QString &name : {u"ana"_s, u"bob"_s, u"eve"_s})
            caller(name);
        direct = conversation({u"ana"_s, u"bob"_s});
        message = say(u"bob"_s, direct, u"rude"_s);
        admin = caller(u"root"_s);
        admin.admin = true;
    }

    Result<AbuseReport> reportMessage(const UserId &reporter, const MessageId &id,
                                      const QString &reason = u"rude"_s)
    {
        ReportRequest request;
        request.messageId = id;
        request.reason = reason;
        return waitFor(reports.report(caller(reporter), request));
    }

    QList<AbuseReport> open() { return waitFor(reports.list(admin, true, 10, {})).value(); }

    ConversationId direct;
    Message message;
    Caller admin;
    ReportStore store{db};
    ReportService reports{store, users, messages};
};

} // namespace

class TestReportService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { everyBackend(); }

    void messagesAreReportedByWhoSeesThem();
    void attack31_messagesThatOneDoesNotSeeAreNotThere();
    void peopleAreReported();
    void badReportsAreRefused();
    void theSameAgainIsTheSameReport();
    void reportsAreResolved();
    void deletedContentIsGoneFromReports();
    void othersSeeNoReports();
    void reportsAreListedByPage();
};

void TestReportService::messagesAreReportedByWhoSeesThem()
{
    Fixture f;
    const auto report = f.reportMessage(u"ana"_s, f.message.id, u" it's \"rude\" "_s);
    QVERIFY(report);
    QCOMPARE(report->userId, u"bob"_s);
    const QList<AbuseReport> open = f.open();
    QCOMPARE(open.size(), 1);
    QCOMPARE(open.first().id, report->id);
    QCOMPARE(open.first().reporterId, u"ana"_s);
    QCOMPARE(open.first().reason, u"it's \"rude\""_s);
    QCOMPARE(open.first().message->content, u"rude"_s);
}

void TestReportService::attack31_messagesThatOneDoesNotSeeAreNotThere()
{
    Fixture f;
    QCOMPARE(f.reportMessage(u"eve"_s, f.message.id).error().code, ErrorCode::NotFound);
    QCOMPARE(f.reportMessage(u"eve"_s, u"nothing"_s).error().code, ErrorCode::NotFound);
    QVERIFY(f.open().isEmpty());
}

void TestReportService::peopleAreReported()
{
    Fixture f;
    ReportRequest request;
    request.userId = u"bob"_s;
    request.reason = u"spam"_s;
    QVERIFY(waitFor(f.reports.report(f.caller(u"eve"_s), request)));
    QVERIFY(!f.open().first().message);
    request.userId = u"nobody"_s;
    QCOMPARE(waitFor(f.reports.report(f.caller(u"eve"_s), request)).error().code, ErrorCode::NotFound);
}

void TestReportService::badReportsAreRefused()
{
    Fixture f;
    const auto pointerOf = [&f](const ReportRequest &request) {
        const auto refused = waitFor(f.reports.report(f.caller(u"ana"_s), request));
        return refused ? QString() : refused.error().pointer;
    };
    QCOMPARE(pointerOf({{}, {}, u"spam"_s}), u"/user_id"_s);
    QCOMPARE(pointerOf({u"bob"_s, f.message.id, u"spam"_s}), u"/user_id"_s);
    QCOMPARE(pointerOf({u"ana"_s, {}, u"spam"_s}), u"/user_id"_s);
    QCOMPARE(pointerOf({u"bob"_s, {}, u" "_s}), u"/reason"_s);
    QCOMPARE(pointerOf({u"bob"_s, {}, QString(ReportService::reasonLength + 1, u'x')}), u"/reason"_s);
}

void TestReportService::theSameAgainIsTheSameReport()
{
    Fixture f;
    const QString first = f.reportMessage(u"ana"_s, f.message.id)->id;
    QCOMPARE(f.reportMessage(u"ana"_s, f.message.id)->id, first);
    QVERIFY(waitFor(f.reports.resolve(f.admin, first)));
    QVERIFY(f.reportMessage(u"ana"_s, f.message.id)->id != first);
}

void TestReportService::reportsAreResolved()
{
    Fixture f;
    const QString id = f.reportMessage(u"ana"_s, f.message.id)->id;
    const auto resolved = waitFor(f.reports.resolve(f.admin, id));
    QCOMPARE(resolved->resolvedBy, u"root"_s);
    QVERIFY(f.open().isEmpty());
    QCOMPARE(waitFor(f.reports.list(f.admin, false, 10, {}))->first().id, id);
    Caller other = f.caller(u"other"_s);
    other.admin = true;
    QCOMPARE(waitFor(f.reports.resolve(other, id))->resolvedBy, u"root"_s); // as it was
    QCOMPARE(waitFor(f.reports.resolve(f.admin, u"none"_s)).error().code, ErrorCode::NotFound);
}

void TestReportService::deletedContentIsGoneFromReports()
{
    Fixture f;
    QVERIFY(f.reportMessage(u"ana"_s, f.message.id));
    QVERIFY(waitFor(f.messages.remove(f.caller(u"bob"_s), f.message.id, {})));
    QVERIFY(f.open().first().message->isDeleted);
    QVERIFY(f.open().first().message->content.isEmpty());
}

void TestReportService::othersSeeNoReports()
{
    Fixture f;
    const QString id = f.reportMessage(u"ana"_s, f.message.id)->id;
    QCOMPARE(waitFor(f.reports.list(f.caller(u"ana"_s), true, 10, {})).error().code, ErrorCode::Forbidden);
    QCOMPARE(waitFor(f.reports.resolve(f.caller(u"ana"_s), id)).error().code, ErrorCode::Forbidden);
}

void TestReportService::reportsAreListedByPage()
{
    Fixture f;
    QStringList ids;
    for (const QString &reporter : {u"ana"_s, u"bob"_s})
        ids += f.reportMessage(reporter, f.message.id)->id;
    QCOMPARE(waitFor(f.reports.list(f.admin, true, 1, {}))->first().id, ids[0]);
    QCOMPARE(waitFor(f.reports.list(f.admin, true, 1, ids[0]))->first().id, ids[1]);
}

QTEST_GUILESS_MAIN(TestReportService)
#include "tst_reportservice.moc"
