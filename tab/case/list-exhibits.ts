import type { EventRecord } from '../../core/model/event-record.ts';
import type { SealedFile } from '../../core/model/sealed-file.ts';
import type { DecryptedCase } from './case-context.ts';

export interface Exhibit {
  readonly file: SealedFile;
  readonly with: 'report' | 'message' | 'added';
  readonly from: EventRecord['by'];
  /** A day, or an instant. */
  readonly at: string;
  /** Openings, marks and exports, oldest first. */
  readonly events: readonly EventRecord[];
}

const eventKinds: readonly EventRecord['kind'][] = ['fileOpened', 'fileMarked', 'fileExported'];

/** Each file that an authentic seal of the case names, in the order in which they came. */
export function listExhibits(
  { report: { report, thread }, record, addedFiles }: Pick<DecryptedCase, 'report' | 'record' | 'addedFiles'>,
  entries: readonly EventRecord[],
): readonly Exhibit[] {
  const eventsOf = ({ id }: SealedFile) =>
    entries.filter(({ kind, detail }) => eventKinds.includes(kind) && detail?.file === id);
  const addedBy = ({ id }: SealedFile): EventRecord['by'] =>
    entries.find(({ kind, files = [] }) => kind === 'filesAdded' && files.some((file) => file.id === id))?.by ??
    'system';
  return [
    ...(report.files ?? []).map((file) => ({
      file,
      with: 'report' as const,
      from: 'reporter' as const,
      at: record.receivedOn,
    })),
    ...thread.flatMap(({ message: { files = [] }, at }) =>
      files.map((file) => ({ file, with: 'message' as const, from: 'reporter' as const, at })),
    ),
    ...addedFiles.flatMap(({ at, files }) =>
      files.map((file) => ({ file, with: 'added' as const, from: addedBy(file), at })),
    ),
  ].map((exhibit) => ({ ...exhibit, events: eventsOf(exhibit.file) }));
}
