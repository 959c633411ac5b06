// SPDX-License-Identifier: Apache-2.0
// The client as a person has it, with a real server and many messages: how soon it is there, what it takes,
// and whether it stays quick while others write. Prints JSON, judges nothing. Each part runs in a process of
// its own.
#include "client/desk.h"
#include "client/watch.h"
#include "core/session.h"
#include "support/await.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

#include <chrono>
#include <cstdio>

using namespace Hearth;
using namespace Hearth::Bench;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int starts = 7;
constexpr int settleMs = 5'000; // after the start, until memory is looked at
constexpr int idleMs = 20'000;
constexpr int frameMs = 16;
constexpr int framesEachWay = 150; // of scrolling, before it turns round
constexpr int wheelPixels = 40;
constexpr int keyMs = 90; // of somebody who types fast
constexpr int pageSize = 100;

qint64 nowNs()
{
    return std::chrono::steady_clock::now().time_since_epoch().count();
}

void print(const QJsonObject &object)
{
    std::puts(QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

QJsonObject jsonOf(const Memory &memory)
{
    return {{u"resident_mb"_s, memory.resident}, {u"own_mb"_s, memory.own}};
}

// Runs a part of this program, and has what it printed.
class Part
{
public:
    Part(const QString &role, const Place &place, const QStringList &more = {})
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(),
                        QStringList{role} + place.arguments() + more);
    }
    [[nodiscard]] bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    QJsonObject finish()
    {
        if (!m_process.waitForFinished(-1) || m_process.exitCode() != 0)
            qFatal("a part of the measurement failed");
        return QJsonDocument::fromJson(m_process.readAllStandardOutput()).object();
    }

private:
    QProcess m_process;
};

// Has all of the conversation on ana's computer.
int fill(const Place &place)
{
    Desk desk(place);
    desk.signIn();
    auto slice = Test::await(desk.session().newest(place.conversation, pageSize)).value_or(MessageSlice());
    qint64 count = slice.messages.size();
    while (slice.hasOlder && !slice.messages.isEmpty()) {
        slice = Test::await(desk.session().before(place.conversation, slice.messages.first().seq, pageSize))
                    .value_or(MessageSlice());
        count += slice.messages.size();
    }
    desk.open(place.conversation);
    print({{u"cached"_s, count}});
    return 0;
}

// The first time that messages are on the screen.
class FirstPaint : public QObject
{
public:
    explicit FirstPaint(qint64 startedNs)
        : m_startedNs(startedNs)
    {
        qApp->installEventFilter(this);
    }
    double ms = 0;

protected:
    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() != QEvent::Paint || ms > 0)
            return false;
        const auto *view = qobject_cast<TimelineView *>(object->parent());
        if (view && !view->visibleRows().empty()) {
            QMetaObject::invokeMethod(
                this, [this] { ms = ms > 0 ? ms : double(nowNs() - m_startedNs) / 1e6; },
                Qt::QueuedConnection);
        }
        return false;
    }

private:
    const qint64 m_startedNs;
};

