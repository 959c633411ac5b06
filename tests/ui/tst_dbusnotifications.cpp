// SPDX-License-Identifier: Apache-2.0
#include "platform/dbusnotifications.h"
#include "platform/unitybadge.h"
#include "support/privatebus.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QSignalSpy>
#include <QTest>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Notified {
    uint id = 0;
    QString title;
    QString body;
    QStringList actions;
    QVariantMap hints;
};

// The desktop's side.
class NotificationDaemon : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QStringList capabilities{u"actions"_s, u"body"_s, u"inline-reply"_s};
    QList<Notified> notified;
    QList<uint> closed;

public Q_SLOTS:
    QStringList GetCapabilities() { return capabilities; }

    uint Notify(const QString &, uint replaces, const QString &, const QString &title, const QString &body,
                const QStringList &actions, const QVariantMap &hints, int)
    {
        notified.append({replaces == 0 ? ++m_last : replaces, title, body, actions, hints});
        return notified.last().id;
    }

    void CloseNotification(uint id)
    {
        closed << id;
        Q_EMIT NotificationClosed(id, 3);
    }

Q_SIGNALS:
    void NotificationClosed(uint id, uint reason);
    void ActionInvoked(uint id, const QString &action);
    void ActivationToken(uint id, const QString &token);
    void NotificationReplied(uint id, const QString &text);

private:
    uint m_last = 0;
};

class BadgeListener : public QObject
{
    Q_OBJECT

public:
    qint64 count = 0;
    bool visible = false;

public Q_SLOTS:
    void update(const QDBusMessage &signal)
    {
        const auto state = qdbus_cast<QVariantMap>(signal.arguments().value(1));
        count = state.value(u"count"_s).toLongLong();
        visible = state.value(u"count-visible"_s).toBool();
    }
};

const QString name = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;

} // namespace

