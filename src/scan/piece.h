// A stretch of text and where each byte of it lies in the file: text inside of quotes inside of a
// notebook's cell is still reported at its place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace oms {

// A view; the text and the places must outlive it.
struct Piece {
  std::string_view text = {};
  std::size_t base = 0;                   // place of the first byte, when `places` is null
  const std::uint32_t* places = nullptr;  // place of each byte

  std::size_t at(std::size_t index) const {
    if (places == nullptr) return base + index;
    if (text.empty()) return 0;
    return index < text.size() ? places[index] : places[text.size() - 1];
  }
  Piece part(std::size_t from, std::size_t size = std::string_view::npos) const {
    return {text.substr(from, size), base + from, places == nullptr ? nullptr : places + from};
  }
};

// Text that is put together from pieces of another.
struct PlacedText {
  std::string text = {};
  std::vector<std::uint32_t> places = {};

  void add(char c, std::size_t place) {
    text += c;
    places.push_back(static_cast<std::uint32_t>(place));
  }
  void add(const Piece& piece) {
    for (std::size_t i = 0; i < piece.text.size(); ++i) add(piece.text[i], piece.at(i));
  }
  Piece piece() const { return {text, 0, places.data()}; }
};

}  // namespace oms
