// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/filecache.h"
#include "core/filetransport.h"
#include "core/transferstates.h"
#include "core/turns.h"

namespace Hearth {

// Contents that are fetched into the cache, two at a time.
class Downloads
{
public:
    Downloads(FileTransport &transport, FileCache &cache, TransferStates &states)
        : m_transport(transport)
        , m_cache(cache)
        , m_states(states)
    { }

    // The path of the contents. Those who ask for the same share one transfer.
    QCoro::Task<Result<QString>> contents(File file);
    QCoro::Task<Result<QString>> thumbnail(File file);
    void cancel(const QString &fileId); // of its contents
    void close();

    [[nodiscard]] static QString thumbnailKey(const QString &fileId);

private:
    struct Wanted {
        QString key;
        DownloadSource source;
        bool isSeen = false; // by people: its progress is told
    };
    struct Running {
        TransferPtr handle;
        QList<Answer<Result<QString>>> waiting;
    };
    QCoro::Task<Result<QString>> fetch(Wanted wanted);
    QCoro::Task<void> run(Wanted wanted, TransferPtr handle);
    [[nodiscard]] TransferPtr makeHandle(const Wanted &wanted);

    FileTransport &m_transport;
    FileCache &m_cache;
    TransferStates &m_states;
    Turns m_turns{2};
    QHash<QString, Running> m_running; // by key
    bool m_closed = false;
};

} // namespace Hearth
