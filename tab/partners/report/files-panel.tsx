import { useMemo } from 'react';
import { filePickerWords } from '../../../words/tab/file-picker.ts';
import { translateWord } from '../../../words/translate-word.ts';
import FilePicker, { type FilePickerClassNames } from '../../files/file-picker.tsx';
import type { FilePickerLocalisation } from '../../files/file-picker-words.ts';
import type { PendingFiles } from '../../files/pending-files.ts';
import { useSignedInPage } from '../ui/partner-context.ts';

const filePickerClassNames: FilePickerClassNames = {
  panel: 'files',
  heading: 'files-heading',
  words: 'files-words',
  button: '',
  main: 'first',
  field: 'files-field',
  box: 'files-box',
  picture: 'files-picture',
  player: 'files-player',
  soundPlayer: 'files-player files-sound',
  text: 'files-text',
  row: 'row',
  bad: 'notice careful',
};

/** The thing belongs to someone else, so the words address a practitioner. */
export default function PartnerFilesPanel({
  held,
  isBusy,
  takes,
}: {
  readonly held: PendingFiles;
  readonly isBusy: boolean;
  readonly takes: 'report' | 'addition' | undefined;
}) {
  const { translate: say, language, announce } = useSignedInPage();
  const speaking = useMemo<FilePickerLocalisation>(
    () => ({
      language,
      announce,
      translate: (key, values) =>
        key === 'files.never'
          ? `${say('inside.filesAgreed')} ${say('inside.filesNever')}`
          : translateWord(language, filePickerWords[key], values),
    }),
    [say, language, announce],
  );
  const drafts = takes === 'report' ? (['files.drafts'] as const) : [];
  const wordKeys = ['files.which', 'files.never', 'files.stays', 'files.noScan', ...drafts] as const;
  return (
    <FilePicker
      pendingFiles={held}
      localisation={speaking}
      classNames={filePickerClassNames}
      isBusy={isBusy}
      words={takes && wordKeys.map((key) => speaking.translate(key))}
      heading={speaking.translate('files.heading')}
    />
  );
}
