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
    void searchRequested();
    void infoRequested();
    void menuRequested(const QPoint &globalPos);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void refresh();
    void arrange();
    [[nodiscard]] int buttonsWidth() const;

    Session &m_session;
    Theme &m_theme;
    IconButton *const m_back;
    IconButton *const m_search;
    IconButton *const m_info;
    IconButton *const m_more;
    ConversationId m_id;
    QString m_title;
    QString m_subtitle;
};

} // namespace Hearth
