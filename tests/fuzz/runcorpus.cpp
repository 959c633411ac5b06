// SPDX-License-Identifier: Apache-2.0
#include "fuzz/fuzz.h"

#include <QDirIterator>
#include <QFile>

#include <cstdio>

// Feeds every file of a corpus to the target, as a fuzzer that was told to make nothing up.
int main(int argc, char *argv[])
{
    int count = 0;
    for (QDirIterator files(QString::fromLocal8Bit(argc > 1 ? argv[1] : ""), QDir::Files); files.hasNext();
         ++count) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            return 1;
        const QByteArray bytes = file.readAll();
        LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(bytes.constData()), size_t(bytes.size()));
    }
    std::printf("%d inputs\n", count);
    return count > 0 ? 0 : 1;
}
