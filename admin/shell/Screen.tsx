import { type ReactNode, useEffect } from 'react';
import { TextLink } from '../ui/Button.tsx';

interface ScreenProps {
  title: string;
  /** Where this screen lies, nearest last. */
  trail?: readonly { title: string; href: string }[];
  /** Chips beside the title. */
  state?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** The frame of every screen: where it lies, its name, what can be done. */
export function Screen({ title, trail = [], state, actions, children }: ScreenProps) {
  useEffect(() => {
    document.title = `${title} – Quản trị OCOP`;
  }, [title]);
  return (
    <main className="mx-auto flex w-full max-w-list flex-col gap-4 px-4 py-5 tablet:px-6" id="main">
      {trail.length > 0 && (
        <nav aria-label="Đường dẫn" className="flex flex-wrap gap-2 text-sm">
          {trail.map((place) => (
            <span className="flex gap-2" key={place.href}>
              <TextLink href={place.href}>{place.title}</TextLink>
              <span aria-hidden="true">›</span>
            </span>
          ))}
        </nav>
      )}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="flex min-w-0 flex-wrap items-center gap-3">
          <h1 className="min-w-0 break-words text-2xl">{title}</h1>
          {state}
        </div>
        <div className="flex flex-wrap gap-2">{actions}</div>
      </div>
      {children}
    </main>
  );
}
