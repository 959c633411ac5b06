// SPDX-License-Identifier: Apache-2.0
#include "ui/quickswitcher.h"

#include "models/conversationfilter.h"
#include "models/conversationlistmodel.h"
#include "ui/conversationdelegate.h"
#include "ui/searchpicker.h"

#include <QVBoxLayout>

namespace Hearth {

QuickSwitcher::QuickSwitcher(ConversationListModel &conversations, Theme &theme, AvatarSource &avatars,
                             QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("quickSwitcher"));
    setWindowTitle(tr("Go to a conversation"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(420, 440);
    setBackgroundRole(QPalette::AlternateBase);

    auto *filter = new ConversationFilter(conversations, this);
    auto *picker = new SearchPicker(tr("Name of the conversation"), *filter,
                                    new ConversationDelegate(theme, avatars, this), theme, this);
    picker->repaintOn(avatars);
    picker->setHint(tr("No conversation is called like this."));
    picker->setFocus();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->addWidget(picker);

    connect(picker, &SearchPicker::textChanged, filter, &ConversationFilter::setText);
    connect(picker, &SearchPicker::picked, this, [this](const QModelIndex &index) {
        Q_EMIT chosen(index.data(ConversationListModel::IdRole).toString());
        close();
    });
}

} // namespace Hearth
