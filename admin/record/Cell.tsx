import type { FieldShape } from '#domain/field.ts';
import type { CollectionName } from '#domain/nouns.ts';
import { dayToVietnamese } from '#domain/rules/day.ts';
import type { AnyRecord } from '../api/records.ts';
import { instantWords } from '../clock.ts';
import { presentations } from '../nouns.ts';
import { expanded, textOf } from '../presentation.ts';
import { StandingChip } from '../publishing/StandingChip.tsx';
import { momentToText } from '../ui/dayText.ts';
import { MediaThumbnail } from './MediaThumbnail.tsx';
import { PictureState } from './PictureState.tsx';
import { labelOf, shapeOfField } from './schema.ts';

const numbers = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 });

function numberWords(value: unknown, { unit, ungrouped }: FieldShape): string {
  if (typeof value !== 'number' || value === 0) return '';
  if (ungrouped) return String(value);
  return unit === undefined ? numbers.format(value) : `${numbers.format(value)} ${unit}`;
}

function relationWords(record: AnyRecord, field: string, { to, many }: FieldShape): string {
  const value = record[field];
  if (many) return Array.isArray(value) && value.length > 0 ? `${value.length} mục` : '';
  const target = expanded(record, field);
  return target === null || to === undefined ? '' : presentations[to as CollectionName].title(target);
}

/** The value of a field as a person reads it; empty where nobody stated it. */
export function fieldWords(collection: CollectionName, record: AnyRecord, field: string): string {
  const shape = shapeOfField(collection, field);
  const value = record[field];
  const { numbers: named, moments } = presentations[collection];
  if (named?.[field] !== undefined) return named[field][String(value)] ?? '';
  if (moments?.includes(field)) return momentToText(textOf(record, field));
  switch (shape.kind) {
    case 'day':
      return dayToVietnamese(textOf(record, field));
    case 'instant':
      return instantWords(textOf(record, field));
    case 'number':
      return numberWords(value, shape);
    case 'choice':
      return shape.choices?.[String(value)] ?? (Array.isArray(value) ? `${value.length} mục` : '');
    case 'flag':
      return value === true ? 'Có' : '';
    case 'relation':
      return relationWords(record, field, shape);
    case 'json':
      return Array.isArray(value) ? `${value.length} mục` : '';
    default:
      return textOf(record, field);
  }
}

/** The heading of a column: the field's own label, shorter where the schema's is a sentence. */
export function columnLabel(collection: CollectionName, column: string): string {
  if (column === '@standing') return 'Trên trang công khai';
  if (column === '@picture') return 'Ảnh';
  if (column === 'updated') return 'Sửa lúc';
  if (column === 'created') return collection === 'revisions' ? 'Lúc' : 'Tạo lúc';
  return shapeOfField(collection, column).label;
}

/** Whether a column holds numbers to be aligned. */
export function isNumberColumn(collection: CollectionName, column: string): boolean {
  if (column.startsWith('@') || column === 'updated' || column === 'created') return false;
  return shapeOfField(collection, column).kind === 'number' && !presentations[collection].numbers?.[column];
}

/** One cell of a list. */
export function RecordCell({
  collection,
  record,
  column,
}: {
  collection: CollectionName;
  record: AnyRecord;
  column: string;
}) {
  if (column === '@standing') return <StandingChip collection={collection} record={record} />;
  if (column === '@picture') return <MediaThumbnail record={record} />;
  if (column === 'preparation') return <PictureState media={record} />;
  if (column === 'updated' || column === 'created') return instantWords(textOf(record, column));
  if (column === 'collection' && ['addresses', 'revisions', 'proposals'].includes(collection))
    return collectionWords(textOf(record, column));
  return fieldWords(collection, record, column);
}

function collectionWords(name: string): string {
  return name in presentations ? labelOf(name as CollectionName).one : name;
}
