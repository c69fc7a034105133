import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { carryOut as send } from '../api/imports.ts';
import { failureOf } from '../api/messages.ts';
import { refreshAll } from '../record/queries.ts';

/** Writes an import or takes it back, and tells how that goes. */
export function useDeed(id: string, deed: 'apply' | 'undo') {
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const carryOut = async () => {
    setBusy(true);
    setProblem('');
    try {
      await send(id, deed);
    } catch (error) {
      setProblem(failureOf(error).message);
    } finally {
      await refreshAll(client);
      setBusy(false);
    }
  };
  return { carryOut, isBusy, problem };
}
