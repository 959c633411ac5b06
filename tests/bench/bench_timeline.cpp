// SPDX-License-Identifier: Apache-2.0
// What the timeline costs, in milliseconds of the GUI thread with painting: prints JSON, judges nothing.
// Usage: bench_timeline [messages…], by default 1000 20000 200000.
#include "support/timelinefixture.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QWheelEvent>

#include <algorithm>
#include <cstdio>

using namespace Hearth;
using namespace Hearth::TimelineFixture;

namespace {

constexpr int pageSize = 50;
constexpr int loadedMax = 600;
constexpr int scrollFrames = 2'000;
constexpr int scrollStep = 60; // pixels

QJsonObject summary(std::vector<double> samples)
{
    std::ranges::sort(samples);
    const auto at = [&](double quantile) { return samples[size_t(quantile * double(samples.size() - 1))]; };
    return {{u"p50"_s, at(0.5)}, {u"p99"_s, at(0.99)}, {u"max"_s, samples.back()}};
}

// A conversation of a given length in memory, and a view that loads from it as the pane does.
class Conversation
{
public:
    explicit Conversation(qint64 count)
        : m_count(count)
    {
        QFont font(u"Inter"_s);
        font.setPixelSize(13);
        m_view.setFont(font);
        m_view.resize(760, 700);
        m_view.show();
        settle();
    }

    double open()
    {
        return timed([this] {
            m_store.clear();
            m_store.setExtent(1, m_count);
            m_store.reset(slice(std::max<qint64>(1, m_count - pageSize + 1), m_count, m_count > pageSize));
            m_view.startOver();
        });
    }

    // One frame of scrolling up, with the page that it may need.
    double scroll(int dy)
    {
        return timed([&] {
            const QPoint center = m_view.viewport()->rect().center();
            QWheelEvent event(center, m_view.viewport()->mapToGlobal(center), QPoint(0, dy), QPoint(),
                              Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(m_view.viewport(), &event);
            if (m_store.hasOlder() && m_view.pixelsAbove() < 3 * m_view.viewport()->height())
                prependPage();
        });
    }

    double prepend()
    {
        return timed([this] { prependPage(); });
    }

    double append()
    {
        return timed([this] {
            m_store.apply({someMessage(++m_count)});
            m_view.storeChanged();
        });
    }

    double resizeTo(int width)
    {
        return timed([&] { m_view.resize(width, 700); });
    }

    void toEnd() { m_view.scrollToEnd(), settle(); }

private:
    void prependPage()
    {
        const qint64 first = m_store.firstSeq();
        const qint64 from = std::max<qint64>(1, first - pageSize);
        m_store.prepend(slice(from, first - 1, from > 1));
        if (m_store.loaded() > loadedMax)
            m_store.trimNewer(loadedMax - 100);
        m_view.storeChanged();
    }

    template<typename Work>
    double timed(Work work)
    {
        QElapsedTimer clock;
        clock.start();
        work();
        settle(); // paints
        return double(clock.nsecsElapsed()) / 1e6;
    }

    static void settle()
    {
        QApplication::sendPostedEvents();
        QApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
    }

    qint64 m_count;
    Theme m_theme{Theme::Appearance::Light};
    TimelineStore m_store{me, nameOf};
    TimelineView m_view{m_store, m_theme};
};

template<typename Work>
QJsonObject repeat(int times, Work work)
{
    std::vector<double> samples;
    for (int i = 0; i < times; ++i)
        samples.push_back(work(i));
    return summary(samples);
}

QJsonObject measure(qint64 count)
{
    Conversation conversation(count);
    QJsonObject result{{u"messages"_s, count}, {u"firstOpen"_s, conversation.open()}};
    result[u"open"_s] = repeat(20, [&](int) { return conversation.open(); });
    result[u"append"_s] = repeat(200, [&](int) { return conversation.append(); });
    result[u"resizeStep"_s] = repeat(100, [&](int i) { return conversation.resizeTo(760 - 3 * i); });
    conversation.resizeTo(760);
    result[u"scroll"_s] = repeat(scrollFrames, [&](int) { return conversation.scroll(scrollStep); });
    conversation.open();
    if (count > 20 * pageSize)
        result[u"prepend"_s] = repeat(15, [&](int) { return conversation.prepend(); });
    return result;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QJsonArray results;
    const QStringList counts = app.arguments().mid(1);
    for (const QString &count : counts.isEmpty() ? QStringList{u"1000"_s, u"20000"_s, u"200000"_s} : counts)
        results.append(measure(count.toLongLong()));
    std::puts(QJsonDocument(results).toJson().constData());
    return 0;
}
