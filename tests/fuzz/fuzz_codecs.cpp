// SPDX-License-Identifier: Apache-2.0
#include "fuzz/fuzz.h"
#include "wire/accounts.h"
#include "wire/administration.h"
#include "wire/members.h"
#include "wire/notifications.h"
#include "wire/receipts.h"
#include "wire/requests.h"
#include "wire/search.h"

#include <array>

using namespace Hearth;

namespace {

template<typename T>
void readWriteRead(const QByteArray &json)
{
    const auto value = parse<T>(json);
    if (!value)
        return;
    const QByteArray once = toJson(*value);
    const auto again = parse<T>(once);
    Fuzz::require(again && Fuzz::isSame(toJson(*again), once));
}

constexpr std::array codecs{
    readWriteRead<User>,
    readWriteRead<Account>,
    readWriteRead<Presence>,
    readWriteRead<File>,
    readWriteRead<Message>,
    readWriteRead<Member>,
    readWriteRead<Conversation>,
    readWriteRead<SessionInfo>,
    readWriteRead<Notification>,
    readWriteRead<RegisterRequest>,
    readWriteRead<LoginRequest>,
    readWriteRead<RefreshRequest>,
    readWriteRead<AuthTokens>,
    readWriteRead<CreateConversation>,
    readWriteRead<MessageDraft>,
    readWriteRead<MessageEdit>,
    readWriteRead<ReactionRequest>,
    readWriteRead<TypingRequest>,
    readWriteRead<WatermarkRequest>,
    readWriteRead<Changes>,
    readWriteRead<Page<Message>>,
    readWriteRead<Problem>,
    readWriteRead<UpdateConversation>,
    readWriteRead<AddMember>,
    readWriteRead<UpdateMember>,
    readWriteRead<UpdateSettings>,
    readWriteRead<DeviceFields>,
    readWriteRead<ChangePassword>,
    readWriteRead<RedeemResetCode>,
    readWriteRead<SettingsUpdate>,
    readWriteRead<ProfileUpdate>,
    readWriteRead<ReportRequest>,
    readWriteRead<DeleteAccount>,
    readWriteRead<NewInvite>,
    readWriteRead<Invite>,
    readWriteRead<AbuseReport>,
    readWriteRead<AdminUser>,
    readWriteRead<Statistics>,
    readWriteRead<ResetCode>,
    readWriteRead<NotificationList>,
    readWriteRead<ReadNotifications>,
    readWriteRead<Receipt>,
    readWriteRead<ReceiptList>,
    readWriteRead<Highlight>,
    readWriteRead<SearchResult>,
};

} // namespace

// The first byte chooses the codec.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > 0)
        codecs[data[0] % codecs.size()](Fuzz::bytes(data + 1, size - 1));
    return 0;
}
