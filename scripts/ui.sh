#!/usr/bin/env bash
# Builds the pages of the window into ui/dist, doing only what is out of date.
#
#   scripts/ui.sh packages   what ui/package-lock.json names is in ui/node_modules
#   scripts/ui.sh build      the above, and ui/dist is newer than every file it is made of
set -euo pipefail
cd "$(dirname "$0")/.."

install_packages() {
    # npm ci begins by deleting node_modules, so it is worth knowing that nothing has changed.
    local installed_from=ui/node_modules/.installed-from
    if cmp -s ui/package-lock.json "$installed_from"; then return 0; fi
    (cd ui && npm ci --no-audit --no-fund --prefer-offline </dev/null)
    cp ui/package-lock.json "$installed_from"
}

is_built() {
    [ -f ui/dist/index.html ] && [ -z "$(find ui locales -newer ui/dist/index.html -type f \
        -not -path 'ui/node_modules/*' -not -path 'ui/dist/*' -not -path 'ui/e2e/*' -print -quit)" ]
}

case ${1:-build} in
    packages) install_packages ;;
    build)
        install_packages
        is_built || (cd ui && npm run --silent build </dev/null)
        ;;
    *) echo "usage: scripts/ui.sh packages|build" >&2 && exit 2 ;;
esac
