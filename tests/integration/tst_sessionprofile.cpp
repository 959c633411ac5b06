// SPDX-License-Identifier: Apache-2.0
#include "core/devices.h"
#include "core/profile.h"

#include "support/person.h"

#include <QBuffer>
#include <QImage>
#include <QNetworkProxy>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

// What a person changes about themselves, with the real server.
class TestSessionProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_server.start()); }

    void init()
    {
        m_name = u"mia"_s + QString::number(++m_run);
        mia = std::make_unique<Person>(m_server, m_name);
        QVERIFY(mia->isOnline());
    }

    void cleanup()
    {
        QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
        mia.reset();
    }

    void aNewNameIsHeardByOthers()
    {
        Person li(m_server, u"li"_s + QString::number(m_run));
        QVERIFY(li.isOnline());
        const auto room = await(mia->session->createDirect(li.session->userId()));
        QVERIFY(room);
        const QSignalSpy changed(mia->session.get(), &Session::userChanged);
        QVERIFY(await(mia->session->profile().setDisplayName(u"Mia W. 🌻"_s)));
        QCOMPARE(mia->session->account().user.displayName, u"Mia W. 🌻"_s);
        QVERIFY(changed.count() > 0);
        const auto found = await(li.session->searchUsers(m_name));
        QVERIFY(found && found->size() == 1);
        QCOMPARE(found->first().displayName, u"Mia W. 🌻"_s);
    }

    void aNewNameFromAnotherUserServiceIsHeard()
    {
        const UserId zoe = u"zoe"_s + QString::number(m_run);
        const auto comesAs = [&](const QString &name) {
            return await(checkToken(m_server.url(), ServerProcess::externalToken(zoe, 3600, name)))
                .has_value();
        };
        QVERIFY(comesAs(u"Zoe"_s));
        QVERIFY(await(mia->session->createDirect(zoe)));
        QTRY_COMPARE(mia->session->user(zoe).displayName, u"Zoe"_s);
        QVERIFY(comesAs(u"Zoe Z."_s));
        QTRY_COMPARE(mia->session->user(zoe).displayName, u"Zoe Z."_s);
    }

    void privacyIsChangedFieldByField()
    {
        QVERIFY(await(mia->session->profile().change({false, {}})));
        QVERIFY(await(mia->session->profile().change({{}, false})));
        QCOMPARE(mia->session->account().settings, (AccountSettings{false, false}));
        mia->start();
        QVERIFY(mia->isOnline());
        QCOMPARE(mia->session->account().settings, (AccountSettings{false, false}));
    }

    void aPictureIsSetAndTakenAway()
    {
        QImage image(32, 32, QImage::Format_RGB32);
        image.fill(Qt::darkCyan);
        QBuffer png;
        image.save(&png, "PNG");
        QVERIFY(await(mia->session->profile().setPicture(png.data(), "image/png")));
        QVERIFY(mia->session->account().user.avatarUrl);
        QVERIFY(await(mia->session->profile().removePicture()));
        QVERIFY(!mia->session->account().user.avatarUrl);
        QVERIFY(!await(mia->session->profile().setPicture("no picture", "image/png")));
    }

    void aNewPasswordTakesTheOldOne()
    {
        Profile &profile = mia->session->profile();
        QVERIFY(!await(profile.changePassword(u"wrong"_s, u"another good one"_s)));
        QVERIFY(await(profile.changePassword(u"correct horse battery"_s, u"another good one"_s)));
        LoginRequest request;
        request.username = m_name;
        request.password = u"another good one"_s;
        QVERIFY(await(login(m_server.url(), request)));
    }

    void anotherDeviceIsSignedOut()
    {
        LoginRequest request;
        request.username = m_name;
        request.password = u"correct horse battery"_s;
        request.deviceName = u"Old phone"_s;
        const auto tokens = await(login(m_server.url(), request));
        QVERIFY(tokens);
        const auto devices = await(mia->session->devices().list());
        QVERIFY(devices);
        QCOMPARE(devices->size(), 2);
        const auto phone = std::ranges::find(*devices, u"Old phone"_s, &SessionInfo::deviceName);
        QVERIFY(phone != devices->end() && !phone->current);
        QVERIFY(await(mia->session->devices().signOut(phone->id)));
        QVERIFY(!await(refresh(m_server.url(), tokens->refreshToken)));
        QCOMPARE(await(mia->session->devices().list())->size(), 1);
    }

    void whatWasClearedComesAgainAndTheDraftStays()
    {
        Person li(m_server, u"li"_s + QString::number(m_run));
        QVERIFY(li.isOnline());
        const auto room = await(mia->session->createDirect(li.session->userId()));
        QVERIFY(room);
        for (const QString &text : {u"one"_s, u"two"_s, u"three"_s})
            mia->say(*room, text);
        QTRY_VERIFY(mia->session->outgoing(*room).isEmpty());
        mia->session->setDraft(*room, u"half a thought"_s);
        QVERIFY(mia->session->storedBytes() > 0);
        const QSignalSpy reset(mia->session.get(), &Session::messagesReset);
        QVERIFY(await(mia->session->clearStored()));
        QVERIFY(reset.count() > 0);
        QTRY_COMPARE(mia->texts(*room), (QStringList{u"one"_s, u"two"_s, u"three"_s}));
        QCOMPARE(mia->session->draft(*room), u"half a thought"_s);
        QVERIFY(mia->isOnline());
    }

    void aConnectionThatStandsIsMadeAnew()
    {
        const QSignalSpy states(mia->session.get(), &Session::connectionStateChanged);
        mia->session->reconnectAnew();
        QCOMPARE(mia->session->connectionState(), ConnectionState::Connecting);
        QVERIFY(mia->isOnline());
        QVERIFY(states.count() >= 3);
    }

    // What is on this computer is reached without it, so the server is one that there is nowhere.
    void everyConnectionTakesTheProxy()
    {
        QTcpServer proxy;
        QVERIFY(proxy.listen(QHostAddress::LocalHost));
        QByteArray asked;
        connect(&proxy, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *socket = proxy.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [&asked, socket] {
                asked += socket->readAll();
                socket->abort();
            });
        });
        QNetworkProxy::setApplicationProxy(
            {QNetworkProxy::HttpProxy, proxy.serverAddress().toString(), proxy.serverPort()});
        const QTemporaryDir folder;
        AuthTokens tokens;
        tokens.accessToken = u"token"_s;
        Session session({QUrl(u"http://chat.test:9097"_s), folder.path(), tokens, mia->session->account()});
        QVERIFY(await(session.start()));
        QTRY_VERIFY(asked.contains("CONNECT chat.test:9097")); // the WebSocket
        QVERIFY(!await(session.devices().list()));
        QVERIFY(asked.contains("http://chat.test:9097/api/v1/sessions"));
    }

private:
    ServerProcess m_server;
    int m_run = 0;
    QString m_name;
    std::unique_ptr<Person> mia;
};

QTEST_GUILESS_MAIN(TestSessionProfile)
#include "tst_sessionprofile.moc"
