/** Protected files as they can be shown: with a token that holds for a while. */
import { useQuery } from '@tanstack/react-query';
import { fileAddress, fileToken, isPicture } from '../api/media.ts';
import type { AnyRecord } from '../api/records.ts';
import { presentations } from '../nouns.ts';
import type { Shown } from '../ui/PicturesField.tsx';

/** Tokens hold three minutes; one is asked for every two. */
const TOKEN_MS = 120_000;

/** A token for protected files; empty until it has come. */
export function useFileToken(isNeeded: boolean): string {
  const token = useQuery({
    queryKey: ['file-token'],
    queryFn: fileToken,
    enabled: isNeeded,
    staleTime: TOKEN_MS,
    refetchInterval: TOKEN_MS,
  });
  return token.data ?? '';
}

export function shownMedia(media: AnyRecord, token: string): Shown {
  const href = token === '' ? '' : fileAddress(media, token);
  return { id: media.id, alt: presentations.media.title(media), href, src: isPicture(media) ? href : '' };
}
