// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QComboBox>

namespace Hearth {

// A box to choose one value of an enumeration or the like.
template<typename T>
class ChoiceBox : public QComboBox
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

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); } // it scrolls the page

private:
    const QList<Choice> m_choices;
};

} // namespace Hearth
