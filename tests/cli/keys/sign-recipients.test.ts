import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadRecipients, loadRetiredRecipients } from '../../../bot/config/recipient-settings.ts';
import { makeCeremonyKeyCommand, signRecipientsCommand } from '../../../cli/keys/sign-recipients.ts';
import { formatKeyFingerprint } from '../../../core/model/public-keys.ts';
import { verifySignedRecipientList } from '../../../crypto/recipient-list.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';
import { createHeldKey } from '../../support/tab/keys.ts';

const folder = createTemporaryFolder();
const at = (name: string) => join(folder, name);
const line = (seed: number) => createHeldKey(seed, 'acu').recipient;
const settings = {
  RECIPIENTS_ACU: line(1),
  RECIPIENTS_RECOVERY: line(2),
  RECIPIENTS_RESERVE: line(3),
  RECIPIENTS_CUSTODIANS: line(4),
  RECIPIENTS_RETIRED: `${line(5)}, ${line(6)}`,
};
const write = (name: string, given: Readonly<Record<string, string>>) => {
  const text = Object.entries(given).map(([key, value]) => `${key}=${value}\n`);
  writeFileSync(at(name), text.join(''));
  return at(name);
};
const passphrase = ['--passphrase-file', at('passphrase')];

function told() {
  const lines: string[] = [];
  const context = {
    printLine: (text: string) => void lines.push(text),
    askSecret: async () => '',
    showOnTerminal: () => undefined,
    recipients: loadRecipients,
  };
  return { lines, context };
}
const signing = (file: string) => ['--key', at('ceremony.identity.age'), '--settings', file, ...passphrase];

describe('the ceremony’s key', () => {
  it('signs whom the settings name, and prints what the server and the page are to be told', async () => {
    writeFileSync(at('passphrase'), 'gwyrddni mynydd afon seren coeden tarian\n');
    const made = told();
    expect(await makeCeremonyKeyCommand(['--to', folder, ...passphrase], made.context)).toBe(0);
    const signer = readFileSync(at('ceremony.signer'), 'utf8').trim();
    expect(made.lines).toContain(`CEREMONY_SIGNER=${signer}`);
    expect(readFileSync(at('ceremony.identity.age'), 'utf8')).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----/u);

    const { lines, context } = told();
    expect(await signRecipientsCommand(signing(write('settings', settings)), context)).toBe(0);
    const signed = lines.find((text) => text.startsWith('RECIPIENTS_SIGNED='))?.split('=')[1] ?? '';
    const list = { recipients: loadRecipients(settings), retired: loadRetiredRecipients(settings) };
    expect(verifySignedRecipientList(signer, list, signed)).toBe(signed.slice(0, 10));
    for (const one of [1, 2, 3, 4, 5, 6]) expect(lines.join('\n')).toContain(formatKeyFingerprint(line(one)));
    expect([...made.lines, ...lines].join('\n')).not.toContain('AGE-SECRET-KEY');
  });

  it.each([
    ['a group without a key', { ...settings, RECIPIENTS_RECOVERY: '' }, 'listNotWhole'],
    ['what is no key', { ...settings, RECIPIENTS_ACU: 'age1pq1odd' }, 'malformedRecipient'],
    ['a key in two groups', { ...settings, RECIPIENTS_RESERVE: line(1) }, 'repeatedRecipient'],
  ])('signs no list with %s', async (_, given, code) => {
    const { lines, context } = told();
    await expect(signRecipientsCommand(signing(write('odd', given)), context)).rejects.toMatchObject({ code });
    expect(lines.join('\n')).not.toContain('RECIPIENTS_SIGNED');
  });

  it.each([[[]], [['--key', 'x']], [['--settings', 'x']]])('asks for a key and settings: %j', async (args) => {
    await expect(signRecipientsCommand(args, told().context)).rejects.toThrow();
  });
});
