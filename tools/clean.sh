#!/bin/sh
# Remove bin/ and what kepu wrote into public/: the files that its manifest
# names, and folders that are empty without them. Anything else stays.
cd "$(dirname "$0")/.." || exit 1
. tools/lang.sh
rm -rf bin

manifest=public/.kepu-manifest
[ -f "$manifest" ] || exit 0
if [ "$(head -n 1 "$manifest")" != 'kepu-manifest 1' ]; then
	say "看不懂 $manifest，public/ 未作清理。" "$manifest is not understood; public/ was left alone." >&2
	exit 1
fi
# A line is: digest sum size path.
paths=$(sed -n 's/^[0-9a-f]\{1,\} [0-9a-f]\{1,\} [0-9]\{1,\} //p' "$manifest")
cd public || exit 1
printf '%s\n' "$paths" | while IFS= read -r path; do
	case /$path/ in
	*/../* | //*) ;; # never kepu's
	*) rm -f -- "$path" ;;
	esac
done
printf '%s\n' "$paths" | sed -n 's|/[^/]*$||p' | sort -ru | while IFS= read -r dir; do
	[ -d "$dir" ] && rmdir -p -- "$dir" 2>/dev/null
done
rm -f .kepu-manifest
say 'public/ 和 bin/ 已清理。' 'Cleaned public/ and bin/.'
