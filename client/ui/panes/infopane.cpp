// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/infopane.h"

#include "core/conversationadmin.h"
#include "core/session.h"
#include "models/conversationrow.h"
#include "models/knownpresence.h"
#include "models/membermodel.h"
#include "ui/leadingtext.h"
#include "ui/paint.h"
#include "ui/panes/addpeopledialog.h"
#include "ui/panes/avatarview.h"
#include "ui/panes/memberdelegate.h"
#include "ui/panes/mutechoice.h"
#include "ui/panes/panemargin.h"
#include "ui/people/personcard.h"
#include "ui/people/safetybuttons.h"
#include "ui/question.h"
#include "ui/theme.h"
#include "ui/timeline/avatars.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QInputDialog>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Hearth {

InfoPane::InfoPane(Session &session, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_theme(theme)
    , m_model(new MemberModel(session, this))
{
    setObjectName(QStringLiteral("infoPane"));
    auto *page = new QWidget(this);
    makeTop(page);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(scroll);

    const auto refreshIfShown = [this](const ConversationId &id) {
        if (id == m_id)
            refresh();
    };
    connect(&session, &Session::conversationChanged, this, refreshIfShown);
    connect(&session, &Session::membersChanged, this, refreshIfShown);
    connect(&session, &Session::userChanged, this, &InfoPane::refresh);
    connect(&session, &Session::presenceChanged, this, &InfoPane::refresh);
    connect(&session, &Session::connectionStateChanged, this, &InfoPane::refresh);
    connect(m_model, &QAbstractItemModel::modelReset, this, &InfoPane::fitMembers);
    joinSettings();
}

void InfoPane::makeTop(QWidget *page)
{
    m_avatar = new AvatarView(Avatars::of(m_session), page);
    const auto label = [page](const QString &name) {
        auto *made = new QLabel(page);
        made->setObjectName(name);
        made->setAlignment(Qt::AlignCenter);
        made->setWordWrap(true);
        made->setTextFormat(Qt::PlainText);
        return made;
    };
    m_name = label(QStringLiteral("infoName"));
    m_name->setFont(relativeFont(font(), 1.3, QFont::DemiBold));
    m_detail = label(QStringLiteral("infoDetail"));
    m_detail->setForegroundRole(QPalette::PlaceholderText);
    m_description = label(QStringLiteral("infoDescription"));
    m_description->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_error = label(QStringLiteral("infoError"));
    m_error->setForegroundRole(QPalette::BrightText);
    m_error->hide();
    m_rename = new QPushButton(tr("Rename…"), page);
    m_rename->setObjectName(QStringLiteral("rename"));
    m_describe = new QPushButton(tr("Describe…"), page);
    m_describe->setObjectName(QStringLiteral("describe"));
    m_safety = new SafetyButtons(m_session, page);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_rename);
    buttons->addWidget(m_describe);
    buttons->addStretch();
    m_leave = new QPushButton(tr("Leave the group…"), page);
    m_leave->setObjectName(QStringLiteral("leave"));
    m_delete = new QPushButton(tr("Delete the group…"), page);
    m_delete->setObjectName(QStringLiteral("deleteConversation"));

    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 8, 0, 16);
    layout->setSpacing(8);
    layout->addWidget(m_avatar, 0, Qt::AlignHCenter);
    for (QLabel *text : {m_name, m_detail, m_description, m_error}) {
        text->setContentsMargins(paneMargin, 0, paneMargin, 0);
        layout->addWidget(text);
    }
    layout->addLayout(buttons);
    layout->addWidget(makeSettings());
    layout->addWidget(makeMembers());
    auto *end = new QVBoxLayout;
    end->setContentsMargins(paneMargin, 8, paneMargin, 0);
    end->addWidget(m_safety);
    end->addWidget(m_leave);
    end->addWidget(m_delete);
    layout->addLayout(end);
    layout->addStretch();
    connect(m_rename, &QPushButton::clicked, this, &InfoPane::editName);
    connect(m_describe, &QPushButton::clicked, this, &InfoPane::editDescription);
    connect(m_leave, &QPushButton::clicked, this, &InfoPane::leave);
    connect(m_delete, &QPushButton::clicked, this, &InfoPane::deleteConversation);
    connect(&m_theme, &Theme::changed, this, &InfoPane::colorDangers);
    colorDangers();
}

