// For the listener, in this file only.
#define CATCH_CONFIG_EXTERNAL_INTERFACES

#include "support/temp_dir.h"

#include <cstdlib>
#include <iostream>
#include <stdexcept>

namespace oms {
namespace {

std::size_t failures = 0;

class CountFailures : public Catch::TestEventListenerBase {
 public:
  using TestEventListenerBase::TestEventListenerBase;
  bool assertionEnded(const Catch::AssertionStats& stats) override {
    if (!stats.assertionResult.isOk()) ++failures;
    return false;
  }
};

std::string make_directory(TempDir::Place place) {
  const bool memory = place == TempDir::Place::memory && std::filesystem::is_directory("/dev/shm");
  const std::string parent = memory ? "/dev/shm" : std::filesystem::temp_directory_path().string();
  std::string path = parent + "/oms-test-XXXXXX";
  if (::mkdtemp(path.data()) == nullptr) throw std::runtime_error("cannot create " + path);
  return path;
}

}  // namespace

std::size_t failed_assertions() { return failures; }

TempDir::TempDir(Place place)
    : path_(make_directory(place)),
      failed_before_(failures),
      exceptions_before_(std::uncaught_exceptions()),
      message_(Catch::MessageBuilder("TempDir", CATCH_INTERNAL_LINEINFO, Catch::ResultWas::Info)
               << "in " << path_) {}

TempDir::~TempDir() {
  if (failures != failed_before_ || std::uncaught_exceptions() != exceptions_before_) {
    std::cerr << "kept: " << path_ << "\n";
    return;
  }
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

CATCH_REGISTER_LISTENER(CountFailures)

}  // namespace oms
