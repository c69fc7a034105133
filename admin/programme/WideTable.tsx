import type { ReactNode } from 'react';

/** A plain table that scrolls by itself where it is wider than the screen, also by the keyboard. */
export function WideTable({ title, children }: { title: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard could not scroll the table
    <section aria-label={`Bảng: ${title}`} className="table-frame" tabIndex={0}>
      <table className="table">
        <caption className="sr-only">{title}</caption>
        {children}
      </table>
    </section>
  );
}
