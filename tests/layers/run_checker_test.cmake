# Tests cmake/check_layers.cmake with the real rules: a clean little tree passes, and each forbidden
# line added to it is named.
#   cmake -P tests/layers/run_checker_test.cmake
cmake_minimum_required(VERSION 3.20)

get_filename_component(top "${CMAKE_CURRENT_LIST_DIR}/../.." ABSOLUTE)
set(scratch "$ENV{TMPDIR}")
if(NOT scratch)
  set(scratch /tmp)
endif()
string(RANDOM LENGTH 12 suffix)
set(tree "${scratch}/oms layers ${suffix}")

function(fail text)
  message(NOTICE "${text}")
  file(REMOVE_RECURSE "${tree}")
  message(FATAL_ERROR "the layer checker does not keep its promises")
endfunction()

function(write path text)
  file(WRITE "${tree}/${path}" "${text}")
endfunction()

function(start_clean_tree)
  file(REMOVE_RECURSE "${tree}")
  file(COPY "${top}/cmake/layers.txt" DESTINATION "${tree}/cmake")
  write(include/oms/base/text.h "#pragma once\n#include <string>\n")
  write(src/base/text.cpp "#include \"oms/base/text.h\"\n#include <utf8proc.h>\n")
  write(src/base/text_tables.h "#include <array>\n")
  write(src/model/name.cpp "#include \"base/text_tables.h\"\n#include <re2/re2.h>\n")
  write(include/oms/query/query.h "#include \"oms/base/text.h\"\n")
  write(src/render/json.cpp "#include <nlohmann/json.hpp>\n")
  write(src/source/hub.cpp "#include <nlohmann/json.hpp>\n#include <simdjson.h>\n")
  write(src/store/map.cpp "#include <sys/mman.h>\n#include <xxhash.h>\nint getenv_count;\n")
  write(src/cli/app.cpp "#include <CLI/CLI.hpp>\n// no getenv here, see http://a.example\n")
  write(src/sys/clock.h "#include \"oms/base/text.h\"\n")
  write(src/sys/clock.cpp "#include \"sys/clock.h\"\nauto t = std::getenv(\"TZ\"); // ; [\n")
  write(src/main.cpp "#include \"sys/clock.h\"\n#include \"oms/query/query.h\"\n")
endfunction()

function(run_checker)
  execute_process(
    COMMAND "${CMAKE_COMMAND}" "-DROOT=${tree}" -P "${top}/cmake/check_layers.cmake"
    RESULT_VARIABLE code OUTPUT_VARIABLE out ERROR_VARIABLE out)
  set(code "${code}" PARENT_SCOPE)
  set(out "${out}" PARENT_SCOPE)
endfunction()

# `line` as the third line of `path` must give exactly one violation, and it must be `expected`.
function(expect_violation path line expected)
  start_clean_tree()
  write("${path}" "// ; [ a \\\\\n\n${line}\n")
  run_checker()
  string(FIND "${out}" "${expected}\n" position)
  if(code EQUAL 0 OR position EQUAL -1 OR NOT out MATCHES "violations of cmake/layers.txt: 1\n")
    fail("${path}: '${line}' should give\n  ${expected}\nbut exit ${code}:\n${out}")
  endif()
endfunction()

start_clean_tree()
run_checker()
if(NOT code EQUAL 0 OR out MATCHES "src/|include/")
  fail("a clean tree should pass, but exit ${code}:\n${out}")
endif()
if(NOT out MATCHES "cmake/layers.txt:[0-9]+: warning: there is no folder 'env'")
  fail("a folder that does not exist should give a warning:\n${out}")
endif()

# Floors.
expect_violation(src/model/a.cpp "#include \"oms/query/query.h\""
  "src/model/a.cpp:3: 'model' includes 'oms/query/query.h', from a higher floor")
expect_violation(include/oms/base/a.h "#include <oms/model/name.h>"
  "include/oms/base/a.h:3: 'base' includes 'oms/model/name.h', from a higher floor")
expect_violation(src/render/a.cpp "  #  include \"oms/query/query.h\"  // why not"
  "src/render/a.cpp:3: 'render' includes 'oms/query/query.h', from its own floor")
expect_violation(src/source/a.cpp "#include \"store/map.h\""
  "src/source/a.cpp:3: 'source' includes 'store/map.h', from its own floor")
expect_violation(src/env/a.cpp "#include \"oms/model/name.h\""
  "src/env/a.cpp:3: 'env' includes 'oms/model/name.h', from its own floor")
expect_violation(src/cli/a.cpp "#include \"sys/clock.h\""
  "src/cli/a.cpp:3: 'sys/clock.h' is not for this place")
expect_violation(src/base/a.cpp "#include \"text_tables.h\""
  "src/base/a.cpp:3: 'text_tables.h' is neither oms/FOLDER/NAME.h nor FOLDER/NAME.h")
expect_violation(src/base/a.cpp "#include \"../query/query.h\""
  "src/base/a.cpp:3: '../query/query.h' is neither oms/FOLDER/NAME.h nor FOLDER/NAME.h")
expect_violation(src/extra/a.cpp ""
  "cmake/layers.txt:1: folder 'extra' of 'src/extra/a.cpp' is on no floor")
expect_violation(include/oms/extra/a.h ""
  "cmake/layers.txt:1: folder 'extra' of 'include/oms/extra/a.h' is on no floor")

# Libraries.
expect_violation(src/render/a.cpp "#include <CLI/App.hpp>"
  "src/render/a.cpp:3: 'CLI/App.hpp' is not for this place")
expect_violation(include/oms/source/a.h "#include <nlohmann/json_fwd.hpp>"
  "include/oms/source/a.h:3: 'nlohmann/json_fwd.hpp' is not for this place")
expect_violation(src/store/a.cpp "#include <simdjson.h>"
  "src/store/a.cpp:3: 'simdjson.h' is not for this place")
expect_violation(src/model/a.h "#include <re2/re2.h>"
  "src/model/a.h:3: 're2/re2.h' is not for this place")
expect_violation(src/base/a.h "#include <utf8proc.h>"
  "src/base/a.h:3: 'utf8proc.h' is not for this place")
expect_violation(src/catalog/a.cpp "#include <xxhash.h>"
  "src/catalog/a.cpp:3: 'xxhash.h' is not for this place")

# Words.
expect_violation(src/cli/a.cpp "auto home = std::getenv(\"HOME\");"
  "src/cli/a.cpp:3: 'getenv' is not for this place")
expect_violation(src/main.cpp "bool color = isatty(1);"
  "src/main.cpp:3: 'isatty' is not for this place")
expect_violation(include/oms/env/a.h "using Clock = std::chrono::system_clock;"
  "include/oms/env/a.h:3: 'system_clock' is not for this place")
expect_violation(src/render/a.cpp "ioctl(1, TIOCGWINSZ, &size);"
  "src/render/a.cpp:3: 'ioctl' is not for this place")

# The rules themselves.
start_clean_tree()
file(APPEND "${tree}/cmake/layers.txt" "flor: attic\n")
run_checker()
if(code EQUAL 0 OR NOT out MATCHES "cmake/layers.txt:[0-9]+: not a rule: 'flor: attic'")
  fail("a line that is no rule should fail, but exit ${code}:\n${out}")
endif()

file(REMOVE_RECURSE "${tree}")
