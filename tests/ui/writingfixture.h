// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fakesession.h"
#include "fakespelling.h"
#include "ui/clientsettings.h"
#include "ui/composer.h"
#include "ui/composeredit.h"
#include "ui/theme.h"
#include "ui/writing/writingtools.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

namespace Hearth::Test {

// A composer in a window of its own, in a conversation with some people.
struct WritingFixture {
    WritingFixture()
    {
        fakeOf(session).addGroup(QStringLiteral("team"), QStringLiteral("Team"),
                                 {person(QStringLiteral("ana"), QStringLiteral("Ana Costa")),
                                  person(QStringLiteral("anais"), QStringLiteral("Anaïs Petit")),
                                  person(QStringLiteral("li.wei"), QStringLiteral("Li Wei")),
                                  person(QStringLiteral("omar"), QStringLiteral("Ömer Haddad"))});
        tools.setSpellingLanguages({QStringLiteral("en_US")});
        auto *layout = new QVBoxLayout(&window);
        layout->addStretch();
        composer = new Composer(session, tools, theme, &window);
        layout->addWidget(composer);
        composer->setConversation(QStringLiteral("team"));
        edit = composer->findChild<ComposerEdit *>();
        spy = std::make_unique<QSignalSpy>(composer, &Composer::sendRequested);
        window.resize(600, 500);
        window.show();
        edit->setFocus();
    }

    [[nodiscard]] QList<MessageDraft> sent() const
    {
        QList<MessageDraft> drafts;
        for (const QList<QVariant> &arguments : *spy)
            drafts.append(arguments.first().value<MessageDraft>());
        return drafts;
    }

    // The last one.
    [[nodiscard]] MessageDraft draft() const { return spy->isEmpty() ? MessageDraft() : sent().last(); }

    void type(const QString &text) const { QTest::keyClicks(edit, text); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(edit, key, modifiers);
    }

    QTemporaryDir data;
    ClientSettings settings{data.path()};
    FakeSpelling spelling;
    WritingTools tools{settings, spelling};
    Theme theme{Theme::Appearance::Light};
    Session session{configFor(person(QStringLiteral("mia"), QStringLiteral("Mia Weber")))};
    QWidget window;
    Composer *composer = nullptr;
    ComposerEdit *edit = nullptr;
    std::unique_ptr<QSignalSpy> spy; // of what is sent
};

} // namespace Hearth::Test
