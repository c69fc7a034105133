/**
 * The kinds of field a record can have. Each is a zod type that also carries its label, its PocketBase shape and whether it may leave
 * the office: migrations are checked against it, forms and lists are drawn from it, and publishing copies only what is public.
 *
 * PocketBase has no null: an empty text, list or choice is '' or [], and a number that nobody stated is 0 (no count here is ever
 * truly zero and worth telling).
 */
import { z } from 'zod';
import { COLOUR_PATTERN } from './rules/colour.ts';
import { DAY_PATTERN, isPartialDay } from './rules/day.ts';
import { isMailAddress } from './rules/origin.ts';
import { isWebLink, TEXT_PROBLEM_WORDS, textProblem, valueProblem } from './rules/plainText.ts';

export type FieldKind =
  | 'text'
  | 'day'
  | 'instant'
  | 'number'
  | 'choice'
  | 'flag'
  | 'relation'
  | 'link'
  | 'email'
  | 'point'
  | 'json'
  | 'file';

/** What a field is besides its type. Lengths in characters, files in bytes. */
export interface FieldShape {
  kind: FieldKind;
  label: string;
  required?: boolean;
  /** Never leaves the office: not in the snapshot, not on any page. */
  secret?: boolean;
  /** A password or a code: kept nowhere but in the field, shown nowhere. */
  credential?: boolean;
  /** A line of advice under the field. */
  hint?: string;
  max?: number;
  pattern?: string;
  /** What is said of a text that does not fit it. */
  patternWords?: string;
  /** Text of several lines. */
  long?: boolean;
  integer?: boolean;
  /** A number that is a name, as a year is: no dot between thousands. */
  ungrouped?: boolean;
  /** Unit of a number, as shown. */
  unit?: string;
  /** Code → Vietnamese label, in order. */
  choices?: Readonly<Record<string, string>>;
  /** Collection a relation points to. */
  to?: string;
  many?: boolean;
  /** Text that is a colour, `#rrggbb`. */
  colour?: boolean;
  /** The pointing record goes with the one it points to. */
  cascade?: boolean;
  mimeTypes?: readonly string[];
}

export const fieldShapes = z.registry<FieldShape>();

type Options<K extends keyof FieldShape> = Partial<Pick<FieldShape, K | 'required' | 'secret' | 'credential' | 'hint'>>;

const MESSAGES = {
  required: 'Cần điền mục này.',
  day: 'Ngày không đúng. Viết ngày/tháng/năm, tháng/năm hoặc năm.',
  tooLong: (max: number) => `Dài quá ${max} ký tự.`,
  pattern: 'Viết chưa đúng khuôn mẫu.',
  negative: 'Số không được nhỏ hơn 0.',
  integer: 'Cần số nguyên.',
  email: 'Địa chỉ thư điện tử chưa đúng.',
  choice: 'Hãy chọn một mục trong danh sách.',
  colour: 'Viết màu bằng dấu # và sáu chữ số, ví dụ #a9271c.',
} as const;

/** Refuses what no text may hold, in the words of the rule. */
function plain(value: unknown, context: z.core.$RefinementCtx): void {
  const problem = typeof value === 'string' ? textProblem(value) : valueProblem(value);
  if (problem !== null) context.addIssue({ code: 'custom', message: TEXT_PROBLEM_WORDS[problem] });
}

/** One line of text, or several with `long`. */
export function text(label: string, options: Options<'max' | 'pattern' | 'patternWords' | 'long'> = {}) {
  const max = options.max ?? (options.long ? 20_000 : 300);
  let type = z.string().max(max, MESSAGES.tooLong(max));
  if (options.required) type = type.min(1, MESSAGES.required);
  if (options.pattern !== undefined) {
    const pattern = new RegExp(options.pattern);
    type = type.refine((value) => value === '' || pattern.test(value), options.patternWords ?? MESSAGES.pattern);
  }
  return type.superRefine(plain).register(fieldShapes, { kind: 'text', label, ...options, max });
}

/** A calendar day as exact as known, as text. */
export function day(label: string, options: Options<never> = {}) {
  const type = z.string().refine((value) => (value === '' ? !options.required : isPartialDay(value)), MESSAGES.day);
  return type.register(fieldShapes, { kind: 'day', label, ...options, max: 10, pattern: DAY_PATTERN });
}

/** An instant, as PocketBase writes it: `2026-11-22 01:02:03.000Z`, or empty. */
export function instant(label: string, options: Options<never> = {}) {
  return z.string().register(fieldShapes, { kind: 'instant', label, ...options });
}

/** A number of at least 0; 0 where nobody stated it. */
export function amount(label: string, options: Options<'integer' | 'unit' | 'max' | 'ungrouped'> = {}) {
  let type = z.number().min(0, MESSAGES.negative);
  if (options.integer) type = type.int(MESSAGES.integer);
  if (options.max !== undefined) type = type.max(options.max, `Số lớn nhất là ${options.max}.`);
  return type.register(fieldShapes, { kind: 'number', label, ...options });
}

