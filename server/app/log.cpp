// SPDX-License-Identifier: Apache-2.0
#include "app/log.h"

#include "wire/jsonwriter.h"

#include <QRegularExpression>

#include <cstdio>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

Q_LOGGING_CATEGORY(lcApp, "hearth.app")

namespace {

// A message handler is a plain function, so what it needs is of static storage; written before the first
// line.
LogFormat currentFormat = LogFormat::Console;

LogLevel levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg: return LogLevel::Debug;
    case QtInfoMsg: return LogLevel::Info;
    case QtWarningMsg: return LogLevel::Warning;
    case QtCriticalMsg:
    case QtFatalMsg: break;
    }
    return LogLevel::Error;
}

struct LogLine {
    LogLevel level;
    QString category;
    QString message;
    QJsonObject fields;
};

void describe(JsonWriter &f, const LogLine &line)
{
    f.required("time", now());
    f.required("level", line.level);
    f.required("category", line.category);
    f.required("message", line.message);
    if (!line.fields.isEmpty())
        f.required("fields", line.fields);
}

LogLine parseLine(QtMsgType type, const QString &category, const QString &message)
{
    static const QRegularExpression pair(u"(?:^| )([a-z_]+)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S*))"_s);
    LogLine line{levelOf(type), category, message, {}};
    qsizetype textEnd = message.size();
    for (auto pairs = pair.globalMatch(message); pairs.hasNext();) {
        const auto found = pairs.next();
        textEnd = std::min(textEnd, found.capturedStart());
        line.fields.insert(found.captured(1), found.captured(found.hasCaptured(3) ? 3 : 2));
    }
    line.message.truncate(textEnd);
    return line;
}

QByteArray consoleLine(QtMsgType type, const QString &category, const QString &message)
{
    static const QRegularExpression control(u"[\\x00-\\x1f\\x7f]"_s);
    QString shown = message;
    shown.replace(control, u"\uFFFD"_s);
    return toRfc3339(now()) + ' ' + QByteArray(toName(levelOf(type)).data()).leftJustified(8)
        + category.toUtf8() + ": " + shown.toUtf8();
}

void handleMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QByteArray line =
        formatLogLine(currentFormat, type, QString::fromUtf8(context.category), message) + '\n';
    std::fwrite(line.constData(), 1, size_t(line.size()), stderr);
}

} // namespace

QByteArray formatLogLine(LogFormat format, QtMsgType type, const QString &category, const QString &message)
{
    return format == LogFormat::Json ? toJson(parseLine(type, category, message))
                                     : consoleLine(type, category, message);
}

void installLog(LogFormat format, LogLevel level)
{
    currentFormat = format;
    QString rules = u"*.debug=%1\n*.info=%2\n*.warning=%3\nqt.*.debug=false"_s;
    for (const LogLevel shown : {LogLevel::Debug, LogLevel::Info, LogLevel::Warning})
        rules = rules.arg(level <= shown ? "true"_L1 : "false"_L1);
    QLoggingCategory::setFilterRules(rules);
    qInstallMessageHandler(handleMessage);
}

} // namespace Hearth
