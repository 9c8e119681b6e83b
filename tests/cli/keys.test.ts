import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityFromSeed } from '../../crypto/age-identity.ts';
import { createAgeSealer } from '../../crypto/node/age-sealer.ts';
import { recipientFromIdentitySync } from '../../crypto/node/hybrid-recipient.ts';
import { readIdentityFile } from '../../crypto/node/identity-file.ts';
import { decryptSeal } from '../../crypto/decrypt-seal.ts';
import { identityText } from '../../crypto/node/identity-file.ts';
import { wrapWithPassphrase } from '../../crypto/identity-file-writer.ts';
import { childEnvironment } from '../support/child-environment.ts';
import { importedPath } from '../support/imported-file.ts';

const program = importedPath(() => import('../../cli/candour.ts'), import.meta.url);
const passphrase = 'six words that were drawn at random';

interface Ran {
  readonly code: number;
  readonly said: string;
  readonly complained: string;
}

let folder: string;

/** Runs the command as an operator would, with nothing of this process's environment but the path. */
const keys = (args: readonly string[], settings: Readonly<Record<string, string>> = {}): Promise<Ran> =>
  new Promise((settle) => {
    const env = { ...childEnvironment, ...settings };
    const child = execFile(
      process.execPath,
      [program, 'keys', ...args],
      { cwd: folder, env },
      (error, said, complained) => {
        settle({ code: error === null ? 0 : Number(error.code), said, complained });
      },
    );
    child.stdin?.end();
  });

