// SPDX-License-Identifier: Apache-2.0
#include "ui/emoji/emojipicker.h"

#include "models/emojimodel.h"
#include "ui/clientsettings.h"
#include "ui/emoji/emojibutton.h"
#include "ui/emoji/emojidelegate.h"
#include "ui/mirroredmargins.h"
#include "ui/searchfield.h"

#include <QButtonGroup>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QScreen>
#include <QScrollBar>
#include <QVBoxLayout>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int columns = 10;
constexpr int rows = 7;
constexpr int margin = 8;
constexpr int anchorGap = 4;
constexpr int recentGroup = -2; // QButtonGroup keeps -1 for itself

struct GroupTab {
    int group;
    QString sign;
    QString name;
};

QList<GroupTab> groupTabs()
{
    const auto tab = [](EmojiGroup group, const QString &sign, const QString &name) {
        return GroupTab{int(group), sign, name};
    };
    return {{recentGroup, u"🕘"_s, EmojiPicker::tr("Used last")},
            tab(EmojiGroup::Smileys, u"😀"_s, EmojiPicker::tr("Smileys and feelings")),
            tab(EmojiGroup::People, u"👋"_s, EmojiPicker::tr("People and body")),
            tab(EmojiGroup::Nature, u"🐻"_s, EmojiPicker::tr("Animals and nature")),
            tab(EmojiGroup::Food, u"🍎"_s, EmojiPicker::tr("Food and drink")),
            tab(EmojiGroup::Travel, u"🚗"_s, EmojiPicker::tr("Travel and places")),
            tab(EmojiGroup::Activities, u"⚽"_s, EmojiPicker::tr("Activities")),
            tab(EmojiGroup::Objects, u"💡"_s, EmojiPicker::tr("Objects")),
            tab(EmojiGroup::Symbols, u"❤️"_s, EmojiPicker::tr("Symbols")),
            tab(EmojiGroup::Flags, u"🏁"_s, EmojiPicker::tr("Flags"))};
}

// A hand, which shows the tone best.
QString handIn(SkinTone tone, const EmojiCatalog &catalog)
{
    const Emoji *hand = catalog.withShortcode(u"raised_hand");
    return hand ? hand->inTone(tone) : QString();
}

QString toneName(SkinTone tone)
{
    switch (tone) {
    case SkinTone::None: return EmojiPicker::tr("No skin tone");
    case SkinTone::Light: return EmojiPicker::tr("Light skin tone");
    case SkinTone::MediumLight: return EmojiPicker::tr("Medium light skin tone");
    case SkinTone::Medium: return EmojiPicker::tr("Medium skin tone");
    case SkinTone::MediumDark: return EmojiPicker::tr("Medium dark skin tone");
    case SkinTone::Dark: return EmojiPicker::tr("Dark skin tone");
    }
    Q_UNREACHABLE();
}

} // namespace

EmojiPicker::EmojiPicker(const EmojiCatalog &catalog, ClientSettings &settings, Theme &theme, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_catalog(catalog)
    , m_settings(settings)
    , m_theme(theme)
    , m_field(new SearchField(tr("Search emoji"), theme, this))
    , m_groups(new QButtonGroup(this))
    , m_model(new EmojiModel(this))
    , m_grid(new QListView(this))
    , m_nothing(new QLabel(tr("No emoji is called that."), m_grid))
    , m_name(new QLabel(this))
    , m_tone(new EmojiButton({}, tr("Skin tone"), theme, this))
{
    setObjectName(QStringLiteral("emojiPicker"));
    setAccessibleName(tr("Emoji"));
    setFrameShape(QFrame::StyledPanel);
    m_field->setObjectName(QStringLiteral("emojiField"));
    m_field->setList(m_grid);
    m_field->installEventFilter(this);
    m_grid->setObjectName(QStringLiteral("emojiGrid"));
    m_grid->setAccessibleName(tr("Emoji"));
    m_grid->setModel(m_model);
    m_grid->setItemDelegate(new EmojiDelegate(theme, this));
    m_grid->setViewMode(QListView::IconMode);
    m_grid->setMovement(QListView::Static);
    m_grid->setUniformItemSizes(true);
    m_grid->setGridSize({EmojiDelegate::cell, EmojiDelegate::cell});
    m_grid->setFrameShape(QFrame::NoFrame);
    m_grid->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_grid->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_grid->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // the columns stay where they are
    m_grid->setMouseTracking(true);
    m_grid->setFocusPolicy(Qt::NoFocus); // moved through from the field
    const int scrollBar = m_grid->verticalScrollBar()->sizeHint().width() + 1; // a full row does not wrap
    m_grid->setFixedSize(columns * EmojiDelegate::cell + scrollBar, rows * EmojiDelegate::cell);
    m_grid->viewport()->setAutoFillBackground(false);
    m_nothing->setObjectName(QStringLiteral("emojiNothing"));
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setGeometry(m_grid->rect());
    m_nothing->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(margin);
    layout->addWidget(m_field);
    layout->addWidget(makeGroups());
    layout->addWidget(m_grid);
    layout->addWidget(makeFooter());

    connect(m_field, &QLineEdit::textChanged, this, &EmojiPicker::search);
    connect(m_field, &QLineEdit::returnPressed, this, [this] { choose(m_grid->currentIndex()); });
    connect(m_grid, &QListView::clicked, this, &EmojiPicker::choose);
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &EmojiPicker::describeCurrent);
    connect(m_groups, &QButtonGroup::idClicked, this, [this](int group) {
        m_group = group;
        m_field->clear();
        showGroup(group);
    });
    connect(m_tone, &EmojiButton::clicked, this, &EmojiPicker::askForTone);
}

