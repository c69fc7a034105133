/** Who is still typing: forms of this page by name, other pages by a lock that the browser lets go when they end, also by a crash. */

const page = crypto.getRandomValues(new Uint32Array(3)).join('-');
const typing = new Set<string>();
const ended = new Set<string>();
let count = 0;

const lockOf = (name: string) => `ocop-page-${name}`;
const pageOf = (writer: string) => writer.slice(0, writer.lastIndexOf('.'));

// A plain http address other than this machine's has no locks: there other tabs count as ended, and what they type is only copied.
const locks: LockManager | undefined = navigator.locks;
void locks?.request(lockOf(page), () => new Promise(() => undefined));

/** A name for a form that begins. */
export function newWriter(): string {
  count += 1;
  return `${page}.${count}`;
}

/** Marks a form as open until the returned function is called. */
export function beginTyping(writer: string): () => void {
  typing.add(writer);
  return () => void typing.delete(writer);
}

/** Whether nobody has that form before him any more. */
export function hasEnded(writer: string): boolean {
  if (pageOf(writer) === page) return !typing.has(writer);
  return locks === undefined || ended.has(pageOf(writer));
}

/** Calls back as soon as the page of another tab's writer has ended. */
export function whenEnded(writer: string, signal: AbortSignal, listener: () => void): void {
  const name = pageOf(writer);
  if (name === page || locks === undefined) return;
  locks
    .request(lockOf(name), { mode: 'shared', signal }, () => {
      ended.add(name);
      listener();
    })
    .catch(() => undefined);
}
