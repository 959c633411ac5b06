// SPDX-License-Identifier: Apache-2.0
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// The expression of each co_await: up to the semicolon, or to the bracket that closes around it.
QStringList awaitedIn(QString text)
{
    static const QRegularExpression comment(u"//[^\\n]*"_s);
    text.remove(comment);
    QStringList expressions;
    for (qsizetype at = text.indexOf("co_await "_L1); at >= 0; at = text.indexOf("co_await "_L1, at + 1)) {
        qsizetype end = at;
        for (int depth = 0; end < text.size() && depth >= 0; ++end) {
            const QChar c = text[end];
            depth += u"([{"_s.contains(c) ? 1 : u")]}"_s.contains(c) ? -1 : 0;
            if (c == u';' && depth == 0)
                break;
        }
        expressions += text.mid(at, end - at);
    }
    return expressions;
}

} // namespace

// Rules that no compiler of ours checks.
class tst_sources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("path");
        const QDir root(QStringLiteral(HEARTH_SOURCE_DIR));
        for (const QString &side : {u"shared"_s, u"server"_s, u"client"_s, u"tests"_s}) {
            QDirIterator files(root.filePath(side), {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                const QString path = files.next();
                QTest::newRow(qPrintable(root.relativeFilePath(path))) << path;
            }
        }
    }

    void everyFileNamesItsLicence()
    {
        QFETCH_GLOBAL(QString, path);
        QVERIFY(textOf(path).startsWith("// SPDX-License-Identifier: Apache-2.0\n"_L1));
    }

    // Nobody's address is visited: what reaches out are the files' S3 client, and doctor, which tries the
    // server's own port. docs/security.md says so of attacks 54 and 55.
    void attack54_nothingThatSomebodyWroteIsVisited()
    {
        QFETCH_GLOBAL(QString, path);
        static const QRegularExpression reachesOut(
            u"QNetworkAccessManager|QNetworkRequest|QHostInfo|QDnsLookup|connectToHost|curl_easy|getaddrinfo"
            "|(?<!\\w)::connect\\("_s);
        const QString place = QDir(QStringLiteral(HEARTH_SOURCE_DIR)).relativeFilePath(path);
        if (!place.startsWith("server/"_L1) || place == "server/blobs/s3request.cpp"_L1
            || place == "server/app/hostchecks.cpp"_L1)
            return;
        const auto found = reachesOut.match(textOf(path));
        QVERIFY2(!found.hasMatch(), qPrintable(found.captured()));
    }

    // GCC 12 destroys what the branch that is not taken would have made.
    void noAwaitStandsInAConditionalExpression()
    {
        QFETCH_GLOBAL(QString, path);
        static const QRegularExpression conditional(u"\\?\\s*co_await\\b"_s);
        const auto found = conditional.match(textOf(path));
        QVERIFY2(!found.hasMatch(), qPrintable(found.captured()));
    }

    // GCC 12 destroys twice what a co_await expression itself makes of a lambda with captures or of an
    // aggregate, in braces or, since C++20, in parentheses: give it a name first, or call from a function
    // without co_await. Which types are aggregates cannot be seen here: name what is made of any.
    void noAwaitedExpressionMakesALambdaWithCapturesOrAnAggregate()
    {
        QFETCH_GLOBAL(QString, path);
        static const QRegularExpression lambda(u"\\[[^\\[\\]]*[\\w&=][^\\[\\]]*\\]\\s*(\\(|\\{|mutable)"_s);
        static const QRegularExpression aggregate(u"[(,]\\s*\\{[^}]|\\b[A-Z]\\w*\\{[^}]"_s);
        static const QRegularExpression inParentheses(u"(?<!new |::)\\b(?!QStringLiteral)[A-Z]\\w*\\([^)]"_s);
        for (const QString &expression : awaitedIn(textOf(path))) {
            QVERIFY2(!expression.contains(lambda), qPrintable(expression));
            QVERIFY2(!expression.contains(aggregate), qPrintable(expression));
            QVERIFY2(!expression.contains(inParentheses), qPrintable(expression));
        }
    }
};

QTEST_APPLESS_MAIN(tst_sources)
#include "tst_sources.moc"
