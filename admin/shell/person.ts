import { createContext, useContext } from 'react';
import type { Person } from '../api/heldSession.ts';

/** Who is signed in. Screens are drawn only inside it. */
export const PersonContext = createContext<Person | null>(null);

export function usePerson(): Person {
  const person = useContext(PersonContext);
  if (person === null) throw new Error('a screen outside of a session');
  return person;
}
