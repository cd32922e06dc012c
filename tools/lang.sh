# Sourced by the other scripts: say ZH EN prints one of its two arguments,
# English where the locale asks for it, else Chinese.
say() {
	case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
	en*) printf '%s\n' "$2" ;;
	*) printf '%s\n' "$1" ;;
	esac
}
