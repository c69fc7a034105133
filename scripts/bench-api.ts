/**
 * `npm run bench:api`: 20 editors saving while 200 readers list, on this machine, and the same with the same PocketBase without this project's
 * hooks. Ends with 1 when a request failed or an update was lost with the hooks on. Run it while nothing else runs.
 */
import { parseArgs } from 'node:util';
import { runLoad } from './bench/api/load.ts';
import { startOffice } from './bench/api/office.ts';
import { type Measured, printComparison } from './bench/api/report.ts';
import { peakMemory } from './bench/processMemory.ts';

const { values } = parseArgs({
  options: {
    editors: { type: 'string', default: '20' },
    readers: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '30' },
    pause: { type: 'string', default: '1000' },
    products: { type: 'string', default: '2000' },
  },
});
const load = {
  editors: Number(values.editors),
  readers: Number(values.readers),
  pauseMs: Number(values.pause),
  shared: 10,
};

/** The first requests compile queries and warm caches. */
const WARM_UP_S = 5;

async function measure(withHooks: boolean): Promise<Measured> {
  const scale = { products: Number(values.products), lots: 0 };
  console.log(withHooks ? 'With hooks: loading, signing in …' : 'Without hooks: loading, signing in …');
  const office = await startOffice({ withHooks, people: 20, scale });
  try {
    console.log('  warming up …');
    await runLoad(office, { ...load, until: { seconds: WARM_UP_S } });
    console.log('  measuring …');
    const result = await runLoad(office, { ...load, until: { seconds: Number(values.seconds) } });
    return { ...result, peakMb: await peakMemory(office.pid) };
  } finally {
    await office.stop();
  }
}

console.log(`${load.editors} editors save for ${values.seconds} s, ${load.readers} readers list meanwhile.\n`);
const plain = await measure(false);
const ours = await measure(true);
printComparison(ours, plain);
process.exit(ours.errors.length + ours.lost > 0 ? 1 : 0);
