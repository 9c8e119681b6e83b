import { useEffect, useId, useRef, useState } from 'react';
import { fileLimits } from '../../concerns/terms/files.ts';
import type { CleanCopy } from './clean-copy.ts';
import { FilePreview } from './file-preview.tsx';
import { type Speaking, tellText } from './file-words.ts';
import type { FilesLook } from './files-look.ts';

/** As much of a name as is typed: it stands in lists. */
const longestName = 80;

interface Props {
  readonly copy: CleanCopy;
  /** The file as it was, where it may go so. */
  readonly original: Blob | undefined;
  readonly proposed: string;
  readonly speaking: Speaking;
  readonly look: FilesLook;
  readonly onAdd: (name: string, asIs: boolean) => void;
  readonly onLeave: () => void;
}

/** A file before it is added: what is seen of it, what it tells beside that, its name, and how it goes. */
export function ChosenFile({ copy, original, proposed, speaking, look, onAdd, onLeave }: Props) {
  const { say } = speaking;
  const id = useId();
  const [name, setName] = useState(proposed);
  const [asIs, setAsIs] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const mayGoAsIs = original !== undefined && original.size <= fileLimits.bytes;
  return (
    <div className={look.box}>
      <h3 ref={heading} tabIndex={-1} className={look.heading}>
        {say('files.look')}
      </h3>
      <FilePreview copy={copy} speaking={speaking} look={look} />
      {copy.tells.length > 0 && (
        <div className={look.words}>
          <p>{say('files.tells')}</p>
          <ul>
            {copy.tells.map((tell) => (
              <li key={tell.kind}>{tellText(speaking, tell)}</li>
            ))}
          </ul>
          <p>{say('files.leftOut')}</p>
        </div>
      )}
      <div>
        <label htmlFor={`${id}name`}>{say('files.name')}</label>
        <input
          id={`${id}name`}
          className={look.field}
          value={name}
          maxLength={longestName}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={`${id}hint`}
          onChange={({ target }) => setName(target.value)}
        />
        <p id={`${id}hint`} className={look.words}>
          {say('files.nameHint')}
        </p>
      </div>
      {mayGoAsIs ? (
        <fieldset>
          <legend>{say('files.version')}</legend>
          {[false, true].map((one) => (
            <div key={String(one)} className={look.row}>
              <input
                type="radio"
                id={`${id}${one}`}
                name={`${id}version`}
                checked={asIs === one}
                onChange={() => setAsIs(one)}
              />
              <label htmlFor={`${id}${one}`}>{say(one ? 'files.versionOriginal' : 'files.versionClean')}</label>
            </div>
          ))}
        </fieldset>
      ) : (
        <p className={look.words}>{say('files.onlyClean')}</p>
      )}
      <div className={look.row}>
        <button
          type="button"
          className={look.main}
          onClick={() => onAdd(name.trim() === '' ? proposed : name.trim(), mayGoAsIs && asIs)}
        >
          {say('files.add')}
        </button>
        <button type="button" className={look.button} onClick={onLeave}>
          {say('files.leave')}
        </button>
      </div>
    </div>
  );
}
