/** Tells how far a publish is: its steps with their times, and a log in plain words. */
import { type Problem, PUBLISH_STEPS, type PublishStep, type StepProgress } from '#domain/release.ts';
import { now } from '../clock.ts';

/** So many are told in the log; all are in the record. */
const TOLD = 20;

/** Publishing stopped because something must be mended first. */
export class PublishFailed extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const errors = problems.filter((problem) => problem.severity === 'error');
    const told = errors.slice(0, TOLD).map(({ title, message }) => `\n- ${title}: ${message}`);
    super(`${errors.length} lỗi cần sửa trước khi đăng.${told.join('')}`);
    this.problems = problems;
  }
}

/** Told after each change. */
export interface ProgressListener {
  onSteps?: (steps: readonly StepProgress[]) => void;
  onLog?: (line: string) => void;
}

const STEP_NAMES = Object.keys(PUBLISH_STEPS) as PublishStep[];

/** Never ends where a test wants to kill this process: at the end of a step, or at a place of its own. */
export async function pauseForTest(place: string): Promise<void> {
  if (process.env['OCOP_PAUSE_AT'] !== place) return;
  process.stdout.write(`paused at ${place}\n`);
  await new Promise(() => setInterval(() => undefined, 60_000));
}

/** The steps of one publish. */
export class Progress {
  readonly #steps: StepProgress[] = STEP_NAMES.map((step) => ({ step, state: 'waiting', startedAt: 0, endedAt: 0 }));
  readonly #listener: ProgressListener;
  readonly #signal: AbortSignal | undefined;

  constructor(listener: ProgressListener, signal?: AbortSignal) {
    this.#listener = listener;
    this.#signal = signal;
  }

  log(line: string): void {
    this.#listener.onLog?.(line);
  }

  /** Runs one step; what it throws ends the publish. */
  async step<T>(step: PublishStep, work: () => Promise<T> | T): Promise<T> {
    this.#signal?.throwIfAborted();
    this.#change(step, { state: 'running', startedAt: now() });
    try {
      const result = await work();
      await pauseForTest(step);
      this.#change(step, { state: 'done', endedAt: now() });
      return result;
    } catch (error) {
      this.#change(step, { state: 'failed', endedAt: now() });
      throw error;
    }
  }

  #change(step: PublishStep, change: Partial<StepProgress>): void {
    const index = STEP_NAMES.indexOf(step);
    const current = this.#steps[index];
    if (current === undefined) return;
    this.#steps[index] = { ...current, ...change };
    this.#listener.onSteps?.([...this.#steps]);
  }
}
