// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QComboBox>

namespace Hearth {

// A box on a page that scrolls: the wheel is the page's.
class PageBox : public QComboBox
{
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

// A box to choose one value of an enumeration or the like.
template<typename T>
class ChoiceBox : public PageBox
{
public:
    struct Choice {
        QString text;
        T value;
    };

    ChoiceBox(const QString &objectName, QList<Choice> choices, const T &current)
        : m_choices(std::move(choices))
    {
        setObjectName(objectName);
        for (const Choice &choice : m_choices) {
            addItem(choice.text);
            if (choice.value == current)
                setCurrentIndex(count() - 1);
        }
    }

    [[nodiscard]] const T &value() const { return m_choices[std::max(currentIndex(), 0)].value; }

    template<typename F>
    void onChosen(QObject *context, F chosen)
    {
        connect(this, &QComboBox::activated, context, [this, chosen] { chosen(value()); });
    }

private:
    const QList<Choice> m_choices;
};

} // namespace Hearth
