// What an index holds once more, in a shape that spares a query the reading of whole columns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "oms/model/table.h"
#include "oms/store/image.h"

namespace oms {

// Section `planes`: the codes bit by bit (CodePlanes), with one plane at least. Nothing without
// rows, or where a code takes more than 8 bits: then planes would not be read faster. Of a column
// of 4,096 rows or more in which one code is that of all but one row in 64, sections `common`,
// `others/rows` and `others/codes` instead.
void write_planes(ImageWriter& image, const std::string& prefix, std::span<const std::uint8_t>);
void write_planes(ImageWriter& image, const std::string& prefix, std::span<const std::uint32_t>);

// Section `highest`: the rows with the highest values, the highest first, equal ones ascending. A
// sixteenth of all, but never more than a block of checksums holds. Rows without a value are none
// of them. `T`: std::int64_t or std::int32_t.
template <typename T>
class HighestRows {
 public:
  explicit HighestRows(std::size_t rows);  // of the table

  void add(std::span<const T> values);  // of the next rows
  void write(ImageWriter& image, const std::string& prefix);

 private:
  struct Entry {
    T value;
    Row row;
  };
  void reduce();

  const std::size_t most_;
  std::vector<Entry> kept_ = {};              // twice as many as are wanted at most
  T passed_ = std::numeric_limits<T>::min();  // later rows must be above
  Row row_ = 0;
};

// Section `range`: the first and the last day; kNoDay twice where no row has one.
class DayRange {
 public:
  void add(std::span<const std::int32_t> days);
  void write(ImageWriter& image, const std::string& prefix) const;

 private:
  std::int32_t first_ = kNoDay;
  std::int32_t last_ = kNoDay;
};

// Sections `few/rows` and `few/values`: the rows that have a value, and the values. Nothing where
// more than one row in 32 has one. `T`: as above.
template <typename T>
class FewRows {
 public:
  explicit FewRows(std::size_t rows);  // of the table

  void add(std::span<const T> values);  // of the next rows
  void write(ImageWriter& image, const std::string& prefix) const;

 private:
  const std::size_t most_;
  std::vector<Row> rows_ = {};  // one more than the most at most, and their values
  std::vector<T> values_ = {};
  Row row_ = 0;
};

// All of a column at once.
template <typename T>
void write_highest(ImageWriter& image, const std::string& prefix, std::span<const T> values) {
  HighestRows<T> highest(values.size());
  highest.add(values);
  highest.write(image, prefix);
}
template <typename T>
void write_few(ImageWriter& image, const std::string& prefix, std::span<const T> values) {
  FewRows<T> few(values.size());
  few.add(values);
  few.write(image, prefix);
}

// Section `known` of a list column: a plane with the rows whose list is not empty. `starts`: of the
// list of each row and behind the last one.
void write_known(ImageWriter& image, const std::string& prefix, std::span<const std::uint32_t>);

// Sections of Folds. `bases`: by row, kNoRow for what is no copy.
void write_folds(ImageWriter& image, std::span<const Row> bases);

}  // namespace oms
