# The bundled catalog: data/ is validated and compiled into an index image, which becomes part of
# the program as plain bytes.
add_executable(oms_bundle_tool src/bundle_main.cpp)
target_include_directories(oms_bundle_tool PRIVATE src)
target_link_libraries(oms_bundle_tool PRIVATE oms_options oms_build)

file(GLOB OMS_DATA CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/data/*.tsv"
  "${PROJECT_SOURCE_DIR}/data/*.ndjson")

# A library `name` with the image of the tables in `data`, made in the folder `place`.
function(oms_add_bundle name data place)
  set(image "${place}/bundle.idx")
  add_custom_command(OUTPUT "${image}"
    COMMAND oms_bundle_tool "${data}" "${image}"
    DEPENDS oms_bundle_tool ${ARGN}
    COMMENT "Compiling ${name}" VERBATIM)
  add_library(${name} STATIC "${PROJECT_SOURCE_DIR}/src/bundle.S" "${image}")
  set_source_files_properties("${PROJECT_SOURCE_DIR}/src/bundle.S" PROPERTIES
    OBJECT_DEPENDS "${image}")
  target_compile_definitions(${name} PRIVATE OMS_BUNDLE_IMAGE="${image}")
endfunction()

oms_add_bundle(oms_bundle "${PROJECT_SOURCE_DIR}/data" "${PROJECT_BINARY_DIR}" ${OMS_DATA})
