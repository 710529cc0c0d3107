#!/usr/bin/env python3
"""Every test that docs/habits.md names is there: `tests/cli/FILE`: the rule, up to '; ', '. ' or the
end of its cell. Habits 1 to 46 all have a row. Usage: habits_test.py [HABITS.md]; exit 1 if not.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CASE = re.compile(r"`((?:tests|cmake)/[\w/.]+)`: (.+?)(?=; `|; a run|; of |, with `|\. |$)")


def names(path):
    """The rules of a file, as they are written down in it."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        return [name.replace("_", " ") for name in re.findall(r"def test_(\w+)", text)]
    if path.suffix == ".cpp":
        return re.findall(r'TEST_CASE\(\s*"((?:[^"\\]|\\.)*)"', text)
    return re.findall(r"^#? ?(\S.*)$", text, re.MULTILINE)


def main():
    page = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "docs/habits.md")
    numbers, wrong, count = [], [], 0
    for line in page.read_text(encoding="utf-8").splitlines():
        row = re.match(r"\| (\d+) \| .+? \| (.+) \|$", line)
        if not row:
            continue
        numbers.append(int(row[1]))
        cases = CASE.findall(row[2])
        if len(re.findall(r"`(?:tests|cmake)/[^`]*`: ", row[2])) != len(cases) or not (cases or "none yet" in row[2]):
            wrong.append(f"habit {row[1]}: cannot read its tests")
        for file, rule in cases:
            count += 1
            path = ROOT / file
            if not path.exists() or not any(name.startswith(rule) for name in names(path)):
                wrong.append(f"habit {row[1]}: {file} has no '{rule}'")
    if numbers != list(range(1, 47)):
        wrong.append(f"the habits are {numbers}")
    print(*wrong, f"{count} tests of {len(numbers)} habits", sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
