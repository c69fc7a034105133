/** The present instant, in milliseconds since 1970. Tests of midnight shift it by OCOP_CLOCK_SHIFT milliseconds. */
export function now(): number {
  return Date.now() + Number(process.env['OCOP_CLOCK_SHIFT'] ?? 0);
}
