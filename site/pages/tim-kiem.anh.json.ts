import { catalogue } from '#site/records/catalogue.ts';
import { faceOf } from '#site/records/picture.ts';

/** Pictures of the products, in the order of tim-kiem.json; empty where a print stands in. */
export function GET(): Response {
  const pictures = catalogue().map(({ product }) => {
    const { address, isPrint } = faceOf(product);
    return isPrint ? '' : address;
  });
  return new Response(JSON.stringify(pictures), { headers: { 'content-type': 'application/json' } });
}
