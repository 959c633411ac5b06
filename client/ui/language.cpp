// SPDX-License-Identifier: Apache-2.0
#include "ui/language.h"

#include "ui/clientsettings.h"

#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isKnown(const QString &code)
{
    return std::ranges::any_of(Language::all(),
                               [&](const Language::Known &known) { return known.code == code; });
}

// The first of the desktop's languages that there is.
QString desktopLanguage()
{
    for (const QString &language : QLocale::system().uiLanguages()) {
        const QString code = language.section(u'-', 0, 0);
        if (isKnown(code))
            return code;
    }
    return u"en"_s;
}

} // namespace

Language::Language(QCoreApplication &app, ClientSettings &settings, QObject *parent)
    : QObject(parent)
    , m_app(app)
    , m_settings(settings)
{
    apply();
}

Language::~Language()
{
    QLocale::setDefault(QLocale::system());
}

const QList<Language::Known> &Language::all()
{
    static const QList<Known> known{{u"de"_s, u"Deutsch"_s},
                                    {u"en"_s, u"English"_s},
                                    {u"es"_s, u"Español"_s},
                                    {u"fr"_s, u"Français"_s},
                                    {u"ar"_s, u"العربية"_s}};
    return known;
}

QString Language::choice() const
{
    return m_settings.language();
}

void Language::setChoice(const QString &code)
{
    if (code == choice())
        return;
    m_settings.setLanguage(code);
    apply();
    Q_EMIT changed();
}

// Dates and numbers follow the desktop as long as the language does: a German may want Swiss ones.
void Language::apply()
{
    const bool chosen = isKnown(choice());
    const QString code = chosen ? choice() : desktopLanguage();
    const QLocale locale = chosen ? QLocale(code) : QLocale::system();
    m_app.removeTranslator(&m_ours);
    m_app.removeTranslator(&m_qts);
    QLocale::setDefault(locale);
    if (m_qts.load("qtbase_"_L1 + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        m_app.installTranslator(&m_qts);
    if (m_ours.load(":/translations/hearth_"_L1 + code))
        m_app.installTranslator(&m_ours);
    QGuiApplication::setLayoutDirection(QLocale(code).textDirection());
}

} // namespace Hearth
