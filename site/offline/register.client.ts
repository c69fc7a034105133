/** Brings the service worker once the page is read; where there is none (old or in-app browsers), nothing else changes. */
import { WORKER_PATH } from '#site/fixedPaths.ts';
import type { Visit } from './visit.ts';

async function register(): Promise<void> {
  const workers = navigator.serviceWorker;
  if (workers === undefined) return;
  const isFirst = workers.controller === null;
  await workers.register(WORKER_PATH);
  const { active } = await workers.ready;
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const visit: Visit = { page: location.href, loaded };
  if (isFirst && active !== null) active.postMessage(visit);
}

addEventListener('load', () => {
  // Refused where storage is off: the page is whole without it.
  register().catch(() => undefined);
});
