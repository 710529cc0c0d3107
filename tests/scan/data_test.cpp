// Configuration, shells, container files, notebooks and Markdown.
#include "scan/scan_samples.h"
#include "support/catch.h"

using namespace oms;  // NOLINT: tests

TEST_CASE("keys that name a model make their values strong, in every notation", "[scan]") {
  CHECK(strong("base_model: a/b # c/d\nmodel_id : 'a/c'", FileKind::yaml) == Texts{"a/b", "a/c"});
  CHECK(strong("[x]\nmodel_id = 'a/b'", FileKind::toml) == Texts{"a/b"});
  CHECK(strong("{\"_name_or_path\": \"a/b\", \"modelId\": \"a/c\"}", FileKind::json) ==
        Texts{"a/b", "a/c"});
  CHECK(strong("MODEL_ID=a/b\n", FileKind::environment) == Texts{"a/b"});
}

TEST_CASE("other keys leave it to the catalog, and some exclude a model", "[scan]") {
  CHECK(weak("model: a/b\nother: [c/d]", FileKind::yaml) == Texts{"a/b", "c/d"});
  CHECK(positions("image: a/b\nuses: c/d@v1\ndatasets:\n  - path: e/f\nrepo: g/h", FileKind::yaml)
            .empty());
}

TEST_CASE("a revision beside a key belongs to the model", "[scan]") {
  const auto found = scan_text("x:\n  model_id: a/b\n  revision: abc\n", FileKind::yaml);
  REQUIRE(found.size() == 1);
  CHECK(found[0].revision == "abc");
}

TEST_CASE("arguments in a list are a command, and NAME=value an assignment", "[scan]") {
  CHECK(strong("args:\n  - --model\n  - a/b\n  - --port=1\nenvironment:\n  - MODEL_ID=a/c\n",
               FileKind::yaml) == Texts{"a/b", "a/c"});
  CHECK(strong("env:\n  - name: MODEL_ID\n    value: a/b\n", FileKind::yaml) == Texts{"a/b"});
  CHECK(strong("{\"args\": [\"--model=a/b\"], \"x\": [\"vllm\", \"serve\", \"a/c\"]}",
               FileKind::json) == Texts{"a/b", "a/c"});
}

TEST_CASE("blocks of YAML are scripts where their key says so, or files of a name", "[scan]") {
  CHECK(strong("run: |\n  hf download a/b\ncommand: >\n  --model\n  a/c\nx.py: |\n"
               "  X.from_pretrained('a/d')\n",
               FileKind::yaml) == Texts{"a/b", "a/c", "a/d"});
}

TEST_CASE("flags and commands of servers take a model", "[scan]") {
  const char* commands[] = {"vllm serve a/b --port 1",
                            "vllm serve --port 1 a/b",
                            "x --model=a/b",
                            "text-generation-launcher --model-id a/b",
                            "llama-server -hf a/b:Q4_K_M",
                            "llama-cli --hf-repo a/b",
                            "python -m sglang.launch_server --model-path a/b",
                            "huggingface-cli download a/b f.json",
                            "HF_TOKEN=x uv run hf download --local-dir c/d 'a/b'",
                            "x=$(hf download a/b)",
                            "lm_eval --model hf --model_args pretrained=a/b,dtype=auto",
                            "python -c \"X.from_pretrained('a/b')\"",
                            "python <<E\nX.from_pretrained('a/b')\nE\n",
                            "M=${M:-a/b}\nx --model \"$M\"",
                            "curl -d '{\"model_id\": \"a/b\"}'"};
  for (const char* command : commands) {
    INFO(command);
    CHECK(strong(command, FileKind::shell) == Texts{"a/b"});
  }
}

TEST_CASE("images, packages and repositories of source code are no models of a shell", "[scan]") {
  CHECK(positions("docker pull a/b\ngit clone https://github.com/a/b\ngh repo clone a/b\n"
                  "npm i @a/b\n# hf download a/b\nhf download a/b --repo-type dataset\n"
                  "hf download --repo-type=dataset a/b\nx --dataset-name a/b",
                  FileKind::shell)
            .empty());
  CHECK(strong("aider --model a/b", FileKind::shell).empty());
}

TEST_CASE("a word that the shell puts together is dynamic", "[scan]") {
  CHECK(dynamic("x --model \"$ORG/$NAME\"", FileKind::shell) == Texts{"$ORG/$NAME"});
  CHECK(dynamic("x --model $MODEL_DIR/a", FileKind::shell).empty());
}

TEST_CASE("instructions of a container file are commands, lists and assignments", "[scan]") {
  CHECK(strong("FROM vllm/vllm-openai:latest\nARG MODEL_ID=a/b\nENV MODEL_ID a/c\n"
               "RUN --mount=type=cache,target=/x hf download \\\n  # no\n  a/d\n"
               "CMD [\"--model\", \"a/e\"]\nRUN <<E\nhf download a/f\nE\n",
               FileKind::dockerfile) == Texts{"a/b", "a/c", "a/d", "a/e", "a/f"});
}

TEST_CASE("variables of make are followed into its recipes", "[scan]") {
  CHECK(strong("M ?= a/b\nx: y\n\t@vllm serve $(M)\n", FileKind::makefile) == Texts{"a/b"});
}

TEST_CASE("a notebook is scanned cell by cell, with the places of the file", "[scan]") {
  const std::string text =
      R"x({"cells": [{"cell_type": "code", "outputs": [{"text": ["Y.from_pretrained('a/x')"]}],
 "source": ["M = \"a/b\"\n", "!hf download a/c\n", "X.from_pretrained(M)"]}]})x";
  const auto found = scan_text(text, FileKind::notebook);
  REQUIRE(found.size() == 2);
  CHECK(text.substr(found[0].offset, 3) == "a/b");
  CHECK(text.substr(found[1].offset, 3) == "a/c");
}

TEST_CASE("a cell of a notebook is read in the language that its first line names", "[scan]") {
  const auto cell = [](const std::string& first, const std::string& rest) {
    return strong(R"({"cells": [{"cell_type": "code", "source": ["%%)" + first + R"(\n", ")" +
                      rest + R"("]}]})",
                  FileKind::notebook);
  };
  CHECK(cell("bash", "hf download a/b") == Texts{"a/b"});
  CHECK(cell("writefile run.sh", "hf download a/b") == Texts{"a/b"});
  CHECK(cell("javascript", "await pipeline('text-generation', 'a/b');") == Texts{"a/b"});
  CHECK(cell("time", "X.from_pretrained('a/b')") == Texts{"a/b"});
  CHECK(cell("html", "X.from_pretrained('a/b')").empty());
}

TEST_CASE("Markdown: addresses and code count, prose and its comments do not", "[scan]") {
  CHECK(positions("a/b is fine, `c/d` too. <!-- https://hf.co/x/y -->\n```sh\n$ vllm serve e/f\n"
                  "served g/h\n```\n```\ntree/view\n```\nhttps://hf.co/i/j.\n",
                  FileKind::markdown) == Texts{"weak c/d", "serve e/f", "hub-url i/j"});
}

TEST_CASE("an indented command of Markdown is one", "[scan]") {
  CHECK(strong("Run\n\n    vllm serve a/b\n", FileKind::markdown) == Texts{"a/b"});
}

TEST_CASE("the YAML in front of Markdown names base models", "[scan]") {
  CHECK(strong("---\nbase_model:\n- a/b\ndatasets:\n- c/d\n---\n# x\n", FileKind::markdown) ==
        Texts{"a/b"});
}
