// SPDX-License-Identifier: Apache-2.0
#include "support.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace Hearth::Bench {

namespace {

std::string base64Url(const unsigned char *bytes, size_t size)
{
    std::vector<unsigned char> encoded(4 * ((size + 2) / 3) + 1);
    const int length = EVP_EncodeBlock(encoded.data(), bytes, int(size));
    std::string text(encoded.begin(), encoded.begin() + length);
    std::ranges::replace(text, '+', '-');
    std::ranges::replace(text, '/', '_');
    text.erase(text.find_last_not_of('=') + 1);
    return text;
}

std::string base64Url(const std::string &text)
{
    return base64Url(reinterpret_cast<const unsigned char *>(text.data()), text.size());
}

// The position after the string whose opening quote is at `at`.
size_t skipString(std::string_view json, size_t at)
{
    for (++at; at < json.size() && json[at] != '"'; ++at) {
        if (json[at] == '\\')
            ++at;
    }
    return std::min(at + 1, json.size());
}

// The position after the value that starts at `at`.
size_t skipValue(std::string_view json, size_t at)
{
    int depth = 0;
    while (at < json.size()) {
        const char c = json[at];
        if (c == '"') {
            at = skipString(json, at);
            if (depth == 0)
                return at;
            continue;
        }
        if (depth == 0 && (c == ',' || c == '}' || c == ']'))
            return at;
        if (c == '{' || c == '[')
            ++depth;
        ++at;
        if ((c == '}' || c == ']') && --depth == 0)
            return at;
    }
    return at;
}

} // namespace

void fatal(const std::string &what)
{
    std::fprintf(stderr, "hearth-bench: %s\n", what.c_str());
    std::exit(2);
}

std::string readFile(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        fatal("cannot read " + path);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string mintToken(const std::string &userId, const std::string &secret)
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const auto expiry = std::chrono::duration_cast<std::chrono::seconds>(now).count() + 24 * 3600;
    const std::string text = base64Url(R"({"alg":"HS256","typ":"JWT"})") + '.'
        + base64Url(R"({"user_id":")" + userId + R"(","exp":)" + std::to_string(expiry) + '}');
    unsigned char mac[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    HMAC(EVP_sha256(), secret.data(), int(secret.size()),
         reinterpret_cast<const unsigned char *>(text.data()), text.size(), mac, &size);
    return text + '.' + base64Url(mac, size);
}

std::string_view jsonMember(std::string_view object, std::string_view name)
{
    size_t at = 1;
    while (at < object.size() && object[at] == '"') {
        const size_t keyEnd = skipString(object, at);
        const std::string_view key = object.substr(at + 1, keyEnd - at - 2);
        const size_t valueStart = keyEnd + 1;
        const size_t valueEnd = skipValue(object, valueStart);
        if (key == name) {
            const std::string_view value = object.substr(valueStart, valueEnd - valueStart);
            return value.starts_with('"') ? value.substr(1, value.size() - 2) : value;
        }
        at = valueEnd + 1;
    }
    return {};
}

std::vector<std::string_view> jsonElements(std::string_view array)
{
    std::vector<std::string_view> elements;
    for (size_t at = 1; at + 1 < array.size();) {
        const size_t end = skipValue(array, at);
        elements.push_back(array.substr(at, end - at));
        at = end + 1;
    }
    return elements;
}

uint64_t jsonNumber(std::string_view value)
{
    uint64_t number = 0;
    std::from_chars(value.data(), value.data() + value.size(), number);
    return number;
}

Clock::duration fromSeconds(double count)
{
    return std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(count));
}

double seconds(Clock::duration span)
{
    return std::chrono::duration<double>(span).count();
}

} // namespace Hearth::Bench
