import PocketBase from 'pocketbase';

/** The one connection to PocketBase, on the address that served this page. TanStack Query decides what is asked twice. */
export const pocketbase = new PocketBase(window.location.origin);
pocketbase.autoCancellation(false);
