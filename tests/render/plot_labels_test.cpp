#include "render/plot_labels.h"

#include <random>

#include "support/catch.h"

namespace oms {
namespace {

using Texts = std::vector<std::string>;

bool inside(const Box& box, int width, int height) {
  return box.x >= 0 && box.y >= 0 && box.right() <= width && box.bottom() <= height;
}

LabelRules rules() {
  LabelRules result;
  result.cells = [](const Mark& mark) { return Box{mark.at.x - 1, mark.at.y - 1, 3, 3}; };
  result.size = [](std::string_view label) { return Box{0, 0, static_cast<int>(label.size()), 2}; };
  result.columns = 20;
  result.ellipsis = "...";
  result.leaders = true;
  return result;
}

// Points spread by a fixed seed, and the marks that stand for them.
struct Cloud {
  std::vector<PlotPoint> points = {};
  std::vector<const PlotPoint*> views = {};
  std::vector<Mark> marks = {};

  Cloud(std::uint32_t seed, std::size_t count, int width, int height) {
    std::mt19937 random(seed);
    for (std::size_t i = 0; i < count; ++i) {
      PlotPoint point{.label = "owner/model-" + std::to_string(i)};
      point.x = static_cast<double>(random() % static_cast<std::uint32_t>(width));
      point.y = static_cast<double>(random() % static_cast<std::uint32_t>(height));
      point.frontier = random() % 8 == 0;
      point.closed = random() % 3 == 0;
      points.push_back(std::move(point));
    }
    for (const PlotPoint& point : points) views.push_back(&point);
    marks = marks_of(views, [](const PlotPoint& point) {
      return GridPlace{static_cast<int>(point.x), static_cast<int>(point.y)};
    });
  }
};

}  // namespace

TEST_CASE("labels never meet each other, a mark or the edge", "[plot]") {
  constexpr int kWidth = 120;
  constexpr int kHeight = 60;
  for (std::uint32_t seed = 1; seed <= 200; ++seed) {
    CAPTURE(seed);
    const Cloud cloud(seed, 1 + seed, kWidth, kHeight);
    const LabelRules measures = rules();
    Grid grid(kWidth, kHeight);
    for (const Mark& mark : cloud.marks) grid.take(measures.cells(mark));
    const Labels labels = place_labels(grid, cloud.marks, measures);
    std::size_t collisions = 0;
    for (std::size_t i = 0; i < labels.placed.size(); ++i) {
      const Box& box = labels.placed[i].spot.box;
      collisions += inside(box, kWidth, kHeight) ? 0 : 1;
      for (std::size_t j = 0; j < i; ++j) {
        collisions += overlap(box, labels.placed[j].spot.box) ? 1 : 0;
      }
      for (const Mark& mark : cloud.marks) collisions += overlap(box, measures.cells(mark)) ? 1 : 0;
    }
    CHECK(labels.placed.size() > 0);
    CHECK(collisions == 0);
  }
}

TEST_CASE("every mark of the frontier is labeled or named as left out", "[plot]") {
  for (std::uint32_t seed = 1; seed <= 50; ++seed) {
    CAPTURE(seed);
    const Cloud cloud(seed, 60, 80, 30);
    const LabelRules measures = rules();
    Grid grid(80, 30);
    for (const Mark& mark : cloud.marks) grid.take(measures.cells(mark));
    const Labels labels = place_labels(grid, cloud.marks, measures);
    std::size_t frontier = 0;
    std::size_t labeled = 0;
    for (const Mark& mark : cloud.marks) frontier += mark.frontier ? 1 : 0;
    for (const PlacedLabel& label : labels.placed) labeled += label.mark->frontier ? 1 : 0;
    CHECK(labeled + labels.unlabeled.size() == frontier);
  }
}

TEST_CASE("the frontier is labeled before others that stand in front", "[plot]") {
  const std::vector<PlotPoint> points = {{.label = "first"}, {.label = "front", .frontier = true}};
  std::vector<Mark> marks(2);
  marks[0] = {.at = {6, 1}, .points = {&points[0]}};
  marks[1] = {.at = {6, 4}, .frontier = true, .points = {&points[1]}};
  LabelRules measures = rules();
  Grid grid(12, 6);
  for (const Mark& mark : marks) grid.take(measures.cells(mark));
  const Labels labels = place_labels(grid, marks, measures);
  REQUIRE_FALSE(labels.placed.empty());
  CHECK(labels.placed.front().text == "front");
}

TEST_CASE("only the frontier has labels on its better side", "[plot]") {
  const PlotPoint point{.label = "other"};
  std::vector<Mark> marks(1);
  marks[0] = {.at = {10, 3}, .points = {&point}};
  LabelRules measures = rules();
  measures.better_side = {{0, 0, 40, 3}};
  const Labels labels = place_labels(Grid(14, 5), marks, measures);
  CHECK(labels.placed.empty());
}

TEST_CASE("a label keeps away from other marks, so that it names its own", "[plot]") {
  const std::vector<PlotPoint> points = {{.label = "long"}, {.label = "b"}};
  std::vector<Mark> marks(2);
  marks[0] = {.at = {2, 1}, .points = {&points[0]}};
  marks[1] = {.at = {9, 1}, .points = {&points[1]}};
  LabelRules measures = rules();
  Grid grid(20, 3);
  for (const Mark& mark : marks) grid.take(measures.cells(mark));
  CHECK(place_labels(grid, marks, measures).placed.size() == 2);
  measures.clearance = 1;
  const Labels labels = place_labels(grid, marks, measures);
  REQUIRE(labels.placed.size() == 1);
  CHECK(labels.placed[0].text == "b");
}

TEST_CASE("a label is the id, else the name, else less of it", "[plot]") {
  const PlotPoint point{.label = "meta-llama/Llama-3.1-8B-Instruct"};
  Mark mark;
  mark.points = {&point};
  CHECK(mark_labels(mark, 40, "...") ==
        Texts{"meta-llama/Llama-3.1-8B-Instruct", "Llama-3.1-8B-Instruct", "Llama-3.1...Instruct"});
  CHECK(mark_labels(mark, 24, "...") ==
        Texts{"meta-llama/...B-Instruct", "Llama-3.1-8B-Instruct", "Llama...ruct"});
}

TEST_CASE("a label says how many models stand in one place", "[plot]") {
  const PlotPoint one{.label = "a/one"};
  const PlotPoint two{.label = "a/two"};
  Mark mark;
  mark.points = {&one, &two, &two};
  CHECK(mark_labels(mark, 20, "...").front() == "a/one +2");
}

TEST_CASE("the model on the frontier gives its name to a place with others", "[plot]") {
  const std::vector<PlotPoint> points = {{.label = "a/one"}, {.label = "a/two", .frontier = true}};
  const std::vector<const PlotPoint*> views = {&points[0], &points[1]};
  const auto marks = marks_of(views, [](const PlotPoint&) { return GridPlace{3, 3}; });
  REQUIRE(marks.size() == 1);
  CHECK(marks[0].frontier);
  CHECK(mark_labels(marks[0], 20, "...").front() == "a/two +1");
}

TEST_CASE("open and closed models in one place are two marks", "[plot]") {
  const std::vector<PlotPoint> points = {{.label = "a"}, {.label = "b", .closed = true}};
  const std::vector<const PlotPoint*> views = {&points[0], &points[1]};
  CHECK(marks_of(views, [](const PlotPoint&) { return GridPlace{3, 3}; }).size() == 2);
}

TEST_CASE("a leader runs over free cells to a free place", "[plot]") {
  Grid grid(60, 40);
  const Box mark{30, 30, 3, 3};
  const Box size{0, 0, 10, 2};
  grid.take(mark);
  grid.take({0, 26, 60, 10});  // everything beside and above it
  const auto anywhere = [](const Box&) { return true; };
  CHECK_FALSE(place_beside(grid, mark, size, Side::upper, anywhere));
  CHECK_FALSE(place_apart(grid, mark, size));
  Grid open(60, 40);
  open.take(mark);
  const auto leader = place_apart(open, mark, size);
  REQUIRE(leader);
  CHECK(leader->spot.box.bottom() <= mark.y);
  CHECK_FALSE(open.is_free(leader->spot.box));
}

TEST_CASE("the line of the frontier goes right, then up", "[plot]") {
  std::vector<Mark> marks(2);
  marks[0] = {.at = {9, 2}, .frontier = true};
  marks[1] = {.at = {4, 7}, .frontier = true};
  const std::vector<GridPlace> line = frontier_line(marks, 20);
  REQUIRE(line.size() == 4);
  CHECK(line[1].x == 9);
  CHECK(line[1].y == 7);
  CHECK(line[3].x == 20);
  CHECK(line[3].y == 2);
  CHECK(frontier_line({}, 20).empty());
}

}  // namespace oms
