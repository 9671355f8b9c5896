#ifndef ASSETS_H
#define ASSETS_H

#include <stddef.h>

/// A file of the default theme, carried in the binary.
struct asset {
  /// Where it stands below `templates/`; null after the last file.
  const char *name;
  const unsigned char *bytes;
  size_t size;
};

/// The file with a number, counted from 0 without a gap; one without a name after the last.
struct asset asset_at(size_t number);

#endif
