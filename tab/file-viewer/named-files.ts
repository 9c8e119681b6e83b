import type { OpenedReport } from '../../core/casework/decrypted-report.ts';
import type { CaseRecord } from '../../core/model/case-record.ts';
import type { KeptFile, SealedFile } from '../../core/model/sealed-file.ts';

/** A file as a seal names it, with the stored file of that name, if there is one. */
export interface NamedFile {
  readonly file: SealedFile;
  readonly beside: KeptFile | undefined;
}

export interface FilesTogether {
  readonly at?: string;
  readonly isAddedHere?: true;
  readonly files: readonly NamedFile[];
}

/** `unnamed`: stored files that no seal names. */
export interface CaseFiles {
  readonly groups: readonly FilesTogether[];
  readonly unnamed: number;
}

interface NamedIn {
  readonly report: Pick<OpenedReport['report'], 'files'>;
  readonly thread: readonly {
    readonly message: Pick<OpenedReport['thread'][number]['message'], 'files'>;
    readonly at: string;
  }[];
}

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
