import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';
import { keyGroups } from '../../../concerns/terms/recipients.ts';
import { SealError } from '../../../concerns/ports/seal-error.ts';
import { hybridRecipient } from '../../../seals/node/hybrid-recipient.ts';
import { listed } from '../listed.ts';
import { recipientSettings } from '../recipients.ts';
import type { Given } from './ids.ts';
import { type Trouble, troubleOf } from './trouble.ts';

const partsOf = (value: string | undefined): readonly string[] => listed.parse(value ?? '');

function recipientFault(line: string): SealError['code'] | undefined {
  try {
    hybridRecipient(line).wrapFileKey(new Uint8Array(16));
    return undefined;
  } catch (error) {
    return error instanceof SealError ? error.code : 'malformedRecipient';
  }
}

/** The fault of a line that cannot be sealed to; `at` is its place. */
function wrongRecipient(line: string, at: number): string | undefined {
  if (/^AGE-SECRET-KEY-/iu.test(line)) {
    return `holds a private key (entry ${at}), and whoever has it can open reports: remove it from this machine, and have the group make a new one.`;
  }
  if ((line.match(/age1pq1/giu)?.length ?? 0) > 1) return `has no comma between two lines (entry ${at}).`;
  const fault = recipientFault(line);
  if (fault === undefined) return undefined;
  return fault === 'notHybrid'
    ? `holds a line of an older kind that is not post-quantum (entry ${at}): take one that begins "age1pq1".`
    : `holds a line that is no recipient (entry ${at}): copy the whole "age1pq1…" line again.`;
}

function troublesOfRecipients(given: Given): readonly Trouble[] {
  const names = keyGroups.map((group) => recipientSettings[group]);
  const lines = names.flatMap((name) => partsOf(given[name]).map((line) => ({ name, line })));
  const wrong = names.flatMap((name) => {
    const said = partsOf(given[name])
      .map((line, place) => wrongRecipient(line, place + 1))
      .find((one) => one !== undefined);
    return said === undefined ? [] : [troubleOf(name, said)];
  });
  const again = lines.find(({ line }, at) => lines.findIndex((other) => other.line === line) < at);
  if (again === undefined) return wrong;
  const held = [...new Set(lines.filter(({ line }) => line === again.line).map(({ name }) => name))];
  const said = 'the same line twice: every group of holders has a key of its own.';
  return [
    ...wrong,
    {
      kind: 'settings',
      settings: held,
      sentence: `${held.join(' and ')} ${held.length > 1 ? 'hold' : 'holds'} ${said}`,
    },
  ];
}

const isSigningKey = (text: string): boolean => {
  try {
    return createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' }).type === 'private';
  } catch {
    return false;
  }
};

const isAccountKey = (text: string): boolean => /^[A-Za-z0-9+/]{86}==$/u.test(text);

/** The troubles of keys and secrets that cannot be what their settings take. No sentence says anything of a value. */
export function troublesOfSecrets(given: Given): readonly Trouble[] {
  const { BOT_APP_PASSWORD: password, COSMOS_KEY: key, EXPORT_SIGNING_KEY: signing } = given;
  return [
    ...troublesOfRecipients(given),
    ...(password !== undefined && z.guid().safeParse(password).success
      ? [
          troubleOf(
            'BOT_APP_PASSWORD',
            'holds a GUID, which is the id of a secret: it takes the value, which Entra shows once, when the secret is made.',
          ),
        ]
      : []),
    ...(key !== undefined && !isAccountKey(key)
      ? [
          troubleOf(
            'COSMOS_KEY',
            /AccountEndpoint=/iu.test(key)
              ? 'holds a connection string: it takes what stands after "AccountKey=", and COSMOS_ENDPOINT what stands after "AccountEndpoint=".'
              : 'is no key of an account, which has 88 characters: copy it again.',
          ),
        ]
      : []),
    ...(signing !== undefined && !isSigningKey(signing)
      ? [
          troubleOf(
            'EXPORT_SIGNING_KEY',
            'is no private key: it takes the one line that "npm run keys -- signing" prints.',
          ),
        ]
      : []),
  ];
}
