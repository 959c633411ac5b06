// SPDX-License-Identifier: Apache-2.0
#include "ui/people/safetybuttons.h"

#include "core/safety.h"
#include "core/session.h"
#include "ui/errorlabel.h"
#include "ui/people/reportdialog.h"
#include "ui/question.h"

#include <QBoxLayout>
#include <QPointer>
#include <QPushButton>

namespace Hearth {

SafetyButtons::SafetyButtons(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_block(new QPushButton(this))
    , m_report(new QPushButton(tr("Report…"), this))
    , m_error(new ErrorLabel(QStringLiteral("safetyError"), this))
{
    m_block->setObjectName(QStringLiteral("block"));
    m_report->setObjectName(QStringLiteral("report"));
    m_error->setAlignment(Qt::AlignCenter);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_block, 1);
    buttons->addWidget(m_report, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(buttons);
    layout->addWidget(m_error);

    connect(m_block, &QPushButton::clicked, this, &SafetyButtons::toggleBlocked);
    connect(m_report, &QPushButton::clicked, this, [this] {
        auto *dialog = new ReportDialog(m_session, ReportDialog::Person{m_id}, this);
        dialog->open();
    });
    connect(&session.safety(), &Safety::changed, this, &SafetyButtons::refresh);
    refresh();
}

void SafetyButtons::setPerson(const UserId &id)
{
    m_id = id;
    m_error->hide();
    refresh();
}

void SafetyButtons::refresh()
{
    m_block->setText(m_session.safety().isBlocked(m_id) ? tr("Unblock") : tr("Block…"));
}

void SafetyButtons::toggleBlocked()
{
    if (m_session.safety().isBlocked(m_id)) {
        setBlocked(false);
        return;
    }
    const QString text =
        tr("Block %1? They can no longer write to you directly, and see you as offline. They are not told.")
            .arg(m_session.user(m_id).displayName);
    ask(this, {tr("Block"), text, tr("Block")}, [this] { setBlocked(true); });
}

QCoro::Task<void> SafetyButtons::setBlocked(bool on)
{
    const QPointer<SafetyButtons> self(this);
    const UserId id = m_id;
    m_error->hide();
    Result<void> done;
    if (on)
        done = co_await m_session.safety().block(id);
    else
        done = co_await m_session.safety().unblock(id);
    if (!self || done || id != m_id)
        co_return;
    m_error->showText(done.error().detail);
}

} // namespace Hearth
