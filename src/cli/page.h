// Text for people: headings, labelled lines and small tables, wrapped to the width of the style.
// Whatever is handed in is made safe to print.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oms/render/render.h"

namespace oms {

struct PageColumn {
  std::string_view title = {};
  bool right = false;
  std::size_t least = 0;  // width at least; lines up several tables of one page
};

class Page {
 public:
  explicit Page(const Style& style);

  // First line of a page. `aside` stands behind it, fainter.
  void title(std::string_view text, std::string_view aside = {});
  // A blank line (but not at the top), then the name of what follows.
  void heading(std::string_view text, std::string_view aside = {});
  void paragraph(std::string_view text);
  // Fainter than the rest: where figures come from.
  void footnote(std::string_view text);
  // "  label   text  aside": texts stand in one column, continuation lines too.
  void item(std::string_view label, std::string_view text, std::string_view aside = {});
  // Columns as wide as their content; the last one is wrapped.
  void rows(std::span<const PageColumn> columns, std::span<const std::vector<std::string>> cells);
  void blank();

  const std::string& text() const { return text_; }
  std::string_view dash() const { return style_.unicode ? "–" : "-"; }

 private:
  struct Piece;
  void wrapped(std::string_view first_margin, std::size_t margin, std::span<const Piece> pieces);
  std::string styled(std::string_view text, std::string_view code) const;

  Style style_;
  std::size_t width_;
  std::string text_ = {};
};

}  // namespace oms
