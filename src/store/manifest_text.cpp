// A manifest's own text: how it is written, and read where it is exactly so.
#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "store/checksum.h"
#include "store/file_names.h"
#include "store/manifest.h"
#include "store/manifest_members.h"
#include "store/quoted.h"

namespace oms {
namespace {

// Writes one object.
class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}

  void text(std::string_view key, const std::string& value) {
    begin(key);
    append_quoted(out_, value);
  }
  void texts(std::string_view key, const std::vector<std::string>& values) {
    each(key, values, [&](const std::string& value) { append_quoted(out_, value); });
  }
  void count(std::string_view key, std::size_t value) {
    begin(key);
    out_ += std::to_string(value);
  }
  void hex(std::string_view key, std::uint64_t value) { text(key, to_hex(value)); }
  void flag(std::string_view key, bool value) {
    begin(key);
    out_ += value ? "true" : "false";
  }
  void state(std::string_view key, PageState value) {
    text(key, std::string(manifest::kStates[static_cast<std::size_t>(value)]));
  }
  template <typename T, typename Members>
  void list(std::string_view key, const std::vector<T>& values, const Members& members) {
    each(key, values, [&](const T& value) {
      Writer one(out_);
      members(one, value);
      out_ += '}';
    });
  }

 private:
  void begin(std::string_view key) {
    out_.append(1, std::exchange(before_, ',')).append(1, '"').append(key).append("\":");
  }
  template <typename T, typename Write>
  void each(std::string_view key, const std::vector<T>& values, const Write& write) {
    begin(key);
    out_ += '[';
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (i > 0) out_ += ',';
      write(values[i]);
    }
    out_ += ']';
  }

  std::string& out_;
  char before_ = '{';
};

// Takes texts, numbers and signs off the front of a text, as long as they are what is expected.
struct Front {
  std::string_view rest = {};
  bool ok = true;

  bool take(std::string_view expected) {
    ok = ok && rest.starts_with(expected);
    if (ok) rest.remove_prefix(expected.size());
    return ok;
  }
  bool next_is(char sign) const { return ok && rest.starts_with(sign); }
  // Only what is plain but for quotes and backslashes.
  void take_text(std::string& out) {
    out.clear();
    take("\"");
    std::size_t plain = 0;
    while (ok) {
      ok = plain < rest.size() && rest[plain] >= ' ' && rest[plain] < 0x7f;
      if (!ok) return;
      if (rest[plain] != '"' && rest[plain] != '\\') {
        ++plain;
        continue;
      }
      out.append(rest.substr(0, plain));
      const bool ended = rest[plain] == '"';
      rest.remove_prefix(plain + 1);
      if (ended) return;
      ok = rest.starts_with('"') || rest.starts_with('\\');
      plain = 1;  // the sign itself begins the next stretch
    }
  }
  std::uint64_t take_number() {
    std::uint64_t value = 0;
    const bool zero = rest.starts_with('0');
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
    ok = ok && error == std::errc{};
    if (ok) rest.remove_prefix(zero ? 1 : static_cast<std::size_t>(end - rest.data()));
    return value;
  }
};

// Reads one object.
class PlainReader {
 public:
  explicit PlainReader(Front& front) : front_(front) {}

  void text(std::string_view key, std::string& out) {
    begin(key);
    front_.take_text(out);
  }
  void texts(std::string_view key, std::vector<std::string>& out) {
    each(key, [&] { front_.take_text(out.emplace_back()); });
  }
  void count(std::string_view key, std::size_t& out) {
    begin(key);
    out = front_.take_number();
    front_.ok = front_.ok && out <= manifest::kMostRecords;
  }
  void hex(std::string_view key, std::uint64_t& out) {
    text(key, word_);
    const auto value = parse_hex(word_);
    front_.ok = front_.ok && value;
    out = value.value_or(0);
  }
  void flag(std::string_view key, bool& out) {
    begin(key);
    out = front_.next_is('t');
    front_.take(out ? "true" : "false");
  }
  void state(std::string_view key, PageState& out) {
    text(key, word_);
    const auto state = manifest::state_of(word_);
    front_.ok = front_.ok && state;
    out = state.value_or(PageState{});
  }
  template <typename T, typename Members>
  void list(std::string_view key, std::vector<T>& out, const Members& members) {
    each(key, [&] {
      PlainReader one(front_);
      members(one, out.emplace_back());
      front_.take("}");
    });
  }

 private:
  void begin(std::string_view key) {
    front_.take(std::string_view(&before_, 1));
    before_ = ',';
    front_.take("\"");
    front_.take(key);
    front_.take("\":");
  }
  template <typename Read>
  void each(std::string_view key, const Read& read) {
    begin(key);
    front_.take("[");
    if (front_.next_is(']')) {
      front_.take("]");
      return;
    }
    while (front_.ok) {
      read();
      if (!front_.next_is(',')) break;
      front_.take(",");
    }
    front_.take("]");
  }

  Front& front_;
  char before_ = '{';
  std::string word_ = {};
};

bool is_safe(const Manifest& manifest) {
  return std::all_of(manifest.history.begin(), manifest.history.end(),
                     [](const std::string& name) { return is_snapshot_name(name); }) &&
         std::all_of(manifest.pages.begin(), manifest.pages.end(),
                     [](const PageInfo& page) { return is_page_file(page.file); });
}

}  // namespace

std::string manifest_body(const Manifest& manifest) {
  std::string body;
  Writer writer(body);
  writer.count("format", kManifestFormat);
  manifest::kMembers(writer, manifest);
  body += '}';
  return body;
}

std::optional<Manifest> parse_plain_body(std::string_view body) {
  Front front{body};
  PlainReader reader(front);
  std::size_t format = 0;
  reader.count("format", format);
  if (format != static_cast<std::size_t>(kManifestFormat)) return std::nullopt;
  Manifest manifest;
  manifest.format = kManifestFormat;
  manifest::kMembers(reader, manifest);
  front.take("}");
  if (!front.ok || !front.rest.empty() || !is_safe(manifest)) return std::nullopt;
  return manifest;
}

}  // namespace oms
