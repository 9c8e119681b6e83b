import { useEffect, useId, useRef } from 'react';
import { FileDetails } from './file-details.tsx';
import type { Speaking } from './file-words.ts';
import type { FilesLook } from './files-look.ts';
import type { HeldFiles } from './held-files.ts';
import type { HeldView, ShownFile } from './held-view.ts';
import { kilobytes } from '../parts/kilobytes.ts';
import { refusalWords } from './refusal-words.ts';

function itemText({ say }: Speaking, file: ShownFile): string {
  const { name } = file;
  if (file.at === 'refused') return `${say('files.notAdded', { name })} ${say(refusalWords[file.why])}`;
  if (file.at === 'cleaning')
    return file.page ? say('files.cleaningPage', { name, ...file.page }) : say('files.cleaning', { name });
  const size = kilobytes(file.bytes);
  if (file.isHeldBack) return say('files.itemHeldBack', { name, size });
  return say(file.isOriginal ? 'files.itemOriginal' : 'files.itemClean', { name, size });
}

function useToldChanges(files: readonly ShownFile[], { say, announce }: Speaking): void {
  const told = useRef<ReadonlyMap<string, ShownFile['at']>>(new Map(files.map(({ id, at }) => [id, at])));
  useEffect(() => {
    for (const { id, at, name } of files) {
      if (at === told.current.get(id)) continue;
      if (at === 'cleaning') announce(say('files.cleaning', { name }));
      if (at === 'ready') announce(say('files.added', { name }));
    }
    told.current = new Map(files.map(({ id, at }) => [id, at]));
  }, [files, say, announce]);
}

interface Props {
  readonly held: HeldFiles;
  readonly view: HeldView;
  readonly speaking: Speaking;
  readonly look: FilesLook;
  readonly isBusy: boolean;
  readonly lookedAt: string | undefined;
  readonly onLook: (id: string | undefined) => void;
  readonly onRemoved: () => void;
}

export function HeldList({ held, view, speaking, look, isBusy, lookedAt, onLook, onRemoved }: Props) {
  const { say, announce } = speaking;
  const { files, sending } = view;
  const id = useId();
  useToldChanges(files, speaking);
  if (files.length === 0) return null;
  return (
    <>
      <h3 id={id} className={look.heading}>
        {say('files.list')}
      </h3>
      <ul aria-labelledby={id}>
        {files.map((file) => {
          const isOpen = lookedAt === file.id;
          return (
            <li key={file.id}>
              {file.at === 'refused' ? (
                <p role="alert" className={look.bad}>
                  {itemText(speaking, file)}
                </p>
              ) : (
                <p>{itemText(speaking, file)}</p>
              )}
              <div className={look.row}>
                {file.at === 'ready' && file.copy && (
                  <button
                    type="button"
                    className={look.button}
                    aria-expanded={isOpen}
                    onClick={() => onLook(isOpen ? undefined : file.id)}
                  >
                    {say('files.look', { name: file.name })}
                  </button>
                )}
                <button
                  type="button"
                  className={look.button}
                  disabled={isBusy || sending !== undefined}
                  onClick={() => {
                    held.remove(file.id);
                    announce(say('files.taken', { name: file.name }));
                    onRemoved();
                  }}
                >
                  {say('files.remove', { name: file.name })}
                </button>
              </div>
              {isOpen && file.at === 'ready' && file.copy && (
                <FileDetails
                  held={held}
                  file={file}
                  copy={file.copy}
                  mayKeepOriginals={view.mayKeepOriginals}
                  isBusy={isBusy || sending !== undefined}
                  speaking={speaking}
                  look={look}
                />
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
