// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/types.h"

#include <QHash>
#include <QObject>

class QWidget;

namespace Hearth {

class AttachmentStrip;
class Composer;
class DropOverlay;
class Session;
class Theme;

// How files get into a message: chosen, pasted, or dropped on the pane around the composer.
class ComposerFiles : public QObject
{
    Q_OBJECT

public:
    ComposerFiles(Session &session, Theme &theme, Composer &composer, QWidget &pane);

    // The files of each place are kept while the program runs, as its text is.
    void setPlace(const QString &id);

    // What goes with the message that is being sent: taken out of the strip; the message gets its type.
    [[nodiscard]] QList<OutgoingFile> take(MessageDraft &draft);

    void choose(); // asks which

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void add(const QList<QUrl> &files);

    Session &m_session;
    Composer &m_composer;
    QWidget &m_pane;
    AttachmentStrip *const m_strip;
    DropOverlay *const m_overlay;
    QString m_place;
    QHash<QString, QList<OutgoingFile>> m_kept;
    QString m_longText; // that was pasted last
};

} // namespace Hearth
