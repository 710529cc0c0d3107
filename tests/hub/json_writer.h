// Writes JSON text piece by piece. Records are written this way and not through a tree because
// a test build must serve tens of thousands of them in a few seconds.
#pragma once

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace oms::loopback {

class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}  // `out` must outlive the writer

  void open_object() { open('{'); }
  void close_object() { close('}'); }
  void open_array() { open('['); }
  void close_array() { close(']'); }

  JsonWriter& key(std::string_view name) {
    separate();
    quote(name);
    out_ += ':';
    comma_ = false;
    return *this;
  }

  void string(std::string_view text) {
    separate();
    quote(text);
    comma_ = true;
  }
  void integer(std::int64_t value) { raw(std::to_string(value)); }
  void boolean(bool value) { raw(value ? "true" : "false"); }
  void null() { raw("null"); }
  void number(double value) {
    char text[40] = {};
    const auto end = std::to_chars(text, text + sizeof text, value).ptr;
    raw({text, static_cast<std::size_t>(end - text)});
  }
  void raw(std::string_view json) {
    separate();
    out_ += json;
    comma_ = true;
  }
  void strings(const std::vector<std::string>& texts) {
    open_array();
    for (const std::string& text : texts) string(text);
    close_array();
  }

 private:
  void open(char bracket) {
    separate();
    out_ += bracket;
    comma_ = false;
  }
  void close(char bracket) {
    out_ += bracket;
    comma_ = true;
  }
  void separate() {
    if (comma_) out_ += ',';
  }
  void quote(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    out_ += '"';
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      if (c == '"' || c == '\\') {
        out_ += '\\';
        out_ += c;
      } else if (c == '\n') {
        out_ += "\\n";
      } else if (byte < 0x20) {
        out_ += "\\u00";
        out_ += digits[byte >> 4];
        out_ += digits[byte & 15];
      } else {
        out_ += c;
      }
    }
    out_ += '"';
  }

  std::string& out_;
  bool comma_ = false;
};

}  // namespace oms::loopback
