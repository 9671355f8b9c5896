#ifndef RUTTER_CCMARK_H
#define RUTTER_CCMARK_H

#include <cmark.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/// Parses a text. The tree lives in this thread's arena until `rutter_cmark_release`; nothing of it is freed alone.
cmark_node *rutter_cmark_parse(const uint8_t *bytes, size_t count);

/// Forgets all trees of this thread. One block of memory is kept for the next ones, the rest is given back.
void rutter_cmark_release(void);

/// How much memory this thread's arena holds.
size_t rutter_cmark_held(void);

/// The bytes of a string that may be missing.
static inline size_t rutter_length(const char *text) {
  return text ? strlen(text) : 0;
}

/// The first place of a byte, or `count`.
static inline size_t rutter_find(const void *bytes, size_t start, size_t count, uint8_t byte) {
  const char *found = start < count ? memchr((const char *)bytes + start, byte, count - start) : NULL;
  return found ? (size_t)(found - (const char *)bytes) : count;
}

/// How often a byte occurs.
static inline size_t rutter_occurrences(const uint8_t *bytes, size_t count, uint8_t byte) {
  size_t found = 0;
  for (size_t index = 0; index < count; index++) found += bytes[index] == byte;
  return found;
}

/// Whether two stretches of memory hold the same bytes.
static inline int rutter_same(const void *one, const void *other, size_t count) {
  return memcmp(one, other, count) == 0;
}

#endif
