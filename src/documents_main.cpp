// oms_documents ROOT: writes the generated files of the source tree.
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "cli/documents.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: oms_documents ROOT\n", stderr);
    return 2;
  }
  for (const oms::Document& document : oms::documents()) {
    const std::filesystem::path path = std::filesystem::path(argv[1]) / document.path;
    std::error_code ignored;  // a folder that cannot be made shows when the file is opened
    std::filesystem::create_directories(path.parent_path(), ignored);
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << document.text;
    file.close();
    if (!file) {
      std::fprintf(stderr, "oms_documents: cannot write '%s'\n", path.c_str());
      return 3;
    }
  }
  return 0;
}
