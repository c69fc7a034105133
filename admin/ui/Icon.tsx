/** Line drawings of 24 × 24, two units thick; decoration beside words, hence hidden from readers. */
const DRAWINGS = {
  home: 'M4 11l8-7 8 7v9h-5v-6H9v6H4z',
  product: 'M5 9h14v11H5zM8 9V5h8v4M9 13h6',
  producer: 'M4 20V9l8-5 8 5v11M9 20v-6h6v6',
  decision: 'M6 3h9l4 4v14H6zM15 3v4h4M9 12h6M9 16h6',
  star: 'M12 4l2.4 5 5.6.7-4.1 3.8 1.1 5.5-5-2.8-5 2.8 1.1-5.5L4 9.7 9.6 9z',
  lot: 'M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8',
  shop: 'M4 10h16v10H4zM4 10l2-6h12l2 6M9 20v-6h6v6',
  fair: 'M4 6h16v14H4zM4 10h16M8 3v5M16 3v5',
  certificate: 'M5 4h14v11H5zM9 8h6M9 11h4M9 15v6l3-2 3 2v-6',
  floor: 'M4 6h2l3 10h9l2-7H7M10 20h.01M17 20h.01',
  figure: 'M5 20V10M12 20V4M19 20v-7M3 20h18',
  place: 'M12 21c-4-5-6-8-6-11a6 6 0 1112 0c0 3-2 6-6 11zM12 8v4',
  picture: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15 9h.01',
  settings: 'M4 7h10M18 7h2M4 17h2M10 17h10M14 5v4M6 15v4',
  people: 'M9 11a3 3 0 100-6 3 3 0 000 6zM3 20c0-4 3-6 6-6s6 2 6 6M16 5a3 3 0 010 6M18 14c2 1 3 3 3 6',
  ledger: 'M6 3h12v18H6zM9 3v18M12 8h3M12 12h3',
  publish: 'M12 20V6M6 12l6-6 6 6M5 3h14',
  search: 'M11 18a7 7 0 100-14 7 7 0 000 14zM16 16l5 5',
  add: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6L6 18',
  menu: 'M4 7h16M4 12h16M4 17h16',
  down: 'M6 9l6 6 6-6',
  up: 'M6 15l6-6 6 6',
  back: 'M15 6l-6 6 6 6',
  forward: 'M9 6l6 6-6 6',
  check: 'M5 13l5 5 9-11',
  warning: 'M12 4l9 16H3zM12 10v5M12 17.5v.5',
  stop: 'M8 3h8l5 5v8l-5 5H8l-5-5V8zM12 7v6M12 16v.5',
  waiting: 'M12 21a9 9 0 100-18 9 9 0 000 18zM12 7v5l3 3',
  history: 'M4 5v5h5M4.5 10a8 8 0 111 5M12 8v4l3 2',
  restore: 'M5 8h9a5 5 0 010 10H8M9 4L5 8l4 4',
  turning: 'M12 3a9 9 0 109 9',
  outside: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  remove: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
  paper: 'M6 3h9l4 4v14H6zM15 3v4h4',
  out: 'M10 4H5v16h5M14 8l4 4-4 4M18 12H9',
} as const;

export type IconName = keyof typeof DRAWINGS;

/** A small drawing; `size` in CSS pixels. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      className={`flex-none ${name === 'turning' ? 'turning' : ''}`}
      fill="none"
      height={size}
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth="2"
      viewBox="0 0 24 24"
      width={size}
    >
      <path d={DRAWINGS[name]} />
    </svg>
  );
}
