import { useEffect, useRef } from 'react';
import { OFFICE_MARKDOWN } from '#domain/markdown.ts';

/** Puts the HTML of a text into `into`. micromark lets no HTML of the text itself through, and comes only when somebody looks. */
async function draw(markdown: string, into: HTMLElement): Promise<void> {
  const { micromark } = await import('micromark');
  const { body } = new DOMParser().parseFromString(micromark(markdown, OFFICE_MARKDOWN), 'text/html');
  into.replaceChildren(...body.childNodes);
}

/** What a text in Markdown will look like, folded away until asked for. */
export function MarkdownPreview({ label, markdown }: { label: string; markdown: string }) {
  const shown = useRef<HTMLDivElement>(null);
  const folder = useRef<HTMLDetailsElement>(null);
  const redraw = () => {
    if (folder.current?.open && shown.current) void draw(markdown, shown.current);
  };
  useEffect(redraw);
  return (
    <details className="preview" onToggle={redraw} ref={folder}>
      <summary>{label}</summary>
      <div className="markdown" ref={shown} />
    </details>
  );
}
