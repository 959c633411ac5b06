// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/searchtext.h"

#include <QAbstractButton>

namespace Hearth {

class Theme;

// A filter of a search in words, with a cross that takes it away.
class FilterChip : public QAbstractButton
{
    Q_OBJECT

public:
    FilterChip(const SearchPart &part, const QString &label, Theme &theme, QWidget *parent);

    [[nodiscard]] const SearchPart &part() const { return m_part; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    const SearchPart m_part;
    Theme &m_theme;
};

// The filters that are set, in as many lines as they need.
class FilterChips : public QWidget
{
    Q_OBJECT

public:
    explicit FilterChips(Theme &theme, QWidget *parent = nullptr);

    void add(const SearchPart &part, const QString &label); // the same filter is there once
    void clear();
    [[nodiscard]] QList<SearchPart> parts() const;

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void changed();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void remove(FilterChip *chip);
    int arrange(int width, bool move) const; // the height that it takes
    void chipsChanged();

    Theme &m_theme;
    QList<FilterChip *> m_chips;
};

} // namespace Hearth
