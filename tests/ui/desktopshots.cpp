// SPDX-License-Identifier: Apache-2.0
// Writes pictures of the settings, the rail, large text, high contrast and mirrored windows: desktopshots
// <folder>.
#include "desktoptest.h"
#include "fakepanes.h"

#include "support/pseudotranslator.h"
#include "ui/searchfield.h"
#include "ui/settings/settingspage.h"

#include <QDir>
#include <QPushButton>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const User mia = person(u"mia.weber"_s, u"Mia Weber"_s);
const User work = person(u"mia"_s, u"Mia at work"_s);
const User ana = person(u"ana"_s, u"Ana Costa"_s);
const User li = person(u"li.wei"_s, u"Li Wei"_s);

class DesktopShots : public DesktopTest
{
public:
    DesktopShots(const QDir &folder, bool dark)
        : m_folder(folder)
        , m_suffix(dark ? u"dark"_s : u"light"_s)
    {
        openProgram();
        m_desktop->setDark(dark);
    }

    ~DesktopShots() override { closeProgram(); }

    void takeAll()
    {
        signIn(mia);
        talk();
        settingsPages();
        rail();
        m_desktop->setWantsContrast(true);
        shoot(*m_window, u"contrast"_s);
        m_desktop->setWantsContrast(false);
        m_appearance->setTextSize(200);
        shoot(*m_window, u"text-200"_s);
        shoot(*settings(), u"settings-200"_s);
        shootLeaving(u"leaving-200"_s);
        settings()->close();
        m_appearance->setTextSize(75);
        shoot(*m_window, u"text-75"_s);
        m_appearance->setTextSize(100);
        m_language->setChoice(u"ar"_s);
        shootLeaving(u"leaving-arabic"_s);
        settings()->close();
        PseudoTranslator pseudo;
        qApp->installTranslator(&pseudo);
        shoot(*m_window, u"mirrored"_s);
        shoot(*settings(), u"settings-mirrored"_s);
        m_language->setChoice(u"en"_s);
        QCoreApplication::processEvents();
    }

private:
    void talk()
    {
        fake().addDirect(u"ana"_s, ana).conversation.my.unreadCount = 2;
        fake().addGroup(u"team"_s, u"Platform team"_s, {ana, li});
        fake().post(u"team"_s, li.id, u"The build is green again"_s, now() - 3h);
        fake().post(u"ana"_s, ana.id, u"Good morning! Have you seen the plan for Thursday?"_s, now() - 2h);
        fake().post(u"ana"_s, mia.id, u"Yes, I have read it. I will have the figures ready tonight."_s,
                    now() - 1h);
        fake().typing[u"ana"_s] = {ana.id};
        SessionInfo here{u"s1"_s, u"Mia's laptop"_s, u"linux"_s, {}, u"10.0.0.1"_s};
        here.current = true;
        SessionInfo there{u"s2"_s, u"Old phone"_s, u"android"_s, {}, u"10.0.0.2"_s};
        there.lastUsedAt = now() - 24h;
        profileOf(session()).devices = {here, there};
        fake().storedBytes = 48 * 1000 * 1000;
        panesOf(session()).blocked = {person(u"max"_s, u"Max Storm"_s)};
        showConversations();
        workspace().open(u"ana"_s);
    }

    void settingsPages()
    {
        const auto pages = settings()->findChildren<SettingsPage *>().size();
        for (int page = 0; page < pages; ++page) {
            settings()->setCurrentPage(page);
            shoot(*settings(), u"settings-%1"_s.arg(page));
        }
        for (const auto &[words, name] :
             {std::pair(u"sign out"_s, u"settings-search"_s), {u"erase"_s, u"settings-search-account"_s}}) {
            settings()->findChild<SearchField *>()->setText(words);
            shoot(*settings(), name);
        }
        shootLeaving(u"leaving"_s);
        settings()->close();
    }

    void shootLeaving(const QString &name)
    {
        settings()->findChild<QPushButton *>(u"deleteAccount"_s)->click();
        QCoreApplication::processEvents();
        auto *dialog = settings()->findChild<QDialog *>(u"deleteAccountDialog"_s);
        profileOf(session()).refusal = Error{ErrorCode::InvalidField, u"The password is wrong."_s, {}, {}};
        dialog->findChild<QPushButton *>(u"deleteForGood"_s)->click();
        profileOf(session()).refusal.reset();
        shoot(*dialog, name);
        dialog->close();
    }

    void rail()
    {
        signIn(work);
        shoot(*m_window, u"rail"_s);
        m_accounts->select(m_accounts->sessions().first());
        shoot(*m_window, u"rail-other"_s);
    }

    void shoot(QWidget &window, const QString &name)
    {
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        const QString file = m_folder.filePath(u"%1-%2.png"_s.arg(name, m_suffix));
        if (!window.grab().save(file))
            qFatal("cannot write %s", qPrintable(file));
    }

    const QDir m_folder;
    const QString m_suffix;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QCoreApplication::setApplicationVersion(QStringLiteral(HEARTH_VERSION));
    const QDir folder(QApplication::arguments().value(1, u"pictures"_s));
    if (!folder.mkpath(u"."_s))
        qFatal("cannot create %s", qPrintable(folder.path()));
    for (const bool dark : {false, true})
        DesktopShots(folder, dark).takeAll();
}