// What cannot be undone looks like it.
void InfoPane::colorDangers()
{
    QPalette palette;
    palette.setColor(QPalette::ButtonText, m_theme.colors().danger);
    for (QPushButton *button : {m_leave, m_delete})
        button->setPalette(palette);
}

QWidget *InfoPane::makeSettings()
{
    auto *box = new QWidget(this);
    m_mute = new QComboBox(box);
    m_mute->setObjectName(QStringLiteral("mute"));
    m_mute->setAccessibleName(tr("Mute"));
    m_level = new QComboBox(box);
    m_level->setObjectName(QStringLiteral("level"));
    m_level->setAccessibleName(tr("Notify me of"));
    for (const NotifyLevel level : {NotifyLevel::All, NotifyLevel::Mentions, NotifyLevel::None})
        m_level->addItem(MuteChoice::levelName(level));
    m_pinned = new QCheckBox(tr("Pinned to the top of the list"), box);
    m_pinned->setObjectName(QStringLiteral("pinned"));
    m_archived = new QCheckBox(tr("Archived"), box);
    m_archived->setObjectName(QStringLiteral("archived"));
    m_mute->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // a date in it may be long
    auto *form = new QFormLayout(box);
    form->setContentsMargins(paneMargin, 8, paneMargin, 0);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    form->setHorizontalSpacing(12);
    form->addRow(tr("Mute"), m_mute);
    form->addRow(tr("Notify me of"), m_level);
    for (QComboBox *choice : {m_mute, m_level}) // a form gives a label its own height, at the top
        form->labelForField(choice)->setMinimumHeight(choice->sizeHint().height());
    form->addRow(m_pinned);
    form->addRow(m_archived);
    return box;
}

QWidget *InfoPane::makeMembers()
{
    m_people = new QWidget(this);
    m_memberCount = new QLabel(m_people);
    m_memberCount->setObjectName(QStringLiteral("memberCount"));
    m_memberCount->setFont(relativeFont(font(), 1, QFont::DemiBold));
    keepLeading(*m_memberCount);
    m_add = new QPushButton(tr("Add people…"), m_people);
    m_add->setObjectName(QStringLiteral("addPeople"));
    m_members = new QListView(m_people);
    m_members->setObjectName(QStringLiteral("memberList"));
    m_members->setAccessibleName(tr("Members"));
    m_members->setModel(m_model);
    m_members->setItemDelegate(new MemberDelegate(m_theme, Avatars::of(m_session), this));
    m_members->setUniformItemSizes(true);
    m_members->setFrameShape(QFrame::NoFrame);
    m_members->setMouseTracking(true);
    m_members->setSelectionMode(QListView::NoSelection);
    m_members->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_members->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_members->setContextMenuPolicy(Qt::CustomContextMenu);
    m_more = new QPushButton(tr("Show more"), m_people);
    m_more->setObjectName(QStringLiteral("moreMembers"));

    auto *top = new QHBoxLayout;
    top->setContentsMargins(paneMargin, 8, paneMargin, 0);
    top->addWidget(m_memberCount, 1);
    top->addWidget(m_add);
    auto *layout = new QVBoxLayout(m_people);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addWidget(m_members);
    layout->addWidget(m_more, 0, Qt::AlignHCenter);
    connect(m_add, &QPushButton::clicked, this, &InfoPane::addPeople);
    connect(m_more, &QPushButton::clicked, this, [this] { m_model->fetchMore({}); });
    connect(m_members, &QListView::customContextMenuRequested, this,
            [this](QPoint at) { showMemberMenu(m_members->viewport()->mapToGlobal(at)); });
    connect(m_members, &QListView::activated, this, [this](const QModelIndex &index) {
        showMemberMenu(m_members->viewport()->mapToGlobal(m_members->visualRect(index).center()));
    });
    connect(m_members, &QListView::clicked, this, [this](const QModelIndex &index) {
        showMemberMenu(m_members->viewport()->mapToGlobal(m_members->visualRect(index).center()));
    });
    return m_people;
}

