import { hanoiMidnight } from '#domain/rules/day.ts';
import { idOf, type NewRecord, type Plan } from '../plan.ts';
import type { Fictional } from './fixtures.ts';
import { areaId } from './programme.ts';
import { inCommune, type Setting } from './setting.ts';

type Lot = Fictional['lots'][number];

/** `2026-11-21 16:45` in Hanoi as PocketBase keeps an instant. */
export function hanoiTimeToInstant(time: string): string {
  const [day = '', clock = '00:00'] = time.split(' ');
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return new Date(hanoiMidnight(day) + (hours * 60 + minutes) * 60_000).toISOString().replace('T', ' ');
}

function lotId(lot: Lot): string {
  return idOf('lots', lot.lot_number ?? '');
}

function lotRecord(lot: Lot): NewRecord {
  const { product, pack, areas = [], events: _events, expected_verdict: _verdict, ...fields } = lot;
  return {
    ...fields,
    id: lotId(lot),
    variant: idOf('pack_variants', `${product} ${pack}`),
    areas: areas.map(areaId),
    recalled_at: fields.recalled_at === undefined ? '' : hanoiTimeToInstant(fields.recalled_at),
    demonstration: true,
  };
}

function eventsOf(lot: Lot, { fictional, communeOfProducer }: Setting): NewRecord[] {
  const producer = fictional.products.find((each) => each.key === lot.product)?.producer ?? '';
  const commune = communeOfProducer(producer);
  const { gln = '' } = fictional.producers.find((each) => each.key === producer) ?? {};
  return (lot.events ?? []).map((event, index) => ({
    ...event,
    id: idOf('trace_events', `${lot.lot_number} ${index}`),
    lot: lotId(lot),
    area: event.area === undefined ? '' : areaId(event.area),
    place: inCommune(event.place, commune),
    commune: commune.id,
    location_code: gln,
    demonstration: true,
  }));
}

/** The fictional lots and their production diaries. */
export function lotsPlan(setting: Setting): Plan {
  const { lots } = setting.fictional;
  return { lots: lots.map(lotRecord), trace_events: lots.flatMap((lot) => eventsOf(lot, setting)) };
}
