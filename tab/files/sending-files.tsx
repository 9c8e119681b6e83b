import { useEffect, useRef } from 'react';
import type { Speaking } from './file-words.ts';
import type { FilesLook } from './files-look.ts';
import type { HeldFiles } from './held-files.ts';
import type { HeldView } from './held-view.ts';

const stoppedWords = {
  calledOff: 'files.calledOff',
  noAnswer: 'files.noAnswer',
  full: 'files.full',
  notReady: 'files.notReady',
  refused: 'files.refused',
  unsent: 'files.unsent',
} as const;
const quarter = 25;

interface Props {
  readonly held: HeldFiles;
  readonly view: HeldView;
  readonly speaking: Speaking;
  readonly look: FilesLook;
}

export function SendingFiles({ held, view, speaking, look }: Props) {
  const { say, announce } = speaking;
  const { sending, stopped, stops } = view;
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
  return (
    <>
      {share !== undefined && (
        <div className={look.row}>
          <progress max={100} value={share} aria-label={say('files.sending', { share })} />
          <button type="button" className={look.button} onClick={held.callOff}>
            {say('files.callOff')}
          </button>
        </div>
      )}
      {stopped && (
        <p key={stops} role="alert" className={look.bad}>
          {say(stoppedWords[stopped])}
        </p>
      )}
    </>
  );
}
