// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QModelIndex>
#include <QWidget>

class QAbstractItemDelegate;
class QAbstractItemModel;
class QLabel;
class QListView;
class QStackedWidget;

namespace Hearth {

class AvatarSource;
class SearchField;
class Theme;

// A field above the list of what it finds. The list is moved through from the field; Enter or a click picks.
class SearchPicker : public QWidget
{
    Q_OBJECT

public:
    SearchPicker(const QString &name, QAbstractItemModel &model, QAbstractItemDelegate *delegate,
                 Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] SearchField &field() { return *m_field; }
    void repaintOn(AvatarSource &avatars); // which the delegate paints
    void setHint(const QString &hint); // stands in place of an empty list

Q_SIGNALS:
    void textChanged(const QString &text);
    void picked(const QModelIndex &index);

private:
    void refresh();
    void pickCurrent();

    QAbstractItemModel &m_model;
    SearchField *const m_field;
    QListView *const m_list;
    QLabel *const m_hint;
    QStackedWidget *const m_stack;
};

} // namespace Hearth
