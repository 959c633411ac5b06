// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/networks.h"
#include "api/router.h"

namespace Hearth {

// One thing that the server depends on.
struct Dependency {
    QByteArray name; // "database"
    QString state; // "up"; what else there is depends on the thing
    bool usable = true; // false: nobody should be sent here
};

// What the server says about itself, and who may hear it.
struct HealthSources {
    std::function<QList<Dependency>()> dependencies;
    std::function<QByteArray()> metricsText; // Prometheus text format
    Networks metricsNetworks; // besides loopback
    QByteArray metricsToken; // lets anybody read them who shows it; empty: nobody
    QString version;
};

// /health, /ready, /metrics and /version. Nobody needs a token for them; /metrics answers loopback and the
// given networks only, and loopback is not believed when a proxy stands before it.
void addHealthRoutes(Router &router, HealthSources sources);

} // namespace Hearth
