/**
 * Of what PocketBase prints, only that a sign-in was refused and whence it came (pocketbase/signIns.go) goes on to whoever started us: under
 * systemd into the journal, where fail2ban reads it (scripts/deploy/fail2ban). Nothing else is passed on: it may hold what visitors typed.
 */
import { isIP } from 'node:net';

const BEGIN = 'sign-in failed from ';
const UNKNOWN = 'an address that no trusted proxy told';

/** Returns what takes PocketBase's output as it comes, in pieces that may end within a line. */
export function failedSignIns(say: (line: string) => void): (text: string) => void {
  let rest = '';
  return (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const whence = line.startsWith(BEGIN) ? line.slice(BEGIN.length) : '';
      if (isIP(whence) !== 0 || whence === UNKNOWN) say(line);
    }
  };
}
