// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ids.h"

#include <QList>
#include <QString>

#include <optional>

namespace Hearth {

// What a word that somebody has begun could become.
struct Completion {
    QString text; // stands in place of the word then
    QString title;
    QString detail = {};
    QString sign = {}; // an emoji to show beside it
    UserId person = {}; // whose picture to show beside it
};

// A word that begins with a sign such as "@" and ends at the caret.
struct TypedWord {
    QChar trigger;
    int start = 0; // of the sign
    QString text; // behind the sign

    bool operator==(const TypedWord &) const = default;
};

// What is being typed before the caret: "@" and what may be a name with spaces, ":" and a shortcode, or "/"
// and a command that is the whole text. Nothing in code.
[[nodiscard]] std::optional<TypedWord> wordBeingTyped(const QString &text, int caret);

// Where completions of words with one of the signs come from.
class CompletionSource
{
public:
    virtual ~CompletionSource() = default;

    [[nodiscard]] virtual QChar trigger() const = 0;
    [[nodiscard]] virtual QList<Completion> find(const QString &typed) const = 0; // the best first
};

} // namespace Hearth
