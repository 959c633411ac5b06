// SPDX-License-Identifier: Apache-2.0
#include "services/accountrules.h"

#include <QTest>

using namespace Hearth;
using namespace Qt::Literals::StringLiterals;

class TestAccountRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void attack45_whatBreaksARuleIsRefusedByField_data();
    void attack45_whatBreaksARuleIsRefusedByField();
};

void TestAccountRules::attack45_whatBreaksARuleIsRefusedByField_data()
{
    QTest::addColumn<QString>("username");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("displayName");
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("pointer"); // empty: accepted
    const QString good = u"correct horse"_s;
    const auto name = [&](const char *row, const QString &username, bool accepted = false) {
        QTest::newRow(row) << username << good << u"A"_s << u"a@b"_s
                           << (accepted ? QString() : u"/username"_s);
    };
    name("empty name", {});
    name("longest name", QString(64, u'a'), true);
    name("name too long", QString(65, u'a'));
    name("all that a name may have", u"0a.b_c-D"_s, true);
    name("dot first", u".a"_s);
    name("dash first", u"-a"_s);
    name("space", u"a b"_s);
    name("Cyrillic letter", u"\u0430lice"_s);
    name("right-to-left override", u"a\u202eb"_s);
    name("slash", u"a/b"_s);
    name("line break", u"a\nb"_s);
    const auto password = [&](const char *row, const QString &text, bool accepted = false) {
        QTest::newRow(row) << u"a"_s << text << u"A"_s << u"a@b"_s << (accepted ? QString() : u"/password"_s);
    };
    password("7 characters", u"1234567"_s);
    password("8 characters", u"12345678"_s, true);
    password("8 emoji", u"🐎🐎🐎🐎🐎🐎🐎🐎"_s, true);
    password("4 emoji are 8 UTF-16 units", u"🐎🐎🐎🐎"_s);
    password("256 characters", QString(256, u'x'), true);
    password("257 characters", QString(257, u'x'));
    QTest::newRow("blank display name") << u"a"_s << good << u"  "_s << u"a@b"_s << u"/display_name"_s;
    QTest::newRow("long display name")
        << u"a"_s << good << QString(129, u'x') << u"a@b"_s << u"/display_name"_s;
    QTest::newRow("overridden direction")
        << u"a"_s << good << u"Al\u202eecila"_s << u"a@b"_s << u"/display_name"_s;
    QTest::newRow("right-to-left display name")
        << u"a"_s << good << u"\u05d3\u05d5\u05d3"_s << u"a@b"_s << QString();
    QTest::newRow("joined emoji") << u"a"_s << good << u"👩\u200d🚀"_s << u"a@b"_s << QString();
    QTest::newRow("no address") << u"a"_s << good << u"A"_s << u"a.b"_s << u"/email"_s;
    QTest::newRow("two at signs") << u"a"_s << good << u"A"_s << u"a@b@c"_s << u"/email"_s;
}

void TestAccountRules::attack45_whatBreaksARuleIsRefusedByField()
{
    QFETCH(QString, username);
    QFETCH(QString, password);
    QFETCH(QString, displayName);
    QFETCH(QString, email);
    QFETCH(QString, pointer);
    RegisterRequest request;
    request.username = username;
    request.password = password;
    request.displayName = displayName;
    request.email = email;
    const auto checked = checkAccount(request);
    QCOMPARE(checked.has_value(), pointer.isEmpty());
    if (!checked) {
        QCOMPARE(checked.error().code, ErrorCode::InvalidField);
        QCOMPARE(checked.error().pointer, pointer);
    }
}

QTEST_APPLESS_MAIN(TestAccountRules)
#include "tst_accountrules.moc"
