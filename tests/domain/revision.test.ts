/** What changed, what was, and how two people's changes come together. */
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedFields, isEmptyValue, mergeChanges, sameValue, stateBefore } from '#domain/rules/revision.ts';
import { HAND_TABLE, revisionTriggers, type TableField } from '#domain/rules/revisionTriggers.ts';

const value = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.array(fc.string(), { maxLength: 3 }),
  fc.record({ lon: fc.integer(), lat: fc.integer() }),
);
const record = fc.record({ a: value, b: value, c: value, d: value });

describe('values', () => {
  test('an object is the same in any order, a list is not', () => {
    expect(sameValue({ lon: 1, lat: 2 }, { lat: 2, lon: 1 })).toBe(true);
    expect(sameValue(['x', 'y'], ['y', 'x'])).toBe(false);
    expect(sameValue([{ name: 'a', note: 'b' }], [{ note: 'b', name: 'a' }])).toBe(true);
    expect(sameValue({ name: 'a' }, { name: 'a', note: 'b' })).toBe(false);
  });

  test('nothing is nothing in every form that PocketBase gives it', () => {
    for (const nothing of ['', 0, false, null, undefined, [], { lon: 0, lat: 0 }])
      expect(isEmptyValue(nothing)).toBe(true);
    expect(sameValue(null, [])).toBe(true);
    expect(sameValue('', 'x')).toBe(false);
  });

  test('what programs keep is no change', () => {
    expect(changedFields({ name: 'a', version: 1, updated: 'x' }, { name: 'b', version: 2, updated: 'y' })).toEqual([
      'name',
    ]);
  });
});

describe('the state before', () => {
  test('any run of changes is walked back to any of its states', () => {
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 8 }), fc.nat(), (states, wish) => {
        const target = wish % states.length;
        const undone = states
          .slice(1)
          .map((state, index) => {
            const found = states[index] ?? {};
            return Object.fromEntries(changedFields(found, state).map((name) => [name, Reflect.get(found, name)]));
          })
          .slice(target)
          .reverse();
        const state = stateBefore(states.at(-1) ?? {}, undone);
        expect(changedFields(states[target] ?? {}, state)).toEqual([]);
      }),
    );
  });
});

describe('two people', () => {
  const base = { brand: 'a', story: 'b', pictures: ['x', 'y'], price: 1 };

  test('changes of different fields both stay', () => {
    const merge = mergeChanges(base, { ...base, brand: 'mine' }, { ...base, story: 'theirs' });
    expect(merge).toEqual({ mine: { brand: 'mine' }, conflicts: [] });
  });

  test('the same field is theirs to tell and mine to choose; a list is one field', () => {
    const mine = { ...base, brand: 'mine', pictures: ['y', 'x'] };
    const merge = mergeChanges(base, mine, { ...base, brand: 'theirs', pictures: ['x', 'y', 'z'] });
    expect(merge).toEqual({ mine: {}, conflicts: ['brand', 'pictures'] });
  });

  test('the same change twice is one', () => {
    expect(mergeChanges(base, { ...base, brand: 'z' }, { ...base, brand: 'z' })).toEqual({ mine: {}, conflicts: [] });
  });

  test('whatever both do, no change of either is lost unasked', () => {
    fc.assert(
      fc.property(record, record, record, (start, mine, theirs) => {
        const merge = mergeChanges(start, mine, theirs);
        const result: Record<string, unknown> = { ...theirs, ...merge.mine };
        for (const name of changedFields(start, theirs)) {
          expect(sameValue(result[name], Reflect.get(theirs, name))).toBe(true);
        }
        for (const name of changedFields(start, mine)) {
          const kept = sameValue(result[name], Reflect.get(mine, name));
          expect(kept || merge.conflicts.includes(name)).toBe(true);
        }
      }),
    );
  });
});

describe('the triggers', () => {
  const fields: TableField[] = [
    { name: 'id', type: 'text', many: false },
    { name: 'name', type: 'text', many: false },
    { name: 'stars', type: 'number', many: false },
    { name: 'shown', type: 'bool', many: false },
    { name: 'pictures', type: 'relation', many: true },
    { name: 'channels', type: 'json', many: false },
    { name: 'point', type: 'geoPoint', many: false },
    { name: 'version', type: 'number', many: false },
  ];

  function database(): DatabaseSync {
    const opened = new DatabaseSync(':memory:');
    const columns =
      'id, collection, record, title, action, before, after, record_version, actor, actor_name, why, note, import, tx, created';
    opened.exec(`CREATE TABLE revisions (${columns}); CREATE TABLE ${HAND_TABLE} (one, actor, actor_name, why, note, import, tx);
      CREATE TABLE things (id TEXT, name TEXT, stars NUMERIC, shown BOOLEAN, pictures JSON, channels JSON, point JSON, version NUMERIC)`);
    for (const sql of revisionTriggers('things', fields, 'name')) opened.exec(sql);
    return opened;
  }

  test('keep every value exactly, hostile text included', () => {
    const things = database();
    const insert = things.prepare('INSERT INTO things VALUES (?, ?, ?, ?, ?, ?, ?, 1)');
    const told = things.prepare('SELECT title, after FROM revisions WHERE record = ?');
    let count = 0;
    fc.assert(
      fc.property(
        fc
          .string({ unit: 'binary', maxLength: 40 })
          .filter((text) => !text.includes('\0') && !/[\ud800-\udfff]/u.test(text)),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.boolean(),
        fc.array(fc.string()),
        fc.jsonValue(),
        (name, stars, shown, pictures, channels) => {
          count += 1;
          const id = String(count);
          insert.run(
            id,
            name,
            stars,
            shown ? 1 : 0,
            JSON.stringify(pictures),
            JSON.stringify(channels),
            '{"lon":0,"lat":0}',
          );
          const row = told.get(id) as { title: string; after: string };
          const after = JSON.parse(row.after);
          expect(after.name ?? '').toBe(name);
          expect(after.stars ?? 0).toBeCloseTo(stars, 6);
          expect([after.shown ?? false, after.pictures ?? []]).toEqual([shown, pictures]);
          if (!isEmptyValue(channels)) expect(after.channels).toEqual(JSON.parse(JSON.stringify(channels)));
          expect(after.point).toBeUndefined();
        },
      ),
    );
  });

  test('an update tells both sides of what differs', () => {
    const things = database();
    things.exec(`INSERT INTO things VALUES ('r', 'Cũ', 3, 0, '[]', NULL, '{"lon":0,"lat":0}', 1)`);
    things.exec(`UPDATE things SET name = 'Mới', shown = 1, channels = '[{"url":"x"}]', version = 2`);
    things.exec('UPDATE things SET version = 3');
    const rows = things
      .prepare(`SELECT before, after, record_version AS version, why FROM revisions WHERE action = 'update'`)
      .all();
    expect(rows).toEqual([
      {
        before: '{"name":"Cũ","shown":false,"channels":null}',
        after: '{"name":"Mới","shown":true,"channels":[{"url":"x"}]}',
        version: 2,
        why: 'hook',
      },
    ]);
  });
});
