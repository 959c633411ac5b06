// SPDX-License-Identifier: Apache-2.0
#include "core/session.h"
#include "platform/chosensecretstore.h"
#include "platform/colorscheme.h"
#include "platform/memorysecretstore.h"
#include "support/postgresdatabase.h"
#include "support/serverprocess.h"
#include "support/testclient.h"
#include "ui/accountmanager.h"
#include "ui/appearance.h"
#include "ui/banner.h"
#include "ui/mainwindow.h"
#include "ui/timeline/timelineview.h"
#include "ui/typingline.h"

#include <QApplication>
#include <QCoroTask>
#include <QInputMethodEvent>
#include <QListView>
#include <QScreen>
#include <QTest>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 60'000; // ms; a reconnect may wait for 30 s

// One person at one desktop: the real window on the real client, with a data folder of its own.
struct Person {
    Person(const QString &name, Appearance &appearance, const QPoint &corner)
        : username(name)
        , settings(folder.path())
        , secrets(keychain, folder.filePath(QStringLiteral("signins.sealed")))
        , accounts(folder.path(), settings, secrets)
        , window(accounts, appearance, settings, secrets)
    {
        window.resize(780, 720);
        window.move(corner);
        window.show();
    }

    template<typename Widget>
    [[nodiscard]] Widget *find(const char *objectName = nullptr) const
    {
        return window.findChild<Widget *>(objectName ? QString::fromLatin1(objectName) : QString());
    }

    void openFirstConversation() const
    {
        auto *list = find<QListView>("conversationList");
        QTRY_VERIFY_WITH_TIMEOUT(list->model()->rowCount() == 1, patience);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(0, 0)).center());
        QTRY_VERIFY_WITH_TIMEOUT(find<TimelineView>() && find<QWidget>("composerEdit")->isVisible(),
                                 patience);
    }

    void comeToTheFront()
    {
        window.raise();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        find<QWidget>("composerEdit")->setFocus();
        QTest::mouseMove(&window, window.rect().center());
    }

    // Latin letters by key, everything else as an input method brings it.
    void type(const QString &text) const
    {
        auto *edit = find<QWidget>("composerEdit");
        for (const QChar letter : text) {
            if (letter.unicode() < 0x80) {
                QTest::keyClick(edit, letter.toLatin1());
                continue;
            }
            QInputMethodEvent event;
            event.setCommitString(letter);
            QCoreApplication::sendEvent(edit, &event);
        }
    }

    void say(const QString &text) const
    {
        type(text);
        QTest::keyClick(find<QWidget>("composerEdit"), Qt::Key_Return);
    }

    // The messages in the window as a screen reader says them, the oldest first.
    [[nodiscard]] QStringList messages() const
    {
        QStringList texts;
        const auto *view = find<TimelineView>();
        for (int row = 0; view && row < int(view->store().rows().size()); ++row)
            texts += view->rowText(row);
        return texts;
    }

    [[nodiscard]] QString messageWith(const QString &text) const
    {
        const QStringList found = messages().filter(text);
        return found.size() == 1 ? found.first() : u"%1 times"_s.arg(found.size());
    }

    [[nodiscard]] QString typingLine() const { return find<TypingLine>()->text(); }

    [[nodiscard]] PresenceStatus otherIs() const
    {
        const QList<ConversationSummary> conversations = accounts.session()->conversations();
        return accounts.session()->presence(conversations.first().directWith.value_or(QString()));
    }

    const QString username;
    QTemporaryDir folder;
    ClientSettings settings;
    MemorySecretStore keychain;
    ChosenSecretStore secrets;
    AccountManager accounts;
    MainWindow window;
};

// The whole screen, once everything that is due was painted.
void photograph(const QString &name)
{
    for (QWidget *window : QApplication::topLevelWidgets())
        window->repaint();
    QCoreApplication::processEvents();
    QGuiApplication::primaryScreen()->grabWindow(0).save(QStringLiteral(HEARTH_SCREENSHOTS) + u'/' + name);
}

} // namespace

