// SPDX-License-Identifier: Apache-2.0
#include "app/commandline.h"
#include "gateway/eventdispatcher.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    Hearth::installEventDispatcher();
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("hearth-server"));
    return Hearth::runCommandLine(QCoreApplication::arguments());
}
