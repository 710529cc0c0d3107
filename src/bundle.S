// The bundled catalog as read-only bytes of the program; bundle.h declares them.
    .section .rodata.oms_bundle, "a", @progbits
    .balign 4096
    .global oms_bundle_begin
    .global oms_bundle_end
oms_bundle_begin:
    .incbin OMS_BUNDLE_IMAGE
oms_bundle_end:
    .byte 0
    .section .note.GNU-stack, "", @progbits
