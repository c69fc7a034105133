import { randomInt } from 'node:crypto';

/** Without signs that are read or typed wrongly. */
const SIGNS = 'abcdefghijkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** A password that can be read off a screen and typed: 16 signs in groups, 80 bits. */
export function newPassword(): string {
  const group = () => Array.from({ length: GROUP_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