QWidget *EmojiPicker::makeGroups()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    const int gap = EmojiDelegate::cell - m_tone->sizeHint().width(); // each above a column of the grid
    setMirroredMargins(*layout, *bar, {gap / 2, 0, 0, 0});
    layout->setSpacing(gap);
    for (const GroupTab &tab : groupTabs()) {
        auto *button = new EmojiButton(tab.sign, tab.name, m_theme, bar);
        button->setCheckable(true);
        m_groups->addButton(button, tab.group);
        layout->addWidget(button);
    }
    layout->addStretch();
    return bar;
}

QWidget *EmojiPicker::makeFooter()
{
    auto *footer = new QWidget(this);
    auto *layout = new QHBoxLayout(footer);
    setMirroredMargins(*layout, *footer, {4, 0, 0, 0});
    layout->addWidget(m_name, 1);
    layout->addWidget(m_tone);
    m_name->setObjectName(QStringLiteral("emojiName"));
    m_name->setForegroundRole(QPalette::PlaceholderText);
    m_name->setTextFormat(Qt::PlainText);
    m_tone->setObjectName(QStringLiteral("emojiTone"));
    return footer;
}

void EmojiPicker::popup(const QRect &globalAnchor)
{
    m_field->clear();
    setTone(m_settings.skinTone());
    const int first = recent().isEmpty() ? int(EmojiGroup::Smileys) : recentGroup;
    showGroup(first);

    adjustSize();
    const QScreen *screen = QGuiApplication::screenAt(globalAnchor.center());
    const QRect room = (screen ? screen : QGuiApplication::primaryScreen())->availableGeometry();
    QRect place(QPoint(), size());
    if (layoutDirection() == Qt::RightToLeft)
        place.moveLeft(globalAnchor.left());
    else
        place.moveRight(globalAnchor.right());
    place.moveBottom(globalAnchor.top() - anchorGap);
    if (place.top() < room.top())
        place.moveTop(globalAnchor.bottom() + anchorGap);
    place.moveLeft(std::clamp(place.left(), room.left(), std::max(room.left(), room.right() + 1 - width())));
    place.moveTop(std::clamp(place.top(), room.top(), std::max(room.top(), room.bottom() + 1 - height())));
    move(place.topLeft());
    show();
    m_field->setFocus(Qt::PopupFocusReason);
}

// None while a search is shown.
void EmojiPicker::checkGroup(std::optional<int> group)
{
    m_groups->setExclusive(false);
    for (QAbstractButton *button : m_groups->buttons())
        button->setChecked(m_groups->id(button) == group);
    m_groups->setExclusive(true);
}

void EmojiPicker::showGroup(int group)
{
    m_group = group;
    checkGroup(group);
    if (group == recentGroup) {
        showEmoji(recent());
        return;
    }
    QList<Emoji> members;
    for (const Emoji &emoji : m_catalog.all()) {
        if (int(emoji.group) == group)
            members.append(emoji);
    }
    showEmoji(members);
}

void EmojiPicker::search(const QString &text)
{
    if (text.trimmed().isEmpty()) {
        showGroup(m_group);
        return;
    }
    checkGroup({});
    showEmoji(m_catalog.search(text));
}

void EmojiPicker::showEmoji(const QList<Emoji> &emoji)
{
    m_model->setEmoji(emoji);
    m_nothing->setVisible(emoji.isEmpty());
    m_grid->scrollToTop();
    m_grid->setCurrentIndex(m_model->index(0));
    describeCurrent();
}

void EmojiPicker::describeCurrent()
{
    const QModelIndex current = m_grid->currentIndex();
    const QString shortcode = current.data(EmojiModel::ShortcodeRole).toString();
    const QString text = tr("%1   :%2:").arg(current.data().toString(), shortcode);
    const int room = m_grid->width() - 2 * m_tone->sizeHint().width();
    m_name->setText(current.isValid() ? m_name->fontMetrics().elidedText(text, Qt::ElideRight, room)
                                      : QString());
}

void EmojiPicker::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const QString emoji = index.data(EmojiModel::TextRole).toString();
    m_settings.addRecentEmoji(emoji);
    close();
    Q_EMIT chosen(emoji);
}

// As they were chosen, whatever the tone is now.
QList<Emoji> EmojiPicker::recent() const
{
    QList<Emoji> used;
    for (const QString &text : m_settings.recentEmoji()) {
        if (const Emoji *emoji = m_catalog.find(text))
            used.append({text, emoji->name, emoji->shortcode, {}, emoji->group});
    }
    return used;
}

void EmojiPicker::askForTone()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("emojiToneMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int i = 0; i <= int(SkinTone::Dark); ++i) {
        const auto tone = SkinTone(i);
        QAction *action =
            menu->addAction(u"%1  %2"_s.arg(handIn(tone, m_catalog), toneName(tone)), this, [this, tone] {
                m_settings.setSkinTone(tone);
                setTone(tone);
            });
        action->setCheckable(true);
        action->setChecked(tone == m_settings.skinTone());
    }
    menu->popup(m_tone->mapToGlobal(QPoint(0, m_tone->height() + anchorGap)));
}

void EmojiPicker::setTone(SkinTone tone)
{
    m_model->setTone(tone);
    m_tone->setEmoji(handIn(tone, m_catalog));
    m_tone->setAccessibleDescription(toneName(tone));
}

// Up and Down come from the field itself.
bool EmojiPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool sideways = key->key() == Qt::Key_Left || key->key() == Qt::Key_Right;
        if (sideways && key->modifiers() == Qt::NoModifier) {
            QCoreApplication::sendEvent(m_grid, event);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace Hearth