const line = async (path: string) => (await readFile(join(folder, path), 'utf8')).trim();
const holder = identityFromSeed(new Uint8Array(32).fill(1));
const newcomer = identityFromSeed(new Uint8Array(32).fill(2));
const withHolder = ['--personal', 'holder'];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candour-keys-'));
  await writeFile(join(folder, 'passphrase'), `${passphrase}\n`);
  await writeFile(join(folder, 'holder'), identityText(holder, 'a holder'));
  await writeFile(join(folder, 'holder.recipient'), `${recipientFromIdentitySync(holder)}\n`);
  await writeFile(join(folder, 'newcomer.recipient'), `${recipientFromIdentitySync(newcomer)}\n`);
  const made = await Promise.all(
    ['acu', 'recovery'].map((group) => keys(['make', '--for', group, '--to', group, '--wrap-for', 'holder.recipient'])),
  );
  expect(made).toMatchObject([
    { code: 0, complained: '' },
    { code: 0, complained: '' },
  ]);
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('npm run keys', () => {
  it('makes a key that only its owner can read, and says what to do with it', async () => {
    const ran = await keys([
      'make',
      '--for',
      'custodians',
      '--to',
      'custody',
      '--wrap-for',
      recipientFromIdentitySync(holder),
    ]);
    expect(ran.code).toBe(0);
    expect(ran.said).toContain(`\nRECIPIENTS_CUSTODIANS=${await line('custody/custodians.recipient')}\n`);
    for (const part of [
      'Where to keep it',
      'Who may hold it',
      'If it is lost',
      'A newcomer',
      'A leaver',
      'cannot undo',
    ]) {
      expect(ran.said).toContain(part);
    }
    expect(await readdir(join(folder, 'custody'))).toEqual(['custodians.identity.age', 'custodians.recipient']);
    const path = join(folder, 'custody/custodians.identity.age');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const [identity = ''] = (await readIdentityFile(path, { personal: async () => [holder] })).identities;
    expect(identity).toMatch(/^AGE-SECRET-KEY-PQ-1/);
    expect(ran.said + ran.complained).not.toContain(identity.slice(20, 50));
  });

  it('makes a key of one’s own in a passphrase, and wraps it in another', async () => {
    const made = await keys(['personal', '--to', 'own', '--name', 'mine', '--passphrase-file', 'passphrase']);
    expect(made).toMatchObject({ code: 0, complained: '' });
    expect(made.said + (await line('own/mine.identity.age'))).not.toContain('SECRET');

    await writeFile(join(folder, 'other'), 'another six words, drawn anew\n');
    const from = ['rewrap', '--identity', 'own/mine.identity.age', '--passphrase-file', 'passphrase'];
    expect((await keys([...from, '--to', 'own-2', '--new-passphrase-file', 'other'])).code).toBe(0);
    const check = ['check', '--identity', 'own-2/mine.identity.age', '--passphrase-file', 'other'];
    const ran = await keys(check, { RECIPIENTS_RESERVE: await line('own/mine.recipient') });
    expect(ran).toMatchObject({ code: 0, complained: '' });
    expect(ran.said).toContain('the reserve officers');
  });

  it('finds that a key opens what the settings seal, and what it must not open stays shut', async () => {
    const settings = {
      RECIPIENTS_ACU: await line('acu/acu.recipient'),
      RECIPIENTS_RECOVERY: await line('recovery/recovery.recipient'),
    };
    const check = (group: string) => ['check', '--identity', `${group}/${group}.identity.age`, ...withHolder];
    const acu = await keys(check('acu'), settings);
    expect(acu).toMatchObject({ code: 0, complained: '' });
    expect(acu.said).toContain('It opens: what is encrypted for the unit.');
    expect(acu.said).toContain('RECIPIENTS_CUSTODIANS: not set');

    expect((await keys(check('recovery'), settings)).code).toBe(1);
    const all = { ...settings, RECIPIENTS_RESERVE: await line('newcomer.recipient') };
    expect((await keys(check('recovery'), all)).code).toBe(0);

    await writeFile(join(folder, 'settings'), `RECIPIENTS_RESERVE=${await line('newcomer.recipient')}\n`);
    const foreign = await keys([...check('acu'), '--settings', 'settings'], settings);
    expect(foreign.code).toBe(1);
    expect(foreign.said).toContain('This file holds: no key that the settings name.');
  });

  it('refuses settings that join what is kept apart', async () => {
    const one = await line('acu/acu.recipient');
    const check = ['check', '--identity', 'acu/acu.identity.age', ...withHolder];
    const ran = await keys(check, { RECIPIENTS_ACU: one, RECIPIENTS_CUSTODIANS: one });
    expect(ran.code).toBe(2);
    expect(ran.complained).toContain('there twice');
  });

  it('wraps a key anew for a newcomer, who then opens what was sealed before', async () => {
    const seal = createAgeSealer({ acu: [await line('acu/acu.recipient')], recovery: [], reserve: [], custodians: [] });
    const sealed = await seal.seal('words', 'acu');
    const from = ['rewrap', '--identity', 'acu/acu.identity.age', ...withHolder, '--to', 'anew'];
    const ran = await keys([
      ...from,
      '--wrap-for',
      recipientFromIdentitySync(holder),
      '--wrap-for',
      'newcomer.recipient',
    ]);
    expect(ran).toMatchObject({ code: 0, complained: '' });

    const opened = async (file: string, own: string) =>
      (await readIdentityFile(join(folder, file), { personal: async () => [own] })).identities;
    for (const own of [holder, newcomer]) {
      expect(await decryptSeal(sealed, await opened('anew/acu.identity.age', own))).toBe('words');
    }
    await expect(opened('acu/acu.identity.age', newcomer)).rejects.toMatchObject({ code: 'notForThisIdentity' });
  });

  it('overwrites nothing', async () => {
    const before = await readFile(join(folder, 'acu/acu.identity.age'));
    const wrapFor = ['--wrap-for', 'newcomer.recipient'];
    const again = [
      ['make', '--for', 'acu', '--to', 'acu', ...wrapFor],
      ['personal', '--to', 'acu', '--name', 'acu', '--passphrase-file', 'passphrase'],
      ['rewrap', '--identity', 'acu/acu.identity.age', ...withHolder, '--to', 'acu', ...wrapFor],
    ];
    for (const ran of await Promise.all(again.map((args) => keys(args)))) {
      expect(ran).toMatchObject({ code: 2, said: '' });
      expect(ran.complained).toContain('exists already');
    }
    expect(await readFile(join(folder, 'acu/acu.identity.age'))).toEqual(before);
  });

  it('asks for no passphrase without a terminal, and takes no short one', async () => {
    expect((await keys(['make', '--for', 'reserve', '--to', 'none'])).complained).toContain('no terminal');
    await writeFile(join(folder, 'short'), 'Heddlu2026\n');
    const short = await keys(['make', '--for', 'reserve', '--to', 'none', '--passphrase-file', 'short']);
    expect(short.complained).toContain('too short');
    expect(short.complained).not.toContain('Heddlu2026');
    expect(await readdir(join(folder, 'none'))).toEqual([]);
  });

  it('takes none that is easily guessed, and repeats nothing of it', async () => {
    const guessed = 'a'.repeat(20);
    await writeFile(join(folder, 'guessed'), `${guessed}\n`);
    await writeFile(join(folder, 'good'), `${passphrase}\n`);
    await keys(['personal', '--to', 'guessed-own', '--name', 'mine', '--passphrase-file', 'good']);
    const from = ['rewrap', '--identity', 'guessed-own/mine.identity.age', '--passphrase-file', 'good'];
    for (const args of [
      ['make', '--for', 'reserve', '--to', 'guessed-1', '--passphrase-file', 'guessed'],
      ['personal', '--to', 'guessed-2', '--passphrase-file', 'guessed'],
      [...from, '--to', 'guessed-3', '--new-passphrase-file', 'guessed'],
    ]) {
      const ran = await keys(args);
      expect(ran).toMatchObject({ code: 2, said: '' });
      expect(ran.complained).toContain('too easy to guess');
      expect(ran.complained).not.toContain(guessed);
    }
    for (const to of ['guessed-1', 'guessed-2', 'guessed-3']) expect(await readdir(join(folder, to))).toEqual([]);
  });

  it('opens with a passphrase of before that would not be taken today', async () => {
    const identity = identityFromSeed(new Uint8Array(32).fill(3));
    const wrapped = await wrapWithPassphrase(identityText(identity, 'of before'), 'a'.repeat(20), 10);
    await writeFile(join(folder, 'before.identity.age'), wrapped);
    await writeFile(join(folder, 'of-before'), `${'a'.repeat(20)}\n`);
    const check = ['check', '--identity', 'before.identity.age', '--passphrase-file', 'of-before'];
    const ran = await keys(check, { RECIPIENTS_RESERVE: recipientFromIdentitySync(identity) });
    expect(ran).toMatchObject({ code: 0, complained: '' });
  });

  it('shows how it is used, and repeats nothing of what it did not understand', async () => {
    expect(await keys([])).toMatchObject({ code: 0, said: expect.stringContaining('Usage') });
    const misunderstood = [
      ['make', '--for', 'everyone', '--to', 'none'],
      ['make', '--for', 'acu'],
      ['personal', '--to', 'none', '--name', '../canary-9c1'],
      ['make', '--passphrase', 'canary-9c1'],
      ['check', '--identity', 'canary-9c1'],
      ['make', '--for', 'acu', '--to', 'none', '--wrap-for', 'age1canary-9c1'],
      ['canary-9c1'],
    ];
    for (const ran of await Promise.all(misunderstood.map((args) => keys(args)))) {
      expect(ran.code).toBe(2);
      expect(ran.said + ran.complained).not.toContain('canary-9c1');
    }
  });
});
