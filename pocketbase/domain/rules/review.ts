/** Review: who changes what the public sees, and by whose second look. */

/** States of a record that the public sees or has seen. */
const SEEN_STATES: readonly string[] = ['approved', 'withdrawn'];

/** As the table of access says, which rules do not import: a test compares the two. */
const APPROVERS: readonly string[] = ['approver', 'admin'];

/** Collection → the texts about themselves and their products that producers may propose to change. */
export const PROPOSED_BY_PRODUCERS: Readonly<Record<string, readonly string[]>> = {
  producers: ['name_en', 'story', 'story_en', 'website'],
  products: [
    'name_en',
    'description',
    'description_en',
    'story',
    'story_en',
    'ingredients',
    'ingredients_en',
    'storage',
    'storage_en',
    'usage',
    'usage_en',
    'warnings',
    'warnings_en',
  ],
};

/** Whether a role decides what others propose. */
export function isApprover(role: string): boolean {
  return APPROVERS.indexOf(role) >= 0;
}

/** Whether a record has been before the public, so that a change of it, or of what is shown with it, waits for approval. */
export function isBeyondDraft(state: string): boolean {
  return SEEN_STATES.indexOf(state) >= 0;
}

/** Somebody's save of a record under review. */
export interface ReviewedSave {
  role: string;
  /** The record's state before. */
  state: string;
  /** Names of the fields that change. */
  fields: readonly string[];
  /** The record's state after. */
  nextState: string;
  /** Whether author and approver must be two people. */
  mustDiffer: boolean;
}

/**
 * Whether a save has to be proposed instead. What the public must no longer see an approver takes away alone: that cannot wait for
 * a second person.
 */
export function mustPropose({ role, state, fields, nextState, mustDiffer }: ReviewedSave): boolean {
  if (!isBeyondDraft(state)) return false;
  if (!isApprover(role)) return true;
  const isTakenAway = nextState === 'withdrawn' && fields.every((name) => name === 'state');
  return mustDiffer && !isTakenAway;
}

/** Somebody's deed with a record that stands under the review of others: making, changing or removing it. */
export interface InnerDeed {
  role: string;
  /** States of the records to which it belongs, before and after. */
  states: readonly string[];
  /** Whether author and approver must be two people. */
  mustDiffer: boolean;
}

/** Whether a deed with an inner record has to be proposed instead. */
export function mustProposeInner({ role, states, mustDiffer }: InnerDeed): boolean {
  return states.some(isBeyondDraft) && (mustDiffer || !isApprover(role));
}
