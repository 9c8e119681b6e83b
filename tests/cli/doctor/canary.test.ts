import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StoreError, type StoreErrorCode } from '../../../core/ports/store-error.ts';
import type { Store } from '../../../core/ports/store.ts';
import { runDoctor } from '../../support/cli/run-doctor.ts';
import { assertAbsent } from '../../support/journeys/canary.ts';
import { newReporter, sendFullReport } from '../../support/journeys/reporter.ts';
import { type RunningBot, startBot } from '../../support/journeys/running-bot.ts';
import { parseCardCode, parseCardReference } from '../../support/journeys/saved-case.ts';
import { forceEnvironment } from '../../support/config/force-environment.ts';
import { thrownErrors } from '../../leaks/failing-parts.ts';

const sent: { bot?: RunningBot; marks: readonly string[]; canary: string } = { marks: [], canary: '' };
beforeAll(async () => {
  const bot = await startBot({ entryPoint: 'dialog' });
  const reporter = await newReporter(bot);
  await sendFullReport(reporter, reporter.report);
  const { person } = reporter.teams;
  const code = parseCardCode(reporter.teams.card());
  const reference = parseCardReference(reporter.teams.card()) ?? '';
  const who = [person.name, person.objectId, person.userId, person.conversationId];
  const shown = [code, reference].flatMap((one) => [one, one.replaceAll('-', '')]);
  Object.assign(sent, { bot, canary: reporter.canary, marks: [reporter.canary, ...who, ...shown] });
  expect(sent.marks.every((mark) => mark.length > 5)).toBe(true);
});
afterAll(() => sent.bot?.stop());

function environment(): Readonly<Record<string, string>> {
  if (sent.bot === undefined) throw new Error('no bot');
  const { folder, settings } = sent.bot;
  return {
    ...forceEnvironment(`${folder}/candour.db`),
    FILES_FOLDER: `${folder}/files`,
    CARRIED_STATE_SECRET: settings.secret,
  };
}

/** Makes every part of a store that is named throw what it is told, also its own functions. */
function troubled(
  store: Store,
  names: readonly string[] | 'all',
  thrown: (given: readonly unknown[]) => unknown,
): Store {
  const throwing = (...given: readonly unknown[]): never => {
    throw thrown(given);
  };
  return new Proxy(store, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      const isMeant = name !== 'close' && (names === 'all' || names.includes(String(name)));
      if (!isMeant || value === null) return value;
      if (typeof value === 'function') return throwing;
      if (typeof value !== 'object') return value;
      return new Proxy(value, {
        get: (part, of, self) =>
          typeof Reflect.get(part, of, self) === 'function' ? throwing : Reflect.get(part, of, self),
      });
    },
  });
}

/** Asks the doctor, in words and for a program, and looks for everything of the report and its person in both. */
async function ask(around?: (store: Store) => Store): Promise<string> {
  const { printed } = await runDoctor(environment(), [], around === undefined ? {} : { wrapStore: around });
  assertAbsent('what the doctor says', printed, sent.marks);
  return printed;
}

describe('what the doctor says of a store that holds a report', () => {
  it('has nothing of it where all is well', async () => {
    expect(await ask()).not.toContain('check-failed');
  });

  const parts = ['targets', 'outbox', 'drafts', 'rateLimits', 'dayKeys', 'check', 'lastWriterVersion', 'time'];
  it.each([
    ...Object.keys(thrownErrors).map((name) => ['all' as const, name] as const),
    ...parts.map((part) => [[part], 'an error with its document'] as const),
  ])('has nothing of it where %s throw %s full of words', async (names, name) => {
    const { canary } = sent;
    const thrown = (given: readonly unknown[]) => thrownErrors[name]?.(`${canary} ${JSON.stringify(given)}`);
    expect(await ask((store) => troubled(store, names, thrown))).toContain('check-failed');
  });

  it.each<StoreErrorCode>(['busy', 'unavailable', 'full', 'readOnly', 'unknown', 'broken', 'moved', 'newer'])(
    'has nothing of it where the store is %s',
    async (code) => {
      const thrown = () => new StoreError(code, sent.canary);
      expect(await ask((store) => troubled(store, 'all', thrown))).toContain('store-refused');
    },
  );

  it('has nothing of it where somebody wrote words into each row that it looks at', async () => {
    const database = new DatabaseSync(`${sent.bot?.folder ?? ''}/candour.db`);
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
    let changed = 0;
    for (const name of tables.map((row) => String(row['name']))) {
      if (!['targets', 'alerts', 'people', 'versions', 'marks', 'day_keys'].includes(name)) continue;
      const columns = database.prepare(`PRAGMA table_info(${name})`).all();
      if (!columns.some((column) => column['name'] === 'record')) continue;
      const words = JSON.stringify({ name: sent.canary, serviceUrl: sent.canary, number: sent.canary });
      changed += Number(database.prepare(`UPDATE ${name} SET record = ?`).run(words).changes);
    }
    database.close();
    expect(changed).toBeGreaterThan(1);
    await ask();
  });
});
