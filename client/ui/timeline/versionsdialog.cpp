// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/versionsdialog.h"

#include "core/messagechanges.h"
#include "core/session.h"
#include "models/phrases.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QRegularExpression>
#include <QTextBrowser>
#include <QTextCursor>
#include <QVBoxLayout>

#include <vector>

namespace Hearth {

namespace {

constexpr int mostWords = 2'000; // beyond that nothing is compared: it takes the square of them

struct Word {
    int start;
    int length;
};

QList<Word> wordsOf(const QString &text)
{
    static const QRegularExpression word(QStringLiteral("\\S+"));
    QList<Word> words;
    for (auto matches = word.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        words.append({int(match.capturedStart()), int(match.capturedLength())});
    }
    return words;
}

} // namespace

// By their longest common subsequence.
QList<std::pair<int, int>> wordsGone(const QString &before, const QString &after)
{
    const QList<Word> a = wordsOf(before);
    const QList<Word> b = wordsOf(after);
    QList<std::pair<int, int>> gone;
    if (a.size() > mostWords || b.size() > mostWords)
        return gone;
    const auto same = [&](qsizetype i, qsizetype j) {
        return QStringView(before).mid(a[i].start, a[i].length)
            == QStringView(after).mid(b[j].start, b[j].length);
    };
    std::vector<std::vector<int>> common(size_t(a.size()) + 1, std::vector<int>(size_t(b.size()) + 1));
    for (qsizetype i = a.size() - 1; i >= 0; --i) {
        for (qsizetype j = b.size() - 1; j >= 0; --j)
            common[i][j] =
                same(i, j) ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
    }
    for (qsizetype i = 0, j = 0; i < a.size();) {
        if (j < b.size() && same(i, j)) {
            ++i;
            ++j;
        } else if (j < b.size() && common[i][j + 1] >= common[i + 1][j]) {
            ++j;
        } else {
            gone.append({a[i].start, a[i].length});
            ++i;
        }
    }
    return gone;
}

VersionsDialog::VersionsDialog(Session &session, const TimelineItem &item, QWidget *parent)
    : QDialog(parent)
    , m_item(item)
    , m_notice(new QLabel(tr("Loading…"), this))
    , m_texts(new QTextBrowser(this))
{
    setObjectName(QStringLiteral("versionsDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Earlier versions"));
    resize(460, 360);
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_texts->setObjectName(QStringLiteral("versions"));
    m_texts->setAccessibleName(windowTitle());
    m_texts->setOpenLinks(false);
    m_texts->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_notice, 1);
    layout->addWidget(m_texts, 1);
    layout->addWidget(buttons);
    QCoro::connect(session.changes().versions(MessageId(item.messageId)), this,
                   [this](const Result<QList<MessageVersion>> &versions) {
                       if (versions)
                           show(*versions);
                       else
                           m_notice->setText(versions.error().detail);
                   });
}

void VersionsDialog::show(const QList<MessageVersion> &versions)
{
    m_notice->hide();
    m_texts->show();
    QTextCursor cursor(m_texts->document());
    QTextCharFormat plain;
    QTextCharFormat dim;
    dim.setForeground(palette().placeholderText());
    QTextCharFormat struck;
    struck.setForeground(palette().brightText());
    struck.setFontStrikeOut(true);
    QString after = m_item.text;
    for (qsizetype i = versions.size() - 1; i >= 0; --i) {
        const MessageVersion &version = versions.at(i);
        cursor.insertText(shortTime(version.writtenAt, QDateTime::currentDateTime(), locale()) + u'\n', dim);
        const qsizetype start = cursor.position();
        cursor.insertText(version.content, plain);
        for (const auto &[from, length] : wordsGone(version.content, after)) {
            QTextCursor gone(m_texts->document());
            gone.setPosition(int(start) + from);
            gone.setPosition(int(start) + from + length, QTextCursor::KeepAnchor);
            gone.setCharFormat(struck);
        }
        if (i > 0)
            cursor.insertText(QStringLiteral("\n\n"), plain);
        after = version.content;
    }
    m_texts->moveCursor(QTextCursor::Start);
}

} // namespace Hearth
