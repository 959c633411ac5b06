// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/file.h"
#include "ui/timeline/attachmentlayout.h"

#include <QObject>

class QWidget;

namespace Hearth {

class Session;

// What is done with the files of messages outside of the timeline: saved, opened by other programs, fetched.
class AttachmentActions : public QObject
{
    Q_OBJECT

public:
    AttachmentActions(Session &session, QWidget &window); // that questions are asked above

    void act(const File &file, AttachmentAction action);
    void openOutside(const File &file); // asks first when that may run a program
    void saveAs(const File &file);

Q_SIGNALS:
    void viewRequested(const File &file); // a picture

private:
    void askBeforeRunning(const File &file);
    void openCopy(const File &file);

    Session &m_session;
    QWidget &m_window;
};

} // namespace Hearth
