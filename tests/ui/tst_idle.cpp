// SPDX-License-Identifier: Apache-2.0
// What the window does while nothing happens, and while somebody only types: as good as nothing.
#include "panestest.h"

#include "ui/composeredit.h"

#include <QAbstractEventDispatcher>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

class PaintCounter : public QObject
{
public:
    explicit PaintCounter(QWidget &widget) { widget.installEventFilter(this); }
    int count = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::Paint;
        return false;
    }
};

// Those that would wake the program up.
QStringList runningTimers(const QObject &root)
{
    QStringList running;
    for (QObject *object : root.findChildren<QObject *>()) {
        for (const auto &timer : QAbstractEventDispatcher::instance()->registeredTimers(object))
            running << u"%1 in %2 every %3 ms"_s.arg(QLatin1StringView(object->metaObject()->className()),
                                                     object->parent() ? object->parent()->objectName()
                                                                      : QString(),
                                                     QString::number(timer.interval));
    }
    return running;
}

} // namespace

class TestIdle : public PanesTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QApplication::setCursorFlashTime(0); // a cursor that blinks is what people ask for
        openPanes();
        for (int i = 0; i < 500; ++i)
            fake().post(u"with-ana"_s, ana.id, u"message %1"_s.arg(i), now() - 1h);
        open(u"with-ana"_s);
        QTRY_VERIFY(view()->store().loaded() > 0);
    }
    void cleanup() { closeWindow(); }

    void complaint2_whileNothingHappensNoTimerRunsAndNothingIsPainted()
    {
        QTRY_COMPARE_WITH_TIMEOUT(runningTimers(*m_window), QStringList(), 20'000);
        PaintCounter timeline(*view()->viewport());
        PaintCounter conversations(*list()->viewport());
        QVERIFY(settles(timeline));
        timeline.count = conversations.count = 0;
        QCoreApplication::processEvents();
        QCOMPARE(timeline.count, 0);
        QCOMPARE(conversations.count, 0);
    }

    void complaint3_aKeyPaintsWhereItIsTypedAndNotTheMessages()
    {
        QCoreApplication::processEvents();
        auto *edit = find<ComposerEdit>(u"composerEdit"_s);
        PaintCounter timeline(*view()->viewport());
        PaintCounter conversations(*list()->viewport());
        PaintCounter field(*edit->viewport());
        QVERIFY(settles(timeline));
        timeline.count = conversations.count = 0;
        QTest::keyClicks(edit, u"hello"_s);
        QTRY_VERIFY(field.count > 0);
        QCOMPARE(timeline.count, 0);
        QCOMPARE(conversations.count, 0);
    }

private:
    // Until nothing is painted in one turn of the event loop.
    static bool settles(const PaintCounter &paints)
    {
        return QTest::qWaitFor([&paints] {
            const int before = paints.count;
            QCoreApplication::processEvents();
            return paints.count == before;
        });
    }
    TimelineView *view() { return find<QWidget>(u"conversationPane"_s)->findChild<TimelineView *>(); }
};

QTEST_MAIN(TestIdle)
#include "tst_idle.moc"
