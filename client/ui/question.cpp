// SPDX-License-Identifier: Apache-2.0
#include "ui/question.h"

#include <QMessageBox>
#include <QPushButton>

namespace Hearth {

namespace {

QMessageBox *makeBox(QMessageBox::Icon icon, const QString &title, const QString &text, const QString &detail,
                     QWidget *parent)
{
    auto *box = new QMessageBox(icon, title, text, QMessageBox::NoButton, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(detail);
    return box;
}

} // namespace

void ask(QWidget *parent, const Question &question, std::function<void()> then)
{
    const auto icon = question.warns ? QMessageBox::Warning : QMessageBox::Question;
    QMessageBox *box = makeBox(icon, question.title, question.text, question.detail, parent);
    box->setObjectName(QStringLiteral("question"));
    QPushButton *yes = box->addButton(question.yes, QMessageBox::AcceptRole);
    yes->setObjectName(QStringLiteral("questionYes"));
    box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(yes, &QPushButton::clicked, parent, std::move(then));
    box->open();
}

void tell(QWidget *parent, const QString &title, const QString &text, const QString &detail)
{
    QMessageBox *box = makeBox(QMessageBox::Warning, title, text, detail, parent);
    box->setObjectName(QStringLiteral("warning"));
    box->addButton(QMessageBox::Ok);
    box->open();
}

} // namespace Hearth
