import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { shownFingerprint } from '../../concerns/terms/recipients.ts';
import { isSigner } from '../../seals/signer.ts';
import { needed } from '../keys/command.ts';
import { KeysError } from '../keys/keys-error.ts';
import type { PageCommand } from './command.ts';
import { type Difference, lookAtPage } from './look-at-page.ts';
import { PageError } from './page-error.ts';
import { type Part, partOf, partsNotIn } from './parts.ts';
import { readSignedPage } from './sign.ts';
import { signersOf } from './signed-page.ts';

const signersNeeded = 2;

const mostLines = 40;

const whatDiffers: Readonly<Record<Difference['what'], string>> = {
  changed: 'CHANGED: it is not what was signed',
  missing: 'MISSING: the server does not hand it out',
  leadsElsewhere: 'LEADS ELSEWHERE: the server sends whoever asks to another address, which was not followed',
  late: 'NO ANSWER: it did not come in time',
  notTrusted: 'NO ANSWER: the certificate of the server is not trusted by this machine',
  broken: 'NO ANSWER: the connection was refused or cut off, or what came cannot be unpacked',
  otherType: 'OTHER TYPE: the server calls it something else than was signed',
  otherPolicy: 'OTHER POLICY: its content security policy is not the one that was signed',
  otherHeader: 'OTHER HEADER: the server sends something with it that loads or keeps more than was signed',
};

const partNames: Readonly<Record<Part, string>> = {
  tab: 'the tab (/tab/)',
  viewer: 'the frame that shows files (/tab/viewer)',
  partners: "the partners' page (/partners/)",
};

const notSeen = [
  'This was looked at from here, now. It cannot show what the server hands out at another hour, to another address or',
  'person, or to a client that it tells apart from these questions: look from several places, at no fixed time. Nor does',
  'it see a page that a browser kept from before, what the server answers to the page, or what the server itself does.',
  'Nothing in Teams looks at signatures.',
];

interface Named {
  readonly line: string;
  readonly name: string;
}

async function signerGiven(given: string): Promise<Named> {
  const isLine = given.startsWith('candour-signer1');
  const text = isLine ? given : await readFile(given, 'utf8');
  const line = text.trim();
  if (!isSigner(line)) throw new PageError('noSigner');
  return { line, name: isLine ? 'a named signer' : basename(given).replace(/\.signer$/u, '') };
}

const ownMachine = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The address of a server and nothing behind it. Throws PageError. */
function serverAt(given: string): URL {
  const address = URL.canParse(given) ? new URL(given) : undefined;
  const isBare =
    address !== undefined &&
    ['/', '/tab', '/tab/', '/partners', '/partners/'].includes(address.pathname) &&
    [address.search, address.hash, address.username, address.password].join('') === '';
  if (!isBare || !['https:', 'http:'].includes(address.protocol)) throw new PageError('noAddress');
  if (address.protocol === 'http:' && !ownMachine.has(address.hostname)) throw new PageError('plainAddress');
  return new URL('/', address);
}

/**
 * `page verify` asks a running server for its pages and says whether they are what was signed, by whom, what differs,
 * and what was not looked at. A server may be without the partners' page, unless `--partners` says that it has it. Exit
 * code 0 if all is as signed and two of those named have signed, 1 if the server gives no answer, 3 if something
 * differs, 4 if all is as the manifest says and too few of those named have signed it.
 */
export const verifyPage: PageCommand = async (args, { say, deadlineMs }) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      manifest: { type: 'string' },
      by: { type: 'string', multiple: true, default: [] },
      partners: { type: 'boolean', default: false },
    },
  });
  const [address, ...rest] = positionals;
  if (rest.length > 0) throw new KeysError('usage');
  const server = serverAt(needed(address));
  const page = await readSignedPage(needed(values.manifest));
  const named = await Promise.all(values.by.map(signerGiven));
  const signers = new Set(signersOf(page));
  for (const { by } of page.signatures) {
    const name = named.find(({ line }) => line === by)?.name;
    const who = `${name ?? 'somebody who was not named with --by'}, ${shownFingerprint(by)}`;
    say(signers.has(by) ? `Signed by ${who}.` : `NO  The signature of ${who} does not hold.`);
  }
  const signed = new Set(named.filter(({ line }) => signers.has(line)).map(({ line }) => line)).size;
  for (const { line, name } of named)
    if (!signers.has(line)) say(`NO  Not signed by ${name}, ${shownFingerprint(line)}.`);
  const look = await lookAtPage(server, page.manifest, { deadlineMs });
  if (look.kind === 'noAnswer') {
    say(`Nothing was looked at. ${server.host}  ${whatDiffers[look.why]}.`);
    return 1;
  }
  const { differences, more, asked, isWithoutPartners } = look;
  const { files } = page.manifest;
  const seen = files.filter(({ path }) => !isWithoutPartners || partOf(path) !== 'partners');
  const notNamed = partsNotIn(files);
  for (const { path, what } of differences.slice(0, mostLines)) say(`NO  ${path}  ${whatDiffers[what]}.`);
  if (differences.length > mostLines) say(`NO  and ${differences.length - mostLines} more.`);
  for (const name of more) say(`NO  ${name}  MORE: what was changed names it, and nobody signed it.`);
  for (const part of notNamed) say(`The manifest does not cover ${partNames[part]}: nothing here vouches for it.`);
  if (isWithoutPartners) {
    say(`${server.host} does not hand out ${partNames.partners}, as where PARTNERS is off.`);
    say(`${files.length - seen.length} files of the manifest were not there to be looked at.`);
  }
  const isLacking = values.partners && (isWithoutPartners || notNamed.includes('partners'));
  if (isLacking) say('NO  /partners/  NOT SEEN: --partners says that it is handed out and signed, and it is not both.');
  const isAsSigned = differences.length === 0;
  say(
    isAsSigned
      ? `The page at ${server.host} is the one in the manifest: ${seen.length} files, ${asked} answers.`
      : `The page at ${server.host} is not the one in the manifest. Tell the head of unit: open no key in it, and write nothing in it.`,
  );
  for (const line of notSeen) say(line);
  if (!isAsSigned || isLacking) return 3;
  if (signed >= signersNeeded) return 0;
  say(
    `Do not rely on it yet: ${signersNeeded} people whom you name with --by have to have signed it, and ${signed} have.`,
  );
  return 4;
};
