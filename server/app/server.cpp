// SPDX-License-Identifier: Apache-2.0
#include "app/server.h"

#include "api/accounts.h"
#include "api/admin.h"
#include "api/auth.h"
#include "api/authentication.h"
#include "api/blocks.h"
#include "api/conversations.h"
#include "api/export.h"
#include "api/files.h"
#include "api/health.h"
#include "api/invites.h"
#include "api/members.h"
#include "api/messages.h"
#include "api/notifications.h"
#include "api/presence.h"
#include "api/receipts.h"
#include "api/reports.h"
#include "api/search.h"
#include "api/sessions.h"
#include "api/users.h"
#include "app/log.h"
#include "blobs/localblobstore.h"
#include "blobs/s3blobstore.h"

#include <QCoroSignal>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// docs/protocol.md, close codes
constexpr int sessionRevoked = 4501;
constexpr int userBanned = 4503;
constexpr std::chrono::seconds countInterval{60};

std::unique_ptr<BlobStore> blobStore(const Config &config, TaskPool &tasks)
{
    if (config.storageType == StorageType::S3)
        return std::make_unique<S3BlobStore>(config.s3);
    return std::make_unique<LocalBlobStore>(tasks, config.storagePath);
}

GatewayConfig gatewayConfig(const Config &config)
{
    GatewayConfig gateway;
    gateway.host = config.host;
    gateway.port = config.port;
    gateway.allowedOrigins = config.allowedOrigins;
    gateway.corsOrigins = config.corsOrigins;
    gateway.webSocketPath = config.webSocketPath;
    gateway.proxies = config.proxies;
    gateway.hstsSeconds = config.hstsSeconds;
    return gateway;
}

} // namespace

Server::Server(const Config &config, std::unique_ptr<Accounts> accounts)
    : m_accounts(std::move(accounts))
    , m_conversationStore(m_accounts->database)
    , m_memberStore(m_accounts->database)
    , m_messageStore(m_accounts->database)
    , m_receiptStore(m_accounts->database)
    , m_retentionStore(m_accounts->database)
    , m_exportStore(m_accounts->database)
    , m_notificationStore(m_accounts->database)
    , m_presenceStore(m_accounts->database)
    , m_fileStore(m_accounts->database)
    , m_tasks(std::max(2, QThread::idealThreadCount()))
    , m_blobs(blobStore(config, m_tasks))
    , m_searchStore(m_accounts->database)
    , m_searchIndexer(m_accounts->database)
    , m_tlsFiles(config.tls)
    , m_gatewayConfig(gatewayConfig(config))
    , m_rateLimits(config.rateLimits)
    , m_hub(m_gatewayConfig, m_gatewayStats)
    , m_searchFeed(m_hub, m_searchIndexer)
    , m_memberships(m_conversationStore, m_accounts->blocks)
    , m_typing(m_memberships, m_hub)
    , m_receipts(m_memberships, m_messageStore, m_receiptStore, m_accounts->privacy, m_hub)
    , m_presence(m_presenceStore, m_accounts->privacy, m_accounts->blocks, m_hub)
    , m_notifications(m_notificationStore, m_hub)
    , m_messages(m_memberships, m_messageStore, m_receipts, m_typing, m_notifications, m_searchFeed)
    , m_conversations(m_conversationStore, m_accounts->users, m_memberships, m_receipts, m_typing, m_presence,
                      m_hub)
    , m_members(m_memberships, m_memberStore, m_accounts->users, m_receipts, m_typing, m_presence, m_hub)
    , m_sync(m_memberships, m_conversationStore, m_receipts)
    , m_users(m_accounts->users, m_presence)
    , m_retention(m_retentionStore, m_hub, config.messageAge)
    , m_exports(m_exportStore)
    , m_files(m_fileStore, *m_blobs, m_tasks, m_conversations, config.storagePath + "/incoming"_L1,
              config.fileLimits)
    , m_search(m_searchStore)
    , m_blocking(m_accounts->blockStore, m_accounts->blocks, m_presence)
    , m_reportStore(m_accounts->database)
    , m_reports(m_reportStore, m_accounts->users, m_messages)
    , m_erasure({m_accounts->accounts, m_accounts->accountStore, m_messageStore, m_members, m_conversations,
                 m_accounts->access, m_accounts->privacy, m_users, m_hub})
    , m_readiness(m_accounts->database, config.dataDir)
    , m_router(bearerAuthentication(m_accounts->auth))
    , m_frames({m_users, m_messages, m_receipts, m_typing, m_presence, m_sync,
                [&auth = m_accounts->auth](QByteArray token) { return auth.authenticate(std::move(token)); },
                [&database = m_accounts->database] { return database.epoch(); },
                QStringLiteral(HEARTH_VERSION), m_gatewayConfig.heartbeat, config.fileLimits.fileBytes},
               m_hub)
    , m_gateway(m_gatewayConfig, m_gatewayStats, m_hub, m_router,
                limited(bearerAuthentication(m_accounts->auth), m_rateLimits))
    , m_serverMetrics(m_metrics, metricsSources())
{
    m_hub.setHandler(&m_frames);
    m_hub.setRateLimits(&m_rateLimits);
    m_router.setRateLimits(&m_rateLimits);
    m_accounts->access.setObserver([this](const AccessEnd &end) {
        if (end.session)
            m_hub.closeSession(*end.session, sessionRevoked, u"This session has ended."_s);
        else if (end.banned)
            m_hub.closeUser(end.user, userBanned, u"This account is banned."_s);
        else
            m_hub.closeUser(end.user, sessionRevoked, u"This account is disabled."_s);
    });
    m_accounts->auth.setProfileObserver([this](const User &user) { m_presence.tellProfile(user); });
    m_accounts->privacy.setPresenceObserver([this](const UserId &user) { m_presence.tell(user); });
    m_accounts->admin.setOnlineCounter([this] { return m_presence.connectedUsers(); });
    addRoutes(config);
    connectMetrics();
}

