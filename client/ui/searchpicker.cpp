// SPDX-License-Identifier: Apache-2.0
#include "ui/searchpicker.h"

#include "ui/avatarsource.h"
#include "ui/searchfield.h"

#include <QAbstractItemDelegate>
#include <QLabel>
#include <QListView>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Hearth {

SearchPicker::SearchPicker(const QString &name, QAbstractItemModel &model, QAbstractItemDelegate *delegate,
                           Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_field(new SearchField(name, theme, this))
    , m_list(new QListView(this))
    , m_hint(new QLabel(this))
    , m_stack(new QStackedWidget(this))
{
    m_field->setObjectName(QStringLiteral("pickerField"));
    m_field->setList(m_list);
    m_list->setObjectName(QStringLiteral("pickerList"));
    m_list->setAccessibleName(name);
    m_list->setModel(&model);
    m_list->setItemDelegate(delegate);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFocusPolicy(Qt::NoFocus); // moved through from the field
    m_hint->setObjectName(QStringLiteral("pickerHint"));
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_stack->addWidget(m_hint);
    m_stack->addWidget(m_list);
    setFocusProxy(m_field);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_field);
    layout->addWidget(m_stack, 1);

    connect(m_field, &QLineEdit::textChanged, this, &SearchPicker::textChanged);
    connect(m_field, &QLineEdit::returnPressed, this, &SearchPicker::pickCurrent);
    connect(m_list, &QListView::clicked, this, &SearchPicker::picked);
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model, signal, this, &SearchPicker::refresh);
    connect(&model, &QAbstractItemModel::modelReset, this, &SearchPicker::refresh);
    refresh();
}

void SearchPicker::setHint(const QString &hint)
{
    m_hint->setText(hint);
}

void SearchPicker::repaintOn(AvatarSource &avatars)
{
    connect(&avatars, &AvatarSource::changed, m_list->viewport(), qOverload<>(&QWidget::update));
}

void SearchPicker::refresh()
{
    const bool found = m_model.rowCount() > 0;
    m_stack->setCurrentIndex(found ? 1 : 0);
    if (found && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model.index(0, 0));
}

void SearchPicker::pickCurrent()
{
    if (m_list->currentIndex().isValid())
        Q_EMIT picked(m_list->currentIndex());
}

} // namespace Hearth
