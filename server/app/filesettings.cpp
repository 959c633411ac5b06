// SPDX-License-Identifier: Apache-2.0
#include "app/settings.h"
#include "app/settingvalues.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;
using namespace SettingValues;

std::vector<Setting> fileSettings()
{
    using C = Config &;
    using T = const QString &;
    return {
        {u"storage.type"_s, u"storage-type"_s, u"TYPE"_s, u"local"_s,
         u"Where the contents of files are kept: local or s3"_s,
         [](C c, T t) { return oneOf<StorageType>(t, c.storageType); }},
        {u"storage.path"_s,
         u"storage-path"_s,
         u"FOLDER"_s,
         {},
         u"Folder of files, and with s3 of uploads that are not complete. Default: files in the data folder"_s,
         [](C c, T t) { return path(t, c.storagePath); }},
        {u"storage.max_file_size"_s, u"max-file-size"_s, u"BYTES"_s, u"10485760"_s,
         u"The largest file that is taken"_s, [](C c, T t) { return bytes(t, 1, c.fileLimits.fileBytes); }},
        {u"storage.user_quota"_s, u"user-quota"_s, u"BYTES"_s, u"0"_s,
         u"What all files of one user may take; 0 is no limit"_s,
         [](C c, T t) { return bytes(t, 0, c.fileLimits.userBytes); }},
        {u"storage.s3_endpoint"_s,
         u"s3-endpoint"_s,
         u"URL"_s,
         {},
         u"Address of the S3 server"_s,
         [](C c, T t) { return endpoint(t, c.s3.endpoint); }},
        {u"storage.s3_region"_s, u"s3-region"_s, u"NAME"_s, u"us-east-1"_s, u"Region of the bucket"_s,
         [](C c, T t) { return keyText(t, c.s3.region); }},
        {u"storage.s3_bucket"_s,
         u"s3-bucket"_s,
         u"NAME"_s,
         {},
         u"Bucket of the files; it has to exist"_s,
         [](C c, T t) { return keyText(t, c.s3.bucket); }},
        {u"storage.s3_prefix"_s,
         u"s3-prefix"_s,
         u"TEXT"_s,
         {},
         u"What the keys of all objects begin with, like hearth/"_s,
         [](C c, T t) { return keyText(t, c.s3.prefix); }},
        {u"storage.s3_access_key"_s,
         u"s3-access-key"_s,
         u"TEXT"_s,
         {},
         u"Access key of the bucket"_s,
         [](C c, T t) { return anyText(t, c.s3.accessKey); }},
        {u"storage.s3_secret_key"_s,
         u"s3-secret-key"_s,
         u"TEXT"_s,
         {},
         u"Secret key of the bucket"_s,
         [](C c, T t) { return secret(t, c.s3.secretKey); },
         Setting::Flag::No},
        {u"storage.s3_secret_key_file"_s,
         u"s3-secret-key-file"_s,
         u"FILE"_s,
         {},
         u"File with the secret key of the bucket"_s,
         [](C c, T t) { return path(t, c.s3SecretKeyFile); }},
    };
}

} // namespace Hearth
