// SPDX-License-Identifier: Apache-2.0
#include "app/doctor.h"

#include "app/commands.h"
#include "app/hostchecks.h"
#include "wire/jsonwriter.h"

#include <QFileInfo>
#include <QLocale>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

bool othersMayRead(const QString &path)
{
    return (QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther)) != 0;
}

Finding examineSettings(const Config &config)
{
    const QString source = config.file.isEmpty() ? u"defaults, flags and environment"_s : config.file;
    if (!config.warnings.isEmpty())
        return {u"settings"_s, Verdict::Warn, config.warnings.join(u' '),
                u"Change what the warning names."_s};
    return {u"settings"_s, Verdict::Ok, source};
}

// The settings may hold the password of the database and the secret of external tokens.
Finding examineSecretsInSettings(const Config &config)
{
    const bool holdsSecrets = (!config.jwtSecret.isEmpty() && config.jwtSecretFile.isEmpty())
        || !config.database.password.isEmpty();
    if (config.file.isEmpty() || !holdsSecrets || !othersMayRead(config.file))
        return {u"secrets"_s, Verdict::Ok, u"not readable for others in the settings"_s};
    return {u"secrets"_s, Verdict::Warn, config.file + u" may hold a password, and others can read it"_s,
            u"chmod 640, owned by root and the group of the server's user; or use the environment."_s};
}

QList<Finding> examineKeyFile(const QString &check, const QString &path, const QString &whenMissing)
{
    const QFileInfo file(path);
    if (!file.exists())
        return {{check, Verdict::Ok, whenMissing}};
    if (!file.isReadable())
        return {{check, Verdict::Fail, path + u" cannot be read"_s,
                 u"Run this as the server's user; if it is that already: chown the file to it."_s}};
    if (othersMayRead(path))
        return {{check, Verdict::Fail, path + u" can be read by others, who could sign in as anybody"_s,
                 u"chmod 600 %1, then make a new one: it may be known."_s.arg(path)}};
    return {{check, Verdict::Ok, path}};
}

// Asks for what is not there: a server that says so has understood the signature and knows the bucket.
Finding examineBucket(const S3Config &config)
{
    const QString place = config.endpoint + u'/' + config.bucket;
    S3Request request;
    request.key = u"doctor"_s;
    const S3Answer answer = S3Client(config).run(request);
    if (answer.status == 200 || (answer.status == 404 && !answer.body.contains("NoSuchBucket")))
        return {u"files"_s, Verdict::Ok, place};
    if (answer.status == 0)
        return {u"files"_s, Verdict::Fail, place + ": "_L1 + QString::fromUtf8(answer.fault),
                u"Look at storage.s3_endpoint, and whether this machine may connect to it."_s};
    return {u"files"_s, Verdict::Fail, u"%1 answers %2"_s.arg(place).arg(answer.status),
            answer.status == 404 ? u"Make the bucket: storage.s3_bucket names it."_s
                                 : u"Look at the keys in storage, their rights, and this machine's clock."_s};
}

Finding examineFiles(const Config &config)
{
    if (config.storageType == StorageType::S3)
        return examineBucket(config.s3);
    const QFileInfo folder(config.storagePath);
    if (folder.exists() && !(folder.isDir() && folder.isWritable()))
        return {u"files"_s, Verdict::Fail, config.storagePath + u" cannot be written"_s,
                u"The server's user must own it."_s};
    const auto free = freeSpace(config.storagePath); // it may be another disk than the data folder's
    if (free && *free <= lowSpace)
        return {u"files"_s, Verdict::Warn,
                u"%1, %2 left"_s.arg(config.storagePath, QLocale::c().formattedDataSize(*free)),
                u"Make room: without any, nobody can upload files."_s};
    return {u"files"_s, Verdict::Ok, config.storagePath};
}

Finding examineRegistration(const Config &config)
{
    const QString policy = toName(config.registration);
    if (config.registration != Registration::Open || config.host.isLoopback())
        return {u"registration"_s, Verdict::Ok, policy};
    return {u"registration"_s, Verdict::Warn, u"open to everybody who can reach this server"_s,
            u"Set auth.registration to invite or closed."_s};
}

} // namespace

QList<Finding> examine(const Config &config)
{
    QList<Finding> found{examineSettings(config), examineSecretsInSettings(config),
                         examineRegistration(config)};
    found += examineKeyFile(u"signing key"_s, config.signingKeyFile, u"made at the first start"_s);
    if (!config.jwtSecretFile.isEmpty())
        found += examineKeyFile(u"JWT secret"_s, config.jwtSecretFile, {});
    found += examineFolder(config.dataDir);
    found += examineFiles(config);
    found += inspectDatabase(config.database);
    found += examineListening(config.host, config.port);
    found += examineLimits();
    found += examineClock();
    return found;
}

void describe(JsonWriter &f, const Finding &v)
{
    f.required("check", v.check);
    f.required("verdict", v.verdict);
    f.required("detail", v.detail);
    if (!v.advice.isEmpty())
        f.required("advice", v.advice);
}

namespace {

struct Report {
    bool ok = true;
    QList<Finding> checks;
};

void describe(JsonWriter &f, const Report &v)
{
    f.required("ok", v.ok);
    f.required("checks", v.checks);
}

} // namespace

int reportFindings(const QList<Finding> &findings, bool asJson)
{
    const bool failed =
        std::ranges::any_of(findings, [](const Finding &one) { return one.verdict == Verdict::Fail; });
    if (asJson) {
        print(QString::fromUtf8(toJson(Report{!failed, findings})) + u'\n');
        return failed ? 1 : 0;
    }
    for (const Finding &one : findings) {
        print(u"%1  %2  %3\n"_s.arg(toName(one.verdict), -4).arg(one.check, -14).arg(one.detail));
        if (!one.advice.isEmpty())
            print(u"      → %1\n"_s.arg(one.advice));
    }
    return failed ? 1 : 0;
}

} // namespace Hearth
