// SPDX-License-Identifier: Apache-2.0
#include "ui/composer.h"

#include "models/phrases.h"
#include "ui/composeredit.h"
#include "ui/emoji/emojipicker.h"
#include "ui/errorlabel.h"
#include "ui/iconbutton.h"
#include "ui/paint.h"
#include "ui/theme.h"
#include "ui/timeline/avatars.h"
#include "ui/writing/completer.h"
#include "ui/writing/contextbar.h"
#include "ui/writing/mentions.h"
#include "ui/writing/spellinghighlighter.h"
#include "ui/writing/writingtools.h"
#include "wire/limits.h"

#include <QAbstractTextDocumentLayout>
#include <QAction>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyle>

namespace Hearth {

namespace {

constexpr int lineHeight = 44; // of the composer while it holds one line
constexpr int tallest = 220;
constexpr qreal shareOfRoom = 0.4;
constexpr qreal counterAppears = 0.1; // of the limit left
constexpr QMargins frameMargins(16, 1, 16, 6);
constexpr qreal frameRadius = 10;
constexpr int gap = 4;

qint64 codePoints(const QString &text)
{
    const auto lowSurrogates =
        std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLowSurrogate(); });
    return text.size() - lowSurrogates;
}

} // namespace

Composer::Composer(Session &session, WritingTools &tools, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_tools(tools)
    , m_theme(theme)
    , m_members(session)
    , m_emojiSource(tools.emoji, tools.settings)
    , m_edit(new ComposerEdit(tools, this))
    , m_completer(
          new Completer(*m_edit, {&m_members, &m_emojiSource, &m_commands}, theme, Avatars::of(session)))
    , m_context(new ContextBar(theme, this))
    , m_count(new QLabel(this))
    , m_refusal(new ErrorLabel(QStringLiteral("composerRefusal"), this))
    , m_emoji(new IconButton(QStringLiteral("emoji"), tr("Emoji (Ctrl+Shift+E)"), theme, this))
    , m_send(new IconButton(QStringLiteral("send"), tr("Send"), theme, this))
    , m_attach(new IconButton(QStringLiteral("attachment"), tr("Attach files (Ctrl+U)"), theme, this))
{
    setObjectName(QStringLiteral("composer"));
    m_edit->setObjectName(QStringLiteral("composerEdit"));
    m_edit->setAccessibleName(tr("Message"));
    m_count->setObjectName(QStringLiteral("composerCount"));
    m_count->setFont(relativeFont(font(), 0.88));
    m_count->hide();
    m_context->hide();
    m_emoji->setObjectName(QStringLiteral("emojiButton"));
    m_send->setObjectName(QStringLiteral("sendButton"));
    m_send->setDirectional(true);
    m_send->setEnabled(false);
    m_attach->setObjectName(QStringLiteral("attachButton"));
    setFocusProxy(m_edit);
    new SpellingHighlighter(*m_edit, tools.spelling, theme);
    auto *emoji = new QAction(tr("Emoji"), this);
    emoji->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_E);
    emoji->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(emoji);

    connect(m_edit, &QTextEdit::textChanged, this, &Composer::edited);
    connect(m_edit->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &Composer::adjustHeight);
    connect(m_edit, &ComposerEdit::sendRequested, this, &Composer::send);
    connect(m_edit, &ComposerEdit::focusLeft, &m_typing, &TypingNotice::stop);
    connect(m_edit, &ComposerEdit::filesPasted, this, &Composer::filesPasted);
    connect(m_edit, &ComposerEdit::imagePasted, this, &Composer::imagePasted);
    connect(m_edit, &ComposerEdit::longTextPasted, this, &Composer::longTextPasted);
    connect(m_attach, &IconButton::clicked, this, &Composer::attachRequested);
    connect(m_edit, &ComposerEdit::cancelRequested, this, &Composer::leaveMode);
    connect(m_edit, &ComposerEdit::editLastRequested, this, &Composer::editLastRequested);
    connect(m_completer, &Completer::commandAccepted, this, &Composer::commandRequested);
    connect(m_context, &ContextBar::left, this, [this] {
        leaveMode();
        m_edit->setFocus();
    });
    connect(emoji, &QAction::triggered, this, &Composer::chooseEmoji);
    connect(m_emoji, &IconButton::clicked, this, &Composer::chooseEmoji);
    connect(m_send, &IconButton::clicked, this, &Composer::send);
    connect(&m_typing, &TypingNotice::typingChanged, this, &Composer::typingChanged);
    adjustHeight();
}

Composer::~Composer() = default;

