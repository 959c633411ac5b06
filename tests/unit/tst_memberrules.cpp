// SPDX-License-Identifier: Apache-2.0
#include "services/memberrules.h"
#include "wire/limits.h"

#include <QTest>

using namespace Hearth;
using namespace Qt::Literals::StringLiterals;
using enum ConversationType;

namespace {

constexpr MemberRole owner = MemberRole::Owner;
constexpr MemberRole admin = MemberRole::Admin;
constexpr MemberRole plain = MemberRole::Member;

// "" when it is allowed, or the code of the error.
QString verdict(const Result<void> &result)
{
    return result ? QString() : QString(wireName(result.error().code));
}

const QString yes;
const QString no = u"forbidden"_s;
const QString notNow = u"conflict"_s;

MemberScene on(MemberRole actor, MemberRole target)
{
    MemberScene scene{Group, 10, actor, target};
    return scene;
}

MemberScene oneself(MemberRole role, bool lastOwner = false)
{
    MemberScene scene = on(role, role);
    scene.self = true;
    scene.lastOwner = lastOwner;
    return scene;
}

const char *name(MemberRole role)
{
    return toName(role).data();
}

} // namespace

// The table "Who may do what" of the protocol, cell by cell.
class TestMemberRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void renamingAndDescribing()
    {
        QCOMPARE(verdict(mayChangeConversation(Group, owner)), yes);
        QCOMPARE(verdict(mayChangeConversation(Group, admin)), yes);
        QCOMPARE(verdict(mayChangeConversation(Group, plain)), no);
    }

    void deletingTheConversation()
    {
        QCOMPARE(verdict(mayDeleteConversation(Group, owner)), yes);
        QCOMPARE(verdict(mayDeleteConversation(Group, admin)), no);
        QCOMPARE(verdict(mayDeleteConversation(Group, plain)), no);
    }

    void addingMembers()
    {
        MemberScene scene{Group, 10, owner};
        QCOMPARE(verdict(mayAddMember(scene)), yes);
        scene.actor = admin;
        QCOMPARE(verdict(mayAddMember(scene)), yes);
        scene.actor = plain;
        QCOMPARE(verdict(mayAddMember(scene)), no);
    }

    void aFullGroupTakesNobodyButWhoIsThere()
    {
        MemberScene scene{Group, Limits::groupMembers - 1, owner};
        QCOMPARE(verdict(mayAddMember(scene)), yes);
        scene.memberCount = Limits::groupMembers;
        QCOMPARE(verdict(mayAddMember(scene)), notNow);
        scene.target = plain;
        QCOMPARE(verdict(mayAddMember(scene)), yes);
    }

    void removingMembersAndDecidingWhetherTheyWrite_data()
    {
        QTest::addColumn<MemberRole>("actor");
        QTest::addColumn<MemberRole>("target");
        QTest::addColumn<QString>("expected");
        const QString table[3][3] = {// on owner, admin, member
                                     {yes, yes, yes},
                                     {no, no, yes},
                                     {no, no, no}};
        for (const MemberRole actor : {owner, admin, plain}) {
            for (const MemberRole target : {owner, admin, plain}) {
                QTest::addRow("%s on %s", name(actor), name(target))
                    << actor << target << table[int(actor)][int(target)];
            }
        }
    }

    void removingMembersAndDecidingWhetherTheyWrite()
    {
        QFETCH(MemberRole, actor);
        QFETCH(MemberRole, target);
        QFETCH(QString, expected);
        QCOMPARE(verdict(mayRemoveMember(on(actor, target))), expected);
        QCOMPARE(verdict(mayChangeMember(on(actor, target), {{}, true})), expected);
        QCOMPARE(standsAbove(Group, actor, target), expected == yes);
        QVERIFY(!standsAbove(Direct, actor, target));
        // Owners and admins always write.
        const QString silenced = expected == yes && target != plain ? u"invalid_field"_s : expected;
        QCOMPARE(verdict(mayChangeMember(on(actor, target), {{}, false})), silenced);
    }

    void whoIsNoMemberCountsAsAPlainOne()
    {
        for (const MemberRole actor : {owner, admin, plain}) {
            MemberScene scene{Group, 10, actor};
            QCOMPARE(verdict(mayRemoveMember(scene)), actor == plain ? no : yes);
            QCOMPARE(verdict(mayChangeMember(scene, {{}, true})), actor == plain ? no : yes);
        }
    }

    void leaving()
    {
        for (const MemberRole role : {owner, admin, plain})
            QCOMPARE(verdict(mayRemoveMember(oneself(role))), yes);
        QCOMPARE(verdict(mayRemoveMember(oneself(owner, true))), notNow);
    }

    void changingRoles_data()
    {
        QTest::addColumn<MemberRole>("actor");
        QTest::addColumn<MemberRole>("target");
        QTest::addColumn<MemberRole>("role");
        for (const MemberRole actor : {owner, admin, plain}) {
            for (const MemberRole target : {owner, admin, plain}) {
                for (const MemberRole role : {owner, admin, plain}) {
                    QTest::addRow("%s makes %s %s", name(actor), name(target), name(role))
                        << actor << target << role;
                }
            }
        }
    }

    void changingRoles()
    {
        QFETCH(MemberRole, actor);
        QFETCH(MemberRole, target);
        QFETCH(MemberRole, role);
        QCOMPARE(verdict(mayChangeMember(on(actor, target), {role})), actor == owner ? yes : no);
        QCOMPARE(verdict(mayChangeMember(on(actor, target), {role, true})), actor == owner ? yes : no);
    }

    void nobodyPromotesThemselves()
    {
        for (const MemberRole role : {owner, admin, plain}) {
            QCOMPARE(verdict(mayChangeMember(oneself(admin), {role})), no);
            QCOMPARE(verdict(mayChangeMember(oneself(plain), {role})), no);
        }
        QCOMPARE(verdict(mayChangeMember(oneself(plain), {{}, true})), no);
        QCOMPARE(verdict(mayChangeMember(oneself(admin), {{}, true})), no);
    }

    void theLastOwnerStaysOneUntilThereIsAnother()
    {
        for (const MemberRole role : {admin, plain}) {
            QCOMPARE(verdict(mayChangeMember(oneself(owner, true), {role})), notNow);
            QCOMPARE(verdict(mayChangeMember(oneself(owner, false), {role})), yes);
        }
        QCOMPARE(verdict(mayChangeMember(oneself(owner, true), {owner})), yes);
    }

    void whoIsMadeAnAdminMayWrite()
    {
        const auto refused = mayChangeMember(on(owner, plain), {admin, false});
        QCOMPARE(refused.error().code, ErrorCode::InvalidField);
        QCOMPARE(refused.error().pointer, u"/can_send_messages"_s);
        QCOMPARE(verdict(mayChangeMember(on(owner, admin), {plain, false})), yes);
    }

    void directConversationsHaveNoRolesAndNobodyCanBeRemoved()
    {
        for (const MemberRole actor : {owner, admin, plain}) {
            MemberScene scene = on(actor, plain);
            scene.type = Direct;
            QCOMPARE(verdict(mayChangeConversation(Direct, actor)), no);
            QCOMPARE(verdict(mayDeleteConversation(Direct, actor)), no);
            QCOMPARE(verdict(mayAddMember(scene)), no);
            QCOMPARE(verdict(mayRemoveMember(scene)), no);
            QCOMPARE(verdict(mayChangeMember(scene, {admin})), no);
            QCOMPARE(verdict(mayChangeMember(scene, {{}, false})), no);
            scene.self = true;
            QCOMPARE(verdict(mayRemoveMember(scene)), no);
        }
    }
};

QTEST_APPLESS_MAIN(TestMemberRules)
#include "tst_memberrules.moc"
