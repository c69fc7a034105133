import { fairCalendar } from '#site/records/fairCalendar.ts';

/** The fairs as a calendar file that phones and computers subscribe to. */
export function GET(): Response {
  return new Response(fairCalendar('vi'), { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
}
