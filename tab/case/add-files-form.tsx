import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { SealError } from '../../core/ports/seal.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import { serialiseFilesNote, formatFilesNote } from '../../core/model/sealed-file.ts';
import type { Refusal } from '../../contract/operation-answers.ts';
import FilePicker from '../files/file-picker.tsx';
import { createPendingFiles } from '../files/pending-files.ts';
import { type FileTransport, abortableDelay } from '../files/upload-file.ts';
import { useFilePickerClassNames } from '../files/use-file-picker-class-names.ts';
import { TextAreaField } from '../ui/form-fields.tsx';
import { sealingRefusal, type ChangeResult } from '../ui/change-outcome.ts';
import { type Result, type Tab, useTab } from '../ui/tab-context.ts';
import { useCaseContext } from './case-context.ts';
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
  const { files, sending } = useSyncExternalStore(pendingFiles.subscribe, pendingFiles.view);
  const { draft, id, field, noteProblems, form, names } = useCaseForm({ text: '' });
  const { text } = draft;
  const localisation = useMemo(() => ({ translate, language, announce }), [translate, language, announce]);
  // Unnamed files go with the page; the server sweeps them if it does not hear of that.
  useEffect(() => () => pendingFiles.clear(), [pendingFiles]);

  const problem = fileProblems[pendingFiles.readiness()];

  const send = async (request: string): Promise<ChangeResult> => {
    const readers = await loadHandlerRecipients();
    if (!readers.ok) return readers;
    const { wire: transport, refusal } = createCaseFileTransport(call);
    pendingFiles.setDestination({ transport, getRecipients: () => readers.value });
    const { caseId, handledBy } = view.record;
    let uploadedFiles;
    try {
      uploadedFiles = await pendingFiles.upload({ caseId, mailbox: '' }, handledBy);
    } catch (error) {
      if (error instanceof SealError) return sealingRefusal('odd');
      return { ok: false, refusal: refusal() ?? incompleteUploadRefusal };
    }
    const note = { text: text.trim(), files: pendingFiles.list() };
    const sealed = await seal('handlers', serialiseFilesNote(note), formatFilesNote(note));
    if (!sealed.ok) return sealed;
    const answer = await call('case.addFiles', {
      ...names(request).withoutRevision,
      files: uploadedFiles.map((file) => ({ id: file.id, bytes: file.bytes })),
      words: { for: 'handlers', sealed: sealed.value },
    });
    const isMissing = !answer.ok && answer.refusal.code === 'notAllowed' && answer.refusal.why === 'fileMissing';
    if (isMissing) pendingFiles.onMissing();
    return answer;
  };

  return (
    <>
      <FilePicker
        pendingFiles={pendingFiles}
        localisation={localisation}
        classNames={look}
        isBusy={sending !== undefined}
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
        <TextAreaField {...field('text')} label={translate('caseFiles.addWhat')} need="required" />
      </CaseForm>
    </>
  );
}

interface CaseFileTransport {
  readonly wire: FileTransport;
  readonly refusal: () => Refusal | undefined;
}

const retryableRefusals: ReadonlySet<Refusal['code']> = new Set([
  'tooOften',
  'unavailable',
  'newer',
  'unconfirmed',
  'failed',
]);

function createCaseFileTransport(call: Tab['call']): CaseFileTransport {
  let refusal: Refusal | undefined;
  function unwrapResult<Answer>(result: Result<Answer>): Answer {
    if (result.ok) return result.value;
    if (retryableRefusals.has(result.refusal.code)) throw new StoreError('unavailable');
    ({ refusal } = result);
    throw new Error('refused');
  }
  return {
    wire: {
      listParts: async ({ caseId }, { id, bytes }) => unwrapResult(await call('case.fileParts', { caseId, id, bytes })),
      async sendPart({ caseId }, { id, bytes }, part, content) {
        return unwrapResult(await call('case.filePart', { caseId, id, bytes, part, data: content })).kind;
      },
      drop: async ({ caseId }, id) => unwrapResult(await call('case.fileDrop', { caseId, id })).kind,
    },
    refusal: () => refusal,
  };
}
