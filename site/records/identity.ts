/** What a province shows of itself on every page: its emblem and its four colours. */
import { asText, type ColourRole, onDarkPaper } from '#domain/rules/colour.ts';
import { paths } from '#site/paths.ts';
import { settings } from '#site/snapshot.ts';
import { printAddress } from './picture.ts';

const ROLES: readonly ColourRole[] = ['son', 'cham', 'dong', 'hoe'];

/** The colours that the province has chosen. */
function chosenColours(): [role: ColourRole, colour: string][] {
  const all = settings();
  return ROLES.map((role) => [role, all[`colour_${role}`]] as [ColourRole, string]).filter(
    ([, colour]) => colour !== '',
  );
}

function rule(tokens: readonly [string, string][]): string {
  // One step stronger than tokens.css, in whatever order the two arrive.
  return `html:root{${tokens.map(([name, colour]) => `--${name}:${colour}`).join(';')}}`;
}

function light([role, colour]: [ColourRole, string]): [string, string][] {
  return role === 'hoe'
    ? [
        [role, colour],
        ['hoe-text', asText(colour)],
      ]
    : [[role, colour]];
}

function dark([role, colour]: [ColourRole, string]): [string, string][] {
  const bright = onDarkPaper(colour);
  return role === 'hoe'
    ? [
        [role, bright],
        ['hoe-text', bright],
      ]
    : [[role, bright]];
}

/** The stylesheet that changes the four tokens; empty where the province keeps the project's. */
export function identityStyles(): string {
  const chosen = chosenColours();
  if (chosen.length === 0) return '';
  return `${rule(chosen.flatMap(light))}\n@media (prefers-color-scheme:dark){${rule(chosen.flatMap(dark))}}\n`;
}

/** Address of that stylesheet; empty where none is needed. */
export function identityStylesAddress(): string {
  return chosenColours().length === 0 ? '' : paths.colours;
}

/** The province's emblem, else the project's. */
export function emblemAddress(): string {
  return settings().emblem_path || printAddress('emblem');
}

/** The same for a tab: a few kilobytes. */
export function emblemIconAddress(): string {
  return settings().emblem_icon || printAddress('emblem');
}
