package mobile

import "strings"

// The alphabet of text messages of seven bits a character (3GPP TS 23.038, 6.2.1),
// but for the escape; what its extension has takes two.
const (
	alphabet = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"

	extension = "\f^{}\\[~]|€"
)

// sevenBit gives how many units of seven bits a character takes, 0 if it is not
// in the alphabet.
func sevenBit(r rune) int {
	switch {
	case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
		return 1
	case r > 'ϴ' && r != '€': // most characters of most messages
		return 0
	case strings.ContainsRune(alphabet, r):
		return 1
	case strings.ContainsRune(extension, r):
		return 2
	}
	return 0
}
