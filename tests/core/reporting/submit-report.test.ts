import { describe, expect, it } from '@jest/globals';
import { alertRecordSchema } from '../../../core/model/alert-record.ts';
import { deriveCaseId, deriveMessageKey } from '../../../core/model/return-code-keys.ts';
import { type IdentityMode, identityModes } from '../../../core/model/questions.ts';
import {
  digestOfMailbox,
  isIdentityAuthentic,
  sealedIdentitySchema,
  sealedReportSchema,
} from '../../../core/model/sealed-report.ts';
import { type UnsealedSubmission, submitReport } from '../../../core/reporting/submit-report.ts';
import { createCase, createAlert, firstEvent } from '../../support/contracts/records.ts';
import { assertAbsentOnDisk } from '../../support/journeys/canary.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import {
  createSubmission,
  newReturnCode,
  decryptWith,
  groupsThatDecrypt,
  withIntake,
} from '../../support/core/open-core.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';

const core = setUpCore();

async function saved(submission: UnsealedSubmission) {
  const caseId = deriveCaseId(submission.code);
  const record = (await core.store.cases.read(caseId))?.value;
  const alert = (await core.store.outbox.read(caseId))?.value;
  if (!record || !alert) throw new Error('nothing is saved');
  return { record, alert, history: await core.store.history.readAll(caseId) };
}
async function submitted(differences: Partial<UnsealedSubmission> = {}) {
  const submission = createSubmission(differences);
  return { submission, outcome: await submitReport(core.deps, submission), ...(await saved(submission)) };
}

describe('a report that is sent', () => {
  it('is saved with its alert and the first entry of its history, under the reference of its code', async () => {
    const { submission, outcome, record, history } = await submitted();
    const caseId = deriveCaseId(submission.code);
    expect(outcome).toEqual({
      kind: 'saved',
      caseId,
      isNew: true,
      urgency: 'standard',
      handledBy: 'acu',
      receivedOn: '2026-11-25',
      mode: submission.answers.mode,
      files: 0,
    });
    expect(record).toMatchObject({ caseId, receivedOn: '2026-11-25', week: '2026-W48', status: 'received', flags: [] });
    expect(history).toMatchObject([
      { sequence: 1, kind: 'received', by: 'system', at: '2026-11-25', hash: record.chain.hash },
    ]);
  });

  it('says inside its seal what was answered, whose it is and who can open it', async () => {
    const { submission, record } = await submitted({
      language: 'cy',
      answers: { mode: 'confidential', what: '  words  ', conflict: 'no', kind: 'crime', signs: 'gifts', where: ' ' },
    });
    const report = sealedReportSchema.parse(await decryptWith('acu', record.sealedReport));
    expect(report).toEqual({
      v: 1,
      caseId: record.caseId,
      mode: 'confidential',
      receivedOn: '2026-11-25',
      recipients: core.deps.seal.fingerprints('acu'),
      language: 'cy',
      route: 'staff',
      answers: { mode: 'confidential', what: 'words', conflict: 'no', kind: 'crime' },
      mailbox: digestOfMailbox(record.mailboxRecipient),
      messageKey: Buffer.from(deriveMessageKey(submission.code)).toString('base64url'),
    });
  });

  it('leaves no word, no code, no name and no time of day in the clear', async () => {
    const [words, who] = [newCanary(), newCanary()];
    const { submission, record } = await submitted({
      answers: { mode: 'named', what: words, who: words, conflict: 'no' },
      person: { objectId: who, name: who },
    });
    assertAbsentOnDisk(core.folder, [words, who, submission.code]);
    expect(JSON.stringify(record)).not.toMatch(/T\d\d:|10:15/u);
  });

  const opens = { acu: ['acu', 'recovery'], reserve: ['recovery', 'reserve'], custodians: ['custodians'] };
  const table = identityModes.flatMap((mode) =>
    ['no', 'yes', 'chief', 'unsure'].map(
      (conflict): readonly [IdentityMode, string, readonly string[], readonly string[] | undefined] => {
        const handledBy = conflict === 'no' ? opens.acu : opens.reserve;
        return [
          mode,
          conflict,
          handledBy,
          mode === 'notKept' ? undefined : mode === 'named' ? handledBy : opens.custodians,
        ];
      },
    ),
  );
  it.each(table)('%s, conflict %s: opened by %j, the identity by %j', async (mode, conflict, report, identity) => {
    const { submission, record, alert, outcome } = await submitted({ answers: { mode, what: 'words', conflict } });
    expect([...(await groupsThatDecrypt(record.sealedReport))].toSorted()).toEqual(report);
    expect(record.handledBy).toBe(conflict === 'no' ? 'acu' : 'reserve');
    expect(alert.handledBy).toBe(record.handledBy);
    expect(outcome).toMatchObject({ handledBy: record.handledBy });
    if (identity === undefined) return expect(record).not.toHaveProperty('sealedIdentity');
    const sealed = record.sealedIdentity ?? '';
    expect([...(await groupsThatDecrypt(sealed))].toSorted()).toEqual(identity);
    const holder = mode === 'confidential' ? 'custodians' : record.handledBy;
    const inside = sealedIdentitySchema.parse(await decryptWith(holder, sealed));
    const { caseId, receivedOn } = record;
    const recipients = core.deps.seal.fingerprints(holder);
    const { tag, ...who } = inside;
    expect(who).toEqual({ v: 1, caseId, mode, receivedOn, recipients, identity: submission.person });
    // Whoever opens both sees that they were sealed together; a name that somebody else sealed is seen not to be.
    expect(isIdentityAuthentic(deriveMessageKey(submission.code), inside)).toBe(true);
    expect(isIdentityAuthentic(deriveMessageKey(newReturnCode()), inside)).toBe(false);
    for (const other of [
      { ...inside, identity: { ...inside.identity, name: 'Somebody else' } },
      { ...inside, identity: { ...inside.identity, objectId: 'another' } },
      { ...inside, caseId: deriveCaseId(newReturnCode()) },
      { ...inside, mode: mode === 'named' ? ('confidential' as const) : ('named' as const) },
      { ...inside, tag: tag.slice(1) },
    ])
      expect(isIdentityAuthentic(deriveMessageKey(submission.code), other)).toBe(false);
  });

  it('keeps nobody where the way of reporting is missing or odd', async () => {
    for (const mode of [undefined, 'else']) {
      const { record } = await submitted({ answers: { ...(mode && { mode }), what: 'words', conflict: 'no' } });
      expect(record.mode).toBe('notKept');
      expect(record).not.toHaveProperty('sealedIdentity');
    }
  });
});

