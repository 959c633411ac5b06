// SPDX-License-Identifier: Apache-2.0
#include "gateway/forwarded.h"

namespace Hearth {

namespace {

struct Hop {
    QHostAddress address; // null: cannot be read
    std::optional<bool> secure = {};
};

QByteArray valueOf(const HttpRequest &request, QByteArrayView name)
{
    QByteArrayList values;
    for (const auto &[header, value] : request.headers) {
        if (header == name)
            values += value;
    }
    return values.join(',');
}

// "192.0.2.1", "192.0.2.1:4711", "2001:db8::1", "[2001:db8::1]:4711".
QHostAddress parseNode(QByteArray text)
{
    text = text.trimmed();
    if (text.startsWith('['))
        text = text.contains(']') ? text.mid(1, text.indexOf(']') - 1) : QByteArray();
    else if (text.count(':') == 1)
        text.truncate(text.indexOf(':'));
    return plainAddress(QHostAddress(QString::fromLatin1(text)));
}

// At `separator`, but not inside quoted strings (RFC 9110 section 5.6.4).
QByteArrayList splitUnquoted(const QByteArray &text, char separator)
{
    QByteArrayList parts{QByteArray()};
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"')
            quoted = !quoted;
        if (c == separator && !quoted) {
            parts += QByteArray();
            continue;
        }
        parts.last() += c;
        if (c == '\\' && quoted && i + 1 < text.size())
            parts.last() += text[++i];
    }
    return parts;
}

QByteArray unquoted(QByteArray text)
{
    text = text.trimmed();
    return text.size() > 1 && text.startsWith('"') && text.endsWith('"') ? text.mid(1, text.size() - 2)
                                                                         : text;
}

// for=192.0.2.60;proto=http;by=203.0.113.43 (RFC 7239 section 4)
Hop parseElement(const QByteArray &element)
{
    Hop hop;
    for (const QByteArray &pair : splitUnquoted(element, ';')) {
        const qsizetype equals = pair.indexOf('=');
        const QByteArray name = pair.left(equals).trimmed().toLower();
        const QByteArray value = unquoted(pair.mid(equals + 1));
        if (equals > 0 && name == "for")
            hop.address = parseNode(value);
        else if (equals > 0 && name == "proto")
            hop.secure = value.compare("https", Qt::CaseInsensitive) == 0;
    }
    return hop;
}

QList<Hop> hopsOf(const HttpRequest &request, ForwardedField field)
{
    QList<Hop> hops;
    if (field == ForwardedField::Forwarded) {
        const QByteArray value = valueOf(request, "forwarded");
        for (const QByteArray &element : value.isEmpty() ? QByteArrayList() : splitUnquoted(value, ','))
            hops += parseElement(element);
        return hops;
    }
    const QByteArray value = valueOf(request, "x-forwarded-for");
    for (const QByteArray &node : value.isEmpty() ? QByteArrayList() : value.split(','))
        hops += Hop{parseNode(node)};
    const QByteArray proto = valueOf(request, "x-forwarded-proto").split(',').constLast().trimmed();
    if (!hops.isEmpty() && !proto.isEmpty())
        hops.last().secure = proto.compare("https", Qt::CaseInsensitive) == 0;
    return hops;
}

} // namespace

Client clientOf(const HttpRequest &request, const Client &connection, const ProxyConfig &proxies)
{
    Client client = connection;
    client.address = plainAddress(connection.address);
    if (!contains(proxies.trusted, client.address))
        return client;
    const QList<Hop> hops = hopsOf(request, proxies.field);
    for (auto hop = hops.crbegin(); hop != hops.crend() && !hop->address.isNull(); ++hop) {
        client.address = hop->address;
        client.secure = hop->secure.value_or(client.secure);
        if (!contains(proxies.trusted, client.address))
            break;
    }
    return client;
}

bool claimsForwarding(const HttpRequest &request)
{
    return !request.header("x-forwarded-for").isEmpty() || !request.header("forwarded").isEmpty();
}

} // namespace Hearth
