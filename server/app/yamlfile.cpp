// SPDX-License-Identifier: Apache-2.0
#include "app/yamlfile.h"

#include "app/settings.h"

#include <QFile>
#include <QFileInfo>

#include <yaml-cpp/yaml.h>

#include <algorithm>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

class Reader
{
public:
    explicit Reader(QString file)
        : m_file(std::move(file))
    { }

    Result<void> readMap(const YAML::Node &map, const QString &prefix)
    {
        for (const auto &entry : map) {
            if (!entry.first.IsScalar())
                return wrong(entry.first, prefix, u"a key must be text"_s);
            const QString key = prefix + QString::fromStdString(entry.first.Scalar());
            auto done = isSection(key) ? readSection(entry.first, entry.second, key)
                                       : readValue(entry.first, entry.second, key);
            if (!done)
                return done;
        }
        return {};
    }

    YamlValues values;

private:
    Result<void> readSection(const YAML::Node &name, const YAML::Node &node, const QString &key)
    {
        if (node.IsMap())
            return readMap(node, key + u'.');
        return node.IsNull() ? Result<void>() : wrong(name, key, u"must be a section with settings"_s);
    }

    Result<void> readValue(const YAML::Node &name, const YAML::Node &node, const QString &key)
    {
        const auto setting = std::ranges::find_if(
            settings(), [&key](const Setting &setting) { return setting.isCalled(key); });
        if (setting == settings().end())
            return wrong(name, key, u"there is no such setting"_s);
        if (values.contains(setting->key))
            return wrong(name, key, u"is set twice"_s);
        const auto text = textOf(node);
        if (!text)
            return wrong(name, key, u"must be a value or a list of values"_s);
        values.insert(setting->key, {*text, placeOf(name, key)});
        return {};
    }

    static bool isSection(const QString &key)
    {
        return std::ranges::any_of(settings(), [section = key + u'.'](const Setting &setting) {
            const auto isInside = [&section](const QString &name) { return name.startsWith(section); };
            return isInside(setting.key) || std::ranges::any_of(setting.otherKeys, isInside);
        });
    }

    static std::optional<QString> textOf(const YAML::Node &node)
    {
        if (node.IsScalar())
            return QString::fromStdString(node.Scalar());
        if (!node.IsSequence())
            return std::nullopt;
        QStringList items;
        for (const YAML::Node &item : node) {
            if (!item.IsScalar())
                return std::nullopt;
            items += QString::fromStdString(item.Scalar());
        }
        return items.join(u',');
    }

    QString placeOf(const YAML::Node &node, const QString &key) const
    {
        return u"%1:%2: %3"_s.arg(m_file).arg(node.Mark().line + 1).arg(key);
    }

    tl::unexpected<Error> wrong(const YAML::Node &node, const QString &key, const QString &what) const
    {
        return fail(ErrorCode::InvalidField, placeOf(node, key) + ": "_L1 + what);
    }

    const QString m_file;
};

} // namespace

Result<YamlValues> readYaml(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::InvalidField, u"%1: %2"_s.arg(path, file.errorString()));
    const QString name = QFileInfo(path).fileName();
    try {
        const YAML::Node root = YAML::Load(file.readAll().toStdString());
        Reader reader(name);
        if (!root.IsNull() && !root.IsMap())
            return fail(ErrorCode::InvalidField, name + ": must be a map of settings"_L1);
        if (auto done = reader.readMap(root, {}); !done)
            return fail(done.error());
        return std::move(reader.values);
    } catch (const YAML::Exception &fault) {
        return fail(ErrorCode::InvalidField,
                    u"%1:%2: %3"_s.arg(name).arg(fault.mark.line + 1).arg(QString::fromStdString(fault.msg)));
    }
}

} // namespace Hearth
