// SPDX-License-Identifier: Apache-2.0
#include "app/settings.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryFile>
#include <QTest>

using namespace Hearth;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDir root(QStringLiteral(HEARTH_SOURCE_DIR));

QString textOf(const QString &path)
{
    QFile file(root.filePath(path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// What a document names in backticks and looks like a path in the tree: "server/api", not "/api/v1" or "a/*".
QStringList pathsIn(const QString &text)
{
    static const QRegularExpression path(u"`([\\w.][\\w.-]*/[\\w./-]*)`"_s);
    static const QRegularExpression link(u"\\]\\(([^)#:]+)\\)"_s);
    QStringList paths;
    for (const QRegularExpression &form : {path, link}) {
        for (const auto &match : form.globalMatch(text))
            paths += match.captured(1);
    }
    paths.removeIf([](const QString &path) { return path.startsWith("build/"_L1); });
    return paths;
}

} // namespace

class tst_docs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPathThatADocumentNamesExists_data()
    {
        QTest::addColumn<QString>("document");
        QTest::newRow("README") << u"README.md"_s;
        QTest::newRow("CONTRIBUTING") << u"CONTRIBUTING.md"_s;
        for (const QString &name : QDir(root.filePath(u"docs"_s)).entryList({u"*.md"_s}))
            QTest::newRow(qPrintable(name)) << "docs/"_L1 + name;
    }

    void everyPathThatADocumentNamesExists()
    {
        QFETCH(QString, document);
        const QStringList paths = pathsIn(textOf(document));
        const QDir besides = QFileInfo(root.filePath(document)).dir();
        for (const QString &path : paths)
            QVERIFY2(root.exists(path) || besides.exists(path), qPrintable(path));
    }

    void theExampleOfTheSettingsListsEveryOneWithItsDefault()
    {
        QString example = textOf(u"installer/hearth.yaml"_s);
        for (const Setting &setting : settings()) {
            const QString key = setting.key.section(u'.', -1);
            const QRegularExpression line(u"^ *#%1: (.*)$"_s.arg(key), QRegularExpression::MultilineOption);
            const auto match = line.match(example);
            QVERIFY2(match.hasMatch(), qPrintable(setting.key));
            QString value = match.captured(1).remove(QRegularExpression(u"[\\[\\] ]"_s));
            if (!setting.byDefault.isEmpty() && setting.key != "data_dir"_L1)
                QCOMPARE(value, setting.byDefault);
        }
    }

    void theExampleOfTheEnvironmentListsEveryVariableWithItsDefault()
    {
        static const QRegularExpression line(u"^#?(HEARTH_[A-Z0-9_]+)=(.*)$"_s,
                                             QRegularExpression::MultilineOption);
        QHash<QString, QString> example;
        for (const auto &match : line.globalMatch(textOf(u".env.example"_s)))
            example.insert(match.captured(1), match.captured(2));
        QVERIFY(example.remove(u"HEARTH_CONFIG"_s));
        for (const Setting &setting : settings()) {
            QVERIFY2(example.contains(setting.variable()), qPrintable(setting.variable()));
            const QString value = example.take(setting.variable());
            if (setting.key != "data_dir"_L1)
                QCOMPARE(value, setting.byDefault);
        }
        QVERIFY2(example.isEmpty(), qPrintable(QStringList(example.keys()).join(u' ')));
    }

    void attack69_theServiceLeavesNoCoreDump()
    {
        QVERIFY(textOf(u"installer/linux/hearth-server.service"_s).contains("\nLimitCORE=0\n"_L1));
    }

    // The list of attacks and bad inputs that the server has to withstand has this many, by number.
    void everyAttackHasATestOrALineThatSaysWhyItDoesNotApply()
    {
        constexpr int attacks = 73;
        static const QRegularExpression test(u"\\b(?:test_)?attack(\\d+)_"_s);
        static const QRegularExpression line(u"^\\* \\*\\*((?:\\d+(?:, | and )?)+)"_s,
                                             QRegularExpression::MultilineOption);
        static const QRegularExpression number(u"\\d+"_s);
        QSet<int> answered;
        for (QDirIterator files(root.filePath(u"tests"_s), {u"*.cpp"_s, u"*.py"_s}, QDir::Files,
                                QDirIterator::Subdirectories);
             files.hasNext();) {
            for (const auto &match : test.globalMatch(textOf(files.next())))
                answered += match.captured(1).toInt();
        }
        const QString security = textOf(u"docs/security.md"_s);
        const qsizetype from = security.indexOf("\n## Attacks that do not apply"_L1);
        QVERIFY(from > 0);
        const QString section = security.mid(from, security.indexOf("\n## "_L1, from + 1) - from);
        for (const auto &match : line.globalMatch(section)) {
            for (const auto &each : number.globalMatch(match.captured(1)))
                answered += each.captured().toInt();
        }
        for (int attack = 1; attack <= attacks; ++attack)
            QVERIFY2(answered.remove(attack), qPrintable(u"attack %1"_s.arg(attack)));
        QVERIFY(answered.isEmpty()); // nor is there a test of a number that nobody knows
    }

    void theOperatingGuideListsEverySettingWithItsDefault()
    {
        static const QRegularExpression line(u"^\\| `([a-z0-9_.]+)` \\| ([^|]*)\\| [^|]+\\|$"_s,
                                             QRegularExpression::MultilineOption);
        const QString guide = textOf(u"docs/operating.md"_s);
        QHash<QString, QString> listed;
        for (const auto &match : line.globalMatch(guide.mid(guide.indexOf("## All settings"_L1))))
            listed.insert(match.captured(1), match.captured(2).trimmed());
        for (const Setting &setting : settings()) {
            QVERIFY2(listed.contains(setting.key), qPrintable(setting.key));
            const QString value = listed.take(setting.key);
            if (setting.key != "data_dir"_L1)
                QCOMPARE(value, setting.byDefault);
        }
        QVERIFY2(listed.isEmpty(), qPrintable(QStringList(listed.keys()).join(u' ')));
    }

    void theExampleOfTheSettingsIsAccepted()
    {
        QString example = textOf(u"installer/hearth.yaml"_s);
        const QRegularExpression disabled(u"^( *)#(\\w+:)"_s, QRegularExpression::MultilineOption);
        // Files that are read at once, and a second way to name the database.
        const QRegularExpression secretFile(u"^ *#(jwt_secret_file|token_file):.*$|^ +#host:.*$"_s,
                                            QRegularExpression::MultilineOption);
        for (const QString &text : {example, example.remove(secretFile).replace(disabled, u"\\1\\2"_s)}) {
            QTemporaryFile file;
            QVERIFY(file.open());
            file.write(text.toUtf8());
            file.close();
            const auto config = readConfig({{u"config"_s, file.fileName()}}, {});
            QVERIFY2(config, qPrintable(config ? QString() : config.error().detail));
        }
    }
};

QTEST_APPLESS_MAIN(tst_docs)
#include "tst_docs.moc"
