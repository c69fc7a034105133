package main

import (
	"net"
	"net/http"
	"net/netip"
	"os"
	"regexp"
	"strings"

	"github.com/pocketbase/pocketbase/core"
)

// oddAddress is ODD_ADDRESS of domain/rules/oddAddress.ts; a test compares the two.
var oddAddress = regexp.MustCompile(`(?i)^[^?]*(?:[/\\]|%(?:25)*(?:2f|5c))(?:[.．]|%(?:25)*(?:2e|c0%(?:25)*ae|e0%(?:25)*80%(?:25)*ae|ef%(?:25)*bc%(?:25)*8e)){1,2}(?:[/\\;?]|%(?:25)*(?:2f|5c|3b)|$)|^[^?]*(?:\\|%(?:5c|[01][0-9a-f]|7f))|^/+%(?:25)*(?:2f|5c)`)

// nobody is RFC 7600's dummy address, that of no machine: a visitor whose address is not known must not be taken for this machine.
const nobody = "192.0.0.8"

// healthRoute is that of pb_hooks/health.pb.js: PocketBase's own /api/health tells only that it answers, and no hook can take its place.
const healthRoute = "/api/ocop/health"

// thisMachine is where superusers may always work from, as in scripts/start/applyEnvironment.ts.
var thisMachine = []netip.Prefix{netip.MustParsePrefix("127.0.0.1/32"), netip.MustParsePrefix("::1/128")}

// forwardingHeaders are what proxies tell of the request that they pass on, besides everything that begins with X-Forwarded-.
var forwardingHeaders = []string{
	"Forwarded", "Via", "X-Real-Ip", "X-Client-Ip", "X-Cluster-Client-Ip", "X-Original-Forwarded-For",
	"X-Proxyuser-Ip", "True-Client-Ip", "Cf-Connecting-Ip", "Fastly-Client-Ip",
}

// guard stands before all routes: it refuses addresses that no page or record has, tells PocketBase the visitor's address, and opens the
// dashboard to nobody but those who may sign in there.
type guard struct {
	next    http.Handler
	app     core.App
	trusted []netip.Prefix
	// tellsHealth: the hooks are there that know more than PocketBase of how the server is.
	tellsHealth bool
}

func (g guard) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if oddAddress.MatchString(r.URL.RequestURI()) {
		refuse(w, http.StatusNotFound, "Không tìm thấy trang này.")
		return
	}
	if client := visitor(r, g.trusted); client != peer(r) {
		r.RemoteAddr = net.JoinHostPort(client.String(), "0")
	}
	forgetForwarding(r.Header)
	if isDashboard(r.URL.Path) && !contains(g.mayWork(), peer(r)) {
		refuse(w, http.StatusForbidden, "Trang này chỉ mở được từ máy của cơ quan.")
		return
	}
	if g.tellsHealth && r.URL.Path == "/api/health" {
		r.URL.Path = healthRoute
	}
	if signIn.MatchString(r.URL.Path) {
		tellRefused(g.next, os.Stderr, w, r)
		return
	}
	g.next.ServeHTTP(w, r)
}

func refuse(w http.ResponseWriter, status int, words string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(words + "\n"))
}

func isDashboard(path string) bool {
	return path == "/_" || strings.HasPrefix(path, "/_/")
}

// mayWork lists the networks from which superusers may work; the settings hold them once `npm start` has applied .env.
func (g guard) mayWork() []netip.Prefix {
	named, _ := parseNetworks(strings.Join(g.app.Settings().SuperuserIPs, " "))
	return append(named, thisMachine...)
}

// visitor tells who asks. Headers count only when a trusted proxy passes the request on; a request that was passed on never comes from this
// machine, whatever its headers say, since a proxy that tells no address, or the wrong one, would make everybody the office's own server.
func visitor(r *http.Request, trusted []netip.Prefix) netip.Addr {
	asked := peer(r)
	if !isForwarded(r.Header) {
		return asked
	}
	hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for at := len(hops) - 1; at >= 0 && contains(trusted, asked); at-- {
		hop, err := netip.ParseAddr(strings.TrimSpace(hops[at]))
		if err != nil {
			return netip.MustParseAddr(nobody)
		}
		asked = hop.Unmap()
	}
	if contains(thisMachine, asked) || asked.IsUnspecified() || contains(trusted, asked) {
		return netip.MustParseAddr(nobody)
	}
	return asked
}

func peer(r *http.Request) netip.Addr {
	address, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return netip.MustParseAddr(nobody)
	}
	return address.Addr().Unmap().WithZone("")
}

func isForwarded(header http.Header) bool {
	for name := range header {
		if isForwardingHeader(name) {
			return true
		}
	}
	return false
}

func isForwardingHeader(name string) bool {
	canonical := http.CanonicalHeaderKey(name)
	if strings.HasPrefix(canonical, "X-Forwarded") {
		return true
	}
	for _, each := range forwardingHeaders {
		if canonical == each {
			return true
		}
	}
	return false
}

// forgetForwarding keeps PocketBase and the hooks from believing what the guard did not.
func forgetForwarding(header http.Header) {
	for name := range header {
		if isForwardingHeader(name) {
			header.Del(name)
		}
	}
}

func contains(networks []netip.Prefix, address netip.Addr) bool {
	for _, network := range networks {
		if network.Contains(address) {
			return true
		}
	}
	return false
}

// parseNetworks reads addresses and networks (`203.0.113.7 10.0.0.0/8`), apart by spaces or commas.
func parseNetworks(text string) ([]netip.Prefix, error) {
	var networks []netip.Prefix
	for _, each := range strings.FieldsFunc(text, func(sign rune) bool { return sign == ' ' || sign == ',' }) {
		network, err := netip.ParsePrefix(each)
		if err != nil {
			address, failed := netip.ParseAddr(each)
			if failed != nil {
				return nil, failed
			}
			network = netip.PrefixFrom(address, address.BitLen())
		}
		networks = append(networks, network.Masked())
	}
	return networks, nil
}
