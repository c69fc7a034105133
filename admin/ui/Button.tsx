import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps, Link as AriaLink } from 'react-aria-components';
import { Icon, type IconName } from './Icon.tsx';
import { SAVE_KEY } from './saveKey.ts';

type Look = 'plain' | 'primary' | 'quiet' | 'danger';

interface Looks {
  look?: Look;
  icon?: IconName;
  children?: ReactNode;
}

interface ButtonProps extends Looks, Omit<AriaButtonProps, 'children'> {
  /** What it does saves the form: Ctrl+S presses it. */
  isSave?: boolean;
}

/** A button with words, and a drawing before them. One `primary` a screen. */
export function Button({ look = 'plain', icon, children, isSave = false, ...props }: ButtonProps) {
  return (
    <AriaButton
      {...props}
      {...(isSave ? { render: (dom) => <button {...dom} {...SAVE_KEY} /> } : {})}
      className={`button ${look}`}
    >
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </AriaButton>
  );
}

/** A button that shows only a drawing; `label` names it. */
export function IconButton({
  label,
  icon,
  look = 'quiet',
  ...props
}: { label: string; icon: IconName; look?: Look } & Omit<AriaButtonProps, 'children'>) {
  return (
    <AriaButton {...props} aria-label={label} className={`button icon-only ${look}`}>
      <Icon name={icon} />
    </AriaButton>
  );
}

/** A link that looks like a button. */
export function ButtonLink({ look = 'plain', icon, children, href }: Looks & { href: string }) {
  return (
    <AriaLink className={`button ${look}`} href={href}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </AriaLink>
  );
}

/** A link within text. `outside` opens a new window and says so. */
export function TextLink({
  href,
  outside = false,
  children,
}: {
  href: string;
  outside?: boolean;
  children: ReactNode;
}) {
  if (!outside) {
    return (
      <AriaLink className="link" href={href}>
        {children}
      </AriaLink>
    );
  }
  return (
    <a className="link inline-flex items-center gap-1" href={href} rel="noreferrer" target="_blank">
      {children}
      <Icon name="outside" size={14} />
      <span className="sr-only"> (mở cửa sổ mới)</span>
    </a>
  );
}
