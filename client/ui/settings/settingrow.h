// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace Hearth {

class Theme;

// One setting: what it is called, how it is set, and what comes of it. It is found by its words and by others
// that people have for it, and stands on a coloured ground then.
class SettingRow : public QWidget
{
    Q_OBJECT

public:
    struct Words {
        QString name;
        QString synonyms = {};
        QString explanation = {};
    };

    // A check box says the name itself.
    SettingRow(QWidget *control, const Words &words, Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] bool fits(const QStringList &words) const; // all of them
    void setMarked(bool marked);
    [[nodiscard]] bool isMarked() const { return m_marked; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const QString m_words;
    Theme &m_theme;
    bool m_marked = false;
};

} // namespace Hearth
