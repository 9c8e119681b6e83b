import { useEffect, useId, useRef, useSyncExternalStore } from 'react';
import { fileLimits } from '../../concerns/terms/files.ts';
import { ChosenFile } from './chosen-file.tsx';
import { nameFor, type Speaking } from './file-words.ts';
import type { FilesLook } from './files-look.ts';
import type { HeldFiles } from './held-files.ts';
import { HeldList } from './held-list.tsx';
import { refusalWords } from './refusal-words.ts';
import { useCleaning } from './use-cleaning.ts';

/** The kinds that a browser offers first; what a file is its own bytes say. */
const offered = 'image/jpeg,image/png,image/webp,image/heic,application/pdf,text/plain';
/** Signs that nobody sees: a name has none. */
const unseen = /[\p{Cc}\p{Cf}]/gu;

export interface AddFilesProps {
  readonly held: HeldFiles;
  readonly speaking: Speaking;
  readonly look: FilesLook;
  /** A step is under way: nothing changes meanwhile. */
  readonly isBusy: boolean;
  /** The words before the choice, a paragraph each. */
  readonly words: readonly string[];
  /** The heading, where none stands around it. */
  readonly heading?: string;
  /** The id of the field that a file is chosen in, where something leads to it. */
  readonly fieldId?: string;
}

/** Adds files to what somebody writes: each is cleaned and shown first, and sent with the words, never before. */
export default function AddFiles({ held, speaking, look, isBusy, words, heading, fieldId }: AddFilesProps) {
  const { say, announce } = speaking;
  const view = useSyncExternalStore(held.subscribe, held.view);
  const { chosen, choose, stop, refuse } = useCleaning();
  const id = useId();
  const field = fieldId ?? `${id}file`;
  const input = useRef<HTMLInputElement>(null);
  const backToInput = (): void => input.current?.focus();
  const latest = useRef({ say, announce });
  useEffect(() => {
    latest.current = { say, announce };
  });
  const { at } = chosen;
  useEffect(() => {
    if (at === 'cleaning') latest.current.announce(latest.current.say('files.cleaning'));
  }, [at]);

  const onChosen = (file: File | undefined): void => {
    if (input.current) input.current.value = '';
    if (file === undefined) return;
    if (view.files.length >= fileLimits.files) refuse('tooMany');
    else void choose(file);
  };
  const onAdd = async (named: string, asIs: boolean): Promise<void> => {
    if (chosen.at !== 'there') return;
    const { copy, original } = chosen;
    const name = named.replaceAll(unseen, '').trim() || nameFor(speaking, copy.was, view.files.length + 1);
    // What was chosen may be gone by now.
    const bytes = asIs ? await original.arrayBuffer().catch(() => undefined) : undefined;
    if (asIs && bytes === undefined) return refuse('damaged');
    const before = bytes && { type: copy.was, content: new Uint8Array(bytes) };
    if (!held.add({ name, clean: copy, original: before })) return refuse('tooMany');
    stop();
    announce(say('files.added', { name }));
    backToInput();
  };
  const page = chosen.at === 'cleaning' ? chosen.page : undefined;
  return (
    <section className={look.panel} aria-label={say('files.heading')}>
      {heading !== undefined && <h2 className={look.heading}>{heading}</h2>}
      <div id={`${id}words`} className={look.words}>
        {words.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      <HeldList held={held} view={view} speaking={speaking} look={look} onRemoved={backToInput} />
      {(at === 'none' || at === 'refused') && (
        <div>
          <label htmlFor={field}>{say('files.choose')}</label>
          <input
            id={field}
            ref={input}
            className={look.field}
            type="file"
            accept={offered}
            disabled={isBusy}
            aria-describedby={at === 'refused' ? `${id}why` : `${id}words`}
            onChange={({ target }) => onChosen(target.files?.[0])}
          />
        </div>
      )}
      {chosen.at === 'refused' && (
        <p id={`${id}why`} role="alert" className={look.bad}>
          {say(refusalWords[chosen.why])}
        </p>
      )}
      {at === 'cleaning' && (
        <div className={look.row}>
          <span>{page ? say('files.cleaningPage', page) : say('files.cleaning')}</span>
          <button type="button" className={look.button} onClick={stop}>
            {say('files.leave')}
          </button>
        </div>
      )}
      {chosen.at === 'there' && (
        <ChosenFile
          copy={chosen.copy}
          original={view.mayKeepOriginals ? chosen.original : undefined}
          proposed={nameFor(speaking, chosen.copy.was, view.files.length + 1)}
          speaking={speaking}
          look={look}
          onAdd={(name, asIs) => void onAdd(name, asIs)}
          onLeave={stop}
        />
      )}
    </section>
  );
}
