import { useEffect, useRef, useState } from 'react';
import { viewerAddress } from '../../contract/viewer-page.ts';
import type { CleanCopy } from './clean-copy.ts';
import type { FilePickerLocalisation } from './file-picker-words.ts';
import { useViewerFrame } from './use-viewer-frame.ts';

interface RecordingPreviewProps {
  readonly copy: CleanCopy;
  readonly name: string;
  readonly localisation: FilePickerLocalisation;
  readonly classNames: Readonly<Record<'player' | 'soundPlayer' | 'words' | 'bad', string>>;
  readonly onPlayed: () => void;
  /** This browser cannot play it, or not to its end. */
  readonly onUnplayable: () => void;
}

type Content = Uint8Array<ArrayBuffer> | 'reading' | 'unread';

/** The bytes that will be sent, in memory until the player closes. */
async function readCopy({ preview, content }: CleanCopy, signal: AbortSignal): Promise<Content> {
  // A copy of it: the frame takes what it is handed.
  if (preview !== undefined) return preview.slice();
  const whole = new Uint8Array(content.bytes);
  const reader = content.stream().getReader();
  let at = 0;
  for (;;) {
    if (signal.aborted) {
      await reader.cancel();
      return 'reading';
    }
    const step = await reader.read();
    if (step.done) return at === whole.length ? whole : 'unread';
    if (at + step.value.length > whole.length) {
      await reader.cancel();
      return 'unread';
    }
    whole.set(step.value, at);
    at += step.value.length;
  }
}

/** Plays the clean copy in the closed frame: the page itself may load no media. */
export function RecordingPreview({
  copy,
  name,
  localisation,
  classNames,
  onPlayed,
  onUnplayable,
}: RecordingPreviewProps) {
  const { translate } = localisation;
  const [content, setContent] = useState<Content>('reading');
  useEffect(() => {
    const stop = new AbortController();
    const show = (read: Content): void => {
      if (!stop.signal.aborted) setContent(read);
    };
    readCopy(copy, stop.signal).then(show, () => show('unread'));
    return () => stop.abort();
  }, [copy]);
  if (content === 'reading') return <p className={classNames.words}>{translate('files.playerReading')}</p>;
  if (content === 'unread')
    return (
      <p role="alert" className={classNames.bad}>
        {translate('files.playerUnread')}
      </p>
    );
  return <Player {...{ copy, name, localisation, classNames, onPlayed, onUnplayable, content }} />;
}

function Player({
  copy: { type },
  name,
  localisation: { translate, language },
  classNames,
  onPlayed,
  onUnplayable,
  content,
}: RecordingPreviewProps & { readonly content: Uint8Array<ArrayBuffer> }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [problem, setProblem] = useState<'files.playerMissing' | 'files.noPicture' | 'files.notPlayed'>();
  const postToFrame = useViewerFrame(frame, {
    type,
    content,
    language,
    onEvent(what) {
      if (what === 'noFrame') setProblem('files.playerMissing');
      else if (what.candour === 'notShown') {
        setProblem(what.why === 'noPicture' ? 'files.noPicture' : 'files.notPlayed');
        onUnplayable();
      } else if (what.candour === 'drawn') postToFrame({ candour: 'label', text: name });
      else if (what.candour === 'played') onPlayed();
    },
  });
  if (problem !== undefined)
    return (
      <p role="alert" className={classNames.bad}>
        {translate(problem)}
      </p>
    );
  return (
    <iframe
      ref={frame}
      className={type.startsWith('audio/') ? classNames.soundPlayer : classNames.player}
      sandbox="allow-scripts"
      referrerPolicy="no-referrer"
      src={viewerAddress}
      title={translate('files.player', { name })}
    />
  );
}
