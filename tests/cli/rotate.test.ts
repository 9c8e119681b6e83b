import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { rotateCommand, type RotateContext, rotatedSecretNames } from '../../cli/rotate.ts';
import { createDayKeyRing } from '../../dialogs/bot-framework/day-key-ring.ts';
import { openSqliteStore } from '../../storage/sqlite/open-sqlite-store.ts';
import { createDeployment } from '../support/cli/run-doctor.ts';
import { createMovableClock } from '../support/journeys/movable-clock.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';

type Environment = Readonly<Record<string, string>>;
const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
const dayMs = 24 * 3_600_000;

let folder: string;
let environment: Environment;
let clock: ReturnType<typeof createMovableClock>;
beforeEach(async () => {
  folder = createTemporaryFolder();
  clock = createMovableClock();
  environment = await createDeployment(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

async function rotate(args: readonly string[], more: Partial<RotateContext> = {}) {
  const said: string[] = [];
  const code = await rotateCommand(
    { printLine: (line) => said.push(line), clock: clock.now, environment, ...more },
    args,
  );
  const text = said.join('\n');
  const values = Object.entries(more.environment ?? environment).filter(([name]) =>
    /SECRET|PASSWORD|_KEY$/u.test(name),
  );
  expect(values.filter(([, value]) => value !== undefined && text.includes(value))).toEqual([]);
  return { code, text };
}
/** Has a server with these settings seal a card today. */
async function cardBy(given: Environment): Promise<void> {
  const store = openSqliteStore(join(folder, 'candour.db'));
  const { CARRIED_STATE_SECRET: secret = '', CARRIED_STATE_SECRET_BEFORE: secretBefore } = given;
  const beside = { ...(secretBefore && { secretBefore }), clock: clock.now, random };
  await createDayKeyRing({ dayKeys: store.dayKeys, secret, ...beside }).current();
  await store.close();
}
const linesIn = (file: string): Environment =>
  Object.fromEntries(
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );

describe('npm run rotate', () => {
  it('says of every secret whether it is given, with its first step where it is, and no value', async () => {
    const { code, text } = await rotate([]);
    expect(code).toBe(0);
    for (const name of rotatedSecretNames) {
      expect(text).toContain(`${name}: ${environment[name] === undefined ? 'not set' : 'set'}.`);
    }
    expect(text.match(/^ {2}Next: /gmu)).toHaveLength(rotatedSecretNames.filter((name) => environment[name]).length);
  });

  it.each(rotatedSecretNames)('says the steps of %s, one after the other', async (name) => {
    const { code, text } = await rotate(['steps', name]);
    expect(code).toBe(0);
    expect(text).toMatch(/^1\. .+\n2\. /u);
    expect(text).toMatch(/check|Remove it/u);
  });

  it('draws the secret of the servers into a file for this account alone, with the one before, and says neither', async () => {
    await cardBy(environment);
    const file = join(folder, 'new.env');
    const { code, text } = await rotate(['draw', 'CARRIED_STATE_SECRET', '--to', file]);
    expect(code).toBe(0);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const drawn = linesIn(file);
    expect(drawn['CARRIED_STATE_SECRET_BEFORE']).toBe(environment['CARRIED_STATE_SECRET']);
    expect(drawn['CARRIED_STATE_SECRET']).toMatch(/^[\w+/]{44}$/u);
    expect(text).not.toContain(drawn['CARRIED_STATE_SECRET']);
    const again = await rotate(['draw', 'CARRIED_STATE_SECRET', '--to', file]);
    expect([again.code, again.text]).toEqual([1, expect.stringContaining('exists already')]);
    expect(linesIn(file)).toEqual(drawn);
  });

  it('says how far a change of it has come, and refuses a second one that would lose open cards', async () => {
    await cardBy(environment);
    const file = join(folder, 'new.env');
    await rotate(['draw', 'CARRIED_STATE_SECRET', '--to', file]);
    const changed = { ...environment, ...linesIn(file) };
    const under = await rotate(['check', 'CARRIED_STATE_SECRET'], { environment: changed });
    expect(under.text).toContain('under the current secret: 0, under the previous one: 1.');
    expect(under.text).toContain('Keep CARRIED_STATE_SECRET_BEFORE');
    const second = await rotate(['draw', 'CARRIED_STATE_SECRET', '--to', join(folder, 'second.env')], {
      environment: changed,
    });
    expect([second.code, second.text]).toEqual([1, expect.stringContaining('would lose them')]);
    clock.forward(2 * dayMs);
    await cardBy(changed);
    const over = await rotate(['check', 'CARRIED_STATE_SECRET_BEFORE'], { environment: changed });
    expect(over.text).toContain('under the current secret: 1, under the previous one: 0.');
    expect(over.text).toContain('remove it');
  });

  it('finds settings that are not those of the servers, before a card is lost by them', async () => {
    await cardBy(environment);
    const others = { ...environment, CARRIED_STATE_SECRET: randomBytes(33).toString('base64') };
    const check = await rotate(['check', 'CARRIED_STATE_SECRET'], { environment: others });
    expect(check.code).toBe(10);
    expect(check.text).toContain('is not the one that the servers use');
    const drawn = await rotate(['draw', 'CARRIED_STATE_SECRET', '--to', join(folder, 'new.env')], {
      environment: others,
    });
    expect(drawn.code).toBe(1);
  });

  it('draws the key that signs exports, and finds it in use by the fingerprint that was shown', async () => {
    const file = join(folder, 'signing.env');
    const { text } = await rotate(['draw', 'EXPORT_SIGNING_KEY', '--to', file]);
    const [, fingerprint = ''] = /Its security code: (.+)/u.exec(text) ?? [];
    expect(fingerprint).not.toBe('');
    const changed = { ...environment, ...linesIn(file) };
    const { code, text: checked } = await rotate(['check', 'EXPORT_SIGNING_KEY'], { environment: changed });
    expect([code, checked]).toEqual([0, expect.stringContaining(fingerprint)]);
  });

  it('shows a new value on a terminal where that is asked for, and nowhere where there is none', async () => {
    const shown: string[] = [];
    const { code, text } = await rotate(['draw', 'EXPORT_SIGNING_KEY', '--show'], {
      showOnTerminal: (line) => shown.push(line),
    });
    expect([code, shown.length]).toEqual([0, 1]);
    expect(text).not.toContain(shown[0]?.slice('EXPORT_SIGNING_KEY='.length));
    expect((await rotate(['draw', 'EXPORT_SIGNING_KEY', '--show'])).code).toBe(1);
  });

  it('draws nothing that others look after, and says what to do there', async () => {
    const { code, text } = await rotate(['draw', 'COSMOS_KEY', '--to', join(folder, 'new.env')]);
    expect([code, text]).toEqual([2, expect.stringContaining('secondary key')]);
  });

  it.each([
    [['draw']],
    [['check', 'HOST']],
    [['draw', 'EXPORT_SIGNING_KEY']],
    [['steps']],
    [['--all']],
    [['check', 'COSMOS_KEY', 'x']],
  ])('says how it is called where it is asked %j', async (args) => {
    expect(await rotate(args)).toEqual({ code: 2, text: expect.stringContaining('npm run rotate -- steps') });
  });

  it('says of one that is not given that there is nothing to look at', async () => {
    expect((await rotate(['check', 'COSMOS_KEY'])).text).toContain('not set');
    expect((await rotate(['check', 'CARRIED_STATE_SECRET_BEFORE'])).code).toBe(0);
  });
});
