/** Where every sales point is and what it sells, compact: shipped as one file, asked for only by who looks for the nearest or for goods. */

/** `goods`: indexes of products. Longitude and latitude are 0 where nobody stated them. */
export type ShippedPlace = [
  slug: string,
  name: string,
  place: string,
  lon: number,
  lat: number,
  approximate: 0 | 1,
  goods: number[],
];

export interface PlaceRows {
  products: [slug: string, name: string][];
  places: ShippedPlace[];
}

/** The rows at an address; throws where they cannot be had. */
export async function loadRows(address: string): Promise<PlaceRows> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return (await answer.json()) as PlaceRows;
}
