/** A collection's schema as its form needs it, and the values of a form. */
import type { z } from 'zod';
import { email, type FieldShape, shapeOf, text } from '#domain/field.ts';
import { type CollectionName, nouns } from '#domain/nouns.ts';
import { newContradictions } from '#domain/rules/contradictions.ts';
import { passwordProblem, SHORTEST_PASSWORD } from '#domain/rules/password.ts';
import { changedFields } from '#domain/rules/revision.ts';

export type FormValues = Record<string, unknown>;

/** What is wrong with the password on a form; empty where none was typed or all is well. */
function wordsOfPassword(user: unknown): string {
  const { password, email, name } = user as Readonly<Record<'password' | 'email' | 'name', unknown>>;
  if (typeof password !== 'string' || password === '') return '';
  return passwordProblem(password, { email: String(email ?? ''), name: String(name ?? '') });
}

/** PocketBase keeps these two of a user itself: they are on the form, not in the noun. */
const userForm = nouns.users.schema
  .extend({
    email: email('Thư điện tử để đăng nhập', { required: true }),
    password: text('Mật khẩu', {
      credential: true,
      hint: `Ít nhất ${SHORTEST_PASSWORD} ký tự; một câu ngắn dễ nhớ là tốt. Để trống thì mật khẩu cũ được giữ.`,
    }),
  })
  .refine((user) => wordsOfPassword(user) === '', {
    path: ['password'],
    error: ({ input }) => wordsOfPassword(input),
    // Told together with what is wrong in other fields, not after they are right.
    when: () => true,
  });

/** The fields of the collection's form. */
export function schemaOf(collection: CollectionName): z.ZodObject {
  return collection === 'users' ? userForm : nouns[collection].schema;
}

/**
 * What the values of a form are checked against. `record`: what they are typed upon, null for a new one; what contradicts itself there
 * already is told when one of its fields is typed.
 */
export function formSchema(collection: CollectionName, record: FormValues | null): z.ZodObject {
  return schemaOf(collection).superRefine(
    (values, context) => {
      for (const { field, message } of newContradictions(collection, record, values))
        context.addIssue({ code: 'custom', path: [field], message });
    },
    // Told together with what is wrong in other fields, not after they are right.
    { when: () => true },
  );
}

const known = new Map<CollectionName, ReadonlyMap<string, FieldShape>>();

/** Field name → shape, in the order of the schema. */
export function shapesOf(collection: CollectionName): ReadonlyMap<string, FieldShape> {
  const before = known.get(collection);
  if (before !== undefined) return before;
  const fields = Object.entries(schemaOf(collection).shape);
  const shapes = new Map(fields.map(([name, type]) => [name, shapeOf(type as z.ZodType)] as const));
  known.set(collection, shapes);
  return shapes;
}

/** The shape of one field; throws for a name that the schema does not have. */
export function shapeOfField(collection: CollectionName, field: string): FieldShape {
  const shape = shapesOf(collection).get(field);
  if (shape === undefined) throw new Error(`${collection} has no field ${field}`);
  return shape;
}

/** The words for one record and for many. */
export function labelOf(collection: CollectionName): { one: string; many: string } {
  return nouns[collection].label;
}

function emptyValue({ kind, many = false }: FieldShape): unknown {
  if (kind === 'flag') return false;
  if (kind === 'number') return 0;
  if (kind === 'json') return null;
  if (kind === 'point') return { lon: 0, lat: 0 };
  return many ? [] : '';
}

/** A form's values from a record, or from the given ones for a new record; what is not stated is empty. */
export function formValues(collection: CollectionName, record: Readonly<Record<string, unknown>>): FormValues {
  const values: FormValues = {};
  for (const [name, shape] of shapesOf(collection)) values[name] = record[name] ?? emptyValue(shape);
  return values;
}

/** What is sent to PocketBase: only what was changed, so that two people on different fields do not undo one another. */
export function valuesToSend(collection: CollectionName, before: FormValues | null, after: FormValues): FormValues {
  const names = before === null ? Object.keys(after) : changedFields(before, after);
  const values = Object.fromEntries(names.filter((name) => name !== 'version').map((name) => [name, after[name]]));
  if (collection !== 'users') return values;
  const { password, ...rest } = values;
  return password === '' || password === undefined ? rest : { ...rest, password, passwordConfirm: password };
}
