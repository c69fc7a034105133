/** Per cent to one place, half up: one rule for every share, on pages and in reports. Nothing of nothing is 0. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10;
}
