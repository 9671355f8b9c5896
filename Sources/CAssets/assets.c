#include "assets.h"
#include "embed.h"

// The one list of the theme's files. The compiler numbers them, so their order is free.
struct asset asset_at(size_t number) {
  struct asset asset = {0};
  switch (number) {
ASSET("assets/charts.js")
#embed "../../templates/assets/charts.js"
END
ASSET("assets/excerpt.wasm")
#embed "../../templates/assets/excerpt.wasm"
END
ASSET("assets/favicon.svg")
#embed "../../templates/assets/favicon.svg"
END
ASSET("assets/live.js")
#embed "../../templates/assets/live.js"
END
ASSET("assets/rutter.css")
#embed "../../templates/assets/rutter.css"
END
ASSET("assets/rutter.js")
#embed "../../templates/assets/rutter.js"
END
ASSET("assets/memory.js")
#embed "../../templates/assets/memory.js"
END
ASSET("assets/offline.js")
#embed "../../templates/assets/offline.js"
END
ASSET("assets/progress.js")
#embed "../../templates/assets/progress.js"
END
ASSET("assets/study.css")
#embed "../../templates/assets/study.css"
END
ASSET("assets/study.js")
#embed "../../templates/assets/study.js"
END
ASSET("assets/scheme.js")
#embed "../../templates/assets/scheme.js"
END
ASSET("assets/search.js")
#embed "../../templates/assets/search.js"
END
ASSET("assets/search.wasm")
#embed "../../templates/assets/search.wasm"
END
ASSET("frame.mustache")
#embed "../../templates/frame.mustache"
END
ASSET("home.mustache")
#embed "../../templates/home.mustache"
END
ASSET("map.mustache")
#embed "../../templates/map.mustache"
END
ASSET("not-found.mustache")
#embed "../../templates/not-found.mustache"
END
ASSET("page.mustache")
#embed "../../templates/page.mustache"
END
ASSET("partials/breadcrumbs.mustache")
#embed "../../templates/partials/breadcrumbs.mustache"
END
ASSET("partials/cards.mustache")
#embed "../../templates/partials/cards.mustache"
END
ASSET("partials/chart.mustache")
#embed "../../templates/partials/chart.mustache"
END
ASSET("partials/citations.mustache")
#embed "../../templates/partials/citations.mustache"
END
ASSET("partials/contents.mustache")
#embed "../../templates/partials/contents.mustache"
END
ASSET("partials/footer.mustache")
#embed "../../templates/partials/footer.mustache"
END
ASSET("partials/head.mustache")
#embed "../../templates/partials/head.mustache"
END
ASSET("partials/header.mustache")
#embed "../../templates/partials/header.mustache"
END
ASSET("partials/navigation.mustache")
#embed "../../templates/partials/navigation.mustache"
END
ASSET("partials/neighbourhood.mustache")
#embed "../../templates/partials/neighbourhood.mustache"
END
ASSET("partials/pager.mustache")
#embed "../../templates/partials/pager.mustache"
END
ASSET("partials/related.mustache")
#embed "../../templates/partials/related.mustache"
END
ASSET("partials/rose.mustache")
#embed "../../templates/partials/rose.mustache"
END
ASSET("partials/title.mustache")
#embed "../../templates/partials/title.mustache"
END
ASSET("partials/topics.mustache")
#embed "../../templates/partials/topics.mustache"
END
ASSET("partials/uses.mustache")
#embed "../../templates/partials/uses.mustache"
END
ASSET("redirect.mustache")
#embed "../../templates/redirect.mustache"
END
ASSET("study.mustache")
#embed "../../templates/study.mustache"
END
ASSET("stubs.mustache")
#embed "../../templates/stubs.mustache"
END
  }
  return asset;
}
