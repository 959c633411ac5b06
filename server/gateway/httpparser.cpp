// SPDX-License-Identifier: Apache-2.0
#include "gateway/httpparser.h"

#include <QUrl>

#include <boost/asio/buffer.hpp>
#include <boost/beast/core/buffers_range.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/rfc7230.hpp>

#include <limits>

namespace Hearth {

namespace http = boost::beast::http;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray toBytes(boost::beast::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

HttpFault faultOf(boost::beast::error_code error)
{
    if (error == http::error::header_limit)
        return {431, ErrorCode::TooLarge, u"The head of the request is too large."_s};
    if (error == http::error::body_limit)
        return {413, ErrorCode::TooLarge, u"The body of the request is too large."_s};
    if (error == http::error::bad_version)
        return {505, ErrorCode::InvalidField, u"Only HTTP/1.1 and HTTP/1.0 are spoken here."_s};
    return {400, ErrorCode::InvalidField, u"This is not a valid HTTP request."_s};
}

HttpFault badRequest(const QString &detail)
{
    return {400, ErrorCode::InvalidField, detail};
}

// A body that is taken away while it comes. Beast's string_body makes room for whatever length is announced.
struct PassingBody {
    using value_type = QByteArray;

    class reader
    {
    public:
        template<bool isRequest, class Fields>
        reader(http::header<isRequest, Fields> &, QByteArray &body)
            : m_body(body)
        { }
        void init(const boost::optional<std::uint64_t> &, boost::beast::error_code &error) { error = {}; }
        template<class Buffers>
        std::size_t put(const Buffers &buffers, boost::beast::error_code &error)
        {
            const qsizetype before = m_body.size();
            for (const auto buffer : boost::beast::buffers_range_ref(buffers))
                m_body.append(static_cast<const char *>(buffer.data()), qsizetype(buffer.size()));
            error = {};
            return std::size_t(m_body.size() - before);
        }
        void finish(boost::beast::error_code &error) { error = {}; }

    private:
        QByteArray &m_body;
    };
};

} // namespace

struct HttpParser::Impl {
    http::request_parser<PassingBody> parser;
    std::optional<HttpFault> fault;
    HttpRequest request; // its head

