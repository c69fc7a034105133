/**
 * The four colours of a province: whether text in them can be read, and what they become on dark paper. Contrast is that of WCAG 2.2
 * (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
 */

/** `#rrggbb`. */
export const COLOUR_PATTERN = '^#[0-9a-fA-F]{6}$';

/** What a colour is for: the brand and its buttons, links, "in force", stars. */
export type ColourRole = 'son' | 'cham' | 'dong' | 'hoe';

type Triple = readonly [number, number, number];

/** Papers that text stands on: page and card (site/styles/tokens.css, which a test compares). */
export const LIGHT_PAPERS = ['#fbf8f1', '#f4eee0'] as const;
export const DARK_PAPERS = ['#181410', '#221d18'] as const;
const ON_BRAND = '#ffffff';
/** WCAG 2.2 AA for text, and for what is drawn. */
export const LEAST_TEXT = 4.5;
export const LEAST_GRAPHIC = 3;
/** Dark twins are made as clear as the project's own. */
const DARK_CONTRAST = 6.5;

function toRgb(hex: string): Triple {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [part(1), part(3), part(5)];
}

function toHex(rgb: Triple): string {
  return `#${rgb.map((part) => `0${Math.round(part * 255).toString(16)}`.slice(-2)).join('')}`;
}

function luminance(hex: string): number {
  const [red, green, blue] = toRgb(hex).map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  ) as unknown as Triple;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The smallest contrast of a colour with any of the papers. */
export function contrastOn(papers: readonly string[], colour: string): number {
  return Math.min(...papers.map((paper) => contrast(colour, paper)));
}

/** First brighter in its own hue, as print is brighter than its shadow, then paler: 0 is the colour itself, 1 white. */
function lightened(colour: Triple, amount: number): Triple {
  const most = Math.max(...colour, 0.01);
  const brightest = Math.max(most, 0.8);
  const brighten = 1 + (brightest / most - 1) * Math.min(1, amount * 2);
  const pale = Math.max(0, amount * 2 - 1);
  return colour.map((part) => part * brighten + (1 - part * brighten) * pale) as unknown as Triple;
}

function darkened(colour: Triple, amount: number): Triple {
  return colour.map((part) => part * (1 - amount)) as unknown as Triple;
}

const STEPS = 60;

/** The first of ever clearer shades that is clear enough on the papers. */
function clearEnough(
  colour: string,
  shade: (colour: Triple, amount: number) => Triple,
  papers: readonly string[],
  least: number,
): string {
  const from = toRgb(colour);
  for (let step = 0; step < STEPS; step += 1) {
    const found = toHex(shade(from, step / STEPS));
    if (contrastOn(papers, found) >= least) return found;
  }
  return toHex(shade(from, 1));
}

/** The colour as it stands on dark paper. */
export function onDarkPaper(colour: string): string {
  return clearEnough(colour, lightened, DARK_PAPERS, DARK_CONTRAST);
}

/** The colour of the stars, dark enough to write in. */
export function asText(colour: string): string {
  return clearEnough(colour, darkened, LIGHT_PAPERS, LEAST_TEXT + 1);
}

const written = (ratio: number) => (Math.floor(ratio * 10) / 10).toFixed(1).replace('.', ',');

/** Why a colour cannot have its role, in words; empty where it can. */
export function colourProblem(role: ColourRole, colour: string): string {
  const onPaper = contrastOn(LIGHT_PAPERS, colour);
  if (role === 'hoe')
    return onPaper >= LEAST_GRAPHIC
      ? ''
      : `Màu quá nhạt: sao vẽ bằng màu này chỉ có tương phản ${written(onPaper)}:1 với nền giấy sáng, cần ít nhất 3:1. Hãy chọn màu đậm hơn.`;
  const onButton = role === 'son' ? contrast(colour, ON_BRAND) : onPaper;
  const onDark = contrastOn(DARK_PAPERS, onDarkPaper(colour));
  const least = Math.min(onPaper, onButton, onDark);
  if (least >= LEAST_TEXT) return '';
  const where = onDark === least ? 'nền tối' : onPaper === least ? 'nền giấy sáng' : 'chữ trắng trên nút';
  return `Chữ khó đọc: tương phản với ${where} chỉ ${written(least)}:1, cần ít nhất 4,5:1. Hãy chọn màu đậm hơn.`;
}
