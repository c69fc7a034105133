import { ownMark, pinFolder, pinnedVersion } from './pinned.ts';
import { runProgram } from './runProgram.ts';

// Go's documented place, for machines where it is not on PATH.
const goPrograms = ['go', '/usr/local/go/bin/go'];

/**
 * The environment Go runs in: it may fetch the toolchain that go.mod names, which is a module with a sum as the others are; many machines
 * have an older Go, and some are told to stay with it.
 */
export const goEnvironment = (env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv => ({
  ...env,
  CGO_ENABLED: '0',
  GOTOOLCHAIN: 'auto',
  GOWORK: 'off',
});

/** A Go that can build the pinned PocketBase. */
export interface Go {
  path: string;
  version: string;
}

/** Finds a Go that accepts pocketbase/go.mod (1.21 or newer); throws with the reason when there is none. */
export async function findGo(candidates: readonly string[] = goPrograms): Promise<Go> {
  let reason = 'Go is not installed';
  for (const path of candidates) {
    // Asked inside the module: an older Go either fetches the toolchain go.mod asks for or says that it may not.
    const answer = await runProgram(path, ['version'], { cwd: pinFolder, env: goEnvironment() }).catch(() => undefined);
    const version = /go version go(\S+)/.exec(answer?.output ?? '')?.[1];
    if (answer?.code === 0 && version) return { path, version };
    if (answer) reason = `Go cannot be used: ${answer.output.trim()}`;
  }
  throw new Error(reason);
}

/** Builds pocketbase/main.go with the pinned PocketBase to `target`; every module is verified against pocketbase/go.sum. */
export async function buildPocketbase(go: Go, target: string): Promise<void> {
  const flags = `-s -w -X github.com/pocketbase/pocketbase.Version=${pinnedVersion()}${ownMark}`;
  const args = ['build', '-mod=readonly', '-trimpath', '-ldflags', flags, '-o', target, '.'];
  const { code, output } = await runProgram(go.path, args, { cwd: pinFolder, env: goEnvironment() });
  if (code !== 0) throw new Error(`go build failed: ${output.trim().slice(-2000)}`);
}
