// SPDX-License-Identifier: Apache-2.0
#include "faketransfers.h"

#include "ui/conversationheader.h"
#include "ui/theme.h"
#include "ui/timeline/avatars.h"

#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Hearth;
using namespace Hearth::Test;
using namespace Qt::Literals::StringLiterals;

namespace {

// How often a widget is painted without being asked to by the test.
class Paintings : public QObject
{
public:
    explicit Paintings(QWidget &widget) { widget.installEventFilter(this); }

    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }

    int count = 0;
};

} // namespace

class TestAvatars : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_here = std::make_unique<QTemporaryDir>();
        m_session = std::make_unique<Session>(configFor(person(u"me"_s, u"Mia"_s)));
        fake().addDirect(u"d"_s, person(u"ada"_s, u"Ada Bell"_s));
    }

    void cleanup() { m_session.reset(); }

    void initialsStandUntilThePictureIsThere()
    {
        transfersOf(*m_session).waits = true;
        setPicture(u"ada"_s, u"red"_s, Qt::red);
        ConversationHeader header(*m_session, m_theme);
        header.resize(400, 52);
        header.setConversation(u"d"_s);
        header.show();
        QTRY_COMPARE(asked(), (QStringList{u"fetch red"_s}));
        QVERIFY(discOf(header) != QColor(Qt::red));

        const Paintings paintings(header);
        answerAll(*m_session);
        QTRY_VERIFY(paintings.count > 0);
        QCOMPARE(discOf(header), QColor(Qt::red));
        QCOMPARE(asked().size(), 1);
    }

    void aChangedPictureTakesThePlaceOfTheOneBefore()
    {
        setPicture(u"ada"_s, u"red"_s, Qt::red);
        ConversationHeader header(*m_session, m_theme);
        header.resize(400, 52);
        header.setConversation(u"d"_s);
        header.show();
        QTRY_COMPARE(discOf(header), QColor(Qt::red));

        QSignalSpy changed(&Avatars::of(*m_session), &Avatars::changed);
        setPicture(u"ada"_s, u"blue"_s, Qt::blue);
        QCOMPARE(changed.size(), 1);
        QTRY_COMPARE(discOf(header), QColor(Qt::blue));

        changed.clear();
        fake().users[u"ada"_s].avatarUrl.reset();
        Q_EMIT m_session->userChanged(u"ada"_s);
        QCOMPARE(changed.size(), 1);
        QVERIFY(discOf(header) != QColor(Qt::blue) && discOf(header) != QColor(Qt::red));
    }

    void groupsHavePicturesToo()
    {
        auto &group = fake().addGroup(u"g"_s, u"Garden"_s, {person(u"ada"_s, u"Ada Bell"_s)});
        write(u"green"_s, Qt::green, {40, 40});
        group.conversation.avatarUrl = u"/api/v1/files/green"_s;
        Avatars avatars(*m_session);
        QTRY_COMPARE(avatars.avatar(u"g"_s, 20).size(), QSize(20, 20));
        QCOMPARE(avatars.avatar(u"g"_s, 20).pixelColor(10, 10), QColor(Qt::green));
    }

    void aPictureIsTheMiddleOfTheImageAndRound()
    {
        QImage wide(300, 100, QImage::Format_RGB32);
        wide.fill(Qt::blue);
        QPainter(&wide).fillRect(100, 0, 100, 100, Qt::red);
        setPicture(u"ada"_s, u"wide"_s, Qt::red);
        QVERIFY(wide.save(path(u"wide"_s), "PNG"));
        Avatars avatars(*m_session);
        QTRY_COMPARE(avatars.avatar(u"ada"_s, 64).size(), QSize(64, 64));
        const QImage disc = avatars.avatar(u"ada"_s, 64);
        QCOMPARE(disc.pixelColor(0, 0).alpha(), 0);
        QCOMPARE(disc.pixelColor(32, 2), QColor(Qt::red)); // no band above or below
        QCOMPARE(disc.pixelColor(4, 32), QColor(Qt::red)); // nor the ends of the image
    }

    void eachSizeIsAsSharpAsTheScreen()
    {
        setPicture(u"ada"_s, u"red"_s, Qt::red);
        Avatars avatars(*m_session);
        QTRY_COMPARE(avatars.avatar(u"ada"_s, 32).size(), QSize(32, 32));
        QTRY_COMPARE(avatars.avatar(u"ada"_s, 64).size(), QSize(64, 64));
    }

    void ofAPictureThatCannotBeReadTheInitialsStay()
    {
        setPicture(u"ada"_s, u"broken"_s, Qt::red);
        QFile file(path(u"broken"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no picture") > 0);
        file.close();
        Avatars avatars(*m_session);
        for (const UserId &other : {u"bo"_s, u"cy"_s, u"di"_s}) {
            QVERIFY(avatars.avatar(u"ada"_s, 32).isNull());
            setPicture(other, other, Qt::green); // comes after what was asked for before
            QTRY_VERIFY(!avatars.avatar(other, 32).isNull());
        }
        QVERIFY(avatars.avatar(u"ada"_s, 32).isNull());
        QCOMPARE(asked().count(u"fetch broken"_s), 1); // not at each painting
    }

    void whatDidNotComeIsAskedForAgainOnceOnline()
    {
        setPicture(u"ada"_s, u"red"_s, Qt::red);
        const QString there = transfersOf(*m_session).paths.take(u"red"_s);
        Avatars avatars(*m_session);
        (void)avatars.avatar(u"ada"_s, 32);
        QTRY_COMPARE(asked().size(), 1);

        transfersOf(*m_session).paths.insert(u"red"_s, there);
        QSignalSpy changed(&avatars, &Avatars::changed);
        Q_EMIT m_session->connectionStateChanged(ConnectionState::Online);
        QCOMPARE(changed.size(), 1);
        QTRY_VERIFY(!avatars.avatar(u"ada"_s, 32).isNull());
    }

    void picturesElsewhereAreNotFetched_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("elsewhere") << u"https://pictures.example/ada.png"_s;
        QTest::newRow("another route") << u"/api/v1/users/me"_s;
        QTest::newRow("a route below") << u"/api/v1/files/a/thumbnail"_s;
        QTest::newRow("nothing") << QString();
    }
    void picturesElsewhereAreNotFetched()
    {
        QFETCH(const QString, url);
        fake().users[u"ada"_s].avatarUrl = url;
        setPicture(u"bo"_s, u"red"_s, Qt::red);
        Avatars avatars(*m_session);
        QVERIFY(avatars.avatar(u"ada"_s, 32).isNull());
        QTRY_VERIFY(!avatars.avatar(u"bo"_s, 32).isNull()); // by now the other one would have been asked for
        QCOMPARE(asked(), (QStringList{u"fetch red"_s}));
    }

    void memoryIsLimited()
    {
        constexpr qint64 most = 5 * 32 * 32 * 4;
        Avatars avatars(*m_session, nullptr, most);
        for (int i = 0; i < 12; ++i) {
            const QString id = u"p%1"_s.arg(i);
            setPicture(id, id, Qt::red);
            QTRY_VERIFY(!avatars.avatar(id, 32).isNull());
        }
        QVERIFY(avatars.bytes() <= most);
        QVERIFY(!avatars.avatar(u"p11"_s, 32).isNull());
    }

    void oneAccountHasOneSetOfPictures()
    {
        Avatars &avatars = Avatars::of(*m_session);
        QCOMPARE(&Avatars::of(*m_session), &avatars);
    }

    void closingWhilePicturesAreReadIsHarmless()
    {
        for (int i = 0; i < 6; ++i) {
            const QString id = u"p%1"_s.arg(i);
            setPicture(id, id, Qt::red, {900, 900});
            (void)Avatars::of(*m_session).avatar(id, 64);
        }
        QCoreApplication::processEvents();
        m_session.reset();
        QCoreApplication::processEvents();
    }

private:
    [[nodiscard]] FakeSession &fake() { return fakeOf(*m_session); }
    [[nodiscard]] QStringList asked() { return transfersOf(*m_session).asked; }
    [[nodiscard]] QString path(const QString &name) const { return m_here->filePath(name); }

    // In the disc of a header, away from its letters.
    static QColor discOf(QWidget &header) { return header.grab().toImage().pixelColor(20, 26); }

    void write(const QString &file, const QColor &color, QSize size)
    {
        QImage image(size, QImage::Format_RGB32);
        image.fill(color);
        QVERIFY(image.save(path(file), "PNG"));
        transfersOf(*m_session).paths.insert(file, path(file));
    }

    void setPicture(const UserId &id, const QString &file, const QColor &color, QSize size = {64, 64})
    {
        write(file, color, size);
        if (!fake().users.contains(id))
            fake().users.insert(id, person(id, id));
        fake().users[id].avatarUrl = u"/api/v1/files/"_s + file;
        Q_EMIT m_session->userChanged(id);
    }

    std::unique_ptr<QTemporaryDir> m_here;
    std::unique_ptr<Session> m_session;
    Theme m_theme{Theme::Appearance::Light};
};

QTEST_MAIN(TestAvatars)
#include "tst_avatars.moc"
