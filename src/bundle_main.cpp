// Compiles data/ into the bundled catalog: oms_bundle_tool DATA_DIR OUT_FILE.
#include <cstdio>
#include <fstream>
#include <iterator>

#include "oms/catalog/build.h"

namespace {

int fail(const std::string& what) {
  std::fprintf(stderr, "oms_bundle_tool: error: %s\n", what.c_str());
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return fail("usage: oms_bundle_tool DATA_DIR OUT_FILE");
  oms::DataFiles files;
  for (const std::string_view name : oms::data_file_names()) {
    const std::string path = std::string(argv[1]) + "/" + std::string(name);
    std::ifstream in(path, std::ios::binary);
    if (!in) return fail("cannot read '" + path + "'");
    files.emplace(name, std::string(std::istreambuf_iterator<char>(in), {}));
  }
  const auto image = oms::build_catalog(files);
  if (!image) return fail(image.error().what);
  std::ofstream out(argv[2], std::ios::binary);
  out.write(image->data(), static_cast<std::streamsize>(image->size()));
  out.close();
  return out ? 0 : fail("cannot write '" + std::string(argv[2]) + "'");
}
