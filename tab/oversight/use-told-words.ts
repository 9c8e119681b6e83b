import type { NoteReader } from '../../concerns/records/event-record.ts';
import type { Outcome } from '../parts/sending.ts';
import { type Result, useTab } from '../parts/tab-context.ts';
import { withWords } from '../parts/with-words.ts';
import { useKeys } from '../seals/keys-context.tsx';
import { sealWords } from '../seals/seal-words.ts';

type Words = { readonly for: 'oversight'; readonly sealed: string };

export function useToldWords(): (reason: string, send: (words: Words) => Promise<Result<unknown>>) => Promise<Outcome> {
  const { call } = useTab();
  const keys = useKeys();
  // About a case of the unit, by a reserve officer, who can compare the reserve's key alone.
  const sealing = {
    people: () => call('keys.people', {}),
    keys,
    record: { handledBy: 'acu' },
    holds: 'reserve',
  } as const;
  return async (reason, send) => {
    const sealer = { seal: (reader: NoteReader, text: string) => sealWords(sealing, reader, text) };
    const sent = await withWords(sealer, 'oversight', reason, send);
    return sent.ok ? { kind: 'saved', isNew: true } : { kind: 'refused', refusal: sent.refusal };
  };
}
