import { createHash } from 'node:crypto';
import { type CaseId, parseCaseId } from '../case-id.ts';
import type { CaseRecord } from '../case-record.ts';
import { digestOfLink, digestOfSeal, emptyChain, hashOfEvent } from '../event-chain.ts';
import type { EventRecord } from '../event-record.ts';
import { isAsLastWritten } from '../whole-history.ts';

/**
 * Why a case does not verify: an entry is not in its place, says something else than its hash, does not follow the one
 * before, holds another seal or link than its digest says, or has lost it; the history ends elsewhere than the case says; the case is not as its last
 * entry left it.
 */
export type Break = 'place' | 'edited' | 'order' | 'seal' | 'end' | 'record';
export type Verdict = 'whole' | { readonly brokenAt: number; readonly why: Break };

/** The end of a case's history at some time. */
export interface Head {
  readonly sequence: number;
  readonly hash: string;
}

/** Whether the seal beside a digest is another one, or is gone though nobody erased the case. */
function sealDiffers(
  record: CaseRecord,
  words: { readonly sealed?: string | undefined; readonly digest: string } | undefined,
): boolean {
  if (words === undefined) return false;
  return words.sealed === undefined ? record.erasedOn === undefined : digestOfSeal(words.sealed) !== words.digest;
}

/** Whether the other case beside a digest is another one, or is gone. */
const linkDiffers = ({ link }: EventRecord): boolean =>
  link !== undefined &&
  (link.other === undefined || digestOfLink({ other: link.other, salt: link.salt ?? '' }) !== link.digest);

function breakIn(record: CaseRecord, events: readonly EventRecord[], place: number): Break | undefined {
  const event = events[place];
  if (event === undefined || event.caseId !== record.caseId || event.sequence !== place + 1) return 'place';
  if (event.previous !== (events[place - 1]?.hash ?? emptyChain.hash)) return 'order';
  if (event.hash !== hashOfEvent(event)) return 'edited';
  const differs = sealDiffers(record, event.message) || sealDiffers(record, event.note) || linkDiffers(event);
  return differs ? 'seal' : undefined;
}

/** Whether a case and its history are whole, and otherwise the sequence of the first entry where they are not. */
export function verifyCase(record: CaseRecord, events: readonly EventRecord[]): Verdict {
  for (const place of events.keys()) {
    const why = breakIn(record, events, place);
    if (why !== undefined) return { brokenAt: place + 1, why };
  }
  const last = events.at(-1);
  const { sequence, hash } = record.chain;
  if (last === undefined || last.sequence !== sequence || last.hash !== hash) {
    return { brokenAt: Math.min(events.length, sequence) + 1, why: 'end' };
  }
  return isAsLastWritten(record, events) ? 'whole' : { brokenAt: sequence, why: 'record' };
}

/** The head of a case as one line of an anchor's file: reference, sequence and hash. */
export const headLine = ({ caseId, chain }: Pick<CaseRecord, 'caseId' | 'chain'>): string =>
  `${caseId} ${chain.sequence} ${chain.hash}`;

/** How many heads there are, and one hash (base64url) over all of them, whatever their order. */
export const anchorOf = (lines: readonly string[]): { readonly count: number; readonly root: string } => ({
  count: lines.length,
  root: createHash('sha256')
    .update(['candour/1/anchor', ...[...lines].sort()].join('\n'))
    .digest('base64url'),
});

/** The heads of an anchor by their references, `undefined` where a line is none or a case stands there twice. */
export function readHeads(lines: readonly string[]): ReadonlyMap<CaseId, Head> | undefined {
  const heads = new Map<CaseId, Head>();
  for (const line of lines) {
    const [, reference = '', sequence, hash] = /^(\S+) (\d{1,9}) ([\w-]{43})$/u.exec(line) ?? [];
    const caseId = parseCaseId(reference);
    if (caseId === undefined || hash === undefined || heads.has(caseId)) return undefined;
    heads.set(caseId, { sequence: Number(sequence), hash });
  }
  return heads;
}

/** Whether a history still leads through a head that was anchored: it may have grown, and was neither cut nor made anew. */
export function checkAgainst(head: Head, events: readonly EventRecord[]): 'stands' | 'cut' | 'replaced' {
  const there = events.find((event) => event.sequence === head.sequence);
  if (there === undefined) return 'cut';
  return there.hash === head.hash ? 'stands' : 'replaced';
}
