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
  const { translate, language, announce, closesOnFilePick } = useTab();
  const speaking = useMemo(() => ({ translate, language, announce }), [translate, language, announce]);
  if (closesOnFilePick) return <p className={look.panel}>{translate('files.phones')}</p>;
  const words = takes && [
    translate('files.which'),
    translate('files.never'),
    translate('files.stays'),
    translate('files.noScan'),
    ...(takes === 'report' ? [translate('files.drafts')] : []),
  ];
  const heading = translate('files.heading');
  return (
    <FilePicker
      pendingFiles={held}
      localisation={speaking}
      classNames={look}
      isBusy={isBusy}
      words={words}
      heading={heading}
    />
  );
}
