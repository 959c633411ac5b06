// SPDX-License-Identifier: Apache-2.0
#include "ui/people/reportdialog.h"

#include "core/safety.h"
#include "core/session.h"
#include "ui/errorlabel.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>

namespace Hearth {

namespace {

constexpr int reasonLength = 2'000; // UTF-16 code units, as the server takes them

} // namespace

ReportDialog::ReportDialog(Session &session, Subject subject, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_subject(std::move(subject))
    , m_reason(new QPlainTextEdit(this))
    , m_error(new ErrorLabel(QStringLiteral("reportError"), this))
    , m_send(new QPushButton(tr("Send the report"), this))
{
    setObjectName(QStringLiteral("reportDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    const auto *person = std::get_if<Person>(&m_subject);
    setWindowTitle(person ? tr("Report %1").arg(session.user(person->id).displayName)
                          : tr("Report the message"));
    resize(420, 280);
    auto *what = new QLabel(
        tr("The administrators of this server read your report. Nobody else is told of it."), this);
    what->setWordWrap(true);
    m_reason->setObjectName(QStringLiteral("reportReason"));
    m_reason->setAccessibleName(tr("What is wrong"));
    m_reason->setPlaceholderText(tr("What is wrong?"));
    m_reason->setTabChangesFocus(true);
    m_send->setObjectName(QStringLiteral("reportSend"));
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_send);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(10);
    layout->addWidget(what);
    layout->addWidget(m_reason, 1);
    layout->addWidget(m_error);
    layout->addLayout(buttons);

    connect(m_reason, &QPlainTextEdit::textChanged, this, &ReportDialog::edited);
    connect(m_send, &QPushButton::clicked, this, &ReportDialog::send);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_reason->setFocus();
    edited();
}

void ReportDialog::edited()
{
    const int length = int(m_reason->toPlainText().trimmed().size());
    const int excess = length - reasonLength;
    m_send->setEnabled(length > 0 && excess <= 0);
    m_error->showText(excess > 0 ? tr("The report is too long by %Ln characters.", nullptr, excess)
                                 : QString());
}

QCoro::Task<void> ReportDialog::send()
{
    const QPointer<ReportDialog> self(this);
    const QString reason = m_reason->toPlainText().trimmed();
    setEnabled(false);
    const auto *person = std::get_if<Person>(&m_subject);
    Result<void> done;
    if (person)
        done = co_await m_session.safety().reportPerson(person->id, reason);
    else
        done = co_await m_session.safety().reportMessage(std::get<Piece>(m_subject).id, reason);
    if (!self)
        co_return;
    if (done) {
        close();
        co_return;
    }
    setEnabled(true);
    m_error->showText(done.error().detail);
    m_reason->setFocus();
}

} // namespace Hearth
