// SPDX-License-Identifier: Apache-2.0
#include "core/filesize.h"

#include <QLocale>

namespace Hearth {

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

} // namespace Hearth
