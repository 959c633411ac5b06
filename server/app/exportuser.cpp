// SPDX-License-Identifier: Apache-2.0
#include "app/exportuser.h"

#include "app/accounts.h"
#include "app/commands.h"
#include "storage/exportstore.h"

#include <QDir>
#include <QFile>

namespace Hearth {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<UserId> findUser(Accounts &accounts, const QString &name)
{
    auto found = QCoro::waitFor(accounts.users.byUsername(name));
    if (!found)
        found = QCoro::waitFor(accounts.users.byId(name));
    return found.map([](const StoredUser &user) { return user.account.user.id; });
}

Result<void> makeFolder(const QString &folder)
{
    if (QDir(folder).exists() && !QDir(folder).isEmpty())
        return fail(ErrorCode::Conflict, folder + u" is not empty."_s);
    return makeDataDir(folder); // which only its owner can look into
}

Result<qint64> writeRecords(Accounts &accounts, const UserId &user, QFile &file)
{
    ExportStore store(accounts.database);
    qint64 count = 0;
    for (std::optional<ExportPlace> place = ExportPlace(); place;) {
        const auto page = QCoro::waitFor(store.page(user, *place));
        if (!page)
            return fail(page.error());
        for (const ExportRecord &record : page->records) {
            if (file.write(exportLine(record)) < 0)
                return fail(ErrorCode::Internal, file.fileName() + ": "_L1 + file.errorString());
        }
        count += page->records.size();
        place = page->next;
    }
    if (!file.flush())
        return fail(ErrorCode::Internal, file.fileName() + ": "_L1 + file.errorString());
    return count;
}

Result<qint64> run(const Config &config, const QString &name, const QString &folder)
{
    const auto accounts = Accounts::make(config);
    if (!accounts)
        return fail(accounts.error());
    if (const auto opened = QCoro::waitFor((*accounts)->database.open()); !opened)
        return fail(opened.error());
    const auto user = findUser(**accounts, name);
    if (!user)
        return fail(user.error());
    if (auto made = makeFolder(folder); !made)
        return fail(made.error());
    QFile file(folder + "/export.jsonl"_L1);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return fail(ErrorCode::Internal, file.fileName() + ": "_L1 + file.errorString());
    return writeRecords(**accounts, *user, file);
}

} // namespace

int exportUser(const Config &config, const QString &name, const QString &folder)
{
    const auto count = run(config, name, folder);
    if (!count)
        return complain(count.error().detail, 1);
    print(u"%1 records in %2/export.jsonl\n"_s.arg(*count).arg(folder));
    return 0;
}

} // namespace Hearth
