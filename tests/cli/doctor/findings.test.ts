import { chmodSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadServerSettings } from '../../../bot/config/server-settings.ts';
import { exitCodes } from '../../../cli/doctor/findings.ts';
import type { Store } from '../../../core/ports/store.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { formatKeyFingerprint } from '../../../core/model/public-keys.ts';
import { createDayKeyRing } from '../../../dialogs/bot-framework/day-key-ring.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { writeCertificateFile, createAppCertificate } from '../../fakes/app-certificate.ts';
import { runDoctor, createTarget, createDeployment, problemNames } from '../../support/cli/run-doctor.ts';
import { createCase, createAlert, firstEvent, newCaseId } from '../../support/contracts/records.ts';
import { generateRecipient } from '../../support/config/force-environment.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

type Environment = Readonly<Record<string, string>>;

let folder: string;
beforeEach(() => {
  folder = createTemporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => `${folder}/${name}`;
const hoursAgo = (hours: number): Date => new Date(Date.now() - hours * 3_600_000);
const handler = '22222222-2222-4222-8222-222222222221';

function copy(hours: number, mode = 0o600): readonly string[] {
  mkdirSync(at('copies'));
  writeFileSync(at('copies/one.db'), readFileSync(at('candour.db')), { mode });
  utimesSync(at('copies/one.db'), hoursAgo(hours), hoursAgo(hours));
  return ['--backup', at('copies')];
}

function inFile(sql: string): void {
  const database = new DatabaseSync(at('candour.db'));
  database.exec(sql);
  database.close();
}

const paperOf = (environment: Environment, names: readonly string[]): string =>
  names.map((name) => `${name}: ${formatKeyFingerprint(environment[name] ?? '')}\n`).join('');
const groups = ['RECIPIENTS_ACU', 'RECIPIENTS_RECOVERY', 'RECIPIENTS_RESERVE', 'RECIPIENTS_CUSTODIANS'] as const;

function paper(text: string): readonly string[] {
  writeFileSync(at('paper.txt'), text);
  return ['--fingerprints', at('paper.txt')];
}

async function failingAlert(store: Store): Promise<void> {
  const caseId = newCaseId();
  await store.cases.create(createCase({ caseId }), createAlert(caseId, { attempts: 3, lastFailure: 'http403' }), [
    firstEvent(caseId),
  ]);
}

const came = (roles: readonly ('handler' | 'reserve' | 'custodian')[], objectId: string) => async (store: Store) => {
  await store.people.add({ objectId: toPersonId(objectId), name: 'Somebody', roles, envelopes: [] });
};

it('finds nothing wrong with a deployment as a server left it, with paper and a copy beside it', async () => {
  const environment = await createDeployment(folder);
  const asked = [...copy(2), ...paper(`# as on paper\n\n${paperOf(environment, groups)}`)];
  const said = await runDoctor(environment, asked);
  expect(problemNames(said)).toEqual([]);
  expect(said.exit).toBe(0);
});

describe('a setting that is planted wrong', () => {
  it.each<[string, Environment, string]>([
    ['a name in place of a tenant', { TENANT_ID: 'force.example.org' }, 'TENANT_ID'],
    ['an e-mail address in a role', { ROLE_HANDLERS: 'somebody@force.example.org' }, 'ROLE_HANDLERS'],
    ['a private key among the lines', { RECIPIENTS_ACU: 'AGE-SECRET-KEY-PQ-1ABCDEFGH' }, 'RECIPIENTS_ACU'],
    ['the same line for two groups', {}, 'RECIPIENTS_RESERVE'],
    ['a password beside a managed identity', { BOT_APP_TYPE: 'UserAssignedMSI' }, 'BOT_APP_PASSWORD'],
    ['development', { CANDOUR_ENVIRONMENT: 'development' }, 'CANDOUR_ENVIRONMENT'],
    ['one person in two roles', { ROLE_RESERVE: handler }, 'ROLE_HANDLERS and ROLE_RESERVE'],
    ['a secret that a vault never gave', { BOT_APP_PASSWORD: '@Microsoft.KeyVault(a)' }, 'BOT_APP_PASSWORD'],
    ['an address in place of a host', { PUBLIC_HOST: 'https://candour.example.org' }, 'PUBLIC_HOST'],
    ['a secret that is short', { CARRIED_STATE_SECRET: 'short-secret' }, 'CARRIED_STATE_SECRET'],
    ['two alerts in one channel', { ALERT_TARGET_RESERVE: '19:unit@thread.tacv2' }, 'ALERT_TARGET_RESERVE'],
  ])('%s is told by its name, and the store is looked at all the same', async (what, more, named) => {
    const before = await createDeployment(folder);
    const shared = what.startsWith('the same line') ? { RECIPIENTS_RESERVE: before['RECIPIENTS_ACU'] ?? '' } : more;
    const said = await runDoctor({ ...before, ...shared });
    const [settings, store] = said.checks;
    expect(settings?.findings.map(({ says }) => says).join('\n')).toContain(named);
    expect(new Set(problemNames(said))).toEqual(new Set(['setting-wrong']));
    expect(said.exit).toBe(exitCodes.settings);
    expect(store?.outcome).toBe(what === 'development' ? 'unseen' : 'well');
  });

  it('a certificate of the bot that ends within six weeks is told before it has ended', async () => {
    const made = async (days: number) => writeCertificateFile(at(`${days}.pem`), await createAppCertificate({ days }));
    const { BOT_APP_PASSWORD: _left, ...others } = await createDeployment(folder);
    const wrong = async (file: string) => problemNames(await runDoctor({ ...others, BOT_APP_CERTIFICATE: file }));
    expect(await wrong(await made(30))).toEqual(['bot-certificate-ends']);
    expect(await wrong(await made(90))).toEqual([]);
  });
});

describe('a role that too few people hold', () => {
  const twice = '22222222-2222-4222-8222-222222222223 22222222-2222-4222-8222-222222222223';
  it.each<[string, Environment, string]>([
    ['nobody of the reserve', { ROLE_RESERVE: '' }, 'reserve-short'],
    ['one person of the reserve', { ROLE_RESERVE: '22222222-2222-4222-8222-222222222223' }, 'reserve-short'],
    ['one person of the reserve, who is named twice', { ROLE_RESERVE: twice }, 'reserve-short'],
    ['no custodian', { ROLE_CUSTODIANS: '' }, 'custodian-missing'],
    ['no custodian, and no key of theirs', { ROLE_CUSTODIANS: '', RECIPIENTS_CUSTODIANS: '' }, 'custodian-missing'],
    [
      'nobody of the reserve, no key and no channel of theirs',
      { ROLE_RESERVE: '', RECIPIENTS_RESERVE: '', ALERT_TARGET_RESERVE: '', ALERT_TARGET_RESERVE_ON_CALL: '' },
      'reserve-short',
    ],
  ])('%s is told, and keeps no server from starting', async (_, more, finding) => {
    const environment = { ...(await createDeployment(folder)), ...more };
    expect(problemNames(await runDoctor(environment)).filter((one) => one !== 'on-call-missing')).toEqual([finding]);
    expect(loadServerSettings(environment).casework.shortRoles).toHaveLength(1);
  });

  it.each(['RECIPIENTS_RESERVE', 'ALERT_TARGET_RESERVE', 'RECIPIENTS_CUSTODIANS'])(
    '%s is missing where enough people are named',
    async (name) => {
      const environment = { ...(await createDeployment(folder)), [name]: '' };
      expect(() => loadServerSettings(environment)).toThrow(name);
    },
  );
});

describe('an embedded store that is planted wrong', () => {
  it.each<[string, () => void, string]>([
    ['that is a folder', () => (rmSync(at('candour.db')), mkdirSync(at('candour.db'))), 'store-wrong'],
    ['that is not a database', () => writeFileSync(at('candour.db'), 'words of somebody'), 'store-wrong'],
    ['that is gone', () => rmSync(at('candour.db')), 'store-not-made'],
    ['with nothing in it', () => writeFileSync(at('candour.db'), ''), 'store-not-made'],
    ['of an older layout', () => inFile('PRAGMA user_version = 20'), 'store-older'],
    ['of a newer layout', () => inFile('PRAGMA user_version = 9999'), 'store-refused'],
    ['of another program', () => inFile('PRAGMA application_id = 7'), 'store-refused'],
    [
      'that is damaged',
      () => writeFileSync(at('candour.db'), readFileSync(at('candour.db')).fill(0xff, 4096, 12_288)),
      'store-refused',
    ],
    ['that others may read', () => chmodSync(at('candour.db'), 0o644), 'store-open-to-others'],
  ])('%s is told, and not changed', async (_, plant, finding) => {
    const environment = await createDeployment(folder);
    plant();
    const said = await runDoctor(environment);
    expect(problemNames(said)).toEqual([finding]);
    expect(said.exit).toBe(exitCodes.store);
  });

  it('one of development is told without where it is', async () => {
    const environment = await createDeployment(folder);
    rmSync(at('candour.db'));
    await openSqliteStore(at('candour.db'), 'development').close();
    const said = await runDoctor(environment);
    expect(problemNames(said)).toEqual(['store-wrong']);
    expect(said.text).toContain('that SQLITE_PATH names was made for development');
  });
});

describe('keys that are planted wrong', () => {
  it('a line that is not on paper, one that paper has and settings have not, and two groups changed round', async () => {
    const environment = await createDeployment(folder);
    const whole = paperOf(environment, groups);
    const other = `RECIPIENTS_ACU: ${formatKeyFingerprint(generateRecipient())}\n`;
    const asked = async (text: string) => {
      const said = await runDoctor(environment, paper(text));
      return [said.exit, ...problemNames(said)];
    };
    const { keys } = exitCodes;
    expect(await asked(`${paperOf(environment, groups.slice(1))}${other}`)).toEqual([
      keys,
      'key-not-on-paper',
      'key-not-in-settings',
    ]);
    expect(await asked(`${whole}${other}`)).toEqual([keys, 'key-not-in-settings']);
    const round = whole.replace('RECIPIENTS_ACU', 'x').replace('RECIPIENTS_RESERVE', 'RECIPIENTS_ACU');
    expect(new Set(await asked(round.replace('x:', 'RECIPIENTS_RESERVE:')))).toEqual(
      new Set([keys, 'key-of-another-group', 'key-not-in-settings']),
    );
  });

  it('a paper that cannot be read is told by its line, and never by what stands there', async () => {
    const environment = await createDeployment(folder);
    const said = await runDoctor(environment, paper('RECIPIENTS_ACU: somebody’s words\n'));
    expect(problemNames(said)).toEqual(['paper-unreadable']);
    expect(said.text).toContain('line 1');
    expect(said.printed).not.toContain('somebody');
    expect(problemNames(await runDoctor(environment, ['--fingerprints', at('nowhere.txt')]))).toEqual([
      'paper-unreadable',
    ]);
  });

  it('a secret that is not the servers’', async () => {
    const environment = await createDeployment(folder, async ({ dayKeys }) => {
      const random = (bytes: number) => new Uint8Array(bytes).fill(7);
      const secret = 'another secret of more than thirty-two characters';
      await createDayKeyRing({ dayKeys, secret, clock: () => new Date(), random }).current();
    });
    expect(problemNames(await runDoctor(environment))).toEqual(['secret-other']);
    const both = { ...environment, CARRIED_STATE_SECRET_BEFORE: 'another secret of more than thirty-two characters' };
    expect(problemNames(await runDoctor(both))).toEqual([]);
  });
});

describe('what stands in the store', () => {
  it.each<[string, (store: Store) => Promise<void>, readonly string[]]>([
    ['somebody who came with another role than the lists say', came(['reserve'], handler), []],
    [
      'a channel that the bot was removed from',
      (store) => store.targets.write(createTarget('acu', '19:u', true)),
      ['target-lost'],
    ],
    ['alerts that are not posted', failingAlert, ['alerts-failing']],
    [
      'the reserve’s channel taken for admins',
      (store) => store.targets.write(createTarget('admins', '19:reserve@thread.tacv2')),
      ['targets-mixed'],
    ],
  ])('%s is told where it is wrong', async (_, plant, findings) => {
    expect(problemNames(await runDoctor(await createDeployment(folder, plant)))).toEqual(findings);
  });

  it('no hours in which somebody looks, and nobody on call for the hours in which nobody does', async () => {
    const environment = await createDeployment(folder);
    inFile(`DELETE FROM targets WHERE name = 'acuOnCall'`);
    const said = await runDoctor(environment);
    expect([said.exit, problemNames(said)]).toEqual([exitCodes.alerts, ['on-call-missing']]);
    expect(said.text).toContain('the unit’s alerts for someone on call');
    const unknown = await runDoctor({ ...environment, STAFFED_HOURS: '' });
    expect(problemNames(unknown)).toEqual(['hours-unknown', 'on-call-missing']);
    const always = { ...environment, STAFFED_HOURS: 'mon-sun 00:00-24:00; holidays 00:00-24:00' };
    expect(problemNames(await runDoctor(always))).toEqual([]);
  });

  it('no channels, alerts that cannot be read, and a newer version', async () => {
    const environment = await createDeployment(folder, failingAlert);
    inFile(`DELETE FROM targets; UPDATE alerts SET record = '{}';
      UPDATE versions SET record = json_set(record, '$.number', 99)`);
    expect(problemNames(await runDoctor(environment))).toEqual([
      'version-newer',
      'target-missing',
      'target-missing',
      'on-call-missing',
      'on-call-missing',
      'alerts-failing',
      'alerts-unreadable',
    ]);
  });
});

describe('files and copies that are planted wrong', () => {
  it('a place of files that cannot be there, and one that others may look into', async () => {
    const environment = await createDeployment(folder);
    writeFileSync(at('file'), '');
    const away = await runDoctor({ ...environment, FILES_FOLDER: at('file/files') });
    expect([away.exit, ...problemNames(away)]).toEqual([exitCodes.files, 'files-away']);
    mkdirSync(at('open'));
    chmodSync(at('open'), 0o755);
    expect(problemNames(await runDoctor({ ...environment, FILES_FOLDER: at('open') }))).toEqual([
      'files-open-to-others',
    ]);
  });

  it.each<[string, () => readonly string[], string]>([
    ['none', () => ['--backup', at('nowhere')], 'backup-missing'],
    ['an old one', () => copy(30), 'backup-old'],
    ['one of tomorrow', () => copy(-20), 'backup-ahead'],
    ['one that others may read', () => copy(1, 0o644), 'backup-open-to-others'],
  ])('%s for a copy of the store', async (_, plant, finding) => {
    const environment = await createDeployment(folder);
    expect(problemNames(await runDoctor(environment, plant()))).toEqual([finding]);
  });

  it('a copy that is no store, and one that may be older', async () => {
    const environment = await createDeployment(folder);
    writeFileSync(at('copy.db'), 'words of somebody', { mode: 0o600 });
    expect(problemNames(await runDoctor(environment, ['--backup', at('copy.db')]))).toEqual(['backup-no-store']);
    expect(problemNames(await runDoctor(environment, [...copy(30), '--backup-hours', '31']))).toEqual([]);
  });
});