type Choices = Readonly<Record<string, string>>;
type CodeOf<T> = Extract<keyof T, string>;

/** One of a fixed list; empty where unknown, unless required. */
export function choice<const T extends Choices>(
  label: string,
  choices: T,
  options: Options<never> & { required: true },
): z.ZodEnum<{ [K in CodeOf<T>]: K }>;
export function choice<const T extends Choices>(
  label: string,
  choices: T,
  options?: Options<never>,
): z.ZodEnum<{ [K in CodeOf<T> | '']: K }>;
export function choice(label: string, choices: Choices, options: Options<never> = {}): z.ZodEnum {
  const codes = options.required ? Object.keys(choices) : [...Object.keys(choices), ''];
  return z
    .enum(codes, options.required ? MESSAGES.required : MESSAGES.choice)
    .register(fieldShapes, { kind: 'choice', label, ...options, choices });
}

/** Several of a fixed list. */
export function choices<const T extends Readonly<Record<string, string>>>(
  label: string,
  all: T,
  options: Options<never> = {},
) {
  const codes = Object.keys(all) as [Extract<keyof T, string>, ...Extract<keyof T, string>[]];
  return z
    .array(z.enum(codes, MESSAGES.choice))
    .register(fieldShapes, { kind: 'choice', label, ...options, choices: all, many: true });
}

/** Yes, no, or nobody has said. */
export function yesNo(label: string, options: Options<never> = {}) {
  return choice(label, { yes: 'Có', no: 'Không' }, options);
}

/** A switch: on or off. */
export function flag(label: string, options: Options<never> = {}) {
  return z.boolean().register(fieldShapes, { kind: 'flag', label, ...options });
}

/** The id of one record of another collection; empty where there is none. */
export function relation(label: string, to: string, options: Options<'cascade'> = {}) {
  const type = options.required ? z.string().min(1, MESSAGES.required) : z.string();
  return type.register(fieldShapes, { kind: 'relation', label, to, ...options });
}

/** The ids of several records, in order. */
export function relations(label: string, to: string, options: Options<'cascade' | 'max'> = {}) {
  const max = options.max ?? 2_000;
  return z
    .array(z.string())
    .max(max, `Nhiều nhất ${max} mục.`)
    .register(fieldShapes, { kind: 'relation', label, to, many: true, ...options, max });
}

/** A web address. */
export function link(label: string, options: Options<never> = {}) {
  const type = z.string().refine((value) => value === '' || isWebLink(value), TEXT_PROBLEM_WORDS.linkNotWeb);
  return type.superRefine(plain).register(fieldShapes, { kind: 'link', label, ...options });
}

/** A colour, `#rrggbb`; `problemOf` tells in words why one cannot be taken, or nothing. */
export function colour(label: string, problemOf: (colour: string) => string, options: Options<never> = {}) {
  const pattern = new RegExp(COLOUR_PATTERN);
  const type = z.string().superRefine((value, context) => {
    const message = value === '' ? '' : pattern.test(value) ? problemOf(value) : MESSAGES.colour;
    if (message !== '') context.addIssue({ code: 'custom', message });
  });
  const shape = { kind: 'text', colour: true, max: 7, pattern: COLOUR_PATTERN } as const;
  return type.register(fieldShapes, { label, ...options, ...shape });
}

/** An e-mail address. */
export function email(label: string, options: Options<never> = {}) {
  const type = z.string().refine((value) => value === '' || isMailAddress(value), MESSAGES.email);
  return type.register(fieldShapes, { kind: 'email', label, ...options });
}

/** WGS 84 degrees; 0/0 where nobody stated it. */
export function point(label: string, options: Options<never> = {}) {
  const type = z.object({ lon: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) });
  return type.register(fieldShapes, { kind: 'point', label, ...options });
}

/** A value with a structure of its own, null where there is none. `max` in bytes. */
export function json<T extends z.ZodType>(label: string, type: T, options: Options<'max'> = {}): z.ZodNullable<T> {
  const nullable = z.nullable(type).superRefine(plain);
  fieldShapes.add(nullable, { kind: 'json', label, max: 200_000, ...options });
  return nullable;
}

/** The name of an uploaded file. `max` in bytes. */
export function file(label: string, options: Options<'max' | 'mimeTypes'> = {}) {
  return z.string().register(fieldShapes, { kind: 'file', label, max: 20_000_000, ...options });
}

/** The shape of a field made by this file; throws for any other type, which would be a schema written past this file. */
export function shapeOf(type: z.ZodType): FieldShape {
  const shape = fieldShapes.get(type);
  if (shape === undefined) throw new Error('a field that pocketbase/domain/field.ts does not know');
  return shape;
}
