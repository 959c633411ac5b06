// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

namespace Hearth {

// Lets a coroutine that nobody waits for notice that the object it works for is gone: it takes a watch before
// it awaits anything, and asks it afterwards.
class Lifetime
{
public:
    class Watch
    {
    public:
        explicit Watch(const std::shared_ptr<char> &life)
            : m_life(life)
        { }
        [[nodiscard]] bool isOver() const { return m_life.expired(); }

    private:
        std::weak_ptr<char> m_life;
    };

    [[nodiscard]] Watch watch() const { return Watch(m_life); }

private:
    const std::shared_ptr<char> m_life = std::make_shared<char>();
};

} // namespace Hearth
