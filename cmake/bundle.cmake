# The bundled catalog: data/ is validated and compiled into an index image, which becomes part of
# the program as plain bytes.
add_executable(oms_bundle_tool src/bundle_main.cpp)
target_include_directories(oms_bundle_tool PRIVATE src)
target_link_libraries(oms_bundle_tool PRIVATE oms_options oms_build)

file(GLOB OMS_DATA CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/data/*.tsv"
  "${PROJECT_SOURCE_DIR}/data/*.ndjson")
set(OMS_BUNDLE "${PROJECT_BINARY_DIR}/bundle.idx")
add_custom_command(OUTPUT "${OMS_BUNDLE}"
  COMMAND oms_bundle_tool "${PROJECT_SOURCE_DIR}/data" "${OMS_BUNDLE}"
  DEPENDS oms_bundle_tool ${OMS_DATA}
  COMMENT "Compiling data/ into the bundled catalog" VERBATIM)

add_library(oms_bundle STATIC src/bundle.S "${OMS_BUNDLE}")
target_include_directories(oms_bundle PRIVATE "${PROJECT_BINARY_DIR}")
set_source_files_properties(src/bundle.S PROPERTIES OBJECT_DEPENDS "${OMS_BUNDLE}")
target_compile_options(oms_bundle PRIVATE "-Wa,-I${PROJECT_BINARY_DIR}")