    void readHead(QByteArrayView head);
    [[nodiscard]] std::optional<HttpFault> checkHead(QByteArrayView head) const;
    [[nodiscard]] QByteArray originForm(const QByteArray &target) const;
    [[nodiscard]] std::optional<HttpFault> readTarget(const QByteArray &target);
};

HttpParser::HttpParser(qint64 headBytes)
    : m_impl(std::make_unique<Impl>())
{
    m_impl->parser.header_limit(std::uint32_t(headBytes));
    m_impl->parser.body_limit(std::numeric_limits<std::uint64_t>::max()); // until the head is there
}

HttpParser::~HttpParser() = default;

qsizetype HttpParser::feed(QByteArrayView bytes)
{
    Impl &d = *m_impl;
    const bool hadHead = hasHead();
    qsizetype used = 0;
    try {
        boost::beast::error_code error;
        do {
            const QByteArrayView rest = bytes.sliced(used);
            const auto taken =
                qsizetype(d.parser.put(boost::asio::buffer(rest.data(), size_t(rest.size())), error));
            used += taken;
            if (taken == 0)
                break;
        } while (!error && hadHead && !isComplete() && used < bytes.size());
        if (error && error != http::error::need_more)
            d.fault = faultOf(error);
    } catch (const std::exception &) { // a field that is longer than its type can say
        d.fault = faultOf(http::error::header_limit);
    }
    if (!d.fault && !hadHead && hasHead())
        d.readHead(bytes.first(used));
    return used;
}

bool HttpParser::hasHead() const
{
    return m_impl->parser.is_header_done();
}

bool HttpParser::isComplete() const
{
    return m_impl->parser.is_done();
}

const std::optional<HttpFault> &HttpParser::fault() const
{
    return m_impl->fault;
}

bool HttpParser::keepAlive() const
{
    return m_impl->parser.get().keep_alive() && !isHttp10();
}

bool HttpParser::isHttp10() const
{
    return m_impl->parser.get().version() == 10;
}

bool HttpParser::expectsContinue() const
{
    return !isHttp10() && m_impl->request.header("expect").compare("100-continue", Qt::CaseInsensitive) == 0;
}

bool HttpParser::announcesBody() const
{
    const auto length = m_impl->parser.content_length();
    return m_impl->parser.chunked() || (length && *length > 0);
}

const HttpRequest &HttpParser::head() const
{
    return m_impl->request;
}

void HttpParser::limitBody(qint64 bytes)
{
    const auto announced = m_impl->parser.content_length();
    if (!m_impl->fault && announced && *announced > std::uint64_t(bytes))
        m_impl->fault = faultOf(http::error::body_limit);
    m_impl->parser.body_limit(std::uint64_t(bytes));
}

QByteArray HttpParser::takeBody()
{
    return std::exchange(m_impl->parser.get().body(), {});
}

void HttpParser::Impl::readHead(QByteArrayView head)
{
    const auto &message = parser.get();
    request.method = toBytes(message.method_string());
    for (const auto &field : message)
        request.headers.emplaceBack(toBytes(field.name_string()).toLower(), toBytes(field.value()));
    fault = checkHead(head);
    if (!fault)
        fault = readTarget(originForm(toBytes(message.target())));
}

// What Beast lets pass: it joins folded lines (obsolete, RFC 9112 section 5.2), ignores codings other than
// chunked (section 6.1), takes several Host fields and none (section 3.2).
std::optional<HttpFault> HttpParser::Impl::checkHead(QByteArrayView head) const
{
    if (head.contains("\r\n ") || head.contains("\r\n\t"))
        return badRequest(u"Folded header lines are not accepted."_s);

    const auto &message = parser.get();
    const auto count = [&message](http::field name) { return message.count(name); };
    const bool http10 = message.version() == 10;
    if (count(http::field::host) > 1 || (count(http::field::host) == 0 && !http10))
        return badRequest(u"A request needs exactly one Host field."_s);
    const QByteArray length = toBytes(message[http::field::content_length]);
    if (count(http::field::content_length) > 1 || length.contains(','))
        return badRequest(u"A request has one Content-Length."_s);
    if (count(http::field::transfer_encoding) > 0) {
        const QByteArray coding = toBytes(message[http::field::transfer_encoding]);
        if (http10 || coding.compare("chunked", Qt::CaseInsensitive) != 0)
            return badRequest(u"The only transfer coding is chunked."_s);
    }
    return std::nullopt;
}

// Clients write the absolute form to what they take for a proxy (RFC 9112 section 3.2.2). Where it says the
// same as Host, nobody can have read the request otherwise.
QByteArray HttpParser::Impl::originForm(const QByteArray &target) const
{
    const QByteArray host = request.header("host");
    for (const char *scheme : {"http://", "https://"}) {
        const QByteArray place = scheme + host;
        if (!host.isEmpty() && target.startsWith(place + '/'))
            return target.sliced(place.size());
    }
    return target;
}

std::optional<HttpFault> HttpParser::Impl::readTarget(const QByteArray &target)
{
    if (!target.startsWith('/') || target.contains('#'))
        return badRequest(u"The request target has to be a path."_s);
    const qsizetype mark = target.indexOf('?');
    request.path = QUrl::fromPercentEncoding(target.first(mark < 0 ? target.size() : mark));
    if (request.path.contains(QChar::Null) || request.path.contains(QChar::ReplacementCharacter))
        return badRequest(u"The path is not valid UTF-8."_s);
    if (mark >= 0) {
        QByteArray query = target.sliced(mark + 1);
        query.replace('+', "%20"); // as forms and every browser's URLSearchParams write a space
        request.query = QUrlQuery(QString::fromUtf8(query));
    }
    return std::nullopt;
}

QByteArray reasonPhrase(int status)
{
    return toBytes(http::obsolete_reason(http::int_to_status(unsigned(status))));
}

} // namespace Hearth
