/** The process of one dry run: `node command.ts ID`. Apart from the worker, so that a large file neither stops nor outlives it. */
import { dataFolder } from '../../dataFolder.ts';
import { readEnvironment } from '../../environment.ts';
import { signInAsWorker } from '../../worker/account.ts';
import { look } from './look.ts';

const pb = await signInAsWorker(dataFolder(readEnvironment().dataFolder), process.env['OCOP_POCKETBASE_URL'] ?? '');
await look(pb, process.argv[2] ?? '');
// The client keeps sockets open.
process.exit(0);
