/** What `.env` says goes into PocketBase's own settings and, once, into those of the site. */
import type PocketBase from 'pocketbase';
import type { SiteSettings } from '#domain/siteSettings.ts';
import type { Environment } from '../environment.ts';

/** Applies mail server, proxy and address. */
export async function applyEnvironment(pb: PocketBase, environment: Environment): Promise<void> {
  const { smtp, proxyHeader, address } = environment;
  const settings: Record<string, unknown> = {
    // Without it a limit of requests would count all visitors behind the proxy as one.
    trustedProxy: { headers: proxyHeader === '' ? [] : [proxyHeader], useLeftmostIP: false },
  };
  if (smtp.host !== '') {
    const { host, port, user, password } = smtp;
    settings['smtp'] = { enabled: true, host, port, username: user, password, tls: port === 465 };
    settings['meta'] = { senderAddress: smtp.from || user, senderName: 'OCOP' };
  }
  await pb.settings.update(settings, { requestKey: null });
  if (address === '') return;
  const [site] = await pb.collection<SiteSettings>('site_settings').getFullList({ requestKey: null });
  if (site?.public_address === '')
    await pb.collection('site_settings').update(site.id, { public_address: address }, { requestKey: null });
}
