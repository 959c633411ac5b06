// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QObject>

namespace Hearth {

// What pops up on the desktop. One with the tag of an earlier one takes its place.
struct DesktopNotification {
    QString tag;
    QString title;
    QString body; // plain text
    QImage picture = {};
    bool canReply = false; // to be answered there, where the desktop can do that

    bool operator==(const DesktopNotification &) const = default;
};

// Shows notifications in the way of the desktop. Never blocks.
class NotificationService : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual bool isAvailable() const = 0; // may change while the program runs
    virtual void show(const DesktopNotification &notification) = 0;
    virtual void withdraw(const QString &tag) = 0; // what is not shown is none of its business

Q_SIGNALS:
    // `activationToken` lets the window come to the front (XDG activation); empty where none is needed.
    void activated(const QString &tag, const QString &activationToken);
    void replied(const QString &tag, const QString &text);
    void readRequested(const QString &tag);
};

} // namespace Hearth
