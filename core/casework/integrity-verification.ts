import { type CaseId, parseCaseId } from '../model/case-id.ts';
import type { CaseRecord } from '../model/case-record.ts';
import { digestOfLink, emptyChain, type EventRecord, hashOfEvent, isRecordIntact } from '../model/event-record.ts';
import { digestOfSeal, sha256 } from '../model/digests.ts';
import { hashOfSettingEntry, type SettingEntry } from '../model/setting-entry.ts';
import type { CaseIndexState } from '../ports/case-store.ts';
import type { PersonId } from '../model/roles.ts';
import type { FileLocation, FileStore, StoredPart } from '../ports/file-store.ts';
import { StoreError } from '../ports/store-error.ts';
import { type StoredFile, fileLocation } from '../model/sealed-file.ts';
import { partLength, partCount } from '../model/file-limits.ts';

/**
 * `order`: an entry does not follow the one before; `seal`: a seal or link is missing or not that of its digest; `end`:
 * the history ends elsewhere; `record`: differs from its last entry; `listed`: lists do not find it; `alert`: missing,
 * another case's, or not found when due.
 */
export type IntegrityFailure = 'place' | 'edited' | 'order' | 'seal' | 'end' | 'record' | 'listed' | 'alert';
export type VerificationResult = 'whole' | { readonly brokenAt: number; readonly why: IntegrityFailure };

export interface HistoryHead {
  readonly sequence: number;
  readonly hash: string;
}

/** Only an erased case may lack a seal. */
function hasSealMismatch(
  record: CaseRecord,
  words: { readonly sealed?: string | undefined; readonly digest: string } | undefined,
): boolean {
  if (words === undefined) return false;
  return words.sealed === undefined ? record.erasedOn === undefined : digestOfSeal(words.sealed) !== words.digest;
}

const hasLinkMismatch = ({ link }: EventRecord): boolean =>
  link !== undefined &&
  (link.other === undefined || digestOfLink({ other: link.other, salt: link.salt ?? '' }) !== link.digest);

function checkEntry(record: CaseRecord, events: readonly EventRecord[], place: number): IntegrityFailure | undefined {
  const event = events[place];
  if (event === undefined || event.caseId !== record.caseId || event.sequence !== place + 1) return 'place';
  if (event.previous !== (events[place - 1]?.hash ?? emptyChain.hash)) return 'order';
  if (event.hash !== hashOfEvent(event)) return 'edited';
  const differs =
    hasSealMismatch(record, event.message) || hasSealMismatch(record, event.note) || hasLinkMismatch(event);
  return differs ? 'seal' : undefined;
}

function lastExclusionSequence({ excluded }: CaseRecord, events: readonly EventRecord[]): number {
  const out = new Set(excluded);
  const who = ({ kind, by, detail }: EventRecord): PersonId | undefined =>
    kind === 'excluded'
      ? detail?.person
      : kind === 'conflictDeclared' && typeof by === 'object'
        ? by.objectId
        : undefined;
  return (
    events.findLast((event) => {
      const person = who(event);
      return person !== undefined && out.has(person);
    })?.sequence ?? 0
  );
}

/** An excluded person reads the alert; once a case went to the reserve, the unit no longer reads its alerts. */
function needsAlertWithoutReference(record: CaseRecord, events: readonly EventRecord[]): boolean {
  if (record.excluded.length === 0) return false;
  const moved = events.findLast(({ kind }) => kind === 'movedToReserve')?.sequence;
  return moved === undefined || lastExclusionSequence(record, events) > moved;
}

export function verifyIndexAndAlert(
  record: CaseRecord,
  events: readonly EventRecord[],
  { isIndexConsistent, alert, isAlertConsistent }: CaseIndexState,
): VerificationResult {
  const { sequence } = record.chain;
  if (!isIndexConsistent) return { brokenAt: sequence, why: 'listed' };
  const isAlertValid =
    isAlertConsistent &&
    alert?.handledBy === record.handledBy &&
    alert.urgency === record.urgency &&
    (alert.withoutReference === true || !needsAlertWithoutReference(record, events)) &&
    (alert.state !== 'waiting' || alert.dueAt !== undefined) &&
    (alert.state !== 'acknowledged' || record.status !== 'received');
  return isAlertValid ? 'whole' : { brokenAt: sequence, why: 'alert' };
}

export function verifyCase(record: CaseRecord, events: readonly EventRecord[]): VerificationResult {
  for (const place of events.keys()) {
    const why = checkEntry(record, events, place);
    if (why !== undefined) return { brokenAt: place + 1, why };
  }
  const last = events.at(-1);
  const { sequence, hash } = record.chain;
  if (last === undefined || last.sequence !== sequence || last.hash !== hash) {
    return { brokenAt: Math.min(events.length, sequence) + 1, why: 'end' };
  }
  return isRecordIntact(record, events) ? 'whole' : { brokenAt: sequence, why: 'record' };
}

/** A line of an anchor's file. */
export const caseHeadLine = ({ caseId, chain }: Pick<CaseRecord, 'caseId' | 'chain'>): string =>
  `${caseId} ${chain.sequence} ${chain.hash}`;

