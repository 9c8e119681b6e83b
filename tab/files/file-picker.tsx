import { useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';
import { cleanFile } from './clean-file.ts';
import { defaultFileName, fileRefusalWords, type Localisation, metadataText } from './file-words.ts';
import type { PendingFiles, PendingFilesView, PendingFileView } from './pending-files.ts';
import { kilobytes } from '../ui/kilobytes.ts';
import type { CleanCopy } from './clean-copy.ts';

export type FilePickerClassNames = Readonly<
  Record<
    'panel' | 'heading' | 'words' | 'button' | 'main' | 'field' | 'box' | 'picture' | 'text' | 'row' | 'bad',
    string
  >
>;

const acceptedTypes = 'image/jpeg,image/png,image/webp,image/heic,application/pdf,text/plain';

interface FilePickerProps {
  readonly held: PendingFiles;
  readonly localisation: Localisation;
  readonly look: FilePickerClassNames;
  readonly isBusy: boolean;
  readonly words: readonly string[] | undefined;
  readonly heading?: string;
  readonly fieldId?: string;
}

/** Sends nothing before the words. */
export default function FilePicker({ held, localisation, look, isBusy, words, heading, fieldId }: FilePickerProps) {
  const { say } = localisation;
  const view = useSyncExternalStore(held.subscribe, held.view);
  const [previewedId, setPreviewedId] = useState<string>();
  const id = useId();
  const field = fieldId ?? `${id}file`;
  const panel = useRef<HTMLElement>(null);
  const input = useRef<HTMLInputElement>(null);

  const onFileChosen = (file: File | undefined): void => {
    if (input.current) input.current.value = '';
    if (file === undefined) return;
    const nameOf: Parameters<PendingFiles['choose']>[1]['nameOf'] = (sourceType, number) =>
      defaultFileName(localisation, sourceType, number);
    setPreviewedId(held.choose(file, { clean: cleanFile, nameOf }));
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
      <PendingFileList
        held={held}
        view={view}
        localisation={localisation}
        look={look}
        isBusy={isBusy}
        previewedId={previewedId}
        onPreview={setPreviewedId}
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
            accept={acceptedTypes}
            disabled={isBusy}
            aria-describedby={`${id}words`}
            onChange={({ target }) => onFileChosen(target.files?.[0])}
          />
        </div>
      )}
      <UploadProgress held={held} view={view} localisation={localisation} look={look} />
    </section>
  );
}

function itemText({ say }: Localisation, file: PendingFileView): string {
  const { name } = file;
  if (file.at === 'refused') return `${say('files.notAdded', { name })} ${say(fileRefusalWords[file.why])}`;
  if (file.at === 'cleaning')
    return file.page ? say('files.cleaningPage', { name, ...file.page }) : say('files.cleaning', { name });
  const size = kilobytes(file.bytes);
  if (file.isOriginalWithheld) return say('files.itemHeldBack', { name, size });
  return say(file.isOriginal ? 'files.itemOriginal' : 'files.itemClean', { name, size });
}

function useAnnouncedChanges(files: readonly PendingFileView[], { say, announce }: Localisation): void {
  const announced = useRef<ReadonlyMap<string, PendingFileView['at']>>(new Map(files.map(({ id, at }) => [id, at])));
  useEffect(() => {
    for (const { id, at, name } of files) {
      if (at === announced.current.get(id)) continue;
      if (at === 'cleaning') announce(say('files.cleaning', { name }));
      if (at === 'ready') announce(say('files.added', { name }));
    }
    announced.current = new Map(files.map(({ id, at }) => [id, at]));
  }, [files, say, announce]);
}

interface PendingFileListProps {
  readonly held: PendingFiles;
  readonly view: PendingFilesView;
  readonly localisation: Localisation;
  readonly look: FilePickerClassNames;
  readonly isBusy: boolean;
  readonly previewedId: string | undefined;
  readonly onPreview: (id: string | undefined) => void;
  readonly onRemoved: () => void;
}

