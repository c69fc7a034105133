/** What `.env` says goes into PocketBase's own settings and, once, into those of the site. */
import type PocketBase from 'pocketbase';
import type { SiteSettings } from '#domain/siteSettings.ts';
import type { Environment } from '../environment.ts';

/** The worker and the commands are superusers of this machine. */
const THIS_MACHINE = ['127.0.0.1', '::1'];

/** Where a server is reached. */
export interface Listening {
  /** While it has no public address. */
  origin: string;
  /** Whether others than this machine reach it without a proxy. */
  onNetwork: boolean;
}

/**
 * The header that tells a visitor's address. On this machine alone only a proxy can ask, and every proxy tells `X-Forwarded-For`; on the
 * network anybody could write it, so that it must be named.
 */
function proxyHeaders({ proxyHeader }: Environment, { onNetwork }: Listening): string[] {
  if (proxyHeader !== '') return [proxyHeader];
  return onNetwork ? [] : ['X-Forwarded-For'];
}

/** Applies mail server, proxy, superusers' addresses and public address. */
export async function applyEnvironment(pb: PocketBase, environment: Environment, listening: Listening): Promise<void> {
  const { smtp, address, dashboardFrom } = environment;
  const { origin } = listening;
  const settings: Record<string, unknown> = {
    // Links in letters, such as that to a new password, begin with it.
    meta: { appURL: address || origin, ...(smtp.host === '' ? {} : { senderAddress: smtp.from || smtp.user }) },
    // Without it a limit of requests would count all visitors behind the proxy as one.
    trustedProxy: { headers: proxyHeaders(environment, listening), useLeftmostIP: false },
    superuserIPs: [...THIS_MACHINE, ...dashboardFrom],
  };
  if (smtp.host !== '') {
    const { host, port, user, password } = smtp;
    settings['smtp'] = { enabled: true, host, port, username: user, password, tls: port === 465 };
  }
  await pb.settings.update(settings, { requestKey: null });
  if (address === '') return;
  const [site] = await pb.collection<SiteSettings>('site_settings').getFullList({ requestKey: null });
  if (site?.public_address === '')
    await pb.collection('site_settings').update(site.id, { public_address: address }, { requestKey: null });
}
