// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "wire/receipts.h"

#include <QDialog>

class QListWidget;

namespace Hearth {

class Session;

// Who has read a message, and whom it has only reached.
class ReadersDialog : public QDialog
{
    Q_OBJECT

public:
    ReadersDialog(Session &session, const MessageId &message, QWidget *parent = nullptr); // deletes itself

private:
    void show(const ReceiptList &receipts);

    Session &m_session;
    QListWidget *const m_list;
};

} // namespace Hearth
