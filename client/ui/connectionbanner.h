// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/banner.h"

namespace Hearth {

class ConnectionNotice;

// Shows a ConnectionNotice.
class ConnectionBanner : public Banner
{
    Q_OBJECT

public:
    ConnectionBanner(const ConnectionNotice &notice, Theme &theme, QWidget *parent = nullptr);

private:
    void refresh();

    const ConnectionNotice &m_notice;
};

} // namespace Hearth
