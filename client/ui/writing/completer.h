// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/writing/completion.h"

#include <QObject>
#include <QPointer>

class QTextEdit;

namespace Hearth {

class AvatarSource;
class CompletionPopup;
class Theme;

// Offers completions while somebody types in a field: Up and Down move, Tab and Enter accept, Esc closes
// until another word is begun. The sources must outlive it.
class Completer : public QObject
{
    Q_OBJECT

public:
    Completer(QTextEdit &edit, QList<const CompletionSource *> sources, Theme &theme, AvatarSource &avatars);
    ~Completer() override;

    [[nodiscard]] bool isOpen() const;
    void close();

Q_SIGNALS:
    void commandAccepted(const QString &name); // the field is empty by then

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void place();
    void placeAgain(); // while it is open
    void accept();
    bool handleKey(int key);
    void tellCurrent();

    QTextEdit &m_edit;
    const QList<const CompletionSource *> m_sources;
    QPointer<CompletionPopup> m_popup; // the window may go first
    std::optional<TypedWord> m_word;
    int m_dismissed = -1; // where the word begins whose completions were closed
};

} // namespace Hearth
