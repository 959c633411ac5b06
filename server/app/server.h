// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/frames.h"
#include "api/ratelimits.h"
#include "app/accounts.h"
#include "app/readiness.h"
#include "app/requestlog.h"
#include "app/servermetrics.h"
#include "gateway/gateway.h"
#include "services/blockservice.h"
#include "services/conversationservice.h"
#include "services/erasureservice.h"
#include "services/exportservice.h"
#include "services/fileservice.h"
#include "services/memberservice.h"
#include "services/messageservice.h"
#include "services/notificationservice.h"
#include "services/presenceservice.h"
#include "services/receiptservice.h"
#include "services/reportservice.h"
#include "services/retentionservice.h"
#include "services/searchfeed.h"
#include "services/searchservice.h"
#include "services/syncservice.h"
#include "services/typingservice.h"
#include "services/userservice.h"

namespace Hearth {

// All parts of a running server, from the bottom to the top; each is given what it needs. They are taken down
// in the opposite order.
class Server
{
public:
    Server(const Config &config, std::unique_ptr<Accounts> accounts);
    Q_DISABLE_COPY_MOVE(Server)

    // Opens the database, migrates it, and listens. The port.
    [[nodiscard]] QCoro::Task<Result<quint16>> start();

    // Reads again the files that change while the server runs. What cannot be read stays as it was, and the
    // log says why.
    void reload();

    // Lets the clients go, finishes what was accepted and writes what is still in memory.
    [[nodiscard]] QCoro::Task<void> stop();

    [[nodiscard]] QStringList routes() const { return m_router.routes(); }

private:
    [[nodiscard]] Result<void> loadCertificate();
    void addRoutes(const Config &config);
    void connectMetrics();
    [[nodiscard]] ServerMetrics::Sources metricsSources();
    QCoro::Task<> countConversations();

    Metrics m_metrics; // outlives the database workers, which report to it
    RequestLog m_requestLog;
    std::unique_ptr<Accounts> m_accounts;
    ConversationStore m_conversationStore;
    MemberStore m_memberStore;
    MessageStore m_messageStore;
    ReceiptStore m_receiptStore;
    RetentionStore m_retentionStore;
    ExportStore m_exportStore;
    NotificationStore m_notificationStore;
    PresenceStore m_presenceStore;
    FileStore m_fileStore;
    TaskPool m_tasks;
    const std::unique_ptr<BlobStore> m_blobs;
    SearchStore m_searchStore;
    SearchIndexer m_searchIndexer;

    const TlsFiles m_tlsFiles;
    const GatewayConfig m_gatewayConfig;
    GatewayStats m_gatewayStats;
    RateLimits m_rateLimits;
    Hub m_hub;

    SearchFeed m_searchFeed;
    Memberships m_memberships;
    TypingService m_typing;
    ReceiptService m_receipts;
    PresenceService m_presence;
    NotificationService m_notifications;
    MessageService m_messages;
    ConversationService m_conversations;
    MemberService m_members;
    SyncService m_sync;
    UserService m_users;
    RetentionService m_retention;
    ExportService m_exports;
    FileService m_files;
    SearchService m_search;
    BlockService m_blocking;
    ReportStore m_reportStore;
    ReportService m_reports;
    ErasureService m_erasure;

    Readiness m_readiness;
    Router m_router;
    Frames m_frames;
    Gateway m_gateway;
    ServerMetrics m_serverMetrics;
    QTimer m_countTimer;
    std::optional<double> m_conversationCount; // some seconds old
};

} // namespace Hearth
