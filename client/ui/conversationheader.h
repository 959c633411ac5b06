// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ids.h"

#include <QWidget>

namespace Hearth {

class IconButton;
class Session;
class Theme;

// Who one is talking to: avatar, name, presence or number of people. 52 px.
class ConversationHeader : public QWidget
{
    Q_OBJECT

public:
    ConversationHeader(Session &session, Theme &theme, QWidget *parent = nullptr);

    void setConversation(const ConversationId &id);
    void setBackVisible(bool visible);
    [[nodiscard]] const QString &title() const { return m_title; }

Q_SIGNALS:
    void backRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();

    Session &m_session;
    Theme &m_theme;
    IconButton *const m_back;
    ConversationId m_id;
    QString m_title;
    QString m_subtitle;
};

} // namespace Hearth
