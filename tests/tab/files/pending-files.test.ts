import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { generateHybridIdentity, identityToRecipient } from 'age-encryption';
import * as fc from 'fast-check';
import type { CaseCredential } from '../../../core/ports/intake.ts';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import { contentInMemory } from '../../../core/model/file-content.ts';
import { digestOfFile } from '../../../core/model/file-limits.ts';
import { generateReturnCode } from '../../../core/model/return-code.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import type { HandledBy } from '../../../core/model/handled-by.ts';
import { decryptWholeFile } from '../../support/files/decrypt-file.ts';
import type { CleanCopy } from '../../../tab/files/clean-copy.ts';
import { type CleanResult, cleanFile } from '../../../tab/files/clean-file.ts';
import { createPendingFiles, type PendingFiles } from '../../../tab/files/pending-files.ts';
import { createFaultyUpload, type UploadFault, type FaultyUpload } from '../../support/files/faulty-upload.ts';
import { waitUntilReady } from '../../support/files/wait-until-ready.ts';
import { waitFor } from '../../support/journeys/wait-for.ts';

const keys: Record<HandledBy, string> = { acu: '', reserve: '' };
const lines: Record<HandledBy, string> = { acu: '', reserve: '' };
beforeAll(async () => {
  for (const group of ['acu', 'reserve'] as const) {
    keys[group] = await generateHybridIdentity();
    lines[group] = await identityToRecipient(keys[group]);
  }
});

const claimOf = (): CaseCredential => ({ caseId: deriveCaseId(generateReturnCode(randomBytes)), mailbox: 'a mailbox' });
const filled = (length: number, by = 7): Uint8Array => Uint8Array.from({ length }, (_one, at) => (at * by) % 251);
const clean = { type: 'image/jpeg', content: filled(600_000) } as const;
const asItWas = { type: 'image/jpeg', content: filled(40_000, 11) } as const;

function heldOn(mishaps: readonly UploadFault[] = []): { readonly held: PendingFiles; readonly wire: FaultyUpload } {
  const transport = createFaultyUpload(mishaps.values());
  const held = createPendingFiles({
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    wait: () => Promise.resolve(),
  });
  held.setDestination({ transport, getRecipients: (to) => [lines[to]] });
  return { held, wire: transport };
}
const tick = (): Promise<void> => new Promise((done) => setImmediate(done));
interface Added {
  readonly name: string;
  readonly clean: { readonly type: 'image/jpeg' | 'text/plain'; readonly content: Uint8Array };
  readonly original?: typeof asItWas;
}
const copyOf = ({ clean: { type, content } }: Added): CleanCopy => ({
  type,
  content: contentInMemory(content),
  preview: new Uint8Array(content),
  pages: [],
  metadata: [],
  sourceType: type,
});
/** Chooses a file, and waits until it is ready or refused. Is whether it was added. */
async function add(held: PendingFiles, added: Added): Promise<boolean> {
  const id = held.add(new Blob([new Uint8Array(added.original?.content ?? added.clean.content)]), {
    clean: async () => ({ kind: 'copy', copy: copyOf(added) }),
    createName: () => added.name,
  });
  const at = () => held.view().files.find((file) => file.id === id)?.at;
  await waitFor('the file is clean', () => (at() === 'cleaning' ? undefined : true));
  if (added.original) await held.setOriginal(id, true);
  return at() === 'ready';
}
/** Adds a file whose bytes come as they are given. Is its id. */
async function addSlow(held: PendingFiles, read: () => Promise<ArrayBuffer>): Promise<string> {
  const file = new Blob(['x']);
  file.arrayBuffer = read;
  const id = held.add(file, {
    clean: async () => ({ kind: 'copy', copy: copyOf({ name: '', clean }) }),
    createName: () => 'Photo 1',
  });
  await waitUntilReady(held);
  return id;
}
/** A file that is on the device by name alone, and whose place elsewhere does not answer. */
function emptyPlace(): Blob {
  const file = new Blob(['x']);
  file.arrayBuffer = () => new Promise(() => undefined);
  file.slice = () => file;
  return file;
}
async function expectThere(
  { held, wire }: ReturnType<typeof heldOn>,
  claim: CaseCredential,
  to: HandledBy,
): Promise<void> {
  for (const { id, digest, bytes } of held.list()) {
    const sealed = wire.whole(claim, id);
    if (sealed === undefined) throw new Error('a file is not there');
    const content = await decryptWholeFile(sealed, { caseId: claim.caseId, id }, { identities: [keys[to]] });
    expect({ digest: digestOfFile(content), bytes: content.length }).toEqual({ digest, bytes });
  }
}

