// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/avatarsource.h"

#include <QCache>
#include <QCoroTask>
#include <QHash>
#include <QThreadPool>
#include <QTimer>

namespace Hearth {

class Session;

// The pictures of the people and groups of one account: fetched through its file cache, decoded on another
// thread as discs of the size that is painted, and kept while there is room. What cannot be had is asked for
// again at the next connection.
class Avatars : public AvatarSource
{
    Q_OBJECT

public:
    static constexpr qint64 usualBytes = 8LL * 1024 * 1024;

    // Those of the account, which lives and goes with its session.
    [[nodiscard]] static Avatars &of(Session &session);

    explicit Avatars(Session &session, QObject *parent = nullptr, qint64 mostBytes = usualBytes);
    ~Avatars() override;

    QImage avatar(const QString &key, int pixels) override;

    [[nodiscard]] qint64 bytes() const { return m_images.totalCost(); }

private:
    struct Wish {
        QString key;
        QString file;
        int pixels = 0;
        bool operator==(const Wish &) const = default;
    };
    [[nodiscard]] QString fileOf(const QString &key);
    void lookAgain(const QString &key);
    void tryAgain();
    void next();
    void load(const Wish &wish);
    QCoro::Task<void> decode(Wish wish, QString path);
    void finish(const Wish &wish, const QImage &image);

    Session &m_session;
    QCache<QString, QImage> m_images; // by file and pixels; cost in bytes
    QHash<QString, QString> m_files; // by key; empty: there is none
    QHash<QString, QString> m_missing; // the key, by file
    QList<Wish> m_wishes; // the newest last
    QList<Wish> m_loading;
    QTimer m_soon; // not while somebody paints
    QThreadPool m_pool; // one thread
};

} // namespace Hearth
