// SPDX-License-Identifier: Apache-2.0
#include "util/clock.h"

#include <algorithm>

namespace Hearth {

using namespace std::chrono;

namespace {

constexpr Timestamp earliest = sys_days(year(0) / 1 / 1);
constexpr Timestamp latest = Timestamp(sys_days(year(10000) / 1 / 1)) - milliseconds(1);

void putDigits(char *at, int width, int value)
{
    for (int i = width - 1; i >= 0; --i, value /= 10)
        at[i] = char('0' + value % 10);
}

// Reads decimal digits and fixed characters from the left; one failure makes all that follows fail.
class Scanner
{
public:
    explicit Scanner(QStringView text)
        : m_rest(text)
    { }

    int digits(int count)
    {
        int value = 0;
        for (int i = 0; i < count; ++i) {
            if (m_rest.isEmpty() || m_rest[0] < u'0' || m_rest[0] > u'9')
                return failed();
            value = value * 10 + (m_rest[0].unicode() - u'0');
            m_rest = m_rest.mid(1);
        }
        return value;
    }

    bool accept(QStringView anyOf)
    {
        if (m_rest.isEmpty() || !anyOf.contains(m_rest[0]))
            return false;
        m_last = m_rest[0];
        m_rest = m_rest.mid(1);
        return true;
    }

    void expect(QStringView anyOf)
    {
        if (!accept(anyOf))
            failed();
    }

    // A fraction of a second of any length, in milliseconds.
    int fraction()
    {
        int value = digits(1) * 100;
        for (int unit = 10; !m_rest.isEmpty() && m_rest[0] >= u'0' && m_rest[0] <= u'9'; unit /= 10)
            value += digits(1) * unit;
        return value;
    }

    QChar last() const { return m_last; }
    bool ok() const { return m_ok; }
    bool atEnd() const { return m_rest.isEmpty(); }

private:
    int failed()
    {
        m_ok = false;
        m_rest = {};
        return 0;
    }

    QStringView m_rest;
    QChar m_last;
    bool m_ok = true;
};

} // namespace

Timestamp now()
{
    return floor<milliseconds>(system_clock::now());
}

QByteArray toRfc3339(Timestamp t)
{
    t = std::clamp(t, earliest, latest);
    const auto day = floor<days>(t);
    const year_month_day date(day);
    const hh_mm_ss time(t - day);

    char text[] = "0000-00-00T00:00:00.000Z";
    putDigits(text, 4, int(date.year()));
    putDigits(text + 5, 2, int(unsigned(date.month())));
    putDigits(text + 8, 2, int(unsigned(date.day())));
    putDigits(text + 11, 2, int(time.hours().count()));
    putDigits(text + 14, 2, int(time.minutes().count()));
    putDigits(text + 17, 2, int(time.seconds().count()));
    putDigits(text + 20, 3, int(time.subseconds().count()));
    return QByteArray(text, sizeof text - 1);
}

std::optional<Timestamp> fromRfc3339(QStringView text)
{
    Scanner in(text);
    const int y = in.digits(4);
    in.expect(u"-");
    const int mo = in.digits(2);
    in.expect(u"-");
    const int d = in.digits(2);
    in.expect(u"Tt ");
    const int h = in.digits(2);
    in.expect(u":");
    const int mi = in.digits(2);
    in.expect(u":");
    const int s = in.digits(2);
    const int ms = in.accept(u".") ? in.fraction() : 0;

    minutes offset{0};
    in.expect(u"Zz+-");
    if (in.ok() && (in.last() == u'+' || in.last() == u'-')) {
        const bool west = in.last() == u'-';
        const int oh = in.digits(2);
        in.expect(u":");
        const int om = in.digits(2);
        if (oh > 23 || om > 59)
            return std::nullopt;
        offset = hours(oh) + minutes(om);
        if (west)
            offset = -offset;
    }

    const year_month_day date{year(y), month(unsigned(mo)), day(unsigned(d))};
    if (!in.ok() || !in.atEnd() || !date.ok() || h > 23 || mi > 59 || s > 60)
        return std::nullopt;
    return Timestamp(sys_days(date)) + hours(h) + minutes(mi) + seconds(std::min(s, 59)) + milliseconds(ms)
        - offset;
}

} // namespace Hearth
