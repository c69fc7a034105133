import type { ReactNode } from 'react';

type Named = { title: string; titledBy?: never } | { title?: never; titledBy: string };

interface WideTableProps {
  /** The class of the frame; tables of the admin stand in cards, those of reports on paper. */
  frame?: 'table-frame' | 'report-frame';
  children: ReactNode;
}

/** A plain table that scrolls by itself where it is wider than the screen, also by the keyboard; named by its title, or by what bears that id. */
export function WideTable({ title, titledBy, frame = 'table-frame', children }: Named & WideTableProps) {
  const name = title === undefined ? { 'aria-labelledby': titledBy } : { 'aria-label': `Bảng: ${title}` };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard could not scroll the table
    <section {...name} className={frame} tabIndex={0}>
      <table className={frame === 'table-frame' ? 'table' : ''}>
        {title !== undefined && <caption className="sr-only">{title}</caption>}
        {children}
      </table>
    </section>
  );
}
