// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTranslator>

class QCoreApplication;

namespace Hearth {

class ClientSettings;

// The language of the program: the desktop's, or the one that the person chose. A change reaches every window
// as QEvent::LanguageChange, and turns the windows around where people write from right to left.
class Language : public QObject
{
    Q_OBJECT

public:
    struct Known {
        QString code; // as in the name of its file
        QString name; // in that language
    };

    Language(QCoreApplication &app, ClientSettings &settings, QObject *parent = nullptr);
    ~Language() override;

    [[nodiscard]] static const QList<Known> &all();
    [[nodiscard]] QString choice() const; // empty: as the desktop has it
    void setChoice(const QString &code);

Q_SIGNALS:
    void changed();

private:
    void apply();

    QCoreApplication &m_app;
    ClientSettings &m_settings;
    QTranslator m_ours;
    QTranslator m_qts; // buttons of dialogs, menus of fields
};

} // namespace Hearth
