import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { formatTimestamp } from '../../words/date-format.ts';
import { Notice } from '../ui/notice.tsx';
import { type Tab, useTab } from '../ui/tab-context.ts';
import { FileExportForm, type FileExportFormProps } from './file-export-form.tsx';
import type { CaseFiles, FileGroup } from './named-files.ts';
import type { Refusal } from '../../contract/operation-answers.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import { refusalText } from '../ui/refusal-text.ts';
import { useKeys } from '../crypto/keys-context.tsx';
import { fileTypes } from '../../core/model/file-limits.ts';
import { fetchFileContent, type FileFetchResult } from './fetch-file-content.ts';
import { fileTypeText, displayFileName, fileSizeText } from '../ui/file-labels.ts';
import { FileViewer } from './file-viewer.tsx';
import { UnlawfulImageNotice } from './unlawful-image-notice.tsx';

const useCaseFileListStyles = makeStyles({
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

interface CaseFileListProps extends Omit<FileExportFormProps, 'named' | 'despiteMark' | 'onClose'> {
  readonly files: CaseFiles;
  readonly onDecrypted: () => void;
}

export default function CaseFileList({ files, ...props }: CaseFileListProps) {
  const { translate: say, language, me } = useTab();
  const styles = useCaseFileListStyles();
  const [chosen, setChosen] = useState<string>();
  const groupHeading = ({ at, isAddedByHandlers }: FileGroup): string =>
    at === undefined
      ? say('caseFiles.withReport')
      : say(isAddedByHandlers ? 'caseFiles.addedHere' : 'caseFiles.withMessage', {
          at: formatTimestamp(language, at, me.timeZone),
        });
  return (
    <section className={styles.files} aria-label={say('caseFiles.heading')}>
      <h3>{say('caseFiles.heading')}</h3>
      <p>{say('caseFiles.recorded')}</p>
      {files.groups.map((group, place) => (
        <div key={group.at ?? 'report'}>
          <h4>{groupHeading(group)}</h4>
          <ul className={styles.list} aria-label={groupHeading(group)}>
            {group.files.map((named) => {
              const key = `${place} ${named.file.id}`;
              return (
                <FileItem
                  key={key}
                  {...props}
                  named={named}
                  isChosen={chosen === key}
                  onChoose={(isChosen) => setChosen((before) => (isChosen ? key : before === key ? undefined : before))}
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

const useFileItemStyles = makeStyles({
  item: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    gridTemplateColumns: 'minmax(0, 1fr)',
    '& p': { margin: 0 },
  },
  name: { overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
});

type FetchFailure = Exclude<FileFetchResult, { readonly ok: true } | { readonly why: 'stopped' }>;

type FileState =
  | { readonly kind: 'closed' | 'exporting' | 'unlawful' }
  | { readonly kind: 'asking'; readonly next: 'show' | 'export' }
  | { readonly kind: 'fetching'; readonly done: number; readonly of: number }
  | { readonly kind: 'shown'; readonly content: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly fetched: FetchFailure };

const failureWords = {
  mismatch: 'caseFiles.mismatch',
  otherKey: 'caseFiles.otherKey',
} as const satisfies Record<string, WordKey>;

const retryableRefusals: ReadonlySet<Refusal['code']> = new Set(['unavailable', 'failed']);

function failureText(say: Tab['translate'], failed: FetchFailure): string {
  if (failed.why !== 'refused') return say(failureWords[failed.why]);
  return retryableRefusals.has(failed.refusal.code) ? say('caseFiles.notFetched') : refusalText(say, failed.refusal);
}

interface FileItemProps extends Omit<FileExportFormProps, 'despiteMark' | 'onClose'> {
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
  readonly onDecrypted: () => void;
}

function FileItem({ isChosen, onChoose, onDecrypted, ...props }: FileItemProps) {
  const { translate: say, call } = useTab();
  const { identities } = useKeys();
  const styles = useFileItemStyles();
  const { named, view, change, onMismatch } = props;
  const { file, stored } = named;
  const name = displayFileName(file);
  const [state, setState] = useState<FileState>({ kind: 'closed' });
  const stop = useRef<AbortController>(undefined);
  const button = useRef<HTMLButtonElement>(null);
  const shown = fileTypes.find((type) => type === file.type);
  const isMarked = view.record.files?.find(({ id }) => id === file.id)?.mayBeUnlawful === true;
  const isShownHere = shown !== undefined && !file.isOriginal;

  useEffect(() => () => stop.current?.abort(), []);
  useEffect(() => {
    if (isChosen) return;
    stop.current?.abort();
    setState((before) => (before.kind === 'shown' || before.kind === 'fetching' ? { kind: 'closed' } : before));
  }, [isChosen]);

  async function show(despiteMark: boolean): Promise<void> {
    const mine = new AbortController();
    stop.current = mine;
    onChoose(true);
    setState({ kind: 'fetching', done: 0, of: 1 });
    const fetched = await fetchFileContent(named, {
      call,
      identities,
      caseId: view.record.caseId,
      despiteMark,
      onPart(done, of) {
        if (done === 1) onDecrypted();
        if (!mine.signal.aborted) setState({ kind: 'fetching', done, of });
      },
      signal: mine.signal,
    });
    if (mine.signal.aborted || (!fetched.ok && fetched.why === 'stopped')) return;
    if (fetched.ok) return setState({ kind: 'shown', content: fetched.content });
    // A colleague marked it since this page was shown.
    if (fetched.why === 'refused' && fetched.refusal.code === 'notAllowed' && fetched.refusal.why === 'fileMarked')
      return setState({ kind: 'asking', next: 'show' });
    setState({ kind: 'failed', fetched });
    if (fetched.why === 'mismatch') onMismatch();
  }

  function close(): void {
    stop.current?.abort();
    setState({ kind: 'closed' });
    onChoose(false);
    button.current?.focus();
  }

  function closeNotice(): void {
    setState({ kind: 'closed' });
    button.current?.focus();
  }

  function markUnlawful(): void {
    stop.current?.abort();
    setState({ kind: 'unlawful' });
    onChoose(false);
  }

  const isOpen = state.kind === 'fetching' || state.kind === 'shown';
  return (
    <li className={styles.item}>
      <p className={styles.name}>
        <strong dir="auto" translate="no">
          {name}
        </strong>{' '}
        ({say('caseFiles.facts', { type: fileTypeText(say, file), size: fileSizeText(say, file.bytes) })})
      </p>
      <p>{say(file.isOriginal ? 'caseFiles.isOriginal' : 'caseFiles.isClean')}</p>
      {isMarked && (
        <p>
          <strong>{say('caseFiles.isMarked')}</strong>
        </p>
      )}
      {stored === undefined ? (
        <Notice tone="careful">
          <p>{say('caseFiles.notBeside')}</p>
        </Notice>
      ) : (
        <div className={styles.buttons}>
          {isShownHere && (
            <Button
              ref={button}
              disabledFocusable={isOpen}
              onClick={() => (isMarked ? setState({ kind: 'asking', next: 'show' }) : void show(false))}
            >
              {say('caseFiles.show', { name })}
            </Button>
          )}
          <Button
            appearance={isShownHere ? 'subtle' : 'secondary'}
            disabledFocusable={isOpen}
            onClick={() => setState(isMarked ? { kind: 'asking', next: 'export' } : { kind: 'exporting' })}
          >
            {say('caseFiles.export', { name })}
          </Button>
        </div>
      )}
      {state.kind === 'asking' && (
        <Notice tone="careful" role="alert">
          <p>{say('caseFiles.markedAsk')}</p>
          <div className={styles.buttons}>
            <Button onClick={closeNotice}>{say('caseFiles.markedLeave')}</Button>
            <Button onClick={() => (state.next === 'show' ? void show(true) : setState({ kind: 'exporting' }))}>
              {say(state.next === 'show' ? 'caseFiles.markedOpen' : 'caseFiles.markedExport')}
            </Button>
          </div>
        </Notice>
      )}
      {state.kind === 'unlawful' && (
        <UnlawfulImageNotice caseId={view.record.caseId} fileId={file.id} change={change} onClose={closeNotice} />
      )}
      {state.kind === 'fetching' && (
        <div className={styles.buttons}>
          <Spinner
            size="small"
            label={say('caseFiles.fetching', { done: state.done, of: state.of })}
            labelPosition="after"
          />
          <Button size="small" onClick={close}>
            {say('caseFiles.stop')}
          </Button>
        </div>
      )}
      {state.kind === 'failed' && (
        <Notice tone={state.fetched.why === 'mismatch' ? 'alarm' : 'careful'} role="alert">
          <p>{failureText(say, state.fetched)}</p>
        </Notice>
      )}
      {state.kind === 'shown' && shown !== undefined && (
        <FileViewer name={name} type={shown} content={state.content} onClose={close} onUnlawful={markUnlawful} />
      )}
      {state.kind === 'exporting' && (
        <FileExportForm {...props} despiteMark={isMarked} onClose={() => setState({ kind: 'closed' })} />
      )}
    </li>
  );
}
