#include "cli/snapshot_choice.h"

#include <algorithm>

#include "cli/units.h"
#include "oms/base/date.h"
#include "oms/base/text.h"

namespace oms {
namespace {

// Of "2026-11-23T200000Z": what stands before the minutes and before the seconds.
constexpr std::size_t kMinutes = 13;
constexpr std::size_t kSeconds = 15;

std::string list_of(const std::vector<std::string>& history) {
  return history.size() == 1 ? "there is " + history.front() : "there are " + join(history, ", ");
}

// A whole name, or the beginning of one only.
Result<std::string> named(const std::string& word, const std::vector<std::string>& history) {
  std::vector<std::string> found;
  for (const std::string& name : history) {
    if (name == word) return name;
    if (name.starts_with(word)) found.push_back(name);
  }
  if (found.size() == 1) return found.front();
  if (found.size() > 1) {
    return Error{Errc::usage, "'" + printable(word) + "' begins several snapshots", list_of(found)};
  }
  return Error{parse_date(word) ? Errc::data : Errc::usage,
               "there is no snapshot '" + printable(word) + "'", list_of(history)};
}

std::optional<std::int64_t> time_of(std::string_view snapshot) {
  return parse_time_ms(snapshot_time(snapshot));
}

Result<std::string> newest_at(std::int64_t time, const std::string& since,
                              const std::vector<std::string>& history) {
  for (auto name = history.rbegin(); name != history.rend(); ++name) {
    const auto taken = time_of(*name);
    if (taken && *taken <= time) return *name;
  }
  return Error{Errc::data,
               "--since " + printable(since) + ": the oldest snapshot is of " +
                   minute_text(snapshot_time(history.front())) + " UTC",
               "'--since " + history.front() + "' begins with that one"};
}

Result<std::string> since(const std::string& text, const std::vector<std::string>& history,
                          std::int64_t now_ms) {
  if (std::find(history.begin(), history.end(), text) != history.end()) return text;
  if (const auto age = parse_duration_ms(text)) return newest_at(now_ms - *age, text, history);
  const auto time = parse_time_ms(text);
  if (!time && parse_time_ms(snapshot_time(text))) return named(text, history);
  if (time) return newest_at(*time, text, history);
  return Error{
      Errc::usage,
      "--since takes an age (7d, 36h), a date, a time or a snapshot, not '" + printable(text) + "'",
      list_of(history)};
}

}  // namespace

std::string snapshot_time(std::string_view snapshot) {
  if (snapshot.size() <= kSeconds) return std::string(snapshot);
  return std::string(snapshot.substr(0, kMinutes))
      .append(":")
      .append(snapshot.substr(kMinutes, kSeconds - kMinutes))
      .append(":")
      .append(snapshot.substr(kSeconds, 3));
}

Result<SnapshotPair> choose_snapshots(const SnapshotChoice& choice,
                                      const std::vector<std::string>& history,
                                      std::int64_t now_ms) {
  SnapshotPair pair{.before = {}, .after = history.back()};
  if (choice.names.size() > 2) {
    return Error{Errc::usage,
                 "two snapshots are compared, not " + std::to_string(choice.names.size()), ""};
  }
  if (!choice.since.empty() && !choice.names.empty()) {
    return Error{Errc::usage, "--since and the name of a snapshot are two beginnings", ""};
  }
  if (history.size() < 2 && choice.names.size() < 2) {
    return Error{Errc::data,
                 "there is only one snapshot, " + history.back() + ": nothing to compare it with",
                 "the next 'oms fetch' makes another one"};
  }
  if (!choice.since.empty()) {
    auto before = since(choice.since, history, now_ms);
    if (!before) return std::move(before).error();
    pair.before = *std::move(before);
  } else if (choice.names.empty()) {
    pair.before = history[history.size() - 2];
  } else {
    for (std::size_t i = 0; i < choice.names.size(); ++i) {
      auto name = named(choice.names[i], history);
      if (!name) return std::move(name).error();
      (i == 0 ? pair.before : pair.after) = *std::move(name);
    }
  }
  if (pair.before != pair.after) return pair;
  if (choice.since.empty()) {
    return Error{Errc::usage, "snapshot " + pair.after + " is compared with itself",
                 list_of(history)};
  }
  return Error{Errc::data,
               "--since " + printable(choice.since) + ": nothing was fetched since; the last " +
                   "snapshot is " + pair.after,
               "run 'oms fetch' first"};
}

}  // namespace oms
