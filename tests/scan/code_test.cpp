// Which texts of Python and JavaScript are models.
#include "scan/scan_samples.h"
#include "support/catch.h"

using namespace oms;  // NOLINT: tests

namespace {

constexpr auto kPython = FileKind::python;
constexpr auto kScript = FileKind::javascript;

}  // namespace

TEST_CASE("the first argument of from_pretrained is a model, on any line", "[scan]") {
  CHECK(strong("AutoModel.from_pretrained(\n    # the small one\n    \"a/b\",\n)", kPython) ==
        Texts{"a/b"});
}

TEST_CASE("strings with prefixes, three quotes and neighbors are read", "[scan]") {
  CHECK(strong("X.from_pretrained(r'a/b'); X.from_pretrained(u\"\"\"a/c\"\"\")\n"
               "X.from_pretrained('a'\n  '/d')",
               kPython) == Texts{"a/b", "a/c", "a/d"});
}

TEST_CASE("a comment or a docstring refers to nothing", "[scan]") {
  CHECK(
      positions("\"\"\"See https://huggingface.co/a/b\"\"\"\n# X.from_pretrained('a/b')\n", kPython)
          .empty());
  CHECK(positions("// pipeline('x', 'a/b')\n/* pipeline('x', 'a/b') */", kScript).empty());
}

TEST_CASE("a revision in the same call belongs to the model", "[scan]") {
  const auto found = scan_text("X.from_pretrained('a/b', revision='abc')", kPython);
  REQUIRE(found.size() == 1);
  CHECK(found[0].revision == "abc");
  const auto constant = scan_text("REV = 'abc'\nX.from_pretrained('a/b', revision=REV)", kPython);
  REQUIRE(constant.size() == 1);
  CHECK(constant[0].revision == "abc");
}

TEST_CASE("a constant that is used in a strong place is strong where it is written", "[scan]") {
  const auto found = scan_text("MODEL = \"a/b\"\nX.from_pretrained(MODEL)\n", kPython);
  REQUIRE(found.size() == 1);
  CHECK(found[0].offset == 9);
  CHECK(found[0].position == "from_pretrained");
  CHECK(strong("class A:\n  name = 'a/b'\n  def f(self): X.from_pretrained(self.name)", kPython) ==
        Texts{"a/b"});
}

TEST_CASE("the default of a parameter, an option or an environment variable is a constant",
          "[scan]") {
  CHECK(strong("def f(m='a/b'):\n  return X.from_pretrained(m)", kPython) == Texts{"a/b"});
  CHECK(strong("p.add_argument('-m', '--base-model', default='a/b')", kPython) == Texts{"a/b"});
  CHECK(strong("m = os.getenv('M', 'a/b')\nX.from_pretrained(m)", kPython) == Texts{"a/b"});
}

TEST_CASE("what a loop goes over is used where its variable is used", "[scan]") {
  CHECK(strong("for m in ['a/b', 'a/c']:\n  X.from_pretrained(m)", kPython) == Texts{"a/b", "a/c"});
  CHECK(strong("ALL = {'x': 'a/b'}\nfor k, m in ALL.items():\n  X.from_pretrained(m)", kPython) ==
        Texts{"a/b"});
}

TEST_CASE("what is given by position goes on to the parameter of the function", "[scan]") {
  CHECK(strong("class M:\n  def __init__(self, name):\n    self.m = X.from_pretrained(name)\n"
               "M('a/b')",
               kPython) == Texts{"a/b"});
  CHECK(strong("function f(x, m) { return pipeline('x', m) }\nf(1, 'a/b')", kScript) ==
        Texts{"a/b"});
  CHECK(strong("def f(a, m): X.from_pretrained(m)\nf('a/b', 1)", kPython).empty());
}

TEST_CASE("an element of a map is one of its texts", "[scan]") {
  CHECK(strong("M: Dict[str, str] = {'x': 'a/b'}\nX.from_pretrained(M[o.size])", kPython) ==
        Texts{"a/b"});
  CHECK(strong("M = {'x': 'a/b'}\nX.from_pretrained(M.get(k))", kPython) == Texts{"a/b"});
  CHECK(strong("M = {'x': 'a/b', 'y': 'c/d'}\nX.from_pretrained(M['x'])", kPython) == Texts{"a/b"});
}

TEST_CASE("what an example says instead of an id is left to the catalog", "[scan]") {
  CHECK(strong("X.from_pretrained('your-org/your-model'); LLM('username/m')", kPython).empty());
}

