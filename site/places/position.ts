/** Where the device is; asked only when somebody pressed for it, kept nowhere. */
import type { PlacePoint } from '#domain/rules/place.ts';

export type PositionProblem = 'refused' | 'unavailable' | 'unsupported';

export interface Position extends PlacePoint {
  /** Metres within which the device is sure. */
  accuracy: number;
}

/** Long enough for a satellite fix, short enough to wait for. */
const TIMEOUT_MS = 15_000;
/** A position of the last minutes is as good. */
const MAXIMUM_AGE_MS = 120_000;
const PERMISSION_DENIED = 1;

/** The device's position, or why there is none. */
export function askPosition(): Promise<Position | PositionProblem> {
  return new Promise((answer) => {
    if (!('geolocation' in navigator)) return answer('unsupported');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => answer({ lon: coords.longitude, lat: coords.latitude, accuracy: coords.accuracy }),
      ({ code }) => answer(code === PERMISSION_DENIED ? 'refused' : 'unavailable'),
      { timeout: TIMEOUT_MS, maximumAge: MAXIMUM_AGE_MS },
    );
  });
}
