#!/bin/sh
# Installs what the tests need beside Python, where it is missing: a browser, Java for the Nu HTML checker, npm to fetch it and more, Node.js, and
# nginx, whose documented configuration is tested.
# Debian and its kin are served through apt-get. Elsewhere, or without the right to install, it says what is missing; that is
# an error where CI is "true", and a warning on a person's machine, where the tests that need a tool then fail by name.
set -eu

found() {
  for program in "$@"; do
    if command -v "$program" >/dev/null 2>&1; then return 0; fi
  done
  return 1
}

# Chromium without windows opens a page in a quarter of the time. Where Debian's package is not to be had, Chromium itself serves.
if ! found chromium-headless-shell && found apt-get && [ "$(id -u)" -eq 0 ]; then
  {
    apt-get install -qq --yes --no-install-recommends chromium-headless-shell ||
      { timeout 100 apt-get update -qq && apt-get install -qq --yes --no-install-recommends chromium-headless-shell; }
  } </dev/null >/dev/null 2>&1 || echo "There is no chromium-headless-shell here: the tests take Chromium, which is slower."
fi

missing=""
found chromium-headless-shell chromium chromium-browser google-chrome || missing="$missing chromium"
found java || missing="$missing default-jre-headless"
found npm || missing="$missing nodejs npm"
found nginx /usr/sbin/nginx || missing="$missing nginx-light"
[ -n "$missing" ] || exit 0

give_up() {
  echo "The tests need these Debian packages or their like:$missing ($1)" >&2
  [ "${CI:-}" != "true" ] || exit 1
  exit 0
}

found apt-get || give_up "there is no apt-get here to install them"
if [ "$(id -u)" -eq 0 ]; then
  as_root=""
elif found sudo; then
  as_root="sudo"
else
  give_up "only root can install them"
fi

echo "Installing for the tests:$missing"
# shellcheck disable=SC2086  # both hold words to be split
{
  $as_root apt-get update -qq &&
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes --no-install-recommends $missing
} </dev/null >/dev/null || give_up "apt-get could not install them"