// Two people at two windows of the desktop client, a real server and a real PostgreSQL.
class TestTwoPeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_server.start(), m_server.log());
        for (const char *name : {"ana", "li"}) {
            int exitCode = -1;
            m_server.run(
                {u"user"_s, u"add"_s, QLatin1StringView(name), u"--display-name"_s,
                 QLatin1StringView(name).first(1).toString().toUpper() + QLatin1StringView(name).mid(1),
                 u"--password-stdin"_s},
                "a good password\n", &exitCode);
            QCOMPARE(exitCode, 0);
        }
    }

    void talkAndLoseNothing()
    {
        ColorScheme desktop;
        ClientSettings settings(m_folder.path());
        Appearance appearance(*qApp, settings, desktop);
        Person ana(u"ana"_s, appearance, {10, 10});
        Person li(u"li"_s, appearance, {800, 10});
        signIn(ana);
        signIn(li);
        makeConversation(ana, li);
        ana.openFirstConversation();
        li.openFirstConversation();

        // Each sees that the other is there.
        for (const Person *person : {&ana, &li})
            QTRY_COMPARE_WITH_TIMEOUT(person->otherIs(), PresenceStatus::Online, patience);

        // Ana types, and Li sees that she does.
        ana.comeToTheFront();
        ana.type(u"Hello Li, the kettle is"_s);
        QTRY_VERIFY_WITH_TIMEOUT(li.typingLine().contains(u"Ana"_s), patience);
        photograph(u"typing.png"_s);
        ana.say(u" on. Tea?"_s);
        const QString hello = u"Hello Li, the kettle is on. Tea?"_s;
        QTRY_VERIFY_WITH_TIMEOUT(li.messageWith(hello).contains(u"Ana"_s), patience);
        QTRY_VERIFY_WITH_TIMEOUT(li.typingLine().isEmpty(), patience);

        // It has arrived; it is read when Li looks.
        QTRY_VERIFY_WITH_TIMEOUT(ana.messageWith(hello).contains(u"Delivered"_s), patience);
        li.comeToTheFront();
        QTRY_VERIFY_WITH_TIMEOUT(ana.messageWith(hello).contains(u"Read"_s), patience);
        li.say(u"Yes please! Two minutes \u2014 I will bring the biscuits"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ana.messageWith(u"biscuits"_s).contains(u"Li"_s), patience);
        ana.comeToTheFront();
        ana.say(u"**Perfect.** The notes are in `minutes.md`."_s);
        QTRY_VERIFY_WITH_TIMEOUT(li.messageWith(u"minutes.md"_s).contains(u"Ana"_s), patience);
        QTRY_VERIFY_WITH_TIMEOUT(li.messageWith(u"biscuits"_s).contains(u"Read"_s), patience);
        li.comeToTheFront();
        QTRY_VERIFY_WITH_TIMEOUT(ana.messageWith(u"minutes.md"_s).contains(u"Read"_s), patience);
        photograph(u"two-people.png"_s);

        // The server dies; Ana goes on writing.
        m_server.kill();
        auto *banner = ana.find<Banner>("connectionBanner");
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), patience);
        ana.comeToTheFront();
        const QStringList offline{u"first of three"_s, u"second of three"_s, u"third of three"_s};
        for (const QString &text : offline) {
            ana.say(text);
            QTRY_VERIFY(ana.messageWith(text).contains(text));
        }
        QTRY_VERIFY_WITH_TIMEOUT(banner->text().contains(u"3 messages will be sent"_s), patience);
        photograph(u"offline.png"_s);

        // It comes back, and all three are there once and in order.
        QVERIFY2(m_server.start(), m_server.log());
        for (const QString &text : offline)
            QTRY_VERIFY_WITH_TIMEOUT(li.messageWith(text).contains(u"Ana"_s), patience);
        QCOMPARE(orderOf(li.messages().filter(u"of three"_s)), offline);
        QTRY_VERIFY_WITH_TIMEOUT(ana.messageWith(offline.last()).contains(u"Delivered"_s)
                                     || ana.messageWith(offline.last()).contains(u"Read"_s),
                                 patience);
        QCOMPARE(orderOf(ana.messages().filter(u"of three"_s)), offline);
        QCOMPARE(storedContents(),
                 QStringList({hello,
                              u"Yes please! Two minutes \u2014 I will bring the "
                              "biscuits"_s,
                              u"**Perfect.** The notes are in `minutes.md`."_s})
                     + offline);
        QTRY_VERIFY_WITH_TIMEOUT(!banner->isVisible(), patience);
        photograph(u"back.png"_s);
    }

private:
    void signIn(Person &person)
    {
        person.window.signIn({m_server.url(), false, person.username, u"a good password"_s, {}, {}});
        QTRY_VERIFY_WITH_TIMEOUT(person.accounts.session() != nullptr, patience);
        QTRY_COMPARE_WITH_TIMEOUT(person.accounts.session()->connectionState(), ConnectionState::Online,
                                  patience);
    }

    void makeConversation(const Person &one, const Person &other)
    {
        const auto made =
            QCoro::waitFor(one.accounts.session()->createDirect(other.accounts.session()->userId()));
        QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().detail));
        m_conversation = *made;
        RestClient rest(m_server.url(), {});
        const Answer login = rest.post(u"/api/v1/auth/login"_s,
                                       {{u"username"_s, u"li"_s}, {u"password"_s, u"a good password"_s}});
        m_token = login.json.value("access_token"_L1).toString();
        QVERIFY(!m_token.isEmpty());
    }

    // The words of each row, without what a screen reader adds.
    static QStringList orderOf(const QStringList &rows)
    {
        QStringList found;
        for (const QString &row : rows) {
            for (const QString &text : {u"first of three"_s, u"second of three"_s, u"third of three"_s}) {
                if (row.contains(text))
                    found += text;
            }
        }
        return found;
    }

    [[nodiscard]] QStringList storedContents() const
    {
        RestClient rest(m_server.url(), m_token);
        const Answer page = rest.get(u"/api/v1/conversations/%1/messages?after_seq=0"_s.arg(m_conversation));
        QStringList contents;
        for (const QJsonValue &message : page.json.value("messages"_L1).toArray())
            contents.prepend(message.toObject().value("content"_L1).toString());
        return contents;
    }

    PostgresDatabase m_database;
    ServerProcess m_server{m_database.url()};
    QTemporaryDir m_folder;
    ConversationId m_conversation;
    QString m_token;
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    TestTwoPeople test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_twopeople.moc"
