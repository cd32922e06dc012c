#!/bin/sh
# Print the targets of the Makefile from their "## 中文 | English" comments.
cd "$(dirname "$0")/.." || exit 1
. tools/lang.sh
say '用法：make 目标' 'Usage: make TARGET'
sed -n 's/^\([a-z]*\):.*## \(.*\) | \(.*\)$/\1|\2|\3/p' Makefile |
	while IFS='|' read -r target zh en; do
		printf '  make %-8s %s\n' "$target" "$(say "$zh" "$en")"
	done
