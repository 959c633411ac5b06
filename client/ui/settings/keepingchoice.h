// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/choicebox.h"

#include <QCoroTask>

namespace Hearth {

class ChosenSecretStore;

// Where the sign-ins of this computer are kept; choosing the other place moves them there.
class KeepingChoice : public PageBox
{
    Q_OBJECT

public:
    explicit KeepingChoice(ChosenSecretStore &secrets, QWidget *parent = nullptr);

Q_SIGNALS:
    void failed(const QString &sentence); // empty: no longer

private:
    void choose(int place);
    void refresh();
    void useFile();
    void giveUpFile();
    QCoro::Task<void> useKeychain();

    ChosenSecretStore &m_secrets;
};

} // namespace Hearth