void Composer::setConversation(const ConversationId &id)
{
    m_members.setConversation(id);
}

void Composer::setCommands(const QList<std::pair<QString, QString>> &commands)
{
    m_commands.setCommands(commands);
}

QString Composer::text() const
{
    return m_edit->toPlainText();
}

QString Composer::draft() const
{
    return m_editing ? m_editing->draft : text();
}

void Composer::setText(const QString &text)
{
    m_editing.reset();
    m_reply.reset();
    replaceText(text);
    showMode();
}

void Composer::replaceText(const QString &text)
{
    m_completer->close();
    m_lastText = text;
    {
        const QSignalBlocker quiet(m_edit);
        m_edit->setPlainText(text);
        m_edit->moveCursor(QTextCursor::End);
    }
    m_typing.stop();
    showCount(codePoints(text));
    adjustHeight();
}

void Composer::setPlaceholder(const QString &text)
{
    m_placeholder = text;
    setMayWrite(m_mayWrite);
}

void Composer::setMayWrite(bool may)
{
    m_mayWrite = may;
    setEnabled(may);
    m_edit->setPlaceholderText(may ? m_placeholder : tr("You may not write in this conversation."));
}

void Composer::setRoom(int height)
{
    m_room = height;
    adjustHeight();
}

void Composer::setStrip(QWidget *strip)
{
    m_strip = strip;
    strip->setParent(this);
    setTabOrder(m_attach, strip);
    adjustHeight();
}

void Composer::setHasAttachments(bool has)
{
    m_hasAttachments = has;
    showCount(codePoints(text()));
    adjustHeight();
}

