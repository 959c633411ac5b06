// SPDX-License-Identifier: Apache-2.0
#include "app/command.h"
#include "app/doctor.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

QList<Command> operatingCommands()
{
    const QCommandLineOption json(u"json"_s, u"One JSON object instead of lines."_s);
    return {
        {u"doctor"_s,
         {},
         u"Check settings, database, disk, port and limits, and say what to do."_s,
         {json},
         [](const Config &config, const QCommandLineParser &line) {
             return reportFindings(examine(config), line.isSet(u"json"_s));
         },
         [](const Error &error, const QCommandLineParser &line) {
             return reportFindings({{u"settings"_s, Verdict::Fail, error.detail,
                                     u"\"hearth-server serve --help\" lists every setting."_s}},
                                   line.isSet(u"json"_s));
         }},
    };
}

} // namespace Hearth
