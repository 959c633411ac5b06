// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/writing/completion.h"

#include <QFrame>

class QListView;

namespace Hearth {

class AvatarSource;
class CompletionModel;
class Theme;

// The completions above the field, where the caret is, at most eight of them at a time. Never has the focus:
// the field moves through it. Lies in the window of the field, as other windows do not stay above it
// everywhere, and not beyond what the field stands in.
class CompletionPopup : public QFrame
{
    Q_OBJECT

public:
    CompletionPopup(Theme &theme, AvatarSource &avatars, QWidget &field);

    void setCompletions(const QList<Completion> &completions);
    void showAbove(const QRect &globalCaret); // and above what the field stands in
    void step(int rows); // to another completion, round the ends
    [[nodiscard]] std::optional<Completion> current() const;

Q_SIGNALS:
    void picked(); // the current one, with the pointer

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    QWidget &m_field;
    CompletionModel *const m_model;
    QListView *const m_list;
};

} // namespace Hearth
