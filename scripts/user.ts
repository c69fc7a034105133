/**
 * `npm run user -- add EMAIL --role editor` makes a person who can sign in; `npm run user -- reset EMAIL` gives a forgotten one a new
 * password. The password is made here and printed once. `npm run user -- codes off` ends one-time codes that no letter brings any more.
 */
import { parseArgs } from 'node:util';
import type PocketBase from 'pocketbase';
import { ROLES, type Role } from '#domain/user.ts';
import { chosenFolder } from './chosenFolder.ts';
import { operatorCommand } from './operatorCommand.ts';
import { newPassword } from './start/password.ts';
import { withDatabase } from './withDatabase.ts';

const USAGE = `npm run user -- add EMAIL --role ${Object.keys(ROLES).join('|')}\nnpm run user -- reset EMAIL\nnpm run user -- codes off`;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function add(pb: PocketBase, email: string, role: Role): Promise<void> {
  const password = newPassword();
  const user = { email, role, verified: true, emailVisibility: true, password, passwordConfirm: password };
  await pb.collection('users').create(user, { requestKey: null });
  say(`Added ${email} as ${role}. Password: ${password}`);
}

async function reset(pb: PocketBase, email: string): Promise<void> {
  const password = newPassword();
  const user = await pb
    .collection('users')
    .getFirstListItem(pb.filter('email = {:email}', { email }), { requestKey: null });
  await pb
    .collection('users')
    .update(user.id, { password, passwordConfirm: password, disabled: false }, { requestKey: null });
  say(`New password of ${email}: ${password}`);
}

async function codesOff(pb: PocketBase): Promise<void> {
  for (const { id } of await pb.collection('site_settings').getFullList({ requestKey: null }))
    await pb.collection('site_settings').update(id, { one_time_codes: false }, { requestKey: null });
  say('Nobody is asked for a one-time code any more.');
}

/** What PocketBase refused, in words. */
function refusal(error: unknown, email: string): string {
  const { status, response } = error as { status?: number; response?: { data?: Record<string, { message?: string }> } };
  if (status === 404) return `There is no user ${email}.`;
  const fields = Object.entries(response?.data ?? {}).map(([field, { message }]) => `${field}: ${message ?? ''}`);
  return fields.length > 0 ? fields.join('\n') : String(error);
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { role: { type: 'string', default: '' } },
});
const [action = '', email = ''] = positionals;
const isRole = (name: string): name is Role => Object.hasOwn(ROLES, name);
const isCodesOff = action === 'codes' && email === 'off';
if (email === '' || !(isCodesOff || action === 'reset' || (action === 'add' && isRole(values.role)))) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}
await operatorCommand(USAGE, async () =>
  withDatabase(await chosenFolder(), async (pb) => {
    try {
      if (isCodesOff) await codesOff(pb);
      else await (action === 'add' ? add(pb, email, values.role as Role) : reset(pb, email));
    } catch (error) {
      throw new Error(refusal(error, email));
    }
  }),
);
