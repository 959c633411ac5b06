// SPDX-License-Identifier: Apache-2.0
#include "blobs/blobstore.h"

#include "util/uuid.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

QString BlobStore::pathOf(const QString &id)
{
    Q_ASSERT(isUuid(QStringView(id).left(36)) && !id.contains(u'/'));
    return id.mid(32, 2) + u'/' + id.mid(34, 2) + u'/' + id;
}

tl::unexpected<Error> noContents()
{
    return fail(ErrorCode::NotFound, u"There is no such file."_s);
}

tl::unexpected<Error> storeAway()
{
    return fail(Error{ErrorCode::Unavailable, u"The server cannot reach its files right now."_s, {}, 5'000});
}

} // namespace Hearth
