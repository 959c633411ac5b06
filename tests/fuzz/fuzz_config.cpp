// SPDX-License-Identifier: Apache-2.0
#include "app/settings.h"
#include "app/yamlfile.h"
#include "fuzz/fuzz.h"

#include <QTemporaryFile>

using namespace Hearth;

namespace {

// Every setting takes a text or says what it should have been.
void assignToAll(const QString &text)
{
    Config config;
    for (const Setting &setting : settings()) {
        const QString fault = setting.assign(config, text);
        Fuzz::require(fault.isEmpty() || fault.startsWith(QLatin1StringView("must ")));
    }
}

} // namespace

// Whatever stands in a settings file, it is read or refused with a place.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static QTemporaryFile file;
    if (!file.isOpen() && !file.open())
        return 0;
    file.resize(0);
    file.seek(0);
    file.write(reinterpret_cast<const char *>(data), qint64(size));
    file.flush();
    const auto values = readYaml(file.fileName());
    Fuzz::require(values || !values.error().detail.isEmpty());
    assignToAll(QString::fromUtf8(Fuzz::bytes(data, size)));
    return 0;
}
