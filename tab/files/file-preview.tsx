import { useEffect, useRef, useState } from 'react';
import type { CleanCopy } from './clean-copy.ts';
import type { Speaking } from './file-words.ts';
import type { FilesLook } from './files-look.ts';

const mostShown = 20_000;
const widest = 900;

interface PictureProps {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly label: string;
  readonly className: string;
}

function Picture({ bytes, type, label, className }: PictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let isGone = false;
    const draw = async (): Promise<void> => {
      const picture = await createImageBitmap(new Blob([bytes], { type }));
      const place = canvas.current;
      if (!isGone && place) {
        const scale = Math.min(1, widest / picture.width);
        place.width = Math.max(1, Math.round(picture.width * scale));
        place.height = Math.max(1, Math.round(picture.height * scale));
        place.getContext('2d')?.drawImage(picture, 0, 0, place.width, place.height);
      }
      picture.close();
    };
    draw().catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [bytes, type]);
  return <canvas ref={canvas} role="img" aria-label={label} className={className} />;
}

interface Props {
  readonly copy: CleanCopy;
  readonly speaking: Speaking;
  readonly look: FilesLook;
}

export function FilePreview({ copy, speaking, look }: Props) {
  const { say } = speaking;
  const [at, setAt] = useState(0);
  if (copy.type === 'text/plain') {
    const text = new TextDecoder().decode(copy.content);
    return (
      <>
        {/* It scrolls: those who use the keyboard have to come to it. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <pre className={look.text} tabIndex={0} role="group" aria-label={say('files.text')}>
          {text.slice(0, mostShown)}
        </pre>
        {text.length > mostShown && <p className={look.words}>{say('files.textGoesOn')}</p>}
      </>
    );
  }
  const page = copy.pages[at];
  if (page === undefined)
    return <Picture bytes={copy.content} type={copy.type} label={say('files.picture')} className={look.picture} />;
  const of = copy.pages.length;
  const turn = (to: number): void => {
    setAt(to);
    speaking.announce(say('files.page', { number: to + 1, of }));
  };
  return (
    <>
      <Picture
        key={at}
        bytes={page}
        type="image/jpeg"
        label={say('files.page', { number: at + 1, of })}
        className={look.picture}
      />
      {of > 1 && (
        <div className={look.row}>
          <button type="button" className={look.button} disabled={at === 0} onClick={() => turn(at - 1)}>
            {say('files.pageBefore')}
          </button>
          <button type="button" className={look.button} disabled={at + 1 === of} onClick={() => turn(at + 1)}>
            {say('files.pageAfter')}
          </button>
        </div>
      )}
    </>
  );
}
