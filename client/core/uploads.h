// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/filecache.h"
#include "core/filetransport.h"
#include "core/pauses.h"
#include "core/transferstates.h"
#include "core/turns.h"

#include <QHash>

namespace Hearth {

class Connection;
class LocalStore;

// The files that messages of the outbox wait for. Each is copied into a folder of the account first, so that
// it outlasts the original and a restart; then it is brought to the server, two at a time and for as long as
// it takes.
class Uploads : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        FileTransport &transport;
        FileCache &cache;
        TransferStates &states;
        LocalStore &store;
        Connection &connection;
        const Timing &timing;
    };

    Uploads(Parts parts, QString folder);

    // What is in the outbox at the start; copies of anything else are left over and go.
    void load(const QList<OutgoingAttachment> &attachments);

    void start(const OutgoingAttachment &attachment); // or goes on; harmless when it is under way
    void setLimit(std::optional<qint64> bytes) { m_limit = bytes; } // of one file, as the server says
    [[nodiscard]] std::optional<qint64> limit() const { return m_limit; }
    [[nodiscard]] QString path(const QString &id) const; // of what there is of it here; or empty

    // Their message was sent, or is not wanted any more. What the server has stays in the cache.
    void retire(const QList<OutgoingAttachment> &attachments);
    void close(); // nothing is under way afterwards

Q_SIGNALS:
    void copied(const QString &id);
    void uploaded(const QString &id, const QString &fileId);
    void failed(const QString &id, const Error &error); // for good, unless it is started again
    void retired(const QString &id, const QString &fileId); // known by the server's id from now on

private:
    QCoro::Task<void> run(OutgoingAttachment attachment, TransferPtr handle);
    QCoro::Task<Result<QString>> bring(OutgoingAttachment attachment, TransferPtr handle);
    QCoro::Task<Result<void>> copy(OutgoingAttachment attachment);
    [[nodiscard]] QString placeOf(const QString &id) const { return m_folder + u'/' + id; }

    const Parts m_parts;
    const QString m_folder;
    std::optional<qint64> m_limit;
    Turns m_turns{2};
    Pauses m_pauses;
    QThreadPool m_copying;
    QHash<QString, TransferPtr> m_running;
    QHash<QString, QString> m_originals; // of what is not copied yet
    bool m_closed = false;
};

} // namespace Hearth
