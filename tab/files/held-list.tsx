import { useEffect, useId, useRef } from 'react';
import type { Speaking } from './file-words.ts';
import type { FilesLook } from './files-look.ts';
import type { HeldFiles, HeldView, ShownFile } from './held-files.ts';
import { kilobytes } from '../parts/kilobytes.ts';

const stoppedWords = { calledOff: 'files.calledOff', noAnswer: 'files.noAnswer', full: 'files.full' } as const;
/** How often the progress is said to those who hear the page: at each quarter. */
const quarter = 25;

function itemText({ say }: Speaking, { name, bytes, isOriginal, isHeldBack }: ShownFile): string {
  const size = kilobytes(bytes);
  if (isHeldBack) return say('files.itemHeldBack', { name, size });
  return say(isOriginal ? 'files.itemOriginal' : 'files.itemClean', { name, size });
}

interface Props {
  readonly held: HeldFiles;
  readonly view: HeldView;
  readonly speaking: Speaking;
  readonly look: FilesLook;
  readonly onRemoved: () => void;
}

/** The files that are added, how far their sending has come, and why it stopped. */
export function HeldList({ held, view, speaking, look, onRemoved }: Props) {
  const { say, announce } = speaking;
  const { files, sending, stopped } = view;
  const id = useId();
  const share = sending && Math.floor((sending.done / Math.max(1, sending.of)) * 100);
  const said = useRef(0);
  const latest = useRef({ say, announce });
  useEffect(() => {
    latest.current = { say, announce };
  });
  const part = share === undefined ? 0 : Math.floor(share / quarter);
  useEffect(() => {
    if (part > said.current) latest.current.announce(latest.current.say('files.sending', { share: part * quarter }));
    said.current = part;
  }, [part]);
  if (files.length === 0) return null;
  return (
    <>
      <h3 id={id} className={look.heading}>
        {say('files.list')}
      </h3>
      <ul aria-labelledby={id}>
        {files.map((file) => (
          <li key={file.id}>
            <span>{itemText(speaking, file)}</span>{' '}
            <button
              type="button"
              className={look.button}
              disabled={sending !== undefined}
              onClick={() => {
                held.remove(file.id);
                announce(say('files.taken', { name: file.name }));
                onRemoved();
              }}
            >
              {say('files.remove', { name: file.name })}
            </button>
          </li>
        ))}
      </ul>
      {share !== undefined && (
        <div className={look.row}>
          <progress max={100} value={share} aria-label={say('files.sending', { share })} />
          <button type="button" className={look.button} onClick={held.callOff}>
            {say('files.callOff')}
          </button>
        </div>
      )}
      {stopped && (
        <p role="alert" className={look.bad}>
          {say(stoppedWords[stopped])}
        </p>
      )}
    </>
  );
}
