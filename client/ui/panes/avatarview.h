// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace Hearth {

class AvatarSource;

// A large avatar: 72 px.
class AvatarView : public QWidget
{
    Q_OBJECT

public:
    explicit AvatarView(AvatarSource &avatars, QWidget *parent = nullptr);

    void setPerson(const QString &name, const QString &colorKey);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    AvatarSource &m_avatars;
    QString m_name;
    QString m_colorKey;
};

} // namespace Hearth
