#include "oms/query/condition.h"

#include <random>
#include <string>

#include "support/catch.h"

using namespace std::string_literals;

namespace {

using oms::Expr;
using oms::Op;

std::string symbol(Op op) {
  constexpr const char* kSymbols[] = {"=", "!=", "<", "<=", ">", ">=", "~", "!~"};
  return kSymbols[static_cast<std::size_t>(op)];
}

std::string text_of(oms::Kind kind, const oms::Operand& operand) {
  if (operand.unknown) return "unknown";
  switch (kind) {
    case oms::Kind::integer:
    case oms::Kind::decimal:
      return std::to_string(operand.number);
    case oms::Kind::date:
      return to_text(oms::Date{static_cast<std::int32_t>(operand.number)}) + "/" +
             to_text(oms::Date{static_cast<std::int32_t>(operand.number_last)});
    case oms::Kind::choice:
    case oms::Kind::flag:
      return "#" + std::to_string(operand.code);
    default:
      return operand.text;
  }
}

// A tree as text: (& a b), (| a b), (! a), FIELD OP OPERAND,OPERAND.
std::string dump(const Expr& expr) {
  std::string text;
  if (expr.type == Expr::Type::leaf) {
    const oms::Field& field = oms::kFields[expr.leaf.field];
    for (const oms::Operand& operand : expr.leaf.operands)
      text += (text.empty() ? "" : ",") + text_of(field.kind, operand);
    return std::string(field.name) + symbol(expr.leaf.op) + text;
  }
  text = expr.type == Expr::Type::all ? "(&" : expr.type == Expr::Type::any ? "(|" : "(!";
  for (const Expr& child : expr.children) text += " " + dump(child);
  return text + ")";
}

std::string outcome(const oms::Result<Expr>& result) {
  return result ? dump(*result) : "error: " + result.error().what;
}
std::string condition(std::string_view text) { return outcome(oms::parse_condition(text)); }
std::string expression(std::string_view text) { return outcome(oms::parse_expression(text)); }

}  // namespace

// ---- Operators and values

TEST_CASE("a condition is a field, an operator and a value", "[query]") {
  CHECK(condition("likes=10") == "likes=10");
  CHECK(condition("likes!=10") == "likes!=10");
  CHECK(condition("likes<10") == "likes<10");
  CHECK(condition("likes<=10") == "likes<=10");
  CHECK(condition("likes>10") == "likes>10");
  CHECK(condition("likes>=10") == "likes>=10");
  CHECK(condition("tags~medical") == "tags~medical");
  CHECK(condition("tags!~medical") == "tags!~medical");
}

TEST_CASE("blanks around the operator do not count", "[query]") {
  CHECK(condition("  likes  >=  10 ") == "likes>=10");
}

TEST_CASE("the letter case of a field name does not count", "[query]") {
  CHECK(condition("Likes>=10") == "likes>=10");
}

TEST_CASE("the value of a single condition runs to the end of the text", "[query]") {
  CHECK(condition("license_name=Llama 3.1 (Community) and more") ==
        "license_name=llama 3.1 (community) and more");
}

TEST_CASE("commas separate alternatives", "[query]") {
  CHECK(condition("license=mit, Apache-2.0") == "license=mit,apache-2.0");
  CHECK(condition("license!=mit,apache-2.0") == "license!=mit,apache-2.0");
  CHECK(condition("tags~bio,med") == "tags~bio,med");
}

TEST_CASE("a quoted value keeps its comma", "[query]") {
  CHECK(condition("name='a, b',c") == "name=a, b,c");
  CHECK(condition("name=\"it's\"") == "name=it's");
}

TEST_CASE("a quote inside a bare value is an ordinary character", "[query]") {
  CHECK(condition("author=o'brien") == "author=o'brien");
}

TEST_CASE("numbers take the suffixes k, M, B and T in steps of a thousand", "[query]") {
  CHECK(condition("params=7B") == "params=7000000000");
  CHECK(condition("params=1.5M") == "params=1500000");
  CHECK(condition("params=2k") == "params=2000");
  CHECK(condition("params=2K") == "params=2000");
  CHECK(condition("params=1T") == "params=1000000000000");
  CHECK(condition("params=.5b") == "params=500000000");
}

