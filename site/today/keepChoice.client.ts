/** The way to the other language takes along what the address says of the page: filters, words searched for, a stamp's number. */
for (const way of document.querySelectorAll<HTMLAnchorElement>('[data-language-switch]')) {
  // Before it is followed, however: a click, the keyboard, a new tab.
  for (const turnedTo of ['pointerdown', 'focus']) {
    way.addEventListener(turnedTo, () => {
      way.search = location.search;
      way.hash = location.hash;
    });
  }
}
