import { Button } from '@fluentui/react-components';
import { useId, useRef, useState } from 'react';
import { formatCaseId } from '../../core/model/case-id.ts';
import { type FileDestination, fileDestinations } from '../../core/model/case-terms.ts';
import { keyFingerprint } from '../../core/model/public-keys.ts';
import type { CaseView } from '../../contract/operation-answers.ts';
import { assertRecipient } from '../../crypto/recipient.ts';
import { ChangeForm } from '../ui/change-form.tsx';
import { RadioField, InputField, SelectField, TextAreaField } from '../ui/form-fields.tsx';
import { fileDestinationText } from '../ui/case-labels.ts';
import { Notice } from '../ui/notice.tsx';
import { downloadFile } from '../ui/download-file.ts';
import type { CaseChangeControls, CaseChangeOutcome } from '../ui/change-outcome.ts';
import { useTab } from '../ui/tab-context.ts';
import { caseChangeRequest, type NoteSealer, sealAndSendNote, noteProblems } from '../ui/seal-and-send-note.ts';
import { Fingerprint } from '../crypto/fingerprint.tsx';
import { useKeys, useTrackDecrypted } from '../crypto/keys-context.tsx';
import { fetchFileSealedTo } from './fetch-file-content.ts';
import { sealedFileName } from '../ui/file-labels.ts';
import type { NamedFile } from './named-files.ts';
import { base64urlnopad } from '@scure/base';

export interface FileExportFormProps extends NoteSealer {
  readonly view: CaseView;
  readonly named: NamedFile;
  readonly despiteMark: boolean;
  readonly change: CaseChangeControls;
  readonly onMismatch: () => void;
  readonly onClose: () => void;
}

interface SealedExport {
  readonly request: string;
  readonly bytes: Uint8Array;
}

const keyChoices = ['own', 'line'] as const;

function isRecipient(recipient: string): boolean {
  try {
    assertRecipient(recipient);
    return true;
  } catch {
    return false;
  }
}

