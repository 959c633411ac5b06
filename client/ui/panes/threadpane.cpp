// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/threadpane.h"

#include "core/session.h"
#include "ui/composer.h"
#include "ui/files/composerfiles.h"
#include "ui/files/imageviewer.h"
#include "ui/messagewriting.h"
#include "ui/timeline/timelinepane.h"
#include "ui/typingline.h"

#include <QVBoxLayout>

namespace Hearth {

ThreadPane::ThreadPane(Session &session, WritingTools &tools, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_timeline(new TimelinePane(session, theme, this))
    , m_composer(new Composer(session, tools, theme, this))
    , m_files(new ComposerFiles(session, theme, *m_composer, *this))
    , m_writing(new MessageWriting(session, *m_timeline, *m_composer, tools, theme))
{
    setObjectName(QStringLiteral("threadPane"));
    m_composer->setPlaceholder(tr("Reply in the thread"));
    setFocusProxy(m_composer);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_timeline, 1);
    layout->addWidget(new TypingLine(theme, this)); // empty: the same space as in the conversation
    layout->addWidget(m_composer);
    connect(m_composer, &Composer::sendRequested, this, &ThreadPane::send);
    connect(m_composer, &Composer::typingChanged, this, [this](bool typing) {
        if (!m_id.isEmpty())
            m_session.setTyping(m_id, typing);
    });
    connect(m_timeline, &TimelinePane::pictureActivated, this, [this, &theme](const File &file) {
        auto *viewer = new ImageViewer(m_session, theme, file, m_timeline->loadedPictures(), this);
        viewer->open();
    });
}

void ThreadPane::open(const ConversationId &id, const MessageId &root)
{
    if (id == m_id && root == m_root)
        return;
    close();
    m_id = id;
    m_root = root;
    m_composer->setConversation(id);
    m_composer->setText(m_drafts.value(root));
    m_files->setPlace(root);
    m_writing->setConversation(id);
    m_timeline->openThread(id, root);
}

void ThreadPane::close()
{
    if (m_root.isEmpty())
        return;
    if (m_composer->draft().isEmpty())
        m_drafts.remove(m_root);
    else
        m_drafts.insert(m_root, m_composer->draft());
    m_composer->setText({});
    m_files->setPlace({});
    m_timeline->close();
    m_id.clear();
    m_root.clear();
}

// The server makes a reply a part of the thread that the message it answers is in.
void ThreadPane::send(MessageDraft draft)
{
    if (!draft.replyToId)
        draft.replyToId = m_root;
    const QList<OutgoingFile> files = m_files->take(draft);
    m_session.send(m_id, std::move(draft), files);
    m_timeline->scrollToEnd();
}

void ThreadPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_composer->setRoom(height());
}

} // namespace Hearth
