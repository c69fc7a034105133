import type { Lot } from '#domain/lot.ts';
import { correctionLine } from '#domain/lotCorrections.ts';

/** The corrections of a lot: the line that its page keeps, and the reason, which only the office reads. */
export function Corrections({ lot }: { lot: Lot }) {
  if ((lot.corrections ?? []).length === 0) return null;
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {(lot.corrections ?? []).map((correction, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows at its end
        <li key={at}>
          {correctionLine(correction)} <span className="text-ink-2">{`Lý do: ${correction.reason}`}</span>
        </li>
      ))}
    </ul>
  );
}
