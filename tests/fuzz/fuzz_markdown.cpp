// SPDX-License-Identifier: Apache-2.0
#include "fuzz/fuzz.h"
#include "ui/timeline/links.h"
#include "ui/timeline/markdown.h"

using namespace Hearth;

namespace {

// The painter, the selection and the screen reader all count on this.
void requireSound(const QList<TextBlock> &blocks)
{
    for (const TextBlock &block : blocks) {
        Fuzz::require(block.quoteDepth >= 0 && block.quoteDepth <= 6 && block.indent >= 0
                      && block.indent <= 6);
        int end = 0;
        for (const TextSpan &span : block.spans) {
            Fuzz::require(span.start >= end && span.length > 0);
            end = span.start + span.length;
            if (span.styles & TextSpan::Link)
                Fuzz::require(!span.url.isEmpty() && safeUrl(span.url) == span.url);
        }
        Fuzz::require(end <= block.text.size());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(Fuzz::bytes(data, size));
    requireSound(parseMarkdown(text));
    requireSound(plainBlocks(text, TextSpan::Dim));
    (void)isMisleading(text, QUrl(safeUrl(text)));
    return 0;
}
