#!/usr/bin/env python3
"""What is installed, and the Debian package. Needs cmake, and for the package dpkg-deb.

    tests/package/package_test.py --build build/release [Class.test]

With mmdebstrap and root the package is also installed into a fresh Debian by its package manager.
"""

import argparse
import gzip
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

BUILD = pathlib.Path()
SOURCE = pathlib.Path(__file__).resolve().parent.parent.parent


def run(*command, **options):
    return subprocess.run([str(word) for word in command], check=True, text=True,
                          capture_output=True, **options).stdout


def files_of(root):
    return sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file())


def pages():
    return sorted(page.name for page in (SOURCE / "docs" / "man").iterdir())


class Folder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="oms-package-")
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)


class Install(Folder):
    def install(self, prefix):
        target = self.root / prefix
        run("cmake", "--install", BUILD, "--prefix", target)
        return target

    def test_every_file_has_its_place(self):
        self.assertEqual(files_of(self.install("local")), sorted(
            [f"share/man/man1/{page}" for page in pages()] + [
                "bin/oms",
                "share/bash-completion/completions/oms",
                "share/doc/oms/README.md",
                "share/doc/oms/copyright",
                "share/fish/vendor_completions.d/oms.fish",
                "share/zsh/site-functions/_oms",
            ]))

    def test_below_usr_zsh_has_a_folder_for_packages(self):
        target = self.install("usr")
        self.assertTrue((target / "share/zsh/vendor-completions/_oms").is_file())
        self.assertFalse((target / "share/zsh/site-functions").exists())

    def test_the_installed_program_answers(self):
        target = self.install("local")
        self.assertEqual(run(target / "bin/oms", "list", "-n", "1", "-q", "id=allenai/OLMo-7B"),
                         "allenai/OLMo-7B\n")

    def test_the_installed_scripts_are_those_that_the_program_prints(self):
        target = self.install("local")
        for shell, path in [("bash", "bash-completion/completions/oms"),
                            ("zsh", "zsh/site-functions/_oms"),
                            ("fish", "fish/vendor_completions.d/oms.fish")]:
            self.assertEqual((target / "share" / path).read_text(),
                             run(target / "bin/oms", "completion", shell))


@unittest.skipUnless(shutil.which("dpkg-deb"), "dpkg-deb is not installed")
class Package(Folder):
    @classmethod
    def setUpClass(cls):
        cls.work = tempfile.TemporaryDirectory(prefix="oms-cpack-")
        cls.addClassCleanup(cls.work.cleanup)
        run("cpack", "-G", "DEB", "--config", BUILD / "CPackConfig.cmake", "-B", cls.work.name)
        cls.package, = pathlib.Path(cls.work.name).glob("*.deb")
        cls.version = run(BUILD / "oms", "--version").split()[1]

    def unpacked(self):
        run("dpkg-deb", "-x", self.package, self.root)
        return self.root

    def field(self, name):
        return run("dpkg-deb", "-f", self.package, name).strip()

    def test_its_name_has_version_and_architecture(self):
        architecture = run("dpkg", "--print-architecture").strip()
        self.assertEqual(self.package.name, f"oms_{self.version}_{architecture}.deb")

    def test_its_version_is_that_of_the_program(self):
        self.assertEqual(self.field("Version"), self.version)

    def test_it_depends_on_the_libraries_that_the_program_is_linked_with(self):
        needed = re.findall(r"NEEDED +Shared library: \[lib(fmt|re2|simdjson|utf8proc)",
                            run("readelf", "-Wd", BUILD / "oms").replace("(NEEDED)", "NEEDED "))
        self.assertTrue(needed)
        depends = self.field("Depends")
        for library in needed:
            self.assertRegex(depends, rf"\blib{library}")

    def test_what_downloads_is_recommended(self):
        self.assertEqual(self.field("Recommends"), "libcurl4 | libcurl3-gnutls, ca-certificates")

    def test_every_file_has_its_place(self):
        self.assertEqual(files_of(self.unpacked()), sorted(
            [f"usr/share/man/man1/{page}.gz" for page in pages()] + [
                "usr/bin/oms",
                "usr/share/bash-completion/completions/oms",
                "usr/share/doc/oms/README.md",
                "usr/share/doc/oms/changelog.gz",
                "usr/share/doc/oms/copyright",
                "usr/share/fish/vendor_completions.d/oms.fish",
                "usr/share/zsh/vendor-completions/_oms",
            ]))

    def test_its_manual_is_that_of_the_source(self):
        page = self.unpacked() / "usr/share/man/man1/oms-list.1.gz"
        self.assertEqual(gzip.decompress(page.read_bytes()),
                         (SOURCE / "docs/man/oms-list.1").read_bytes())

    def test_its_program_answers(self):
        self.assertEqual(run(self.unpacked() / "usr/bin/oms", "--version"), f"oms {self.version}\n")

    @unittest.skipUnless(shutil.which("man"), "man is not installed")
    def test_man_finds_its_pages_and_has_nothing_to_say_against_them(self):
        manual = self.unpacked() / "usr/share/man"
        for page in pages():
            ran = subprocess.run(
                ["man", "-M", str(manual), "--warnings", "-E", "UTF-8", page.removesuffix(".1")],
                env=os.environ | {"MANWIDTH": "80", "LC_ALL": "C.UTF-8", "PAGER": "cat"},
                text=True, capture_output=True, check=True)
            self.assertEqual(ran.stderr, "")
            self.assertIn("EXIT STATUS", ran.stdout)

    @unittest.skipUnless(shutil.which("lintian"), "lintian is not installed")
    def test_lintian_finds_no_error(self):
        ran = subprocess.run(["lintian", "--allow-root", "--fail-on", "error", str(self.package)],
                             text=True, capture_output=True)
        self.assertEqual(ran.returncode, 0, ran.stdout + ran.stderr)

    @unittest.skipUnless(shutil.which("mmdebstrap") and os.geteuid() == 0,
                         "mmdebstrap is not installed, or this is not root")
    def test_a_fresh_debian_installs_it(self):
        deb = self.root / self.package.name
        shutil.copy(self.package, deb)
        self.root.chmod(0o755)
        ran = subprocess.run(
            ["mmdebstrap", "--variant=apt",
             f"--customize-hook=upload {deb} /{deb.name}",
             f"--customize-hook=chroot \"$1\" apt-get install -y --no-install-recommends /{deb.name}",
             "--customize-hook=chroot \"$1\" oms --version",
             "--customize-hook=chroot \"$1\" oms list -n 1 -q id=allenai/OLMo-7B",
             "bookworm", "/dev/null"], text=True, capture_output=True)
        self.assertEqual(ran.returncode, 0, ran.stderr[-2000:])
        self.assertIn(f"oms {self.version}\n", ran.stdout + ran.stderr)
        self.assertIn("allenai/OLMo-7B\n", ran.stdout + ran.stderr)


def main():
    global BUILD
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", required=True, type=pathlib.Path)
    options, rest = parser.parse_known_args()
    BUILD = options.build.resolve()
    unittest.main(argv=[sys.argv[0], "-v", *rest])


if __name__ == "__main__":
    main()
