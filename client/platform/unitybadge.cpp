// SPDX-License-Identifier: Apache-2.0
#include "platform/unitybadge.h"

#include <QDBusMessage>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

UnityBadge::UnityBadge(const QDBusConnection &bus)
    : m_bus(bus)
{ }

void UnityBadge::setCount(int count)
{
    QDBusMessage signal = QDBusMessage::createSignal(u"/org/hearth/Hearth"_s,
                                                     u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s);
    const QVariantMap state{{u"count"_s, qint64(count)}, {u"count-visible"_s, count > 0}};
    signal.setArguments({u"application://org.hearth.Hearth.desktop"_s, state});
    m_bus.send(signal);
}

} // namespace Hearth
