// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/types.h"

#include <QCoroTask>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QUrl>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace Hearth {

class AttachmentTile;
class Theme;

// The files that will go with the message, above the field that it is written in. What cannot be sent is
// refused in words. Hidden while there is nothing to say.
class AttachmentStrip : public QWidget
{
    Q_OBJECT

public:
    explicit AttachmentStrip(Theme &theme, QWidget *parent = nullptr);
    ~AttachmentStrip() override;

    void setLimit(std::optional<qint64> bytes) { m_limit = bytes; } // of one file

    void add(const QList<QUrl> &files);
    void addImage(const QImage &image); // becomes a PNG
    void addText(const QString &text); // becomes a text file
    void offerTextAsFile(); // after a long text was pasted

    [[nodiscard]] QList<OutgoingFile> files(); // waits for what is being written
    void setFiles(const QList<OutgoingFile> &files);
    void clear() { setFiles({}); }
    [[nodiscard]] bool isEmpty() const { return m_tiles.isEmpty(); }

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void changed(); // its files or its height
    void textAsFileAccepted();

private:
    void addFile(const QString &path, QStringList &refused);
    AttachmentTile *addTile(const OutgoingFile &file);
    void remove(AttachmentTile *tile);
    void say(const QString &text);
    void refuse(const QString &why);
    [[nodiscard]] static QString tooMany();
    void arrange();
    [[nodiscard]] QString newPath(const QString &name);
    QCoro::Task<void> write(QImage image, OutgoingFile file);
    QCoro::Task<void> showPicture(OutgoingFile file, QSize pixels);
    [[nodiscard]] AttachmentTile *tileOf(const QString &path) const;

    Theme &m_theme;
    std::optional<qint64> m_limit;
    QScrollArea *const m_scroll;
    QHBoxLayout *m_row = nullptr;
    QLabel *const m_words;
    QPushButton *const m_accept;
    QList<AttachmentTile *> m_tiles;
    QTemporaryDir m_made; // what was pasted
    int m_madeCount = 0;
    QThreadPool m_pool; // pictures are written and read there
};

} // namespace Hearth
