// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/storagepage.h"

#include "core/filesize.h"
#include "core/session.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>

namespace Hearth {

StoragePage::StoragePage(Session &session, Theme &theme, QWidget *parent)
    : SettingsPage(tr("Storage"), theme, parent)
    , m_session(session)
    , m_size(new QLabel(this))
    , m_clear(new QPushButton(tr("Clear"), this))
{
    auto *field = new QWidget(this);
    auto *layout = new QHBoxLayout(field);
    layout->setContentsMargins({});
    layout->addWidget(m_size, 1);
    layout->addWidget(m_clear);
    m_size->setObjectName(QStringLiteral("storedSize"));
    m_clear->setObjectName(QStringLiteral("clearStored"));
    m_clear->setAccessibleName(tr("Clear what is stored"));
    addRow(field,
           {tr("Messages and files stored on this computer"),
            tr("cache disk space size clean delete database offline pictures"),
            tr("They are read from here at once and without a connection. After clearing they come from the "
               "server again; drafts and what waits to be sent stay.")});
    connect(m_clear, &QPushButton::clicked, this, &StoragePage::clear);
    refresh();
}

void StoragePage::refresh()
{
    m_size->setText(sizeText(m_session.storedBytes()));
}

QCoro::Task<void> StoragePage::clear()
{
    const QPointer<StoragePage> self(this);
    m_clear->setEnabled(false);
    const auto done = co_await m_session.clearStored();
    if (!self)
        co_return;
    m_clear->setEnabled(true);
    refresh();
    showError(done ? QString() : tr("It could not be cleared. %1").arg(done.error().detail));
}

} // namespace Hearth
