/** What `.env` says goes into PocketBase's own settings and, once, into those of the site. */
import type PocketBase from 'pocketbase';
import type { SiteSettings } from '#domain/siteSettings.ts';
import type { Environment } from '../environment.ts';

/** Applies mail server, proxy and address. `origin`: where this server is reached while it has no public address. */
export async function applyEnvironment(pb: PocketBase, environment: Environment, origin: string): Promise<void> {
  const { smtp, proxyHeader, address } = environment;
  const settings: Record<string, unknown> = {
    // Links in letters, such as that to a new password, begin with it.
    meta: { appURL: address || origin, ...(smtp.host === '' ? {} : { senderAddress: smtp.from || smtp.user }) },
    // Without it a limit of requests would count all visitors behind the proxy as one.
    trustedProxy: { headers: proxyHeader === '' ? [] : [proxyHeader], useLeftmostIP: false },
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
