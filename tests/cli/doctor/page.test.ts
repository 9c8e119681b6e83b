import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { identityText } from '../../../crypto/node/identity-file.ts';
import { identityFromSeed } from '../../../crypto/age-identity.ts';
import { signerFromIdentity } from '../../../crypto/signer.ts';
import { runDoctor, createDeployment, problemNames } from '../../support/cli/run-doctor.ts';
import { servePage } from '../../support/cli/page-server.ts';
import { runPage } from '../../support/cli/run-page.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

const folder = createTemporaryFolder();
const at = (...names: readonly string[]): string => join(folder, ...names);
const folders = { built: at('tab'), previous: at('tab') };
const partnersFolders = { built: at('partners'), previous: at('partners') };
const page = '<!doctype html><script type="module" crossorigin src="/tab/assets/a-1.js"></script>';
const signers = ['alex', 'bronwen'];
const by = signers.flatMap((name) => ['--by', at(`${name}.signer`)]);
let environment: Readonly<Record<string, string>>;

beforeAll(async () => {
  for (const [name, place] of [
    ['tab', 'tab'],
    ['partners', 'partners'],
  ] as const) {
    mkdirSync(at(name, 'assets'), { recursive: true });
    writeFileSync(at(name, 'index.html'), page.replaceAll('/tab/', `/${place}/`));
    writeFileSync(at(name, 'assets', 'a-1.js'), 'export {};');
  }
  await runPage(['manifest', '--to', at('signed.json')], { folders, partnersFolders });
  for (const [place, name] of signers.entries()) {
    const identity = identityFromSeed(new Uint8Array(32).fill(place + 1));
    writeFileSync(at(`${name}.key`), identityText(identity, 'signs the page'));
    writeFileSync(at(`${name}.signer`), `${signerFromIdentity(identity)}\n`);
    await runPage(['sign', at('signed.json'), '--key', at(`${name}.key`)], { folders, partnersFolders });
  }
  environment = await createDeployment(folder);
});

describe('the page that a server hands out', () => {
  const asked = async (...args: readonly string[]) => problemNames(await runDoctor(environment, args));

  it('is as it was signed, by two who are named; or too few are', async () => {
    const server = await servePage({ folders, partnersFolders });
    const look = ['--page', server.address, '--manifest', at('signed.json')];
    expect(await asked(...look, ...by)).toEqual([]);
    expect(await asked(...look, ...by.slice(0, 2))).toEqual(['page-unsigned']);
    await server.stop();
    expect(await asked(...look, ...by)).toEqual(['page-no-answer']);
  });

  it('is told where it is another than was signed', async () => {
    const script = readFileSync(at('tab', 'assets', 'a-1.js'));
    writeFileSync(at('tab', 'assets', 'a-1.js'), 'export const changed = 1;');
    const server = await servePage({ folders, partnersFolders });
    writeFileSync(at('tab', 'assets', 'a-1.js'), script);
    expect(await asked('--page', server.address, '--manifest', at('signed.json'), ...by)).toEqual(['page-differs']);
    await server.stop();
  });

  it('is not looked at where an option is missing or wrong, in words that hold no path', async () => {
    expect(await asked('--page', 'https://candour.example.org')).toEqual(['page-options-wrong']);
    const said = await runDoctor(environment, ['--page', 'https://127.0.0.1', '--manifest', at('nowhere.json')]);
    expect(problemNames(said)).toEqual(['page-options-wrong']);
    expect(said.printed).not.toContain(folder);
  });
});
