import { SealError } from '../../../concerns/ports/seal.ts';
import { keyGroups } from '../../../concerns/terms/recipients.ts';
import { hybridRecipient } from '../../../seals/node/hybrid-recipient.ts';
import { recipientSettings } from '../recipients.ts';
import { inEach } from '../setting-kinds.ts';
import type { NamedSettings } from '../settings-schema.ts';
import { type Trouble, troubleOf } from './trouble.ts';

function recipientFault(line: string): SealError['code'] | undefined {
  try {
    hybridRecipient(line).wrapFileKey(new Uint8Array(16));
    return undefined;
  } catch (error) {
    return error instanceof SealError ? error.code : 'malformedRecipient';
  }
}

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
const wrongLines = inEach(wrongRecipient);

/** Lines that are no recipient, or appear twice. */
export function troublesOfRecipients(settings: NamedSettings): readonly Trouble[] {
  const names = keyGroups.map((group) => recipientSettings[group]);
  const wrong = names.flatMap((name) => {
    const said = wrongLines(settings[name]);
    return said === undefined ? [] : [troubleOf(name, said)];
  });
  const lines = names.flatMap((name) => settings[name].map((line) => ({ name, line })));
  const again = lines.find(({ line }, at) => lines.findIndex((other) => other.line === line) < at);
  if (again === undefined) return wrong;
  const held = [...new Set(lines.filter(({ line }) => line === again.line).map(({ name }) => name))];
  const said = 'the same line twice: every group of holders has a key of its own.';
  const sentence = `${held.join(' and ')} ${held.length > 1 ? 'hold' : 'holds'} ${said}`;
  return [...wrong, { kind: 'settings', settings: held, sentence }];
}
