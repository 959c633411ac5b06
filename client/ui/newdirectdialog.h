// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/user.h"

#include <QCoroTask>
#include <QDialog>

namespace Hearth {

class SearchPicker;
class Session;
class Theme;
class UserSearchModel;

// Finds a person and opens the conversation with them. Deletes itself when it is closed.
class NewDirectDialog : public QDialog
{
    Q_OBJECT

public:
    NewDirectDialog(Session &session, Theme &theme, QWidget *parent = nullptr);

Q_SIGNALS:
    void created(const ConversationId &id);

private:
    QCoro::Task<void> create(User other);

    Session &m_session;
    UserSearchModel *const m_people;
    SearchPicker *const m_picker;
};

} // namespace Hearth
