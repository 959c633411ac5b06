// SPDX-License-Identifier: Apache-2.0
#include "app/manifest.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

template<>
inline constexpr std::array enumNames<DatabaseConfig::Backend>{QLatin1StringView("sqlite"),
                                                               QLatin1StringView("postgresql")};

template<typename F, typename T>
requires std::is_same_v<std::remove_const_t<T>, ArchivedFile>
void describe(F &f, T &v)
{
    f.required("name", v.name);
    f.required("size", v.size);
    f.required("sha256", v.sha256);
}

namespace {

// The same as it stands in JSON.
struct ManifestFields {
    int format = 0;
    Timestamp createdAt = {};
    QString serverVersion;
    DatabaseConfig::Backend backend = DatabaseConfig::Backend::Sqlite;
    int schemaVersion = 0;
    QString epoch;
    QJsonObject rows;
    bool withKeys = false;
    bool withFiles = true;
    QList<ArchivedFile> entries;
};

template<typename F, typename T>
requires std::is_same_v<std::remove_const_t<T>, ManifestFields>
void describe(F &f, T &v)
{
    f.required("format", v.format);
    f.required("created_at", v.createdAt);
    f.required("server_version", v.serverVersion);
    f.required("database", v.backend);
    f.required("schema_version", v.schemaVersion);
    f.required("epoch", v.epoch);
    f.required("rows", v.rows);
    f.required("with_keys", v.withKeys);
    f.required("with_files", v.withFiles);
    f.required("entries", v.entries);
}

} // namespace

QString Manifest::databaseEntry() const
{
    return backend == DatabaseConfig::Backend::Sqlite ? u"database.sqlite"_s : u"database.pgdump"_s;
}

QByteArray writeManifest(const Manifest &manifest)
{
    QJsonObject rows;
    for (auto it = manifest.database.rows.begin(); it != manifest.database.rows.end(); ++it)
        rows.insert(it.key(), it.value());
    return toJson(ManifestFields{manifest.format, manifest.createdAt, manifest.serverVersion,
                                 manifest.backend, manifest.database.schemaVersion, manifest.database.epoch,
                                 rows, manifest.withKeys, manifest.withFiles, manifest.entries})
        + '\n';
}

Result<Manifest> readManifest(const QByteArray &json)
{
    const auto fields = parse<ManifestFields>(json);
    if (!fields)
        return fail(ErrorCode::PreconditionFailed,
                    u"The manifest of the backup cannot be read: "_s + fields.error().detail);
    if (fields->format > Manifest::currentFormat)
        return fail(ErrorCode::PreconditionFailed,
                    u"The backup was made by a newer hearth-server (%1)."_s.arg(fields->serverVersion));
    Manifest manifest{fields->format,   fields->createdAt, fields->serverVersion, fields->backend, {},
                      fields->withKeys, fields->withFiles, fields->entries};
    manifest.database = {fields->schemaVersion, fields->epoch, {}};
    for (auto it = fields->rows.begin(); it != fields->rows.end(); ++it)
        manifest.database.rows.insert(it.key(), it.value().toInteger(-1));
    return manifest;
}

} // namespace Hearth
