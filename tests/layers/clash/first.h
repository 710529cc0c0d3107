// For the test of one_definition.py: clashes with second.h.
namespace sample {
struct Place {
  int line = 0;
};
}  // namespace sample
