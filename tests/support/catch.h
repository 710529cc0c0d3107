// The only place that includes Catch2, so that versions 2 and 3 differ here alone.
#pragma once

#include <catch2/catch.hpp>
