// Values one after the other as one text, which is the same only for the same values: what is
// looked up, compared or hashed in their place.
#pragma once

#include <concepts>
#include <span>
#include <string>
#include <string_view>

#include "oms/model/records.h"
#include "store/stored_value.h"

namespace oms {

class KeyText {
 public:
  // Appends to `text`, which must outlive it.
  explicit KeyText(std::string& text) : text_(text) {}

  // Each has its length in front: "ab", "c" and "a", "bc" stay apart.
  KeyText& add(std::string_view text) {
    add(text.size());
    text_ += text;
    return *this;
  }
  KeyText& add(std::span<const std::string> texts) {
    add(texts.size());
    for (const std::string& text : texts) add(std::string_view(text));
    return *this;
  }
  template <std::integral Whole>
  KeyText& add(Whole number) {
    text_.append(reinterpret_cast<const char*>(&number), sizeof(number));
    return *this;
  }
  KeyText& add(const Integer& value) { return add(stored(value)); }
  KeyText& add(const Number& value) { return add(stored(value)); }
  KeyText& add(const Day& value) { return add(stored(value)); }
  KeyText& add(const Choice& value) { return add(stored(value)); }
  KeyText& add(const Flag& value) { return add(stored(value)); }

  KeyText& add(const Fact& fact) {
    return add(fact.field).add(fact.source).add(fact.as_of).add(fact.evidence);
  }
  KeyText& add(const Offer& offer) {
    add(offer.host).add(offer.route).add(offer.source);
    return add(offer.input).add(offer.output).add(offer.as_of).add(offer.cached);
  }
  KeyText& add(const Observation& score) {
    add(score.metric).add(score.value.billionths).add(score.as_of);
    return add(score.grade).add(score.variant).add(score.source);
  }

 private:
  std::string& text_;
};

}  // namespace oms
