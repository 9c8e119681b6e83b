import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseRecord } from '../../core/model/case-record.ts';
import { toPersonId } from '../../core/model/roles.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import type { TabClient } from '../support/journeys/tab-client.ts';
import { saveCase } from '../support/journeys/save-case.ts';

let bot: RunningBot;
let handler: TabClient;
beforeEach(async () => {
  const objectId = randomUUID();
  bot = await startBot({ entryPoint: 'dialog', environment: { ROLE_HANDLERS: objectId } });
  handler = bot.tab({ objectId });
});
afterEach(() => bot.stop());

const saved = (differences: Partial<CaseRecord> = {}) => saveCase(bot, differences);

/** Changes the file as somebody does who can write to it. */
function tamper(sql: string, ...values: readonly string[]): void {
  const database = new DatabaseSync(join(bot.folder, 'candour.db'));
  database.prepare(sql).run(...values);
  database.close();
}

async function listed(): Promise<readonly string[]> {
  const found: string[] = [];
  let next: string | undefined;
  do {
    bot.clock.forward(1_000);
    const page = await handler.call('cases.list', {
      filter: { status: 'open' },
      ...(next !== undefined && { after: next }),
    });
    found.push(...page.rows.map(({ figures }) => figures.caseId));
    next = page.next;
  } while (next !== undefined);
  return found;
}
const said = () => bot.log.filter((line) => line.includes('"listDiffers"'));
const references = (records: readonly CaseRecord[]) => records.map(({ caseId }) => caseId).toSorted();

describe('a list is held against the records', () => {
  it('so that a case is not given back to somebody who is shut out of it, whatever its rows say', async () => {
    const open = await saved();
    const shut = await saved({ excluded: [toPersonId(handler.objectId)] });
    expect(await listed()).toEqual([open.caseId]);
    expect(said()).toEqual([]);
    tamper('DELETE FROM exclusions');
    expect(await listed()).toEqual([open.caseId]);
    bot.clock.forward(5_000);
    expect(await handler.call('cases.find', { text: shut.caseId.slice(0, 6) })).toEqual({ rows: [], people: [] });
    expect(said()).toHaveLength(2);
    expect(said().join('')).not.toContain(shut.caseId);
    expect(handler.answers.join('')).not.toContain(shut.caseId);
  });

  it('so that the unit sees no case of the reserve, whatever its rows say', async () => {
    const open = await saved();
    await saved({ handledBy: 'reserve' });
    tamper(`UPDATE listed SET handled_by = 'acu', figures = json_set(figures, '$.handledBy', 'acu')`);
    expect(await listed()).toEqual([open.caseId]);
    expect(said()).toHaveLength(1);
  });

  it('and shows what they say, not what its rows do', async () => {
    await saved({ urgency: 'urgent' });
    tamper(`UPDATE listed SET figures = json_set(figures, '$.urgency', 'standard')`);
    const { rows } = await handler.call('cases.list', { filter: {} });
    expect(rows.map(({ figures }) => figures.urgency)).toEqual(['urgent']);
    expect(said()).toHaveLength(1);
  });

  it('and one that cannot be read, or is gone, keeps no other back, also not those on the next page', async () => {
    const records: CaseRecord[] = [];
    for (let made = 0; made < 120; made += 1) records.push(await saved());
    const inOrder = await listed();
    expect(inOrder.toSorted()).toEqual(references(records));
    const bad = [...inOrder.slice(0, 40), inOrder[80] ?? ''];
    for (const [place, caseId] of bad.entries()) {
      tamper(
        place % 2 === 0 ? `UPDATE cases SET record = '{}' WHERE case_id = ?` : 'DELETE FROM cases WHERE case_id = ?',
        caseId,
      );
    }
    expect(await listed()).toEqual(inOrder.filter((caseId) => !bad.includes(caseId)));
    expect(said().length).toBeGreaterThan(0);
  });
});
