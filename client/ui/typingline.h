// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace Hearth {

class Theme;

// Who is writing. Its 20 px are there also while nobody is, so that nothing moves.
class TypingLine : public QWidget
{
    Q_OBJECT

public:
    explicit TypingLine(Theme &theme, QWidget *parent = nullptr);

    void setNames(const QStringList &names);
    [[nodiscard]] const QString &text() const { return m_text; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    Theme &m_theme;
    QString m_text;
};

} // namespace Hearth
