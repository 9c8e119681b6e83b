import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { SealError } from '../../core/ports/seal.ts';
import { serialiseFilesNote, formatFilesNote } from '../../core/model/sealed-file.ts';
import type { CaseRefusal } from '../../contract/operation-answers.ts';
import FilePicker from '../files/file-picker.tsx';
import { createPendingFiles } from '../files/pending-files.ts';
import { abortableDelay } from '../files/upload-file.ts';
import { useFilePickerClassNames } from '../files/use-file-picker-class-names.ts';
import { TextAreaField } from '../ui/form-fields.tsx';
import { sealingRefusal, type ChangeResult } from '../ui/change-outcome.ts';
import { maxNoteLength } from '../ui/seal-and-send-note.ts';
import { useTab } from '../ui/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { createCaseFileTransport } from './case-file-transport.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';

const randomBytes = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));
const fileProblems = {
  none: 'caseFiles.addNeeded',
  notReady: 'files.notReady',
  refused: 'files.refused',
  unplayed: 'files.unplayed',
  ready: undefined,
} as const;
const incompleteUploadRefusal = { code: 'unavailable' } as const;
const calledOffRefusal = { code: 'fileNotUsable', why: 'calledOff' } as const;
const inCaseRefusal = { code: 'fileNotUsable', why: 'inCase' } as const;
const isRefusedFor = (answer: ChangeResult, why: CaseRefusal): boolean =>
  !answer.ok && answer.refusal.code === 'notAllowed' && answer.refusal.why === why;

export default function AddFilesForm() {
  const { me, translate, language, announce, call } = useTab();
  const { view, seal, loadHandlerRecipients } = useCaseContext();
  const look = useFilePickerClassNames();
  const [pendingFiles] = useState(() => {
    const newPendingFiles = createPendingFiles({ random: randomBytes, wait: abortableDelay });
    // An original may matter as evidence.
    newPendingFiles.allowOriginals(true);
    newPendingFiles.setSizes(me.fileSizes);
    return newPendingFiles;
  });
  const { files } = useSyncExternalStore(pendingFiles.subscribe, pendingFiles.view);
  const { draft, id, field, noteProblems, form, names } = useCaseForm({ text: '' });
  const { text } = draft;
  const localisation = useMemo(() => ({ translate, language, announce }), [translate, language, announce]);
  // Unnamed files go with the page; the server sweeps them if it does not hear of that.
  useEffect(() => () => pendingFiles.clear(), [pendingFiles]);

  const problem = fileProblems[pendingFiles.readiness()];
  // What were added or typed meanwhile would go with what was sent.
  const [isBusy, setBusy] = useState(false);

  const sendFiles = async (request: string): Promise<ChangeResult> => {
    const readers = await loadHandlerRecipients();
    if (!readers.ok) return readers;
    // First: the keys may lock before a large file has arrived.
    const note = { text: text.trim(), files: pendingFiles.list() };
    const sealed = await seal('handlers', serialiseFilesNote(note), formatFilesNote(note));
    if (!sealed.ok) return sealed;
    const { wire: transport, refusal } = createCaseFileTransport(call);
    pendingFiles.setDestination({ transport, getRecipients: () => readers.value });
    const { caseId, handledBy } = view.record;
    let uploadedFiles;
    try {
      uploadedFiles = await pendingFiles.upload({ caseId, mailbox: '' }, handledBy);
    } catch (error) {
      if (error instanceof SealError) return sealingRefusal('odd');
      const isCalledOff = pendingFiles.view().stopReason === 'calledOff';
      return { ok: false, refusal: refusal() ?? (isCalledOff ? calledOffRefusal : incompleteUploadRefusal) };
    }
    const answer = await call('case.addFiles', {
      ...names(request).withoutRevision,
      files: uploadedFiles.map((file) => ({ id: file.id, bytes: file.bytes })),
      words: { for: 'handlers', sealed: sealed.value },
    });
    // Only files that the case names already are refused for that.
    return isRefusedFor(answer, 'state') ? { ok: false, refusal: inCaseRefusal } : answer;
  };

  const send = async (request: string): Promise<ChangeResult> => {
    setBusy(true);
    try {
      const answer = await sendFiles(request);
      // They waited too long, and were removed: what is not there is sent again.
      return isRefusedFor(answer, 'fileMissing') ? await sendFiles(request) : answer;
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <FilePicker
        pendingFiles={pendingFiles}
        localisation={localisation}
        classNames={look}
        isBusy={isBusy}
        words={[
          translate('files.which'),
          translate('files.stays'),
          translate('caseFiles.addOriginals'),
          translate('caseFiles.addKept'),
          translate('files.noScan'),
        ]}
        fieldId={`${id}file`}
      />
      <CaseForm
        intent={JSON.stringify([
          text,
          files.map((file) => [file.id, file.at === 'ready' && file.isOriginal, file.name]),
        ])}
        problems={[
          ...(problem ? [{ field: `${id}file`, text: translate(problem) }] : []),
          ...noteProblems('text', translate('caseFiles.addWhatNeeded')),
        ]}
        isDirty={text !== '' || files.length > 0}
        sendLabel={translate('caseFiles.addSend')}
        savedText={translate('caseFiles.addSaved')}
        onSaved={() => {
          form.onSaved();
          pendingFiles.clear();
        }}
        send={send}
      >
        <TextAreaField
          {...field('text')}
          label={translate('caseFiles.addWhat')}
          need="required"
          isReadOnly={isBusy}
          maxLength={maxNoteLength}
        />
      </CaseForm>
    </>
  );
}
