// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ids.h"

#include <QCoroTask>
#include <QDialog>

class QLineEdit;
class QPushButton;

namespace Hearth {

class ChipBar;
class ErrorLabel;
class SearchPicker;
class Session;
class Theme;
class UserSearchModel;

// Names a group and gathers its people. Deletes itself when it is closed.
class NewGroupDialog : public QDialog
{
    Q_OBJECT

public:
    NewGroupDialog(Session &session, Theme &theme, QWidget *parent = nullptr);

Q_SIGNALS:
    void created(const ConversationId &id);

private:
    void addPerson(const QModelIndex &index);
    void refresh();
    QCoro::Task<void> create();

    Session &m_session;
    UserSearchModel *const m_people;
    QLineEdit *const m_name;
    ChipBar *const m_chips;
    SearchPicker *const m_picker;
    ErrorLabel *const m_error;
    QPushButton *const m_create;
};

} // namespace Hearth
