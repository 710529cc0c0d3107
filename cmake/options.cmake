# Compiler settings of our own targets, as one interface target linked privately.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()

option(OMS_WERROR "Treat warnings as errors" OFF)
set(OMS_SANITIZE "" CACHE STRING "Sanitizers, as -fsanitize takes them: address,undefined or thread")
option(OMS_FUZZ "Build tests/fuzz for libFuzzer, which comes with clang" OFF)

add_library(oms_options INTERFACE)
target_compile_features(oms_options INTERFACE cxx_std_20)
target_compile_options(oms_options INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-Wall -Wextra -Wpedantic -Wshadow -Wconversion>
  $<$<AND:$<BOOL:${OMS_WERROR}>,$<COMPILE_LANGUAGE:CXX>>:-Werror>)
# To GCC, conversions of C++ are those that lose digits; clang counts changes of sign among them.
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  target_compile_options(oms_options INTERFACE
    $<$<COMPILE_LANGUAGE:CXX>:-Wno-sign-conversion>)
endif()
# GCC 12 warns about overlapping copies inside std::string that cannot happen (GCC bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(oms_options INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Wno-restrict>)
endif()
if(OMS_SANITIZE)
  target_compile_options(oms_options INTERFACE
    $<$<COMPILE_LANGUAGE:CXX>:-fsanitize=${OMS_SANITIZE} -fno-sanitize-recover=all
      -fno-omit-frame-pointer -fno-pie>)
  # A million places that checks point to: at a fixed address they need no work at each start.
  target_link_options(oms_options INTERFACE -fsanitize=${OMS_SANITIZE} -no-pie)
  # Sanitizers hide from GCC what it would need to see that a variable is set.
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(oms_options INTERFACE
      $<$<COMPILE_LANGUAGE:CXX>:-Wno-maybe-uninitialized>)
  endif()
endif()
if(OMS_FUZZ)
  target_compile_options(oms_options INTERFACE
    $<$<COMPILE_LANGUAGE:CXX>:-fsanitize=fuzzer-no-link>)
endif()

find_program(OMS_CCACHE ccache)
if(OMS_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${OMS_CCACHE}")
endif()
