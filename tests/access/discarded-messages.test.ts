import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { digestOfSeal } from '../../core/model/digests.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import { sealText } from '../../crypto/seal-text.ts';
import { generateKeyPair } from '../../crypto/identity-file-writer.ts';
import { findIntegrityAlarms } from '../../tab/case/integrity-alarms.ts';
import { fetchReleasedSeals } from '../../tab/case/fetch-released-seals.ts';
import { decryptSeal } from '../../crypto/decrypt-seal.ts';
import { decryptReleasedSeals } from '../../tab/crypto/decrypt-released-seals.ts';
import { translate } from '../../words/cards/translate.ts';
import { writeAsUnit } from '../leaks/write-as-unit.ts';
import { createCall, createPageClient } from '../support/journeys/page-client.ts';
import { newReporter, sendShortReport } from '../support/journeys/reporter.ts';
import { parseCardCode, readSavedCase } from '../support/journeys/saved-case.ts';
import { newRequestId, type TabClient } from '../support/journeys/tab-client.ts';
import { setUpSharedBot } from '../support/journeys/set-up-bot.ts';

const bot = setUpSharedBot({ entryPoint: 'dialog', environment: { MESSAGES_TO_REPORTERS: 'yes' } });
let writer: TabClient;
let colleague: TabClient;
beforeAll(() => {
  writer = bot.tab({ objectId: randomUUID(), roles: ['handler'] });
  colleague = bot.tab({ objectId: randomUUID(), roles: ['handler'] });
});
beforeEach(() => bot.clock.forward(60_000));

async function aReport() {
  const reporter = createPageClient(bot.tab({ objectId: randomUUID(), name: 'A reporter' }), 'en');
  const { report } = await newReporter(bot);
  await sendShortReport({ teams: reporter }, report);
  const { record } = await readSavedCase(bot, reporter.card());
  const code = parseCardCode(reporter.card());
  await reporter.press('done');
  const comeBack = async (): Promise<string> => {
    if (reporter.isAtStart()) await reporter.press('comeBack');
    reporter.fill('code', code);
    await reporter.press('next');
    const { text } = reporter.card();
    await reporter.press('done');
    return text;
  };
  return { caseId: record.caseId, comeBack };
}
const identity = (): string => bot.identities.acu[0] ?? '';
const lines = async () => (await writer.call('keys.mine', {})).recipients.acu;
/** A seal that opens for nobody of the unit, for as many as a message is sealed to. */
const junk = async () =>
  sealText(randomUUID(), [(await generateKeyPair()).recipient, (await generateKeyPair()).recipient]);
const words = async () => ({ for: 'handlers', sealed: await sealText('It does not open.', await lines()) }) as const;

async function send(caseId: CaseId, sealed: string, number = 1): Promise<void> {
  const asked = { caseId, request: newRequestId(), id: newRequestId(), number, sealed, confirmed: true } as const;
  await writer.call('case.messageReporter', asked);
}
async function open(tab: TabClient, caseId: CaseId) {
  const handed = await fetchReleasedSeals(createCall(tab), caseId, (sealed) => decryptSeal(sealed, [identity()]));
  if (!handed.ok) throw new Error('not handed out');
  return decryptReleasedSeals(handed.value, [identity()]);
}
const aside = async (caseId: CaseId, sealed: string) => ({
  caseId,
  request: newRequestId(),
  of: digestOfSeal(sealed),
  words: await words(),
});

