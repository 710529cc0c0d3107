// Small text functions: folding, splitting, display width, suggestions.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace oms {

// ASCII lower case. Hub ids, tags and our own words are ASCII; other bytes stay as they are.
std::string fold(std::string_view text);
char fold(char c);
bool equal_folded(std::string_view a, std::string_view b);
// Three-way comparison of the folded texts: negative, zero, positive. The order of the catalog.
int compare_folded(std::string_view a, std::string_view b);
// Where `needle_folded` (already folded) first occurs in `text`, letter case aside; npos when it
// does not. Several times faster over one pool of names than name by name.
std::size_t find_folded(std::string_view text, std::string_view needle_folded);
// True when it occurs at all. Empty: true.
bool contains_folded(std::string_view text, std::string_view needle_folded);

std::string_view trim(std::string_view text);
// Splits at every `separator`; "a,,b" has three parts, "" has one empty part.
std::vector<std::string_view> split(std::string_view text, char separator);
// As split, but trims every part and leaves empty ones out.
std::vector<std::string_view> split_words(std::string_view text, char separator);
std::string join(std::span<const std::string> parts, std::string_view separator);
std::string join(std::span<const std::string_view> parts, std::string_view separator);

// Columns that a terminal uses for `text` (UTF-8): wide characters 2, combining ones 0,
// a byte that is not valid UTF-8 counts 1 (it is printed as U+FFFD).
std::size_t display_width(std::string_view text);
// `text` made safe to print: invalid UTF-8, control characters, escape sequences and
// bidirectional controls become U+FFFD; tab and newline become a space.
std::string printable(std::string_view text);
// Shortens to at most `columns` columns. The ellipsis stands in the middle for `middle`
// (ids: owner and tail stay readable), else at the end. `ellipsis` is "…" or "...".
enum class Cut { end, middle };
std::string shorten(std::string_view text, std::size_t columns, Cut cut, std::string_view ellipsis);
// Splits at blanks into lines of at most `width` columns; a longer word is cut behind a '/', ','
// or ';', else a '-', where one is in reach. At least one line.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

// The candidates nearest to `word`, nearest first, at most `most`. Near are those that begin with
// something at most a third of the word's length (at least 1) away in edits, for a short word with
// whole words; of equally near ones, the one that goes on least comes first.
std::vector<std::string_view> suggestions(std::string_view word,
                                          std::span<const std::string_view> candidates,
                                          std::size_t most = 3);
// The nearest of `size` words that stand in the order of compare_folded(), as suggestions() finds
// it, but with a beginning at most `most_edits` away; `size` when there is none. Words with one
// beginning stand together: most are passed over unread.
std::size_t nearest_sorted(std::string_view word, std::size_t size,
                           const std::function<std::string_view(std::size_t)>& word_at,
                           std::size_t most_edits);
// "; did you mean 'x'?" or "" when nothing is near.
std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace oms
