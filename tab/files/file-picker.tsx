import { useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';
import { docxType, isRecordingType } from '../../core/model/file-limits.ts';
import { cleanFile } from './clean-file.ts';
import {
  defaultFileName,
  fileRefusalWords,
  type FilePickerLocalisation,
  metadataText,
  formatSeconds,
} from './file-picker-words.ts';
import type { PendingFiles, PendingFilesView, PendingFileView } from './pending-files.ts';
import { kilobytes } from '../ui/kilobytes.ts';
import type { CleanCopy } from './clean-copy.ts';
import { RecordingPreview } from './recording-preview.tsx';

export type FilePickerClassNames = Readonly<
  Record<
    | 'panel'
    | 'heading'
    | 'words'
    | 'button'
    | 'main'
    | 'field'
    | 'box'
    | 'picture'
    | 'player'
    | 'soundPlayer'
    | 'text'
    | 'row'
    | 'bad',
    string
  >
>;

/** Without HEIC, so that a phone hands over a JPEG; one that comes is taken. Some systems know the kinds of sound by their endings alone. */
const acceptedTypes = [
  'image/jpeg,image/png,image/webp,application/pdf,.docx,text/plain',
  'audio/mp4,audio/x-m4a,audio/aac,audio/mpeg,audio/ogg,audio/wav,.m4a,.aac,.mp3,.ogg,.opus,.wav',
  'video/mp4,video/quicktime,video/webm,.mov',
].join(',');

interface FilePickerProps {
  readonly pendingFiles: PendingFiles;
  readonly localisation: FilePickerLocalisation;
  readonly classNames: FilePickerClassNames;
  readonly isBusy: boolean;
  readonly words: readonly string[] | undefined;
  readonly heading?: string;
  readonly fieldId?: string;
}

/** Sends nothing before the words. */
export default function FilePicker({
  pendingFiles,
  localisation,
  classNames,
  isBusy,
  words,
  heading,
  fieldId,
}: FilePickerProps) {
  const { translate } = localisation;
  const view = useSyncExternalStore(pendingFiles.subscribe, pendingFiles.view);
  const [previewedId, setPreviewedId] = useState<string>();
  const id = useId();
  const field = fieldId ?? `${id}file`;
  const panel = useRef<HTMLElement>(null);
  const input = useRef<HTMLInputElement>(null);

  const onFileChosen = (file: File | undefined): void => {
    if (input.current) input.current.value = '';
    if (file === undefined) return;
    const nameOf: Parameters<PendingFiles['add']>[1]['createName'] = (sourceType, number, isPictures) =>
      defaultFileName(localisation, sourceType, number, isPictures);
    setPreviewedId(pendingFiles.add(file, { clean: cleanFile, createName: nameOf }));
  };
  return (
    <section ref={panel} tabIndex={-1} className={classNames.panel} aria-label={translate('files.heading')}>
      {heading !== undefined && <h2 className={classNames.heading}>{heading}</h2>}
      {words && (
        <div id={`${id}words`} className={classNames.words}>
          {words.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      )}
      <PendingFileList
        pendingFiles={pendingFiles}
        view={view}
        localisation={localisation}
        classNames={classNames}
        isBusy={isBusy}
        previewedId={previewedId}
        onPreview={setPreviewedId}
        onRemoved={() => (input.current ?? panel.current)?.focus()}
      />
      {words && (
        <div>
          <label htmlFor={field}>{translate('files.choose')}</label>
          <input
            id={field}
            ref={input}
            className={classNames.field}
            type="file"
            accept={acceptedTypes}
            disabled={isBusy}
            aria-describedby={`${id}words`}
            onChange={({ target }) => onFileChosen(target.files?.[0])}
          />
        </div>
      )}
      <UploadProgressBar
        pendingFiles={pendingFiles}
        view={view}
        localisation={localisation}
        classNames={classNames}
        onCalledOff={() => panel.current?.focus()}
      />
    </section>
  );
}

function itemText({ translate }: FilePickerLocalisation, file: PendingFileView): string {
  const { name } = file;
  if (file.at === 'refused')
    return `${translate('files.notAdded', { name })} ${translate(fileRefusalWords[file.why], { size: file.megabytes })}`;
  if (file.at === 'cleaning')
    return file.page ? translate('files.cleaningPage', { name, ...file.page }) : translate('files.cleaning', { name });
  const size = kilobytes(file.bytes);
  if (file.isOriginalWithheld) return translate('files.itemHeldBack', { name, size });
  return translate(file.isOriginal ? 'files.itemOriginal' : 'files.itemClean', { name, size });
}

const uncoveredWords = ({ needsPlaying, isUnplayable }: Extract<PendingFileView, { at: 'ready' }>) =>
  needsPlaying ? (isUnplayable ? 'files.uncoveredUnplayable' : 'files.uncovered') : 'files.uncoveredPlayed';

function useAnnouncedChanges(files: readonly PendingFileView[], { translate, announce }: FilePickerLocalisation): void {
  const announced = useRef<ReadonlyMap<string, PendingFileView['at']>>(new Map(files.map(({ id, at }) => [id, at])));
  useEffect(() => {
    for (const { id, at, name } of files) {
      if (at === announced.current.get(id)) continue;
      if (at === 'cleaning') announce(translate('files.cleaning', { name }));
      if (at === 'ready') announce(translate('files.added', { name }));
    }
    announced.current = new Map(files.map(({ id, at }) => [id, at]));
  }, [files, translate, announce]);
}

interface PendingFileListProps {
  readonly pendingFiles: PendingFiles;
  readonly view: PendingFilesView;
  readonly localisation: FilePickerLocalisation;
  readonly classNames: FilePickerClassNames;
  readonly isBusy: boolean;
  readonly previewedId: string | undefined;
  readonly onPreview: (id: string | undefined) => void;
  readonly onRemoved: () => void;
}

function PendingFileList({
  pendingFiles,
  view,
  localisation,
  classNames,
  isBusy,
  previewedId: lookedAt,
  onPreview,
  onRemoved,
}: PendingFileListProps) {
  const { translate, announce } = localisation;
  const { files, sending } = view;
  const id = useId();
  useAnnouncedChanges(files, localisation);
  if (files.length === 0) return null;
  return (
    <>
      <h3 id={id} className={classNames.heading}>
        {translate('files.list')}
      </h3>
      <ul aria-labelledby={id}>
        {files.map((file) => {
          const isOpen = lookedAt === file.id;
          return (
            <li key={file.id}>
              {file.at === 'refused' ? (
                <p role="alert" className={classNames.bad}>
                  {itemText(localisation, file)}
                </p>
              ) : (
                <p>{itemText(localisation, file)}</p>
              )}
              {file.at === 'ready' && file.copy?.uncoveredSeconds !== undefined && (
                <p role="alert" className={classNames.bad}>
                  {translate(uncoveredWords(file), {
                    seconds: formatSeconds(file.copy.uncoveredSeconds),
                  })}
                </p>
              )}
              <div className={classNames.row}>
                {file.at === 'ready' && file.copy && (
                  <button
                    type="button"
                    className={classNames.button}
                    aria-expanded={isOpen}
                    onClick={() => onPreview(isOpen ? undefined : file.id)}
                  >
                    {translate('files.look', { name: file.name })}
                  </button>
                )}
                <button
                  type="button"
                  className={classNames.button}
                  disabled={isBusy || sending !== undefined}
                  onClick={() => {
                    pendingFiles.remove(file.id);
                    announce(translate('files.taken', { name: file.name }));
                    onRemoved();
                  }}
                >
                  {translate('files.remove', { name: file.name })}
                </button>
              </div>
              {isOpen && file.at === 'ready' && file.copy && (
                <FileDetails
                  pendingFiles={pendingFiles}
                  file={file}
                  copy={file.copy}
                  allowsOriginals={view.allowsOriginals}
                  isBusy={isBusy || sending !== undefined}
                  localisation={localisation}
                  classNames={classNames}
                />
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** The page above says the rest: that nothing was sent, and that it can be sent again. */
const uploadStopWords = {
  calledOff: undefined,
  noAnswer: undefined,
  full: 'files.full',
  notReady: 'files.notReady',
  refused: 'files.refused',
  unsent: 'files.unsent',
  unplayed: 'files.unplayed',
} as const;
const announceStepPercent = 25;

interface UploadProgressProps {
  /** The button that was pressed goes: the focus must not fall to the body. */
  readonly onCalledOff: () => void;
  readonly pendingFiles: PendingFiles;
  readonly view: PendingFilesView;
  readonly localisation: FilePickerLocalisation;
  readonly classNames: FilePickerClassNames;
}

function UploadProgressBar({ pendingFiles, view, localisation, classNames, onCalledOff }: UploadProgressProps) {
  const { translate, announce } = localisation;
  const { sending, stopReason, stopCount } = view;
  const stopWords = stopReason && uploadStopWords[stopReason];
  const share = sending && Math.floor((sending.done / Math.max(1, sending.of)) * 100);
  const lastAnnounced = useRef(0);
  const latest = useRef({ say: translate, announce });
  useEffect(() => {
    latest.current = { say: translate, announce };
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
        <div className={classNames.row}>
          <progress max={100} value={share} aria-label={translate('files.sending', { share })} />
          <button
            type="button"
            className={classNames.button}
            onClick={() => {
              pendingFiles.cancelUpload();
              onCalledOff();
            }}
          >
            {translate('files.callOff')}
          </button>
        </div>
      )}
      {stopWords && (
        <p key={stopCount} role="alert" className={classNames.bad}>
          {translate(stopWords)}
        </p>
      )}
    </>
  );
}

const maxNameLength = 80;

interface FileDetailsProps {
  readonly pendingFiles: PendingFiles;
  readonly file: Extract<PendingFileView, { at: 'ready' }>;
  readonly copy: CleanCopy;
  readonly allowsOriginals: boolean;
  readonly isBusy: boolean;
  readonly localisation: FilePickerLocalisation;
  readonly classNames: FilePickerClassNames;
}

function FileDetails({
  pendingFiles,
  file,
  copy,
  allowsOriginals,
  isBusy,
  localisation,
  classNames,
}: FileDetailsProps) {
  const { translate, announce } = localisation;
  const id = useId();
  const [name, setName] = useState(file.name);
  const [isUnreadable, setUnreadable] = useState(false);
  const setVersion = async (isOriginal: boolean): Promise<void> => {
    setUnreadable(false);
    if (await pendingFiles.setOriginal(file.id, isOriginal)) return;
    setUnreadable(true);
    announce(translate('files.unread'));
  };
  return (
    <div className={classNames.box}>
      {isRecordingType(copy.type) ? (
        <RecordingPreview
          copy={copy}
          name={file.name}
          localisation={localisation}
          classNames={classNames}
          onPlayed={() => pendingFiles.markPlayed(file.id)}
          onUnplayable={() => pendingFiles.markUnplayable(file.id)}
        />
      ) : (
        <FilePreview copy={copy} localisation={localisation} classNames={classNames} />
      )}
      {copy.metadata.length > 0 && (
        <div className={classNames.words}>
          <p>{translate('files.tells')}</p>
          <ul>
            {copy.metadata.map((tell) => (
              <li key={tell.kind}>{metadataText(localisation, tell)}</li>
            ))}
          </ul>
          <p>{translate('files.leftOut')}</p>
        </div>
      )}
      {copy.hasDrawings && <p className={classNames.words}>{translate('files.noDrawings')}</p>}
      <div>
        <label htmlFor={`${id}name`}>{translate('files.name')}</label>
        <input
          id={`${id}name`}
          className={classNames.field}
          value={name}
          maxLength={maxNameLength}
          autoComplete="off"
          spellCheck={false}
          disabled={isBusy}
          aria-describedby={`${id}hint`}
          onChange={({ target }) => {
            setName(target.value);
            pendingFiles.rename(file.id, target.value);
          }}
        />
        <p id={`${id}hint`} className={classNames.words}>
          {translate('files.nameHint')}
        </p>
      </div>
      {allowsOriginals && file.originalFits ? (
        <fieldset>
          <legend>{translate('files.version')}</legend>
          {[false, true].map((one) => (
            <div key={String(one)} className={classNames.row}>
              <input
                type="radio"
                id={`${id}${one}`}
                name={`${id}version`}
                checked={file.isOriginalChosen === one}
                disabled={isBusy}
                onChange={() => void setVersion(one)}
              />
              <label htmlFor={`${id}${one}`}>{translate(one ? 'files.versionOriginal' : 'files.versionClean')}</label>
            </div>
          ))}
        </fieldset>
      ) : (
        <p className={classNames.words}>{translate('files.onlyClean')}</p>
      )}
      {copy.sourceType === docxType && allowsOriginals && file.originalFits && (
        <p className={classNames.words}>{translate('files.originalWord')}</p>
      )}
      {isUnreadable && <p className={classNames.bad}>{translate('files.unread')}</p>}
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
  readonly localisation: FilePickerLocalisation;
  readonly classNames: FilePickerClassNames;
}

function FilePreview({ copy, localisation, classNames }: FilePreviewProps) {
  const { translate } = localisation;
  const [at, setAt] = useState(0);
  const { preview } = copy;
  if (preview === undefined) return null;
  if (copy.type === 'text/plain') {
    const text = new TextDecoder().decode(preview);
    return (
      <>
        {/* The keyboard must reach it to scroll. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <pre className={classNames.text} tabIndex={0} role="group" aria-label={translate('files.text')}>
          {text.slice(0, maxPreviewLength)}
        </pre>
        {text.length > maxPreviewLength && <p className={classNames.words}>{translate('files.textGoesOn')}</p>}
      </>
    );
  }
  const page = copy.pages[at];
  if (page === undefined)
    return (
      <Picture bytes={preview} type={copy.type} label={translate('files.picture')} className={classNames.picture} />
    );
  const of = copy.pages.length;
  const turn = (to: number): void => {
    setAt(to);
    localisation.announce(translate('files.page', { number: to + 1, of }));
  };
  return (
    <>
      <Picture
        key={at}
        bytes={page}
        type="image/jpeg"
        label={translate('files.page', { number: at + 1, of })}
        className={classNames.picture}
      />
      {of > 1 && (
        <div className={classNames.row}>
          <button type="button" className={classNames.button} disabled={at === 0} onClick={() => turn(at - 1)}>
            {translate('files.pageBefore')}
          </button>
          <button type="button" className={classNames.button} disabled={at + 1 === of} onClick={() => turn(at + 1)}>
            {translate('files.pageAfter')}
          </button>
        </div>
      )}
    </>
  );
}
