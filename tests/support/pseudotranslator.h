// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTranslator>

namespace Hearth::Test {

// A language that nobody speaks: every text is 40 % longer, with accents above and below, and in brackets, so
// that it is seen what is cut off, and what is not translated at all.
class PseudoTranslator : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }

    [[nodiscard]] QString translate(const char *, const char *source, const char *, int n) const override
    {
        QString text = QString::fromUtf8(source);
        const auto more = (text.size() * 4 + 9) / 10;
        if (n >= 0)
            text.replace(QStringLiteral("%Ln"), QString::number(n));
        static const QString plain = QStringLiteral("aceinosuyACEINOSU");
        static const QString accented = QStringLiteral("ǻçęîñǿşüÿǺÇĘÎÑǾŞÜ");
        for (QChar &letter : text) {
            if (const auto at = plain.indexOf(letter); at >= 0)
                letter = accented[at];
        }
        return u'[' + text + QString(more, u'~') + u']';
    }
};

} // namespace Hearth::Test
