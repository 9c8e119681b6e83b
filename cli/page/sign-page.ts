import { readFile, rename, rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readBuiltFiles } from '../../bot/http/built-files.ts';
import { type cloudNames, clouds } from '../../bot/config/clouds.ts';
import { tabHostNames, tabHosts, type TabHostName } from '../../bot/config/tab-hosts.ts';
import { formatKeyFingerprint } from '../../core/model/public-keys.ts';
import { writeNewFile } from '../../crypto/node/write-new-file.ts';
import { signerFromIdentity } from '../../crypto/signer.ts';
import { requireArgument } from '../keys/keys-subcommand.ts';
import { KeysError } from '../keys/keys-error.ts';
import { isKeyFileName, createKeyFiles } from '../keys/make-keys.ts';
import { choosePassphrase, openIdentityFile } from '../keys/passphrase-prompt.ts';
import { type PageSubcommand, type PageCommandContext, PageError } from './page-subcommand.ts';
import {
  isSamePage,
  createPageManifest,
  type PageManifest,
  type SignedPage,
  parseSignedPage,
  serialiseSignedPage,
  validSigners,
  addSignature,
} from './page-manifest.ts';

type CloudName = (typeof cloudNames)[number];

const isCloudName = (name: string): name is CloudName => Object.hasOwn(clouds, name);

/** Without files of the build before: those were signed with it. */
function buildManifest(
  { folders, partnersFolders }: Pick<PageCommandContext, 'folders' | 'partnersFolders'>,
  cloud: CloudName,
  hosts: TabHostName,
): PageManifest {
  const [tab, partners] = [folders, partnersFolders].map(({ built }) => readBuiltFiles({ built, previous: built }));
  if (tab === undefined || partners === undefined) throw new PageError('notBuilt');
  return createPageManifest({ tab, partners }, cloud, hosts);
}

const parseTabHosts = (name: string | undefined): TabHostName => {
  if (name !== undefined && !Object.hasOwn(tabHosts, name)) throw new KeysError('usage');
  return tabHostNames.find((one) => one === name) ?? 'teams';
};

export async function readSignedPage(path: string): Promise<SignedPage> {
  const page = parseSignedPage(await readFile(path, 'utf8'));
  if (page === undefined) throw new PageError('noManifest');
  return page;
}

const parseCloud = (name: string | undefined): CloudName => {
  if (name !== undefined && !isCloudName(name)) throw new KeysError('usage');
  return name ?? 'public';
};

/** Renames, so that one of the two files is always there whole. */
async function replaceFile(path: string, text: string): Promise<void> {
  const temporaryPath = `${path}.${process.pid}.new`;
  await writeNewFile(temporaryPath, text);
  await rename(temporaryPath, path).catch(async (error: unknown) => {
    await rm(temporaryPath, { force: true });
    throw error;
  });
}

export const writeManifestCommand: PageSubcommand = async (args, { printLine, ...context }) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      to: { type: 'string' },
      cloud: { type: 'string' },
      hosts: { type: 'string' },
      replace: { type: 'boolean', default: false },
    },
  });
  const out = requireArgument(values.to);
  const manifest = buildManifest(context, parseCloud(values.cloud), parseTabHosts(values.hosts));
  await (values.replace ? replaceFile : writeNewFile)(out, serialiseSignedPage({ manifest, signatures: [] }));
  printLine(`${manifest.files.length} files: ${out}`);
  printLine('Two people who have reviewed the sources each build the page and sign it: npm run page -- sign');
  return 0;
};

const differingPaths = (one: PageManifest, other: PageManifest): readonly string[] => {
  const digests = new Map(other.files.map((file) => [file.path, file.sha256]));
  const paths = new Set([...one.files, ...other.files].map(({ path }) => path));
  const own = new Map(one.files.map((file) => [file.path, file.sha256]));
  return [...paths].filter((path) => own.get(path) !== digests.get(path));
};

/** `page sign`. Exit code 3, and nothing signed, if the page built here is another. */
export const signPageCommand: PageSubcommand = async (args, { printLine, askSecret, ...context }) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      key: { type: 'string' },
      cloud: { type: 'string' },
      hosts: { type: 'string' },
      personal: { type: 'string' },
      'passphrase-file': { type: 'string' },
    },
  });
  const [path, ...rest] = positionals;
  if (rest.length > 0) throw new KeysError('usage');
  const file = requireArgument(path);
  const page = await readSignedPage(file);
  const builtManifest = buildManifest(context, parseCloud(values.cloud), parseTabHosts(values.hosts));
  if (!isSamePage(page.manifest, builtManifest)) {
    printLine('Nothing was signed: the page built here is not the one in the file.');
    const names = differingPaths(page.manifest, builtManifest);
    for (const name of names.slice(0, 20)) printLine(`  differs: ${name}`);
    if (names.length === 0)
      printLine('  The files are the same; their content security policy differs: see --cloud and --hosts.');
    return 3;
  }
  const { identities } = await openIdentityFile(requireArgument(values.key), {
    personal: values.personal,
    passphraseFile: values['passphrase-file'],
    ask: askSecret,
  });
  const [identity, ...others] = identities;
  if (identity === undefined || others.length > 0) throw new KeysError('usage');
  const by = signerFromIdentity(identity);
  const signed = addSignature(page, identity, by);
  await replaceFile(file, serialiseSignedPage(signed));
  printLine(
    `Signed by ${formatKeyFingerprint(by)}. Valid signatures: ${validSigners(signed).length} (two are needed).`,
  );
  return 0;
};

export const makePageSigningKeyCommand: PageSubcommand = async (args, { printLine, askSecret, showOnTerminal }) => {
  const { values } = parseArgs({
    args: [...args],
    options: { to: { type: 'string' }, name: { type: 'string' }, 'passphrase-file': { type: 'string' } },
  });
  const name = requireArgument(values.name);
  if (!isKeyFileName(name)) throw new KeysError('usage');
  const keyFiles = await createKeyFiles(
    requireArgument(values.to),
    name,
    'Candour, signs the page',
    async () => ({
      passphrase: await choosePassphrase('New passphrase', values['passphrase-file'], {
        askSecret,
        showOnTerminal,
      }),
    }),
    { ending: 'signer', lineOf: signerFromIdentity },
  );
  for (const line of [
    `Made: ${keyFiles.identityFile} and ${keyFiles.publicFile}`,
    keyFiles.publicLine,
    `Its security code: ${formatKeyFingerprint(keyFiles.publicLine)}`,
    '',
    `Keep ${keyFiles.identityFile} yourself, off the machines that Candour runs on: anyone with it and its passphrase can sign`,
    `in your name. Give ${keyFiles.publicFile} to the people who check the page, and tell them its security code another way.`,
  ]) {
    printLine(line);
  }
  return 0;
};
