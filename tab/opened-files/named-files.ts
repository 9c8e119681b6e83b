import type { OpenedReport } from '../../concerns/casework/opened-report.ts';
import type { CaseRecord } from '../../concerns/records/case-record.ts';
import type { KeptFile } from '../../concerns/records/kept-file.ts';
import type { SealedFile } from '../../concerns/records/sealed-file.ts';

/** A file as a seal names it, with what stands beside the case under its name: nothing, where it is not there. */
export interface NamedFile {
  readonly file: SealedFile;
  readonly beside: KeptFile | undefined;
}

/** The files that came together: with the report, with a message that was saved then, or by a handler. */
export interface FilesTogether {
  /** Missing for those of the report itself. */
  readonly at?: string;
  /** Somebody who handles the case added them. */
  readonly isAddedHere?: true;
  readonly files: readonly NamedFile[];
}

/** The files of an opened case, and how many stand beside it that no seal names. */
export interface CaseFiles {
  readonly groups: readonly FilesTogether[];
  readonly unnamed: number;
}

/** As much of an opened report as its files are looked for in. */
interface NamedIn {
  readonly report: Pick<OpenedReport['report'], 'files'>;
  readonly thread: readonly {
    readonly message: Pick<OpenedReport['thread'][number]['message'], 'files'>;
    readonly at: string;
  }[];
}

/** Holds what the seals name against what stands beside the case. */
export function namedFiles(
  { report, thread }: NamedIn,
  { files: kept = [] }: Pick<CaseRecord, 'files'>,
  added: readonly { readonly at: string; readonly files: readonly SealedFile[] }[] = [],
): CaseFiles {
  const named = (files: readonly SealedFile[] = []): readonly NamedFile[] =>
    files.map((file) => ({ file, beside: kept.find(({ id }) => id === file.id) }));
  const groups = [
    { files: named(report.files) },
    ...thread.map(({ message, at }) => ({ at, files: named(message.files) })),
    ...added.map(({ at, files }) => ({ at, isAddedHere: true as const, files: named(files) })),
  ].filter(({ files }) => files.length > 0);
  const inSeals = new Set(groups.flatMap(({ files }) => files.map(({ file }) => file.id)));
  return { groups, unnamed: kept.filter(({ id }) => !inSeals.has(id)).length };
}
