/** Passwords that everybody tries first, of the list that zxcvbn-ts keeps current, as far as the rule of length leaves them. */
import { dictionary } from '@zxcvbn-ts/language-common';
import { fold } from '#domain/rules/fold.ts';
import { type CommonPasswords, SHORTEST_PASSWORD } from '#domain/rules/password.ts';
import { PROVINCES } from '../start/provinces.ts';

/** Of the list, the commonest first: these get a tail ("dragon2026!"). */
const TAILED = 5_000;

/** What people here add a tail to and the list, made of passwords of the whole world, does not have. */
const OURS = [
  'anhyeuem',
  'emyeuanh',
  'toiyeuem',
  'yeuthuong',
  'vietnam',
  'toiyeuvietnam',
  'xinchao',
  'khongbiet',
  'saigon',
];

const inLines = (words: readonly string[]) => `\n${[...new Set(words)].join('\n')}\n`;

/** For the rule of passwords in PocketBase's engine: two texts, each password between line breaks, folded. */
export function commonPasswords(): CommonPasswords {
  const all = dictionary['passwords-common'].map(fold);
  const provinces = Object.values(PROVINCES).map((name) => fold(name).replace(/[^a-z]/g, ''));
  const words = all.slice(0, TAILED).filter((word) => /^[a-z]{4,}$/.test(word));
  return {
    whole: inLines(all.filter((password) => password.length >= SHORTEST_PASSWORD)),
    words: inLines([...words, ...OURS, ...provinces]),
  };
}
