#ifndef ASSETS_H
#define ASSETS_H

#include <stddef.h>

/// A file carried in the binary.
struct asset {
  /// Where it stands below its folder; null after the last file.
  const char *name;
  const unsigned char *bytes;
  size_t size;
};

/// The file of the default theme with a number, counted from 0 without a gap; one without a name after the last.
struct asset asset_at(size_t number);

/// The page of a rule with a number, likewise; its name is the rule's, such as `notes/broken-link`.
struct asset rule_page_at(size_t number);

#endif
