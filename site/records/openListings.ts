import type { PublicListing, PublicProduct } from '#domain/snapshot.ts';
import { byId, related } from '#site/snapshot.ts';
import { isOpen } from './visible.ts';

/** A shop of a product, with the floor it is on. */
export interface OpenListing extends PublicListing {
  platformName: string;
}

/** A product's shops that are there still, on floors that are. */
export function openListings(product: PublicProduct): OpenListing[] {
  return related('listings', 'product', product.id).flatMap((listing) => {
    const platform = byId('platforms', listing.platform);
    if (platform === undefined || !isOpen(platform) || !isOpen(listing)) return [];
    return [{ ...listing, platformName: platform.name }];
  });
}
