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

/** How a value becomes JSON: a plain one is quoted, some stand there as JSON already, and of a secret only that it changed is told. */
const PLAIN = 0;
const JSON_TEXT = 1;
const SECRET = 2;

type Row = 'OLD' | 'NEW';

function formOf({ type, many }: TableField): number {
  if (type === 'password') return SECRET;
  return many || type === 'json' || type === 'geoPoint' || type === 'bool' ? JSON_TEXT : PLAIN;
}

function valueIn(field: TableField, row: Row): string {
  const column = `${row}.[${field.name}]`;
  if (field.type === 'bool') return `iif(${column}, 'true', 'false')`;
  return formOf(field) === JSON_TEXT ? `iif(json_valid(${column}), ${column}, 'null')` : column;
}

/**
 * The fields as rows: name, form, and the value in each of the given states. Rows, not one expression a field: SQLite compiles a trigger
 * anew for every statement, and this halves that.
 */
function fieldRows(fields: readonly TableField[], states: Readonly<Record<string, Row>>): string {
  const columns = Object.entries(states);
  return fields
    .map((field, at) => {
      const named = (sql: string, name: string) => (at === 0 ? `${sql} AS ${name}` : sql);
      const values = columns.map(([name, row]) => named(valueIn(field, row), name));
      return `SELECT ${[named(`'${field.name}'`, 'k'), named(String(formOf(field)), 'form'), ...values].join(', ')}`;
    })
    .join('\n UNION ALL ');
}

/** A JSON object of the rows' values in one of their states. */
function objectOf(state: string): string {
  const json = `CASE form WHEN ${PLAIN} THEN json_quote(${state}) WHEN ${JSON_TEXT} THEN ${state} ELSE 'null' END`;
  return `'{' || coalesce(group_concat('"' || k || '":' || ${json}), '') || '}'`;
}

/** Whether a state of a row states anything; a list, switch or object is JSON by then. */
function isStated(state: string): string {
  const empty = `'false', 'null', '[]', '{"lon":0,"lat":0}'`;
  return `CASE form WHEN ${PLAIN} THEN ${state} NOT IN ('', 0) WHEN ${JSON_TEXT} THEN ${state} NOT IN (${empty}) END`;
}

interface Told {
  collection: string;
  action: string;
  row: Row;
  version: string;
  title: string;
  /** A query of one row, or none where there is nothing to tell: JSON `before` and `after`. */
  told: string;
}

function insertion({ collection, action, row, version, title, told }: Told): string {
  return `INSERT INTO revisions (id, collection, record, title, action, before, after, record_version, actor, actor_name, why, note, import, tx, created)
 SELECT 'r' || lower(hex(randomblob(7))), '${collection}', ${row}.id, ${title}, '${action}', d.before, d.after, ${version},
 coalesce(h.actor, ''), coalesce(h.actor_name, ''), coalesce(h.why, 'hook'), coalesce(h.note, ''), coalesce(h.import, ''), coalesce(h.tx, ''),
 strftime('%Y-%m-%d %H:%M:%fZ', 'now')
 FROM (${told}) d LEFT JOIN ${HAND_TABLE} h ON h.one = 1;`;
}

/** Names of a collection's triggers, to be dropped before its columns change. */
export function revisionTriggerNames(collection: string): string[] {
  return OPERATIONS.map((operation) => `revise_${collection}_${operation}`);
}

/** The statements that make a collection's triggers. `title` is the field that names a record; one that is no text is passed over. */
export function revisionTriggers(collection: string, all: readonly TableField[], title: string): string[] {
  const fields = all.filter((field) => PASSED_OVER.indexOf(field.name) < 0);
  const hasVersion = all.some(({ name }) => name === 'version');
  const isNamed = all.some((field) => field.name === title && field.type === 'text');
  const trigger = (operation: string, action: string, row: Row, told: string) => {
    const version = hasVersion ? `${row}.[version]` : '0';
    const name = isNamed ? `substr(${row}.[${title}], 1, 300)` : `''`;
    const body = insertion({ collection, action, row, version, title: name, told });
    return `CREATE TRIGGER [revise_${collection}_${operation}] AFTER ${operation} ON [${collection}] BEGIN\n ${body}\nEND`;
  };
  const whole = (row: Row) => `FROM (${fieldRows(fields, { v: row })}) WHERE ${isStated('v')}`;
  const both = `FROM (${fieldRows(fields, { o: 'OLD', n: 'NEW' })}) WHERE o IS NOT n HAVING count(*) > 0`;
  return [
    trigger('insert', 'create', 'NEW', `SELECT NULL AS before, ${objectOf('v')} AS after ${whole('NEW')}`),
    trigger('update', 'update', 'NEW', `SELECT ${objectOf('o')} AS before, ${objectOf('n')} AS after ${both}`),
    trigger('delete', 'delete', 'OLD', `SELECT ${objectOf('v')} AS before, NULL AS after ${whole('OLD')}`),
  ];
}

/** The statements that make revisions stand: nobody changes or deletes one, but to forget a person's values (pb_hooks/erase.js). */
export const REVISION_GUARDS: readonly string[] = [
  `CREATE TRIGGER IF NOT EXISTS revisions_stand BEFORE UPDATE ON revisions
 WHEN coalesce((SELECT why FROM ${HAND_TABLE}), '') != 'erase'
 BEGIN SELECT raise(ABORT, 'revisions are never changed'); END`,
  `CREATE TRIGGER IF NOT EXISTS revisions_stay BEFORE DELETE ON revisions
 BEGIN SELECT raise(ABORT, 'revisions are never deleted'); END`,
];
