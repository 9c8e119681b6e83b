import { useId, useRef, useState, useSyncExternalStore } from 'react';
import { cleanFile } from './clean-file.ts';
import { nameFor, type Speaking } from './file-words.ts';
import type { FilesLook } from './files-look.ts';
import type { HeldFiles } from './held-files.ts';
import { HeldList } from './held-list.tsx';
import { SendingFiles } from './sending-files.tsx';

const offered = 'image/jpeg,image/png,image/webp,image/heic,application/pdf,text/plain';

export interface AddFilesProps {
  readonly held: HeldFiles;
  readonly speaking: Speaking;
  readonly look: FilesLook;
  readonly isBusy: boolean;
  readonly words: readonly string[] | undefined;
  readonly heading?: string;
  readonly fieldId?: string;
}

/**
 * Adds files to what someone writes. A chosen file's clean copy is made and shown, and nothing is sent before the words
 * are.
 */
export default function AddFiles({ held, speaking, look, isBusy, words, heading, fieldId }: AddFilesProps) {
  const { say } = speaking;
  const view = useSyncExternalStore(held.subscribe, held.view);
  const [lookedAt, setLookedAt] = useState<string>();
  const id = useId();
  const field = fieldId ?? `${id}file`;
  const panel = useRef<HTMLElement>(null);
  const input = useRef<HTMLInputElement>(null);

  const onChosen = (file: File | undefined): void => {
    if (input.current) input.current.value = '';
    if (file === undefined) return;
    const nameOf: Parameters<HeldFiles['choose']>[1]['nameOf'] = (was, number) => nameFor(speaking, was, number);
    setLookedAt(held.choose(file, { clean: cleanFile, nameOf }));
  };
  return (
    <section ref={panel} tabIndex={-1} className={look.panel} aria-label={say('files.heading')}>
      {heading !== undefined && <h2 className={look.heading}>{heading}</h2>}
      {words && (
        <div id={`${id}words`} className={look.words}>
          {words.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      )}
      <HeldList
        held={held}
        view={view}
        speaking={speaking}
        look={look}
        isBusy={isBusy}
        lookedAt={lookedAt}
        onLook={setLookedAt}
        onRemoved={() => (input.current ?? panel.current)?.focus()}
      />
      {words && (
        <div>
          <label htmlFor={field}>{say('files.choose')}</label>
          <input
            id={field}
            ref={input}
            className={look.field}
            type="file"
            accept={offered}
            disabled={isBusy}
            aria-describedby={`${id}words`}
            onChange={({ target }) => onChosen(target.files?.[0])}
          />
        </div>
      )}
      <SendingFiles held={held} view={view} speaking={speaking} look={look} />
    </section>
  );
}
