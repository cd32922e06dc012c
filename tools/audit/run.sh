#!/bin/sh
# Install the pinned checkers when needed and run them over public/.
# Arguments go to audit.mjs: --only nu,axe  --site DIR
cd "$(dirname "$0")/../.." || exit 1
. tools/lang.sh

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
	say '审查需要 Node.js 20（及 npm）：https://nodejs.org/ ，Debian：apt-get install nodejs npm' \
		'The audit needs Node.js 20 with npm: https://nodejs.org/, on Debian: apt-get install nodejs npm' >&2
	exit 1
fi
if ! command -v java >/dev/null; then
	say '审查需要 Java（Nu 检查器）。Debian：apt-get install default-jre-headless；macOS：brew install openjdk' \
		'The audit needs Java for the Nu checker. Debian: apt-get install default-jre-headless; macOS: brew install openjdk' >&2
	exit 1
fi
KEPU_CHROMIUM=$(go run -buildvcs=false ./tools/testsetup) || exit 1
export KEPU_CHROMIUM

# npm ci only when the lock has changed since.
stamp=tools/audit/node_modules/.kepu-lock
if ! cmp -s tools/audit/package-lock.json "$stamp"; then
	(cd tools/audit && npm ci --no-progress) || exit 1
	cp tools/audit/package-lock.json "$stamp"
fi
exec node tools/audit/audit.mjs "$@"
