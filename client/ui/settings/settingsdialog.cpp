// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/settingsdialog.h"

#include "ui/accountmanager.h"
#include "ui/appearance.h"
#include "ui/mirroredmargins.h"
#include "ui/paint.h"
#include "ui/searchfield.h"
#include "ui/settings/aboutpage.h"
#include "ui/settings/accountpage.h"
#include "ui/settings/appearancepage.h"
#include "ui/settings/devicespage.h"
#include "ui/settings/networkpage.h"
#include "ui/settings/notificationspage.h"
#include "ui/settings/privacypage.h"
#include "ui/settings/programpage.h"
#include "ui/settings/storagepage.h"
#include "ui/settings/writingpage.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QStackedWidget>
#include <QStyledItemDelegate>

namespace Hearth {

namespace {

constexpr QSize usual(760, 580);
constexpr QSize least(400, 420);
constexpr int listWidth = 200;
constexpr int fieldPadding = 48; // the icon, and what is beside the text
constexpr int rowPadding = 14;

// A page's name in the list.
class SettingsPageDelegate : public QStyledItemDelegate
{
public:
    SettingsPageDelegate(Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    { }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QString text = index.data().toString();
        return {option.fontMetrics.horizontalAdvance(text) + 2 * rowPadding,
                option.fontMetrics.height() + rowPadding};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const ThemeColors &colors = m_theme.colors();
        const bool chosen = option.state & QStyle::State_Selected;
        const bool hovered = option.state & QStyle::State_MouseOver;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(chosen ? QBrush(colors.selection) : hovered ? QBrush(colors.hover) : Qt::NoBrush);
        painter->drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), 8, 8);
        painter->setPen(colors.text);
        painter->drawText(option.rect.adjusted(rowPadding, 0, -rowPadding, 0),
                          Qt::AlignVCenter | Qt::AlignLeading, index.data().toString());
        painter->restore();
    }

private:
    Theme &m_theme;
};

} // namespace

SettingsDialog::SettingsDialog(const SettingsParts &parts, QWidget *parent)
    : QDialog(parent)
    , m_search(new SearchField(tr("Search settings"), parts.appearance.theme(), this))
    , m_list(new QListWidget(this))
    , m_nothing(new QLabel(this))
    , m_stack(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("settingsDialog"));
    setWindowTitle(tr("Settings"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumSize(least);
    resize(usual);
    m_search->setObjectName(QStringLiteral("settingsSearch"));
    m_search->setList(m_list);
    m_list->setObjectName(QStringLiteral("settingsPages"));
    m_list->setAccessibleName(tr("Pages"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new SettingsPageDelegate(parts.appearance.theme(), m_list));
    m_nothing->setObjectName(QStringLiteral("nothingFound"));
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setWordWrap(true);
    m_nothing->hide();

    auto *leftLayout = new QVBoxLayout;
    leftLayout->addWidget(m_search);
    leftLayout->addWidget(m_nothing);
    leftLayout->addWidget(m_list, 1);
    auto *layout = new QHBoxLayout(this);
    setMirroredMargins(*layout, *this, {12, 12, 0, 0});
    layout->addLayout(leftLayout);
    layout->addWidget(m_stack, 1);

    addPages(parts);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            m_stack->setCurrentIndex(row);
    });
    connect(m_search, &QLineEdit::textChanged, this, &SettingsDialog::search);
    connect(&parts.accounts, &AccountManager::currentChanged, this,
            &QDialog::close); // they are another's now
    fitList();
    m_list->setCurrentRow(0);
    m_search->setFocus();
}

// The names of the pages are all to be read, and what the field is for, whatever the size of the text.
void SettingsDialog::fitList()
{
    const QString inField = m_search->placeholderText();
    const int field = m_search->fontMetrics().horizontalAdvance(inField) + scaled(fieldPadding, font());
    const int width = std::max({listWidth, m_list->sizeHintForColumn(0), field});
    for (QWidget *widget : {static_cast<QWidget *>(m_search), static_cast<QWidget *>(m_nothing),
                            static_cast<QWidget *>(m_list)})
        widget->setFixedWidth(width);
}

void SettingsDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::FontChange) // which the list hears of after this
        QMetaObject::invokeMethod(this, &SettingsDialog::fitList, Qt::QueuedConnection);
}

void SettingsDialog::addPages(const SettingsParts &parts)
{
    Theme &theme = parts.appearance.theme();
    addPage(new AppearancePage(parts.appearance), QStringLiteral("appearancePage"));
    addPage(new NotificationsPage(parts.preferences, theme), QStringLiteral("notificationsPage"));
    addPage(new WritingPage(parts.writing, theme), QStringLiteral("writingPage"));
    addPage(new ProgramPage(parts), QStringLiteral("programPage"));
    addPage(new NetworkPage(parts.preferences, theme), QStringLiteral("networkPage"));
    if (Session *session = parts.accounts.session()) {
        auto *account = new AccountPage(parts.accounts, theme);
        connect(account, &AccountPage::signOutRequested, this, &SettingsDialog::signOutRequested);
        addPage(account, QStringLiteral("accountPage"));
        addPage(new PrivacyPage(*session, parts.secrets, theme), QStringLiteral("privacyPage"));
        addPage(new DevicesPage(*session, theme), QStringLiteral("devicesPage"));
        addPage(new StoragePage(*session, theme), QStringLiteral("storagePage"));
    }
    addPage(new AboutPage(theme), QStringLiteral("aboutPage"));
}

void SettingsDialog::addPage(SettingsPage *page, const QString &objectName)
{
    page->setObjectName(objectName);
    m_pages << page;
    m_list->addItem(page->title());
    m_stack->addWidget(page);
}

int SettingsDialog::currentPage() const
{
    return m_stack->currentIndex();
}

void SettingsDialog::setCurrentPage(int page)
{
    m_list->setCurrentRow(page);
}

// The page that is shown stays if it has something that fits.
void SettingsDialog::search(const QString &text)
{
    const QStringList words = text.toCaseFolded().simplified().split(u' ', Qt::SkipEmptyParts);
    int first = -1;
    for (int i = 0; i < m_pages.size(); ++i) {
        const bool fits = m_pages[i]->mark(words) > 0 || words.isEmpty();
        m_list->item(i)->setHidden(!fits);
        if (fits && (first < 0 || i == m_list->currentRow()))
            first = i;
    }
    if (first >= 0)
        m_list->setCurrentRow(first);
    m_nothing->setText(tr("No setting is called “%1”.").arg(text.simplified()));
    m_nothing->setVisible(first < 0);
}

} // namespace Hearth
