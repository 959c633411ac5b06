// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/emojicatalog.h"

#include <QFrame>

#include <optional>

class QButtonGroup;
class QLabel;
class QListView;

namespace Hearth {

class ClientSettings;
class EmojiButton;
class EmojiModel;
class SearchField;
class Theme;

// A popup to choose an emoji from: the ones used last, Unicode's groups, or what a search finds. The grid is
// moved through from the search field; Enter or a click chooses, which closes it.
class EmojiPicker : public QFrame
{
    Q_OBJECT

public:
    EmojiPicker(const EmojiCatalog &catalog, ClientSettings &settings, Theme &theme,
                QWidget *parent = nullptr);

    void popup(const QRect &globalAnchor); // above or below it, wholly on its screen

Q_SIGNALS:
    void chosen(const QString &emoji);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeGroups();
    [[nodiscard]] QWidget *makeFooter();
    void checkGroup(std::optional<int> group);
    void showGroup(int group);
    void showEmoji(const QList<Emoji> &emoji);
    void search(const QString &text);
    void describeCurrent();
    void choose(const QModelIndex &index);
    void askForTone();
    void setTone(SkinTone tone);
    [[nodiscard]] QList<Emoji> recent() const;

    const EmojiCatalog m_catalog;
    ClientSettings &m_settings;
    Theme &m_theme;
    SearchField *const m_field;
    QButtonGroup *const m_groups;
    EmojiModel *const m_model;
    QListView *const m_grid;
    QLabel *const m_nothing;
    QLabel *const m_name;
    EmojiButton *const m_tone;
    int m_group = 0; // that is shown when nothing is searched for
};

} // namespace Hearth
