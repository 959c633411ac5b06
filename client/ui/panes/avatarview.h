// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace Hearth {

// A large avatar: 72 px.
class AvatarView : public QWidget
{
    Q_OBJECT

public:
    explicit AvatarView(QWidget *parent = nullptr);

    void setPerson(const QString &name, const QString &colorKey);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    QString m_colorKey;
};

} // namespace Hearth
