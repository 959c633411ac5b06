// SPDX-License-Identifier: Apache-2.0
#include "windowtest.h"

#include "ui/desktop/hearthlink.h"
#include "ui/desktop/linkopener.h"
#include "ui/signinpage.h"
#include "ui/timeline/timelineview.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QMessageBox>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

const User mia = person(u"mia"_s, u"Mia Weber"_s);
const User ana = person(u"ana"_s, u"Ana Costa"_s);
const QUrl here(u"http://localhost:9097"_s);

} // namespace

class TestLinks : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        openWindow();
        signIn(mia);
        fake().addDirect(u"with-ana"_s, ana);
        for (int i = 0; i < 3; ++i)
            fake().post(u"with-ana"_s, ana.id, u"hello"_s, now());
        showConversations();
        m_opener = std::make_unique<LinkOpener>(*m_accounts, *m_window);
    }

    void cleanup()
    {
        m_opener.reset();
        closeWindow();
    }

    void aLinkReadsAsItWasWritten_data()
    {
        QTest::addColumn<HearthLink>("link");
        const QUrl server(u"https://chat.example.org:8443/hearth"_s);
        QTest::newRow("server") << HearthLink{server, {}};
        QTest::newRow("conversation") << HearthLink{server, u"0190-ab_C"_s};
        QTest::newRow("message") << HearthLink{here, u"0190"_s, 42};
    }

    void aLinkReadsAsItWasWritten()
    {
        QFETCH(HearthLink, link);
        QVERIFY(hearthLinkFrom(toString(link)) == link);
    }

    void whatIsNotExactlyALinkIsNone_data()
    {
        QTest::addColumn<QString>("text");
        const QString server = u"server=https%3A%2F%2Fchat.example.org"_s;
        const QString open = u"hearth://open?"_s + server + u"&conversation=c1"_s;
        const QStringList wrong{QString(),
                                u"https://open?"_s + server + u"&conversation=c1"_s,
                                u"hearth://other?"_s + server,
                                u"hearth://open?"_s + server,
                                u"hearth://connect?"_s + server + u"&conversation=c1"_s,
                                u"hearth://connect"_s,
                                u"hearth://connect?server=file%3A%2F%2F%2Fetc%2Fpasswd"_s,
                                u"hearth://connect?server=https%3A%2F%2Fmia%3Asecret%40example.org"_s,
                                u"hearth://connect?server=chat.example.org"_s,
                                u"hearth://mia@connect?"_s + server,
                                u"hearth://connect/path?"_s + server,
                                u"hearth://connect?"_s + server + u"#there"_s,
                                u"hearth://connect?"_s + server + u'&' + server,
                                u"hearth://connect?"_s + server + u"&password=x"_s,
                                open + u"&message=-1"_s,
                                open + u"&message=1e3"_s,
                                open + u"&message=99999999999999999999"_s,
                                open + u"%2F..%2Fc2"_s,
                                open + u"%0A"_s,
                                open + QString(3000, u'x')};
        for (const QString &text : wrong)
            QTest::addRow("%s", qPrintable(text.left(80))) << text;
    }

    void whatIsNotExactlyALinkIsNone()
    {
        QFETCH(QString, text);
        QVERIFY(!hearthLinkFrom(text));
    }

    void aConversationOpens()
    {
        m_opener->open(toString({here, u"with-ana"_s, 2}));
        QCOMPARE(workspace().conversation(), u"with-ana"_s);
    }

    void theLinkOfAMessageIsCopiedAndLeadsBackToIt()
    {
        workspace().open(u"with-ana"_s);
        auto *view = find<QWidget>(u"conversationPane"_s)->findChild<TimelineView *>();
        QTRY_COMPARE(view->store().loaded(), 3);
        const auto rowOf = [view](qint64 seq) {
            for (int row = 0; row < view->store().rows().size(); ++row) {
                if (view->store().rows().at(row).isMessage() && view->store().itemOf(row).seq == seq)
                    return row;
            }
            return -1;
        };
        Q_EMIT view->rowActionRequested(RowAction::CopyLink, view->store().itemOf(rowOf(2)).id, {});
        const QString link = QApplication::clipboard()->text();
        QCOMPARE(link, toString({here, u"with-ana"_s, 2}));
        workspace().closeConversation();
        m_opener->open(link);
        QTRY_VERIFY(rowOf(2) >= 0 && view->currentRow() == rowOf(2));
    }

    void aLinkInAMessageOpensHere()
    {
        QVERIFY(QDesktopServices::openUrl(QUrl(toString({here, u"with-ana"_s, 2}))));
        QCOMPARE(workspace().conversation(), u"with-ana"_s);
    }

    void aConversationOfSomebodyElseIsExplained()
    {
        m_opener->open(toString({here, u"unknown"_s}));
        QVERIFY(find<QMessageBox>(u"warning"_s));
        QVERIFY(workspace().conversation().isEmpty());
    }

    void nonsenseIsExplained()
    {
        m_opener->open(u"hearth://nonsense"_s);
        QVERIFY(find<QMessageBox>(u"warning"_s));
    }

    void anUnknownServerIsAskedAboutBeforeAnythingHappens()
    {
        m_opener->open(u"hearth://connect?server=https%3A%2F%2Fchat.example.org"_s);
        auto *question = find<QMessageBox>(u"question"_s);
        QVERIFY(question);
        QVERIFY(question->text().contains(u"https://chat.example.org"_s));
        QVERIFY(workspace().isVisible());
        for (QAbstractButton *button : question->buttons()) {
            if (question->buttonRole(button) == QMessageBox::AcceptRole)
                button->click();
        }
        QTRY_VERIFY(m_window->signInPage().isVisible());
        QCOMPARE(find<QComboBox>(u"serverField"_s)->currentText(), u"https://chat.example.org"_s);
    }

private:
    std::unique_ptr<LinkOpener> m_opener;
};

Q_DECLARE_METATYPE(Hearth::HearthLink)

QTEST_MAIN(TestLinks)
#include "tst_links.moc"
