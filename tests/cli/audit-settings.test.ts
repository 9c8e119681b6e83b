import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { developmentPeople } from '../../development/development-tenant.ts';
import { auditCommand } from '../../cli/audit.ts';
import { recordKeyWraps, createAuditedTargets } from '../../core/casework/settings-history.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import { hashOfSettingEntry, type SettingEntry, settingEntrySchema } from '../../core/model/setting-entry.ts';
import { toPersonId } from '../../core/model/roles.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { channels } from '../support/journeys/bot-settings.ts';
import { newPerson } from '../support/journeys/teams-activities.ts';
import { createTeamsClient } from '../support/journeys/teams-client.ts';

let bot: RunningBot;
afterEach(() => bot.stop());

const fresh = '19:fresh@thread.tacv2';

async function audit(...args: readonly string[]): Promise<{ readonly code: number; readonly printed: string }> {
  const lines: string[] = [];
  const say = (line: string): void => void lines.push(line);
  const code = await auditCommand(
    { ...bot.store(), clock: bot.clock.now, timeZone: 'Europe/London', printLine: say },
    args,
  );
  return { code, printed: lines.join('\n') };
}
async function anchored() {
  const heads = join(bot.folder, `heads-${Math.random()}`);
  const { printed } = await audit('anchor', '--heads', heads);
  return { heads, root: printed.split(' root ')[1] ?? '', printed };
}
const against = ({ heads, root }: { readonly heads: string; readonly root: string }) =>
  audit('verify', '--heads', heads, '--root', root);
const move = (channelId: string) =>
  createTeamsClient(bot, newPerson('en-GB', developmentPeople.handler)).say('alerts here', {
    channelId,
    teamId: '19:team@thread.tacv2',
  });
const kinds = async () => (await bot.store().settings.all()).map(({ kind }) => kind);

describe.each(['sqlite', 'cosmos'] as const)('the history of the settings in %s', (store) => {
  beforeEach(async () => {
    bot = await startBot({ entryPoint: 'dialog', store });
  });

  it('begins with the first start, goes on with each change, and is whole', async () => {
    expect(await kinds()).toEqual(['targetSet', 'targetSet', 'targetSet', 'recipientsRead', 'rolesRead']);
    await move(fresh);
    expect((await bot.store().settings.all()).at(-1)).toMatchObject({
      kind: 'targetSet',
      by: { objectId: developmentPeople.handler },
      detail: { target: { name: 'acu', conversationId: fresh } },
    });
    const { code, printed } = await audit('verify');
    expect(printed).toContain('Checked: 6 entries of the settings.');
    expect(code).toBe(0);
    const said = await audit('settings');
    expect(said.printed).toMatch(new RegExp(`^6 \\S+ targetSet acu by ${developmentPeople.handler}$`, 'mu'));
  });

  it('says when role lists are others than before, and nothing where they are not', async () => {
    const before = await kinds();
    await bot.restart();
    expect(await kinds()).toEqual(before);
    const newcomer = '77777777-7777-4777-8777-77777777777A';
    await bot.restart({ ROLE_HANDLERS: `${developmentPeople.handler},${newcomer}` });
    const entries = await bot.store().settings.all();
    const reserve = [developmentPeople.reserve, developmentPeople.secondReserve];
    expect(entries.slice(before.length)).toMatchObject([
      { kind: 'rolesRead', by: 'system', detail: { roles: { reserve } } },
    ]);
    expect(entries.at(-1)?.detail.roles?.handler).toContain(newcomer.toLowerCase());
  });

  it('says who chose a channel for a summary and who ended it, once, and holds the channel as before', async () => {
    const board = { channelId: fresh, teamId: '19:team@thread.tacv2' };
    const admin = createTeamsClient(bot, newPerson('en-GB', developmentPeople.admin));
    const before = (await kinds()).length;
    await admin.say('summary here', board);
    await createTeamsClient(bot, newPerson('en-GB', developmentPeople.handler)).say('no summary here', board);
    await admin.say('no summary here', board);
    await admin.say('dim crynodeb yma', board);
    await admin.say('summary here', board);
    const by = { objectId: developmentPeople.admin };
    const detail = { target: { name: 'summaryWider', conversationId: fresh } };
    expect((await bot.store().settings.all()).slice(before)).toMatchObject([
      { kind: 'targetSet', by, detail },
      { kind: 'summaryStopped', by, detail },
      { kind: 'targetSet', by, detail },
    ]);
    expect((await audit('settings')).printed).toMatch(/ summaryStopped summaryWider by /u);
    expect(await audit('verify')).toMatchObject({ code: 0 });
    const noted = await kinds();
    await bot.restart();
    expect(await kinds()).toEqual(noted);
  });

  it('stands in the anchor, and may grow since', async () => {
    const anchor = await anchored();
    expect(anchor.printed).toMatch(/^\S+ cases 0 root [\w-]{43}$/u);
    expect(readFileSync(anchor.heads, 'utf8')).toMatch(/^settings 5 [\w-]{43}\n$/u);
    await move(fresh);
    expect(await against(anchor)).toMatchObject({ code: 0 });
  });

  it('keeps a channel that an earlier version set while it could not read the history, and notes it', async () => {
    const handler = toPersonId(developmentPeople.handler);
    const unread = (): never => {
      throw new StoreError('broken');
    };
    const begun = { targets: bot.store().targets, clock: bot.clock.now, onUnreadable: () => undefined };
    await recordKeyWraps({ ...begun, settings: bot.store().settings }, handler, { group: 'acu', people: [handler] });
    const target = await bot.store().targets.read('acu');
    if (target === undefined) throw new Error('no channel is set');
    const { noted: _noted, ...first } = target;
    // As the version of before does, to which the entry of the wrapped key is none.
    const before = createAuditedTargets({ ...begun, settings: { add: unread, all: unread } });
    await before.write({ ...first, conversationId: '19:newest@thread.tacv2' }, { objectId: handler });

    for (let starts = 0; starts < 2; starts += 1) {
      await bot.restart();
      expect(await bot.store().targets.read('acu')).toMatchObject({ conversationId: '19:newest@thread.tacv2' });
      expect((await bot.store().settings.all()).at(-1)).toMatchObject({
        kind: 'targetSet',
        by: 'system',
        detail: { target: { name: 'acu', conversationId: '19:newest@thread.tacv2' } },
      });
    }
    expect(await audit('verify')).toMatchObject({ code: 0 });
    const log = bot.log.join('');
    expect(log).toContain('"event":"targetSet","target":"acu"');
    expect(log).not.toContain('targetMended');

    // Whoever changes it behind the history does not pass for that version.
    await bot.store().targets.write({ ...first, noted: 1, conversationId: '19:elsewhere@thread.tacv2' });
    await bot.restart();
    expect(await bot.store().targets.read('acu')).toMatchObject({ conversationId: '19:newest@thread.tacv2' });
    expect(bot.log.join('')).toContain('targetMended');
  });

  it('has a channel that was changed behind it found by the audit, and put right by the next start', async () => {
    const target = await bot.store().targets.read('acu');
    if (target === undefined) throw new Error('no channel is set');
    await bot.store().targets.write({ ...target, conversationId: '19:elsewhere@thread.tacv2' });
    const { code, printed } = await audit('verify');
    expect({ code, printed }).toMatchObject({ code: 3 });
    expect(printed).toContain('Settings, the channel “acu”: it is not the one in their history.');
    await bot.restart();
    expect(await bot.store().targets.read('acu')).toMatchObject({ conversationId: channels.acu });
    expect((await kinds()).at(-1)).toBe('targetMended');
    expect(bot.log.join('')).toContain('"event":"targetMended","target":"acu"');
    expect(await audit('verify')).toMatchObject({ code: 0 });
  });
});

