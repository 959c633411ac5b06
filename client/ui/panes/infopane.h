// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/types.h"

#include <QCoroTask>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QListView;
class QPushButton;

namespace Hearth {

class AvatarView;
class MemberModel;
struct MemberRow;
class SafetyButtons;
class Session;
class Theme;

// What a conversation is: its name, what it is about, one's own settings of it, and who takes part. What a
// person may not do is not offered.
class InfoPane : public QWidget
{
    Q_OBJECT

public:
    InfoPane(Session &session, Theme &theme, QWidget *parent = nullptr);

    void setConversation(const ConversationId &id);

Q_SIGNALS:
    void directRequested(const UserId &user); // to write to a member

private:
    void makeTop(QWidget *page);
    void colorDangers();
    [[nodiscard]] QWidget *makeSettings();
    [[nodiscard]] QWidget *makeMembers();
    void joinSettings();
    void refresh();
    void refreshSettings(const OwnMembership &my);
    void fitMembers();
    void showMemberMenu(const QPoint &globalPos);
    void editName();
    void editDescription();
    void addPeople();
    void leave();
    void deleteConversation();
    QCoro::Task<void> report(QCoro::Task<Result<void>> task); // shows why something could not be done
    [[nodiscard]] MemberRole ownRole() const;

    Session &m_session;
    Theme &m_theme;
    MemberModel *const m_model;
    AvatarView *m_avatar = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_detail = nullptr;
    QLabel *m_description = nullptr;
    QLabel *m_error = nullptr;
    QPushButton *m_rename = nullptr;
    QPushButton *m_describe = nullptr;
    SafetyButtons *m_safety = nullptr;
    QComboBox *m_mute = nullptr;
    QComboBox *m_level = nullptr;
    QCheckBox *m_pinned = nullptr;
    QCheckBox *m_archived = nullptr;
    QWidget *m_people = nullptr;
    QLabel *m_memberCount = nullptr;
    QPushButton *m_add = nullptr;
    QListView *m_members = nullptr;
    QPushButton *m_more = nullptr;
    QPushButton *m_leave = nullptr;
    QPushButton *m_delete = nullptr;
    ConversationId m_id;
};

} // namespace Hearth
