// Small snapshots for tests of the cache.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "oms/store/cache.h"
#include "support/catch.h"

namespace oms::samples {

using Bodies = std::vector<std::string>;

inline std::unique_ptr<CacheWriter> open_writer(const std::string& directory,
                                                FileSystem* files = nullptr) {
  Result<std::unique_ptr<CacheWriter>> writer = CacheWriter::open(directory, files);
  if (!writer) FAIL(writer.error().what);
  return std::move(writer).value();
}

// A Hub page with this body, written.
inline PageInfo write_page(CacheWriter& writer, std::string_view body,
                           const std::string& source = "hub") {
  PageInfo page;
  page.source = source;
  page.request = "/api/models?limit=2";
  page.records = 2;
  const Result<Done> written = writer.write_page(page, body);
  if (!written) FAIL(written.error().what);
  return page;
}

inline Manifest manifest(std::string created_at, std::vector<PageInfo> pages = {}) {
  Manifest result;
  result.created_at = std::move(created_at);
  result.pages = std::move(pages);
  result.complete = true;
  return result;
}

inline DigestLine digest_line(std::string id, std::string license) {
  DigestLine line;
  line.id = std::move(id);
  line.license = std::move(license);
  return line;
}

// Publishes these bodies as pages; returns the snapshot's name.
inline std::string publish(CacheWriter& writer, const std::string& created_at,
                           const Bodies& bodies) {
  std::vector<PageInfo> pages;
  for (const std::string& body : bodies) pages.push_back(write_page(writer, body));
  const Result<std::string> name =
      writer.publish(manifest(created_at, pages), {digest_line("a/x", "mit")});
  if (!name) FAIL(name.error().what);
  return *name;
}

// The bodies of the current snapshot; fails the test when any of it cannot be read.
inline Bodies current_bodies(const std::string& directory) {
  const Cache cache(directory);
  const Result<Manifest> current = cache.current();
  if (!current) FAIL(current.error().what);
  Bodies bodies;
  for (const PageInfo& page : current->pages) {
    const Result<std::string> body = cache.read_page(page);
    if (!body) FAIL(body.error().what);
    bodies.push_back(*body);
  }
  return bodies;
}

}  // namespace oms::samples
