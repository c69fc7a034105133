// What cannot be true of a record is refused where it is written, whoever writes: form, import, API or a program.

const rules = require(`${__hooks}/rules.js`);

function refuse(field, message) {
  throw new ApiError(400, message, { [field]: new ValidationError('validation_contradiction', message) });
}

/** A lot whose code goes out into the world, or a record that comes into being, is looked at whole. */
function isWhole(record) {
  if (record.isNew()) return true;
  const state = (of) => of.getString('state');
  return record.collection().name === 'lots' && state(record) === 'active' && state(record.original()) === 'draft';
}

function refusePretendedGtin(app, record) {
  const gtin = record.getString('gtin');
  if (!record.isNew() && record.original().getString('gtin') === gtin) return;
  const [product] = app.findRecordsByIds('products', [record.getString('product')]);
  if (product && rules.isPretendedGtin(gtin, product.getBool('demonstration')))
    refuse('gtin', rules.PRETENDED_GTIN_WORDS);
}

function refuseContradictions(app, record) {
  const collection = record.collection().name;
  // Recognitions are judged beside their decision, in recognitions.js.
  if (collection === 'recognitions' || !rules.couldContradict(collection)) return;
  const before = isWhole(record) ? null : record.original().fieldsData();
  const [found] = rules.newContradictions(collection, before, record.fieldsData());
  if (found) refuse(found.field, found.message);
  if (collection === 'pack_variants') refusePretendedGtin(app, record);
}

module.exports = { refuseContradictions };
