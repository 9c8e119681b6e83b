import type { DecryptedReport } from '../../core/casework/decrypt-report.ts';
import type { CaseRecord } from '../../core/model/case-record.ts';
import type { StoredFile, SealedFile } from '../../core/model/sealed-file.ts';

/** `stored`: the stored file of that name, if there is one. */
export interface NamedFile {
  readonly file: SealedFile;
  readonly stored: StoredFile | undefined;
}

export interface FileGroup {
  readonly at?: string;
  readonly isAddedByHandlers?: true;
  readonly files: readonly NamedFile[];
}

/** `unnamed`: stored files that no seal names. */
export interface CaseFiles {
  readonly groups: readonly FileGroup[];
  readonly unnamed: number;
}

interface NamingReport {
  readonly report: Pick<DecryptedReport['report'], 'files'>;
  readonly thread: readonly {
    readonly message: Pick<DecryptedReport['thread'][number]['message'], 'files'>;
    readonly at: string;
  }[];
}

export function groupNamedFiles(
  { report, thread }: NamingReport,
  { files: storedFiles = [] }: Pick<CaseRecord, 'files'>,
  added: readonly { readonly at: string; readonly files: readonly SealedFile[] }[] = [],
): CaseFiles {
  const matchStoredFiles = (files: readonly SealedFile[] = []): readonly NamedFile[] =>
    files.map((file) => ({ file, stored: storedFiles.find(({ id }) => id === file.id) }));
  const all: readonly FileGroup[] = [
    { files: matchStoredFiles(report.files) },
    ...thread.map(({ message, at }) => ({ at, files: matchStoredFiles(message.files) })),
    ...added.map(({ at, files }) => ({ at, isAddedByHandlers: true as const, files: matchStoredFiles(files) })),
  ];
  const groups = all.filter(({ files }) => files.length > 0);
  const inSeals = new Set(groups.flatMap(({ files }) => files.map(({ file }) => file.id)));
  return { groups, unnamed: storedFiles.filter(({ id }) => !inSeals.has(id)).length };
}