int start(const Place &place, qint64 startedNs)
{
    FirstPaint first(startedNs);
    Desk desk(place);
    desk.begin();
    if (!QTest::qWaitFor([&] { return first.ms > 0; }, 30'000))
        qFatal("no message was ever painted");
    desk.waitUntilOnline();
    runEvents(settleMs);
    print({{u"painted_ms"_s, first.ms}, {u"memory"_s, jsonOf(memoryNow())}});
    return 0;
}

void scroll(Desk &desk, PaintWatch &frames, const Part &beside)
{
    for (int frame = 0; beside.isRunning(); ++frame) {
        const int pixels = frame / framesEachWay % 2 == 0 ? wheelPixels : -wheelPixels;
        if (!frames.isWaiting())
            frames.post(*desk.timeline().viewport(), Desk::wheel(*desk.timeline().viewport(), pixels));
        runEvents(frameMs);
    }
}

void type(Desk &desk, PaintWatch &glyphs, const Part &beside)
{
    for (int key = 0; beside.isRunning(); ++key) {
        if (!glyphs.isWaiting())
            glyphs.post(desk.composer(), Desk::keyPress(key % 6 == 5 ? u' ' : QChar(u'a' + key % 26)));
        runEvents(keyMs);
    }
}

// Quiet first; then others write while ana reads, and while she types.
int use(const Place &place, int perSecond, int seconds)
{
    QApplication::setCursorFlashTime(0); // what blinks is no glyph
    Desk desk(place);
    desk.begin();
    desk.waitUntilOnline();
    desk.open(place.conversation);
    desk.comeToFront();
    runEvents(settleMs);

    const double before = cpuSeconds();
    runEvents(idleMs);
    const double idlePercent = (cpuSeconds() - before) / idleMs * 1'000 * 100;

    const QStringList busy{QString::number(perSecond * seconds / 2), QString::number(perSecond)};
    auto &app = static_cast<WatchedApplication &>(*qApp);
    app.startOver();
    PaintWatch frames(*desk.timeline().viewport());
    scroll(desk, frames, Part(u"chat"_s, place, busy));
    PaintWatch glyphs(*desk.composer().findChild<QWidget *>(u"qt_scrollarea_viewport"_s));
    type(desk, glyphs, Part(u"chat"_s, place, busy));
    print({{u"idle_cpu_percent"_s, idlePercent},
           {u"scroll_frame_ms"_s, frames.summary()},
           {u"key_to_glyph_ms"_s, glyphs.summary()},
           {u"gui_busy_ms"_s, app.busy()},
           {u"memory"_s, jsonOf(memoryNow())}});
    return 0;
}

// What somebody does in an hour, without the pauses: reads, looks things up, switches, writes.
int hour(const Place &place, int arriving)
{
    Desk desk(place);
    desk.begin();
    desk.waitUntilOnline();
    desk.open(place.conversation);
    desk.comeToFront();
    runEvents(settleMs);
    QJsonArray points{jsonOf(memoryNow())};
    QList<ConversationId> rooms;
    for (const ConversationSummary &summary : desk.session().conversations())
        rooms.append(summary.conversation.id);

    constexpr int tenths = 10;
    constexpr int perTenth = 40; // looks, switches and sentences
    for (int tenth = 0; tenth < tenths; ++tenth) {
        const Part others(u"chat"_s, place, {QString::number(arriving / tenths), u"100"_s});
        for (int i = 0; i < perTenth || others.isRunning(); ++i) {
            desk.open(rooms[i % rooms.size()]);
            for (int frame = 0; frame < 30; ++frame) {
                QCoreApplication::postEvent(
                    desk.timeline().viewport(),
                    Desk::wheel(*desk.timeline().viewport(), frame < 20 ? 400 : -600));
                runEvents(1);
            }
            QTest::keyClicks(&desk.composer(), u"a sentence of the kind %1"_s.arg(i));
            QTest::keyClick(&desk.composer(), Qt::Key_Return);
            if (i % 4 == 0)
                desk.searchFor(u"meter"_s);
        }
        points.append(jsonOf(memoryNow()));
    }
    print({{u"memory"_s, points}});
    return 0;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

int measure(const QCommandLineParser &options)
{
    const auto number = [&](const QString &name) { return options.value(name).toInt(); };
    const Stage stage;
    const Place &place = stage.place();
    Part(u"chat"_s, place, {options.value(u"messages"_s), u"0"_s}).finish();
    QJsonObject result = Part(u"fill"_s, place).finish();

    std::vector<double> painted;
    std::vector<double> resident;
    for (int i = 0; i < starts; ++i) {
        const QJsonObject one = Part(u"start"_s, place, {QString::number(nowNs())}).finish();
        painted.push_back(one["painted_ms"_L1].toDouble());
        resident.push_back(one["memory"_L1]["resident_mb"_L1].toDouble());
    }
    result["start"_L1] =
        QJsonObject{{u"painted_ms"_s, median(painted)}, {u"resident_mb"_s, median(resident)}};
    result["use"_L1] =
        Part(u"use"_s, place, {options.value(u"rate"_s), options.value(u"seconds"_s)}).finish();
    if (number(u"hour"_s) > 0)
        result["hour"_L1] = Part(u"hour"_s, place, {options.value(u"hour"_s)}).finish();
    print(result);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    WatchedApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"hearth-bench-client"_s);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    const Place place = Place::fromArguments(arguments.mid(1, 4));
    const QString role = arguments.value(0);
    const auto number = [&](int index) { return arguments.value(index).toLongLong(); };
    if (role == "chat"_L1) {
        chatter(place, int(number(5)), double(number(6)));
        return 0;
    }
    if (role == "fill"_L1)
        return fill(place);
    if (role == "start"_L1)
        return start(place, number(5));
    if (role == "use"_L1)
        return use(place, int(number(5)), int(number(6)));
    if (role == "hour"_L1)
        return hour(place, int(number(5)));

    QCommandLineParser options;
    options.addHelpOption();
    options.addOption({u"messages"_s, u"In the conversation, and on this computer."_s, u"N"_s, u"200000"_s});
    options.addOption(
        {u"rate"_s, u"Messages that arrive in a second while the client is used."_s, u"N"_s, u"50"_s});
    options.addOption({u"seconds"_s, u"How long it is used."_s, u"N"_s, u"60"_s});
    options.addOption(
        {u"hour"_s, u"Messages that arrive in the hour of use; 0: leave it out."_s, u"N"_s, u"7200"_s});
    options.process(app);
    return measure(options);
}
