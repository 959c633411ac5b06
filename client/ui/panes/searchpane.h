// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/panerow.h"

#include <QWidget>

class QLabel;

namespace Hearth {

class Banner;
class FilterChips;
class IconButton;
class PaneList;
class SearchField;
class SearchModel;
struct SearchPart;
class Session;
class Theme;

// Looks for messages, in one conversation or everywhere: a field, the filters that are set, and what was
// found. Filters are typed (from:ana) or chosen.
class SearchPane : public QWidget
{
    Q_OBJECT

public:
    SearchPane(Session &session, Theme &theme, QWidget *parent = nullptr);

    void setScope(const std::optional<ConversationId> &in); // begins anew when it is another one
    [[nodiscard]] const std::optional<ConversationId> &scope() const { return m_in; }
    void setText(const QString &text);
    void step(int by); // to the next older (1) or newer (-1) result

Q_SIGNALS:
    void messageRequested(const PaneRow &row);

protected:
    void changeEvent(QEvent *event) override;

private:
    void edited(bool complete);
    void addFilter(const SearchPart &part);
    void askForDay(const SearchPart &part);
    void search(bool afterPause);
    void showState();
    void showMenu();

    Session &m_session;
    SearchModel *const m_model;
    SearchField *const m_field;
    IconButton *const m_filter;
    FilterChips *const m_chips;
    Banner *const m_banner;
    QWidget *const m_steps;
    QLabel *const m_count;
    IconButton *const m_newer;
    IconButton *const m_older;
    PaneList *const m_list;
    std::optional<ConversationId> m_in;
};

} // namespace Hearth
