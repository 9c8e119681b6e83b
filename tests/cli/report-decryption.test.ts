import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nextEvent } from '../../core/model/event-record.ts';
import type { SealedFile } from '../../core/model/sealed-file.ts';
import { messageTag } from '../../core/model/sealed-report.ts';
import { toPersonId } from '../../core/model/roles.ts';
import { today } from '../support/contracts/records.ts';
import { decryptSavedReport, type SavedCase } from '../support/journeys/saved-case.ts';
import { createCaseFile } from '../support/tab/case-file.ts';
import { asHandler, createOpenReportFixture, type OpenReportFixture } from '../support/cli/open-report-fixture.ts';

// Each run is a process of its own.

let fixture: OpenReportFixture;
beforeAll(async () => {
  fixture = await createOpenReportFixture();
});
afterAll(() => fixture.bot.stop());

/** Adds words to a case as a message, sealed as anybody can seal them. */
async function addSealed(saved: SavedCase, number: number, words: string): Promise<void> {
  const standing = await fixture.standing(saved);
  const event = nextEvent(saved.record.caseId, standing.value.chain, {
    kind: 'messageFromReporter',
    by: 'reporter',
    at: today,
    message: { id: randomUUID(), number, sealed: await fixture.seal(words, standing.value.handledBy) },
  });
  const value = { ...standing.value, chain: { sequence: event.sequence, hash: event.hash } };
  expect(await fixture.bot.store().cases.change({ case: { ...standing, value }, events: [event] })).toBe('changed');
}

/** Adds a message to a case, authenticated by a key: the case's own, or another. */
async function addMessage(
  saved: SavedCase,
  number: number,
  text: string,
  key?: Uint8Array,
  files?: readonly SealedFile[],
): Promise<void> {
  const { report } = await decryptSavedReport(fixture.bot, saved);
  const message = {
    v: 1,
    caseId: saved.record.caseId,
    direction: 'fromReporter',
    number,
    id: randomUUID(),
    writtenOn: today,
    text,
    ...(files && { files }),
  } as const;
  const tag = messageTag(key ?? Buffer.from(report.messageKey, 'base64url'), message);
  await addSealed(saved, number, JSON.stringify({ ...message, tag }));
}

describe('what npm run open-report says of files', () => {
  it('is how many came with a report and after it, and where they are opened, without their names', async () => {
    const { saved, reference } = await fixture.newCase();
    await addMessage(saved, 1, 'Here they are.', undefined, [
      createCaseFile(),
      createCaseFile({ id: 'b2'.repeat(16) }),
    ]);
    const ran = await fixture.open(reference, ...fixture.keyOf('acu'), ...asHandler);
    expect(ran.said).toContain('Files that came with it: 2. Open them in the tab.');
    expect(ran.said).not.toContain(createCaseFile().name);
  });
});

describe('what npm run open-report finds that nobody wrote here', () => {
  it('says so where the seal of another case was put beside this one', async () => {
    const [one, other] = [await fixture.newCase(), await fixture.newCase()];
    const standing = await fixture.standing(one.saved);
    const value = { ...standing.value, sealedReport: other.saved.record.sealedReport };
    await fixture.bot.store().cases.change({ case: { ...standing, value }, events: [] });
    const ran = await fixture.open(one.reference, ...fixture.keyOf('acu'), ...asHandler);
    expect(ran).toMatchObject({ code: 1, said: '' });
    expect(ran.complained).toContain('belongs to another case');
    expect(ran.complained).not.toContain(other.reporter.canary);
  });

  it('shows no name but the report where the seal of the identity is another case’s, or none of ours, and says so', async () => {
    const [one, other] = [await fixture.newCase({ mode: 'named' }), await fixture.newCase({ mode: 'named' })];
    for (const sealedIdentity of [other.saved.record.sealedIdentity, await fixture.seal('words', 'acu')]) {
      const standing = await fixture.standing(one.saved);
      await fixture.bot
        .store()
        .cases.change({ case: { ...standing, value: { ...standing.value, sealedIdentity } }, events: [] });
      const ran = await fixture.open(one.reference, ...fixture.keyOf('acu'), ...asHandler);
      expect(ran.code).toBe(3);
      expect(ran.said).toContain('Reported by: not shown');
      expect(ran.said).toContain('the report does not match the case details: who reported');
      expect(ran.said).toContain('WARNING: this case was changed without an entry in its history');
    }
  });

  it('shows what was added by the holder of the code, and leaves out and counts what is not genuine', async () => {
    const { saved, reference } = await fixture.newCase();
    await addMessage(saved, 1, 'a genuine follow-up');
    await addMessage(saved, 2, 'a forged follow-up', new Uint8Array(32));
    await addSealed(saved, 2, 'not even a message');
    await addMessage(saved, 1, 'a repeated follow-up');
    await addMessage(saved, 2, 'a second genuine follow-up');
    const ran = await fixture.open(reference, ...fixture.keyOf('acu'), ...asHandler);
    expect(ran.code).toBe(3);
    expect(ran.said).toContain('a genuine follow-up');
    expect(ran.said).toContain('a second genuine follow-up');
    for (const text of ['forged', 'not even', 'repeated']) expect(ran.said).not.toContain(text);
    expect(ran.said).toContain('WARNING: 3 message(s) are left out');
    expect(ran.said).not.toContain('the history of this case was changed');
  });

  it('warns where the case was changed without an entry in its history, also after others have looked at it', async () => {
    const { saved, reference } = await fixture.newCase();
    const standing = await fixture.standing(saved);
    const value = { ...standing.value, assignee: toPersonId('somebody-else') };
    expect(await fixture.bot.store().cases.change({ case: { ...standing, value }, events: [] })).toBe('changed');
    for (const _time of ['first', 'second']) {
      const ran = await fixture.open(reference, ...fixture.keyOf('acu'), ...asHandler);
      expect(ran.code).toBe(3);
      expect(ran.said).toContain('WARNING: this case was changed without an entry in its history');
      expect(ran.said).not.toContain('the history of this case was changed');
    }
  });

  it('warns where the history is not the one that was written', async () => {
    const { saved, reference } = await fixture.newCase();
    const standing = await fixture.standing(saved);
    const event = nextEvent(saved.record.caseId, standing.value.chain, { kind: 'consulted', by: 'system', at: today });
    const edited = { ...event, at: '2020-01-01' };
    const value = { ...standing.value, chain: { sequence: edited.sequence, hash: edited.hash } };
    await fixture.bot.store().cases.change({ case: { ...standing, value }, events: [edited] });
    const ran = await fixture.open(reference, ...fixture.keyOf('acu'), ...asHandler);
    expect(ran.code).toBe(3);
    expect(ran.said).toContain('WARNING: the history of this case was changed');
  });
});