void Composer::removeText(const QString &removed)
{
    const qsizetype at = text().lastIndexOf(removed);
    if (at < 0)
        return;
    QTextCursor cursor(m_edit->document());
    cursor.setPosition(int(at));
    cursor.setPosition(int(at + removed.size()), QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
}

void Composer::reply(const Message &message, const QString &senderName)
{
    if (m_editing)
        leaveMode();
    m_reply = Reply{message.id, senderName, singleLine(message.content)};
    showMode();
    m_edit->setFocus();
}

void Composer::edit(const Message &message)
{
    m_editing = Edit{message, draft()};
    replaceText(message.content);
    showMode();
    m_edit->setFocus();
}

void Composer::leaveMode()
{
    if (const auto editing = std::exchange(m_editing, std::nullopt))
        replaceText(editing->draft);
    else
        m_reply.reset();
    showMode();
}

MessageId Composer::replyTo() const
{
    return m_reply ? m_reply->id : MessageId();
}

void Composer::showMode()
{
    if (m_editing)
        m_context->setContext(QStringLiteral("edit"), tr("Edit message"),
                              singleLine(m_editing->message.content));
    else if (m_reply)
        m_context->setContext(QStringLiteral("reply"), tr("Reply to %1").arg(m_reply->senderName),
                              m_reply->line);
    m_context->setVisible(m_editing || m_reply);
    m_edit->setCancellable(m_editing || m_reply);
    adjustHeight();
}

void Composer::chooseEmoji()
{
    if (!m_picker) {
        m_picker = new EmojiPicker(m_tools.emoji, m_tools.settings, m_theme, this);
        connect(m_picker, &EmojiPicker::chosen, this, [this](const QString &emoji) {
            m_edit->insertPlainText(emoji);
            m_edit->setFocus();
        });
    }
    m_picker->popup({m_emoji->mapToGlobal(QPoint(0, 0)), m_emoji->size()});
}

void Composer::edited()
{
    const QString now = text();
    if (std::exchange(m_lastText, now) == now)
        return;
    if (now.isEmpty() || m_editing)
        m_typing.stop();
    else
        m_typing.keyPressed();
    showCount(codePoints(now));
    adjustHeight();
    Q_EMIT textEdited(now);
}

void Composer::send()
{
    const QString message = text().trimmed();
    if (message.isEmpty() && (m_editing || !m_hasAttachments))
        return;
    const qint64 excess = codePoints(message) - Limits::contentCodePoints;
    if (excess > 0) {
        m_refusal->showText(tr("Too long by %1 characters. Shorten the message or send it in parts.")
                                .arg(QLocale().toString(excess)));
        adjustHeight();
        return;
    }
    if (m_editing) {
        sendEdit(message);
        return;
    }
    MessageDraft draft;
    draft.content = message;
    draft.mentions = mentionsIn(message, m_members.people());
    if (m_reply)
        draft.replyToId = m_reply->id;
    setText({});
    Q_EMIT sendRequested(draft);
}

void Composer::sendEdit(const QString &text)
{
    const Message before = m_editing->message;
    leaveMode();
    if (text != before.content)
        Q_EMIT editRequested(before.id, text, mentionsIn(text, m_members.people()));
}

void Composer::showCount(qint64 count)
{
    const qint64 left = Limits::contentCodePoints - count;
    m_count->setText(QLocale().toString(left));
    m_count->setForegroundRole(left < 0 ? QPalette::BrightText : QPalette::PlaceholderText);
    m_count->setAccessibleName(tr("%1 characters left").arg(left));
    m_count->setVisible(left < Limits::contentCodePoints * counterAppears);
    m_send->setEnabled(m_hasAttachments || !text().trimmed().isEmpty());
    m_send->setPrimary(m_send->isEnabled());
    if (left >= 0)
        m_refusal->hide();
}

int Composer::oneLine() const
{
    return scaled(lineHeight, font());
}

int Composer::padding() const
{
    return (oneLine() - frameMargins.top() - frameMargins.bottom() - m_edit->lineHeight()) / 2;
}

int Composer::stripHeight() const
{
    return m_strip && m_strip->isVisibleTo(this) ? m_strip->sizeHint().height() + gap : 0;
}

QRect Composer::frame() const
{
    const int refusal = m_refusal->isVisibleTo(this) ? m_refusal->sizeHint().height() + gap : 0;
    return rect().adjusted(0, contextHeight() + stripHeight() + refusal, 0, 0).marginsRemoved(frameMargins);
}

int Composer::contextHeight() const
{
    return m_context->isVisibleTo(this) ? m_context->height() + gap : 0;
}

void Composer::adjustHeight()
{
    const int most = std::max(oneLine(), std::min(tallest, int(m_room * shareOfRoom)));
    const int wanted = m_edit->contentHeight() + oneLine() - m_edit->lineHeight();
    m_edit->setVerticalScrollBarPolicy(wanted <= most ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    const int refusal = m_refusal->isVisibleTo(this) ? m_refusal->sizeHint().height() + gap : 0;
    setFixedHeight(std::clamp(wanted, oneLine(), most) + refusal + contextHeight() + stripHeight());
    arrange();
}

void Composer::arrange()
{
    const auto place = [this](QWidget *widget, const QRect &rect) {
        widget->setGeometry(QStyle::visualRect(layoutDirection(), this->rect(), rect));
    };
    const QRect inside = frame();
    const QSize button = m_send->sizeHint();
    const int inset = (oneLine() - frameMargins.top() - frameMargins.bottom() - button.height()) / 2;
    const int sendLeft = inside.right() + 1 - inset - button.width();
    place(m_send, {QPoint(sendLeft, inside.bottom() + 1 - inset - button.height()), button});
    const int emojiLeft = sendLeft - button.width();
    place(m_emoji, {QPoint(emojiLeft, inside.bottom() + 1 - inset - button.height()), button});

    int right = emojiLeft - gap;
    if (m_count->isVisibleTo(this)) {
        const QSize count = m_count->sizeHint();
        right -= count.width() + gap;
        place(m_count, {QPoint(right + gap, inside.bottom() - padding() - count.height()), count});
    }
    place(m_attach, {QPoint(inside.left() + inset, inside.bottom() + 1 - inset - button.height()), button});
    const int top = inside.top() + padding();
    const int left = inside.left() + inset + button.width() + gap;
    place(m_edit, QRect(left, top, right - left, inside.height() - 2 * padding()));
    const int across = width() - 2 * frameMargins.left();
    const int context = contextHeight();
    place(m_context, QRect(frameMargins.left(), 0, across, m_context->height()));
    if (stripHeight() > 0)
        place(m_strip, QRect(frameMargins.left(), context, across, stripHeight() - gap));
    const int above = context + stripHeight();
    place(m_refusal, QRect(frameMargins.left() + 2, above, across, inside.top() - above - gap));
}

void Composer::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange(); // another width may give another number of lines
}

// What is inside grows after this.
void Composer::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        QMetaObject::invokeMethod(this, &Composer::adjustHeight, Qt::QueuedConnection);
}

void Composer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeColors &colors = m_theme.colors();
    const bool focused = m_edit->hasFocus();
    painter.setPen(QPen(focused ? colors.accent : colors.fieldBorder, focused ? 1.5 : 1));
    painter.setBrush(colors.window);
    painter.drawRoundedRect(QRectF(frame()).adjusted(0.5, 0.5, -0.5, -0.5), frameRadius, frameRadius);
}

} // namespace Hearth