TEST_CASE("k and M of a context length are thousands and millions", "[query]") {
  CHECK(condition("context>=128k") == "context>=128000");
  CHECK(condition("context>=128K") == "context>=128000");
  CHECK(condition("context>=1M") == "context>=1000000");
  CHECK(condition("context>=1000") == "context>=1000");
}

TEST_CASE("a number of bytes takes kB, MB, GB and TB, and B is its unit", "[query]") {
  CHECK(condition("size_bytes<=16GB") == "size_bytes<=16000000000");
  CHECK(condition("size_bytes<=1.5g") == "size_bytes<=1500000000");
  CHECK(condition("size_bytes<=500kB") == "size_bytes<=500000");
  CHECK(condition("size_bytes<=7B") == "size_bytes<=7");
  CHECK(condition("size_bytes<=7XB") ==
        "error: condition 'size_bytes<=7XB': size_bytes takes a number (bytes), not '7XB'");
  CHECK(condition("size_bytes=2GB..1TB") == "(& size_bytes>=2000000000 size_bytes<=1000000000000)");
}

TEST_CASE("decimals are exact billionths", "[query]") {
  CHECK(condition("price_input<=0.6") == "price_input<=600000000");
  CHECK(condition("price_input<=1e-7") == "price_input<=100");
  CHECK(condition("osai_score>=1.5k") == "osai_score>=1500000000000");
}

TEST_CASE("numbers may be negative", "[query]") {
  CHECK(condition("trending>-1.5") == "trending>-1500000000");
  CHECK(condition("likes>=-2k") == "likes>=-2000");
}

TEST_CASE("a whole number beyond the range of decimals is read exactly", "[query]") {
  CHECK(condition("params<9223372036854775807") == "params<9223372036854775807");
}

TEST_CASE("a date is a day, a month or a year", "[query]") {
  CHECK(condition("created>2025-06-01") == "created>2025-06-01/2025-06-01");
  CHECK(condition("created>2025-02") == "created>2025-02-01/2025-02-28");
  CHECK(condition("created>2024-02") == "created>2024-02-01/2024-02-29");
  CHECK(condition("created>2025-12") == "created>2025-12-01/2025-12-31");
  CHECK(condition("created=2025") == "created=2025-01-01/2025-12-31");
  CHECK(condition("created=9999") == "created=9999-01-01/9999-12-31");
}

TEST_CASE("a word of a closed set is found in any letter case", "[query]") {
  CHECK(condition("license_class>=Open-Other") == "license_class>=#6");
  CHECK(condition("mof_class=iii") == "mof_class=#2");
}

TEST_CASE("flags take yes, no, true and false", "[query]") {
  CHECK(condition("osi_approved=yes,TRUE") == "osi_approved=#2,#2");
  CHECK(condition("osi_approved=no,false") == "osi_approved=#1,#1");
}

TEST_CASE("the word unknown asks for missing values", "[query]") {
  CHECK(condition("price_input=unknown") == "price_input=unknown");
  CHECK(condition("license_class!=Unknown,community") == "license_class!=unknown,#4");
}

TEST_CASE("the word unknown is ordinary text behind ~", "[query]") {
  CHECK(condition("tags~unknown") == "tags~unknown");
  CHECK_FALSE(oms::parse_condition("tags~unknown")->leaf.operands[0].unknown);
}

TEST_CASE("a range is two conditions, ends included", "[query]") {
  CHECK(condition("params=7B..13B") == "(& params>=7000000000 params<=13000000000)");
  CHECK(condition("params=7B..") == "params>=7000000000");
  CHECK(condition("params=..13B") == "params<=13000000000");
  CHECK(condition("trending=-2..-1") == "(& trending>=-2000000000 trending<=-1000000000)");
}

