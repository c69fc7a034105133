/** Every file of open data, by its address, as the site's routes write them from given records. */
import { vi } from 'vitest';
import type { SnapshotContent } from '#scripts/publish/write-snapshot.ts';
import { readFromSnapshot } from './openDataFixture.ts';

const cleanUps: (() => void)[] = [];
/** Removes what making the files left behind: call it in `afterAll`. */
export function removeSnapshots(): void {
  for (const cleanUp of cleanUps) cleanUp();
}

/** The files of these records, each time from a site that has read nothing yet. */
export async function filesFrom(content: SnapshotContent): Promise<Map<string, string>> {
  vi.resetModules();
  cleanUps.push(readFromSnapshot(content));
  const { DATA_SETS } = await import('#site/openData/dataSets.ts');
  const { fileText } = await import('#site/openData/files.ts');
  const { formatsOf } = await import('#site/openData/formats.ts');
  const { catalogueText } = await import('#site/openData/catalogue.ts');
  const { productFile } = await import('#site/openData/productFile.ts');
  const { producerFile } = await import('#site/openData/producerFile.ts');
  const { lotFile } = await import('#site/openData/lotFile.ts');
  const files = new Map([['/du-lieu/danh-muc.json', catalogueText()]]);
  for (const set of DATA_SETS)
    for (const format of formatsOf(set)) files.set(`/du-lieu/${set.name}.${format}`, fileText(set.name, format));
  for (const { slug } of content.producers) files.set(`/chu-the/${slug}.json`, producerFile(slug));
  for (const { slug } of content.products) files.set(`/san-pham/${slug}.json`, productFile(slug));
  for (const { trace_code } of content.lots) files.set(`/t/${trace_code}.json`, lotFile(trace_code));
  return files;
}