class TestDBusNotifications : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bus = std::make_unique<PrivateBus>();
        m_daemon = std::make_unique<NotificationDaemon>();
    }

    void cleanup()
    {
        m_ours.reset();
        m_daemon.reset();
        m_bus.reset();
    }

    void withoutAServiceNothingIsAvailable()
    {
        m_ours = std::make_unique<DBusNotifications>(m_bus->connectAs(u"client"_s));
        QVERIFY(!m_ours->isAvailable());
        m_ours->show({u"ana"_s, u"Ana"_s, u"Hello"_s});
        startDaemon();
        QTRY_VERIFY(m_ours->isAvailable());
        QVERIFY(m_daemon->notified.isEmpty());
    }

    void aServiceThatGoesIsNoLongerAvailable()
    {
        start();
        m_desktop->unregisterService(name);
        QTRY_VERIFY(!m_ours->isAvailable());
    }

    void aNotificationOffersToOpenToAnswerAndToMark()
    {
        start();
        m_ours->show({u"ana"_s, u"Ana"_s, u"1 < 2 & more"_s, QImage(8, 8, QImage::Format_ARGB32), true});
        QTRY_COMPARE(m_daemon->notified.size(), 1);
        const Notified &shown = m_daemon->notified.first();
        QCOMPARE(shown.title, u"Ana"_s);
        QCOMPARE(shown.body, u"1 < 2 & more"_s);
        QVERIFY(shown.actions.contains(u"default"_s));
        QVERIFY(shown.actions.contains(u"inline-reply"_s));
        QVERIFY(shown.actions.contains(u"mark-read"_s));
        QCOMPARE(shown.hints.value(u"desktop-entry"_s).toString(), u"org.hearth.Hearth"_s);
        QVERIFY(shown.hints.contains(u"image-data"_s));
    }

    void aDesktopThatCannotAnswerIsNotAskedTo()
    {
        m_daemon->capabilities = {u"actions"_s};
        start();
        m_ours->show({u"ana"_s, u"Ana"_s, u"Hello"_s, {}, true});
        QTRY_COMPARE(m_daemon->notified.size(), 1);
        QVERIFY(!m_daemon->notified.first().actions.contains(u"inline-reply"_s));
    }

    void wordsAreNoMarkup()
    {
        m_daemon->capabilities << u"body-markup"_s;
        start();
        m_ours->show({u"ana"_s, u"Ana"_s, u"<b>1 & 2</b>"_s});
        QTRY_COMPARE(m_daemon->notified.size(), 1);
        QCOMPARE(m_daemon->notified.first().body, u"&lt;b&gt;1 &amp; 2&lt;/b&gt;"_s);
    }

    void aNewOneTakesThePlaceOfTheOneBefore()
    {
        start();
        m_ours->show({u"ana"_s, u"Ana"_s, u"one"_s});
        m_ours->show({u"ana"_s, u"Ana"_s, u"two"_s}); // the first has no id yet
        m_ours->show({u"li"_s, u"Li"_s, u"hi"_s});
        QTRY_COMPARE(m_daemon->notified.size(), 3);
        QList<uint> ofAna;
        for (const Notified &shown : std::as_const(m_daemon->notified)) {
            if (shown.title == u"Ana"_s)
                ofAna << shown.id;
        }
        QCOMPARE(ofAna.size(), 2);
        QCOMPARE(ofAna.first(), ofAna.last());
    }

    void whatIsWithdrawnIsClosedAlsoBeforeItHasAnId()
    {
        start();
        m_ours->show({u"ana"_s, u"Ana"_s, u"one"_s});
        m_ours->withdraw(u"ana"_s);
        QTRY_COMPARE(m_daemon->closed.size(), 1);
        QCOMPARE(m_daemon->closed.first(), m_daemon->notified.first().id);
    }

    void pressingItOpensWithTheTokenOfTheDesktop()
    {
        start();
        const QSignalSpy activated(m_ours.get(), &NotificationService::activated);
        const uint id = showOne();
        Q_EMIT m_daemon->ActivationToken(id, u"token-7"_s);
        Q_EMIT m_daemon->ActionInvoked(id, u"default"_s);
        QTRY_COMPARE(activated.count(), 1);
        QCOMPARE(activated.first(), (QVariantList{u"ana"_s, u"token-7"_s}));
    }

    void anAnswerAndAMarkAreHandedOn()
    {
        start();
        const QSignalSpy replied(m_ours.get(), &NotificationService::replied);
        const QSignalSpy marked(m_ours.get(), &NotificationService::readRequested);
        const uint id = showOne();
        Q_EMIT m_daemon->NotificationReplied(id, u"On my way"_s);
        Q_EMIT m_daemon->ActionInvoked(id, u"mark-read"_s);
        QTRY_COMPARE(replied.count(), 1);
        QCOMPARE(replied.first(), (QVariantList{u"ana"_s, u"On my way"_s}));
        QTRY_COMPARE(marked.count(), 1);
    }

    void notificationsOfOthersAreNobodysBusiness()
    {
        start();
        const QSignalSpy activated(m_ours.get(), &NotificationService::activated);
        const uint id = showOne();
        Q_EMIT m_daemon->ActionInvoked(id + 7, u"default"_s);
        Q_EMIT m_daemon->ActionInvoked(id, u"default"_s);
        QTRY_COMPARE(activated.count(), 1);
    }

    void theEndOfTheProgramTakesThemAway()
    {
        start();
        const uint id = showOne();
        const QSignalSpy activated(m_ours.get(), &NotificationService::activated);
        Q_EMIT m_daemon->ActionInvoked(id, u"default"_s);
        QTRY_COMPARE(activated.count(), 1); // so the answer with the id has come, too
        m_ours.reset();
        QTRY_COMPARE(m_daemon->closed, QList<uint>{id});
    }

    void theLauncherShowsTheCount()
    {
        BadgeListener listener;
        QDBusConnection dock = m_bus->connectAs(u"dock"_s);
        QVERIFY(dock.connect({}, {}, u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s, &listener,
                             SLOT(update(QDBusMessage))));
        UnityBadge badge(m_bus->connectAs(u"client"_s));
        QTRY_VERIFY(
            (badge.setCount(3), listener.count == 3)); // the dock's wish may come later than the first
        QVERIFY(listener.visible);
        badge.setCount(0);
        QTRY_VERIFY(!listener.visible);
    }

private:
    void startDaemon()
    {
        m_desktop = std::make_unique<QDBusConnection>(m_bus->connectAs(u"desktop"_s));
        QVERIFY(m_desktop->registerObject(
            path, m_daemon.get(), QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(m_desktop->registerService(name));
    }

    void start()
    {
        startDaemon();
        m_ours = std::make_unique<DBusNotifications>(m_bus->connectAs(u"client"_s));
        QTRY_VERIFY(m_ours->isAvailable());
    }

    uint showOne()
    {
        m_ours->show({u"ana"_s, u"Ana"_s, u"one"_s});
        [this] { QTRY_COMPARE(m_daemon->notified.size(), 1); }();
        return m_daemon->notified.last().id;
    }

    std::unique_ptr<PrivateBus> m_bus;
    std::unique_ptr<NotificationDaemon> m_daemon;
    std::unique_ptr<QDBusConnection> m_desktop;
    std::unique_ptr<DBusNotifications> m_ours;
};

QTEST_GUILESS_MAIN(TestDBusNotifications)
#include "tst_dbusnotifications.moc"
