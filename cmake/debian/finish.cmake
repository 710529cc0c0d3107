# Run by cpack over what it has installed: Debian has manuals and changelogs compressed, without
# the time of day.
file(GLOB roots "${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr" "${CPACK_TEMPORARY_INSTALL_DIRECTORY}/*/usr")
foreach(root IN LISTS roots)
  file(WRITE "${root}/share/doc/oms/changelog"
    "oms (${CPACK_PACKAGE_VERSION}) stable; urgency=medium\n\n"
    "  * Version ${CPACK_PACKAGE_VERSION}; docs/ of the source has the changes.\n\n"
    " -- ${CPACK_PACKAGE_CONTACT}  Thu, 01 Jan 2026 00:00:00 +0000\n")
  file(GLOB pages "${root}/share/man/man1/*.1")
  execute_process(COMMAND gzip -9nf "${root}/share/doc/oms/changelog" ${pages}
    COMMAND_ERROR_IS_FATAL ANY)
endforeach()
