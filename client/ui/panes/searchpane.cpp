// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/searchpane.h"

#include "core/searchtext.h"
#include "core/session.h"
#include "models/conversationrow.h"
#include "models/searchmodel.h"
#include "ui/banner.h"
#include "ui/emptystate.h"
#include "ui/iconbutton.h"
#include "ui/leadingtext.h"
#include "ui/mirroredmargins.h"
#include "ui/panes/datepopup.h"
#include "ui/panes/filterchips.h"
#include "ui/panes/panelist.h"
#include "ui/panes/panemargin.h"
#include "ui/panes/searchfilters.h"
#include "ui/searchfield.h"
#include "ui/timeline/avatars.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

namespace Hearth {

SearchPane::SearchPane(Session &session, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new SearchModel(session, this))
    , m_field(new SearchField(tr("Search messages"), theme, this))
    , m_filter(new IconButton(QStringLiteral("filter"), tr("Add a filter"), theme, this))
    , m_chips(new FilterChips(theme, this))
    , m_banner(new Banner(theme, this))
    , m_steps(new QWidget(this))
    , m_count(new QLabel(m_steps))
    , m_newer(new IconButton(QStringLiteral("up"), tr("Newer result (Shift+F3)"), theme, m_steps))
    , m_older(new IconButton(QStringLiteral("down"), tr("Older result (F3)"), theme, m_steps))
    , m_list(new PaneList(tr("Messages found"), *m_model, theme, Avatars::of(session), this))
{
    setObjectName(QStringLiteral("searchPane"));
    m_field->setObjectName(QStringLiteral("messageSearch"));
    m_field->setList(&m_list->view());
    m_filter->setObjectName(QStringLiteral("addFilter"));
    m_banner->setObjectName(QStringLiteral("searchBanner"));
    m_steps->setObjectName(QStringLiteral("searchSteps"));
    m_count->setObjectName(QStringLiteral("searchCount"));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    keepLeading(*m_count);
    setFocusProxy(m_field);

    auto *top = new QHBoxLayout;
    setMirroredMargins(*top, *this, {paneMargin, 8, 8, 6});
    top->setSpacing(4);
    top->addWidget(m_field);
    top->addWidget(m_filter);
    auto *chips = new QVBoxLayout;
    chips->setContentsMargins(paneMargin - 1, 0, paneMargin - 1, 2); // their rings have room
    chips->addWidget(m_chips);
    auto *line = new QHBoxLayout(m_steps);
    setMirroredMargins(*line, *m_steps, {paneMargin, 2, 8, 2});
    line->setSpacing(0);
    line->addWidget(m_count, 1);
    line->addWidget(m_newer);
    line->addWidget(m_older);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addLayout(chips);
    layout->addWidget(m_banner);
    layout->addWidget(m_steps);
    layout->addWidget(m_list, 1);

    const auto addStep = [this](const QKeySequence &key, int by) {
        auto *action = new QAction(this);
        action->setShortcut(key);
        addAction(action);
        connect(action, &QAction::triggered, this, [this, by] { step(by); });
    };
    addStep(Qt::Key_F3, 1);
    addStep(Qt::SHIFT | Qt::Key_F3, -1);
    connect(m_newer, &QAbstractButton::clicked, this, [this] { step(-1); });
    connect(m_older, &QAbstractButton::clicked, this, [this] { step(1); });
    connect(m_filter, &QAbstractButton::clicked, this, &SearchPane::showMenu);
    connect(m_field, &QLineEdit::textChanged, this, [this] { edited(false); });
    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        edited(true);
        if (m_list->view().currentIndex().isValid())
            m_list->chooseCurrent();
        else
            m_list->chooseNeighbour(0);
    });
    connect(m_chips, &FilterChips::changed, this, [this] { search(false); });
    connect(m_model, &SearchModel::stateChanged, this, &SearchPane::showState);
    connect(m_list, &PaneList::chosen, this, &SearchPane::messageRequested);
    connect(m_banner, &Banner::actionTriggered, m_model, &SearchModel::searchAgain);
    showState();
}

