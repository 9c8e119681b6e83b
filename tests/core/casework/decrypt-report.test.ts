import { describe, expect, it } from '@jest/globals';
import { addFollowUp } from '../../../core/reporting/follow-up.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import type { ReturnCode } from '../../../core/model/return-code.ts';
import { addCaseNote } from '../../../core/casework/case-management.ts';
import { openIdentity, shareIdentity } from '../../../core/casework/identity.ts';
import { sendMessageToReporter } from '../../../core/casework/case-messages.ts';
import { MisplacedSealError, type DecryptedReport, decryptReport } from '../../../core/casework/decrypt-report.ts';
import { deriveCaseId, deriveMessageKey } from '../../../core/model/return-code-keys.ts';
import type { KeyGroup } from '../../../core/model/public-keys.ts';
import type { IdentityMode } from '../../../core/model/questions.ts';
import { SealError } from '../../../core/ports/seal.ts';
import {
  identityTag,
  messageTag,
  sealedIdentitySchema,
  type SealedMessage,
  sealedReportSchema,
} from '../../../core/model/sealed-report.ts';
import { parseFilesNote, serialiseFilesNote } from '../../../core/model/sealed-file.ts';
import { fileTypeText, sealedFileName } from '../../../tab/ui/file-labels.ts';
import { submitReport } from '../../../core/reporting/submit-report.ts';
import { today } from '../../support/contracts/records.ts';
import { createCasework, custodian, newRequestId, one, readStoredCase, words } from '../../support/core/casework.ts';
import { createSubmission, newReturnCode, decryptWith } from '../../support/core/open-core.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';

const core = setUpCore();
let code: ReturnCode;
let caseId: CaseId;

async function save(mode: IdentityMode = 'notKept', conflict = 'no'): Promise<void> {
  code = newReturnCode();
  caseId = deriveCaseId(code);
  await submitReport(core.deps, createSubmission({ code, answers: { mode, what: 'what happened', conflict } }));
}

/** The words of seals, as a group's key opens them. */
const keyOf = (group: KeyGroup) => async (sealed: string) => JSON.stringify(await decryptWith(group, sealed));
async function opened(group: KeyGroup = 'acu'): Promise<DecryptedReport> {
  const { record, events } = await readStoredCase(core, caseId);
  return decryptReport(record, events, keyOf(group));
}

/** Sends a message to the reporter as a page seals it, or one that differs from it inside. */
async function send(number: number, text: string, inside: Partial<SealedMessage> = {}, key = deriveMessageKey(code)) {
  const plain = {
    v: 1 as const,
    caseId,
    direction: 'toReporter' as const,
    number,
    id: newRequestId(),
    writtenOn: today,
    text,
    ...inside,
  };
  const sealed = await core.deps.seal.seal(JSON.stringify({ ...plain, tag: messageTag(key, plain) }), 'acu');
  const sent =
    (await readStoredCase(core, caseId)).events.filter(({ kind }) => kind === 'messageToReporter').length + 1;
  const outcome = await sendMessageToReporter(createCasework(core), one, {
    caseId,
    request: newRequestId(),
    id: plain.id,
    number: sent,
    sealed,
  });
  expect(outcome).toMatchObject({ kind: 'changed', isNew: true });
}

