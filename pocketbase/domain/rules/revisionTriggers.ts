/**
 * The SQL that writes revisions. Triggers rather than program hooks: SQLite runs them within the statement that changes a row, so that no
 * write escapes them, whoever makes it (form, import, cascade, migration, raw SQL), and a change without its revision cannot be stored.
 */

/** A field as PocketBase describes it. */
export interface TableField {
  name: string;
  /** PocketBase's name of its type. */
  type: string;
  /** Holds a list. */
  many: boolean;
}

/** Who writes, kept in a table of one row while a transaction runs; see pocketbase/pb_hooks/hand.js. */
export const HAND_TABLE = 'revision_hand';

/** Changes at every save and says nothing. */
const PASSED_OVER: readonly string[] = ['id', 'version', 'updated', 'tokenKey'];
const OPERATIONS = ['insert', 'update', 'delete'] as const;

type Row = 'OLD' | 'NEW';

/** The value of a field as JSON. */
function jsonOf({ name, type, many }: TableField, row: Row): string {
  const column = `${row}.[${name}]`;
  // That a password changed is told, never what it was.
  if (type === 'password') return `'null'`;
  if (type === 'bool') return `iif(${column}, 'true', 'false')`;
  if (many || type === 'json' || type === 'geoPoint') return `iif(json_valid(${column}), ${column}, 'null')`;
  return `json_quote(${column})`;
}

function isStated({ name, type, many }: TableField, row: Row): string {
  const column = `${row}.[${name}]`;
  if (type === 'bool') return column;
  if (type === 'number') return `${column} != 0`;
  if (many || type === 'json' || type === 'geoPoint')
    return `coalesce(${column}, '') NOT IN ('', '[]', 'null', '{"lon":0,"lat":0}')`;
  return `${column} != ''`;
}

function differs({ name }: TableField): string {
  return `OLD.[${name}] IS NOT NEW.[${name}]`;
}

/** A JSON object of the fields for which `condition` holds. */
function objectOf(fields: readonly TableField[], row: Row, condition: (field: TableField) => string): string {
  const parts = fields.map((field) => `iif(${condition(field)}, ',"${field.name}":' || ${jsonOf(field, row)}, '')`);
  return `'{' || substr(${parts.join('\n || ')}, 2) || '}'`;
}

interface Told {
  collection: string;
  action: string;
  row: Row;
  before: string;
  after: string;
  version: string;
  title: string;
}

function insertion({ collection, action, row, before, after, version, title }: Told): string {
  return `INSERT INTO revisions (id, collection, record, title, action, before, after, record_version, actor, actor_name, why, note, import, tx, created)
 SELECT 'r' || lower(hex(randomblob(7))), '${collection}', ${row}.id, ${title}, '${action}', ${before}, ${after}, ${version},
 coalesce(h.actor, ''), coalesce(h.actor_name, ''), coalesce(h.why, 'hook'), coalesce(h.note, ''), coalesce(h.import, ''), coalesce(h.tx, ''),
 strftime('%Y-%m-%d %H:%M:%fZ', 'now')
 FROM (SELECT 1) LEFT JOIN ${HAND_TABLE} h ON h.one = 1;`;
}

/** Names of a collection's triggers, to be dropped before its columns change. */
export function revisionTriggerNames(collection: string): string[] {
  return OPERATIONS.map((operation) => `revise_${collection}_${operation}`);
}

/** The statements that make a collection's triggers. `title` is the field that names a record; one that is no text is passed over. */
export function revisionTriggers(collection: string, all: readonly TableField[], title: string): string[] {
  const fields = all.filter((field) => PASSED_OVER.indexOf(field.name) < 0);
  const versionOf = (row: Row) => (all.some(({ name }) => name === 'version') ? `${row}.[version]` : '0');
  const told = fields.filter((field) => field.type !== 'password');
  const whole = (row: Row) => objectOf(told, row, (field) => isStated(field, row));
  const trigger = (operation: string, condition: string, body: string) =>
    `CREATE TRIGGER [revise_${collection}_${operation}] AFTER ${operation} ON [${collection}] ${condition}BEGIN\n ${body}\nEND`;
  const changed = `WHEN ${fields.map(differs).join(' OR ')}\n`;
  const found = objectOf(fields, 'OLD', differs);
  const left = objectOf(fields, 'NEW', differs);
  const named = all.some((field) => field.name === title && field.type === 'text');
  const about = (row: Row) => ({
    collection,
    row,
    version: versionOf(row),
    title: named ? `substr(${row}.[${title}], 1, 300)` : `''`,
  });
  return [
    trigger('insert', '', insertion({ ...about('NEW'), action: 'create', before: 'NULL', after: whole('NEW') })),
    trigger('update', changed, insertion({ ...about('NEW'), action: 'update', before: found, after: left })),
    trigger('delete', '', insertion({ ...about('OLD'), action: 'delete', before: whole('OLD'), after: 'NULL' })),
  ];
}
