// For the test of one_definition.py: clashes with first.h.
namespace sample {
struct Place {
  double x = 0;
};
}  // namespace sample
