import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadServerSettings } from '../../bot/config/server-settings.ts';
import { formatCaseId } from '../../core/model/case-id.ts';
import { ensureDevelopmentKeys } from '../../development/development-keys.ts';
import { developmentPeople } from '../../development/development-tenant.ts';
import { rebuildAsVersion, buildArtefact } from '../support/deploy/built-artefact.ts';
import { assertAbsent, assertAbsentOnDisk } from '../support/journeys/canary.ts';
import { waitFor } from '../support/journeys/wait-for.ts';
import { newReporter, sendFullReport } from '../support/journeys/reporter.ts';
import { parseCardReference } from '../support/journeys/saved-case.ts';
import { createBotSettings } from '../support/journeys/bot-settings.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';
import { type Effort, estimateMinutes, formatEffort, measureEffort } from '../support/walk/effort.ts';
import { createSetupAnswers } from '../support/walk/setup-answers.ts';
import { placeholderValues, newerVersion } from '../support/walk/placeholder-values.ts';
import { createWorld, type Person, homePath, type World } from '../support/walk/person.ts';
import { startWalkNetwork, type WalkNetwork } from '../support/walk/network.ts';
import { type CommandResult, typeBlock } from '../support/walk/terminal.ts';
import { type Guide, walkGuides, type WalkResult } from '../support/walk/walk-guide.ts';

const readGuide = (name: string): Guide => ({
  name,
  text: readFileSync(join(resolve(import.meta.dirname, '../..'), name), 'utf8'),
});
const installGuide = readGuide('docs/guides/install.md');
const keepingGuide = readGuide('docs/guides/keeping.md');
const { name, text: guide } = installGuide;
const data = '/var/lib/candour';
const program = 'node /opt/candour/candour.mjs';
const archive = 'candour-0.1.0.tar.gz';
let surroundings: WalkNetwork;
let made: string;
let newer: string;

beforeAll(async () => {
  const missing = ['bwrap', 'script'].filter((tool) => spawnSync(tool, ['--version']).error);
  if (missing.length > 0)
    throw new Error(`${missing.join(' and ')} is missing: "apt-get install bubblewrap bsdutils" brings it`);
  surroundings = await startWalkNetwork();
  const sources = join(createTemporaryFolder(), 'candour');
  made = await buildArtefact(sources, {});
  newer = await rebuildAsVersion(newerVersion, sources);
});
afterAll(() => surroundings?.stop());

/** A machine with what was fetched, and nothing else of Candour. */
function freshWorld(): World {
  const { names, environment, authorities } = surroundings;
  const world = { folder: createTemporaryFolder(), names, environment, authorities };
  createWorld(world);
  cpSync(made, homePath(world, '/root/fetched'), { recursive: true });
  cpSync(newer, homePath(world, '/root/newer'), { recursive: true });
  return world;
}

const typed = (world: World, person: Person, code: string): Promise<CommandResult> =>
  typeBlock(world, person, code, { terminal: 'beside' }).ended;

/** What must be printed nowhere, and the reference of the report that it is of. */
interface Kept {
  readonly reference: string;
  readonly words: readonly string[];
  readonly secrets: readonly string[];
}

/** Reports as somebody on a phone would, and sees that the unit's channel is told. */
async function report(world: World): Promise<Kept> {
  const { microsoft, connector, port, environment } = surroundings;
  const given = parseEnv(readFileSync(homePath(world, `${data}/.env`), 'utf8'));
  const reporter = await newReporter({
    settings: loadServerSettings({ ...given, ...environment }),
    connector,
    endpoint: () => `http://127.0.0.1:${port}/api/messages`,
    authorization: async () => `Bearer ${await microsoft.issuer.token({ serviceurl: connector.serviceUrl })}`,
    clock: {
      now: () => new Date(),
      monotonic: () => performance.now(),
      forward: () => undefined,
      set: () => undefined,
    },
  });
  await sendFullReport(reporter, { ...reporter.report, risk: 'yes' });
  const caseId = parseCardReference(reporter.teams.card());
  if (caseId === undefined) throw new Error('no reference');
  const reference = formatCaseId(caseId);
  await waitFor('an alert', () => connector.posts.find(({ activity }) => JSON.stringify(activity).includes(reference)));
  const secrets = ['CARRIED_STATE_SECRET', 'EXPORT_SIGNING_KEY', 'BOT_APP_PASSWORD'].map((one) => given[one] ?? '');
  expect(secrets.every((one) => one.length > 20)).toBe(true);
  return { reference, words: [reporter.canary], secrets };
}

