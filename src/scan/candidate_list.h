// What was found in one file so far. Places are bytes of the file.
#pragma once

#include <cstddef>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "oms/scan/candidate.h"
#include "oms/scan/rules.h"
#include "scan/piece.h"

namespace oms {

inline constexpr std::size_t kNothing = std::numeric_limits<std::size_t>::max();

class CandidateList {
 public:
  // Each returns the number of what was found, or kNothing when the text cannot be an id.
  std::size_t add_strong(const Piece& text, const Rule& rule);
  std::size_t add_weak(const Piece& text);
  // The text of a constant: it is strong if the constant is used in a strong place, otherwise what
  // `rule` says, weak without one. `names` are those by which it can be used.
  std::size_t add_constant(const Piece& text, std::vector<std::string> names, const Rule* rule);
  void add_dynamic(const Piece& text, const Rule& rule);
  // Every address of the Hub inside of `text`; whether there was one.
  bool add_urls(const Piece& text, std::vector<std::size_t>* found = nullptr);

  // The file has none: what is asked of every string need not be.
  void skip_urls() { has_urls_ = false; }

  void set_revision(std::size_t number, std::string_view revision);
  void set_revision_name(std::size_t number, std::string_view constant);
  void drop(std::size_t number);
  // It counts only as a constant that is used in a strong place.
  void require_use(std::size_t number);

  // A constant stands in a place of this rule; null: in one where no model can stand.
  void use_constant(std::string_view name, const Rule* rule);
  // What `from` holds goes on to `to`.
  void pass_constant(std::string_view from, std::string_view to);
  void set_text(std::string_view name, std::string_view value);

  // Text inside of text inside of text: false when it goes too deep to be meant.
  bool enter();
  void leave() { --depth_; }

  // All of it, by place; of several at one place the strongest.
  std::vector<Candidate> take();

 private:
  struct Found {
    Candidate candidate = {};
    std::vector<std::string> names = {};
    std::string revision_name = {};
    bool bare = false;
    bool needs_use = false;
    bool dropped = false;
  };
  struct Passing {
    std::string from = {};
    std::string to = {};
  };

  std::size_t add(const Piece& text, const Rule& rule, Strength strength);
  void make_strong(Found& found, const Rule& rule);
  void resolve();

  std::size_t depth_ = 0;
  bool has_urls_ = true;
  std::vector<Found> found_ = {};
  std::map<std::string, const Rule*, std::less<>> uses_ = {};
  std::set<std::string, std::less<>> other_uses_ = {};
  std::vector<Passing> passings_ = {};
  std::map<std::string, std::string, std::less<>> texts_ = {};
};

}  // namespace oms
