/** Texts that somebody might type, paste or send to break a page, a file or a reader's eye; and what becomes of each. */

/** `kept`: to the byte. `tidied`: without what nobody sees. `refused`: in words. */
export type HostileFate = 'kept' | 'tidied' | 'refused';

export interface HostileText {
  name: string;
  text: string;
  fate: HostileFate;
}

const of = (fate: HostileFate, texts: Readonly<Record<string, string>>): HostileText[] =>
  Object.entries(texts).map(([name, text]) => ({ name, text, fate }));

/** Sets a mark on the page that runs it, and asks another host. */
export const RUN = "window.hostileRan=1;fetch('https://ke-xau.example/')";

/** What can be read is text like any other. */
export const KEPT = of('kept', {
  html: `<b>đậm</b><img src=x onerror="${RUN}"><a href="https://ke-xau.example/">x</a>`,
  script: `<script>${RUN}</script>`,
  'end of a script': `</script><script>${RUN}</script><!--`,
  'end of an attribute': `"><svg onload="${RUN}">`,
  'end of a quoted attribute': `' autofocus onfocus='${RUN}' x='`,
  'end of a style': `</style></title></textarea><img src=x onerror="${RUN}">`,
  'a frame':
    '<iframe src="https://ke-xau.example/"></iframe><meta http-equiv=refresh content=0;url=https://ke-xau.example/>',
  'a comment': '<!-- --><![CDATA[ ]]> -->',
  entities: '&lt;script&gt;alert(1)&lt;/script&gt; &#x3c;b&#x3e; &nbsp;&amp;',
  'a script link': `javascript:${RUN}`,
  'a mixed script link': `JaVaScRiPt:${RUN}//https://`,
  'a data link': `data:text/html,<script>${RUN}</script>`,
  'a markdown script link': `[bấm](javascript:${RUN}) ![ảnh](https://ke-xau.example/x.png) <javascript:${RUN}>`,
  'a formula': "=cmd|' /C calc'!A0",
  'a formula with plus': '+1+1',
  'a formula with minus': '-1+1|cmd',
  'a formula with at': '@SUM(1+1)',
  'a formula behind a tab': '\t=1+1',
  'a formula behind a line': '\r\n=HYPERLINK("https://ke-xau.example/","x")',
  sql: "'); DROP TABLE products;-- ' OR '1'='1",
  'sql placeholders': '{:id} [[products]] {{users}} ?1 $1',
  template: "{{constructor.constructor('alert(1)')()}} $\u007b7*7} <%= 7*7 %> #{7*7}",
  'a path': '../../../../etc/passwd',
  'a path of Windows': '..\\..\\C:\\Windows\\win.ini',
  'format signs': '%s%n%x %00 %0d%0a',
  'escapes as words': '\\u0000 \\x00 \\r\\n \\" \\',
  'a calendar': 'Hội\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Giả;,\\n',
  'a letter head': 'a\r\nBcc: ke-xau@ke-xau.example',
  'a long word': 'đ'.repeat(280),
  'right to left': 'שלום עולם – مرحبا بالعالم',
  'signs of two halves': '🍯🐝 𝒜 ẵ',
  'line separators': 'một\u2028hai\u2029ba',
  json: '{"__proto__":{"admin":true}}',
  prototype: '__proto__',
});

export const TIDIED = of('tidied', {
  'zero width': 'Mật\u200bong\u200c \u200dhoa\u2060\ufeff nhãn',
  'soft hyphens': 'Mật\u00ad ong',
  'marks of direction': 'a\u200eb\u200fc\u061c',
  'tags that nobody sees': 'Mật ong\udb40\udc41\udb40\udc42',
  decomposed: 'Hòa Bình Nguyễn Thị Ước'.normalize('NFD'),
});

export const REFUSED = of('refused', {
  nul: 'a\u0000b',
  'control signs': 'a\u001b[31mb\u0008',
  'late control signs': 'a\u0085b\u009f',
  'an override of direction': 'Trà \u202egpj.exe\u202c',
  'an isolate': 'a\u2066b\u2069',
  'a first half alone': 'a\ud83c b',
  'a second half alone': 'a\udf6fb',
  'a broken sign': 'M\ufffdt ong',
  'no sign': 'a\uffffb',
  'stacked marks': `Z${'\u0316\u0317\u0318\u0319\u031a\u0347\u0348'.repeat(6)}algo`,
});

/** Longer than any field of words. */
export const MEGABYTE: HostileText = { name: 'a megabyte', text: 'ngon '.repeat(210_000), fate: 'refused' };

export const HOSTILE: readonly HostileText[] = [...KEPT, ...TIDIED, ...REFUSED, MEGABYTE];
