#include "oms/query/condition.h"

#include <optional>
#include <utility>

#include "oms/base/text.h"
#include "query/comparison.h"
#include "query/condition_errors.h"
#include "query/operators.h"

namespace oms {
namespace {

constexpr std::size_t kMostBytes = std::size_t{64} * 1024;
constexpr int kMostLevels = 200;

bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }
bool is_blank(char c) { return is_one_of(c, " \t\r\n"); }

// ---- The grammar:
//   expression  = conjunction { "or" conjunction }
//   conjunction = unary { "and" unary }
//   unary       = "not" unary | "(" expression ")" | condition
//   condition   = FIELD OP value { "," value }
//   value       = 'text' | "text" | bare text
// A single condition differs in one point: its bare values end at a comma or at the end only.
enum class Extent { condition, expression };

class Parser {
 public:
  Parser(std::string_view text, Extent extent) : text_(text), extent_(extent) {}

  Result<Expr> parse() {
    if (text_.size() > kMostBytes) return fail_whole(usage("longer than 64 KiB"));
    auto expr = extent_ == Extent::condition ? condition() : disjunction();
    if (!expr) return expr;
    skip_blanks();
    if (at_end()) return expr;
    return fail_whole(unexpected());
  }

  // The values of a condition whose FIELD and OP are the first `at` bytes of the text.
  Result<Expr> parse_values(FieldId field, Op op, std::size_t at) {
    if (text_.size() > kMostBytes) return fail_whole(usage("longer than 64 KiB"));
    at_ = at;
    auto expr = values_of(field, op, 0);
    if (!expr || at_end()) return expr;
    return fail_whole(unexpected());
  }

 private:
  Result<Expr> disjunction() { return chain("or", &Parser::conjunction, any_of); }
  Result<Expr> conjunction() { return chain("and", &Parser::unary, all_of); }

  Result<Expr> chain(std::string_view keyword, Result<Expr> (Parser::*part)(),
                     Expr (*combine)(std::vector<Expr>)) {
    std::vector<Expr> parts;
    do {
      auto parsed = (this->*part)();
      if (!parsed) return parsed;
      parts.push_back(*std::move(parsed));
    } while (take_keyword(keyword));
    return combine(std::move(parts));
  }

  Result<Expr> unary() {
    skip_blanks();
    const bool is_negation = take_keyword("not");
    if (!is_negation && !take('(')) return condition();
    if (++level_ > kMostLevels) return fail_whole(usage("more than 200 levels deep"));
    auto inner = is_negation ? unary() : disjunction();
    --level_;
    if (!inner || is_negation) return inner ? negation(*std::move(inner)) : std::move(inner);
    skip_blanks();
    if (take(')')) return inner;
    return fail_whole(at_end() ? usage("a ')' is missing") : unexpected());
  }

  Result<Expr> condition() {
    skip_blanks();
    const std::size_t start = at_;
    const std::string_view name = word();
    const std::size_t name_end = at_;
    skip_blanks();
    const auto op = take_operator();
    if (name.empty()) return fail_whole(op ? no_name(*op) : no_condition());
    if (!op)
      return fail(extent_ == Extent::condition ? text_ : piece(start, name_end),
                  no_operator(name, rest()));
    if (*op == Op::equal && take('='))
      return fail(piece(start, at_), usage("'==' is written '=' here"));
    const auto field = parse_field(name);
    if (!field) {
      (void)values();  // the message shows the whole condition
      return fail(piece(start, at_), field.error());
    }
    return values_of(*field, *op, start);
  }

  Result<Expr> values_of(FieldId field, Op op, std::size_t start) {
    auto texts = values();
    if (!texts) return fail(piece(start, at_), std::move(texts).error());
    auto expr = build_comparison(field, op, *texts);
    if (!expr) return fail(piece(start, at_), std::move(expr).error());
    return expr;
  }

  Result<std::vector<std::string>> values() {
    std::vector<std::string> result;
    do {
      skip_blanks();
      const bool is_quoted = !at_end() && is_one_of(text_[at_], "'\"");
      auto text = is_quoted ? quoted_value() : bare_value();
      if (!text) return std::move(text).error();
      result.push_back(*std::move(text));
      skip_blanks();
    } while (take(','));
    return result;
  }

  Result<std::string> quoted_value() {
    const std::size_t end = text_.find(text_[at_], at_ + 1);
    if (end == std::string_view::npos) {
      at_ = text_.size();
      return usage("a quote is not closed");
    }
    const std::string_view value = text_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    return std::string(value);
  }

  Result<std::string> bare_value() {
    const std::size_t start = at_;
    const std::string_view ends = extent_ == Extent::condition ? "," : ",() \t\r\n";
    while (!at_end() && !is_one_of(text_[at_], ends)) ++at_;
    return std::string(trim(text_.substr(start, at_ - start)));
  }

  // Why a text that starts with neither a name nor an operator is no condition.
  Error no_condition() const {
    return usage(at_end() ? "a condition is missing, such as params>=7B"
                          : "a condition starts with a field name, not with " + quoted(rest()),
                 extent_ == Extent::condition ? "--where takes and, or, not, ( )" : "");
  }

  Error unexpected() const {
    if (extent_ == Extent::condition)
      return usage("a comma or the end is expected before " + quoted(rest()));
    if (text_[at_] == ')') return usage("a ')' too many");
    return usage("'and' or 'or' is expected before " + quoted(rest()),
                 "values with blanks or parentheses go in quotes");
  }

  Error fail(std::string_view about, Error error) const {
    error.what = "condition " + quoted(about) + ": " + error.what;
    return error;
  }
  Error fail_whole(Error error) const {
    if (extent_ == Extent::condition) return fail(text_, std::move(error));
    error.what = "expression " + quoted(text_) + ": " + error.what;
    return error;
  }

  std::string_view word() {
    const std::size_t start = at_;
    while (!at_end() && !is_one_of(text_[at_], "=!<>~(),'\" \t\r\n")) ++at_;
    return piece(start, at_);
  }

  bool take_keyword(std::string_view keyword) {
    skip_blanks();
    const std::size_t start = at_;
    if (equal_folded(word(), keyword)) return true;
    at_ = start;
    return false;
  }

  std::optional<Op> take_operator() {
    const auto op = leading_operator(rest());
    if (op) at_ += text_of(*op).size();
    return op;
  }

  bool take(char c) {
    if (at_end() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  void skip_blanks() {
    while (!at_end() && is_blank(text_[at_])) ++at_;
  }
  bool at_end() const { return at_ == text_.size(); }
  std::string_view rest() const { return text_.substr(at_); }
  std::string_view piece(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin);
  }

  std::string_view text_;
  Extent extent_;
  std::size_t at_ = 0;
  int level_ = 0;
};

}  // namespace

Result<Expr> parse_condition(std::string_view text) {
  return Parser(text, Extent::condition).parse();
}

Result<Expr> parse_expression(std::string_view text) {
  return Parser(text, Extent::expression).parse();
}

Result<Expr> make_condition(FieldId field, Op op, std::string_view value) {
  const std::string left = std::string(kFields[field].name) + std::string(text_of(op));
  const std::string text = left + std::string(value);
  return Parser(text, Extent::condition).parse_values(field, op, left.size());
}

}  // namespace oms