describe('somebody who can write to the file', () => {
  beforeEach(async () => {
    bot = await startBot({ entryPoint: 'dialog' });
    await move(fresh);
  });
  function tamper(work: (database: DatabaseSync) => void): void {
    const database = new DatabaseSync(join(bot.folder, 'candour.db'));
    work(database);
    database.close();
  }
  const replace = (sequence: number, how: (entry: SettingEntry) => SettingEntry): void =>
    tamper((database) => {
      const row = database.prepare('SELECT record FROM settings_history WHERE sequence = ?').get(sequence);
      const entry = how(settingEntrySchema.parse(JSON.parse(String(row?.['record']))));
      database
        .prepare('UPDATE settings_history SET record = ? WHERE sequence = ?')
        .run(JSON.stringify(entry), sequence);
    });

  it('and removes the history, or cuts its end with the channel made to fit, is seen against an anchor', async () => {
    const anchor = await anchored();
    const target = await bot.store().targets.read('acu');
    if (target === undefined) throw new Error('no channel is set');
    tamper((database) => database.exec('DELETE FROM settings_history WHERE sequence > 5'));
    const { teamId: _team, ...first } = target;
    await bot.store().targets.write({ ...first, conversationId: channels.acu });
    expect(await audit('verify')).toMatchObject({ code: 0 });
    for (const sql of ['SELECT 1', 'DELETE FROM settings_history']) {
      tamper((database) => database.exec(sql));
      const { code, printed } = await against(anchor);
      expect(printed).toContain('Settings, entry 6: anchored entries are missing.');
      expect(code).toBe(3);
    }
  });

  it('and makes another of an entry is found, also with its hash made anew', async () => {
    const by = { objectId: toPersonId('another') };
    replace(6, (entry) => ({ ...entry, by }));
    expect((await audit('verify')).printed).toContain('Settings, entry 6: the entry was changed after it was written.');
    replace(6, (entry) => ({ ...entry, by, hash: hashOfSettingEntry({ ...entry, by }) }));
    replace(3, (entry) => ({ ...entry, by, hash: hashOfSettingEntry({ ...entry, by }) }));
    expect((await audit('verify')).printed).toContain(
      'Settings, entry 4: the entry does not follow the one before it.',
    );
  });

  it('and damages it stops neither alerts from being moved nor the next start, and the audit says so', async () => {
    tamper((database) => database.prepare('UPDATE settings_history SET record = ? WHERE sequence = 2').run('{}'));
    await move(channels.acuSecond);
    expect(await bot.store().targets.read('acu')).toMatchObject({ conversationId: channels.acuSecond });
    await bot.restart();
    expect(bot.log.join('')).toContain('"event":"settingsUnreadable"');
    const { code, printed } = await audit('verify');
    expect(printed).toContain('Settings, entry 1: the history cannot be read, from this entry or a later one.');
    expect(code).toBe(3);
  });

  it('and removes a channel has it back with the next start', async () => {
    tamper((database) => database.exec(`DELETE FROM targets WHERE name = 'acu'`));
    expect((await audit('verify')).code).toBe(3);
    await bot.restart();
    expect(await bot.store().targets.read('acu')).toMatchObject({ conversationId: fresh });
    expect(await audit('verify')).toMatchObject({ code: 0 });
  });

  it('and had a store of before is told that its history is still to begin', async () => {
    tamper((database) => database.exec('DELETE FROM settings_history'));
    const { code, printed } = await audit('verify');
    expect(printed).toContain('The settings have no history yet: it begins when the server next starts.');
    expect(code).toBe(0);
    await bot.restart();
    expect(await kinds()).toEqual(['targetSet', 'targetSet', 'targetSet', 'recipientsRead', 'rolesRead']);
  });
});