TEST_CASE("dates and ordered words have ranges too", "[query]") {
  CHECK(condition("created=2024..2025-06") ==
        "(& created>=2024-01-01/2024-12-31 created<=2025-06-01/2025-06-30)");
  CHECK(condition("license_class=community..open-other") ==
        "(& license_class>=#4 license_class<=#6)");
}

TEST_CASE("a range may be one of several alternatives", "[query]") {
  CHECK(condition("params=7B..8B,70B") ==
        "(| params=70000000000 (& params>=7000000000 params<=8000000000))");
}

TEST_CASE("two dots in a text are two dots", "[query]") {
  CHECK(condition("name=a..b") == "name=a..b");
}

// ---- What is refused

TEST_CASE("an unknown field gets a suggestion", "[query]") {
  const auto result = oms::parse_condition("prce_in<1");
  REQUIRE_FALSE(result);
  CHECK(result.error().code == oms::Errc::usage);
  CHECK(result.error().what.starts_with("condition 'prce_in<1': unknown field 'prce_in'"));
  CHECK(result.error().hint == "'oms fields' lists all");
  CHECK(condition("price_inptu<1") ==
        "error: condition 'price_inptu<1': unknown field 'price_inptu'; did you mean "
        "'price_input'?");
}

TEST_CASE("a value of the wrong kind is named with what the field takes", "[query]") {
  CHECK(condition("price_input<cheap") ==
        "error: condition 'price_input<cheap': price_input takes a number (USD per 1M tokens), "
        "not 'cheap'");
  CHECK(condition("created>soon") ==
        "error: condition 'created>soon': created takes a date (2025-06-01, 2025-06 or 2025), "
        "not 'soon'");
  CHECK(condition("osi_approved=maybe") ==
        "error: condition 'osi_approved=maybe': osi_approved takes yes or no, not 'maybe'");
}

TEST_CASE("an unknown word of a closed set lists the words", "[query]") {
  CHECK(condition("commercial_use=ys") ==
        "error: condition 'commercial_use=ys': commercial_use takes one of no, unclear, "
        "conditional, yes, not 'ys'; did you mean 'yes'?");
}

TEST_CASE("a part of a thing that is counted is refused", "[query]") {
  CHECK(condition("likes>1.5") ==
        "error: condition 'likes>1.5': likes takes a whole number (count) within range, not '1.5'");
  CHECK(
      condition("context>0.0003k") ==
      "error: condition 'context>0.0003k': context takes a whole number (tokens) within range, not "
      "'0.0003k'");
}

TEST_CASE("numbers out of range are refused", "[query]") {
  CHECK_FALSE(oms::parse_condition("likes>99999999999999999999"));
  CHECK_FALSE(oms::parse_condition("params>9999999999T"));
  CHECK_FALSE(oms::parse_condition("price_input>99999999999"));
  CHECK_FALSE(oms::parse_condition("price_input>99T"));
  CHECK_FALSE(oms::parse_condition("likes>0.0000000000000000000000000001"));
}

TEST_CASE("days that no calendar has are refused", "[query]") {
  CHECK_FALSE(oms::parse_condition("created>2025-02-29"));
  CHECK_FALSE(oms::parse_condition("created>2025-13"));
  CHECK_FALSE(oms::parse_condition("created>2025-06-01T10:00:00Z"));
}

TEST_CASE("a bare field name says how to write a condition and to quote it", "[query]") {
  CHECK(condition("params") ==
        "error: condition 'params': a field name alone is no condition; write params>=7B and "
        "quote it: the shell takes > as redirection");
  CHECK(condition("price_input") ==
        "error: condition 'price_input': a field name alone is no condition; write "
        "price_input<=0.5 and quote it: the shell takes > as redirection");
}

TEST_CASE("a bare value says to quote the whole condition", "[query]") {
  CHECK(condition("7B") ==
        "error: condition '7B': a value alone is no condition; quote the whole condition: "
        "'params>=7B'");
}

