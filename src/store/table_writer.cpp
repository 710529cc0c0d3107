#include <array>

#include "oms/store/table_image.h"
#include "store/section_names.h"

namespace oms {
namespace {

struct ColumnWriter {
  ImageWriter& image;
  std::string prefix;

  ColumnWriter at(std::string_view name) const { return {image, section::part(prefix, name)}; }

  void operator()(std::monostate) const {}
  void operator()(const StringColumn& column) const {
    image.add(section::part(prefix, "offsets"), column.offsets);
    const std::size_t size = column.offsets.empty() ? 0 : column.offsets.back();
    image.add(section::part(prefix, "pool"), std::string_view(column.pool, size));
  }
  void operator()(const WordColumn& column) const {
    image.add(section::part(prefix, "codes"), column.codes);
    at("words")(column.dictionary);
  }
  void operator()(const ListColumn& column) const {
    image.add(section::part(prefix, "starts"), column.starts);
    image.add(section::part(prefix, "codes"), column.codes);
    at("words")(column.dictionary);
    image.add(section::part(prefix, "posting_starts"), column.posting_starts);
    image.add(section::part(prefix, "postings"), column.postings);
  }
  void operator()(const IntegerColumn& column) const { image.add(prefix, column); }
  void operator()(const DecimalColumn& column) const { image.add(prefix, column.billionths); }
  void operator()(const DateColumn& column) const { image.add(prefix, column); }
  void operator()(const CodeColumn& column) const { image.add(prefix, column); }
  void operator()(const SparseColumn&) const {}  // computed for one query, never stored
};

void write_offers(ImageWriter& image, const OfferTable& offers) {
  const ColumnWriter write{image, "offer"};
  image.add("offer/rows", offers.rows);
  write.at("host")(offers.host);
  write.at("route")(offers.route);
  write.at("source")(offers.source);
  write.at("input")(offers.input);
  write.at("output")(offers.output);
  write.at("as_of")(offers.as_of);
  write.at("cached")(offers.cached);
}

void write_scores(ImageWriter& image, const ScoreTable& scores) {
  const ColumnWriter write{image, "score"};
  image.add("score/rows", scores.rows);
  write.at("metric")(scores.metric);
  write.at("value")(scores.value);
  write.at("as_of")(scores.as_of);
  write.at("grade")(scores.grade);
  write.at("variant")(scores.variant);
  write.at("source")(scores.source);
}

void write_facts(ImageWriter& image, const FactTable& facts) {
  const ColumnWriter write{image, "fact"};
  image.add("fact/rows", facts.rows);
  write.at("field")(facts.field);
  write.at("source")(facts.source);
  write.at("as_of")(facts.as_of);
  write.at("evidence")(facts.evidence);
}

}  // namespace

void write_table(ImageWriter& image, const Table& table) {
  const std::array<std::uint64_t, 1> rows = {table.rows};
  image.add(section::kRows, std::span<const std::uint64_t>(rows));
  for (FieldId id = 0; id < kFields.size(); ++id) {
    std::visit(ColumnWriter{image, section::column(kFields[id].name)}, table.column(id));
  }
  image.add(section::kFoldParent, table.fold_parent());
  write_offers(image, table.offers);
  write_scores(image, table.scores);
  write_facts(image, table.facts());
}

}  // namespace oms
