import { useId, useState } from 'react';
import type { CleanCopy } from './clean-copy.ts';
import { FilePreview } from './file-preview.tsx';
import { type Speaking, tellText } from './file-words.ts';
import type { FilesLook } from './files-look.ts';
import type { HeldFiles } from './held-files.ts';
import type { ShownFile } from './held-view.ts';

const longestName = 80;

interface Props {
  readonly held: HeldFiles;
  readonly file: Extract<ShownFile, { at: 'ready' }>;
  readonly copy: CleanCopy;
  readonly mayKeepOriginals: boolean;
  readonly isBusy: boolean;
  readonly speaking: Speaking;
  readonly look: FilesLook;
}

export function FileDetails({ held, file, copy, mayKeepOriginals, isBusy, speaking, look }: Props) {
  const { say, announce } = speaking;
  const id = useId();
  const [name, setName] = useState(file.name);
  const [wasUnread, setUnread] = useState(false);
  const goAs = async (asItWas: boolean): Promise<void> => {
    setUnread(false);
    if (await held.goAsItWas(file.id, asItWas)) return;
    setUnread(true);
    announce(say('files.unread'));
  };
  return (
    <div className={look.box}>
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
          disabled={isBusy}
          aria-describedby={`${id}hint`}
          onChange={({ target }) => {
            setName(target.value);
            held.rename(file.id, target.value);
          }}
        />
        <p id={`${id}hint`} className={look.words}>
          {say('files.nameHint')}
        </p>
      </div>
      {mayKeepOriginals && file.fitsAsItWas ? (
        <fieldset>
          <legend>{say('files.version')}</legend>
          {[false, true].map((one) => (
            <div key={String(one)} className={look.row}>
              <input
                type="radio"
                id={`${id}${one}`}
                name={`${id}version`}
                checked={file.isOriginalChosen === one}
                disabled={isBusy}
                onChange={() => void goAs(one)}
              />
              <label htmlFor={`${id}${one}`}>{say(one ? 'files.versionOriginal' : 'files.versionClean')}</label>
            </div>
          ))}
        </fieldset>
      ) : (
        <p className={look.words}>{say('files.onlyClean')}</p>
      )}
      {wasUnread && <p className={look.bad}>{say('files.unread')}</p>}
    </div>
  );
}
