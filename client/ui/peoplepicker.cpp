// SPDX-License-Identifier: Apache-2.0
#include "ui/peoplepicker.h"

#include "models/usersearchmodel.h"
#include "ui/userdelegate.h"

namespace Hearth {

namespace {

QString hintFor(const UserSearchModel &people)
{
    switch (people.state()) {
    case UserSearchModel::State::Idle: return SearchPicker::tr("Type the beginning of a name or a username.");
    case UserSearchModel::State::Searching: return SearchPicker::tr("Searching…");
    case UserSearchModel::State::Done: return SearchPicker::tr("Nobody has a name that begins like this.");
    case UserSearchModel::State::Failed:
        return SearchPicker::tr("The search did not work. %1").arg(people.error());
    }
    Q_UNREACHABLE();
}

} // namespace

SearchPicker *makePeoplePicker(UserSearchModel &people, Theme &theme, AvatarSource &avatars, QWidget *parent)
{
    auto *picker = new SearchPicker(SearchPicker::tr("Name or username"), people,
                                    new UserDelegate(theme, avatars, parent), theme, parent);
    picker->repaintOn(avatars);
    picker->setHint(hintFor(people));
    QObject::connect(picker, &SearchPicker::textChanged, &people, &UserSearchModel::setPrefix);
    QObject::connect(&people, &UserSearchModel::stateChanged, picker,
                     [picker, &people] { picker->setHint(hintFor(people)); });
    return picker;
}

} // namespace Hearth
