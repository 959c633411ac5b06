// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/timelinestore.h"

#include <QDialog>

class QLabel;
class QTextBrowser;

namespace Hearth {

class Session;

// What a message said before it was edited, the newest first, with what each edit took away.
class VersionsDialog : public QDialog
{
    Q_OBJECT

public:
    VersionsDialog(Session &session, const TimelineItem &item, QWidget *parent = nullptr); // deletes itself

private:
    void show(const QList<MessageVersion> &versions);

    const TimelineItem m_item;
    QLabel *const m_notice;
    QTextBrowser *const m_texts;
};

// The words of `before` that are not in `after` in the same order: start and length, in UTF-16 code units.
[[nodiscard]] QList<std::pair<int, int>> wordsGone(const QString &before, const QString &after);

} // namespace Hearth
