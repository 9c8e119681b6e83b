import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { loadRecipients } from '../../../bot/config/recipient-settings.ts';
import { checkKeysCommand } from '../../../cli/keys/check-keys.ts';
import { KeysError } from '../../../cli/keys/keys-error.ts';
import type { KeysSubcommand } from '../../../cli/keys/keys-subcommand.ts';
import { makeGroupKeyCommand } from '../../../cli/keys/make-keys.ts';
import { formatKeyFingerprint, keyGroups } from '../../../core/model/public-keys.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

/** What somebody types at a prompt, by what was shown since the start. */
type Typing = (prompt: string, shown: string) => string;

const again = 'Type it again';
const lastDrawn = (shown: string): string => [...shown.matchAll(/^The passphrase: (.+)$/gmu)].at(-1)?.[1] ?? '';
const typesWhatIsDrawn: Typing = (prompt, shown) => (prompt === again ? lastDrawn(shown) : '');

/** Runs a command at a terminal, and gives what was printed, what the terminal alone showed, and how it ended. */
async function run(command: KeysSubcommand, args: readonly string[], typing: Typing = typesWhatIsDrawn) {
  const [printed, shown, asked]: [string[], string[], string[]] = [[], [], []];
  const ended = await command(args, {
    printLine: (line) => void printed.push(line),
    showOnTerminal: (line) => void shown.push(line),
    async askSecret(prompt) {
      asked.push(prompt);
      return typing(prompt, [...printed, ...shown].join('\n'));
    },
    recipients: loadRecipients,
  }).catch((error: unknown) => {
    if (error instanceof Error) return error;
    throw error;
  });
  return { ended, printed: printed.join('\n'), shown, asked };
}

const all = 'acu,recovery,reserve,custodians';
const clears = '\u001b[H\u001b[2J\u001b[3J';
let folder: string;
let keys: string;
let lines: string;
beforeEach(() => {
  folder = createTemporaryFolder();
  [keys, lines] = [join(folder, 'keys'), join(folder, 'recipients.env')];
});

const make = (groups: string, typing?: Typing) =>
  run(makeGroupKeyCommand, ['--for', groups, '--to', keys, '--settings', lines], typing);
const publicLine = (place: string, group: string): string =>
  readFileSync(join(place, `${group}.recipient`), 'utf8').trim();
const linesOf = (place: string, groups: readonly string[]) =>
  Object.fromEntries(groups.map((group) => [`RECIPIENTS_${group.toUpperCase()}`, publicLine(place, group)]));

/** Four keys, each wrapped in words of its own, and how that went. */
let ceremony: Awaited<ReturnType<typeof run>>;
let made: string;
let settings: string;
const words = new Map<string, string>();
beforeAll(async () => {
  const place = createTemporaryFolder();
  [made, settings] = [join(place, 'keys'), join(place, 'recipients.env')];
  ceremony = await run(makeGroupKeyCommand, ['--for', all, '--to', made, '--settings', settings]);
  for (const line of ceremony.shown) {
    const drawn = /^The passphrase: (.+)$/u.exec(line)?.[1];
    if (drawn !== undefined) words.set(all.split(',')[words.size] ?? '', drawn);
  }
});