TEST_CASE("a bare operator says to quote the whole condition", "[query]") {
  CHECK(condition(">=") ==
        "error: condition '>=': no field name before '>='; quote the whole condition: "
        "'params>=7B'");
  CHECK(condition("=7B") ==
        "error: condition '=7B': no field name before '='; quote the whole condition: "
        "'params>=7B'");
}

TEST_CASE("a word that is neither field nor condition says how to write one", "[query]") {
  CHECK(condition("llama") ==
        "error: condition 'llama': neither a condition nor a field; write FIELD=VALUE and quote "
        "the whole condition: 'params>=7B'");
}

TEST_CASE("a misspelt field without an operator gets a suggestion", "[query]") {
  CHECK(condition("parms") ==
        "error: condition 'parms': unknown field 'parms'; did you mean 'params'?");
}

TEST_CASE("a missing value says how to ask for missing values", "[query]") {
  CHECK(condition("license=") ==
        "error: condition 'license=': a value is missing; missing values are asked for by "
        "license=unknown");
  CHECK_FALSE(oms::parse_condition("license=mit,"));
  CHECK_FALSE(oms::parse_condition("license=''"));
}

TEST_CASE("an order needs a field that has one", "[query]") {
  CHECK(condition("license<mit") ==
        "error: condition 'license<mit': '<' needs an order, and license takes a text; use = != ~ "
        "!~");
  CHECK(condition("tags>=a") ==
        "error: condition 'tags>=a': '>=' needs an order, and tags takes a text; use = != ~ !~");
  CHECK(condition("osi_approved>no") ==
        "error: condition 'osi_approved>no': '>' needs an order, and osi_approved takes yes or "
        "no; use = !=");
}

TEST_CASE("only texts are searched", "[query]") {
  CHECK(condition("likes~5") ==
        "error: condition 'likes~5': '~' searches texts, and likes takes a number (count)");
}

TEST_CASE("scores are not compared; the message names --quality", "[query]") {
  CHECK(condition("scores>5") ==
        "error: condition 'scores>5': scores holds several metrics; choose one with --quality and "
        "compare quality");
}

TEST_CASE("folded copies are counted too late for a condition", "[query]") {
  CHECK(condition("folded>2") ==
        "error: condition 'folded>2': folded is counted after filtering; sort by it instead");
}

TEST_CASE("unknown has no order", "[query]") {
  CHECK(condition("likes<unknown") ==
        "error: condition 'likes<unknown': 'unknown' goes with = and != only");
}

TEST_CASE("an order takes one value", "[query]") {
  CHECK(condition("downloads>1,000") ==
        "error: condition 'downloads>1,000': '>' takes one value, not '1,000'");
}

TEST_CASE("ranges that make no sense are refused", "[query]") {
  CHECK(condition("params=13B..7B") ==
        "error: condition 'params=13B..7B': the range '13B..7B' runs backwards");
  CHECK(condition("params=..") ==
        "error: condition 'params=..': the range '..' has no end; write LO.., ..HI or LO..HI");
  CHECK(condition("params!=7B..8B") ==
        "error: condition 'params!=7B..8B': the range '7B..8B' goes with = only");
}

TEST_CASE("foreign operators are corrected", "[query]") {
  CHECK(condition("likes==5") == "error: condition 'likes==': '==' is written '=' here");
  CHECK(condition("likes!5") == "error: condition 'likes!5': '!' is no operator; write != or !~");
}

TEST_CASE("an open quote is refused", "[query]") {
  CHECK(condition("name='abc") == "error: condition 'name='abc': a quote is not closed");
}

TEST_CASE("text behind a quoted value is refused", "[query]") {
  CHECK(condition("name='a' b") ==
        "error: condition 'name='a' b': a comma or the end is expected before 'b'");
}

TEST_CASE("an empty condition is refused", "[query]") {
  CHECK(condition("") == "error: condition '': a condition is missing, such as params>=7B");
  CHECK_FALSE(oms::parse_expression("  "));
}