/** Decrypts one file, seals it again to one key, and has it recorded before anyone can save it. */
export function FileExportForm({ view, named, despiteMark, change, onMismatch, onClose, seal }: FileExportFormProps) {
  const { translate, call, me } = useTab();
  const { identities, getKeys } = useKeys();
  const id = useId();
  const [place, setPlace] = useState<FileDestination>();
  const [key, setKey] = useState<(typeof keyChoices)[number]>();
  const [typed, setTyped] = useState('');
  const [remark, setRemark] = useState('');
  const [sealedExport, setSealedExport] = useState<SealedExport>();
  /** The first request may have been carried out: a repeat sends the same bytes. */
  const lastExport = useRef<SealedExport>(undefined);
  useTrackDecrypted('file', sealedExport !== undefined);
  const { record } = view;
  const own = getKeys(record.handledBy)[0]?.recipient;
  const recipient = key === 'own' ? own : typed.trim();

  async function fetchAndSeal(request: string, to: string): Promise<Uint8Array | CaseChangeOutcome> {
    if (lastExport.current?.request === request) return lastExport.current.bytes;
    const fetched = await fetchFileSealedTo(named, to, {
      call,
      identities,
      caseId: record.caseId,
      despiteMark,
      onPart: () => undefined,
      signal: new AbortController().signal,
    });
    if (!fetched.ok) {
      if (fetched.why === 'refused') return { kind: 'refused', refusal: fetched.refusal };
      if (fetched.why === 'stopped') return { kind: 'refused', refusal: { code: 'unavailable' } };
      if (fetched.why === 'mismatch') onMismatch();
      return { kind: 'refused', refusal: { code: 'fileNotUsable', why: fetched.why } };
    }
    const bytes = fetched.content;
    lastExport.current = { request, bytes };
    return bytes;
  }

  async function send(request: string): Promise<CaseChangeOutcome> {
    if (place === undefined || recipient === undefined) throw new Error('sent before it was complete');
    setSealedExport(undefined);
    const bytes = await fetchAndSeal(request, recipient);
    if (!(bytes instanceof Uint8Array)) return bytes;
    const leftAs = await digestBytes(bytes);
    const sent = await sealAndSendNote({ seal }, 'handlers', remark, async (words) => {
      const exportRequest = { ...caseChangeRequest(view, request), id: named.file.id, place, leftAs };
      const answer = await call('case.exportFile', {
        ...exportRequest,
        openableBy: [keyFingerprint(recipient)],
        words,
      });
      if (answer.ok) setSealedExport({ request, bytes });
      return answer;
    });
    return change.toOutcome(sent);
  }

  const mayExport = record.assignee === me.objectId;
  const keyProblem = key === undefined ? translate('caseFiles.chooseWhose') : undefined;
  const recipientProblem = key === 'line' && !isRecipient(typed.trim()) ? translate('caseFiles.lineOdd') : undefined;
  return (
    <>
      <p>{translate('caseFiles.exportIntro')}</p>
      <ChangeForm
        intent={JSON.stringify([place, key, typed, remark])}
        problems={[
          ...(place === undefined ? [{ field: `${id}place`, text: translate('exports.choosePlace') }] : []),
          ...(keyProblem === undefined ? [] : [{ field: `${id}key`, text: keyProblem }]),
          ...(recipientProblem === undefined ? [] : [{ field: `${id}line`, text: recipientProblem }]),
          ...noteProblems(translate, `${id}remark`, remark, translate('exports.writeRemark')),
        ]}
        sendLabel={translate('caseFiles.exportSend')}
        savedText={translate('caseFiles.exportSaved')}
        onSaved={() => setRemark('')}
        {...(!mayExport && { blocked: translate('caseFiles.needsAssignee') })}
        isDirty={remark !== ''}
        send={send}
        onSent={change.onSent}
        isStale={change.isStale}
        secondaryAction={<Button onClick={onClose}>{translate('caseFiles.exportClose')}</Button>}
      >
        {record.handledBy === 'acu' && <p>{translate('caseFiles.exportTold')}</p>}
        <SelectField
          id={`${id}place`}
          label={translate('exports.place')}
          need="required"
          value={place ?? ''}
          onValue={(value) => setPlace(fileDestinations.find((one) => one === value))}
          options={fileDestinations.map((value) => ({ value, text: fileDestinationText(translate, value) }))}
        />
        <RadioField
          id={`${id}key`}
          label={translate('caseFiles.whose')}
          need="required"
          value={key ?? ''}
          onValue={(value) => setKey(keyChoices.find((one) => one === value))}
          options={[
            ...(own === undefined ? [] : [{ value: 'own', text: translate('caseFiles.ownKey') }]),
            { value: 'line', text: translate('caseFiles.otherLine') },
          ]}
        />
        {key === 'line' && (
          <InputField
            id={`${id}line`}
            label={translate('caseFiles.line')}
            need="required"
            value={typed}
            onValue={setTyped}
          />
        )}
        {key !== undefined && recipient !== undefined && isRecipient(recipient) && (
          <p>
            {translate('caseFiles.lineIs')} <Fingerprint of={keyFingerprint(recipient)} />
          </p>
        )}
        <TextAreaField
          id={`${id}remark`}
          label={translate('exports.remark')}
          hint={translate('exports.remarkHint')}
          need="required"
          value={remark}
          onValue={setRemark}
          rows={3}
        />
      </ChangeForm>
      {sealedExport !== undefined && (
        <Notice tone="careful" role="note">
          <Button
            appearance="primary"
            onClick={() => downloadFile(sealedFileName(formatCaseId(record.caseId), named.file), sealedExport.bytes)}
          >
            {translate('caseFiles.save')}
          </Button>
        </Notice>
      )}
    </>
  );
}

const digestBytes = async (bytes: Uint8Array): Promise<string> =>
  base64urlnopad.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))));
