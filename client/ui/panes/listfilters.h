// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/conversationfilter.h"

#include <QWidget>

class QButtonGroup;
class QMenu;

namespace Hearth {

class PillButton;
class Theme;

// Which kind of conversations the list shows; the rarer kinds are in a menu.
class ListFilters : public QWidget
{
    Q_OBJECT

public:
    explicit ListFilters(Theme &theme, QWidget *parent = nullptr);

    void choose(ConversationFilter::Kind kind);

Q_SIGNALS:
    void chosen(ConversationFilter::Kind kind);

private:
    [[nodiscard]] PillButton *add(ConversationFilter::Kind kind, const QString &text, const QString &name,
                                  const QString &objectName);
    void addRare(ConversationFilter::Kind kind, const QString &text);
    void choose(PillButton *pill, ConversationFilter::Kind kind);
    void showMenu();

    Theme &m_theme;
    QButtonGroup *const m_pills;
    PillButton *m_all = nullptr;
    PillButton *m_more = nullptr;
    QMenu *const m_menu;
    ConversationFilter::Kind m_rare = ConversationFilter::Kind::All; // shown on the last pill; All: none
};

} // namespace Hearth
