/** What `.env` says goes into PocketBase's own settings and, once, into those of the site. */
import type PocketBase from 'pocketbase';
import { isFormerSite } from '#domain/rules/origin.ts';
import type { SiteSettings } from '#domain/siteSettings.ts';
import type { Environment } from '../environment.ts';

/** The worker and the commands are superusers of this machine. */
const THIS_MACHINE = ['127.0.0.1', '::1'];

/** The address in the settings is one that the office has left. */
const hasMoved = ({ public_address }: SiteSettings, { address, caddy }: Environment) =>
  public_address !== address && isFormerSite(public_address, caddy.formerSite.join(' '));

/** Applies mail server, proxy, superusers' addresses and public address; `origin`: where the server answers while it has none. */
export async function applyEnvironment(pb: PocketBase, environment: Environment, origin: string): Promise<void> {
  const { smtp, address, dashboardFrom, trustedProxy } = environment;
  const settings: Record<string, unknown> = {
    // Links in letters, such as that to a new password, begin with it.
    meta: { appURL: address || origin, ...(smtp.host === '' ? {} : { senderAddress: smtp.from || smtp.user }) },
    // For the released program alone: in ours guard.go has told PocketBase the visitor's address already.
    trustedProxy: { headers: trustedProxy.length > 0 ? ['X-Forwarded-For'] : [], useLeftmostIP: false },
    superuserIPs: [...THIS_MACHINE, ...dashboardFrom],
  };
  if (smtp.host !== '') {
    const { host, port, user, password } = smtp;
    settings['smtp'] = { enabled: true, host, port, username: user, password, tls: port === 465 };
  }
  await pb.settings.update(settings, { requestKey: null });
  if (address === '') return;
  const [site] = await pb.collection<SiteSettings>('site_settings').getFullList({ requestKey: null });
  if (site !== undefined && (site.public_address === '' || hasMoved(site, environment)))
    await pb.collection('site_settings').update(site.id, { public_address: address }, { requestKey: null });
}