describe('several keys that are made in turn', () => {
  it('have words, files and a line each, and the terminal is cleared of one before the next', async () => {
    const { ended, printed, shown, asked } = ceremony;
    expect([ended, new Set(words.values()).size]).toEqual([0, 4]);
    for (const one of words.values()) expect(printed).not.toContain(one);
    expect(shown.map((line) => line.replace(/: .*/u, ''))).toEqual(
      keyGroups.flatMap(() => [
        'The passphrase',
        expect.stringContaining('Write it down now, and keep it apart from the file'),
        clears,
      ]),
    );
    expect(asked.filter((prompt) => prompt.endsWith('to clear the terminal'))).toHaveLength(4);
    expect(parseEnv(readFileSync(settings, 'utf8'))).toEqual(linesOf(made, keyGroups));
    for (const group of keyGroups) {
      expect(statSync(join(made, `${group}.identity.age`)).mode & 0o777).toBe(0o600);
      const fingerprint = formatKeyFingerprint(publicLine(made, group));
      expect(printed.split('These keys were made.')[1]).toContain(`RECIPIENTS_${group.toUpperCase()}: ${fingerprint}`);
    }
  });

  it('are asked for again after a slip, which is said', async () => {
    let slips = 0;
    const { ended, shown } = await make('reserve', (prompt, so) => {
      if (prompt.startsWith('New passphrase') && slips === 1) {
        slips += 1;
        return 'Heddlu2026';
      }
      if (prompt !== again || slips > 0) return typesWhatIsDrawn(prompt, so);
      slips += 1;
      return 'other words';
    });
    expect([ended, slips]).toEqual([0, 2]);
    expect(shown).toEqual(expect.arrayContaining([expect.stringContaining('are not the same')]));
    expect(shown).toEqual(expect.arrayContaining([expect.stringContaining('is too short')]));
  });

  it('and stopped between two leave the first whole, and the others are made later', async () => {
    writeFileSync(lines, '# of the ceremony');
    const stopped = await make('acu,reserve', (prompt, shown) => {
      if (prompt.startsWith('New passphrase') && shown.includes('2 of 2')) throw new KeysError('interrupted');
      return typesWhatIsDrawn(prompt, shown);
    });
    expect(stopped.ended).toMatchObject({ code: 'stoppedBetween' });
    expect(readdirSync(keys)).toEqual(['acu.identity.age', 'acu.recipient']);
    expect((await make('reserve')).ended).toBe(0);
    expect(readFileSync(lines, 'utf8').split('\n')[0]).toBe('# of the ceremony');
    expect(parseEnv(readFileSync(lines, 'utf8'))).toEqual(linesOf(keys, ['acu', 'reserve']));
  });

  it('say that a key was made if its line cannot be written any more', async () => {
    const { ended } = await make('acu,recovery', (prompt, shown) => {
      if (prompt === again) {
        rmSync(lines);
        mkdirSync(lines);
      }
      return typesWhatIsDrawn(prompt, shown);
    });
    expect(ended).toMatchObject({ code: 'lineNotWritten' });
    expect(readdirSync(keys)).toEqual(['acu.identity.age', 'acu.recipient']);
  });

  it.each([
    ['a group that there is not', 'acu,everyone', [], 'usage'],
    ['a group that is named twice', 'acu,acu', [], 'usage'],
    ['no group', ',', [], 'usage'],
    ['one passphrase for all', all, ['--passphrase-file', 'words'], 'oneByOne'],
    ['a key that is there', 'reserve,acu', [], 'fileExists'],
    ['a line that is there', 'custodians,recovery', [], 'lineStands'],
    ['a folder for the lines', 'reserve', ['--settings', '.'], 'cannotWrite'],
    ['no place for the lines', 'reserve', ['--settings', '/nowhere/at/all'], 'cannotWrite'],
  ])('are not begun with %s', async (_what, groups, more, code) => {
    mkdirSync(keys);
    writeFileSync(join(keys, 'acu.recipient'), 'age1pq1\n');
    writeFileSync(lines, 'RECIPIENTS_RECOVERY=age1pq1\n');
    const usual = ['--for', groups, '--to', keys, '--settings', lines];
    const { ended, asked, shown } = await run(makeGroupKeyCommand, [...usual, ...more]);
    expect([ended, asked, shown]).toEqual([expect.objectContaining({ code }), [], []]);
    expect(readdirSync(keys)).toEqual(['acu.recipient']);
    expect(readFileSync(lines, 'utf8')).toBe('RECIPIENTS_RECOVERY=age1pq1\n');
  });
});

describe('a folder of keys that is checked', () => {
  /** A copy of the files of these keys. */
  function copyKeys(groups: readonly string[]): void {
    mkdirSync(keys);
    for (const group of groups) {
      writeFileSync(join(keys, `${group}.identity.age`), readFileSync(join(made, `${group}.identity.age`)));
    }
  }
  const typesThoseOf =
    (wrong: readonly string[] = []): Typing =>
    (_prompt, shown) => {
      const group = [...shown.matchAll(/^(\w+)\.identity\.age:$/gmu)].at(-1)?.[1] ?? '';
      return wrong.includes(group) ? 'other words' : (words.get(group) ?? '');
    };
  const check = (typing = typesThoseOf()) =>
    run(checkKeysCommand, ['--identity', keys, '--settings', settings], typing);

  it('is right if each opens what it must and nothing else', async () => {
    copyKeys(all.split(','));
    const { ended, printed, asked } = await check();
    expect([ended, asked.length]).toEqual([0, 4]);
    expect(printed.split('This key is correct.')).toHaveLength(5);
    expect(printed).toContain('Keys that are correct: 4 of 4.');
    expect(printed).not.toContain('Not in this folder');
  });

  it('names what is not there, and tries the others after a wrong passphrase', async () => {
    copyKeys(['acu', 'custodians']);
    writeFileSync(join(keys, 'ceremony.identity.age'), 'of the signer');
    const { ended, printed } = await check(typesThoseOf(['acu']));
    expect(ended).toBe(1);
    expect(printed).toContain('The passphrase does not open the key.');
    expect(printed).toContain("This file holds: the identity custodians' key.");
    expect(printed).toContain("Not in this folder: the recovery key, the reserve officers' key.");
    expect(printed).toContain('Keys that are correct: 1 of 2.');
  });

  it('is not right if two files have each other’s names', async () => {
    copyKeys(['acu', 'reserve']);
    renameSync(join(keys, 'acu.identity.age'), join(keys, 'between'));
    renameSync(join(keys, 'reserve.identity.age'), join(keys, 'acu.identity.age'));
    renameSync(join(keys, 'between'), join(keys, 'reserve.identity.age'));
    const [acu = '', reserve = ''] = [words.get('acu'), words.get('reserve')];
    const swapped: Typing = (prompt, shown) => (typesThoseOf()(prompt, shown) === acu ? reserve : acu);
    const { ended, printed } = await check(swapped);
    expect(ended).toBe(1);
    expect(printed).toContain('Keys that are correct: 0 of 2.');
  });

  it('is refused if it has no key of a group, and the check ends at Ctrl+C', async () => {
    mkdirSync(keys);
    expect((await check()).ended).toMatchObject({ code: 'noKeyThere' });
    rmSync(keys, { recursive: true });
    copyKeys(['acu']);
    const stopped = await check(() => {
      throw new KeysError('interrupted');
    });
    expect(stopped.ended).toMatchObject({ code: 'interrupted' });
  });
});