/** No case reference is written so. */
const settingsHeadName = 'settings';

export const settingsHeadLines = (entries: readonly SettingEntry[]): readonly string[] =>
  entries.slice(-1).map(({ sequence, hash }) => `${settingsHeadName} ${sequence} ${hash}`);

export function verifySettings(entries: readonly SettingEntry[]): VerificationResult {
  for (const [place, entry] of entries.entries()) {
    if (entry.sequence !== place + 1) return { brokenAt: place + 1, why: 'place' };
    if (entry.previous !== (entries[place - 1]?.hash ?? emptyChain.hash)) return { brokenAt: place + 1, why: 'order' };
    if (entry.hash !== hashOfSettingEntry(entry)) return { brokenAt: place + 1, why: 'edited' };
  }
  return 'whole';
}

/** A count, and one hash (base64url) over all heads in any order. */
export const createAnchor = (lines: readonly string[]): { readonly count: number; readonly root: string } => ({
  count: lines.length,
  root: sha256(['candour/1/anchor', ...[...lines].sort()].join('\n')),
});

/** Older anchors have no head of the settings. */
export interface AnchoredHeads {
  readonly cases: ReadonlyMap<CaseId, HistoryHead>;
  readonly settings?: HistoryHead;
}

export function parseHeadLines(lines: readonly string[]): AnchoredHeads | undefined {
  const cases = new Map<CaseId, HistoryHead>();
  let settings: HistoryHead | undefined;
  for (const line of lines) {
    const [, name = '', sequence, hash] = /^(\S+) (\d{1,9}) ([\w-]{43})$/u.exec(line) ?? [];
    if (hash === undefined) return undefined;
    const head = { sequence: Number(sequence), hash };
    const caseId = parseCaseId(name);
    if (name === settingsHeadName && settings === undefined) settings = head;
    else if (caseId === undefined || cases.has(caseId)) return undefined;
    else cases.set(caseId, head);
  }
  return { cases, ...(settings && { settings }) };
}

/** A history may have grown since, but not been cut or rewritten. */
export function checkHead(head: HistoryHead, events: readonly HistoryHead[]): 'stands' | 'cut' | 'replaced' {
  const match = events.find((event) => event.sequence === head.sequence);
  if (match === undefined) return 'cut';
  return match.hash === head.hash ? 'stands' : 'replaced';
}

export type FileIntegrityFailure = 'missing' | 'torn' | 'length' | 'unreadable';

export interface DamagedFile {
  readonly id: string;
  readonly why: FileIntegrityFailure;
}

export function referencedFiles(record: CaseRecord, events: readonly EventRecord[]): readonly StoredFile[] {
  if (record.erasedOn !== undefined) return [];
  const named = new Map((record.files ?? []).map((file) => [file.id, file]));
  for (const { kind, by, files = [] } of events) {
    const addedBy = kind === 'filesAdded' && typeof by === 'object' ? by.objectId : undefined;
    for (const { id, bytes } of files) if (!named.has(id)) named.set(id, { id, bytes, ...(addedBy && { addedBy }) });
  }
  return [...named.values()];
}

function checkFileParts({ id, bytes }: StoredFile, stored: readonly StoredPart[]): FileIntegrityFailure | undefined {
  const parts = stored.filter((part) => part.id === id);
  if (parts.length === 0) return 'missing';
  if (parts.some((part) => part.bytes !== partLength(bytes, part.part))) return 'length';
  return new Set(parts.map(({ part }) => part)).size === partCount(bytes) ? undefined : 'torn';
}

async function checkFileContent(
  files: Pick<FileStore, 'readPart'>,
  place: FileLocation,
  bytes: number,
): Promise<FileIntegrityFailure | undefined> {
  for (let part = 0; part < partCount(bytes); part += 1) {
    const data = await files.readPart(place, part);
    if (data === undefined) return part === 0 ? 'missing' : 'torn';
    if (data.length !== partLength(bytes, part)) return 'length';
  }
  return undefined;
}

const catchUnreadable = <T>(work: Promise<T>): Promise<T | 'unreadable'> =>
  work.catch((error: unknown) => {
    if (error instanceof StoreError) return 'unreadable' as const;
    throw error;
  });

export async function verifyFiles(
  files: Pick<FileStore, 'listParts' | 'readPart'>,
  record: CaseRecord,
  named: readonly StoredFile[],
): Promise<readonly DamagedFile[]> {
  const findings: DamagedFile[] = [];
  const seen = new Map<string, readonly StoredPart[] | 'unreadable'>();
  for (const file of named) {
    const place = fileLocation(record, file);
    const stored = seen.get(place.holder) ?? (await catchUnreadable(files.listParts(place)));
    seen.set(place.holder, stored);
    const why =
      stored === 'unreadable'
        ? await catchUnreadable(checkFileContent(files, place, file.bytes))
        : checkFileParts(file, stored);
    if (why !== undefined) findings.push({ id: file.id, why });
  }
  return findings;
}
