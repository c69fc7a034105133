/** Ways of writing an address that leads out of a folder, or to another host. */

/** Of two dots, of what a server may take for two dots, and of what it may cut a path at. */
const DOTS = [
  '..',
  '%2e%2e',
  '.%2E',
  '%252e%252e',
  '%25252e%25252e',
  '..;',
  '..;a=b',
  '%2e%2e%3b',
  '%c0%ae%c0%ae',
  '%e0%80%ae%e0%80%ae',
  // A full-width dot, as its bytes.
  '\u00ef\u00bc\u008e\u00ef\u00bc\u008e',
  '%ef%bc%8e%ef%bc%8e',
  '..%00',
  '....',
  '*',
];
const SLASHES = ['/', '\\', '%2f', '%5C', '%252f', '%255c', '//', '/./', '/%2e/', '\\/', '%c0%af', '%ef%bc%8f'];
/** What each address begins with. */
const AREAS = [
  '',
  '/t',
  '/01/09521234543213/10',
  '/san-pham',
  '/en',
  '/anh',
  '/_astro',
  '/quan-tri',
  '/quan-tri/_app',
  '/api',
  '/api/files',
  '/_',
  '/tinh-trang.json',
  '/live/pages',
];
const STEPS = [0, 1, 2, 3, 4];

/** Each combination, area by area: `count` of them, the same in every run and spread over all. */
export function waysOut(file: string, count: number): string[] {
  const all = AREAS.flatMap((area) =>
    STEPS.flatMap((steps) =>
      DOTS.flatMap((dots) =>
        SLASHES.map((slash) => area + (slash.startsWith('/') ? '' : '/') + way(steps, dots, slash, file)),
      ),
    ),
  );
  const stride = Math.max(1, Math.floor(all.length / count));
  return all.filter((_, at) => at % stride === file.length % stride);
}

function way(steps: number, dots: string, slash: string, file: string): string {
  const out = `${dots}${slash}`.repeat(steps);
  const name = file.replaceAll('/', steps === 0 ? '/' : slash);
  return (slash.startsWith('/') ? slash : '') + out + name;
}

const HOST = 'elsewhere.example';
const BEFORE =
  '/ // /// /\\ /\\/ \\\\ /%5c /%5C%5c /%09/ /%0a/ /%0d%0a/ /%00/ /%20// /%2f /%2f%2f /%252f /%255c /.// /..// /%2e%2e// /x/..// /x/.//%5c /t// /en// /;// /%3b// /anh// /quan-tri// /01// /%ef%bc%8f /%e2%81%84 /@ /%40'.split(
    ' ',
  );
const AFTER = [
  '',
  '/',
  '/x',
  '/x/',
  '/x.html',
  '.html',
  '/index.html',
  '/x/?a=//b',
  '//',
  '//x//',
  '%2f',
  '/%2f',
  '/..',
];

/** Addresses that somebody writes to have a visitor of the official site sent elsewhere. */
export const WAYS_ELSEWHERE: readonly string[] = [
  ...BEFORE.flatMap((before) => AFTER.map((after) => before + HOST + after)),
  ...[
    '/https://elsewhere.example/',
    '/https:/elsewhere.example/x/',
    '/javascript:alert(1)/',
    '/01/12345670//elsewhere.example/',
  ],
];

/** Whether a `Location` is a path of one slash that no slash, backslash or control sign follows, in any spelling. */
export function isOwnPath(location: string): boolean {
  let text = location;
  for (let layers = 0; layers < 5; layers += 1) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    if (!/^\/(?![/\\])[^\\\u0000-\u001f\u007f]*$/.test(text)) return false;
    text = text.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  }
  return true;
}
