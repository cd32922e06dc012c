// Package calendar reckons civil dates in China: the recurrence rules of
// RFC 5545 that events repeat by, the hours at which a place is open, the 24
// solar terms, and the zone Asia/Shanghai that all of them are meant in.
//
// It is arithmetic alone: it imports the standard library only, reads no file,
// no environment and no clock, and knows neither entries nor pages. What day
// it is now is for callers to say.
package calendar