void InfoPane::joinSettings()
{
    connect(m_mute, &QComboBox::activated, this, [this](int index) {
        const auto duration = std::chrono::seconds(m_mute->itemData(index).toLongLong());
        if (duration == std::chrono::seconds::zero())
            m_session.admin().mute(m_id, {});
        else if (duration > std::chrono::seconds::zero())
            m_session.admin().mute(m_id, now() + duration);
    });
    connect(m_level, &QComboBox::activated, this,
            [this](int index) { m_session.admin().setLevel(m_id, NotifyLevel(index)); });
    connect(m_pinned, &QCheckBox::clicked, this, [this](bool on) { m_session.admin().setPinned(m_id, on); });
    connect(m_archived, &QCheckBox::clicked, this,
            [this](bool on) { m_session.admin().setArchived(m_id, on); });
}

void InfoPane::setConversation(const ConversationId &id)
{
    m_id = id;
    m_error->hide();
    m_model->setConversation(id);
    refresh();
    fitMembers();
}

MemberRole InfoPane::ownRole() const
{
    const auto summary = m_session.conversation(m_id);
    return summary ? summary->conversation.my.role : MemberRole::Member;
}

void InfoPane::refresh()
{
    const auto summary = m_session.conversation(m_id);
    if (!summary)
        return;
    const Conversation &conversation = summary->conversation;
    const bool group = conversation.type == ConversationType::Group;
    const bool moderates = group && conversation.my.role != MemberRole::Member;
    const QString title = conversationTitle(m_session, *summary);
    m_avatar->setPerson(title, summary->directWith.value_or(m_id));
    m_name->setText(title);
    if (summary->directWith) {
        const User user = m_session.user(*summary->directWith);
        const QString presence = knownPresenceName(m_session, user.id);
        m_detail->setText(presence.isEmpty() ? u'@' + user.username
                                             : tr("@%1 · %2").arg(user.username, presence));
    } else {
        m_detail->setText(conversation.memberCount == 1
                              ? tr("Only you")
                              : tr("%Ln people", nullptr, conversation.memberCount));
    }
    m_description->setText(conversation.description.value_or(QString()));
    m_description->setVisible(!m_description->text().isEmpty());
    m_rename->setVisible(moderates);
    m_describe->setVisible(moderates);
    m_add->setVisible(moderates);
    m_people->setVisible(group);
    m_memberCount->setText(tr("Members (%1)").arg(QLocale().toString(conversation.memberCount)));
    m_safety->setVisible(summary->directWith.has_value());
    m_safety->setPerson(summary->directWith.value_or(UserId()));
    m_leave->setVisible(group);
    m_delete->setVisible(group && conversation.my.role == MemberRole::Owner);
    refreshSettings(conversation.my);
}

void InfoPane::refreshSettings(const OwnMembership &my)
{
    const QString muted = MuteChoice::state(my);
    if (!m_mute->view()->isVisible()) { // nobody is choosing just now
        m_mute->clear();
        if (!muted.isEmpty())
            m_mute->addItem(muted, -1);
        m_mute->addItem(muted.isEmpty() ? tr("Not muted") : tr("Turn on again"), 0);
        for (const MuteChoice &choice : MuteChoice::all())
            m_mute->addItem(choice.text, qint64(choice.duration.count()));
    }
    m_level->setCurrentIndex(int(my.level));
    m_pinned->setChecked(my.pinned);
    m_archived->setChecked(my.archived);
}

// All rows are as high as the list; the page scrolls.
void InfoPane::fitMembers()
{
    const int rows = m_model->rowCount();
    const int height = rows > 0 ? m_members->sizeHintForRow(0) : 0;
    m_members->setFixedHeight(std::max(1, rows * height));
    m_more->setVisible(m_model->canFetchMore({}));
}

