/** The calendar of fairs in both languages, from the same records. */
import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SiteLanguage } from '#site/i18n/language.ts';
import { fixtureRecords } from '#tests/support/fixtureSite.ts';
import { readFromSnapshot } from './openDataFixture.ts';

const content = fixtureRecords({ public_address: 'https://ocop.example', province_en: 'Bac Ninh Province' });
const [coming, ...others] = content.fairs;
if (coming === undefined) throw new Error('the fixture has no fair');
const communes = content.communes.map((commune) =>
  commune.id === coming.commune ? { ...commune, name_en: 'Bac Giang Ward' } : commune,
);
const fairs = [{ ...coming, name_en: 'Year-end Fair', note: '' }, ...others];

let remove: () => void;
let calendar: typeof import('#site/records/fairCalendar.ts');
beforeAll(async () => {
  remove = readFromSnapshot({ ...content, communes, fairs });
  calendar = await import('#site/records/fairCalendar.ts');
});
afterAll(() => remove());

async function read(answer: Response) {
  const whole = new ICAL.Component(ICAL.parse(await answer.text()));
  const [event] = whole.getAllSubcomponents('vevent');
  const value = (name: string) => String(event?.getFirstPropertyValue(name));
  return {
    name: whole.getFirstPropertyValue('x-wr-calname'),
    uid: value('uid'),
    summary: value('summary'),
    location: value('location'),
    url: value('url'),
  };
}
const feed = (language: SiteLanguage) => read(calendar.fairCalendar(language));

test('an English calendar says in English what the record has in English, of the same event', async () => {
  const { uid } = await feed('vi');
  expect(await feed('en')).toEqual({
    name: 'OCOP fairs of Bac Ninh Province',
    uid,
    summary: 'Demonstration: Year-end Fair',
    location: 'Quảng trường Minh Họa, Bac Giang Ward',
    url: `https://ocop.example/en/hoi-cho/${coming.slug}`,
  });
});

test('a Vietnamese calendar stays Vietnamese', async () => {
  expect(await feed('vi')).toMatchObject({
    summary: `Minh họa: ${coming.name}`,
    location: 'Quảng trường Minh Họa, Phường Bắc Giang',
    url: `https://ocop.example/hoi-cho/${coming.slug}`,
  });
});

test('one fair has a file in each language', async () => {
  expect(calendar.fairEventPaths()).toContainEqual({ params: { slug: coming.slug } });
  for (const language of ['vi', 'en'] as const) {
    const { summary, url } = await feed(language);
    expect(await read(calendar.fairEvent(coming.slug, language))).toMatchObject({ summary, url });
  }
});
