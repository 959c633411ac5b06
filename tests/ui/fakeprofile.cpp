// SPDX-License-Identifier: Apache-2.0
#include "fakeprofile.h"

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

// Lives and goes with its session.
struct ProfileHolder : QObject {
    explicit ProfileHolder(Session &of);

    Session &session;
    Test::FakeProfile fake;
    std::unique_ptr<Devices> devices;
    std::unique_ptr<Profile> profile;
};

ProfileHolder &profileHolderOf(Session &session)
{
    for (QObject *child : session.children()) {
        if (auto *holder = dynamic_cast<ProfileHolder *>(child))
            return *holder;
    }
    return *new ProfileHolder(session);
}

} // namespace

struct Devices::Private {
    ProfileHolder &holder;
};

struct Profile::Private {
    Result<void> ask(const QString &what)
    {
        holder.fake.asked << what;
        if (holder.fake.refusal)
            return fail(*holder.fake.refusal);
        Test::fakeOf(holder.session).account = holder.fake.account;
        Q_EMIT holder.session.userChanged(holder.session.userId());
        return {};
    }

    ProfileHolder &holder;
};

namespace {

ProfileHolder::ProfileHolder(Session &of)
    : QObject(&of)
    , session(of)
    , devices(std::make_unique<Devices>(std::unique_ptr<Devices::Private>(new Devices::Private{*this})))
    , profile(std::make_unique<Profile>(std::unique_ptr<Profile::Private>(new Profile::Private{*this})))
{
    fake.account = of.account();
}

} // namespace

Test::FakeProfile &Test::profileOf(Session &session)
{
    return profileHolderOf(session).fake;
}

Devices &Session::devices()
{
    return *profileHolderOf(*this).devices;
}
Profile &Session::profile()
{
    return *profileHolderOf(*this).profile;
}

Devices::Devices(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{ }
Devices::~Devices() = default;

QCoro::Task<Result<QList<SessionInfo>>> Devices::list()
{
    if (d->holder.fake.refusal)
        co_return fail(*d->holder.fake.refusal);
    co_return d->holder.fake.devices;
}

QCoro::Task<Result<void>> Devices::signOut(SessionId device)
{
    d->holder.fake.asked << "end "_L1 + device;
    if (d->holder.fake.refusal)
        co_return fail(*d->holder.fake.refusal);
    d->holder.fake.devices.removeIf([&](const SessionInfo &info) { return info.id == device; });
    co_return Result<void>();
}

Profile::Profile(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{ }
Profile::~Profile() = default;

QCoro::Task<Result<void>> Profile::setDisplayName(QString name)
{
    if (!d->holder.fake.refusal)
        d->holder.fake.account.user.displayName = name;
    co_return d->ask("name "_L1 + name);
}

QCoro::Task<Result<void>> Profile::change(SettingsUpdate settings)
{
    AccountSettings &kept = d->holder.fake.account.settings;
    if (!d->holder.fake.refusal) {
        kept.readReceipts = settings.readReceipts.value_or(kept.readReceipts);
        kept.presence = settings.presence.value_or(kept.presence);
    }
    co_return d->ask(u"settings"_s);
}

QCoro::Task<Result<void>> Profile::setPicture(QByteArray image, QByteArray mimeType)
{
    co_return d->ask(u"picture %1 %2"_s.arg(QString::fromLatin1(mimeType)).arg(image.size()));
}

QCoro::Task<Result<void>> Profile::removePicture()
{
    co_return d->ask(u"no picture"_s);
}

QCoro::Task<Result<void>> Profile::changePassword(QString before, QString after)
{
    co_return d->ask(u"password %1 %2"_s.arg(before, after));
}

QCoro::Task<Result<void>> Profile::saveCopy(QString path)
{
    co_return d->ask("copy "_L1 + path);
}

QCoro::Task<Result<void>> Profile::deleteAccount(QString password, ErasedMessages messages)
{
    co_return d->ask(u"delete %1 %2"_s.arg(password, toName(messages)));
}

} // namespace Hearth