describe('files that are held in the page', () => {
  it('send nothing before they are handed in, and then stand whole, sealed to those who handle the case', async () => {
    const on = heldOn();
    await add(on.held, { name: 'Photo 1', clean });
    await add(on.held, { name: 'Text 1', clean: { type: 'text/plain', content: filled(20) } });
    expect(on.wire.sent()).toBe(0);
    const claim = claimOf();
    const kept = await on.held.upload(claim, 'acu');
    expect(kept).toEqual(on.held.list().map(({ id }, index) => ({ id, bytes: [1_048_576, 65_536][index] })));
    await expectThere(on, claim, 'acu');
    // What stands is not sent again.
    const before = on.wire.sent();
    expect(await on.held.upload(claim, 'acu')).toEqual(kept);
    expect(on.wire.sent()).toBe(before);
  });

  it('arrive whole in the end, whatever is lost on the way, doubled or torn, and however often it stops', async () => {
    const mishap = fc.constantFrom<UploadFault>('lostAnswer', 'neverComes', 'comesTwice', 'none');
    await fc.assert(
      fc.asyncProperty(fc.array(mishap, { maxLength: 60 }), async (mishaps) => {
        const on = heldOn(mishaps);
        await add(on.held, { name: 'Photo 1', clean });
        const claim = claimOf();
        const sending = () => on.held.upload(claim, 'reserve').catch(() => undefined);
        let kept = await sending();
        for (let tries = 0; kept === undefined && tries < 20; tries += 1) {
          expect(on.held.view().stopReason).toBe('noAnswer');
          kept = await sending();
        }
        expect(kept).toHaveLength(1);
        expect(on.held.view()).toMatchObject({ stopReason: undefined, sending: undefined });
        await expectThere(on, claim, 'reserve');
      }),
      { numRuns: process.env.SLOW ? 300 : 25 },
    );
  });

  it('are not sent while nobody has played a recording that holds what was cut out of it', async () => {
    const { held } = heldOn();
    const copy = { ...copyOf({ name: '', clean }), uncoveredSeconds: 1.3 };
    const id = held.add(new Blob(['x']), { clean: async () => ({ kind: 'copy', copy }), createName: () => 'Video 1' });
    await waitUntilReady(held);
    expect(held.readiness()).toBe('unplayed');
    expect(held.view().files).toMatchObject([{ needsPlaying: true }]);
    held.stop('unplayed');
    held.markUnplayable(id);
    expect(held.readiness()).toBe('unplayed');
    expect(held.view()).toMatchObject({ stopReason: 'unplayed', files: [{ needsPlaying: true, isUnplayable: true }] });
    held.markPlayed(id);
    held.markUnplayable(id);
    expect(held.readiness()).toBe('ready');
    expect(held.view()).toMatchObject({ stopReason: undefined, files: [{ needsPlaying: false }] });
    held.remove(id);
    expect(held.readiness()).toBe('none');
  });

  it('are sealed anew for another case, for others who handle it, and where the server lost them', async () => {
    const on = heldOn();
    await add(on.held, { name: 'Photo 1', clean });
    const claim = claimOf();
    await on.held.upload(claim, 'acu');
    await on.held.upload(claim, 'reserve');
    await expectThere(on, claim, 'reserve');
    const other = claimOf();
    await on.held.upload(other, 'acu');
    await expectThere(on, other, 'acu');
    on.wire.lose(on.held.list()[0]?.id ?? '');
    on.held.onMissing();
    await on.held.upload(other, 'acu');
    await expectThere(on, other, 'acu');
  });

  it('go under another name where one is named already for others, once they are handed in again', async () => {
    const on = heldOn();
    await add(on.held, { name: 'Photo 1', clean });
    const claim = claimOf();
    await on.held.upload(claim, 'acu');
    const before = on.held.list()[0]?.id ?? '';
    on.wire.name(before);
    await expect(on.held.upload(claim, 'reserve')).rejects.toMatchObject({ code: 'unavailable' });
    expect(on.held.list()[0]?.id).not.toBe(before);
    await on.held.upload(claim, 'reserve');
    await expectThere(on, claim, 'reserve');
    expect(on.wire.whole(claim, before)).toBeDefined();
  });

  it('go as they were only by choice, and never where no identity is kept, which a change of mind brings back', async () => {
    const on = heldOn();
    await add(on.held, { name: 'Photo 1', clean, original: asItWas });
    const named = () => on.held.list().map(({ bytes, isOriginal }) => ({ bytes, isOriginal }));
    expect(named()).toEqual([{ bytes: clean.content.length, isOriginal: false }]);
    expect(on.held.view().files[0]).toMatchObject({ isOriginal: false, isOriginalWithheld: true });
    on.held.allowOriginals(true);
    expect(named()).toEqual([{ bytes: asItWas.content.length, isOriginal: true }]);
    const claim = claimOf();
    await on.held.upload(claim, 'acu');
    on.held.allowOriginals(false);
    await on.held.upload(claim, 'acu');
    expect(named()).toEqual([{ bytes: clean.content.length, isOriginal: false }]);
    await expectThere(on, claim, 'acu');
    expect(on.wire.storedFiles()).toBe(1);
  });

  it('are called off between two parts, keep what stands, and go on there', async () => {
    const on = heldOn();
    await add(on.held, { name: 'Photo 1', clean });
    const claim = claimOf();
    const stop = on.held.subscribe(() => {
      if (on.held.view().sending?.done === 2) on.held.cancelUpload();
    });
    await expect(on.held.upload(claim, 'acu')).rejects.toMatchObject({ code: 'unavailable' });
    stop();
    expect(on.held.view()).toMatchObject({ stopReason: 'calledOff', sending: undefined });
    expect(on.wire.sent()).toBe(2 * 262_144);
    await on.held.upload(claim, 'acu');
    expect(on.wire.sent()).toBe(1_048_576);
    await expectThere(on, claim, 'acu');
  });

  it('are five at most, and leave nothing behind where they are taken away', async () => {
    const on = heldOn();
    const content = filled(10);
    for (const place of [1, 2, 3, 4, 5])
      expect(await add(on.held, { name: `Text ${place}`, clean: { type: 'text/plain', content } })).toBe(true);
    expect(await add(on.held, { name: 'Text 6', clean: { type: 'text/plain', content } })).toBe(false);
    await on.held.upload(claimOf(), 'acu');
    expect(on.wire.storedFiles()).toBe(5);
    on.held.remove(on.held.list()[0]?.id ?? '');
    on.held.clear();
    await Promise.resolve();
    await tick();
    expect(on.wire.storedFiles()).toBe(0);
    expect(on.held.list()).toEqual([]);
  });

  it('take the room of what an earlier page left behind, and of nothing that is named', async () => {
    const on = heldOn();
    const claim = claimOf();
    const short = { type: 'text/plain', content: filled(20) } as const;
    // A page that ended before its words were sent, with as many files as fit.
    const before = createPendingFiles({
      random: (bytes) => new Uint8Array(randomBytes(bytes)),
      wait: async () => undefined,
    });
    before.setDestination({ transport: on.wire, getRecipients: (to) => [lines[to]] });
    for (const number of [1, 2, 3, 4, 5]) await add(before, { name: `Text ${number}`, clean: short });
    const left = await before.upload(claim, 'acu');
    on.wire.name(left[0]?.id ?? '');
    for (const number of [1, 2]) await add(on.held, { name: `Text ${number}`, clean: short });
    await on.held.upload(claim, 'acu');
    await expectThere(on, claim, 'acu');
    expect(left.map(({ id }) => on.wire.whole(claim, id) !== undefined)).toEqual([true, false, false, false, false]);
  });

  it('say that there is no room for more, and hand nothing in', async () => {
    const on = heldOn();
    on.held.setDestination({
      transport: { ...on.wire, sendPart: () => Promise.resolve('full') },
      getRecipients: (to) => [lines[to]],
    });
    await add(on.held, { name: 'Photo 1', clean });
    await expect(on.held.upload(claimOf(), 'acu')).rejects.toMatchObject({ code: 'unavailable' });
    expect(on.held.view().stopReason).toBe('full');
  });

  it('are held from the moment in which they are chosen, and are not ready before their copy is made', async () => {
    const { held } = heldOn();
    const answers: ((cleaned: CleanResult) => void)[] = [];
    const how = {
      clean: () => new Promise<CleanResult>((resolve) => answers.push(resolve)),
      createName: (_was: unknown, number: number) => `File ${number}`,
    };
    const chosen = [1, 2, 3].map(() => held.add(new Blob(['x']), how));
    expect(held.readiness()).toBe('notReady');
    expect(held.view().files.map(({ at }) => at)).toEqual(['cleaning', 'cleaning', 'cleaning']);
    const answer = async (cleaned: CleanResult): Promise<void> => {
      await waitFor('a file is opened', () => (answers.length === 0 ? undefined : true));
      answers.shift()?.(cleaned);
      await tick();
    };
    // One is removed while it is made: it does not come back.
    await waitFor('a file is opened', () => (answers.length === 0 ? undefined : true));
    held.remove(chosen[0] ?? '');
    await answer({ kind: 'copy', copy: copyOf({ name: '', clean }) });
    await answer({ kind: 'copy', copy: copyOf({ name: '', clean }) });
    await answer({ kind: 'refused', why: 'locked' });
    expect(held.view().files).toMatchObject([
      { id: chosen[1], at: 'ready' },
      { id: chosen[2], at: 'refused', why: 'locked' },
    ]);
    expect(held.readiness()).toBe('refused');
    // Its person answers by choosing another.
    await add(held, { name: 'Text 1', clean: { type: 'text/plain', content: filled(3) } });
    expect(held.view().files.map(({ at }) => at)).toEqual(['ready', 'ready']);
    expect(held.readiness()).toBe('ready');
  });

  it('have a number each, also if an earlier one was removed', async () => {
    const { held } = heldOn();
    const how = {
      clean: async (): Promise<CleanResult> => ({ kind: 'copy', copy: copyOf({ name: '', clean }) }),
      createName: (_was: unknown, number: number) => `Photo ${number}`,
    };
    const [first = ''] = [1, 2].map(() => held.add(new Blob(['x']), how));
    await waitUntilReady(held);
    held.remove(first);
    held.add(new Blob(['x']), how);
    await waitUntilReady(held);
    expect(held.list().map(({ name }) => name)).toEqual(['Photo 2', 'Photo 3']);
  });

  it('are refused where what opens them breaks, and the next is opened still', async () => {
    const { held } = heldOn();
    held.add(new Blob(['x']), { clean: () => Promise.reject(new Error('no worker')), createName: () => 'File 1' });
    await waitUntilReady(held);
    expect(held.view().files).toMatchObject([{ why: 'notLoaded' }]);
    expect(await add(held, { name: 'Photo 1', clean })).toBe(true);
  });

  it('go as the clean copy where the file on the device cannot be read any more, and say so', async () => {
    const { held } = heldOn();
    held.allowOriginals(true);
    const gone = new Blob(['x']);
    gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
    const id = held.add(gone, {
      clean: async () => ({ kind: 'copy', copy: copyOf({ name: '', clean }) }),
      createName: () => 'Photo 1',
    });
    await waitUntilReady(held);
    const asked = held.setOriginal(id, true);
    expect(held.readiness()).toBe('notReady');
    expect(await asked).toBe(false);
    expect(held.list()).toMatchObject([{ isOriginal: false, bytes: clean.content.length }]);
  });

  it('go as they were last chosen to, though a choice of before is read last', async () => {
    const { held } = heldOn();
    held.allowOriginals(true);
    const reads: ((bytes: ArrayBuffer) => void)[] = [];
    const id = await addSlow(held, () => new Promise<ArrayBuffer>((resolve) => reads.push(resolve)));
    const shown = () => held.view().files[0];
    const first = held.setOriginal(id, true);
    expect(shown()).toMatchObject({ isOriginal: false, isOriginalChosen: true });
    const second = held.setOriginal(id, false);
    expect(shown()).toMatchObject({ isOriginalChosen: false });
    reads[0]?.(new ArrayBuffer(9));
    expect(await Promise.all([first, second])).toEqual([true, true]);
    expect(held.list()).toMatchObject([{ isOriginal: false, bytes: clean.content.length }]);
    // And the other way round: of two reads the last counts, and is waited for.
    const third = held.setOriginal(id, true);
    void held.setOriginal(id, false);
    const last = held.setOriginal(id, true);
    reads[1]?.(new ArrayBuffer(7));
    await third;
    expect(held.readiness()).toBe('notReady');
    reads[2]?.(new ArrayBuffer(5));
    expect(await last).toBe(true);
    expect(held.readiness()).toBe('ready');
    expect(held.list()).toMatchObject([{ isOriginal: true, bytes: 5 }]);
  });

  it('can be taken away, or go as the clean copy, while the device gives nothing of them', async () => {
    const { held } = heldOn();
    held.allowOriginals(true);
    const never = () => new Promise<ArrayBuffer>(() => undefined);
    const id = await addSlow(held, never);
    const asked = held.setOriginal(id, true);
    expect(held.readiness()).toBe('notReady');
    await held.setOriginal(id, false);
    expect(held.readiness()).toBe('ready');
    expect(await asked).toBe(true);
    const again = held.setOriginal(id, true);
    held.remove(id);
    expect(await again).toBe(true);
    expect(held.view().files).toEqual([]);
  });

  it('hold up no other where one gives nothing and is taken away', async () => {
    const { held } = heldOn();
    const stuck = held.add(emptyPlace(), { clean: cleanFile, createName: () => 'Photo 1' });
    await tick();
    held.remove(stuck);
    const next = held.add(new Blob(['x']), {
      clean: async () => ({ kind: 'copy', copy: copyOf({ name: '', clean }) }),
      createName: () => 'Photo 2',
    });
    for (let ticks = 0; ticks < 20; ticks += 1) await tick();
    expect(held.view().files).toMatchObject([{ id: next, at: 'ready' }]);
  });

  it('are refused where nothing of one comes for too long', async () => {
    const { held } = heldOn();
    const patient: typeof cleanFile = (file, cleaning) => cleanFile(file, { ...cleaning, timeoutMs: 1 });
    held.add(emptyPlace(), { clean: patient, createName: () => 'Photo 1' });
    await waitUntilReady(held);
    expect(held.view().files).toMatchObject([{ at: 'refused', why: 'tooLong' }]);
  });

  it('are refused if one changed since it was chosen, and nothing of it stands or is claimed', async () => {
    const { held, wire } = heldOn();
    const content = { ...contentInMemory(clean.content), stream: contentInMemory(filled(600_000, 9)).stream };
    held.add(new Blob(['x']), {
      clean: async () => ({ kind: 'copy', copy: { ...copyOf({ name: '', clean }), content, preview: undefined } }),
      createName: () => 'Film 1',
    });
    await waitUntilReady(held);
    await add(held, { name: 'Photo 2', clean });
    await expect(held.upload(claimOf(), 'acu')).rejects.toThrow(StoreError);
    expect(held.view()).toMatchObject({
      stopReason: 'refused',
      files: [{ name: 'Film 1', at: 'refused', why: 'changed' }, { at: 'ready' }],
    });
    expect(held.readiness()).toBe('refused');
    await waitFor('its parts are dropped', () => wire.storedFiles() === 0 || undefined);
  });

  it('are read anew when they are sent, if an original is large', async () => {
    const { held, wire } = heldOn();
    held.allowOriginals(true);
    const large = filled(11_000_000);
    const id = held.add(new Blob([new Uint8Array(large)]), {
      clean: async () => ({ kind: 'copy', copy: copyOf({ name: '', clean }) }),
      createName: () => 'Photo 1',
    });
    await waitUntilReady(held);
    expect(await held.setOriginal(id, true)).toBe(true);
    const claim = claimOf();
    expect(await held.upload(claim, 'acu')).toEqual([{ id, bytes: 12 * 1_048_576 }]);
    await expectThere({ held, wire }, claim, 'acu');
  });
});

