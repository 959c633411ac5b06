// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "util/result.h"

#include <QCoroTask>
#include <QThreadPool>

#include <memory>

namespace Hearth {

// What one hash costs whoever tries passwords. The default is libsodium's "interactive" choice for argon2id.
struct PasswordCost {
    int passes = 2; // at least 1
    int memoryKiB = 64 * 1024; // at least 8
};

// Passwords to argon2id hashes and back, on threads of its own. Each thread holds the memory of one hash, and
// only so many may wait: beyond that the answer is `unavailable`, which a client may repeat.
class PasswordHasher
{
public:
    explicit PasswordHasher(PasswordCost cost = {}, int threads = 2, int maxWaiting = 100);
    ~PasswordHasher();
    Q_DISABLE_COPY_MOVE(PasswordHasher)

    [[nodiscard]] QCoro::Task<Result<QString>> hash(QString password);

    // Without a hash (there is no such account) it takes as long, and the answer is false.
    [[nodiscard]] QCoro::Task<Result<bool>> verify(QString password, std::optional<QString> hash);

    // Well-formed, of this cost, and of no password that anybody knows: what verify() works on without a
    // hash.
    [[nodiscard]] static QByteArray hashOfNobody(const PasswordCost &cost);

private:
    template<typename F>
    QCoro::Task<std::invoke_result_t<F>> run(F work);

    const PasswordCost m_cost;
    const int m_maxWaiting;
    const QByteArray m_nobodysHash;
    const std::shared_ptr<int> m_waiting = std::make_shared<int>(0); // shared with who waits
    QThreadPool m_pool;
};

} // namespace Hearth
