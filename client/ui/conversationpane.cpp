// SPDX-License-Identifier: Apache-2.0
#include "ui/conversationpane.h"

#include "core/session.h"
#include "ui/composer.h"
#include "ui/connectionbanner.h"
#include "ui/conversationheader.h"
#include "ui/emptystate.h"
#include "ui/files/composerfiles.h"
#include "ui/files/imageviewer.h"
#include "ui/messagewriting.h"
#include "ui/panes/conversationmenu.h"
#include "ui/timeline/timelinepane.h"
#include "ui/typingline.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace Hearth {

using namespace std::chrono_literals;

namespace {

constexpr int logoSize = 96;

} // namespace

ConversationPane::ConversationPane(Session &session, const ConnectionNotice &notice, WritingTools &tools,
                                   Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_theme(theme)
    , m_header(new ConversationHeader(session, theme, this))
    , m_timeline(new TimelinePane(session, theme, this))
    , m_typingLine(new TypingLine(theme, this))
    , m_composer(new Composer(session, tools, theme, this))
    , m_files(new ComposerFiles(session, theme, *m_composer, *this))
    , m_writing(new MessageWriting(session, *m_timeline, *m_composer, tools, theme))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("conversationPane"));
    auto *banner = new ConnectionBanner(notice, theme, this);
    m_stack->addWidget(makeEmptyState());
    m_stack->addWidget(makeConversation());
    m_header->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(banner);
    layout->addWidget(m_stack, 1);

    offerCommands();
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(1s);
    connect(&m_draftTimer, &QTimer::timeout, this, &ConversationPane::saveDraft);
    connect(banner, &Banner::actionTriggered, this, &ConversationPane::noticeActionTriggered);
    connect(m_header, &ConversationHeader::backRequested, this, &ConversationPane::backRequested);
    connect(m_composer, &Composer::sendRequested, this, &ConversationPane::send);
    connect(m_composer, &Composer::textEdited, this, [this] {
        if (!m_draftTimer.isActive())
            m_draftTimer.start();
    });
    connect(m_composer, &Composer::typingChanged, this,
            [this](bool typing) { m_session.setTyping(m_id, typing); });
    connect(m_timeline, &TimelinePane::dayActivated, this, &ConversationPane::dayActivated);
    connect(m_timeline, &TimelinePane::pictureActivated, this, [this](const File &file) {
        auto *viewer = new ImageViewer(m_session, m_theme, file, m_timeline->loadedPictures(), this);
        viewer->open();
    });
    connect(m_timeline, &TimelinePane::threadRequested, this, &ConversationPane::threadRequested);
    connect(m_timeline, &TimelinePane::messageMissing, this, &ConversationPane::messageMissing);
    connect(&session, &Session::typingChanged, this, [this](const ConversationId &id) {
        if (id == m_id)
            showTyping();
    });
}

ConversationPane::~ConversationPane() = default;

QWidget *ConversationPane::makeConversation()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_timeline, 1);
    layout->addWidget(m_typingLine);
    layout->addWidget(m_composer);
    return page;
}

QWidget *ConversationPane::makeEmptyState()
{
    m_empty->setLogo(logoSize);
    m_empty->addShortcut(tr("Start a conversation"), QKeySequence(Qt::CTRL | Qt::Key_N));
    m_empty->addShortcut(tr("Start a group"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    m_empty->addShortcut(tr("Go to a conversation"), QKeySequence(Qt::CTRL | Qt::Key_K));
    m_empty->addShortcut(tr("All shortcuts"), QKeySequence(Qt::CTRL | Qt::Key_Slash));
    setHasConversations(true);
    return m_empty;
}

void ConversationPane::setHasConversations(bool any)
{
    if (any)
        m_empty->setText(tr("No conversation is open"), tr("Choose one, or use the keyboard:"));
    else
        m_empty->setText(tr("Welcome to Hearth"), tr("Find somebody to talk to, or use the keyboard:"));
}

void ConversationPane::open(const ConversationId &id)
{
    if (id == m_id)
        return;
    close();
    m_id = id;
    m_header->setConversation(id);
    m_header->show();
    m_composer->setConversation(id);
    m_composer->setText(m_session.draft(id));
    m_files->setPlace(id);
    m_writing->setConversation(id);
    m_composer->setPlaceholder(tr("Message %1").arg(m_header->title()));
    m_timeline->open(id);
    showTyping();
    m_stack->setCurrentIndex(1);
}

void ConversationPane::close()
{
    if (m_id.isEmpty())
        return;
    saveDraft();
    m_composer->setText({});
    m_files->setPlace({});
    m_timeline->close();
    m_header->hide();
    m_stack->setCurrentIndex(0);
    m_id.clear();
}

QString ConversationPane::title() const
{
    return m_id.isEmpty() ? QString() : m_header->title();
}

void ConversationPane::setBackVisible(bool visible)
{
    m_header->setBackVisible(visible);
}

void ConversationPane::focusComposer()
{
    m_composer->setFocus(Qt::OtherFocusReason);
}

void ConversationPane::showMessage(qint64 seq)
{
    m_timeline->showMessage(seq);
}

void ConversationPane::offerCommands()
{
    using Command = void (*)(Session &, const ConversationId &);
    const QHash<QString, Command> commands{{QStringLiteral("read"), &markConversationRead},
                                           {QStringLiteral("pin"), &togglePinned},
                                           {QStringLiteral("mute"), &toggleMuted},
                                           {QStringLiteral("archive"), &toggleArchived}};
    m_composer->setCommands({{QStringLiteral("mute"), tr("Mute the conversation, or no longer")},
                             {QStringLiteral("pin"), tr("Pin the conversation, or no longer")},
                             {QStringLiteral("read"), tr("Mark as read")},
                             {QStringLiteral("archive"), tr("Archive the conversation, or no longer")}});
    connect(m_composer, &Composer::commandRequested, this,
            [this, commands](const QString &name) { commands.value(name)(m_session, m_id); });
}

void ConversationPane::send(MessageDraft message)
{
    const QList<OutgoingFile> files = m_files->take(message);
    m_session.send(m_id, std::move(message), files);
    saveDraft();
    m_timeline->scrollToEnd();
}

void ConversationPane::saveDraft()
{
    m_draftTimer.stop();
    if (!m_id.isEmpty() && m_session.draft(m_id) != m_composer->draft())
        m_session.setDraft(m_id, m_composer->draft());
}

void ConversationPane::showTyping()
{
    QStringList names;
    for (const UserId &user : m_session.typing(m_id))
        names << m_session.user(user).displayName;
    m_typingLine->setNames(names);
}

void ConversationPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_composer->setRoom(height());
}

} // namespace Hearth
