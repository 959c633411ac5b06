// SPDX-License-Identifier: Apache-2.0
#include "app/settings.h"
#include "app/settingvalues.h"

#include <QStandardPaths>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;
using namespace SettingValues;

namespace {

QString defaultDataDir()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/hearth-server"_L1;
}

} // namespace

std::vector<Setting> serverSettings()
{
    using C = Config &;
    using T = const QString &;
    return {
        {u"port"_s,
         u"port"_s,
         u"NUMBER"_s,
         u"9097"_s,
         u"TCP port to listen on; 0 takes any free one"_s,
         [](C c, T t) { return number(t, 0, 65535, c.port); },
         Setting::Flag::Yes,
         {u"server.http_port"_s, u"server.port"_s}},
        {u"host"_s,
         u"host"_s,
         u"ADDRESS"_s,
         u"127.0.0.1"_s,
         u"IP address to listen on; * is all of them"_s,
         [](C c, T t) { return address(t, c.host); },
         Setting::Flag::Yes,
         {u"server.host"_s}},
        {u"data_dir"_s, u"data-dir"_s, u"FOLDER"_s, defaultDataDir(),
         u"Where the embedded database and the signing key are kept"_s,
         [](C c, T t) { return path(t, c.dataDir); }},
        {u"database.url"_s,
         u"database-url"_s,
         u"URL"_s,
         {},
         u"postgres://user:password@host:port/name or sqlite:path. Default: sqlite:hearth.db in the data folder"_s,
         [](C c, T t) { return anyText(t, c.databaseUrl); }},
        {u"database.pool"_s,
         u"database-pool"_s,
         u"NUMBER"_s,
         u"4"_s,
         u"Connections that read at the same time"_s,
         [](C c, T t) { return number(t, 1, 64, c.databasePool); },
         Setting::Flag::Yes,
         {u"database.max_connections"_s, u"database.max_open_conns"_s}},
        {u"database.host"_s,
         u"database-host"_s,
         u"NAME"_s,
         {},
         u"Instead of the URL: host of PostgreSQL, and what follows"_s,
         [](C c, T t) { return anyText(t, c.databaseParts.host); }},
        {u"database.port"_s,
         u"database-port"_s,
         u"NUMBER"_s,
         {},
         u"Its port. Default: 5432"_s,
         [](C c, T t) { return number(t, 1, 65535, c.databaseParts.port); }},
        {u"database.name"_s,
         u"database-name"_s,
         u"NAME"_s,
         {},
         u"Database"_s,
         [](C c, T t) { return anyText(t, c.databaseParts.name); },
         Setting::Flag::Yes,
         {u"database.dbname"_s, u"database.database"_s}},
        {u"database.user"_s,
         u"database-user"_s,
         u"NAME"_s,
         {},
         u"User of the database"_s,
         [](C c, T t) { return anyText(t, c.databaseParts.user); },
         Setting::Flag::Yes,
         {u"database.username"_s}},
        {u"database.password"_s,
         u"database-password"_s,
         u"TEXT"_s,
         {},
         u"Password of that user"_s,
         [](C c, T t) { return anyText(t, c.databaseParts.password); },
         Setting::Flag::No},
        {u"database.sslmode"_s,
         u"database-sslmode"_s,
         u"MODE"_s,
         {},
         u"As libpq takes it: disable, prefer, require, verify-ca or verify-full"_s,
         [](C c, T t) { return anyText(t, c.databaseParts.sslMode); },
         Setting::Flag::Yes,
         {u"database.ssl_mode"_s}},
        {u"retention.messages"_s, u"retention-messages"_s, u"TIME"_s, u"off"_s,
         u"Age at which messages are removed for good, like 365d; off keeps them"_s,
         [](C c, T t) { return daysOrOff(t, c.messageAge); }},
        {u"log.level"_s,
         u"log-level"_s,
         u"LEVEL"_s,
         u"info"_s,
         u"debug, info, warning or error"_s,
         [](C c, T t) { return logLevel(t, c.logLevel); },
         Setting::Flag::Yes,
         {u"logging.level"_s}},
        {u"log.format"_s,
         u"log-format"_s,
         u"FORMAT"_s,
         u"console"_s,
         u"console, or json: one object per line"_s,
         [](C c, T t) { return logFormat(t, c.logFormat); },
         Setting::Flag::Yes,
         {u"logging.format"_s}},
    };
}

} // namespace Hearth
