// SPDX-License-Identifier: Apache-2.0
#include "util/error.h"

#include <QSet>
#include <QTest>

using namespace Hearth;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int codes = int(ErrorCode::TooFar) + 1;

} // namespace

class tst_error : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasItsOwnWireNameAndFindsBack()
    {
        QSet<QString> names;
        for (int i = 0; i < codes; ++i) {
            const auto code = ErrorCode(i);
            names += wireName(code);
            QCOMPARE(errorCodeFromWire(QString(wireName(code))), code);
            QVERIFY(!title(code).isEmpty());
            QVERIFY(httpStatus(code) >= 400 && httpStatus(code) < 600);
        }
        QCOMPARE(names.size(), codes);
    }

    // What clients written by others rely on.
    void theCatalogueKeepsItsNamesAndStatuses()
    {
        QStringList catalogue;
        for (int i = 0; i < codes; ++i)
            catalogue += wireName(ErrorCode(i)) + u' ' + QString::number(httpStatus(ErrorCode(i)));
        QCOMPARE(
            catalogue,
            QStringList({u"unauthorized 401"_s, u"token_expired 401"_s, u"forbidden 403"_s,
                         u"origin_forbidden 403"_s, u"not_found 404"_s, u"method_not_allowed 405"_s,
                         u"invalid_json 400"_s, u"invalid_field 422"_s, u"too_large 413"_s,
                         u"unsupported_media_type 415"_s, u"conflict 409"_s, u"precondition_failed 412"_s,
                         u"idempotency_mismatch 422"_s, u"rate_limited 429"_s, u"blocked 403"_s,
                         u"unavailable 503"_s, u"internal 500"_s, u"unknown_type 400"_s, u"too_far 409"_s}));
    }

    void onlyWhatTimeCanHealIsRetryable()
    {
        for (int i = 0; i < codes; ++i) {
            const auto code = ErrorCode(i);
            QCOMPARE(isRetryable(code), code == ErrorCode::RateLimited || code == ErrorCode::Unavailable);
        }
    }

    void aNameThatIsNotInTheCatalogueIsNoCode()
    {
        QCOMPARE(errorCodeFromWire(u"teapot"), std::nullopt);
        QCOMPARE(errorCodeFromWire(u"Unauthorized"), std::nullopt);
        QCOMPARE(errorCodeFromWire(u""), std::nullopt);
    }
};

QTEST_APPLESS_MAIN(tst_error)
#include "tst_error.moc"