void Server::addRoutes(const Config &config)
{
    addHealthRoutes(m_router,
                    {[this] { return m_readiness.dependencies(); }, [this] { return m_serverMetrics.text(); },
                     config.metricsNetworks, config.metricsToken, QStringLiteral(HEARTH_VERSION)});
    addAuthRoutes(m_router, m_accounts->auth, m_accounts->sessions);
    addSessionRoutes(m_router, m_accounts->sessions);
    addAccountRoutes(m_router, m_accounts->accounts, m_erasure, m_users);
    addBlockRoutes(m_router, m_blocking);
    addAdminRoutes(m_router, m_accounts->admin, m_erasure);
    addInviteRoutes(m_router, m_accounts->inviteService);
    addReportRoutes(m_router, m_reports);
    addPresenceRoutes(m_router, m_presence);
    addExportRoutes(m_router, m_exports);
    addUserRoutes(m_router, m_users);
    addConversationRoutes(m_router, m_conversations, m_sync, m_typing);
    addMemberRoutes(m_router, m_members);
    addFileRoutes(m_router, m_files, m_users);
    addMessageRoutes(m_router, m_messages, m_receipts);
    addReceiptRoutes(m_router, m_receipts);
    addNotificationRoutes(m_router, m_notifications);
    addSearchRoutes(m_router, m_search);
}

void Server::connectMetrics()
{
    m_accounts->database.setObserver([this](const char *lane, std::chrono::nanoseconds duration) {
        m_metrics.databaseWork(lane, duration);
    });
    m_messages.setObserver([this](std::chrono::nanoseconds duration) {
        m_metrics.messagesSent.add();
        m_metrics.messageLatency.observe(duration);
    });
    m_router.setObserver([this](const HandledRequest &handled) {
        m_metrics.httpRequest(handled.request.method, handled.route.toUtf8(), handled.status,
                              handled.duration);
        m_requestLog.note(handled);
    });
    m_frames.setObserver([this](const HandledFrame &handled) { m_requestLog.note(handled); });
    QObject::connect(&m_countTimer, &QTimer::timeout, &m_countTimer, [this] { countConversations(); });
}

ServerMetrics::Sources Server::metricsSources()
{
    return {m_gatewayStats,
            m_rateLimits,
            [this] { return double(m_presence.connectedUsers()); },
            [this] { return double(m_messageStore.queued()); },
            [this] { return m_accounts->database.isAvailable(); },
            [this] { return m_conversationCount; }};
}

// Now and then, and not whenever metrics are read: it is not for nothing in a large database.
QCoro::Task<> Server::countConversations()
{
    const auto count = co_await m_conversationStore.count();
    if (count)
        m_conversationCount = double(*count);
}

QCoro::Task<Result<quint16>> Server::start()
{
    if (auto loaded = loadCertificate(); !loaded)
        co_return fail(loaded.error());
    const auto opened = co_await m_accounts->database.open();
    if (!opened)
        co_return fail(opened.error());
    if (const auto noted = co_await m_notifications.noteMissed(); !noted)
        co_return fail(noted.error());
    if (auto watching = co_await m_accounts->watch.start(); !watching)
        co_return fail(std::move(watching.error()));
    m_erasure.start();
    m_readiness.start();
    m_retention.start();
    m_files.start();
    m_searchIndexer.start();
    co_await countConversations();
    m_countTimer.start(countInterval);
    co_return m_gateway.listen();
}

Result<void> Server::loadCertificate()
{
    if (m_tlsFiles.isOff())
        return {};
    return loadTls(m_tlsFiles).map([this](const QSslConfiguration &tls) { m_gateway.setTls(tls); });
}

void Server::reload()
{
    if (const auto loaded = loadCertificate(); !loaded)
        qCCritical(lcApp).noquote() << "reload_failed: the former certificate stays."
                                    << loaded.error().detail;
    else
        qCInfo(lcApp) << "reloaded";
}

QCoro::Task<void> Server::stop()
{
    m_retention.stop();
    auto drained = qCoro(&m_gateway, &Gateway::drained);
    m_gateway.drain();
    co_await drained;
    if (const auto flushed = co_await m_receipts.flush(); !flushed)
        qCWarning(lcApp).noquote() << "receipts_lost reason=" << flushed.error().detail;
    if (const auto flushed = co_await m_notifications.flush(); !flushed) // the next start makes up for it
        qCWarning(lcApp).noquote() << "notifications_late reason=" << flushed.error().detail;
    co_await m_presence.stop();
    m_searchIndexer.stop();
    // What was begun before is answered before this: nobody is left waiting.
    const auto nothing = [](Sql &) -> Result<void> { return {}; };
    do {
        co_await m_accounts->database.write(nothing);
    } while (m_messageStore.queued() > 0 && m_accounts->database.isAvailable());
    co_await m_accounts->database.writeLater(nothing);
    co_await m_accounts->database.read(nothing);
}

} // namespace Hearth