describe('an opened report', () => {
  it('shows both directions in the order in which they were saved, and when', async () => {
    await save();
    await send(1, 'a question');
    await addFollowUp(core.deps, { code, id: 'one', text: 'an answer' });
    await send(2, 'another question');
    await addFollowUp(core.deps, { code, id: 'two', text: '' });
    const { thread, followUps, unverifiedCount } = await opened();
    expect(thread.map(({ direction, message, at }) => [direction, message.text, at])).toEqual([
      ['toReporter', 'a question', '2026-11-25T10:15:00.000Z'],
      ['fromReporter', 'an answer', today],
      ['toReporter', 'another question', '2026-11-25T10:15:00.000Z'],
      ['fromReporter', '', today],
    ]);
    expect(followUps.map(({ text }) => text)).toEqual(['an answer', '']);
    expect(unverifiedCount).toBe(0);
  });

  it('shows no message that is of another key, number, direction or case, and counts it', async () => {
    await save();
    await send(1, 'forged', {}, new Uint8Array(32));
    await send(2, 'too early');
    await send(1, 'of the reporter', { direction: 'fromReporter' });
    await send(1, 'of another case', { caseId: deriveCaseId(newReturnCode()) });
    await send(1, 'genuine');
    await send(1, 'repeated');
    const { thread, unverifiedCount } = await opened();
    expect(thread.map(({ message }) => message.text)).toEqual(['genuine']);
    expect(unverifiedCount).toBe(5);
  });

  it('keeps its words and messages readable if a file is of a type or a size that a later version added', async () => {
    await save();
    const file = {
      id: 'a'.repeat(32),
      name: 'File 1',
      type: 'model/of-the-future',
      bytes: 900_000_000,
      digest: 'd'.repeat(43),
      isOriginal: false,
    };
    await send(1, 'with a file', { files: [file] });
    const { record, events } = await readStoredCase(core, caseId);
    const opens = keyOf('acu');
    const decrypted = await decryptReport(record, events, async (sealed) => {
      const content: unknown = JSON.parse(await opens(sealed));
      return JSON.stringify(sealed === record.sealedReport ? { ...Object(content), files: [file] } : content);
    });
    expect(decrypted.report).toMatchObject({ answers: { what: 'what happened' }, files: [file] });
    expect(decrypted.thread.map(({ message }) => message.files)).toEqual([[file]]);
    expect(decrypted.unverifiedCount).toBe(0);
    expect(parseFilesNote(serialiseFilesNote({ text: 'why', files: [file] }))?.files).toEqual([file]);
    expect(sealedFileName('CASE', file)).toBe('CASE-aaaaaa.bin.age');
    expect(fileTypeText((key) => key, file)).toBe('caseFiles.unknownType');
  });

  it('says whom the report was sealed to, and whether case and history are as they were written', async () => {
    await save();
    await addCaseNote(createCasework(core), one, { caseId, request: newRequestId(), words: words('bm90ZQ==') });
    const { record, events } = await readStoredCase(core, caseId);
    const whole = await decryptReport(record, events, keyOf('acu'));
    expect(whole.recipients).toEqual(core.deps.seal.fingerprints('acu'));
    expect([whole.isHistoryWhole, whole.isRecordAsWritten]).toEqual([true, true]);
    const changed = await decryptReport({ ...record, assignee: toPersonId('somebody') }, events, keyOf('acu'));
    expect([changed.isHistoryWhole, changed.isRecordAsWritten]).toEqual([true, false]);
    const cut = await decryptReport(record, events.slice(0, -1), keyOf('acu'));
    expect(cut.isHistoryWhole).toBe(false);
  });

  it('leaves the words of handlers closed', async () => {
    await save();
    await addCaseNote(createCasework(core), one, { caseId, request: newRequestId(), words: words('bm90ZQ==') });
    const { record, events } = await readStoredCase(core, caseId);
    const asked: string[] = [];
    await decryptReport(record, events, (sealed) => {
      asked.push(sealed);
      return keyOf('acu')(sealed);
    });
    expect(asked).toEqual([record.sealedReport]);
  });

  it('is not opened with the key of others, nor where it was moved to another case', async () => {
    await save();
    await expect(opened('reserve')).rejects.toEqual(new SealError('notForThisIdentity'));
    const { record, events } = await readStoredCase(core, caseId);
    await save();
    const other = (await readStoredCase(core, caseId)).record;
    const moved = decryptReport({ ...record, sealedReport: other.sealedReport }, events, keyOf('acu'));
    await expect(moved).rejects.toEqual(new MisplacedSealError());
    const elsewhere = { ...record, mailboxRecipient: other.mailboxRecipient };
    await expect(decryptReport(elsewhere, events, keyOf('acu'))).rejects.toEqual(new MisplacedSealError());
  });

  it('is there where the name beside it is of another report, spoilt or no name, and none is shown', async () => {
    await save('named');
    const other = (await readStoredCase(core, caseId)).record;
    await save('named');
    const { record, events } = await readStoredCase(core, caseId);
    const sealed = (words: string) => core.deps.seal.seal(words, 'acu');
    const spoilt = `${record.sealedIdentity?.slice(0, -8)}AAAAAAAA`;
    for (const sealedIdentity of [other.sealedIdentity, await sealed('"no name"'), await sealed('{}'), spoilt]) {
      const shown = await decryptReport({ ...record, sealedIdentity }, events, keyOf('acu'));
      expect([shown.identity, shown.termMismatches]).toEqual([undefined, ['identity']]);
      expect(shown.report.answers.what).toBe('what happened');
    }
    const whole = await decryptReport(record, events, keyOf('acu'));
    expect([whole.identity?.name, whole.termMismatches]).toEqual(['Name of the reporter', []]);
  });

  it('that a page sealed without a key for its messages is there, and nothing else is taken for its reporter’s', async () => {
    await save('named');
    await addFollowUp(core.deps, { code, id: 'one', text: 'an addition' });
    const { record, events } = await readStoredCase(core, caseId);
    for (const messageKey of ['', 'not base64', 'AAAA']) {
      const report = sealedReportSchema.parse(await decryptWith('acu', record.sealedReport));
      const inside = { ...report, messageKey };
      const sealedReport = await core.deps.seal.seal(JSON.stringify(inside), 'acu');
      const shown = await decryptReport({ ...record, sealedReport }, events, keyOf('acu'));
      expect([shown.identity, shown.thread, shown.unverifiedCount]).toEqual([undefined, [], 1]);
      expect(shown.report.answers.what).toBe('what happened');
    }
  });
});

describe('an identity that a custodian shared', () => {
  const shareWords = async (text: string) => {
    const because = 'lifeAtRisk' as const;
    await openIdentity(createCasework(core), custodian, { caseId, request: newRequestId(), words: words(), because });
    const sealed = await core.deps.seal.seal(text, 'acu');
    await shareIdentity(createCasework(core), custodian, { caseId, request: newRequestId(), words: words(sealed) });
  };
  const identityWords = async () =>
    sealedIdentitySchema.parse(
      await decryptWith('custodians', (await readStoredCase(core, caseId)).record.sealedIdentity ?? ''),
    );

  it('is shown to those who handle the case, as it was sealed with the report', async () => {
    await save('confidential');
    expect((await opened()).identity).toBeUndefined();
    await shareWords(JSON.stringify(await identityWords()));
    const { identity, unverifiedCount } = await opened();
    expect(identity).toEqual({ objectId: toPersonId('object-of-the-reporter'), name: 'Name of the reporter' });
    expect(unverifiedCount).toBe(0);
  });

  it('is not shown, and counted, where it is not that of the report', async () => {
    await save('confidential');
    const own = await identityWords();
    const identity = { objectId: toPersonId('another'), name: 'Another' };
    const key = new Uint8Array(32);
    for (const text of [
      JSON.stringify({ ...own, identity }),
      JSON.stringify({ ...own, identity, tag: identityTag(key, { ...own, identity }) }),
      JSON.stringify('not even an identity'),
    ])
      await shareWords(text);
    const shown = await opened();
    expect([shown.identity, shown.unverifiedCount]).toEqual([undefined, 3]);
  });
});
