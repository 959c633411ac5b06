// SPDX-License-Identifier: Apache-2.0
#include "util/clock.h"
#include "util/uuid.h"
#include "util/uuidcounter.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <thread>

using namespace Hearth;
using namespace Qt::Literals::StringLiterals;

class tst_uuid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anIdHasTheVersionTheVariantAndTheTimeOfRfc9562()
    {
        for (int i = 0; i < 10'000; ++i) {
            const qint64 before = toMs(now());
            const QString id = uuidV7();
            QVERIFY(isUuid(id));
            QCOMPARE(id, id.toLower());
            QCOMPARE(id[14], u'7');
            QVERIFY(u"89ab"_s.contains(id[19]));
            // It may run ahead of the clock by a millisecond per 2 048 ids made within one, never behind it.
            const qint64 ms = (id.left(8) + id.mid(9, 4)).toLongLong(nullptr, 16);
            QVERIFY(ms >= before && ms <= toMs(now()) + 10);
        }
    }

    void idsSortInTheOrderInWhichTheyWereMade()
    {
        QStringList ids;
        for (int i = 0; i < 100'000; ++i)
            ids += uuidV7();
        QVERIFY(std::ranges::is_sorted(ids));
        QVERIFY(std::ranges::adjacent_find(ids) == ids.end());
    }

    void threadsGetDifferentIdsEachInItsOrder()
    {
        std::array<QStringList, 4> made;
        {
            std::vector<std::jthread> threads;
            for (QStringList &ids : made) {
                threads.emplace_back([&ids] {
                    for (int i = 0; i < 20'000; ++i)
                        ids += uuidV7();
                });
            }
        }
        QSet<QString> all;
        for (const QStringList &ids : made) {
            QVERIFY(std::ranges::is_sorted(ids));
            all.unite(QSet(ids.begin(), ids.end()));
        }
        QCOMPARE(all.size(), 80'000);
    }

    void attack65_idsGoOnInTheirOrderWhenTheClockJumpsBack()
    {
        UuidCounter last;
        const quint64 noon = 1'800'000'000'000;
        const quint64 after2038 = quint64(1) << 31 << 10;
        // An hour back, slowly on again, beyond 2^31 seconds, back once more.
        QList<quint64> clock{noon,      noon + 1, noon - 3'600'000, noon - 3'599'999, noon,
                             after2038, 0,        after2038 + 1};
        for (int i = 0; i < 10'000; ++i) // more than one millisecond's counter holds
            clock += noon;
        for (const quint64 ms : clock) {
            const UuidCounter before = last;
            last.advance(ms);
            QVERIFY(last > before);
            QVERIFY(last.counter <= 0xfff && last.ms < quint64(1) << 48);
        }
        QVERIFY(last.ms < after2038 + 10);
    }

    void onlyTheTextFormOfAUuidIsOne()
    {
        QVERIFY(isUuid(u"0190163d-8694-739b-aea5-966c26f8ad90"));
        QVERIFY(isUuid(u"0190163D-8694-739B-AEA5-966C26F8AD90"));
        for (const QString &text :
             {u""_s, u"0190163d8694739baea5966c26f8ad90"_s, u"{0190163d-8694-739b-aea5-966c26f8ad90}"_s,
              u"0190163d-8694-739b-aea5-966c26f8ad9"_s, u"0190163d-8694-739b-aea5-966c26f8ad900"_s,
              u"0190163d-8694-739b-aea5-966c26f8ad9g"_s, u"0190163d-8694-739ba-ea5-966c26f8ad90"_s,
              u"0190163d-8694-739b-aea5-966c26f8ad\u0669\u0660"_s})
            QVERIFY2(!isUuid(text), qPrintable(text));
    }
};

QTEST_APPLESS_MAIN(tst_uuid)
#include "tst_uuid.moc"
