// How files are put into the binary: ASSET("name"), an #embed, and END, in a switch over their numbers.

#pragma clang diagnostic ignored "-Wc23-extensions"

#define ASSET(path)                            \
  case __COUNTER__: {                          \
    asset.name = path;                         \
    static const unsigned char bytes[] = {
#define END                                    \
    };                                         \
    asset.bytes = bytes;                       \
    asset.size = sizeof bytes;                 \
    break;                                     \
  }
