# What is installed, and the Debian package: cpack -G DEB, or scripts/package.
include(GNUInstallDirs)

# Completion scripts, as the program prints them.
set(completions "${CMAKE_CURRENT_BINARY_DIR}/completions")
add_custom_command(OUTPUT "${completions}/oms" "${completions}/_oms" "${completions}/oms.fish"
  COMMAND "${CMAKE_COMMAND}" -E make_directory "${completions}"
  COMMAND oms completion bash -o "${completions}/oms"
  COMMAND oms completion zsh -o "${completions}/_oms"
  COMMAND oms completion fish -o "${completions}/oms.fish"
  DEPENDS oms VERBATIM)
add_custom_target(completions ALL
  DEPENDS "${completions}/oms" "${completions}/_oms" "${completions}/oms.fish")

install(TARGETS oms RUNTIME)
install(DIRECTORY docs/man/ DESTINATION "${CMAKE_INSTALL_MANDIR}/man1" FILES_MATCHING PATTERN "*.1")
install(FILES "${completions}/oms" DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions")
install(FILES "${completions}/oms.fish"
  DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d")
# Debian's zsh looks for what packages bring in a folder of its own.
install(CODE "
  set(folder site-functions)
  if(CMAKE_INSTALL_PREFIX MATCHES \"/usr$\")
    set(folder vendor-completions)
  endif()
  file(INSTALL \"${completions}/_oms\"
    DESTINATION \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DATADIR}/zsh/\${folder}\")")
install(FILES cmake/debian/copyright README.md DESTINATION "${CMAKE_INSTALL_DOCDIR}")

set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)  # cpack builds no tests
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "oms maintainers <maintainers@oms.example>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_PRE_BUILD_SCRIPTS "${CMAKE_CURRENT_SOURCE_DIR}/cmake/debian/finish.cmake")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Loaded by commands that download, so not among what the program is linked with.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libcurl4 | libcurl3-gnutls, ca-certificates")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "less")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Which open model may I use, what does it cost per token, how good is it?
One offline query over license class, price, quality and task, each figure
with its source and date; a license gate for continuous integration.")
include(CPack)
