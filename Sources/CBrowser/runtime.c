// What Swift asks of the system and of the compiler's own library, for a page that has neither.
//
// A block is a power of two; a freed one goes to the list of its size and is handed out again. The four bytes before a
// block hold its size class. Memory is never given back: a page that checks a file again needs as much again.

#include <stddef.h>
#include <stdint.h>

extern unsigned char __heap_base;

#define PAGE 65536u
#define ALIGNMENT 16u
#define CLASSES 32u

struct block {
  struct block *next;
};

static struct block *free_blocks[CLASSES];
static uintptr_t top;

static uint32_t *class_of(void *block) { return (uint32_t *)block - 1; }

static void *grow(uint32_t class) {
  if (!top) top = ((uintptr_t)&__heap_base + ALIGNMENT - 1) & ~(uintptr_t)(ALIGNMENT - 1);
  uintptr_t end = top + ALIGNMENT + ((uintptr_t)1 << class);
  if (end < top) return NULL;
  uintptr_t size = (uintptr_t)__builtin_wasm_memory_size(0) * PAGE;
  if (end > size) {
    // Twice as much as needed, so that growing is rare.
    uintptr_t pages = (end - size + size / 2 + PAGE - 1) / PAGE;
    if (__builtin_wasm_memory_grow(0, pages) == (size_t)-1 &&
        __builtin_wasm_memory_grow(0, (end - size + PAGE - 1) / PAGE) == (size_t)-1)
      return NULL;
  }
  void *block = (void *)(top + ALIGNMENT);
  top = end;
  *class_of(block) = class;
  return block;
}

void *malloc(size_t size) {
  uint32_t class = 4;
  while (((size_t)1 << class) < size) {
    if (++class >= CLASSES) return NULL;
  }
  struct block *block = free_blocks[class];
  if (!block) return grow(class);
  free_blocks[class] = block->next;
  return block;
}

void free(void *memory) {
  if (!memory) return;
  struct block *block = memory;
  uint32_t class = *class_of(block);
  block->next = free_blocks[class];
  free_blocks[class] = block;
}

int posix_memalign(void **memory, size_t alignment, size_t size) {
  if (alignment > ALIGNMENT) return 22;
  *memory = malloc(size);
  return *memory ? 0 : 12;
}

// Hash seeds: one page has one user, who attacks no one but himself.
void arc4random_buf(void *bytes, size_t count) {
  for (unsigned char *byte = bytes; count--; byte++) *byte = 0x5A;
}

void *memset(void *to, int value, size_t count) {
  for (unsigned char *byte = to; count--; byte++) *byte = (unsigned char)value;
  return to;
}

void *memcpy(void *restrict to, const void *restrict from, size_t count) {
  unsigned char *target = to;
  for (const unsigned char *byte = from; count--; byte++) *target++ = *byte;
  return to;
}

void *memmove(void *to, const void *from, size_t count) {
  unsigned char *target = to;
  const unsigned char *byte = from;
  if (target < byte) return memcpy(to, from, count);
  while (count--) target[count] = byte[count];
  return to;
}

int memcmp(const void *one, const void *other, size_t count) {
  const unsigned char *left = one, *right = other;
  for (; count--; left++, right++) {
    if (*left != *right) return *left < *right ? -1 : 1;
  }
  return 0;
}

// The product of two 128-bit numbers, by which Swift notices that one of 64-bit numbers overflows.
__int128 __multi3(__int128 one, __int128 other) {
  uint64_t low = (uint64_t)one, other_low = (uint64_t)other;
  uint64_t middle = (low >> 32) * (uint32_t)other_low;
  uint64_t cross = (uint32_t)low * (other_low >> 32);
  uint64_t bottom = (uint64_t)(uint32_t)low * (uint32_t)other_low;
  uint64_t carry = (bottom >> 32) + (uint32_t)middle + (uint32_t)cross;
  uint64_t high = (low >> 32) * (other_low >> 32) + (middle >> 32) + (cross >> 32) + (carry >> 32);
  high += (uint64_t)(one >> 64) * other_low + low * (uint64_t)(other >> 64);
  return (__int128)(((unsigned __int128)high << 64) | (carry << 32) | (uint32_t)bottom);
}