TEST_CASE("either side of a choice is a model", "[scan]") {
  CHECK(strong("X.from_pretrained('a/b' if big else 'a/c')", kPython) == Texts{"a/b", "a/c"});
  CHECK(strong("await pipeline('x', env.MODEL ?? 'a/b')", kScript) == Texts{"a/b"});
}

TEST_CASE("a data set or a space is no model", "[scan]") {
  CHECK(positions("load_dataset('a/b'); load_dataset(path='a/b')", kPython).empty());
  CHECK(positions("snapshot_download(repo_id='a/b', repo_type='dataset')", kPython).empty());
  CHECK(positions("DATA = 'a/b'\nload_dataset(DATA)", kPython).empty());
  CHECK(positions("downloadFile({repo: {type: 'dataset', name: 'a/b'}})", kScript).empty());
}

TEST_CASE("a path of this machine counts only if the catalog knows it", "[scan]") {
  CHECK(strong("X.from_pretrained('models/b'); X.from_pretrained('a/b.gguf')", kPython).empty());
  CHECK(positions("X.from_pretrained('./b'); X.from_pretrained('/a/b'); X.from_pretrained('a/b/c')",
                  kPython)
            .empty());
}

TEST_CASE("a text with placeholders in a strong place is dynamic", "[scan]") {
  CHECK(dynamic("X.from_pretrained(f'{org}/b')", kPython) == Texts{"{org}/b"});
  CHECK(dynamic("X.from_pretrained('a/{}'.format(n))", kPython) == Texts{"a/{}"});
  CHECK(dynamic("X.from_pretrained('a/' + n)", kPython) == Texts{"a/"});
  CHECK(dynamic("X.from_pretrained('a/b-' + n)", kPython) == Texts{"a/b-"});
  CHECK(dynamic("pipeline('x', `${org}/b`)", kScript) == Texts{"${org}/b"});
  CHECK(strong("pipeline('x', `a/b`)", kScript) == Texts{"a/b"});
}

TEST_CASE("a text that only looks like an id is weak", "[scan]") {
  CHECK(weak("x = 'a/b'\ny = 'text/plain'\nz = ('c/d', 1)", kPython) ==
        Texts{"a/b", "text/plain", "c/d"});
}

TEST_CASE("a bare name counts as it is only where nothing but the Hub is meant", "[scan]") {
  CHECK(strong("X.from_pretrained('bert-base-x'); pipeline('x', model='gpt9')", kPython) ==
        Texts{"bert-base-x", "gpt9"});
  CHECK(strong("X.from_pretrained('my_model'); X.from_pretrained('output')", kPython).empty());
  CHECK(strong("LLM(model='bert-base-x')", kPython).empty());
  CHECK(positions("x = 'bert-base-x'", kPython).empty());
}

TEST_CASE("a list of arguments is a command", "[scan]") {
  CHECK(strong("run(['vllm', 'serve', 'a/b'])", kPython) == Texts{"a/b"});
  CHECK(strong("spawn('hf', ['download', 'a/b'])", kScript) == Texts{"a/b"});
  CHECK(strong("M = 'a/b'\nrun(['x', '--model', M])", kPython) == Texts{"a/b"});
}

TEST_CASE("objects of options belong to their call", "[scan]") {
  const auto found = scan_text("pipeline('x', 'a/b', {revision: 'v1'})", kScript);
  REQUIRE(found.size() == 1);
  CHECK(found[0].revision == "v1");
  CHECK(positions("hf.chatCompletion({model: 'a/b'})", kScript) == Texts{"inference-call a/b"});
}

TEST_CASE("regular expressions and apostrophes do not hide what follows", "[scan]") {
  CHECK(strong("const r = /['\"]/; pipeline('x', 'a/b')", kScript) == Texts{"a/b"});
  CHECK(strong("<p>Don't</p>\npipeline('x', 'a/b')", kScript) == Texts{"a/b"});
}

TEST_CASE("what services call their models is left to the catalog", "[scan]") {
  CHECK(strong("model_name = 'openai/gpt-4o'\nmodel_id = 'anthropic/claude-3'", kPython).empty());
  CHECK(strong("model_id = 'openai/gpt-oss-20b'", kPython) == Texts{"openai/gpt-oss-20b"});
}

TEST_CASE("imports, images and repositories of source code are no models", "[scan]") {
  CHECK(positions("import x from 'a/b'; const y = require('a/b')", kScript).empty());
  CHECK(positions("x = {'image': 'a/b', 'repository': 'a/b'}", kPython).empty());
}
