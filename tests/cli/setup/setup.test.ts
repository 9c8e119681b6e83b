import { randomUUID } from 'node:crypto';
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { parseEnv } from 'node:util';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { loadServerSettings } from '../../../bot/config/server-settings.ts';
import { contactWordSettings } from '../../../bot/config/word-settings.ts';
import { createAnswers } from '../../../cli/setup/answers.ts';
import { questions } from '../../../cli/setup/questions.ts';
import { formatKeyFingerprint } from '../../../core/model/public-keys.ts';
import { getSettingMetadata, settingNames } from '../../../bot/config/settings-schema.ts';
import { createAppCertificate, writeCertificateFile } from '../../fakes/app-certificate.ts';
import { startMicrosoftCloud } from '../../fakes/microsoft-cloud.ts';
import {
  answerLines,
  answerLinesBefore,
  botSecret,
  recipientLines,
  recipientText,
  runSetup,
} from '../../support/cli/run-setup.ts';
import { generateRecipient } from '../../support/config/force-environment.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

let folder: string;
let recipients: string;
let secretFile: string;
beforeEach(() => {
  folder = createTemporaryFolder();
  const given = createTemporaryFolder();
  recipients = join(given, 'recipients.env');
  writeFileSync(recipients, recipientText);
  secretFile = join(given, 'secret');
  writeFileSync(secretFile, `${botSecret}\n`);
});

const textOf = (name = '.env'): string => readFileSync(join(folder, name), 'utf8');
const saved = (): Readonly<Record<string, string | undefined>> => parseEnv(textOf());
const allLines = (more: Parameters<typeof answerLines>[1] = {}): readonly string[] => [
  ...answerLines(secretFile, more),
  recipients,
  'yes',
];
const secretsOf = (values = saved()): readonly string[] =>
  ['BOT_APP_PASSWORD', 'CARRIED_STATE_SECRET', 'EXPORT_SIGNING_KEY'].flatMap((name) => values[name] || []);

