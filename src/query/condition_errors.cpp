#include "query/condition_errors.h"

#include <utility>

#include "oms/base/text.h"
#include "query/operators.h"

namespace oms {
namespace {

constexpr std::string_view kQuoteAll = "quote the whole condition: 'params>=7B'";

std::string taken_by(const Field& field) {
  switch (field.kind) {
    case Kind::integer:
    case Kind::decimal:
      return "a number (" + std::string(field.unit) + ")";
    case Kind::date:
      return "a date (2025-06-01, 2025-06 or 2025)";
    case Kind::choice:
      return "one of " + join(field.words, ", ");
    case Kind::flag:
      return "yes or no";
    default:
      return "a text";
  }
}

// A condition that would do for this field, as an example.
std::string example(const Field& field) {
  std::string text(field.name);
  switch (field.kind) {
    case Kind::integer:
      if (field.show == Show::tokens) return text + ">=128k";
      if (field.show == Show::bytes) return text + "<=16GB";
      return text + (field.unit == "parameters" ? ">=7B" : ">=3");
    case Kind::decimal:
      return text + (field.better == Better::lower ? "<=0.5" : ">=0.5");
    case Kind::date:
      return text + ">=2025-06";
    case Kind::choice:
      return text + ">=" + std::string(field.words.back());
    case Kind::flag:
      return text + "=yes";
    default:
      return text + "=TEXT";
  }
}

// "7B", "-1", ".5", "7B..13B": what a shell leaves of a condition that was not quoted.
bool is_value(std::string_view word) {
  const std::size_t first = word.find_first_not_of("+-.");
  return first != std::string_view::npos && word[first] >= '0' && word[first] <= '9';
}

}  // namespace

std::string quoted(std::string_view text) {
  constexpr std::size_t kColumns = 60;  // leaves room for the reason on one line of a screen or two
  return "'" + shorten(printable(trim(text)), kColumns, Cut::end, "...") + "'";
}

Error usage(std::string what, std::string hint) {
  return {Errc::usage, std::move(what), std::move(hint)};
}

Error wrong_value(const Field& field, std::string_view value) {
  std::string what =
      std::string(field.name) + " takes " + taken_by(field) + ", not " + quoted(value);
  if (field.kind == Kind::choice) what += did_you_mean(fold(value), field.words);
  return usage(std::move(what));
}

std::optional<Error> refusal(FieldId id, Op op) {
  const Field& field = kFields[id];
  const std::string name(field.name);
  if (field.kind == Kind::scores)
    return usage(name + " holds several metrics; choose one with --quality and compare quality");
  if (id == field_id("folded"))
    return usage(name + " is counted after filtering; sort by it instead");
  if (is_containing(op) && !is_text(field.kind))
    return usage("'" + std::string(text_of(op)) + "' searches texts, and " + name + " takes " +
                 taken_by(field));
  if (is_ordering(op) && !is_ordered(field.kind))
    return usage("'" + std::string(text_of(op)) + "' needs an order, and " + name + " takes " +
                 taken_by(field) + (field.kind == Kind::flag ? "; use = !=" : "; use = != ~ !~"));
  return std::nullopt;
}

Error no_name(Op op) {
  return usage("no field name before '" + std::string(text_of(op)) + "'; " +
               std::string(kQuoteAll));
}

Error no_operator(std::string_view word, std::string_view rest) {
  if (rest.starts_with('!')) return usage("'!' is no operator; write != or !~");
  if (is_value(word)) return usage("a value alone is no condition; " + std::string(kQuoteAll));
  if (equal_folded(word, "and") || equal_folded(word, "or"))
    return usage("a condition is missing before '" + fold(word) + "'");
  const auto field = parse_field(word);
  if (field)
    return usage("a field name alone is no condition; write " + example(kFields[*field]) +
                 " and quote it: the shell takes > as redirection");
  if (field.error().what.find("did you mean") != std::string::npos) return field.error();
  return usage("neither a condition nor a field; write FIELD=VALUE and " + std::string(kQuoteAll),
               field.error().hint);
}

}  // namespace oms
