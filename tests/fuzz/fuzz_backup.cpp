// SPDX-License-Identifier: Apache-2.0
#include "app/archive.h"
#include "app/manifest.h"
#include "fuzz/fuzz.h"

#include <QBuffer>
#include <QTemporaryFile>

using namespace Hearth;

namespace {

// A manifest that is understood means the same after it was written and read again.
void checkManifest(const QByteArray &bytes)
{
    const auto manifest = readManifest(bytes);
    if (!manifest) {
        Fuzz::require(manifest.error().code == ErrorCode::PreconditionFailed);
        return;
    }
    const QByteArray once = writeManifest(*manifest);
    const auto again = readManifest(once);
    Fuzz::require(again && writeManifest(*again) == once);
}

// Nothing in an archive leads out of the place where it is put.
void checkArchive(const QString &path)
{
    ArchiveReader archive(path);
    if (!archive.open())
        return;
    while (true) {
        const auto name = archive.next();
        if (!name || !*name)
            return;
        const QString &text = **name;
        Fuzz::require(!text.startsWith(u'/') && !text.contains(u'\\') && !text.contains(QChar(0)));
        for (const QString &step : text.split(u'/'))
            Fuzz::require(!step.isEmpty() && !step.startsWith(u'.'));
        QBuffer content;
        content.open(QIODevice::WriteOnly);
        const auto file = archive.read(&content);
        if (!file)
            return;
        Fuzz::require(file->size == content.size() && file->sha256.size() == 64);
    }
}

} // namespace

// The parts of a backup, which may have been anywhere since it was made.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static QTemporaryFile file;
    const QByteArray bytes = Fuzz::bytes(data, size);
    checkManifest(bytes);
    if (!file.isOpen() && !file.open())
        return 0;
    file.resize(0);
    file.seek(0);
    file.write(bytes);
    file.flush();
    checkArchive(file.fileName());
    return 0;
}