describe('a Word file with pictures', () => {
  const words: Added = { name: '', clean: { type: 'text/plain', content: filled(20) } };
  const choose = async (held: PendingFiles): Promise<string> => {
    const id = held.add(new Blob(['a Word file']), {
      clean: async () => ({
        kind: 'copy',
        copy: { ...copyOf(words), pictures: copyOf({ name: '', clean }) },
      }),
      createName: (_was, number, isPictures = false) => `${isPictures ? 'Pictures of document' : 'Document'} ${number}`,
    });
    await waitUntilReady(held);
    return id;
  };

  it('is two files, each with its own name, of which either may be removed', async () => {
    const { held } = heldOn();
    const id = await choose(held);
    expect(held.list().map(({ name, type }) => [name, type])).toEqual([
      ['Document 1', 'text/plain'],
      ['Pictures of document 1', 'image/jpeg'],
    ]);
    expect(new Set(held.list().map((file) => file.id)).size).toBe(2);
    held.allowOriginals(true);
    expect(held.view().files.map((file) => file.at === 'ready' && file.originalFits)).toEqual([true, false]);
    held.remove(id);
    expect(held.list().map(({ name }) => name)).toEqual(['Pictures of document 1']);
  });

  it('is not added without its pictures if there is room for its words alone', async () => {
    const { held } = heldOn();
    for (let file = 0; file < 4; file += 1) await add(held, { name: `${file}`, clean });
    await choose(held);
    expect(held.view().files.at(-1)).toMatchObject({ at: 'refused', why: 'noRoomForPictures' });
    expect(held.readiness()).toBe('refused');
    expect(held.list()).toHaveLength(4);
  });
});
