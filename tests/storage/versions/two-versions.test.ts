import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { developmentPeople } from '../../../development/development-tenant.ts';
import { createStateSealer } from '../../../dialogs/bot-framework/sealed-state.ts';
import { createDayKeyRing } from '../../../dialogs/bot-framework/day-key-ring.ts';
import { translate } from '../../../words/cards/translate.ts';
import type { RecordLocation } from '../../support/contracts/stored-records.ts';
import { newReporter, goToStep } from '../../support/journeys/reporter.ts';
import { type RunningBot, startBot } from '../../support/journeys/running-bot.ts';
import { parseCardCode, readSavedCase } from '../../support/journeys/saved-case.ts';
import { newRequestId, type TabClient } from '../../support/journeys/tab-client.ts';
import {
  newerFields,
  newerFormatVersion,
  writeAsNewerServer,
  getCaseLocation,
  verifyStoredCase,
} from '../../support/storage/newer-server.ts';
import { createSealText } from '../../support/seals/create-seal.ts';
import { sqliteStoredRecords } from '../../support/storage/stored-records-sqlite.ts';

const words = { for: 'handlers', sealed: createSealText() } as const;

describe('two versions on one store', () => {
  let bot: RunningBot;
  let handler: TabClient;
  beforeAll(async () => {
    bot = await startBot({ entryPoint: 'dialog' });
    handler = bot.tab({ objectId: developmentPeople.handler });
  });
  afterAll(() => bot.stop());

  const standing = () => sqliteStoredRecords(join(bot.folder, 'candour.db'));
  const stands = (place: RecordLocation) => standing().read(place);

  async function reported() {
    const reporter = await newReporter(bot);
    await reporter.teams.press('report');
    await goToStep(reporter.teams, reporter.report, 'code');
    await reporter.teams.press('send');
    const card = reporter.teams.card();
    const { record } = await readSavedCase(bot, card);
    return { ...reporter, caseId: record.caseId, code: parseCardCode(card) };
  }
  const act = () => ({ request: newRequestId() });

  it('an older one goes on with a case of a newer one, and loses nothing that it does not know', async () => {
    const { caseId, code, teams } = await reported();
    await writeAsNewerServer(bot.store(), standing(), caseId);
    expect(await verifyStoredCase(bot.store(), caseId)).toBe('whole');
    const view = await handler.call('case.view', { caseId });
    // No page is shown what nobody here can say the meaning of.
    expect(JSON.stringify(view)).not.toContain('later');
    await handler.call('case.acknowledge', { caseId, ...act() });
    await handler.call('case.note', { caseId, ...act(), words });
    await handler.call('case.consult', { caseId });
    const { revision } = (await handler.call('case.view', { caseId })).record;
    await handler.call('case.assign', { caseId, ...act(), revision, to: developmentPeople.handler });
    await teams.press('done');
    await teams.install();
    await teams.press('comeBack');
    teams.fill('code', code);
    await teams.press('next');
    teams.fill('addition', 'Something more.');
    await teams.press('add');
    expect(teams.card().text).toContain(translate('en', 'comeBack.addedHeading'));
    expect(await stands(getCaseLocation(caseId))).toMatchObject({
      ...newerFields,
      shape: newerFormatVersion,
      unreadMessages: 1,
    });
    expect(await verifyStoredCase(bot.store(), caseId)).toBe('whole');
    // And back: the newer one goes on where the older one left it.
    await writeAsNewerServer(bot.store(), standing(), caseId);
    expect(await verifyStoredCase(bot.store(), caseId)).toBe('whole');
  });

  it('one that may not change a case says so, changes nothing, and goes on with every other', async () => {
    const [kept, other] = [await reported(), await reported()];
    await writeAsNewerServer(bot.store(), standing(), kept.caseId, { oldestWriter: newerFormatVersion });
    const before = await stands(getCaseLocation(kept.caseId));
    expect(await handler.refusal('case.acknowledge', { caseId: kept.caseId, ...act() })).toEqual({ code: 'newer' });
    expect(await handler.refusal('case.note', { caseId: kept.caseId, ...act(), words })).toEqual({ code: 'newer' });
    expect(bot.log.at(-1)).toContain('"code":"store:newer"');
    expect((await handler.call('cases.list', { filter: {} })).rows.map(({ figures }) => figures.caseId)).toEqual(
      expect.arrayContaining([kept.caseId, other.caseId]),
    );
    const { teams } = kept;
    await teams.press('done');
    await teams.install();
    await teams.press('comeBack');
    teams.fill('code', kept.code);
    await teams.press('next');
    teams.fill('addition', 'Something more.');
    await teams.press('add');
    expect(teams.card().text).toContain(translate('en', 'problem.newer'));
    expect(teams.filled('addition')).toBe('Something more.');
    expect(await stands(getCaseLocation(kept.caseId))).toEqual(before);
    await handler.call('case.acknowledge', { caseId: other.caseId, ...act() });
    expect(bot.log.join('\n')).not.toContain(kept.canary);
  });

  it('a card that another version made is held with all that was typed, and nothing is said to be lost', async () => {
    const { teams, report } = await newReporter(bot);
    await teams.press('report');
    await goToStep(teams, report, 'account');
    const { secret } = bot.settings;
    const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
    const parts = { clock: bot.clock.now, random };
    const carried = createStateSealer({
      keys: createDayKeyRing({ dayKeys: bot.store().dayKeys, secret, ...parts }),
      ...parts,
    });
    const key = `${bot.settings.tenantId}/${teams.person.objectId}`;
    const kept = teams.keep();
    const token = /"state":"([^"]+)"/u.exec(kept.card.json)?.[1] ?? '';
    const opened = await carried.open(token, key);
    if (opened.kind !== 'valid') throw new Error('the card is not of this person');
    const of = async (change: (flow: object) => object) => {
      const [top] = opened.state.dialogStack;
      const flow = change(Object(top?.state['flow']));
      const sealed = await carried.seal({ dialogStack: [{ id: 'report', state: { flow } }] }, key);
      return {
        ...kept,
        card: { ...kept.card, buttons: JSON.parse(JSON.stringify(kept.card.buttons).replaceAll(token, sealed)) },
      };
    };

    teams.holdUp(await of((flow) => ({ ...flow, at: 'a card of later' })));
    teams.fill('what', 'What was typed on it.');
    await teams.press('next');
    expect(teams.card().text).toContain(translate('en', 'notice.staleHeading'));
    expect(teams.card().text).toContain(translate('en', 'notice.held'));
    expect(teams.filled('what')).toBe('What was typed on it.');
    expect(bot.log.at(-1)).toContain('"code":"otherVersion"');

    // One whose step is known goes on, and carries what this version does not know to the next.
    teams.holdUp(await of((flow) => ({ ...flow, laterWish: 'kept' })));
    teams.fill('what', 'What was typed on it.');
    teams.fill('risk', 'no');
    await teams.press('next');
    const next = /"state":"([^"]+)"/u.exec(teams.card().json)?.[1] ?? '';
    expect(JSON.stringify(await carried.open(next, key))).toContain('"laterWish":"kept"');
  });

  it('a server says at its start that a newer one used the store, and does not start where that lets it not', async () => {
    const change = (use: object) => {
      const database = new DatabaseSync(join(bot.folder, 'candour.db'));
      database.prepare('UPDATE versions SET record = json_patch(record, ?)').run(JSON.stringify(use));
      database.close();
    };
    expect(bot.log.join('\n')).not.toContain('storeUsedByNewer');
    change({ number: 7, release: '0.9.0' });
    await bot.restart();
    expect(bot.log.filter((line) => line.includes('storeUsedByNewer'))).toHaveLength(1);
    expect(bot.log.find((line) => line.includes('storeUsedByNewer'))).toContain('"number":7,"release":"0.9.0"');
    change({ oldest: 7 });
    await expect(bot.store().assertReadable()).rejects.toMatchObject({ code: 'tooNew' });
  });
});
