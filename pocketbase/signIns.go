package main

import (
	"fmt"
	"io"
	"net/http"
	"net/netip"
	"regexp"
)

// signIn is every route on which somebody guesses: a password, a code of a letter. How often is limited by the settings; who goes on all
// the same is for the firewall.
var signIn = regexp.MustCompile(`^/api/collections/[^/]+/auth-with-(?:password|otp)/?$`)

// statusWriter remembers the status of an answer.
type statusWriter struct {
	http.ResponseWriter
	status int
}

func (w *statusWriter) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

// Unwrap lets http.ResponseController reach what is underneath.
func (w *statusWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// isRefused: 401 is asked of who knows the password and has not told the code yet.
func isRefused(status int) bool {
	return status == http.StatusBadRequest || status == http.StatusForbidden || status == http.StatusTooManyRequests
}

// tellRefused lets a request to sign in through and tells of a refused one in a line of its own: whence it came and nothing else. Nothing
// that the visitor typed stands in it, so that nobody can make it name another address. scripts/start/failedSignIns.ts passes it on.
func tellRefused(next http.Handler, out io.Writer, w http.ResponseWriter, r *http.Request) {
	answer := &statusWriter{ResponseWriter: w, status: http.StatusOK}
	next.ServeHTTP(answer, r)
	if isRefused(answer.status) {
		fmt.Fprintf(out, "sign-in failed from %s\n", whence(peer(r)))
	}
}

func whence(address netip.Addr) string {
	if address.String() == nobody {
		return "an address that no trusted proxy told"
	}
	return address.String()
}