describe('a message that cannot be opened', () => {
  it('is set aside by a second person with a reason, and both sides go on', async () => {
    const { caseId, comeBack } = await aReport();
    const sealed = await junk();
    await send(caseId, sealed);
    const before = await open(colleague, caseId);
    expect(findIntegrityAlarms(before)).toEqual(['messages']);
    expect(before.unverifiedEntries).toMatchObject([{ kind: 'messageToReporter', by: { objectId: writer.objectId } }]);
    expect(await comeBack()).toContain(translate('en', 'comeBack.doubtful'));

    await colleague.call('case.setAsideMessage', await aside(caseId, sealed));
    expect(findIntegrityAlarms(await open(colleague, caseId))).toEqual([]);
    await writeAsUnit(colleague, identity(), caseId, 'When was that?');
    expect(await open(writer, caseId)).toMatchObject({
      unverifiedCount: 0,
      setAside: 1,
      thread: [{ direction: 'toReporter' }],
    });
    const card = await comeBack();
    expect(card).toContain('When was that?');
    expect(card).toContain(translate('en', 'comeBack.setAside'));
    expect(card).not.toContain(translate('en', 'comeBack.doubtful'));
    const entry = (await bot.store().history.readAll(caseId)).find(({ detail }) => detail?.of === digestOfSeal(sealed));
    expect(entry).toMatchObject({ kind: 'doubted', by: { objectId: colleague.objectId }, note: { for: 'handlers' } });
  });

  it('is set aside neither by its writer, nor unopened, nor where there is none, nor without a reason', async () => {
    const { caseId } = await aReport();
    const sealed = await junk();
    await send(caseId, sealed);
    await open(writer, caseId);
    const refused = (why: string) => ({ code: 'notAllowed', why });
    expect(await writer.refusal('case.setAsideMessage', await aside(caseId, sealed))).toEqual(refused('ownWork'));
    expect(await colleague.refusal('case.setAsideMessage', await aside(caseId, sealed))).toEqual(refused('notOpened'));
    await open(colleague, caseId);
    expect(await colleague.refusal('case.setAsideMessage', await aside(caseId, 'AAAA'))).toEqual(refused('noSuchText'));
    const { words: _words, ...bare } = await aside(caseId, sealed);
    expect((await colleague.send('case.setAsideMessage', bare)).status).toBe(400);
    expect((await bot.store().history.readAll(caseId)).some(({ kind }) => kind === 'doubted')).toBe(false);
  });

  it('is set aside by the person whose genuine message somebody copied', async () => {
    const { caseId, comeBack } = await aReport();
    await writeAsUnit(colleague, identity(), caseId, 'When was that?');
    const genuine = (await bot.store().history.readAll(caseId)).find(({ kind }) => kind === 'messageToReporter');
    const copied = genuine?.message?.sealed ?? '';
    await send(caseId, copied, 2);
    expect(findIntegrityAlarms(await open(colleague, caseId))).toEqual(['messages']);
    expect(await writer.refusal('case.setAsideMessage', await aside(caseId, copied))).toMatchObject({ why: 'ownWork' });
    await colleague.call('case.setAsideMessage', await aside(caseId, copied));
    const opened = await open(colleague, caseId);
    expect(findIntegrityAlarms(opened)).toEqual([]);
    expect(opened).toMatchObject({ unverifiedCount: 0, setAside: 1, thread: [{ direction: 'toReporter' }] });
    await writeAsUnit(colleague, identity(), caseId, 'And where?');
    const card = await comeBack();
    for (const said of ['When was that?', 'And where?']) expect(card).toContain(said);
  });

  it('hides nothing that is genuine, and is counted again where somebody sends the same anew', async () => {
    const { caseId, comeBack } = await aReport();
    await writeAsUnit(writer, identity(), caseId, 'When was that?');
    const genuine = (await bot.store().history.readAll(caseId)).find(({ kind }) => kind === 'messageToReporter');
    await open(colleague, caseId);
    await colleague.call('case.setAsideMessage', await aside(caseId, genuine?.message?.sealed ?? ''));
    expect((await open(colleague, caseId)).thread).toHaveLength(1);
    expect(await comeBack()).toContain('When was that?');

    const sealed = await junk();
    await send(caseId, sealed, 2);
    await open(colleague, caseId);
    await colleague.call('case.setAsideMessage', await aside(caseId, sealed));
    await send(caseId, sealed, 3);
    expect(findIntegrityAlarms(await open(colleague, caseId))).toEqual(['messages']);
  });
});
