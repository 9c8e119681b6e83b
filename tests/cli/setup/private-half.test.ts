import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createAnswers } from '../../../cli/setup/answers.ts';
import { identityFromSeed } from '../../../crypto/age-identity.ts';
import { wrapWithPassphrase } from '../../../crypto/identity-file-writer.ts';
import { identityText } from '../../../crypto/node/identity-file.ts';
import { answerLines, botSecret, recipientText, runSetup } from '../../support/cli/run-setup.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

const identity = identityFromSeed(new Uint8Array(32).fill(7));
let armoured: readonly string[];
beforeAll(async () => {
  const wrapped = Buffer.from(await wrapWithPassphrase(identityText(identity, 'a key'), 'six words of a test', 10));
  const body = wrapped.toString('base64').match(/.{1,64}/gu) ?? [];
  armoured = ['-----BEGIN AGE ENCRYPTED FILE-----', ...body, '-----END AGE ENCRYPTED FILE-----'];
});

let folder: string;
let recipients: string;
let secretFile: string;
beforeEach(() => {
  folder = createTemporaryFolder();
  const given = createTemporaryFolder();
  recipients = join(given, 'recipients.env');
  writeFileSync(recipients, recipientText);
  secretFile = join(given, 'secret');
  writeFileSync(secretFile, botSecret);
});

const saved = (): string => (existsSync(join(folder, '.env')) ? readFileSync(join(folder, '.env'), 'utf8') : '');

/** Parts of the private half that nothing may have. */
const parts = (lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) => line.match(/(?!-)[\w+/=-]{40}/gu) ?? []);

function expectNothingOf(lines: readonly string[], texts: readonly string[]): void {
  expect(parts(lines).length).toBeGreaterThan(0);
  for (const text of texts) for (const part of parts(lines)) expect(text).not.toContain(part);
}

describe('a private half', () => {
  it.each([
    ['a line', () => [identity]],
    ['a line in small letters', () => [identity.toLowerCase()]],
    ['a setting', () => [`RECIPIENTS_ACU=${identity}`]],
    ['a wrapped file', () => armoured],
    ['a wrapped file that was cut, and an empty line', () => [...armoured.slice(0, -1), '']],
  ])('is refused at every question as %s, and nothing of it is saved or shown', async (_what, paste) => {
    const pasted = paste();
    const lines = answerLines(secretFile).flatMap((line) => [...pasted, line]);
    const { ended, printed } = await runSetup(folder, [...lines, ...pasted, recipients, ...pasted, 'yes']);
    expect(ended).toBe(0);
    expect(printed.split('This is a private key').length - 1).toBe(answerLines(secretFile).length + 2);
    expectNothingOf(pasted, [saved(), printed]);
  });

  it('among public lines that are pasted is refused with all of them', async () => {
    const pasted = [...recipientText.trim().split('\n'), `RECIPIENTS_RETIRED=${identity}`];
    const { ended, printed } = await runSetup(folder, [...answerLines(secretFile), ...pasted, '', '']);
    expect(ended).toBe(1);
    expect(saved()).not.toContain('RECIPIENTS');
    expectNothingOf([identity], [saved(), printed]);
  });

  it('in a file is refused, as the file of lines and as the file of the secret', async () => {
    const file = join(createTemporaryFolder(), 'acu.identity.age');
    for (const text of [identityText(identity, 'a key'), `${armoured.join('\n')}\n`]) {
      writeFileSync(file, text);
      const lines = answerLines(secretFile, { BOT_APP_PASSWORD: [file, secretFile] });
      const { ended, printed } = await runSetup(createTemporaryFolder(), [...lines, file, recipients, 'yes']);
      expect(ended).toBe(0);
      expect(printed.split('This is a private key')).toHaveLength(3);
      expectNothingOf([...armoured, identity], [saved(), printed]);
    }
  });

  it('that is typed unseen is refused, and the secret is asked for again', async () => {
    const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
    const output = new PassThrough();
    let seen = '';
    output.setEncoding('utf8').on('data', (text: string) => {
      seen += text;
    });
    const asked = createAnswers(input, output).askUnseen('Secret');
    input.write(`${armoured.join('\r')}\r${botSecret}\r`);
    expect(await asked).toBe(botSecret);
    expectNothingOf(armoured, [seen]);
  });

  it.each([
    ['a certificate', ['-----BEGIN CERTIFICATE-----', 'canary', '-----END CERTIFICATE-----']],
    ['a key of a certificate', ['-----BEGIN PRIVATE KEY-----', 'canary', '-----END PRIVATE KEY-----']],
  ])('is not all that may not be pasted: %s answers no question with its lines', async (_what, pasted) => {
    const [store = '', ...lines] = answerLines(secretFile);
    const { printed } = await runSetup(folder, [store, ...pasted, ...lines, recipients, 'yes']);
    expect(printed).toContain('This is a whole file, but the answer is one line.');
    expect(saved() + printed).not.toContain('canary');
  });
});
