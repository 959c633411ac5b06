// SPDX-License-Identifier: Apache-2.0
#include "storage/rowset.h"

namespace Hearth {

QStringList RowSet::arrays() const
{
    QStringList arrays = m_arrays;
    for (QString &array : arrays)
        array += u'}';
    return arrays;
}

QString RowSet::json() const
{
    return QString::fromUtf8(m_json + ']');
}

// PostgreSQL manual, "Array Input and Output Syntax": inside quotes only the quote and the backslash need
// one.
void RowSet::writeElement(QString &array, QStringView text)
{
    array += u'"';
    if (text.startsWith(QChar(QChar::ByteOrderMark)))
        array += QChar(QChar::ByteOrderMark); // QPSQL leaves one out, see Sql
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            array += u'\\';
        array += c;
    }
    array += u'"';
}

} // namespace Hearth
