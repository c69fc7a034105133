// Answers public addresses and the admin with files of the data folder. Which file, which headers: pocketbase/domain/rules/served.ts.

const rules = require(`${__hooks}/rules.js`);

const NOT_PUBLISHED = 'status/chua-dang.html';

/** The data folder: PocketBase's own lies in it. */
function dataFolder() {
  return $filepath.dir($app.dataDir());
}

/**
 * Opens a file below one of the served folders (the first part of its name), whatever the rest says; null where there is none.
 * The data folder itself holds what is nobody's business.
 */
function openFile(root, name) {
  const cut = name.indexOf('/');
  try {
    const file = $os.openInRoot($filepath.join(root, name.slice(0, cut)), name.slice(cut + 1));
    const info = file.stat();
    if (!info.isDir()) return { file, info, name };
    file.close();
  } catch (_) {
    // No such file, or a name that would lead out of the folder.
  }
  return null;
}

function firstFile(root, names) {
  for (const name of names) {
    const found = openFile(root, name);
    if (found !== null) return found;
  }
  return null;
}

/** From size and nanoseconds: going back to an older release must not look like "nothing newer". */
function etagOf(info) {
  return `W/"${info.size().toString(36)}-${info.modTime().utc().format('20060102150405.000000000')}"`;
}

function isKnown(e, etag) {
  const asked = e.request.header.get('If-None-Match');
  return asked !== '' && asked.split(',').some((each) => each.trim().replace(/^W\//, '') === etag.replace(/^W\//, ''));
}

/** The host of the map's tiles, for the pages with a map; empty for all others. */
function tileOrigin(path) {
  if (!rules.hasMap(path)) return '';
  const settings = $app.findRecordsByFilter('site_settings', '', 'created', 1)[0];
  return settings ? rules.tileOrigin(settings.getString('map_tiles')) : '';
}

function setHeaders(e, path, area) {
  const header = e.response.header();
  const robots = rules.robotsTag(path);
  if (robots !== '') header.set('X-Robots-Tag', robots);
  for (const name of Object.keys(rules.SECURITY_HEADERS)) header.set(name, rules.SECURITY_HEADERS[name]);
  header.set('Content-Security-Policy', rules.contentPolicy(area, tileOrigin(path)));
  header.set('Cache-Control', rules.CACHING[area]);
}

function send(e, found, status) {
  const header = e.response.header();
  try {
    header.set('Permissions-Policy', rules.permissionsPolicy(found.name));
    const etag = etagOf(found.info);
    header.set('ETag', etag);
    if (status === 200 && isKnown(e, etag)) return e.noContent(304);
    // The gzip layer takes the length away where it does not hold.
    header.set('Content-Length', String(found.info.size()));
    return e.stream(status, rules.contentType(found.name), found.file);
  } finally {
    found.file.close();
  }
}

function redirect(e, status, address) {
  const query = e.request.url.rawQuery;
  e.response.header().set('Cache-Control', 'no-cache');
  return e.redirect(status, address + (query === '' ? '' : `?${query}`));
}

/** The trace page of a lot whose number no file name can carry, asked for by GS1 Digital Link; empty when there is none. */
function traceAddressOf(path) {
  const asked = rules.digitalLinkLot(path);
  if (asked === null) return '';
  const gtins = [14, 13, 12, 8].map((length) => asked.gtin14.slice(-length));
  const lots = $app.findRecordsByFilter(
    'lots',
    'lot_number = {:lot} && state != "draft" && (variant.gtin = {:a} || variant.gtin = {:b} || variant.gtin = {:c} || variant.gtin = {:d})',
    '',
    2,
    0,
    { lot: asked.lotNumber, a: gtins[0], b: gtins[1], c: gtins[2], d: gtins[3] },
  );
  const lot = lots.filter((each) => {
    const variant = $app.findRecordById('pack_variants', each.getString('variant'));
    return rules.gtinToGtin14(variant.getString('gtin')) === asked.gtin14;
  })[0];
  return lot ? `${asked.folder}/t/${lot.getString('trace_code')}` : '';
}

/** Before the first release every address says so; the address of a missing asset or admin is plainly not there. */
function sendMissing(e, root, served) {
  e.response.header().set('Cache-Control', 'no-cache');
  if (served.missing.length === 0) return e.string(404, 'Không tìm thấy tệp này.\n');
  const page = firstFile(root, served.missing);
  if (page !== null) return send(e, page, 404);
  const notPublished = openFile(root, NOT_PUBLISHED);
  if (notPublished === null || openLive(root)) return e.string(404, 'Không tìm thấy trang này.\n');
  e.response.header().set('Retry-After', '30');
  return send(e, notPublished, 503);
}

function openLive(root) {
  const front = openFile(root, 'live/pages/index.html');
  if (front !== null) front.file.close();
  return front !== null;
}

/** GET and HEAD of any address that is not PocketBase's own. */
function serve(e) {
  const address = e.request.url.escapedPath();
  if (rules.isOddAddress(address)) return e.string(404, 'Không tìm thấy trang này.\n');
  const canonical = rules.canonicalAddress(address);
  if (canonical !== address) return redirect(e, 308, canonical);
  const path = e.request.url.path;
  const root = dataFolder();
  const served = rules.servedFiles(path);
  setHeaders(e, path, served.area);
  const found = firstFile(root, served.files);
  if (found !== null) return send(e, found, 200);
  const trace = traceAddressOf(path);
  return trace === '' ? sendMissing(e, root, served) : redirect(e, 302, trace);
}

module.exports = { serve };
