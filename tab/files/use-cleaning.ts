import { useCallback, useEffect, useRef, useState } from 'react';
import type { CleanCopy } from './clean-copy.ts';
import { cleanFile } from './clean-file.ts';
import type { FileRefusal } from './refused.ts';

/** Where a chosen file stands: none, being cleaned, cleaned, or not taken. */
export type Chosen =
  | { readonly at: 'none' }
  | { readonly at: 'cleaning'; readonly page: { readonly number: number; readonly of: number } | undefined }
  | { readonly at: 'there'; readonly copy: CleanCopy; readonly original: Blob }
  | { readonly at: 'refused'; readonly why: FileRefusal };

/** Cleans one file after the other, each in its own worker; another takes the place of one that is under way. */
export function useCleaning() {
  const [chosen, setChosen] = useState<Chosen>({ at: 'none' });
  const under = useRef<AbortController>(undefined);
  const stop = useCallback(() => {
    under.current?.abort();
    under.current = undefined;
    setChosen({ at: 'none' });
  }, []);
  useEffect(() => () => under.current?.abort(), []);
  const choose = useCallback(async (file: File): Promise<void> => {
    under.current?.abort();
    const mine = new AbortController();
    under.current = mine;
    setChosen({ at: 'cleaning', page: undefined });
    const cleaned = await cleanFile(file, {
      signal: mine.signal,
      onPage: (number, of) => under.current === mine && setChosen({ at: 'cleaning', page: { number, of } }),
    });
    if (under.current !== mine || cleaned.kind === 'stopped') return;
    under.current = undefined;
    if (cleaned.kind === 'refused') setChosen({ at: 'refused', why: cleaned.why });
    else setChosen({ at: 'there', copy: cleaned.copy, original: file });
  }, []);
  const refuse = useCallback((why: FileRefusal) => setChosen({ at: 'refused', why }), []);
  return { chosen, choose, stop, refuse };
}