/** Opens a report of the store that was restored, on a copy, where the unit's key is. */
async function open(world: World, { reference, words }: Kept, walked: Pick<WalkResult, 'holder'>): Promise<void> {
  const copy = homePath(world, '/home/holder/copy');
  cpSync(homePath(world, data), copy, { recursive: true });
  const code = `cd /home/holder/copy
SQLITE_PATH=candour.db ${program} open-report ${reference} --identity /home/holder/keys/acu.identity.age --as ${developmentPeople.handler}`;
  const opened = await typeBlock(world, 'holder', code, { answering: walked.holder.answering(code), terminal: 'opens' })
    .ended;
  expect([opened.code, words.every((one) => opened.printed.includes(one))]).toEqual([0, true]);
  rmSync(copy, { recursive: true });
}

const valueOf = (one: string, printed: string): string | undefined => placeholderValues[one]?.(surroundings, printed);

/** Walks guides on a machine, with what the test does in place of people at phones and browsers. */
async function walk(
  world: World,
  guides: readonly Guide[] = [installGuide],
): Promise<WalkResult & { readonly kept: Kept }> {
  let kept: Kept = { reference: '', words: [], secrets: [] };
  const marks = {
    report: async () => {
      kept = await report(world);
      const second = await typed(world, 'candour', `${program} serve`);
      expect([second.code, second.printed]).toEqual([
        1,
        expect.stringContaining('but another program already listens there'),
      ]);
    },
    open: async (walked: Pick<WalkResult, 'holder'>) => {
      await open(world, kept, walked);
      for (const folder of [data, '/var/backups/candour']) assertAbsentOnDisk(homePath(world, folder), kept.words);
      assertAbsentOnDisk(homePath(world, '/var/backups/candour'), kept.secrets);
      const mode = statSync(homePath(world, `${data}/.env`)).mode & 0o777;
      expect(mode).toBe(0o600);
    },
  };
  const answers = createSetupAnswers(surroundings);
  return { ...(await walkGuides({ guides, world, filledIn: valueOf, answers, marks })), kept };
}

function printEffort(effort: Effort, { printed, ends: [first] }: WalkResult): void {
  const setup = printed.find(({ code }) => code.endsWith(' setup'))?.printed ?? '';
  process.stdout.write(`${formatEffort(effort)}\n${estimateMinutes(guide, setup, effort, first?.ms ?? 0)}\n`);
}

describe('the guides for installing and for keeping it', () => {
  it('lead somebody who has the archive and Node through all of it, show no secret, and leave nothing', async () => {
    const world = freshWorld();
    const walked = await walk(world, [installGuide, keepingGuide]);
    const { printed, served, holder, kept } = walked;
    await walked.stop();
    const effort = measureEffort(guide, walked);
    printEffort(effort, walked);
    expect(effort.lines + effort.answers).toBeLessThanOrEqual(40);
    expect(printed.length).toBeGreaterThan(30);
    expect(served).toHaveLength(6);
    const shown = [...printed.map((one) => one.printed), ...served];
    expect(kept.words).toHaveLength(1);
    for (const text of shown) assertAbsent('what was printed', text, [...kept.words, ...kept.secrets]);
    const whole = shown.join('\n');
    expect(whole).not.toMatch(/AGE-SECRET-KEY/iu);
    // Each is drawn once, to be written down, and shown by nothing afterwards.
    expect(holder.written.size).toBe(6);
    for (const passphrase of holder.written.values()) expect(whole.split(passphrase)).toHaveLength(2);
    expect(readdirSync(homePath(world, '/opt'))).toEqual([]);
    expect(readdirSync(homePath(world, '/var/lib'))).toEqual([]);
  });
});

/** The line of the guide with this text. */
const lineOf = (text: string, within = guide): number => within.split('\n').findIndex((line) => line === text) + 1;