function PendingFileList({
  held,
  view,
  localisation,
  look,
  isBusy,
  previewedId: lookedAt,
  onPreview,
  onRemoved,
}: PendingFileListProps) {
  const { say, announce } = localisation;
  const { files, sending } = view;
  const id = useId();
  useAnnouncedChanges(files, localisation);
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
                  {itemText(localisation, file)}
                </p>
              ) : (
                <p>{itemText(localisation, file)}</p>
              )}
              <div className={look.row}>
                {file.at === 'ready' && file.copy && (
                  <button
                    type="button"
                    className={look.button}
                    aria-expanded={isOpen}
                    onClick={() => onPreview(isOpen ? undefined : file.id)}
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
                  allowsOriginals={view.allowsOriginals}
                  isBusy={isBusy || sending !== undefined}
                  localisation={localisation}
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

const uploadStopWords = {
  calledOff: 'files.calledOff',
  noAnswer: 'files.noAnswer',
  full: 'files.full',
  notReady: 'files.notReady',
  refused: 'files.refused',
  unsent: 'files.unsent',
} as const;
const announceStepPercent = 25;

interface UploadProgressProps {
  readonly held: PendingFiles;
  readonly view: PendingFilesView;
  readonly localisation: Localisation;
  readonly look: FilePickerClassNames;
}

function UploadProgress({ held, view, localisation, look }: UploadProgressProps) {
  const { say, announce } = localisation;
  const { sending, stopped, stopCount } = view;
  const share = sending && Math.floor((sending.done / Math.max(1, sending.of)) * 100);
  const lastAnnounced = useRef(0);
  const latest = useRef({ say, announce });
  useEffect(() => {
    latest.current = { say, announce };
  });
  const announceStep = share === undefined ? 0 : Math.floor(share / announceStepPercent);
  useEffect(() => {
    if (announceStep > lastAnnounced.current)
      latest.current.announce(latest.current.say('files.sending', { share: announceStep * announceStepPercent }));
    lastAnnounced.current = announceStep;
  }, [announceStep]);
  return (
    <>
      {share !== undefined && (
        <div className={look.row}>
          <progress max={100} value={share} aria-label={say('files.sending', { share })} />
          <button type="button" className={look.button} onClick={held.cancelUpload}>
            {say('files.callOff')}
          </button>
        </div>
      )}
      {stopped && (
        <p key={stopCount} role="alert" className={look.bad}>
          {say(uploadStopWords[stopped])}
        </p>
      )}
    </>
  );
}

const maxNameLength = 80;

interface FileDetailsProps {
  readonly held: PendingFiles;
  readonly file: Extract<PendingFileView, { at: 'ready' }>;
  readonly copy: CleanCopy;
  readonly allowsOriginals: boolean;
  readonly isBusy: boolean;
  readonly localisation: Localisation;
  readonly look: FilePickerClassNames;
}

function FileDetails({ held, file, copy, allowsOriginals, isBusy, localisation, look }: FileDetailsProps) {
  const { say, announce } = localisation;
  const id = useId();
  const [name, setName] = useState(file.name);
  const [isUnreadable, setUnreadable] = useState(false);
  const setVersion = async (isOriginal: boolean): Promise<void> => {
    setUnreadable(false);
    if (await held.setOriginal(file.id, isOriginal)) return;
    setUnreadable(true);
    announce(say('files.unread'));
  };
  return (
    <div className={look.box}>
      <FilePreview copy={copy} localisation={localisation} look={look} />
      {copy.tells.length > 0 && (
        <div className={look.words}>
          <p>{say('files.tells')}</p>
          <ul>
            {copy.tells.map((tell) => (
              <li key={tell.kind}>{metadataText(localisation, tell)}</li>
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
          maxLength={maxNameLength}
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
      {allowsOriginals && file.originalFits ? (
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
                onChange={() => void setVersion(one)}
              />
              <label htmlFor={`${id}${one}`}>{say(one ? 'files.versionOriginal' : 'files.versionClean')}</label>
            </div>
          ))}
        </fieldset>
      ) : (
        <p className={look.words}>{say('files.onlyClean')}</p>
      )}
      {isUnreadable && <p className={look.bad}>{say('files.unread')}</p>}
    </div>
  );
}

const maxPreviewLength = 20_000;
const maxPreviewWidth = 900;

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
        const scale = Math.min(1, maxPreviewWidth / picture.width);
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

interface FilePreviewProps {
  readonly copy: CleanCopy;
  readonly localisation: Localisation;
  readonly look: FilePickerClassNames;
}

function FilePreview({ copy, localisation, look }: FilePreviewProps) {
  const { say } = localisation;
  const [at, setAt] = useState(0);
  if (copy.type === 'text/plain') {
    const text = new TextDecoder().decode(copy.content);
    return (
      <>
        {/* The keyboard must reach it to scroll. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <pre className={look.text} tabIndex={0} role="group" aria-label={say('files.text')}>
          {text.slice(0, maxPreviewLength)}
        </pre>
        {text.length > maxPreviewLength && <p className={look.words}>{say('files.textGoesOn')}</p>}
      </>
    );
  }
  const page = copy.pages[at];
  if (page === undefined)
    return <Picture bytes={copy.content} type={copy.type} label={say('files.picture')} className={look.picture} />;
  const of = copy.pages.length;
  const turn = (to: number): void => {
    setAt(to);
    localisation.announce(say('files.page', { number: to + 1, of }));
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