// What may be done with a member, by protocol.md, "Who may do what".
void InfoPane::showMemberMenu(const QPoint &globalPos)
{
    const QModelIndex index = m_members->indexAt(m_members->viewport()->mapFromGlobal(globalPos));
    if (!index.isValid())
        return;
    const auto row = index.data(MemberModel::RowRole).value<MemberRow>();
    if (row.self)
        return;
    const UserId user = row.user.id;
    const MemberRole role = row.member.role;
    const bool owner = ownRole() == MemberRole::Owner;
    const bool mayRemove = owner || (ownRole() == MemberRole::Admin && role == MemberRole::Member);
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("memberMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Show the profile"), this, [this, user, globalPos] {
        auto *card = new PersonCard(m_session, user, this);
        connect(card, &PersonCard::directRequested, this, &InfoPane::directRequested);
        card->popup(QRect(globalPos, QSize(1, 1)));
    });
    menu->addAction(tr("Write a direct message"), this, [this, user] { Q_EMIT directRequested(user); });
    const auto addRole = [&](const QString &text, MemberRole to) {
        if (owner && role != to)
            menu->addAction(text, this,
                            [this, user, to] { report(m_session.admin().setRole(m_id, user, to)); });
    };
    addRole(tr("Make an owner"), MemberRole::Owner);
    addRole(tr("Make an admin"), MemberRole::Admin);
    addRole(tr("Make a member"), MemberRole::Member);
    if (mayRemove && role == MemberRole::Member) {
        const bool may = !row.member.canSendMessages;
        menu->addAction(may ? tr("Allow to write") : tr("Allow to read only"), this,
                        [this, user, may] { report(m_session.admin().setMayWrite(m_id, user, may)); });
    }
    if (mayRemove) {
        menu->addSeparator();
        menu->addAction(tr("Remove from the group…"), this, [this, user, name = row.user.displayName] {
            ask(this, {tr("Remove from the group"), tr("Remove %1 from the group?").arg(name), tr("Remove")},
                [this, user] { report(m_session.admin().removeMember(m_id, user)); });
        });
    }
    menu->popup(globalPos);
}

void InfoPane::editName()
{
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("renameDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename the group"));
    dialog->setLabelText(tr("Name of the group"));
    dialog->setTextValue(m_name->text());
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &text) {
        const QString name = text.trimmed();
        if (!name.isEmpty() && name != m_name->text())
            report(m_session.admin().rename(m_id, name));
    });
    dialog->open();
}

void InfoPane::editDescription()
{
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("describeDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QInputDialog::UsePlainTextEditForTextInput);
    dialog->setWindowTitle(tr("Describe the group"));
    dialog->setLabelText(tr("What the group is about"));
    dialog->setTextValue(m_description->text());
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this](const QString &text) { report(m_session.admin().describe(m_id, text.trimmed())); });
    dialog->open();
}

void InfoPane::addPeople()
{
    auto *dialog = new AddPeopleDialog(m_session, m_id, m_theme, this);
    dialog->open();
}

void InfoPane::leave()
{
    const QString text =
        tr("Leave “%1”? You no longer see its messages, and only a member can add you again.")
            .arg(m_name->text());
    ask(this, {tr("Leave the group"), text, tr("Leave")},
        [this] { report(m_session.admin().removeMember(m_id, m_session.userId())); });
}

void InfoPane::deleteConversation()
{
    const QString text =
        tr("Delete “%1” with all its messages and files, for everybody? This cannot be undone.")
            .arg(m_name->text());
    ask(this, {tr("Delete the group"), text, tr("Delete")},
        [this] { report(m_session.admin().deleteForEverybody(m_id)); });
}

QCoro::Task<void> InfoPane::report(QCoro::Task<Result<void>> task)
{
    const QPointer<InfoPane> self(this);
    const ConversationId id = m_id;
    m_error->hide();
    const auto done = co_await std::move(task);
    if (!self || done || id != m_id)
        co_return;
    m_error->setText(done.error().detail);
    m_error->show();
}

} // namespace Hearth
