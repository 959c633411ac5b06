// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSplitter>

namespace Hearth {

// The line between list and conversation. A double click on it gives the list its usual width again.
class ColumnSplitter : public QSplitter
{
    Q_OBJECT

public:
    explicit ColumnSplitter(QWidget *parent = nullptr);

Q_SIGNALS:
    void resetRequested();

protected:
    [[nodiscard]] QSplitterHandle *createHandle() override;
    void changeEvent(QEvent *event) override;
};

} // namespace Hearth
