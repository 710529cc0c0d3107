// Result<T>: a value or an Error, for failures a caller is expected to handle.
// Member names follow std::expected, so that it can become an alias of it one day.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace oms {

// What went wrong, as far as the exit code is concerned. One number each, documented in README.md.
enum class Errc {
  no = 1,       // the answer is no: check failed, unknown id, nothing found under --fail-empty
  usage = 2,    // wrong use: flag, condition, unknown task, field or license, policy file
  data = 3,     // no usable data: unreadable, damaged, not writable, too old
  network = 4,  // no connection, offline switch, wrong token
};

// `what` is one line, lower case, without a final period: "<tried> '<object>': <reason>".
// `hint` is what to do next, empty when there is nothing useful to say.
struct Error {
  Errc code = Errc::usage;
  std::string what = {};
  std::string hint = {};
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT: implicit
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: implicit

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  const T& value() const& { return std::get<0>(state_); }
  T& value() & { return std::get<0>(state_); }
  T&& value() && { return std::get<0>(std::move(state_)); }
  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

  const Error& error() const& { return std::get<1>(state_); }
  Error&& error() && { return std::get<1>(std::move(state_)); }

 private:
  std::variant<T, Error> state_;
};

// Success without a value.
struct Done {};

}  // namespace oms
