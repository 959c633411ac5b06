// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "wire/requests.h"

// What people do with accounts: their own, and what they want of others.
namespace Hearth {

// Fields of login and register besides the credentials; without them the User-Agent has to do.
struct DeviceFields {
    std::optional<QString> deviceName = {};
    std::optional<QString> platform = {};
    std::optional<QString> appVersion = {};
};

template<typename F, Const<DeviceFields> T>
void describe(F &f, T &v)
{
    f.optional("device_name", v.deviceName);
    f.optional("platform", v.platform);
    f.optional("app_version", v.appVersion);
}

struct ChangePassword {
    QString oldPassword;
    QString newPassword;
};

template<typename F, Const<ChangePassword> T>
void describe(F &f, T &v)
{
    f.required("old_password", v.oldPassword);
    f.required("new_password", v.newPassword);
}

struct RedeemResetCode {
    QString username;
    QString code;
    QString newPassword;
};

template<typename F, Const<RedeemResetCode> T>
void describe(F &f, T &v)
{
    f.required("username", v.username);
    f.required("code", v.code);
    f.required("new_password", v.newPassword);
}

struct SettingsUpdate {
    std::optional<bool> readReceipts = {};
    std::optional<bool> presence = {};
};

template<typename F, Const<SettingsUpdate> T>
void describe(F &f, T &v)
{
    f.optional("read_receipts", v.readReceipts);
    f.optional("presence", v.presence);
}

// What is absent stays as it is. An e-mail address of null is taken away, which describe() cannot tell from
// an absent one: whoever reads the body sets `clearsEmail`.
struct ProfileUpdate {
    std::optional<QString> username = {};
    std::optional<QString> displayName = {};
    std::optional<QString> email = {};
    bool clearsEmail = false;
    std::optional<SettingsUpdate> settings = {};
};

template<typename F, Const<ProfileUpdate> T>
void describe(F &f, T &v)
{
    f.optional("username", v.username);
    f.optional("display_name", v.displayName);
    f.optional("email", v.email);
    f.optional("settings", v.settings);
}

// Exactly one of them.
struct ReportRequest {
    std::optional<UserId> userId = {};
    std::optional<MessageId> messageId = {};
    QString reason;
};

template<typename F, Const<ReportRequest> T>
void describe(F &f, T &v)
{
    f.optional("user_id", v.userId);
    f.optional("message_id", v.messageId);
    f.required("reason", v.reason);
}

// What becomes of somebody's messages when the account goes.
enum class ErasedMessages { Keep, Erase };

template<>
inline constexpr std::array enumNames<ErasedMessages>{QLatin1StringView("keep"), QLatin1StringView("erase")};

struct DeleteAccount {
    QString password; // none under external identity
    ErasedMessages messages = ErasedMessages::Keep;
};

template<typename F, Const<DeleteAccount> T>
void describe(F &f, T &v)
{
    f.defaulted("password", v.password);
    f.defaulted("messages", v.messages);
}

} // namespace Hearth
