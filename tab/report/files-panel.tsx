import { useMemo } from 'react';
import FilePicker from '../files/file-picker.tsx';
import type { PendingFiles } from '../files/pending-files.ts';
import { useFilePickerClassNames } from '../files/use-file-picker-class-names.ts';
import { useTab } from '../ui/tab-context.ts';

export interface FilesPanelProps {
  readonly held: PendingFiles;
  readonly isBusy: boolean;
  readonly takes: 'report' | 'addition' | undefined;
}

export default function FilesPanel({ held, isBusy, takes }: FilesPanelProps) {
  const look = useFilePickerClassNames();
  const { say, language, announce, closesOnFilePick } = useTab();
  const speaking = useMemo(() => ({ say, language, announce }), [say, language, announce]);
  if (closesOnFilePick) return <p className={look.panel}>{say('files.phones')}</p>;
  const words = takes && [
    say('files.which'),
    say('files.never'),
    say('files.stays'),
    say('files.noScan'),
    ...(takes === 'report' ? [say('files.drafts')] : []),
  ];
  const heading = say('files.heading');
  return <FilePicker held={held} localisation={speaking} look={look} isBusy={isBusy} words={words} heading={heading} />;
}
