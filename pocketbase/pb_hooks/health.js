// How the server is, for monitors, staff and letters. The rule stands in domain/rules/health.ts; here its facts are gathered: what the worker
// last told (kept in memory, which a full disk takes as well), and what the records of publishing say.

const rules = require(`${__hooks}/rules.js`);

const BEAT = 'ocopBeat';
const STARTED = 'ocopStartedAt';
/** Kept by PocketBase while its own backup runs (core.StoreKeyActiveBackup). */
const OWN_BACKUP = '@activeBackup';

function noteStart() {
  $app.store().set(STARTED, String(Date.now()));
}

function number(value) {
  return Number.isFinite(Number(value)) ? Math.max(0, Number(value)) : 0;
}

/** `POST /api/ocop/health`, the worker's word: only what is expected of it is kept. */
function keepBeat(e) {
  const { within, free, wanted, backup } = e.requestInfo().body;
  const told = backup || {};
  const beat = {
    at: Date.now(),
    within: number(within),
    free: number(free),
    wanted: number(wanted),
    backup: { isNightly: told.isNightly === true, madeAt: number(told.madeAt), failedAt: number(told.failedAt) },
  };
  $app.store().set(BEAT, JSON.stringify(beat));
  return e.json(200, {});
}

const msOf = (record, field) => (record ? record.getDateTime(field).unix() * 1000 : 0);

function firstRelease(filter, sort) {
  return $app.findRecordsByFilter('releases', filter, sort, 1, 0)[0] || null;
}

function publishFacts() {
  if (!$app.hasTable('releases')) return { endedAt: 0, isFailed: false, askedAt: 0, newest: 0 };
  const newest = firstRelease('id != ""', '-@rowid');
  const ended = firstRelease('state != "queued" && state != "running" && state != "covered"', '-@rowid');
  return {
    endedAt: msOf(ended, 'ended_at'),
    isFailed: ended !== null && ended.getString('state') === 'failed',
    askedAt: msOf(firstRelease('state = "queued" || state = "running"', '@rowid'), 'created'),
    newest: msOf(newest, 'created'),
  };
}

/** Everything that is judged, as of now. */
function facts() {
  return {
    now: Date.now(),
    startedAt: Number($app.store().get(STARTED) || Date.now()),
    beat: JSON.parse($app.store().get(BEAT) || 'null'),
    publish: publishFacts(),
  };
}

/** What a stranger may know: states and times. */
function shown(health) {
  const parts = {};
  for (const name of rules.HEALTH_PARTS) {
    const { state, at } = health[name];
    parts[name] = at > 0 ? { state, at: new Date(at).toISOString() } : { state };
  }
  return parts;
}

/** What PocketBase's dashboard asks its own address for. */
function forDashboard(e) {
  return { canBackup: !$app.store().has(OWN_BACKUP), realIP: e.realIP(), possibleProxyHeader: '' };
}

/** `GET /api/health`: 200 while all is well, 503 when somebody must see to something. A superuser's dashboard is answered either way. */
function tell(e) {
  const health = rules.healthOf(facts());
  const ill = rules.illParts(health);
  const isSuperuser = e.hasSuperuserAuth();
  const code = ill.length === 0 || isSuperuser ? 200 : 503;
  const message = ill.length === 0 ? 'API is healthy.' : `To be seen to: ${ill.join(', ')}.`;
  e.response.header().set('Cache-Control', 'no-store');
  return e.json(code, { code, message, data: { ...shown(health), ...(isSuperuser ? forDashboard(e) : {}) } });
}

/** `GET /api/ocop/server`: what staff should know, in words. */
function tellStaff(e) {
  if (!e.hasSuperuserAuth() && e.auth.getString('role') === 'producer') throw new ForbiddenError('');
  const known = facts();
  const health = rules.healthOf(known);
  const problems = rules.illParts(health).map((part) => ({ part, words: rules.illWords(part, health, known) }));
  return e.json(200, { problems });
}

module.exports = { facts, keepBeat, noteStart, tell, tellStaff };
