import { describe, expect, it } from '@jest/globals';
import { digestOfSeal } from '../../../core/model/digests.ts';
import { decryptNotes } from '../../../tab/case/decrypt-notes.ts';
import { createCaseView } from '../../support/tab/case-view.ts';

const note = (sealed: string) => ({ for: 'handlers', sealed }) as const;
const { events } = createCaseView({}, [
  { kind: 'sanitised', note: note('QQ==') },
  { kind: 'noted', note: note('Qg==') },
]);

describe('the words of handlers that are opened in a page', () => {
  it('are found by the digest of the seal that was opened, whatever digest stands beside it', async () => {
    const [, text] = events;
    const swapped = events.map((event) =>
      event === text && event.note ? { ...event, note: { ...event.note, sealed: 'Qg==' } } : event,
    );
    const { textsByDigest } = await decryptNotes(swapped, async (sealed) => atob(sealed));
    // Nobody can sign off, as the first text, another one that was handed out in its place.
    expect(textsByDigest.get(digestOfSeal('QQ=='))).toBeUndefined();
    expect([...textsByDigest]).toEqual([[digestOfSeal('Qg=='), 'B']]);
  });
});
