// SPDX-License-Identifier: Apache-2.0
#pragma once

class QLabel;

namespace Hearth {

// The text of the label begins where people begin to read. QLabel would have one in the other direction, such
// as a name in another script, at the far end.
void keepLeading(QLabel &label);

} // namespace Hearth