describe('the alert of a report', () => {
  const answers = { mode: 'named', what: 'words', conflict: 'no', kind: 'boundaries' };

  it('holds the reference, the urgency and coarse times, and nothing else', async () => {
    const { record, alert } = await submitted({ answers });
    expect(alert).toEqual({
      caseId: record.caseId,
      handledBy: 'acu',
      urgency: 'standard',
      receivedOn: '2026-11-25',
      reason: 'new',
      state: 'waiting',
      dueAt: '2026-11-25T11:00:00.000Z',
      attempts: 0,
      posts: [],
    });
    const room = ['caseId', 'handledBy', 'urgency', 'kind', 'receivedOn', 'reason', 'state', 'dueAt', 'acknowledgedOn'];
    const way = [
      'withoutReference',
      'attempts',
      'lastFailure',
      'repeats',
      'adminsTold',
      'leasedUntil',
      'notice',
      'unopenedSince',
      'toldTogetherAt',
      'onCall',
      'onCallPosts',
      'posts',
    ];
    expect(Object.keys(alertRecordSchema.shape)).toEqual([...room, ...way]);
  });

  it('leaves at once where somebody is at risk', async () => {
    const { record, alert } = await submitted({ answers: { ...answers, risk: 'yes' } });
    expect([record.urgency, alert.urgency, alert.dueAt]).toEqual(['urgent', 'urgent', '2026-11-25T10:15:00.000Z']);
  });

  it('names the kind only where the force has set it so', async () => {
    const submission = createSubmission({ answers });
    await submitReport(withIntake({ ...core.deps, alertNamesKind: true }), submission);
    expect((await saved(submission)).alert.kind).toBe('boundaries');
    expect((await submitted({ answers })).alert).not.toHaveProperty('kind');
  });
});

describe('a report that is sent again', () => {
  it('finds the first, changes nothing and alerts nobody anew', async () => {
    const { submission, record, alert } = await submitted();
    core.pass(2 * 86_400_000);
    const again = await submitReport(core.deps, { ...submission, language: 'cy' });
    expect(again).toMatchObject({ kind: 'saved', isNew: false, caseId: record.caseId, receivedOn: '2026-11-25' });
    expect(await saved(submission)).toMatchObject({ record, alert });
  });

  it('is one case however often it is sent at once', async () => {
    const submission = createSubmission();
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => submitReport(core.deps, submission)));
    expect(outcomes.filter((outcome) => outcome.kind === 'saved' && outcome.isNew)).toHaveLength(1);
    expect(outcomes.every((outcome) => outcome.kind === 'saved')).toBe(true);
  });

  it('differs where it says something else: the first stands, with its own urgency, day and way of reporting', async () => {
    const { submission, record } = await submitted();
    const changed = { ...submission.answers, risk: 'yes', conflict: 'yes', mode: 'named' };
    core.pass(2 * 86_400_000);
    const outcome = await submitReport(core.deps, { ...submission, answers: changed });
    const { caseId, receivedOn, mode } = record;
    expect(outcome).toEqual({
      kind: 'differs',
      caseId,
      urgency: 'standard',
      handledBy: 'acu',
      receivedOn,
      mode,
      files: 0,
    });
    expect(mode).not.toBe('named');
    expect((await saved(submission)).record).toEqual(record);
  });

  it('does not differ by spaces, or by answers on a card that is closed', async () => {
    const { submission } = await submitted();
    const answers = { ...submission.answers, what: ` ${submission.answers.what} `, signs: 'gifts' };
    expect(await submitReport(core.deps, { ...submission, answers })).toMatchObject({ kind: 'saved', isNew: false });
  });

  it('is taken where another report has its reference: nothing is saved and that one stands', async () => {
    const code = newReturnCode();
    const other = createCase({ caseId: deriveCaseId(code) });
    await core.store.cases.create(other, createAlert(other.caseId), [firstEvent(other.caseId)]);
    const submission = createSubmission({ code });
    expect(await submitReport(core.deps, submission)).toEqual({ kind: 'taken' });
    expect((await saved(submission)).record).toEqual(other);
  });
});
