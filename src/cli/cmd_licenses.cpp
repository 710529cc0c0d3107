#include <CLI/App.hpp>

#include "cli/command.h"
#include "cli/license_list.h"
#include "cli/license_page.h"
#include "cli/records.h"
#include "oms/base/text.h"

namespace oms {
namespace {

struct LicensesOptions {
  std::string id = {};
  bool classes = false;
};

std::string json_of(const CountedLicense& counted) {
  const Records records = license_records(std::span(&counted, 1));
  const Records criteria = criterion_records(*counted.license);
  JsonMembers members = members_of(records, 0);
  members.emplace_back("osd_criteria", json_array_block(json_rows(criteria)));
  return json_block(members) + "\n";
}

Error unknown_license(std::string_view text, const LicenseTable& table) {
  std::vector<std::string_view> keys;
  for (const License& license : table.rows()) keys.push_back(license.key);
  return {Errc::usage, "unknown license '" + printable(text) + "'" + did_you_mean(text, keys),
          "'oms licenses' lists all"};
}

Outcome print_one(const License& license, const LicenseCounts& counts, Context& context) {
  const CountedLicense counted{&license, counts.of(license)};
  if (context.json()) {
    context.out.write(json_of(counted));
  } else if (context.format != nullptr) {
    write_records(context.out, license_records(std::span(&counted, 1)), *context.format,
                  context.style);
  } else if (context.common.quiet) {
    context.out.write(std::string(license.key) + "\n");
  } else {
    context.out.write(license_page(counted, context.style));
  }
  return 0;
}

Outcome print_all(const LicensesOptions& options, std::span<const CountedLicense> licenses,
                  std::span<const CountedClass> classes, Context& context) {
  const Records records = options.classes ? class_records(classes) : license_records(licenses);
  if (context.format != nullptr) {
    write_records(context.out, records, *context.format, context.style);
    return 0;
  }
  if (context.common.quiet) {
    write_first_column(context.out, records);
    return 0;
  }
  if (options.classes) licenses = {};
  context.out.write(licenses_page(classes, licenses, context.style));
  context.note("'oms licenses ID' tells all about one");
  context.note("--license takes ids, classes, and osi, open, commercial, conditional");
  return 0;
}

Outcome run_licenses(const LicensesOptions& options, Context& context) {
  if (options.classes && !options.id.empty()) {
    return Error{Errc::usage, "--classes lists the classes and takes no license", ""};
  }
  const auto catalog = open_catalog(context);
  if (!catalog) return catalog.error();
  const LicenseTable licenses = catalog->licenses();
  const License* chosen = options.id.empty() ? nullptr : licenses.look_up(options.id);
  if (!options.id.empty() && chosen == nullptr) return unknown_license(options.id, licenses);
  const auto rows = listed_rows(*catalog, catalog->metrics());
  if (!rows) return rows.error();
  const LicenseCounts counts(catalog->table(), *rows);
  if (chosen != nullptr) return print_one(*chosen, counts, context);
  return print_all(options, count_licenses(licenses, counts),
                   count_classes(licenses, catalog->table(), *rows), context);
}

}  // namespace

Run setup_licenses(CLI::App& app) {
  auto options = std::make_shared<LicensesOptions>();
  app.add_option("id", options->id, "license to explain: id, SPDX id or name")
      ->type_name("LICENSE");
  app.add_flag("--classes", options->classes, "only the classes");
  return [options](Context& context) { return run_licenses(*options, context); };
}

}  // namespace oms
