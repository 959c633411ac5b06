// SPDX-License-Identifier: Apache-2.0
#include "wire/requests.h"

namespace Hearth {

namespace {

struct FieldFault {
    QString pointer;
    QString code;
    QString detail;
};

template<typename F, Const<FieldFault> T>
void describe(F &f, T &v)
{
    f.required("pointer", v.pointer);
    f.required("code", v.code);
    f.required("detail", v.detail);
}

} // namespace

void describe(JsonWriter &f, const Problem &problem)
{
    const Error &error = problem.error;
    const QString code = wireName(error.code);
    f.required("type", QString(QStringLiteral("urn:hearth:error:") + code));
    f.required("title", title(error.code));
    f.required("status", httpStatus(error.code));
    f.required("detail", error.detail);
    f.required("code", code);
    f.required("request_id", problem.requestId);
    if (!error.pointer.isEmpty())
        f.required("errors", QList<FieldFault>{{error.pointer, code, error.detail}});
    f.optional("retry_after_ms", error.retryAfterMs);
}

void describe(JsonReader &f, Problem &problem)
{
    QString code;
    QList<FieldFault> faults;
    f.required("code", code);
    f.defaulted("detail", problem.error.detail);
    f.defaulted("request_id", problem.requestId);
    f.defaulted("errors", faults);
    f.optional("retry_after_ms", problem.error.retryAfterMs);
    problem.error.code = errorCodeFromWire(code).value_or(ErrorCode::Internal);
    if (!faults.isEmpty())
        problem.error.pointer = faults.first().pointer;
}

} // namespace Hearth
