import type { NoteReader } from '../../core/model/event-record.ts';
import type { Recipients } from '../../core/model/recipients.ts';
import { SealError } from '../../core/ports/seal.ts';
import type { HandledBy } from '../../core/model/urgency.ts';
import { sealTo } from '../../crypto/seal.ts';

export interface Parties {
  readonly handledBy: HandledBy;
  readonly recipients: Recipients;
  readonly own?: string;
  readonly assignee?: string;
}

const needed = (line: string | undefined): string => {
  if (line === undefined) throw new SealError('noRecipient');
  return line;
};

/** Recovery opens with the handlers of a case, never alone. Throws SealError `noRecipient` if they have no key. */
export function handlersLines({ handledBy, recipients }: Pick<Parties, 'handledBy' | 'recipients'>): readonly string[] {
  if (recipients[handledBy].length === 0) throw new SealError('noRecipient', handledBy);
  return [...recipients[handledBy], ...recipients.recovery];
}

/** The reserve reads why someone was shut out of a case of the unit, and nothing else of it. */
function reserveLines({ recipients }: Pick<Parties, 'recipients'>): readonly string[] {
  if (recipients.reserve.length === 0) throw new SealError('noRecipient', 'reserve');
  return recipients.reserve;
}

/** The public lines of those who may read some words. Throws SealError `noRecipient` if a needed key is not known. */
export function linesFor(reader: NoteReader, parties: Parties): readonly string[] {
  if (reader === 'handlers') return handlersLines(parties);
  if (reader === 'self') return [needed(parties.own)];
  if (reader === 'oversight') return [...new Set([...handlersLines(parties), ...reserveLines(parties)])];
  if (reader === 'assignee') return [needed(parties.assignee), needed(parties.own)];
  const { custodians } = parties.recipients;
  if (custodians.length === 0) throw new SealError('noRecipient', 'custodians');
  return [...custodians, ...handlersLines(parties)];
}

export const sealFor = async (text: string, reader: NoteReader, parties: Parties): Promise<string> =>
  await sealTo(text, linesFor(reader, parties));
