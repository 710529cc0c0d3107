#include "oms/model/task.h"

#include <string>
#include <vector>

#include "support/catch.h"
#include "support/data_file.h"

namespace oms {
namespace {

using Words = std::vector<std::string>;

constexpr std::string_view kTable =
    "task\tkind\tgroup\ttitle\twhere\thelp\n"
    "text-generation\tpipeline\tNatural Language Processing\tText Generation\t\tWrite text\n"
    "image-text-to-text\tpipeline\tMultimodal\tImage-Text-to-Text\t\tAnswer about images\n"
    "translation\tpipeline\tNatural Language Processing\tTranslation\t\tTranslate\n"
    "chat\tcomputed\tNatural Language Processing\tChat\t\tHold a conversation\n"
    "asr\talias\t\tSpeech recognition\ttask=automatic-speech-recognition\tWrite down speech\n";

TaskTable table() { return TaskTable::parse(kTable).value(); }

std::string error_of(std::string_view rows) {
  const std::string text = "task\tkind\tgroup\ttitle\twhere\thelp\n" + std::string(rows);
  const auto parsed = TaskTable::parse(text);
  return parsed ? "" : parsed.error().what;
}

Flag chat_by_price(std::string_view pipeline_tag) {
  return is_chat({.pipeline_tag = pipeline_tag, .text_token_price = true});
}

}  // namespace

TEST_CASE("a task is found in any letter case", "[task]") {
  const TaskTable tasks = table();
  REQUIRE(tasks.find("ASR") != nullptr);
  CHECK(tasks.find("ASR")->word == "asr");
}

TEST_CASE("a task keeps its kind and its condition", "[task]") {
  const TaskTable tasks = table();
  CHECK(tasks.find("asr")->kind == Task::Kind::alias);
  CHECK(tasks.find("asr")->where == "task=automatic-speech-recognition");
  CHECK(tasks.find("chat")->kind == Task::Kind::computed);
}

TEST_CASE("an unknown task is wrong use with a suggestion", "[task]") {
  const TaskTable tasks = table();
  const auto found = tasks.look_up("chatt");
  REQUIRE_FALSE(found);
  CHECK(found.error().code == Errc::usage);
  CHECK(found.error().what == "unknown task 'chatt'; did you mean 'chat'?");
  CHECK(found.error().hint == "'oms tasks' lists all");
}

TEST_CASE("a task table without a needed column is refused", "[task]") {
  const auto parsed = TaskTable::parse("task\tkind\tgroup\ttitle\thelp\n");
  REQUIRE_FALSE(parsed);
  CHECK(parsed.error().code == Errc::data);
  CHECK(parsed.error().what == "task table: no column 'where'");
}

TEST_CASE("an unknown kind of task is refused by row", "[task]") {
  CHECK(error_of("x\tmodel\t\tX\t\t\n") == "task table: row 'x': unknown kind 'model'");
}

TEST_CASE("an alias without a condition is refused", "[task]") {
  CHECK(error_of("x\talias\t\tX\t\t\n") == "task table: row 'x': an alias stands for a condition");
}

TEST_CASE("a task that stands twice is refused", "[task]") {
  CHECK(error_of("x\tpipeline\t\tX\t\t\nx\tpipeline\t\tX\t\t\n") ==
        "task table: row 'x': task stands twice");
}

TEST_CASE("the shipped table has the Hub's 57 pipeline tags", "[task]") {
  const std::string text = data_file("tasks.tsv");
  const TaskTable tasks = TaskTable::parse(text).value();
  std::size_t pipelines = 0;
  for (const Task& task : tasks.rows()) pipelines += task.kind == Task::Kind::pipeline ? 1 : 0;
  CHECK(pipelines == 57);
}

TEST_CASE("the shipped table has chat and the aliases users expect", "[task]") {
  const std::string text = data_file("tasks.tsv");
  const TaskTable tasks = TaskTable::parse(text).value();
  for (const char* word : {"code", "embeddings", "asr", "tts", "vision", "ocr", "rerank"}) {
    CAPTURE(word);
    REQUIRE(tasks.find(word) != nullptr);
    CHECK(tasks.find(word)->kind == Task::Kind::alias);
  }
  REQUIRE(tasks.find("chat") != nullptr);
  CHECK(tasks.find("chat")->kind == Task::Kind::computed);
}

TEST_CASE("the tag conversational makes a model chat", "[task]") {
  const Words tags = {"transformers", "conversational"};
  CHECK(is_chat({.pipeline_tag = "text-generation", .tags = tags}) == Flag(true));
}

TEST_CASE("a chat template makes a model chat", "[task]") {
  CHECK(is_chat({.pipeline_tag = "text-generation", .chat_template = true}) == Flag(true));
}

TEST_CASE("a conversational provider mapping makes a model chat", "[task]") {
  CHECK(is_chat({.pipeline_tag = "image-text-to-text", .served_conversational = true}) ==
        Flag(true));
}

TEST_CASE("a base model that only generates text is not chat", "[task]") {
  const Words tags = {"transformers", "text-generation"};
  CHECK(is_chat({.pipeline_tag = "text-generation", .tags = tags}) == Flag(false));
}

TEST_CASE("a token price makes every text-generating model chat", "[task]") {
  for (const char* tag :
       {"text-generation", "image-text-to-text", "any-to-any", "audio-text-to-text",
        "video-text-to-text", "text2text-generation", "conversational"}) {
    CAPTURE(tag);
    CHECK(chat_by_price(tag) == Flag(true));
  }
}

TEST_CASE("a token price makes a model without a pipeline tag chat", "[task]") {
  CHECK(chat_by_price("") == Flag(true));
}

TEST_CASE("a token price does not make an embedding model chat", "[task]") {
  CHECK(chat_by_price("feature-extraction") == Flag(false));
}

TEST_CASE("without all tags nobody knows whether a text-generating model is chat", "[task]") {
  const Words cut = {"transformers"};
  CHECK(is_chat({.pipeline_tag = "text-generation", .all_tags = false}) == std::nullopt);
  CHECK(is_chat({.pipeline_tag = "text-generation", .tags = cut, .all_tags = false}) ==
        std::nullopt);
  CHECK(is_chat({.all_tags = false}) == std::nullopt);
}

TEST_CASE("a model that does not generate text is not chat, whatever its tags", "[task]") {
  CHECK(is_chat({.pipeline_tag = "feature-extraction", .all_tags = false}) == Flag(false));
}

TEST_CASE("a proof of chat needs no complete tags", "[task]") {
  const Words cut = {"conversational"};
  CHECK(is_chat({.tags = cut, .all_tags = false}) == Flag(true));
  CHECK(is_chat({.all_tags = false, .text_token_price = true}) == Flag(true));
}

TEST_CASE("a record that may or may not be chat has the tasks that are certain", "[task]") {
  CHECK(tasks_of({.pipeline_tag = "text-generation", .all_tags = false}, table()) ==
        Words{"text-generation"});
}

TEST_CASE("the pipeline tag is the first task, chat the last", "[task]") {
  const Words tags = {"translation", "conversational", "text-generation", "image-text-to-text"};
  CHECK(tasks_of({.pipeline_tag = "image-text-to-text", .tags = tags}, table()) ==
        Words{"image-text-to-text", "translation", "text-generation", "chat"});
}

TEST_CASE("tags that are aliases or computed tasks are no tasks", "[task]") {
  const Words tags = {"asr", "chat"};
  CHECK(tasks_of({.pipeline_tag = "translation", .tags = tags}, table()) == Words{"translation"});
}

TEST_CASE("a pipeline tag that the Hub gave up stays a task", "[task]") {
  CHECK(tasks_of({.pipeline_tag = "text2text-generation"}, table()) ==
        Words{"text2text-generation"});
}

TEST_CASE("a record without signs has no task", "[task]") { CHECK(tasks_of({}, table()).empty()); }

}  // namespace oms
