// What imports say of the records that they write.

const nounWords = require(`${__hooks}/nounWords.js`);

/** So many records are named in a refusal. */
const NAMED = 20;

function listed(names) {
  return names.length > NAMED ? `${names.slice(0, NAMED).join('; ')}; …` : names.join('; ');
}

function wordOf(collection) {
  return nounWords[collection] ? nounWords[collection].one : collection;
}

/**
 * The steps of a plan that hold a piece of JSON outside their texts, where quotes are escaped. A hundred thousand rows make a quarter of a
 * million lines: a line takes longer to parse than to search, and all of them parsed at once would fill the memory.
 */
function parsedWith(lines, piece) {
  const steps = [];
  for (const line of lines) if (line.indexOf(piece) >= 0) steps.push(JSON.parse(line));
  return steps;
}

/** What stopped a step, in words. */
function wordsOf(error, collection) {
  const fields = nounWords[collection].fields;
  const text = String(error.value?.message || error.message || error).replace(/^GoError: /, '');
  return text.replace(/\b([a-z_]+): (Value must be unique|[Cc]annot be blank|[A-Z][^;.]*)\.?/g, (whole, name, why) => {
    if (why === 'Value must be unique') return `“${fields[name] || name}” đã có ở bản ghi khác.`;
    if (/^cannot be blank$/i.test(why)) return `thiếu “${fields[name] || name}”.`;
    return fields[name] ? `“${fields[name]}”: ${why}.` : whole;
  });
}

module.exports = { listed, NAMED, parsedWith, wordOf, wordsOf };
