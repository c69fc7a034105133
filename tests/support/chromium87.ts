/**
 * The engine of a phone of 2020: Chromium 87 inside Debian's QtWebEngine 5.15, driven over its debugging port. Too old for Playwright, so
 * this speaks the protocol itself, as little of it as the tests need.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '#scripts/pocketbase.ts';

/** Debian's own Python has the binding, whichever other one is first on PATH. */
const PYTHON = '/usr/bin/python3';
const BINDING = '/usr/lib/python3/dist-packages/PyQt5/QtWebEngineWidgets.abi3.so';
const WINDOW = `
import sys
from PyQt5.QtWebEngineWidgets import QWebEngineView
from PyQt5.QtCore import QUrl
from PyQt5.QtWidgets import QApplication
app = QApplication(sys.argv)
view = QWebEngineView()
view.resize(360, 740)
view.setUrl(QUrl('about:blank'))
view.show()
sys.exit(app.exec_())
`;

/** Whether the engine is installed. `npm test` sees to it where it may install Debian packages. */
export const hasChromium87 = existsSync(PYTHON) && existsSync(BINDING);

interface Message {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  result?: Record<string, unknown>;
  error?: { message: string };
}

export interface Chromium87 {
  /** As the engine names itself. */
  version: string;
  /** What scripts threw and what the engine refused, since the last `open`. */
  errors: string[];
  /** Loads an address and waits until everything on the page is there. */
  open(url: string): Promise<void>;
  /** The value of an expression in the page. */
  ask<T>(expression: string): Promise<T>;
  /** A picture of the screen, PNG. */
  picture(): Promise<Buffer>;
  stop(): Promise<void>;
}

function startWindow(port: number, home: string): ChildProcess {
  return spawn(PYTHON, ['-c', WINDOW], {
    env: {
      ...process.env,
      HOME: home,
      XDG_RUNTIME_DIR: home,
      QT_QPA_PLATFORM: 'offscreen',
      QT_QUICK_BACKEND: 'software',
      QTWEBENGINE_CHROMIUM_FLAGS: '--no-sandbox --disable-gpu',
      QTWEBENGINE_REMOTE_DEBUGGING: `127.0.0.1:${port}`,
    },
    stdio: 'ignore',
  });
}

async function askPort<T>(port: number, path: string, child: ChildProcess): Promise<T> {
  for (let tries = 0; tries < 300 && child.exitCode === null; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => null);
    if (answer?.ok) return (await answer.json()) as T;
    await sleep(100);
  }
  throw new Error('QtWebEngine does not answer on its debugging port.');
}

/** One page's end of the protocol. */
class Wire {
  readonly errors: string[] = [];
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (message: Message) => void>();
  readonly #events = new EventTarget();
  #last = 0;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#take(JSON.parse(String(data)) as Message));
  }

  #take(message: Message): void {
    if (message.id !== undefined) this.#waiting.get(message.id)?.(message);
    if (message.method === 'Runtime.exceptionThrown' || message.method === 'Log.entryAdded')
      this.errors.push(JSON.stringify(message.params));
    if (message.method !== undefined) this.#events.dispatchEvent(new Event(message.method));
  }

  async send(method: string, params: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
    const id = ++this.#last;
    const answered = new Promise<Message>((resolve) => this.#waiting.set(id, resolve));
    this.#socket.send(JSON.stringify({ id, method, params }));
    const { result, error } = await answered;
    this.#waiting.delete(id);
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result ?? {};
  }

  next(method: string): Promise<unknown> {
    return once(this.#events, method);
  }

  close(): void {
    this.#socket.close();
  }
}

async function connect(url: string): Promise<Wire> {
  const socket = new WebSocket(url);
  await once(socket, 'open');
  const wire = new Wire(socket);
  for (const domain of ['Page', 'Runtime', 'Log']) await wire.send(`${domain}.enable`);
  const screen = { width: 360, height: 740, deviceScaleFactor: 1, mobile: true };
  await wire.send('Emulation.setDeviceMetricsOverride', screen);
  return wire;
}

async function ask<T>(wire: Wire, expression: string): Promise<T> {
  const { result, exceptionDetails } = await wire.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
  return (result as { value: T }).value;
}

/** Starts one, as wide as a phone. Stop it in `afterAll`. */
export async function startChromium87(): Promise<Chromium87> {
  const home = mkdtempSync(join(tmpdir(), 'ocop-qt-'));
  const port = await freePort();
  const child = startWindow(port, home);
  const ended = once(child, 'exit');
  const { 'User-Agent': agent } = await askPort<Record<string, string>>(port, '/json/version', child);
  const [target] = await askPort<{ webSocketDebuggerUrl: string }[]>(port, '/json/list', child);
  const wire = await connect(target?.webSocketDebuggerUrl ?? '');
  return {
    version: /Chrome\/\S+/.exec(agent ?? '')?.[0] ?? '',
    errors: wire.errors,
    open: async (url) => {
      wire.errors.length = 0;
      const loaded = wire.next('Page.loadEventFired');
      await wire.send('Page.navigate', { url });
      await loaded;
    },
    ask: (expression) => ask(wire, expression),
    picture: async () => Buffer.from(String((await wire.send('Page.captureScreenshot'))['data']), 'base64'),
    stop: async () => {
      wire.close();
      child.kill('SIGTERM');
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}