describe('setup', () => {
  it('leaves settings that a server starts with, for their owner alone, and shows no secret', async () => {
    const { ended, printed } = await runSetup(folder, allLines());
    expect(ended).toBe(0);
    const settings = loadServerSettings(saved());
    expect(settings).toMatchObject({
      development: false,
      publicHost: 'candour.force.example',
      store: { kind: 'sqlite', path: join(folder, 'candour.db') },
      recipients: { acu: [recipientLines.RECIPIENTS_ACU], recovery: [recipientLines.RECIPIENTS_RECOVERY] },
    });
    expect(settings.casework.timeLimits).toEqual({ acknowledge: 2 });
    expect(statSync(join(folder, '.env')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['.env']);
    expect(secretsOf()).toHaveLength(3);
    for (const secret of secretsOf()) expect(printed).not.toContain(secret);
    for (const line of Object.values(recipientLines)) expect(printed).toContain(formatKeyFingerprint(line));
    expect(printed).toMatch(/The public key that checks exported cases[^]+Its security code: /u);
  });

  it('asks at most 25 questions, each with why it matters and an example, and every setting that a force decides', async () => {
    expect(questions.length + 1).toBeLessThanOrEqual(25);
    const { printed } = await runSetup(folder, allLines());
    for (const { title, why, example } of questions) {
      expect(printed).toContain(`. ${title}\n  ${why}\n  Example: ${example}\n`);
      expect(why).toMatch(/^[A-Z].*[.”"]$/u);
    }
    const values = saved();
    const needed = [
      ...settingNames.filter((name) => getSettingMetadata(name).decide !== undefined),
      ...contactWordSettings.flatMap(({ name, decide }) => (decide === undefined ? [] : name)),
    ];
    expect(needed).toHaveLength(25);
    expect(needed.filter((name) => !Object.hasOwn(values, name))).toEqual([]);
  });

  it('says what is wrong with an answer, saves nothing of it, and asks again', async () => {
    const wrong = ['force.onmicrosoft.com', 'canary-canary', ''];
    const lines = allLines({
      FORCE_NAME_EN: ['\u202ecanary', 'Example Police'],
      TENANT_ID: [...wrong, '8d0b1c52-6f3e-4a7d-9b21-0f5e6c7d8a90'],
      STAFFED_HOURS: ['canary o’clock', 'mon-fri 08:00-18:00'],
    });
    const { ended, printed } = await runSetup(folder, lines);
    expect(ended).toBe(0);
    expect(printed).toContain('It has an invisible character');
    expect(printed).toContain('TENANT_ID holds a domain name');
    expect(printed).toContain('TENANT_ID is not a GUID');
    expect(printed).toContain('TENANT_ID is missing');
    expect(printed).toContain('STAFFED_HOURS is not valid: it must be days and hours');
    expect(printed + textOf()).not.toContain('canary');
  });

  it('takes nobody into two roles that stay apart', async () => {
    const handler = '22222222-2222-4222-8222-222222222221';
    const custodian = '22222222-2222-4222-8222-222222222222';
    const { ended, printed } = await runSetup(folder, allLines({ ROLE_CUSTODIANS: [handler, custodian] }));
    expect(ended).toBe(0);
    expect(printed).toContain('ROLE_HANDLERS and ROLE_CUSTODIANS name the same person');
    expect(saved()).toMatchObject({ ROLE_HANDLERS: handler, ROLE_CUSTODIANS: custodian });
  });

  it('goes on where it stopped, shows what stands but no secret, and keeps it for Enter', async () => {
    const lines = allLines();
    const until = answerLinesBefore('ROLE_HANDLERS', secretFile);
    const stopped = await runSetup(folder, until);
    expect(stopped.ended).toMatchObject({ code: 'stopped' });
    const before = saved();
    expect(before['BOT_APP_PASSWORD']).toBe(botSecret);
    expect(before['ROLE_HANDLERS']).toBeUndefined();
    const next = await runSetup(folder, ['', ...lines.slice(until.length)]);
    expect(next.ended).toBe(0);
    expect(next.printed).not.toContain('Id of the tenant');
    expect(saved()).toMatchObject(before);
    const whole = saved();
    const names = questions.flatMap(({ fields }) => fields.map(({ name }) => name));
    const again = await runSetup(folder, ['all', ...names.map(() => ''), '', '']);
    expect(again.ended).toBe(0);
    expect(saved()).toEqual(whole);
    expect(again.printed).toContain(`Id of the tenant [${whole['TENANT_ID']}]`);
    for (const secret of secretsOf()) expect(stopped.printed + next.printed + again.printed).not.toContain(secret);
  });

  it('makes no key that opens reports: without their lines it says where they are made, and keeps the rest', async () => {
    const { ended, printed } = await runSetup(folder, [...answerLines(secretFile), '']);
    expect(ended).toBe(1);
    expect(printed).toContain('docs/guides/key-ceremony.md');
    expect(textOf()).not.toMatch(/RECIPIENTS|AGE-SECRET/u);
    const later = await runSetup(folder, ['', recipients, 'yes']);
    expect(later.ended).toBe(0);
    expect(loadServerSettings(saved()).recipients.acu).toEqual([recipientLines.RECIPIENTS_ACU]);
  });

  it('takes the lines as they are pasted, and nothing of them that was not compared with paper', async () => {
    const refused = [recipients, 'no'];
    const lines = [...answerLines(secretFile), ...refused];
    const stopped = await runSetup(folder, lines);
    expect(stopped.ended).toMatchObject({ code: 'stopped' });
    expect(stopped.printed).toContain('Nothing was saved');
    expect(textOf()).not.toContain('RECIPIENTS');
    const pasted = await runSetup(folder, ['', ...recipientText.trim().split('\n'), '', 'yes']);
    expect(pasted.ended).toBe(0);
    expect(saved()).toMatchObject(recipientLines);
  });

  it.each([
    [
      'with line ends of Windows',
      '\ufeffA',
      (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`,
      (path: string) => path,
    ],
    ['in quotation marks', 'my stick/a', (text: string) => text, (path: string) => `'${path}'`],
    [
      'with a space after a backslash',
      'my stick/b',
      (text: string) => text,
      (path: string) => path.replaceAll(' ', '\\ '),
    ],
    ['with a space', 'my stick/c', (text: string) => text, (path: string) => path],
    ['twice the same', 'd', (text: string) => `${text}${text}`, (path: string) => path],
  ])('takes a file of lines %s', async (_what, name, write, typed) => {
    const path = join(createTemporaryFolder(), name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, write(recipientText));
    const { ended, printed } = await runSetup(folder, [...answerLines(secretFile), typed(path), 'yes']);
    expect([ended, printed]).toEqual([0, expect.stringContaining('You can start the server.')]);
    expect(saved()).toMatchObject(recipientLines);
  });

  it.each([
    [
      'a name with two keys',
      `${recipientText}RECIPIENTS_ACU=${recipientLines.RECIPIENTS_RESERVE}\n`,
      'RECIPIENTS_ACU is there twice',
    ],
    ['a private key', 'RECIPIENTS_ACU=AGE-SECRET-KEY-PQ-1CANARY\n', 'a private key'],
    ['a wrapped key', 'age-encryption.org/v1\n-> scrypt canary 18\n', 'a private key'],
    ['no line of a key', 'canary\n', 'no line such as RECIPIENTS_ACU'],
    ['a line that was cut', recipientText.replace(/^(RECIPIENTS_ACU=.{60}).*$/mu, '$1'), 'is not a public key'],
    [
      'lines without the reserve’s',
      recipientText.replace(/^RECIPIENTS_RESERVE.*$/mu, ''),
      'RECIPIENTS_RESERVE is missing',
    ],
    [
      'one key for two groups',
      recipientText.replace(recipientLines.RECIPIENTS_RESERVE, () => recipientLines.RECIPIENTS_ACU),
      'the same key twice',
    ],
  ])('refuses a file with %s, and takes the right one afterwards', async (_what, text, says) => {
    const file = join(createTemporaryFolder(), 'lines');
    writeFileSync(file, text);
    const { ended, printed } = await runSetup(folder, [
      ...answerLines(secretFile),
      file,
      '/nowhere/at-all',
      recipients,
      'yes',
    ]);
    expect(ended).toBe(0);
    expect(printed).toContain(says);
    expect(printed).toContain('The file does not exist.');
    expect(printed + textOf()).not.toMatch(/canary/iu);
    expect(saved()).toMatchObject(recipientLines);
  });

  it('takes the secret from the environment and keeps it, and asks for nothing that stands there', async () => {
    const environment = { BOT_APP_PASSWORD: botSecret, STAFFED_HOURS: 'mon-fri 09:00-17:00', PATH: '/bin' };
    const lines = answerLines(secretFile, { BOT_APP_PASSWORD: [], STAFFED_HOURS: [] });
    const { ended, printed } = await runSetup(folder, [...lines, recipients, 'yes'], { environment });
    expect(ended).toBe(0);
    expect(saved()['BOT_APP_PASSWORD']).toBe(botSecret);
    expect(saved()['STAFFED_HOURS']).toBeUndefined();
    expect(printed).toContain('STAFFED_HOURS comes from the environment');
    expect(printed).not.toContain(botSecret);
  });

  it('saves each answer before it asks for the next', async () => {
    const lines = allLines();
    const unsaved: string[] = [];
    let at = 0;
    const answer = async (): Promise<string> => {
      const before = lines[at - 1] ?? '';
      const value = before === secretFile ? botSecret : before;
      if (value !== '' && before !== recipients && !Object.values(saved()).includes(value)) unsaved.push(value);
      at += 1;
      return lines[at - 1] ?? '';
    };
    const answers = { isTerminal: false, isCut: () => false, ask: answer, askFurther: answer, askUnseen: answer };
    expect((await runSetup(folder, [], { answers })).ended).toBe(0);
    expect([at, unsaved]).toEqual([lines.length, []]);
  });

  it('asks for an office in Welsh only if it has a name in English, and leaves out both together', async () => {
    const first = await runSetup(folder, allLines());
    expect(first.printed).not.toContain('In Welsh');
    expect(saved()).toMatchObject({ RESERVE_NAME_EN: '', RESERVE_NAME_CY: '' });
    const office = { RESERVE_NAME_EN: 'the Head of Legal Services' };
    await runSetup(folder, ['all', ...allLines({ ...office, RESERVE_NAME_CY: ['', 'Pennaeth y Gyfraith'] })]);
    expect(saved()).toMatchObject({ ...office, RESERVE_NAME_CY: 'Pennaeth y Gyfraith' });
    const { ended } = await runSetup(folder, ['all', ...answerLinesBefore('RESERVE_NAME_EN', secretFile), '-']);
    expect(ended).toMatchObject({ code: 'stopped' });
    expect(saved()).toMatchObject({ RESERVE_NAME_EN: '', RESERVE_NAME_CY: '' });
  });

  it('takes a certificate in the place of the secret, and has one of them', async () => {
    const certificate = writeCertificateFile(join(createTemporaryFolder(), 'bot.pem'), await createAppCertificate({}));
    const before = answerLinesBefore('BOT_APP_PASSWORD', secretFile);
    const after = allLines().slice(before.length + 1);
    const { ended, printed } = await runSetup(folder, [...before, '', '', '', certificate, ...after]);
    expect(ended).toBe(0);
    expect(printed).toContain('One of these is needed.');
    expect(saved()).toMatchObject({ BOT_APP_PASSWORD: '', BOT_APP_CERTIFICATE: certificate });
    await runSetup(folder, ['all', ...before, '', '', ...after]);
    expect(saved()).toMatchObject({ BOT_APP_PASSWORD: '', BOT_APP_CERTIFICATE: certificate });
    expect((await runSetup(folder, ['all', ...before, secretFile, ...after])).ended).toBe(0);
    expect(saved()).toMatchObject({ BOT_APP_PASSWORD: botSecret, BOT_APP_CERTIFICATE: '' });
    const neither = await runSetup(folder, ['all', ...before, '-', '-', ...after]);
    expect([neither.ended, neither.printed]).toEqual([78, expect.stringContaining('BOT_APP_PASSWORD is missing')]);
  });

  it('asks nobody who is always there for someone on call', async () => {
    const STAFFED_HOURS = 'mon-sun 00:00-24:00; holidays 00:00-24:00';
    const { ended, printed } = await runSetup(folder, allLines({ STAFFED_HOURS }));
    expect(ended).toBe(0);
    expect(printed).not.toContain('Someone on call');
    expect(printed).toContain(`${questions.length} of ${questions.length + 1}. Targets in days`);
  });

  it('asks at a terminal for the secret unseen', async () => {
    const modes: boolean[] = [];
    const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: (raw: boolean) => modes.push(raw) });
    const output = new PassThrough();
    const pending = [...answerLines(botSecret), recipients, 'yes'];
    let seen = '';
    output.setEncoding('utf8').on('data', (text: string) => {
      seen += text;
      if (text.endsWith(': ') && pending.length > 0) input.write(`${pending.shift()}\n`);
    });
    const { ended } = await runSetup(folder, [], { answers: createAnswers(input, output) });
    expect(ended).toBe(0);
    expect(saved()['BOT_APP_PASSWORD']).toBe(botSecret);
    expect(modes).toEqual([true, false]);
    expect(seen).not.toContain(botSecret);
  });

  it('takes no line that a terminal cuts, which keeps 4,095 bytes of one', async () => {
    const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
    const output = new PassThrough();
    const typed = (line: string): string => `${line.slice(0, 4_095)}\n`;
    const retired = `RECIPIENTS_RETIRED=${[1, 2, 3].map(() => generateRecipient()).join(' ')}`;
    const pasted = [...recipientText.trim().split('\n'), retired];
    const people = Array.from({ length: 200 }, () => randomUUID()).join(' ');
    const answers = answerLines(botSecret, { ROLE_HANDLERS: [people, '22222222-2222-4222-8222-222222222221'] });
    const pending = [...answers, ...pasted, '', recipients, 'yes'];
    let seen = '';
    output.setEncoding('utf8').on('data', (text: string) => {
      seen += text;
      if (text.endsWith(': ') && pending.length > 0) input.write(typed(pending.shift() ?? ''));
    });
    const { ended, printed } = await runSetup(folder, [], { answers: createAnswers(input, output) });
    expect([ended, seen.split('A terminal cuts off a line').length]).toEqual([0, 2]);
    expect(printed).toContain('A terminal cuts off a line of this length.');
    expect(saved()).toMatchObject(recipientLines);
    expect(saved()['RECIPIENTS_RETIRED']).toBeUndefined();
    const whole = `${recipientText}${retired}\n`;
    writeFileSync(recipients, whole);
    const next = await runSetup(createTemporaryFolder(), [...answerLines(secretFile), recipients, 'yes']);
    for (const line of retired.split(/[= ]/u).slice(1)) expect(next.printed).toContain(formatKeyFingerprint(line));
  });

  it('asks Entra for the tenant and again where there is none, and says what it could not look up', async () => {
    const [tenantId, appId] = ['8d0b1c52-6f3e-4a7d-9b21-0f5e6c7d8a90', '7f0f8f5a-8c1e-4d0a-9a0c-4f0d3c0f9b11'];
    const other = '8d0b1c52-6f3e-4a7d-9b21-0f5e6c7d8a91';
    const cloud = await startMicrosoftCloud({ tenantId, appId });
    try {
      cloud.answerTo(`https://login.microsoftonline.com/${other}/`, {
        kind: 'answer',
        status: 400,
        body: { error: 'invalid_tenant' },
      });
      const microsoft = { resolveUrl: cloud.resolveUrl };
      const lines = answerLinesBefore('ROLE_HANDLERS', secretFile, { TENANT_ID: [other, tenantId] });
      const { ended, printed } = await runSetup(folder, lines, { microsoft, args: [] });
      expect(ended).toMatchObject({ code: 'stopped' });
      expect(printed).toContain('Entra has no such tenant');
      expect(printed).toContain('Entra knows this tenant.');
      expect(printed).toContain('The name in PUBLIC_HOST cannot be found in DNS.');
      expect(saved()).toMatchObject({ TENANT_ID: tenantId, PUBLIC_HOST: 'candour.force.example' });
      cloud.answerTo('https://login.microsoftonline.com/', { kind: 'answer', status: 502, body: {} });
      const next = createTemporaryFolder();
      const away = await runSetup(next, answerLinesBefore('ROLE_HANDLERS', secretFile), { microsoft, args: [] });
      expect(away.printed).toContain('The tenant was not looked up: Entra did not answer.');
      expect(parseEnv(readFileSync(join(next, '.env'), 'utf8'))).toMatchObject({ TENANT_ID: tenantId });
    } finally {
      await cloud.stop();
    }
  });

  it('leaves out what is answered with "-", and says at its end that a server needs it', async () => {
    const { ended, printed } = await runSetup(folder, allLines({ ROLE_ADMINS: '-', VICTIMS_PHONE: '-' }));
    expect(ended).toBe(78);
    expect(printed).toContain('ROLE_ADMINS is missing');
    expect(saved()).toMatchObject({ ROLE_ADMINS: '', VICTIMS_PHONE: '' });
    const next = await runSetup(folder, ['', '22222222-2222-4222-8222-222222222224']);
    expect(next.ended).toBe(0);
  });

  it('goes by what is chosen: an account for Cosmos DB, and none beside the store of this machine', async () => {
    const [store = '', ...others] = answerLines(secretFile);
    expect(store).toBe('');
    const cosmos = ['cosmos', 'https://name.documents.azure.com', 'https://name.blob.core.windows.net'];
    await runSetup(folder, [...cosmos, ...others]);
    expect(saved()).toMatchObject({ STORE: 'cosmos', COSMOS_ENDPOINT: 'https://name.documents.azure.com' });
    await runSetup(folder, ['all', 'sqlite']);
    expect(saved()).toMatchObject({ STORE: 'sqlite', COSMOS_ENDPOINT: '', FILES_ACCOUNT: '' });
  });
});

describe('a .env that stands', () => {
  const older = `# who looks after it: two people
PORT=4001   # ours
export CHECK_LINKS=no
UNKNOWN_THING='two
lines'
FORCE_NAME_EN="Example Police"

DAILY_COUNT_HOUR=8`;

  it('keeps its comments, its order and what setup does not know', async () => {
    writeFileSync(join(folder, '.env'), older);
    const { ended } = await runSetup(folder, ['', ...allLines({ FORCE_NAME_EN: '' })]);
    expect(ended).toBe(0);
    expect(textOf().startsWith(`${older}\n`)).toBe(true);
    expect(saved()).toMatchObject({ PORT: '4001', UNKNOWN_THING: 'two\nlines', FORCE_NAME_EN: 'Example Police' });
    expect(statSync(join(folder, '.env')).mode & 0o777).toBe(0o600);
  });

  it('that is a copy of .env.example is filled in', async () => {
    writeFileSync(join(folder, '.env'), readFileSync(join(import.meta.dirname, '../../../.env.example')));
    const { ended, printed } = await runSetup(folder, ['all', ...allLines()]);
    expect([ended, printed]).toEqual([0, expect.stringContaining('You can start the server.')]);
    expect(loadServerSettings(saved()).publicHost).toBe('candour.force.example');
  });

  it('that is a link is left alone, and what it leads to', async () => {
    const elsewhere = join(createTemporaryFolder(), 'elsewhere');
    writeFileSync(elsewhere, 'PORT=1\n');
    symlinkSync(elsewhere, join(folder, '.env'));
    expect((await runSetup(folder, allLines())).ended).toMatchObject({ code: 'link' });
    expect(lstatSync(join(folder, '.env')).isSymbolicLink()).toBe(true);
    expect(readFileSync(elsewhere, 'utf8')).toBe('PORT=1\n');
  });

  it('of development is left alone', async () => {
    writeFileSync(join(folder, '.env'), 'CANDOUR_ENVIRONMENT=development\n');
    expect((await runSetup(folder, allLines())).ended).toMatchObject({ code: 'development' });
    expect(textOf()).toBe('CANDOUR_ENVIRONMENT=development\n');
  });

  it('that another program changes meanwhile is not written over', async () => {
    const answers = {
      isTerminal: false,
      isCut: () => false,
      async ask() {
        writeFileSync(join(folder, '.env'), 'PORT=5\n');
        return '';
      },
      askFurther: async () => '',
      askUnseen: async () => '',
    };
    expect((await runSetup(folder, [], { answers })).ended).toMatchObject({ code: 'changed' });
    expect(textOf()).toBe('PORT=5\n');
    expect(readdirSync(folder)).toEqual(['.env']);
  });

  it('is not written while another setup writes', async () => {
    writeFileSync(join(folder, '.env'), 'PORT=5\n');
    writeFileSync(join(folder, '.env.new'), '');
    expect((await runSetup(folder, allLines())).ended).toMatchObject({ code: 'busy' });
    expect(textOf()).toBe('PORT=5\n');
    expect(existsSync(join(folder, '.env.new'))).toBe(true);
  });

  it('of another account is left alone, since a new file would take it away from that account', async () => {
    writeFileSync(join(folder, '.env'), 'PORT=5\n');
    const account = (process.getuid?.() ?? 0) + 1;
    expect((await runSetup(folder, allLines(), { account })).ended).toMatchObject({ code: 'otherOwner' });
    expect(textOf()).toBe('PORT=5\n');
  });

  it('is not begun by root in a folder of the server’s account, which could not read it', async () => {
    if (process.getuid?.() === 0) chownSync(folder, 65_534, 65_534);
    expect((await runSetup(folder, allLines(), { account: 0 })).ended).toMatchObject({ code: 'otherAccount' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('whose place is a folder is refused', async () => {
    mkdirSync(join(folder, '.env'));
    expect((await runSetup(folder, allLines())).ended).toMatchObject({ code: 'link' });
  });
});
