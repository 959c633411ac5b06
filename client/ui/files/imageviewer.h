// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/file.h"

#include <QCoroTask>
#include <QDialog>
#include <QThreadPool>

#include <functional>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace Hearth {

class AttachmentActions;
class IconButton;
class ImageCanvas;
class Session;
class Theme;

// One picture of a conversation over all of the window, and the way to the ones before and after it.
class ImageViewer : public QDialog
{
    Q_OBJECT

public:
    // `pictures` are those around the first one that is shown, in their order.
    ImageViewer(Session &session, Theme &theme, const File &first, QList<File> pictures, QWidget *parent);
    ~ImageViewer() override;

    void step(int pictures);
    [[nodiscard]] const File &current() const { return m_pictures.at(m_index); }
    [[nodiscard]] const ImageCanvas &canvas() const { return *m_canvas; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    IconButton *addButton(QHBoxLayout &bar, const QString &icon, const QString &name, const QString &keys,
                          const std::function<void()> &action);
    void makeBar(QHBoxLayout &bar);
    void load();
    QCoro::Task<void> read(QString path, int asked);
    void take(const QImage &image);
    void showProgress();
    void showFailure(const QString &reason);
    void describe();
    void copy();
    void zoomOrMove(QPoint direction);
    void arrange();

    Session &m_session;
    Theme &m_theme;
    const QList<File> m_pictures;
    qsizetype m_index = 0;
    int m_asked = 0; // answers to an earlier question are not taken
    bool m_loading = false;
    ImageCanvas *const m_canvas;
    AttachmentActions *const m_actions;
    QLabel *const m_name;
    QLabel *const m_details;
    QLabel *const m_words; // progress, or why there is no picture
    QPushButton *const m_tryAgain;
    IconButton *m_previous = nullptr;
    IconButton *m_next = nullptr;
    IconButton *m_copy = nullptr;
    QThreadPool m_pool;
};

} // namespace Hearth
