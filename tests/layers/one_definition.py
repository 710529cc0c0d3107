#!/usr/bin/env python3
"""Types of one name in one namespace, defined in several files: each file compiles, the program
mixes them up. Prints them and exits 1 when there are any.

Usage: one_definition.py FOLDER…
"""
import collections
import pathlib
import re
import sys

NOISE = re.compile(r'//[^\n]*|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'', re.S)
TOKEN = re.compile(r"namespace\s*([\w:]*)\s*\{|(?:struct|class|enum)\s+(?:class\s+)?"
                   r"(?:\[\[\w+\]\]\s*)?([\w:]+)[^;{()=]*\{|[{}]")


def types_of(text):
    """Full names of the types that a file defines in named namespaces; members are not among them."""
    scopes = []
    for token in TOKEN.finditer(NOISE.sub(" ", text)):
        if token[0] == "}":
            if scopes:
                scopes.pop()
        elif token[0].startswith("namespace"):
            scopes.append(token[1])
        else:
            name = token[2]
            if name and "::" not in name and all(scopes):
                yield "::".join([*scopes, name])
            scopes.append("")


def main(folders):
    seen = collections.defaultdict(set)
    for folder in folders:
        for file in sorted(pathlib.Path(folder).rglob("*")):
            if file.suffix in (".h", ".cpp"):
                for name in types_of(file.read_text(encoding="utf-8")):
                    seen[name].add(str(file))
    clashes = {name: files for name, files in seen.items() if len(files) > 1}
    for name, files in clashes.items():
        print(f"{name} is defined in {', '.join(sorted(files))}")
    return 1 if clashes or not seen else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
