import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { guardLeaving } from '../router.ts';
import { usePerson } from '../shell/person.ts';
import { tell } from '../ui/toast.tsx';
import { type Found, forget, type Kept, keep, keptOf, keyOf, onKeptElsewhere } from './kept.ts';
import { beginTyping, hasEnded, newWriter, whenEnded } from './writers.ts';

const UNSAVED = 'Có thay đổi chưa lưu. Bỏ các thay đổi đó?';
const NOT_KEPT =
  'Trình duyệt không còn chỗ, hoặc không cho giữ nội dung đang gõ trên máy này. Hãy lưu trước khi đóng trang.';

// Some fields make a value of what is typed when they are left: the page that ends leaves its field first.
window.addEventListener('pagehide', () => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
});

/** The name of a form of the screen that is shown. */
export function formHere(name: string): string {
  return `${window.location.pathname} ${name}`;
}

/** What is typed into a form now; `isWhole` is false where some of it must not be kept. */
export type Typed = Omit<Kept, 'at'> & { isWhole?: boolean };

export interface Unsaved {
  /** What was typed before and neither saved nor thrown away, the newest first. */
  found: readonly Found[];
  /** To be called after every change; null when there is nothing to be saved. */
  keep: (typed: Typed | null) => void;
  /** What is typed here was saved or thrown away. */
  forget: () => void;
  /** Throws away what was found. */
  drop: (found: Found) => void;
  /** Goes on with what was found: from now on it is this form's. */
  adopt: (found: Found) => void;
}

/** What other writers left of a form. */
function useFound(account: string, form: string, writer: string) {
  const [found, setFound] = useState<readonly Found[]>([]);
  const look = useRef<() => void>(() => undefined);
  useEffect(() => {
    const asked = new Set<string>();
    const stop = new AbortController();
    look.current = () => {
      if (stop.signal.aborted) return;
      const others = keptOf(account, form).filter((kept) => kept.writer !== writer);
      setFound(others.filter((kept) => hasEnded(kept.writer)));
      for (const { writer: other } of others) {
        if (asked.has(other) || hasEnded(other)) continue;
        asked.add(other);
        whenEnded(other, stop.signal, () => look.current());
      }
    };
    look.current();
    const deafen = onKeptElsewhere(() => look.current());
    return () => {
      stop.abort();
      deafen();
    };
  }, [account, form, writer]);
  return [found, look] as const;
}

/**
 * Keeps on this device what is typed into a form until it is saved, thrown away or signed out of, and finds what was left of it before.
 * Each open form writes an entry of its own, so that two tabs never mix; what another tab types is offered once that tab has ended.
 */
export function useUnsaved(form: string, question = UNSAVED): Unsaved {
  const { id: account } = usePerson();
  const [writer] = useState(newWriter);
  const [found, look] = useFound(account, form, writer);
  const key = keyOf(account, form, writer);
  const release = useRef<(() => void) | null>(null);
  const isKept = useRef(true);

  const unguard = useCallback(() => {
    release.current?.();
    release.current = null;
  }, []);
  useEffect(() => beginTyping(writer), [writer]);
  useEffect(() => unguard, [unguard]);

  const deeds = useMemo(() => {
    const forgetMine = () => {
      unguard();
      forget(key);
    };
    const write = ({ isWhole = true, ...typed }: Typed) => {
      if (Object.keys(typed.values).length === 0) {
        forget(key);
        isKept.current = isWhole;
        return;
      }
      const isWritten = keep(key, typed);
      if (!isWritten && isKept.current) tell(NOT_KEPT, false);
      isKept.current = isWritten && isWhole;
    };
    return {
      forget: forgetMine,
      keep: (typed: Typed | null) => {
        if (typed === null) return forgetMine();
        release.current ??= guardLeaving({
          ask: () => window.confirm(question),
          onLeft: forgetMine,
          isKept: () => isKept.current,
        });
        write(typed);
      },
      drop: (old: Found) => {
        forget(old.key);
        look.current();
      },
      adopt: ({ key: old, version, before, values }: Found) => {
        if (!keep(key, { version, before, values })) return;
        forget(old);
        look.current();
      },
    };
  }, [key, question, unguard, look]);
  return { found, ...deeds };
}

/** The same for a form that holds its values itself; null while there is nothing to be saved. */
export function useUnsavedValues(form: string, values: Kept['values'] | null, question?: string): Unsaved {
  const unsaved = useUnsaved(form, question);
  const { keep: keepNow } = unsaved;
  const text = values === null ? null : JSON.stringify(values);
  useEffect(() => {
    keepNow(text === null ? null : { before: {}, values: JSON.parse(text) as Kept['values'] });
  }, [text, keepNow]);
  return unsaved;
}
