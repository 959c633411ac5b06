// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/types.h"

#include <QImage>
#include <QWidget>

namespace Hearth {

class IconButton;
class Theme;

// A file that will go with the message: what it looks like, its name, its size, and a cross to take it out.
class AttachmentTile : public QWidget
{
    Q_OBJECT

public:
    AttachmentTile(OutgoingFile file, Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] const OutgoingFile &file() const { return m_file; }
    void setFile(const OutgoingFile &file); // its size is known now
    void setPicture(const QImage &picture);
    [[nodiscard]] QSize sizeHint() const override;

    static constexpr int side = 96; // of the picture

Q_SIGNALS:
    void removeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void describe();

    OutgoingFile m_file;
    Theme &m_theme;
    QImage m_picture;
    IconButton *const m_remove;
};

} // namespace Hearth
