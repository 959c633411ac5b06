// SPDX-License-Identifier: Apache-2.0
#include "app/server.h"
#include "wire/clientframes.h"

#include <QTemporaryDir>
#include <QTest>

#include <yaml-cpp/yaml.h>

using namespace Hearth;
using namespace Qt::Literals::StringLiterals;

namespace {

YAML::Node load(const char *name)
{
    return YAML::LoadFile(HEARTH_SOURCE_DIR "/resources/" + std::string(name));
}

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

// "GET /api/v1/users/{id}" for each operation.
QStringList describedRoutes()
{
    QStringList routes;
    for (const auto &path : load("openapi.yaml")["paths"]) {
        for (const auto &method : path.second) {
            const QString name = QString::fromStdString(method.first.Scalar());
            if (name != "parameters"_L1)
                routes += name.toUpper() + u' ' + QString::fromStdString(path.first.Scalar());
        }
    }
    return sorted(routes);
}

// The pattern's ":name" segments in the way of OpenAPI, with the names that the description gives them.
QString inBraces(const QString &route)
{
    QStringList segments = route.split(u'/');
    for (QString &segment : segments) {
        if (segment.startsWith(u':'))
            segment = u'{' + segment.mid(1) + u'}';
    }
    return segments.join(u'/');
}

QStringList describedFrames(const char *direction)
{
    const YAML::Node document = load("asyncapi.yaml");
    QStringList types;
    for (const auto &entry : document["operations"][direction]["messages"]) {
        const std::string reference = entry["$ref"].Scalar();
        const std::string key = reference.substr(reference.rfind('/') + 1);
        types += QString::fromStdString(document["components"]["messages"][key]["name"].Scalar());
    }
    return sorted(types);
}

template<typename... Frames>
QStringList typesOf(std::type_identity<std::variant<Frames...>>)
{
    return sorted({QString(Frames::type)...});
}

} // namespace

class tst_descriptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRoutesAreExactlyThoseDescribed()
    {
        QTemporaryDir folder;
        const auto config = readConfig({{u"data-dir"_s, folder.filePath(u"data"_s)}}, {});
        QVERIFY(config);
        auto accounts = Accounts::make(*config);
        QVERIFY(accounts);
        const Server server(*config, std::move(*accounts));
        QStringList routes;
        for (const QString &route : server.routes())
            routes += inBraces(route);
        QCOMPARE(sorted(routes).join(u'\n'), describedRoutes().join(u'\n'));
    }

    void theFramesAreExactlyThoseDescribed()
    {
        QCOMPARE(typesOf(std::type_identity<ClientFrame>()), describedFrames("fromClient"));
        QCOMPARE(typesOf(std::type_identity<ServerFrame>()), describedFrames("fromServer"));
    }
};

QTEST_GUILESS_MAIN(tst_descriptions)
#include "tst_descriptions.moc"
