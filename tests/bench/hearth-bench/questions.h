// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http.h"
#include "options.h"
#include "report.h"

namespace Hearth::Bench {

// GET requests of several kinds, each kind for a while: a closed loop in which every client has one request
// under way. They come from a file with one of them a line: kind, id of the user, path, between tabs.
class Questions
{
public:
    Questions(Loop &loop, const Options &options);

    // Asks all of them. For each kind how many a second were answered, their latency, and how many answers
    // were none (`failed`).
    [[nodiscard]] Report run();
    [[nodiscard]] size_t failed() const { return m_failed; }

private:
    struct Kind {
        std::string name;
        std::vector<HttpRequest> requests;
    };

    void read(const std::string &file);
    [[nodiscard]] Report ask(const Kind &kind);

    Loop &m_loop;
    const Options &m_options;
    std::vector<Kind> m_kinds;
    size_t m_failed = 0;
};

} // namespace Hearth::Bench
