/** Every address of the admin. */
import type { CollectionName } from '#domain/nouns.ts';
import { presentations } from './nouns.ts';

/** Where the admin stands on the public address. */
export const BASE = '/quan-tri';

/** Last segments of the addresses that are no record's. */
export const NEW = 'moi';
export const STAMPS = 'tem';
export const RECOGNISE = 'cong-nhan';
export const WITHDRAW = 'thu-hoi';
export const DECIDE = 'quyet-dinh';
export const EDIT = 'sua';
export const HISTORY = 'lich-su';
export const WORKLIST = 'han-giay-chung-nhan';
export const PROGRAMME = 'chuong-trinh';
export const REPORTS = 'bao-cao';

/** Screens of whoever is not signed in. `NEW_PASSWORD` stands in the letter that PocketBase sends. */
export const FORGOTTEN = 'quen-mat-khau';
export const NEW_PASSWORD = 'mat-khau-moi';
export const toForgotten = `${BASE}/${FORGOTTEN}`;

export const toWorklist = `${BASE}/${WORKLIST}`;
export const toProgramme = `${BASE}/${PROGRAMME}`;
export const toReports = `${BASE}/${REPORTS}`;
export const toList = (collection: CollectionName) => `${BASE}/${presentations[collection].path}`;
export const toRecord = (collection: CollectionName, id: string) => `${toList(collection)}/${encodeURIComponent(id)}`;
/** A new record's form; `values` fill it in. */
export const toNew = (collection: CollectionName, values: Readonly<Record<string, string>> = {}) => {
  const query = new URLSearchParams(values).toString();
  return `${toList(collection)}/${NEW}${query === '' ? '' : `?${query}`}`;
};
export const toStamps = (lot: string) => `${toRecord('lots', lot)}/${STAMPS}`;
export const toRecognise = (decision: string) => `${toRecord('decisions', decision)}/${RECOGNISE}`;
export const toWithdraw = (decision: string) => `${toRecord('decisions', decision)}/${WITHDRAW}`;
/** Value of a form's address: the proposal that its author goes on with. */
export const PROPOSAL = 'de-nghi';
export const toGoOn = (collection: CollectionName, id: string, proposal: string) =>
  `${toRecord(collection, id)}?${PROPOSAL}=${encodeURIComponent(proposal)}`;
export const toDecide = (round: string) => `${toRecord('rounds', round)}/${DECIDE}`;
/** The plain form of what has a screen of its own. */
export const toEdit = (collection: CollectionName, id: string) => `${toRecord(collection, id)}/${EDIT}`;
export const toHistory = (collection: CollectionName, id: string) => `${toRecord(collection, id)}/${HISTORY}`;
