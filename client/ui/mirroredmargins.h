// SPDX-License-Identifier: Apache-2.0
#pragma once

class QLayout;
class QMargins;
class QWidget;

namespace Hearth {

// Gives a layout of `widget` margins that change sides with the direction people write in: QLayout mirrors
// what it holds, but not its margins.
void setMirroredMargins(QLayout &layout, QWidget &widget, const QMargins &margins);

} // namespace Hearth
