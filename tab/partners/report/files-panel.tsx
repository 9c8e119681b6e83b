import { useMemo } from 'react';
import { filesWords } from '../../../words/tab/files.ts';
import { translateWord } from '../../../words/translate.ts';
import AddFiles, { type FilesClassNames } from '../../files/add-files.tsx';
import type { Localisation } from '../../files/file-words.ts';
import type { PendingFiles } from '../../files/pending-files.ts';
import { usePartnerPage } from '../ui/partner-context.ts';

const filesPanelStyles: FilesClassNames = {
  panel: 'files',
  heading: 'files-heading',
  words: 'files-words',
  button: '',
  main: 'first',
  field: 'files-field',
  box: 'files-box',
  picture: 'files-picture',
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
  const { say, language, announce } = usePartnerPage();
  const speaking = useMemo<Localisation>(
    () => ({
      language,
      announce,
      say: (key, values) =>
        key === 'files.never'
          ? `${say('inside.filesAgreed')} ${say('inside.filesNever')}`
          : translateWord(language, filesWords[key], values),
    }),
    [say, language, announce],
  );
  const drafts = takes === 'report' ? (['files.drafts'] as const) : [];
  const said = ['files.which', 'files.never', 'files.stays', 'files.noScan', ...drafts] as const;
  return (
    <AddFiles
      held={held}
      localisation={speaking}
      look={filesPanelStyles}
      isBusy={isBusy}
      words={takes && said.map((key) => speaking.say(key))}
      heading={speaking.say('files.heading')}
    />
  );
}