TEST_CASE("a message shows no control characters", "[query]") {
  const auto result = oms::parse_condition("likes>\x1b[31m\n");
  REQUIRE_FALSE(result);
  CHECK(result.error().what.find('\x1b') == std::string::npos);
  CHECK(result.error().what.find('\n') == std::string::npos);
}

TEST_CASE("a message shortens what is very long", "[query]") {
  const auto result = oms::parse_condition("likes>" + std::string(5000, 'x'));
  REQUIRE_FALSE(result);
  CHECK(result.error().what.size() < 300);
}

// ---- Whole expressions

TEST_CASE("and binds tighter than or", "[query]") {
  CHECK(expression("likes=1 or likes=2 and likes=3") == "(| likes=1 (& likes=2 likes=3))");
}

TEST_CASE("not binds tighter than and", "[query]") {
  CHECK(expression("not likes=1 and likes=2") == "(& (! likes=1) likes=2)");
}

TEST_CASE("parentheses group", "[query]") {
  CHECK(expression("(likes=1 or likes=2) and likes=3") == "(& (| likes=1 likes=2) likes=3)");
  CHECK(expression("not(likes=1)") == "(! likes=1)");
}

TEST_CASE("keywords are known in any letter case", "[query]") {
  CHECK(expression("NOT likes=1 And likes=2 OR likes=3") == "(| (& (! likes=1) likes=2) likes=3)");
}

TEST_CASE("a bare value of an expression ends at a blank or a parenthesis", "[query]") {
  CHECK(expression("(task=chat)and(likes>1)") == "(& task=chat likes>1)");
}

TEST_CASE("quoted values of an expression hold blanks and parentheses", "[query]") {
  CHECK(expression("license_name='Llama (3) and' and author=\"a b\"") ==
        "(& license_name=llama (3) and author=a b)");
}

TEST_CASE("alternatives of an expression may have blanks around the comma", "[query]") {
  CHECK(expression("license = mit , apache-2.0 and likes > 1") ==
        "(& license=mit,apache-2.0 likes>1)");
}

TEST_CASE("a keyword is a value where a value stands", "[query]") {
  CHECK(expression("name=and and author=not") == "(& name=and author=not)");
}

TEST_CASE("an error in an expression names its condition", "[query]") {
  CHECK(expression("likes>1 and price_input<cheap or likes=2") ==
        "error: condition 'price_input<cheap': price_input takes a number (USD per 1M tokens), "
        "not 'cheap'");
  CHECK(expression("likes>1 and params") ==
        "error: condition 'params': a field name alone is no condition; write params>=7B and "
        "quote it: the shell takes > as redirection");
}

TEST_CASE("an expression that is not whole says what is missing", "[query]") {
  CHECK(expression("(likes=1") == "error: expression '(likes=1': a ')' is missing");
  CHECK(expression("likes=1)") == "error: expression 'likes=1)': a ')' too many");
  CHECK(expression("likes=1 likes=2") ==
        "error: expression 'likes=1 likes=2': 'and' or 'or' is expected before 'likes=2'");
  CHECK(expression("likes=1 and") ==
        "error: expression 'likes=1 and': a condition is missing, such as params>=7B");
  CHECK(expression("or likes=1") == "error: condition 'or': a condition is missing before 'or'");
  CHECK(expression("()") ==
        "error: expression '()': a condition starts with a field name, not with ')'");
}

TEST_CASE("an expression is at most 200 levels deep", "[query]") {
  const auto nested = [](std::size_t levels) {
    return std::string(levels, '(') + "likes=1" + std::string(levels, ')');
  };
  CHECK(oms::parse_expression(nested(200)));
  CHECK(expression(nested(201)).ends_with("more than 200 levels deep"));
}

TEST_CASE("not counts as a level", "[query]") {
  std::string nots;
  for (int i = 0; i < 201; ++i) nots += "not ";
  CHECK_FALSE(oms::parse_expression(nots + "likes=1"));
  CHECK(oms::parse_expression(nots.substr(4) + "likes=1"));
}

TEST_CASE("levels count depth, not parentheses", "[query]") {
  std::string flat = "(likes=1)";
  for (int i = 0; i < 1000; ++i) flat += " or (likes=1)";
  CHECK(oms::parse_expression(flat));
}

