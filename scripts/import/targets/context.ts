import type { PlaceTable } from '../places/placeTable.ts';
import type { ProducerIndex } from '../plan/producerIndex.ts';
import type { RecordChange } from '../plan/report.ts';
import type { RowDesk } from '../plan/rowDesk.ts';
import type { WorkingSet } from '../plan/workingSet.ts';

/** What rows of one import share. */
export interface ImportContext {
  /** Today in Hanoi: a recognition of tomorrow is a slip. */
  today: string;
  places: PlaceTable;
  working: WorkingSet;
  producers: ProducerIndex;
  /** Products by producer: key and folded key to id. */
  products: ProductIndex;
  /** Review state that new records get. */
  state: 'draft' | 'waiting';
}

/** Finds products of one producer. */
export interface ProductIndex {
  /** How to take it out again, as long as nothing was added since. */
  add(producer: string, name: string, id: string): () => void;
  /** Products of this name, whoever makes them. */
  named(key: string): readonly { id: string; name: string }[];
  /** The product of this name, and those that differ only in their marks. */
  find(producer: string, key: string): { id: string | null; similar: readonly { id: string; name: string }[] };
}

/** What a row would make: the record that it is about first. */
export interface RowPlan {
  title: string;
  changes: RecordChange[];
  /** Whether the record that the row is about is new. */
  isNew: boolean;
}

/** Reads one row; null where a problem on the desk stops it. */
export type PlanRow = (desk: RowDesk, context: ImportContext) => RowPlan | null;
