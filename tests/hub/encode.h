// Encodings the Hub's protocol needs: percent, Base64, SHA-1, gzip, dates, entity tags.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace oms::loopback {

using Parameters = std::vector<std::pair<std::string, std::string>>;

std::string percent_encode(std::string_view text);  // keeps unreserved characters only
std::string percent_decode(std::string_view text);  // bytes that are no escape stay as they are
Parameters parse_query(std::string_view query);     // decoded, in order; "+" is a space
std::string write_query(const Parameters& parameters);

std::string base64_encode(std::string_view bytes);
std::optional<std::string> base64_decode(std::string_view text);

std::string sha1(std::string_view bytes);  // 20 bytes
std::string hex(std::uint64_t value, int digits);

// The Hub's form: W/"<length in hex>-<first 27 characters of Base64 of SHA-1 of the body>".
std::string weak_etag(std::string_view body);

std::string gzip(std::string_view bytes);

std::string iso_time(std::int64_t unix_ms);                         // 2024-02-19T10:57:45.000Z
std::optional<std::int64_t> parse_iso_time(std::string_view text);  // unix milliseconds
std::string http_date(std::int64_t unix_seconds);                   // Mon, 19 Feb 2024 10:57:45 GMT

std::string lower(std::string_view text);  // ASCII

}  // namespace oms::loopback