TEST_CASE("a text is at most 64 KiB long", "[query]") {
  const std::string full = "name=" + std::string(64 * 1024 - 5, 'x');
  CHECK(oms::parse_condition(full));
  CHECK(oms::parse_expression(full));
  CHECK(condition(full + "x").ends_with("longer than 64 KiB"));
  CHECK_FALSE(oms::parse_expression(full + "x"));
}

// ---- From code

TEST_CASE("make_condition reads the value as a condition's", "[query]") {
  const auto make = [](std::string_view field, Op op, std::string_view value) {
    return outcome(oms::make_condition(oms::field_id(field), op, value));
  };
  CHECK(make("params", Op::less_equal, "7B") == "params<=7000000000");
  CHECK(make("license", Op::equal, "mit,Apache-2.0") == "license=mit,apache-2.0");
  CHECK(make("params", Op::greater_equal, "big") ==
        "error: condition 'params>=big': params takes a number (parameters), not 'big'");
  CHECK(make("name", Op::equal, "'a' b") ==
        "error: condition 'name='a' b': a comma or the end is expected before 'b'");
}

TEST_CASE("fields_of names each field once, in table order", "[query]") {
  const auto expr = oms::parse_expression("likes>1 and (id~x or not likes=3) and author=y");
  REQUIRE(expr);
  CHECK(oms::fields_of(*expr) == std::vector<oms::FieldId>{oms::field_id("id"),
                                                           oms::field_id("author"),
                                                           oms::field_id("likes")});
}

TEST_CASE("a node of one child is the child", "[query]") {
  const auto leaf = oms::parse_condition("likes=1");
  CHECK(dump(oms::all_of({*leaf})) == "likes=1");
  CHECK(dump(oms::any_of({*leaf})) == "likes=1");
  CHECK(dump(oms::negation(*leaf)) == "(! likes=1)");
  CHECK(dump(oms::all_of({})) == "(&)");
  CHECK(dump(oms::any_of({})) == "(|)");
}

// ---- Hostile input

TEST_CASE("every field has an example that is a condition", "[query]") {
  for (const oms::Field& field : oms::kFields) {
    const auto result = oms::parse_condition(field.name);
    REQUIRE_FALSE(result);
    const std::string& what = result.error().what;
    const std::size_t start = what.find("write ") + 6;
    const std::string example = what.substr(start, what.find(" and quote") - start);
    INFO(example);
    const auto again = oms::parse_condition(example);
    if (field.kind != oms::Kind::scores && field.name != "folded") CHECK(again);
  }
}

TEST_CASE("garbage is refused or understood, never fatal", "[query]") {
  const unsigned seed = GENERATE(1u, 2u, 3u);
  INFO("seed " << seed);
  std::mt19937 random(seed);
  const auto below = [&random](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  const std::string pieces[] = {"likes",
                                "params",
                                "created",
                                "tags",
                                "license_class",
                                "(",
                                ")",
                                "and",
                                "or",
                                "not",
                                " ",
                                "=",
                                "!=",
                                "<",
                                ">=",
                                "~",
                                "!~",
                                ",",
                                "'",
                                "\"",
                                "..",
                                "7B",
                                "-1",
                                "2025-06",
                                "unknown",
                                "\xff\xfe",
                                "\0"s,
                                "1e9",
                                "yes",
                                "é",
                                "9223372036854775807",
                                "scores",
                                "folded"};
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t i = below(12); i > 0; --i)
      text += below(4) == 0 ? std::string(1, static_cast<char>(below(256)))
                            : pieces[below(std::size(pieces))];
    for (const auto& result : {oms::parse_condition(text), oms::parse_expression(text)}) {
      if (result) continue;
      if (result.error().code != oms::Errc::usage || result.error().what.empty() ||
          result.error().what.find('\n') != std::string::npos)
        FAIL("bad error for '" << text << "': " << result.error().what);
    }
  }
}