void SearchPane::setScope(const std::optional<ConversationId> &in)
{
    if (in == m_in)
        return;
    m_in = in;
    m_chips->clear();
    m_field->clear();
    search(false);
}

void SearchPane::setText(const QString &text)
{
    m_field->setText(text);
    m_field->selectAll();
}

void SearchPane::step(int by)
{
    m_list->chooseNeighbour(by);
}

// A filter that is typed to its end becomes a chip.
void SearchPane::edited(bool complete)
{
    const QString text = m_field->text();
    if (complete || text.endsWith(u' ')) {
        QList<SearchPart> words;
        QList<SearchPart> filters;
        for (const SearchPart &part : typedParts(text))
            (part.filter.isEmpty() ? words : filters).append(part);
        if (!filters.isEmpty()) {
            m_field->setText(words.isEmpty() ? QString() : searchText(words) + u' '); // comes back here
            for (const SearchPart &part : std::as_const(filters))
                addFilter(part);
            return;
        }
    }
    search(!complete);
}

void SearchPane::addFilter(const SearchPart &part)
{
    const SearchPart filter = SearchFilters::resolved(m_session, part);
    m_chips->add(filter, SearchFilters::label(m_session, filter));
}

void SearchPane::askForDay(const SearchPart &part)
{
    const QString purpose = part.filter == QLatin1StringView("before") ? tr("Messages before this day")
                                                                       : tr("Messages since this day");
    auto *popup = new DatePopup(purpose, QDate::currentDate(), this);
    connect(popup, &DatePopup::picked, this, [this, part](QDate day) {
        SearchPart dated = part;
        dated.value = day.toString(Qt::ISODate);
        addFilter(dated);
    });
    popup->popup(m_filter->mapToGlobal(QPoint(0, m_filter->height())));
}

void SearchPane::showMenu()
{
    QMenu *menu = SearchFilters::menu(m_session, m_in, this, [this](const SearchPart &part) {
        if (part.value.isEmpty())
            askForDay(part);
        else
            addFilter(part);
        m_field->setFocus(Qt::OtherFocusReason);
    });
    menu->popup(m_filter->mapToGlobal(QPoint(0, m_filter->height() + 2)));
}

// What is still being typed of a filter is no word to look for.
void SearchPane::search(bool afterPause)
{
    QList<SearchPart> parts;
    for (const SearchPart &part : typedParts(m_field->text())) {
        if (part.filter.isEmpty())
            parts.append(part);
    }
    m_model->setQuery({searchText(parts + m_chips->parts()), m_in}, afterPause);
}

void SearchPane::showState()
{
    const int found = m_model->rowCount();
    const bool searching = m_model->state() == SearchModel::State::Searching;
    const bool done = m_model->state() == SearchModel::State::Done;
    m_steps->setVisible(found > 0);
    if (m_model->canFetchMore({}))
        m_count->setText(tr("More than %Ln results", nullptr, found));
    else
        m_count->setText(found == 1 ? tr("One result") : tr("%Ln results", nullptr, found));

    if (done && m_model->isOnlyStored() && m_model->error().isEmpty())
        m_banner->showText(tr("You are offline: only messages stored on this computer were searched."));
    else if (done && !m_model->error().isEmpty())
        m_banner->showText(tr("The server could not search: %1").arg(m_model->error()), tr("Try again"));
    else
        m_banner->showText({});

    const QString words = m_field->text().simplified(); // none: there are filters only
    EmptyState &empty = m_list->empty();
    empty.setAction({});
    if (searching)
        empty.setText(tr("Searching…"), {});
    else if (done)
        empty.setText(words.isEmpty() ? tr("No results") : tr("No results for “%1”").arg(words), {});
    else
        empty.setText(m_in ? tr("Search in this conversation") : tr("Search everywhere"),
                      tr("Words, “words in quotation marks”, and filters like from:ana, in:team, "
                         "before:2026-03-01, has:image."));
}

void SearchPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showState();
}

} // namespace Hearth
