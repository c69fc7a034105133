/**
 * `npm run bench:search`: this search beside fuse.js, MiniSearch and FlexSearch on the same records and queries.
 * `-- --rows FILES.csv… --queries FILE.csv`: other records and queries instead; prints recall per class and each miss.
 */
import { parseArgs } from 'node:util';
import { benchForeign } from './bench/search/foreign.ts';
import { benchSizes } from './bench/search/sizes.ts';

const { values, positionals } = parseArgs({
  options: {
    rows: { type: 'string', multiple: true },
    queries: { type: 'string' },
    sizes: { type: 'string', default: '600,2000,20000' },
    // This search only: quick, for working on it.
    alone: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});

if (values.rows !== undefined && values.queries !== undefined) {
  // The shell spreads `--rows a.csv b.csv` over an option and arguments.
  await benchForeign([...values.rows, ...positionals], values.queries);
} else if (values.rows !== undefined || values.queries !== undefined) {
  console.error('--rows FILES.csv… and --queries FILE.csv go together.');
  process.exitCode = 2;
} else {
  process.exitCode = (await benchSizes({ ...values, sizes: values.sizes.split(',').map(Number) })) ? 0 : 1;
}
