// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ids.h"

#include <QCoroTask>
#include <QDialog>

class QPushButton;

namespace Hearth {

class ChipBar;
class ErrorLabel;
class SearchPicker;
class Session;
class Theme;
class UserSearchModel;

// Adds people to a group. Deletes itself when it is closed.
class AddPeopleDialog : public QDialog
{
    Q_OBJECT

public:
    AddPeopleDialog(Session &session, const ConversationId &group, Theme &theme, QWidget *parent = nullptr);

private:
    QCoro::Task<void> add();

    Session &m_session;
    const ConversationId m_group;
    UserSearchModel *const m_people;
    ChipBar *const m_chips;
    SearchPicker *const m_picker;
    ErrorLabel *const m_error;
    QPushButton *const m_add;
};

} // namespace Hearth