describe('a walk', () => {
  it('ends at the line that looks at the sums where the archive is another by one byte, before it is unpacked', async () => {
    const world = freshWorld();
    const file = homePath(world, `/root/fetched/${archive}`);
    const bytes = readFileSync(file);
    bytes[1_000_000] = (bytes[1_000_000] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const checks = lineOf('sha256sum --check SHA256SUMS');
    await expect(walk(world)).rejects.toThrow(
      new RegExp(`^${name}:${checks}: it ended with 1[^]*${archive}: FAILED`, 'u'),
    );
    expect(readdirSync(homePath(world, '/opt'))).toEqual([]);
  });

  it.each([
    ['a line that fails', 'ln -s candour-0.1.0 /opt/candour', 'ln -s candour-0.1.0 /opt/nowhere/candour', 0],
    ['a command that there is not', 'sha256sum --check SHA256SUMS', 'sha265sum SHA256SUMS', 0],
    ['other words than are printed', `${archive}: OK`, `${archive}: FINE`, -6],
  ])('ends at the line with %s', async (_what, find, put, before) => {
    const text = guide.replace(`\n${find}\n`, `\n${put}\n`);
    expect(text).not.toBe(guide);
    await expect(walk(freshWorld(), [{ name, text }])).rejects.toThrow(`${name}:${lineOf(put, text) + before}: `);
  });
});

describe('somebody who installs it', () => {
  const unpack = `mkdir -p '/opt/two words'
tar -xzf /root/fetched/${archive} -C '/opt/two words' --no-same-owner --strip-components=1
ln -s 'two words' /opt/candour`;

  it('and fills in nothing is told of each setting that is needed, and of none what stands there', async () => {
    const world = freshWorld();
    expect(await typed(world, 'root', unpack)).toMatchObject({ code: 0, printed: '' });
    const settings = 'umask 077\ncp /opt/candour/.env.example .env';
    expect(await typed(world, 'candour', settings)).toMatchObject({ code: 0, printed: '' });
    const { code, printed } = await typed(world, 'candour', `${program} serve`);
    expect(code).toBe(78);
    for (const one of [
      'TENANT_ID',
      'BOT_APP_ID',
      'ROLE_HANDLERS',
      'ALERT_TARGET_ACU',
      'RECIPIENTS_ACU',
      'CARRIED_STATE',
    ])
      expect(printed).toContain(`- ${one}`);
    expect(printed).not.toMatch(/<(?:id|object|secret|channel|name) /u);
  });

  it('in folders with a space in their names has a server, and its commands beside it', async () => {
    const world = freshWorld();
    expect(await typed(world, 'root', unpack)).toMatchObject({ code: 0, printed: '' });
    const place = `${data}/a place`;
    mkdirSync(homePath(world, place));
    const { recipients } = await ensureDevelopmentKeys(createTemporaryFolder());
    const { issuer } = surroundings.microsoft;
    const { serviceUrl } = surroundings.connector;
    const given = createBotSettings({ door: 'dialog', folder: place, serviceUrl, issuer, store: 'sqlite', recipients });
    const package_ = { PUBLIC_HOST: 'a.example', DEVELOPER_NAME: 'A force', TEAMS_APP_ID: developmentPeople.admin };
    const lines = Object.entries({ ...given, ...package_ }).map(([one, value]) => `${one}=${value}\n`);
    writeFileSync(homePath(world, `${place}/.env`), lines.join(''), { mode: 0o600 });
    const ran = "cd '/var/lib/candour/a place'\nnode '/opt/two words/candour.mjs'";
    const server = typeBlock(world, 'candour', `${ran} serve`, { terminal: 'server' });
    await server.until((printed) => printed.includes('"event":"started"'));
    for (const [command, says] of [
      ['health', 'ready'],
      ['backup --to "a copy.db"', 'The copy is complete.'],
      ['drill --from "a copy.db"', 'The drill succeeded.'],
      ['audit verify', 'All of them are intact.'],
      ['export-all --to "all of it"', 'Everything is in the folder.'],
      ['package', 'Wrote dist/candour-teams.zip.'],
    ] as const) {
      const { code, printed } = await typed(world, 'candour', `${ran} ${command}`);
      expect([command, code, printed]).toEqual([command, 0, expect.stringContaining(says)]);
    }
    server.type('\u0003');
    expect((await server.ended).code).toBe(0);
    expect(readdirSync(homePath(world, place))).toEqual(
      expect.arrayContaining(['a copy.db', 'all of it', 'candour.db']),
    );
  });
});
