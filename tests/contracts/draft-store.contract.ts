import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { type OpenStore, withOpenStore } from '../support/contracts/open-store.ts';
import { createDraft, minutesFromNow, now } from '../support/contracts/records.ts';

/** What every DraftStore promises. */
export function draftStoreContract(name: string, open: OpenStore): void {
  describe(`DraftStore of ${name}`, () => {
    it(
      'gives a draft back whole',
      withOpenStore(open, async (store) => {
        const draft = createDraft(60, { sealed: randomBytes(48 * 1024).toString('base64') });
        await store.drafts.save(draft);
        expect(await store.drafts.read(draft.id, now)).toEqual(draft);
      }),
    );

    it(
      'keeps the later of two drafts of one name, with its own end',
      withOpenStore(open, async (store) => {
        const first = createDraft(60);
        const later = { ...first, sealed: 'bGF0ZXI=', expiresAt: minutesFromNow(90) };
        await store.drafts.save(first);
        await store.drafts.save(later);
        expect(await store.drafts.read(first.id, minutesFromNow(75))).toEqual(later);
      }),
    );

    it(
      'gives no draft that has expired, to the millisecond',
      withOpenStore(open, async (store) => {
        const draft = createDraft(60);
        await store.drafts.save(draft);
        expect(await store.drafts.read(draft.id, new Date(draft.expiresAt.getTime() - 1))).toEqual(draft);
        expect(await store.drafts.read(draft.id, draft.expiresAt)).toBeUndefined();
      }),
    );

    it(
      'removes a draft, and is silent where there is none',
      withOpenStore(open, async (store) => {
        const [draft, other] = [createDraft(60), createDraft(60)];
        await store.drafts.save(draft);
        await store.drafts.save(other);
        await store.drafts.remove(draft.id);
        await store.drafts.remove(draft.id);
        expect(await store.drafts.read(draft.id, now)).toBeUndefined();
        expect(await store.drafts.read(other.id, now)).toEqual(other);
      }),
    );

    it(
      'removes what has expired and nothing else',
      withOpenStore(open, async (store) => {
        const [gone, stays] = [createDraft(60), createDraft(61)];
        await store.drafts.save(gone);
        await store.drafts.save(stays);
        await store.drafts.removeExpired(gone.expiresAt);
        await store.drafts.removeExpired(gone.expiresAt);
        expect(await store.drafts.read(gone.id, now)).toBeUndefined();
        expect(await store.drafts.read(stays.id, now)).toEqual(stays);
      }),
    );

    it(
      'finds nothing under an unknown name',
      withOpenStore(open, async (store) => {
        expect(await store.drafts.read(randomBytes(16).toString('hex'), now)).toBeUndefined();
      }),
    );
  });
}
