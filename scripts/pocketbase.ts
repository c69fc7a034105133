/** Getting and running PocketBase; the steps are in the folder of this name. */
export { answers } from './pocketbase/answers.ts';
export { freePort } from './pocketbase/freePort.ts';
export { type PocketbaseProgram, pocketbaseProgram } from './pocketbase/program.ts';
export { runPocketbase } from './pocketbase/run.ts';
export { type PocketbaseOptions, type PocketbaseServer, startPocketbase } from './pocketbase/server.ts';
export { makeFolderWithoutHooks, type SuperuserAccount, saveSuperuser } from './pocketbase/superuser.ts';
