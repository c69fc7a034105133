// Records that stand under the review of those to which they belong (`reviewedWith` in the table of access): packs, certificates and shops
// of a product or producer. What the public sees of them waits for the same second look.

const rules = require(`${__hooks}/rules.js`);
const nounWords = require(`${__hooks}/nounWords.js`);
const table = require(`${__hooks}/accessTable.js`);

const PROPOSE = 'Hãy gửi đề nghị sửa: người duyệt xem rồi thay đổi mới có hiệu lực.';
const MUST_DIFFER = 'Người soạn và người duyệt phải là hai người. Hãy gửi đề nghị sửa để người khác duyệt.';

/** The relations that lead to the records under whose review a collection's records stand. */
function waysOf(collection) {
  const access = table.ACCESS[collection.name];
  return access?.reviewedWith || [];
}

/** Whether a collection's records are reviewed with others instead of by themselves. */
function isInner(collection) {
  return waysOf(collection).length > 0;
}

/** The collections, each with the relation, whose records stand under the review of a collection's. */
function heldBy(app, owner) {
  return Object.keys(table.ACCESS).flatMap((name) => {
    const collection = app.findCachedCollectionByNameOrId(name);
    const ways = waysOf(collection).filter((way) => collection.fields.getByName(way).collectionId === owner.id);
    return ways.map((way) => ({ name, way }));
  });
}

/** The records to which one belongs, as it was and as it is set: a move from one to another concerns both. */
function ownersOf(app, record) {
  const collection = record.collection();
  const owners = [];
  for (const name of waysOf(collection)) {
    const ids = [record.original().getString(name), record.getString(name)];
    const asked = ids.filter((id, at) => id !== '' && ids.indexOf(id) === at);
    if (asked.length === 0) continue;
    owners.push(...app.findRecordsByIds(collection.fields.getByName(name).collectionId, asked));
  }
  return owners;
}

function isSeen(owner) {
  return rules.isBeyondDraft(owner.getString('state'));
}

/** The owner's name with its word: `Sản phẩm “Mật ong”`. */
function nameOf(owner) {
  const words = nounWords[owner.collection().name];
  return `${words.one} “${owner.getString(words.title) || owner.id}”`;
}

/** What a record is called where it stands alone: by its own title and its owner's. Codes of a choice and addresses of shops say nothing. */
function titleOf(app, record) {
  const name = nounWords[record.collection().name].title;
  const isWord = ['select', 'url'].indexOf(record.collection().fields.getByName(name).type()) < 0;
  const own = isWord ? record.getString(name) : '';
  const owners = ownersOf(app, record).map((owner) => owner.getString(nounWords[owner.collection().name].title));
  const last = owners[owners.length - 1] || '';
  return own === '' || last === '' ? own || last : `${own} (${last})`;
}

/** Refuses to make, change or remove a record, set but not saved, what has to be proposed instead. */
function refuseUnproposed(app, e, record, mustDiffer) {
  if (e.hasSuperuserAuth() || !isInner(record.collection())) return;
  const owners = ownersOf(app, record);
  const role = e.auth ? e.auth.getString('role') : '';
  const states = owners.map((owner) => owner.getString('state'));
  // Nobody is asked twice: the office's setting is read where it decides.
  if (!states.some(rules.isBeyondDraft)) return;
  if (!rules.mustProposeInner({ role, states, mustDiffer: mustDiffer(app) })) return;
  const owner = owners.filter(isSeen)[0];
  const isApprover = rules.isApprover(role);
  const words = isApprover ? MUST_DIFFER : `${nameOf(owner)} đã duyệt nên không sửa thẳng được. ${PROPOSE}`;
  const way = waysOf(record.collection()).filter((name) => {
    return [record.getString(name), record.original().getString(name)].indexOf(owner.id) >= 0;
  })[0];
  throw new ApiError(403, words, { [way]: new ValidationError(isApprover ? 'must_differ' : 'must_propose', words) });
}

/** Ids of the owners of one import's steps or records, by collection: `values` are those it gives, `id` is that of one already there. */
function ownersTouched(app, { collection: name, id, values = {} }) {
  const collection = app.findCachedCollectionByNameOrId(name);
  const there = id && isInner(collection) ? app.findRecordsByIds(name, [id])[0] : null;
  return waysOf(collection).flatMap((way) => {
    const ids = [values[way], there ? there.getString(way) : ''].filter(
      (each) => typeof each === 'string' && each !== '',
    );
    const owner = app.findCachedCollectionByNameOrId(collection.fields.getByName(way).collectionId).name;
    return ids.map((each) => ({ collection: owner, id: each }));
  });
}

module.exports = { heldBy, isInner, isSeen, nameOf, ownersOf, ownersTouched, refuseUnproposed, titleOf };
