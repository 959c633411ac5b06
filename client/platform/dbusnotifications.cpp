// SPDX-License-Identifier: Apache-2.0
#include "platform/dbusnotifications.h"

#include <QCoreApplication>
#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString notificationBus = QStringLiteral("org.freedesktop.Notifications");
const QString notificationPath = QStringLiteral("/org/freedesktop/Notifications");

constexpr auto openAction = "default"_L1;
constexpr auto replyAction = "inline-reply"_L1;
constexpr auto readAction = "mark-read"_L1;

constexpr uchar normalUrgency = 1; // critical ones stay until they are closed, and low ones do not pop up
constexpr int serverDecides = -1; // when it disappears

QDBusMessage notificationCall(const QString &method)
{
    return QDBusMessage::createMethodCall(notificationBus, notificationPath, notificationBus, method);
}

// (iiibiiay): the specification's "image-data".
struct ImageHint {
    QImage image;
};

QDBusArgument &operator<<(QDBusArgument &argument, const ImageHint &hint)
{
    const QImage &image = hint.image;
    const QByteArray bytes(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes());
    constexpr int bitsPerSample = 8;
    constexpr int channels = 4;
    argument.beginStructure();
    argument << image.width() << image.height() << int(image.bytesPerLine()) << true << bitsPerSample
             << channels << bytes;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, ImageHint &) // never read
{
    return argument;
}

QVariantMap hintsFor(const DesktopNotification &notification)
{
    QVariantMap hints{
        {u"desktop-entry"_s, u"org.hearth.Hearth"_s},
        {u"category"_s, u"im.received"_s},
        {u"sound-name"_s, u"message-new-instant"_s},
        {u"urgency"_s, QVariant::fromValue(normalUrgency)},
    };
    if (!notification.picture.isNull()) {
        const ImageHint hint{notification.picture.convertToFormat(QImage::Format_RGBA8888)};
        hints.insert(u"image-data"_s, QVariant::fromValue(hint));
    }
    return hints;
}

} // namespace

DBusNotifications::DBusNotifications(const QDBusConnection &bus, QObject *parent)
    : NotificationService(parent)
    , m_bus(bus)
    , m_watcher(new QDBusServiceWatcher(notificationBus, bus, QDBusServiceWatcher::WatchForOwnerChange, this))
{
    qDBusRegisterMetaType<ImageHint>();
    if (!m_bus.isConnected())
        return;
    const auto listen = [this](const char *signal, const char *slot) {
        m_bus.connect(notificationBus, notificationPath, notificationBus, QString::fromLatin1(signal), this,
                      slot);
    };
    listen("NotificationClosed", SLOT(onClosed(uint, uint)));
    listen("ActionInvoked", SLOT(onAction(uint, QString)));
    listen("ActivationToken", SLOT(onToken(uint, QString)));
    listen("NotificationReplied", SLOT(onReply(uint, QString)));
    connect(m_watcher, &QDBusServiceWatcher::serviceRegistered, this, &DBusNotifications::askCapabilities);
    connect(m_watcher, &QDBusServiceWatcher::serviceUnregistered, this, &DBusNotifications::forgetAll);
    askCapabilities(); // which starts a service that the bus can start
}

DBusNotifications::~DBusNotifications()
{
    for (const Shown &shown : std::as_const(m_shown)) {
        if (shown.id != 0)
            close(shown.id);
    }
}

void DBusNotifications::askCapabilities()
{
    auto *watcher =
        new QDBusPendingCallWatcher(m_bus.asyncCall(notificationCall(u"GetCapabilities"_s)), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QStringList> reply = *watcher;
        watcher->deleteLater();
        m_capabilities = reply.isValid() ? reply.value() : QStringList();
        setAvailable(reply.isValid());
    });
}

void DBusNotifications::forgetAll()
{
    m_shown.clear();
    m_next.clear();
    setAvailable(false);
}

void DBusNotifications::setAvailable(bool available)
{
    if (available == m_available)
        return;
    m_available = available;
    Q_EMIT availabilityChanged();
}

// One call at a time for each tag: the next one has to name the id that this one gets.
void DBusNotifications::show(const DesktopNotification &notification)
{
    if (!m_available)
        return;
    const QString tag = notification.tag;
    const auto before = m_shown.constFind(tag);
    if (before != m_shown.cend() && before->id == 0) {
        m_next.insert(tag, notification);
        return;
    }
    const uint replaced = before == m_shown.cend() ? 0 : before->id;
    m_shown.insert(tag, {});
    const bool markup = m_capabilities.contains("body-markup"_L1);
    const QString body = markup ? notification.body.toHtmlEscaped() : notification.body;
    QDBusMessage call = notificationCall(u"Notify"_s);
    call.setArguments({u"Hearth"_s, replaced, u"org.hearth.Hearth"_s, notification.title, body,
                       actionsFor(notification), hintsFor(notification), serverDecides});
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, tag] {
        const QDBusPendingReply<uint> reply = *watcher;
        watcher->deleteLater();
        shown(tag, reply.isValid() ? reply.value() : 0);
    });
}

void DBusNotifications::shown(const QString &tag, uint id)
{
    const auto entry = m_shown.find(tag);
    if (entry == m_shown.end())
        return; // the service went meanwhile
    const bool withdrawn = entry->withdrawn;
    entry->id = id;
    if (id == 0 || withdrawn)
        m_shown.erase(entry);
    if (id != 0 && withdrawn)
        close(id);
    if (m_next.contains(tag))
        show(m_next.take(tag));
}

void DBusNotifications::withdraw(const QString &tag)
{
    m_next.remove(tag);
    const auto entry = m_shown.find(tag);
    if (entry == m_shown.end())
        return;
    if (entry->id == 0)
        entry->withdrawn = true;
    else
        close(m_shown.take(tag).id);
}

void DBusNotifications::close(uint id)
{
    QDBusMessage call = notificationCall(u"CloseNotification"_s);
    call.setArguments({id});
    m_bus.send(call);
}

QStringList DBusNotifications::actionsFor(const DesktopNotification &notification) const
{
    if (!m_capabilities.contains("actions"_L1))
        return {};
    QStringList actions{openAction, QCoreApplication::translate("DBusNotifications", "Open")};
    if (notification.canReply) {
        if (m_capabilities.contains(replyAction))
            actions << replyAction << QCoreApplication::translate("DBusNotifications", "Reply");
        actions << readAction << QCoreApplication::translate("DBusNotifications", "Mark as read");
    }
    return actions;
}

QString DBusNotifications::tagOf(uint id) const
{
    for (auto entry = m_shown.cbegin(); entry != m_shown.cend(); ++entry) {
        if (id != 0 && entry->id == id)
            return entry.key();
    }
    return {};
}

// Expired ones stay in the list of most desktops, from where they can be opened; their ids are spent.
void DBusNotifications::onClosed(uint id, uint)
{
    m_shown.remove(tagOf(id));
}

void DBusNotifications::onToken(uint id, const QString &token)
{
    if (const QString tag = tagOf(id); !tag.isEmpty())
        m_shown[tag].token = token; // comes before the action that it belongs to
}

void DBusNotifications::onAction(uint id, const QString &action)
{
    const QString tag = tagOf(id);
    if (tag.isEmpty())
        return;
    if (action == openAction)
        Q_EMIT activated(tag, m_shown.value(tag).token);
    else if (action == readAction)
        Q_EMIT readRequested(tag);
}

void DBusNotifications::onReply(uint id, const QString &text)
{
    if (const QString tag = tagOf(id); !tag.isEmpty())
        Q_EMIT replied(tag, text);
}

} // namespace Hearth
