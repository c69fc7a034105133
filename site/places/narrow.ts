/** Which items of a list a visitor's choices leave, and how the address says the choices. */

/** Parameter → chosen value; what is not chosen is not in it. */
export type Choices = ReadonlyMap<string, string>;

/** Longest value that an address is believed. */
const LONGEST = 120;

/** The choices of an address; of parameters that the list does not know nothing is taken. */
export function choicesFrom(parameters: URLSearchParams, names: readonly string[]): Map<string, string> {
  const chosen = new Map<string, string>();
  for (const name of names) {
    const value = (parameters.get(name) ?? '').trim().slice(0, LONGEST);
    if (value !== '') chosen.set(name, value);
  }
  return chosen;
}

/** The query part of an address, with its question mark; empty where nothing is chosen. */
export function choicesToAddress(chosen: Choices): string {
  const parameters = new URLSearchParams([...chosen]);
  return chosen.size === 0 ? '' : `?${parameters}`;
}

/** Whether an item has every chosen value; `valuesOf` gives its values for a parameter, separated by spaces. */
export function isLeft(valuesOf: (name: string) => string, chosen: Choices): boolean {
  return [...chosen].every(([name, value]) => valuesOf(name).split(' ').includes(value));
}
