// SPDX-License-Identifier: Apache-2.0
#include "platform/desktop.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QPointer>
#include <QSaveFile>

#import <AppKit/AppKit.h>
#import <UserNotifications/UserNotifications.h>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// A property list that launchd reads when the person signs in.
class LaunchAgent : public Autostart
{
public:
    explicit LaunchAgent(QStringList command)
        : m_command(std::move(command))
    { }

    [[nodiscard]] bool isEnabled() const override { return QFile::exists(path()); }

    Result<void> setEnabled(bool enabled) override
    {
        if (!enabled)
            return !QFile::exists(path()) || QFile::remove(path()) ? Result<void>() : notChanged();
        QDir().mkpath(QFileInfo(path()).path());
        QSaveFile file(path());
        if (!file.open(QIODevice::WriteOnly) || file.write(contents()) < 0 || !file.commit())
            return notChanged();
        return {};
    }

private:
    static QString path() { return QDir::homePath() + "/Library/LaunchAgents/org.hearth.Hearth.plist"_L1; }

    static tl::unexpected<Error> notChanged()
    {
        return fail(ErrorCode::Internal,
                    QCoreApplication::translate("LaunchAgent", "%1 could not be changed.").arg(path()));
    }

    [[nodiscard]] QByteArray contents() const
    {
        QString arguments;
        for (const QString &argument : m_command)
            arguments += "<string>"_L1 + argument.toHtmlEscaped() + "</string>"_L1;
        return u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
               "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" "
               "\"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n"
               "<plist version=\"1.0\"><dict><key>Label</key><string>org.hearth.Hearth</string>"
               "<key>ProgramArguments</key><array>%1</array><key>RunAtLoad</key><true/></dict></plist>\n"_s
                   .arg(arguments)
                   .toUtf8();
    }

    const QStringList m_command;
};

class DockBadge : public LauncherBadge
{
public:
    void setCount(int count) override
    {
        NSApp.dockTile.badgeLabel = count > 0 ? QString::number(count).toNSString() : nil;
    }
};

NSString *const withReply = @"conversation";
NSString *const replyAction = @"reply";
NSString *const readAction = @"read";

} // namespace

} // namespace Hearth

@interface HearthNotificationDelegate : NSObject <UNUserNotificationCenterDelegate>
- (instancetype)initWithService:(Hearth::NotificationService *)service;
@end

@implementation HearthNotificationDelegate {
    QPointer<Hearth::NotificationService> m_service;
}

- (instancetype)initWithService:(Hearth::NotificationService *)service
{
    if ((self = [super init]))
        m_service = service;
    return self;
}

// Also while the program is in front: what is looked at was not told in the first place.
- (void)userNotificationCenter:(UNUserNotificationCenter *)center
       willPresentNotification:(UNNotification *)notification
         withCompletionHandler:(void (^)(UNNotificationPresentationOptions))completionHandler
{
    completionHandler(UNNotificationPresentationOptionBanner | UNNotificationPresentationOptionList);
}

// Comes on any thread.
- (void)userNotificationCenter:(UNUserNotificationCenter *)center
    didReceiveNotificationResponse:(UNNotificationResponse *)response
             withCompletionHandler:(void (^)(void))completionHandler
{
    const QString tag = QString::fromNSString(response.notification.request.identifier);
    const QString action = QString::fromNSString(response.actionIdentifier);
    QString text;
    if ([response isKindOfClass:[UNTextInputNotificationResponse class]])
        text = QString::fromNSString(static_cast<UNTextInputNotificationResponse *>(response).userText);
    const QPointer<Hearth::NotificationService> service = m_service;
    QMetaObject::invokeMethod(qApp, [service, tag, action, text] {
        if (!service)
            return;
        if (action == QString::fromNSString(Hearth::replyAction))
            Q_EMIT service->replied(tag, text);
        else if (action == QString::fromNSString(Hearth::readAction))
            Q_EMIT service->readRequested(tag);
        else if (action == QString::fromNSString(UNNotificationDefaultActionIdentifier))
            Q_EMIT service->activated(tag, {});
    });
    completionHandler();
}
@end

namespace Hearth {

namespace {

class UserNotifications : public NotificationService
{
public:
    UserNotifications()
        : m_delegate([[HearthNotificationDelegate alloc] initWithService:this])
    {
        UNUserNotificationCenter *center = UNUserNotificationCenter.currentNotificationCenter;
        center.delegate = m_delegate;
        const auto words = [](const char *text) {
            return QCoreApplication::translate("UserNotifications", text).toNSString();
        };
        UNNotificationAction *reply =
            [UNTextInputNotificationAction actionWithIdentifier:replyAction
                                                          title:words(QT_TRANSLATE_NOOP("UserNotifications", "Reply"))
                                                        options:UNNotificationActionOptionNone];
        UNNotificationAction *read =
            [UNNotificationAction actionWithIdentifier:readAction
                                                 title:words(QT_TRANSLATE_NOOP("UserNotifications", "Mark as read"))
                                               options:UNNotificationActionOptionNone];
        UNNotificationCategory *category =
            [UNNotificationCategory categoryWithIdentifier:withReply
                                                   actions:@[ reply, read ]
                                         intentIdentifiers:@[]
                                                   options:UNNotificationCategoryOptionNone];
        [center setNotificationCategories:[NSSet setWithObject:category]];
        const QPointer<UserNotifications> self(this);
        [center requestAuthorizationWithOptions:UNAuthorizationOptionAlert | UNAuthorizationOptionSound
                              completionHandler:^(BOOL granted, NSError *) {
                                  QMetaObject::invokeMethod(qApp, [self, granted] {
                                      if (self)
                                          self->m_granted = granted;
                                  });
                              }];
    }

    ~UserNotifications() override
    {
        UNUserNotificationCenter.currentNotificationCenter.delegate = nil;
        [m_delegate release];
    }

    [[nodiscard]] bool isAvailable() const override { return m_granted; }

    void show(const DesktopNotification &notification) override
    {
        UNMutableNotificationContent *content = [[[UNMutableNotificationContent alloc] init] autorelease];
        content.title = notification.title.toNSString();
        content.body = notification.body.toNSString();
        content.threadIdentifier = notification.tag.toNSString();
        if (notification.canReply)
            content.categoryIdentifier = withReply;
        UNNotificationRequest *request = [UNNotificationRequest requestWithIdentifier:notification.tag.toNSString()
                                                                              content:content
                                                                              trigger:nil];
        [UNUserNotificationCenter.currentNotificationCenter addNotificationRequest:request withCompletionHandler:nil];
    }

    void withdraw(const QString &tag) override
    {
        NSArray<NSString *> *tags = @[ tag.toNSString() ];
        UNUserNotificationCenter *center = UNUserNotificationCenter.currentNotificationCenter;
        [center removePendingNotificationRequestsWithIdentifiers:tags];
        [center removeDeliveredNotificationsWithIdentifiers:tags];
    }

private:
    HearthNotificationDelegate *const m_delegate; // owned
    bool m_granted = false;
};

} // namespace

std::unique_ptr<Autostart> desktopAutostart(const QStringList &command)
{
    return std::make_unique<LaunchAgent>(command);
}

std::unique_ptr<LauncherBadge> desktopBadge()
{
    return std::make_unique<DockBadge>();
}

// Only a program in a bundle may ask for the notification centre.
std::unique_ptr<NotificationService> desktopNotifications()
{
    if (!NSBundle.mainBundle.bundleIdentifier)
        return nullptr;
    return std::make_unique<UserNotifications>();
}

} // namespace Hearth
