// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ids.h"

#include <QCoroTask>
#include <QDialog>

#include <variant>

class QPlainTextEdit;
class QPushButton;

namespace Hearth {

class ErrorLabel;
class Session;

// Tells the administrators what is wrong with a person or a message.
class ReportDialog : public QDialog
{
    Q_OBJECT

public:
    struct Person {
        UserId id;
    };
    struct Piece {
        MessageId id;
    };
    using Subject = std::variant<Person, Piece>;

    ReportDialog(Session &session, Subject subject, QWidget *parent = nullptr); // deletes itself when closed

private:
    void edited();
    QCoro::Task<void> send();

    Session &m_session;
    const Subject m_subject;
    QPlainTextEdit *const m_reason;
    ErrorLabel *const m_error;
    QPushButton *const m_send;
};

} // namespace Hearth
