// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/readersdialog.h"

#include "core/messagechanges.h"
#include "core/session.h"
#include "models/phrases.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Hearth {

ReadersDialog::ReadersDialog(Session &session, const MessageId &message, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_list(new QListWidget(this))
{
    setObjectName(QStringLiteral("readersDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Who has read it"));
    resize(340, 360);
    m_list->setObjectName(QStringLiteral("readers"));
    m_list->setAccessibleName(windowTitle());
    m_list->setSelectionMode(QListWidget::NoSelection);
    m_list->addItem(tr("Loading…"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_list);
    layout->addWidget(buttons);
    QCoro::connect(session.changes().receipts(MessageId(message)), this,
                   [this](const Result<ReceiptList> &receipts) {
                       m_list->clear();
                       if (receipts)
                           show(*receipts);
                       else
                           m_list->addItem(receipts.error().detail);
                   });
}

void ReadersDialog::show(const ReceiptList &receipts)
{
    const auto add = [this](const QList<Receipt> &list, const QString &sentence) {
        for (const Receipt &receipt : list) {
            if (receipt.userId != m_session.userId())
                m_list->addItem(sentence.arg(m_session.user(receipt.userId).displayName,
                                             shortTime(receipt.at, QDateTime::currentDateTime(), locale())));
        }
    };
    add(receipts.read, tr("%1 – read %2"));
    QList<Receipt> onlyDelivered = receipts.delivered;
    onlyDelivered.removeIf([&](const Receipt &receipt) {
        return std::ranges::find(receipts.read, receipt.userId, &Receipt::userId) != receipts.read.end();
    });
    add(onlyDelivered, tr("%1 – delivered %2"));
    if (m_list->count() == 0)
        m_list->addItem(tr("Nobody yet."));
}

} // namespace Hearth
