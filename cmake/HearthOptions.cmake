# SPDX-License-Identifier: Apache-2.0
# Compiler settings that every target of ours shares, and the one way to declare a library.

add_library(hearth_options INTERFACE)
target_compile_options(hearth_options INTERFACE -Wall -Wextra -Werror)
target_compile_definitions(
    hearth_options
    INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_FOREACH
              QT_DISABLE_DEPRECATED_BEFORE=0x060400)

if(CMAKE_UNITY_BUILD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # Warns of types of unnamed namespaces in files that another one includes: here, in all of ours.
    target_compile_options(hearth_options INTERFACE -Wno-subobject-linkage)
endif()

set(HEARTH_SANITIZE "" CACHE STRING "Sanitizers to build with, as -fsanitize takes them")
if(HEARTH_SANITIZE)
    add_compile_options(-fsanitize=${HEARTH_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${HEARTH_SANITIZE})
endif()

if(HEARTH_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# hearth_headers(<name> HEADERS … LINK … [OF …]): headers that many targets include, compiled once for all of them.
# LINK: what all of these targets link, too, as its definitions have to be the same; OF: whose headers, otherwise.
function(hearth_headers name)
    cmake_parse_arguments(arg "" "" "HEADERS;LINK;OF" ${ARGN})
    set(nothing ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
    file(CONFIGURE OUTPUT ${nothing} CONTENT "// only its precompiled header counts\n")
    add_library(${name} OBJECT ${nothing})
    target_link_libraries(${name} PRIVATE ${arg_LINK} hearth_options)
    foreach(library ${arg_OF})
        target_include_directories(${name} SYSTEM PRIVATE $<TARGET_PROPERTY:${library},INTERFACE_INCLUDE_DIRECTORIES>)
    endforeach()
    target_precompile_headers(${name} PRIVATE ${arg_HEADERS})
endfunction()

# hearth_library(<name> FILES … [LINK …] [PRIVATE_LINK …] [HEADERS <name>]): a library of the folder it stands in,
# static unless BUILD_SHARED_LIBS, which saves the sanitizers' presets most of their disk.
# Headers are included as "<folder>/<file>.h", seen from the side (shared, server, client) they belong to.
function(hearth_library name)
    cmake_parse_arguments(arg "" "HEADERS" "FILES;LINK;PRIVATE_LINK" ${ARGN})
    add_library(${name} ${arg_FILES})
    if(arg_HEADERS)
        target_precompile_headers(${name} REUSE_FROM ${arg_HEADERS})
    endif()
    target_include_directories(${name} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR}/..)
    target_link_libraries(${name} PUBLIC ${arg_LINK} PRIVATE hearth_options ${arg_PRIVATE_LINK})
endfunction()
