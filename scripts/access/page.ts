/** The page on access, drawn from the table: `.docs/access.md`. */
import { ACCESS, type Deed, type Whose } from '#domain/access.ts';
import { type CollectionName, nouns } from '#domain/nouns.ts';
import { ROLES, type Role } from '#domain/user.ts';

const DEED_WORDS: Readonly<Record<Deed, string>> = { see: 'see', create: 'make', update: 'change', remove: 'delete' };

/** Whose records a grant speaks of; nothing where all. */
const WHOSE_WORDS: Readonly<Record<Whose, string>> = {
  all: '',
  limited: 'within limits',
  own: 'own',
  ownDraft: 'own drafts',
  self: 'own account',
  others: 'not their own',
  asked: 'in their own name',
  authored: 'sent by them',
  seen: 'of what they see',
};

const INTRODUCTION = `# Who may do what

Drawn from \`pocketbase/domain/access.ts\` by \`node scripts/access.ts page\`; a test keeps it up to date. PocketBase's rules are derived from the
same table (\`node scripts/access.ts rules\`), the admin asks it what to offer, the hooks' routes ask it too, and the tests try every cell
against the real PocketBase. What stands nowhere here is refused; guests see no record at all; superusers are the programs.

- **within limits**: of a person limited to communes or to collections (fields of the account, set by admins) only those; an admin is never
  limited. A record must be within the limits as it is and as it would become. The second table says what belongs where.
- **own**: of the producer that the account speaks for. **own drafts**: lots that are still drafts, and their diary.
- Records marked *reviewed*: only approvers and admins approve, withdraw, and change what was approved; editors propose that, and producers
  propose texts of their profile and products (\`rules/review.ts\`).
- Records marked *reviewed with* others: where one of those is approved or withdrawn (a lot: has left draft), whoever has to propose a change
  of it proposes making, changing and removing these too, and an approver or admin decides; in drafts they are written at once.
- An admin alone takes a person out of the history (\`POST /api/ocop/erasures\`).
- Contacts of producers have no review on purpose: a proposal would copy personal data to where viewers read it, and a consent that is
  withdrawn counts that moment.
- Nobody who signs in chooses a record's id, or writes what programs give: versions, days of making, trace codes.
- Nobody finds out by filtering or sorting what they may not see (\`pb_hooks/hidden.js\`); many requests in one are off; files need a token.
`;

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

/** What a role may do to records of a collection: `see; make, change within limits`. */
export function cellOf(name: CollectionName, role: Role): string {
  const byWhose = new Map<Whose, string[]>();
  for (const deed of Object.keys(DEED_WORDS) as Deed[]) {
    const whose = ACCESS[name][deed][role];
    if (whose !== undefined) byWhose.set(whose, [...(byWhose.get(whose) ?? []), DEED_WORDS[deed]]);
  }
  const parts = [...byWhose].map(([whose, deeds]) => `${deeds.join(', ')} ${WHOSE_WORDS[whose]}`.trim());
  return parts.length === 0 ? '–' : parts.join('; ');
}

const nameOf = (name: CollectionName) => `\`${name}\` ${nouns[name].label.many}`;
const ALL = Object.keys(nouns) as CollectionName[];

function reviewOf(name: CollectionName): string {
  const { reviewed, reviewedWith } = ACCESS[name];
  if (reviewedWith !== undefined) return ` *reviewed with* ${list(reviewedWith)}`;
  return reviewed === true ? ' *reviewed*' : '';
}

function rolesTable(): string {
  const roles = Object.keys(ROLES) as Role[];
  const rows = ALL.map((name) => {
    return [`${nameOf(name)}${reviewOf(name)}`, ...roles.map((role) => cellOf(name, role))];
  });
  return table(['records', ...roles.map((role) => `${role} (${ROLES[role]})`)], rows);
}

function limitsTable(): string {
  const limited = ALL.filter((name) => ACCESS[name].create.approver === 'limited');
  const rows = limited.map((name) => {
    const { commune = [], desk } = ACCESS[name];
    const ways = commune.map((way) => `\`${way}\``).join(', ');
    return [nameOf(name), ways === '' ? 'no commune: closed' : ways, desk ?? 'none: closed'];
  });
  return table(['records', 'to communes, by', 'to collections, with'], rows);
}

function list(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

function fieldsTable(): string {
  const rows = ALL.flatMap((name) => {
    const { writes = [], given = [], officeOnly = [] } = ACCESS[name];
    return writes.length + given.length + officeOnly.length === 0
      ? []
      : [[nameOf(name), ...[writes, given, officeOnly].map((names) => (names.length === 0 ? '–' : list(names)))]];
  });
  return table(
    [
      'records',
      'all that “own drafts”, “own account” or “in their own name” may write',
      'given by programs',
      'not shown to producers',
    ],
    rows,
  );
}

/** The whole page. */
export function accessPage(): string {
  const limits = `## Limits\n\n${limitsTable()}`;
  const fields = `## Fields\n\n${fieldsTable()}`;
  return `${INTRODUCTION}\n${rolesTable()}\n\n${limits}\n\n${fields}\n`;
}
