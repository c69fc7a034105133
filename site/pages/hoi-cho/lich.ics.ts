import { fairCalendar } from '#site/records/fairCalendar.ts';

/** The fairs as a calendar file that phones and computers subscribe to. */
export const GET = (): Response => fairCalendar('vi');
