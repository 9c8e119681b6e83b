import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseId } from '../../../core/model/case-id.ts';
import { releaseSeals } from '../../../core/casework/release-seals.ts';
import {
  type ExportRequest,
  exportCase,
  saveSanitisedText,
  signOffSanitisedText,
} from '../../../core/casework/export-case.ts';
import { assignCase } from '../../../core/casework/case-management.ts';
import { digestOfSeal } from '../../../core/model/digests.ts';
import {
  createAskedChange,
  createCasework,
  one,
  saveCase,
  readStoredCase,
  two,
  words,
} from '../../support/core/casework.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';

const core = setUpCore();
let caseId: CaseId;
beforeEach(async () => {
  caseId = await saveCase(core);
});

const on = () => createAskedChange(core, caseId);
const write = async (sealed = 'dGV4dA==', by = one) =>
  saveSanitisedText(createCasework(core), by, { ...(await on()), words: words(sealed) });
const sign = async (by = two, of = digestOfSeal('dGV4dA=='), confirmed?: number) =>
  signOffSanitisedText(createCasework(core), by, { ...(await on()), of, confirmed });
const open = (by = two) => releaseSeals(createCasework(core), caseId, by);
const leave = async (what: ExportRequest['what'], by = one, of = digestOfSeal('dGV4dA==')) =>
  exportCase(createCasework(core), by, {
    ...(await on()),
    what,
    ...(what === 'sanitised' && { of }),
    place: 'iopc',
    json: 'j'.repeat(43),
    pdf: 'p'.repeat(43),
    words: words('cmVtYXJr'),
  });

describe('the sanitised text of a case', () => {
  it('is sealed to all who handle the case, and stands by its digest', async () => {
    expect(await write()).toMatchObject({
      record: { sanitised: { digest: digestOfSeal('dGV4dA=='), by: 'handler-one' } },
    });
    const { events } = await readStoredCase(core, caseId);
    expect(events.at(-1)).toMatchObject({
      kind: 'sanitised',
      detail: { of: digestOfSeal('dGV4dA==') },
      note: { for: 'handlers', sealed: 'dGV4dA==', digest: digestOfSeal('dGV4dA==') },
    });
    for (const reader of ['self', 'assignee', 'custodians'] as const) {
      const narrow = { ...(await on()), words: words('dGV4dA==', reader) };
      expect(await saveSanitisedText(createCasework(core), one, narrow)).toEqual({
        kind: 'notAllowed',
        why: 'noSuchText',
      });
    }
  });

  it('is signed off once, by another person than its writer, who read that very text', async () => {
    expect(await sign()).toEqual({ kind: 'notAllowed', why: 'noSuchText' });
    await write();
    expect(await sign(two, digestOfSeal('b3RoZXI='))).toEqual({ kind: 'notAllowed', why: 'noSuchText' });
    expect(await sign(one)).toEqual({ kind: 'notAllowed', why: 'ownWork' });
    await open();
    expect(await sign(two)).toMatchObject({ record: { sanitised: { by: 'handler-one', signedBy: 'handler-two' } } });
    expect(await sign(two)).toEqual({ kind: 'notAllowed', why: 'state' });
  });

  it('is signed off by nobody whom it was not handed out to since it was written', async () => {
    await open();
    await write();
    await open(one);
    const before = await readStoredCase(core, caseId);
    expect(await sign(two)).toEqual({ kind: 'notAllowed', why: 'notRead' });
    expect(await readStoredCase(core, caseId)).toEqual(before);
    await open();
    await write('YW5ldw==');
    expect(await sign(two, digestOfSeal('YW5ldw=='))).toEqual({ kind: 'notAllowed', why: 'notRead' });
    await open();
    expect(await sign(two, digestOfSeal('YW5ldw=='))).toMatchObject({ kind: 'changed' });
  });

  it('keeps how many hints were confirmed, and nothing where a page sends none', async () => {
    for (const confirmed of [3, 0, undefined]) {
      await write(confirmed === 3 ? 'dGV4dA==' : 'YW5ldw==');
      await open();
      const of = (await readStoredCase(core, caseId)).record.sanitised?.digest ?? '';
      expect(await sign(two, of, confirmed)).toMatchObject({ kind: 'changed' });
      const { events } = await readStoredCase(core, caseId);
      expect(events.at(-1)?.detail).toEqual(confirmed === undefined ? { of } : { of, confirmed });
    }
  });

  it('has to be signed off again once it was written anew', async () => {
    await write();
    await open();
    await sign();
    await write('YW5ldw==', two);
    expect(await leave('sanitised')).toEqual({ kind: 'notAllowed', why: 'notSigned' });
    await open(one);
    expect(await sign(one, digestOfSeal('YW5ldw=='))).toMatchObject({ kind: 'changed' });
  });
});

describe('a case that leaves', () => {
  it('does so sanitised only with a text that was signed off', async () => {
    expect(await leave('sanitised')).toEqual({ kind: 'notAllowed', why: 'notSigned' });
    await write();
    expect(await leave('sanitised')).toEqual({ kind: 'notAllowed', why: 'notSigned' });
    await open();
    await sign();
    const before = await readStoredCase(core, caseId);
    expect(await leave('sanitised')).toMatchObject({ kind: 'changed', isNew: true });
    const { record, events } = await readStoredCase(core, caseId);
    expect(events.at(-1)).toMatchObject({
      kind: 'exported',
      by: { objectId: 'handler-one' },
      detail: {
        what: 'sanitised',
        of: digestOfSeal('dGV4dA=='),
        place: 'iopc',
        json: 'j'.repeat(43),
        pdf: 'p'.repeat(43),
      },
      note: { sealed: 'cmVtYXJr' },
    });
    expect(record.chain).toEqual({ sequence: before.record.chain.sequence + 1, hash: events.at(-1)?.hash });
  });

  it('does so as the text that was signed off last, and names no other', async () => {
    await write('YW4gZWFybGllciB0ZXh0');
    await open();
    await sign(two, digestOfSeal('YW4gZWFybGllciB0ZXh0'));
    await write();
    await open();
    await sign();
    const before = await readStoredCase(core, caseId);
    for (const other of [digestOfSeal('YW4gZWFybGllciB0ZXh0'), 'o'.repeat(43), '']) {
      expect(await leave('sanitised', one, other)).toEqual({ kind: 'notAllowed', why: 'noSuchText' });
    }
    expect(await readStoredCase(core, caseId)).toEqual(before);
  });

  it('does so whole only by the person it is with', async () => {
    expect(await leave('whole')).toEqual({ kind: 'notAllowed', why: 'notAssignee' });
    await assignCase(createCasework(core), two, { ...(await on()), to: one.objectId });
    expect(await leave('whole', two)).toEqual({ kind: 'notAllowed', why: 'notAssignee' });
    expect(await leave('whole', one)).toMatchObject({ kind: 'changed', isNew: true });
  });
});
