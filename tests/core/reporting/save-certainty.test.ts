import { describe, expect, it } from '@jest/globals';
import { isCertainlyUnsaved } from '../../../core/reporting/submit-report.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import { SealError } from '../../../core/ports/seal.ts';

const full = new StoreError('full');

describe('a write that failed', () => {
  it.each([full, new StoreError('busy'), new StoreError('readOnly'), new SealError('noRecipient')])(
    'certainly left nothing where its error and the store say so: %s',
    async (error) => {
      expect(await isCertainlyUnsaved(error, async () => false)).toBe(true);
    },
  );

  it('is doubtful where an earlier press had saved it', async () => {
    expect(await isCertainlyUnsaved(full, async () => true)).toBe(false);
  });

  it('is doubtful where the store cannot be asked', async () => {
    const unasked = () => Promise.reject(new StoreError('unavailable'));
    expect(await isCertainlyUnsaved(full, unasked)).toBe(false);
  });

  it.each([new StoreError('unknown'), new Error('of something else'), 'no error'])(
    'is doubtful whatever the store says where it may yet be written: %s',
    async (error) => {
      expect(await isCertainlyUnsaved(error, async () => false)).toBe(false);
    },
  );
});
