import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type FileType, isRecordingType } from '../../core/model/file-limits.ts';
import { viewerAddress } from '../../contract/viewer-page.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import { Notice } from '../ui/notice.tsx';
import { useTab } from '../ui/tab-context.ts';
import { useKeys, useTrackDecrypted } from '../crypto/keys-context.tsx';
import type { DisplayProblem, FrameEvent, PagePosition } from '../files/viewer-frame-messages.ts';
import { useViewerFrame } from '../files/use-viewer-frame.ts';

const useStyles = makeStyles({
  viewer: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    gridTemplateColumns: 'minmax(0, 1fr)',
    '& h5': { margin: 0, fontSize: tokens.fontSizeBase300, overflowWrap: 'anywhere' },
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  frame: {
    width: '100%',
    height: 'min(70vh, 60rem)',
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  sound: { height: '6rem' },
});

const displayProblemWords = {
  otherType: 'caseFiles.otherType',
  tooLarge: 'caseFiles.tooLarge',
  damaged: 'caseFiles.damaged',
  notBound: 'caseFiles.notBound',
  notClean: 'caseFiles.notClean',
  noPicture: 'caseFiles.noPicture',
  notPlayed: 'caseFiles.notPlayed',
  noFrame: 'caseFiles.noFrame',
} as const satisfies Record<DisplayProblem | 'noFrame', WordKey>;

interface FileViewerProps {
  readonly name: string;
  readonly type: FileType;
  /** Transferred into the frame: nothing stays here. */
  readonly content: Uint8Array<ArrayBuffer>;
  readonly onClose: () => void;
  readonly onUnlawful: () => void;
}

export function FileViewer({ name, type, content, onClose, onUnlawful }: FileViewerProps) {
  const { translate: say, language, announce } = useTab();
  const { recordActivity } = useKeys();
  const styles = useStyles();
  const frame = useRef<HTMLIFrameElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [position, setPosition] = useState<PagePosition>();
  const [problem, setProblem] = useState<DisplayProblem | 'noFrame'>();
  useTrackDecrypted('file', true);

  useEffect(() => heading.current?.focus(), []);

  const onEvent = useCallback(
    (what: FrameEvent | 'noFrame'): void => {
      if (what === 'noFrame') setProblem(what);
      else if (what.candour === 'notShown') setProblem(what.why);
      // Only while someone is in the frame: a file alone keeps no key unlocked.
      else if (what.candour === 'used' && document.activeElement === frame.current && document.hasFocus())
        recordActivity();
      else if (what.candour === 'drawn') setPosition(what);
    },
    [recordActivity],
  );
  const postToFrame = useViewerFrame(frame, { type, content, language, onEvent });

  useEffect(() => {
    if (position === undefined) return;
    const { page, pages } = position;
    postToFrame({ candour: 'label', text: pages > 1 ? say('caseFiles.pageOf', { name, page, pages }) : name });
    announce(pages > 1 ? say('caseFiles.page', { page, pages }) : say('caseFiles.isShown'));
  }, [position, name, say, postToFrame, announce]);

  const isRecording = isRecordingType(type);
  const turns = [
    ['back', 'caseFiles.back'],
    ['on', 'caseFiles.on'],
  ] as const;
  const sizes = [
    ['out', 'caseFiles.smaller'],
    ['in', 'caseFiles.larger'],
    ['fit', 'caseFiles.fit'],
  ] as const;
  return (
    <div className={styles.viewer}>
      <h5 ref={heading} tabIndex={-1}>
        {name}
      </h5>
      {problem !== undefined && (
        <Notice tone="careful" role="alert">
          <p>{say(displayProblemWords[problem])}</p>
        </Notice>
      )}
      <div className={styles.buttons}>
        {problem === undefined && position !== undefined && (
          <>
            {position.pages > 1 && (
              <>
                {turns.map(([to, words]) => (
                  <Button
                    key={to}
                    size="small"
                    disabledFocusable={position.page === (to === 'back' ? 1 : position.pages)}
                    onClick={() => postToFrame({ candour: 'turn', to })}
                  >
                    {say(words)}
                  </Button>
                ))}
                <span>{say('caseFiles.page', { page: position.page, pages: position.pages })}</span>
              </>
            )}
            {!isRecording && (
              <>
                {sizes.map(([to, words]) => (
                  <Button key={to} size="small" onClick={() => postToFrame({ candour: 'zoom', to })}>
                    {say(words)}
                  </Button>
                ))}
                <span>{say('caseFiles.size', { percent: position.percent })}</span>
              </>
            )}
          </>
        )}
        <Button size="small" appearance="primary" onClick={onClose}>
          {say('caseFiles.close')}
        </Button>
        {type !== 'text/plain' && !type.startsWith('audio/') && (
          <Button size="small" onClick={onUnlawful}>
            {say('caseFiles.mayBeUnlawful')}
          </Button>
        )}
      </div>
      {problem === undefined && (
        <>
          <iframe
            ref={frame}
            className={mergeClasses(styles.frame, type.startsWith('audio/') && styles.sound)}
            sandbox="allow-scripts"
            referrerPolicy="no-referrer"
            src={viewerAddress}
            title={say('caseFiles.frame', { name })}
          />
          <p>{say(isRecording ? 'caseFiles.playerKeys' : 'caseFiles.keys')}</p>
        </>
      )}
    </div>
  );
}
