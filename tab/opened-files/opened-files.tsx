import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { showMoment } from '../../words/days.ts';
import { Notice } from '../parts/notice.tsx';
import { useTab } from '../parts/tab-context.ts';
import { FileItem } from './file-item.tsx';
import type { FileExportProps } from './file-export.tsx';
import type { CaseFiles, FilesTogether } from './named-files.ts';

const useStyles = makeStyles({
  files: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    gridTemplateColumns: 'minmax(0, 1fr)',
    '& h3, & h4, & p': { margin: 0 },
    '& h3': { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
    '& h4': { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightRegular },
  },
  list: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    gridTemplateColumns: 'minmax(0, 1fr)',
    margin: `${tokens.spacingVerticalS} 0 0`,
    padding: 0,
    listStyleType: 'none',
  },
});

interface OpenedFilesProps extends Omit<FileExportProps, 'named' | 'onClose'> {
  readonly files: CaseFiles;
  readonly onOpened: () => void;
}

export default function OpenedFiles({ files, ...props }: OpenedFilesProps) {
  const { say, language, me } = useTab();
  const styles = useStyles();
  const [chosen, setChosen] = useState<string>();
  const heading = ({ at, isAddedHere }: FilesTogether): string =>
    at === undefined
      ? say('caseFiles.withReport')
      : say(isAddedHere ? 'caseFiles.addedHere' : 'caseFiles.withMessage', {
          at: showMoment(language, at, me.timeZone),
        });
  return (
    <section className={styles.files} aria-label={say('caseFiles.heading')}>
      <h3>{say('caseFiles.heading')}</h3>
      <p>{say('caseFiles.recorded')}</p>
      {files.groups.map((group, place) => (
        <div key={group.at ?? 'report'}>
          <h4>{heading(group)}</h4>
          <ul className={styles.list} aria-label={heading(group)}>
            {group.files.map((named) => {
              const key = `${place} ${named.file.id}`;
              return (
                <FileItem
                  key={key}
                  {...props}
                  named={named}
                  isChosen={chosen === key}
                  choose={(isChosen) => setChosen((before) => (isChosen ? key : before === key ? undefined : before))}
                />
              );
            })}
          </ul>
        </div>
      ))}
      {files.unnamed > 0 && (
        <Notice tone="careful">
          <p>{say('caseFiles.unnamed', { count: files.unnamed })}</p>
        </Notice>
      )}
    </section>
  );
}
