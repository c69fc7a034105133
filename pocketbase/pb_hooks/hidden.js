// What a person may not see, they cannot find out by filtering or sorting either. PocketBase lays the list rule of what a question leads
// to over each single relation; over several at once (a field of many relations, or back over `_via_`) it asks all records, hidden ones
// too, and whether an answer comes tells what they hold.

const table = require(`${__hooks}/accessTable.js`);

const NOT_TOLD = 'Không lọc, không xếp được theo dữ liệu mà tài khoản này không được xem.';

const roleOf = (auth) => (auth && !auth.getBool('disabled') ? auth.getString('role') : '');

function seesAll(role, collection) {
  const access = table.ACCESS[collection.name];
  return access !== undefined && access.see[role] === 'all';
}

/** Fields closed to the role in records that it sees. Of addresses that people hide PocketBase filters nothing, but sorts by them. */
function isClosedField(role, collection, field, isOrder) {
  const { officeOnly = [] } = table.ACCESS[collection.name] || {};
  if (role === 'producer' && officeOnly.indexOf(field) >= 0) return true;
  return isOrder && field === 'email' && collection.isAuth();
}

/** Where one step of a way leads and whether to many; nothing where it ends. */
function nextOf(app, collection, step) {
  const field = collection.fields.getByName(step);
  if (field !== null) {
    if (field.type() !== 'relation') return null;
    return { target: app.findCachedCollectionByNameOrId(field.collectionId), many: field.isMultiple() };
  }
  const back = /^(\w+)_via_\w+$/.exec(step);
  return back === null ? null : { target: app.findCachedCollectionByNameOrId(back[1]), many: true };
}

/** Whether a way, such as `producer.commune.name`, asks what the role may not see. */
function isHidden(app, role, start, way, isOrder) {
  const steps = way.split('.').map((step) => step.replace(/:.*$/, ''));
  let collection = start;
  let many = false;
  for (let at = 0; at < steps.length; at += 1) {
    if (isClosedField(role, collection, steps[at], isOrder)) return true;
    const next = at === steps.length - 1 ? null : nextOf(app, collection, steps[at]);
    if (next === null) return false;
    many = many || next.many;
    if (many && !seesAll(role, next.target)) return true;
    collection = next.target;
  }
  return false;
}

/** Whether a question has any such way in it. Words within quotes count too: none of them reads like a way to what is hidden. */
function asksHidden(app, role, collection, question, isOrder) {
  return question.split(/[^\w.:]+/).some((way) => {
    try {
      return isHidden(app, role, collection, way, isOrder);
    } catch (_) {
      // A collection that is not there: PocketBase says so itself.
      return false;
    }
  });
}

function refuseHidden(e, collection, query) {
  const role = roleOf(e.auth);
  if (e.hasSuperuserAuth() || role === 'admin') return;
  const asks = (question, isOrder) => asksHidden($app, role, collection, String(question || ''), isOrder);
  if (asks(query.filter, false) || asks(query.sort, true)) throw new ForbiddenError(NOT_TOLD);
}

/** Lists: `?filter=` and `?sort=`. */
function refuseList(e) {
  refuseHidden(e, e.collection, e.requestInfo().query);
}

/** Subscriptions carry their filter in the topic: `products/*?options={"query":{"filter":"…"}}`. */
function refuseSubscription(e, topic) {
  const [name, options] = [topic.replace(/[/?].*$/, ''), /[?&]options=(.*)$/.exec(topic)];
  if (options === null) return;
  const { query = {} } = JSON.parse(decodeURIComponent(options[1]));
  let collection;
  try {
    collection = $app.findCachedCollectionByNameOrId(name);
  } catch (_) {
    // Nothing comes of a topic that is none.
    return;
  }
  refuseHidden(e, collection, query);
}

function refuseSubscriptions(e) {
  for (let at = 0; at < e.subscriptions.length; at += 1) refuseSubscription(e, String(e.subscriptions[at]));
}

/** Fields that are the office's alone leave a producer's copy of its own record. */
function hideOfficeOnly(e) {
  const info = e.requestInfo;
  if (!info || roleOf(info.auth) !== 'producer') return;
  for (const field of table.ACCESS[e.record.collection().name].officeOnly) e.record.hide(field);
}

module.exports = { hideOfficeOnly, refuseList, refuseSubscriptions };
