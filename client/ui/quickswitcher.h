// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ids.h"

#include <QDialog>

namespace Hearth {

class AvatarSource;
class ConversationListModel;
class Theme;

// Goes to a conversation by its name. Deletes itself when it is closed.
class QuickSwitcher : public QDialog
{
    Q_OBJECT

public:
    QuickSwitcher(ConversationListModel &conversations, Theme &theme, AvatarSource &avatars,
                  QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const ConversationId &id);
};

} // namespace Hearth
