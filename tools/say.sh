#!/bin/sh
# say.sh ZH EN: print one of two texts, by the locale.
. "$(dirname "$0")/lang.sh"
say "$1" "$2"
