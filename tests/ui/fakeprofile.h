// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/devices.h"
#include "core/profile.h"
#include "fakesession.h"

namespace Hearth::Test {

// What a FakeSession's profile and devices know and were asked. fakeprofile.cpp defines their members.
struct FakeProfile {
    Account account; // as the server has it
    QStringList asked; // "name Mia", "password old new" …
    QList<SessionInfo> devices;
    std::optional<Error> refusal;
};

[[nodiscard]] FakeProfile &profileOf(Session &session);

} // namespace Hearth::Test
