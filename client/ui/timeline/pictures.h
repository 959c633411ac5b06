// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/timeline/attachmentsource.h"

#include <QCache>
#include <QCoroTask>
#include <QThreadPool>
#include <QTimer>

namespace Hearth {

class Session;

// The pictures of one account for one timeline: fetched, decoded at the size of their box on other threads,
// two at a time, newest wish first, and kept while there is room.
class Pictures : public AttachmentSource
{
    Q_OBJECT

public:
    static constexpr qint64 usualBytes = 32LL * 1024 * 1024; // two timelines are seen at a time

    explicit Pictures(Session &session, QObject *parent = nullptr, qint64 mostBytes = usualBytes);
    ~Pictures() override;

    QImage picture(const File &file, QSize box, qreal ratio) override;
    [[nodiscard]] bool isMissing(const QString &fileId) const override { return m_missing.contains(fileId); }
    [[nodiscard]] Transfer transfer(const QString &fileId) const override;
    void setInSight(const QSet<QString> &fileIds) override;

    [[nodiscard]] qint64 bytes() const { return m_images.totalCost(); }

private:
    struct Wish {
        File file;
        QSize pixels;
        qreal ratio = 1;
    };
    void next();
    void load(const Wish &wish);
    QCoro::Task<void> decode(Wish wish, QString path);
    void finish(const Wish &wish, const QImage &image);
    void forgetMissing(const QString &fileId);
    void rename(const QString &from, const QString &to);

    Session &m_session;
    QCache<QString, QImage> m_images; // by id; cost in bytes
    QList<Wish> m_wishes; // the newest last
    QSet<QString> m_loading;
    QSet<QString> m_missing;
    QTimer m_soon; // not while somebody paints
    QThreadPool m_pool;
};

} // namespace Hearth
