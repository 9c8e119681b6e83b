import { Button } from '@fluentui/react-components';
import { useId, useRef, useState } from 'react';
import { showCaseId } from '../../core/model/codes.ts';
import { type FileDestination, fileDestinations } from '../../core/model/outcomes.ts';
import { fingerprintOf } from '../../core/model/recipients.ts';
import type { CaseView } from '../../contract/answers.ts';
import { checkRecipient } from '../../crypto/recipient.ts';
import { sealBytes } from '../../crypto/seal.ts';
import { ChangeForm } from '../ui/change-form.tsx';
import { ChoiceField, LineField, SelectField, WordsField } from '../ui/fields.tsx';
import { placeText } from '../ui/case-labels.ts';
import { Notice } from '../ui/notice.tsx';
import { saveFile } from '../ui/save-file.ts';
import type { CaseChange, CaseOutcome } from '../ui/request-status.ts';
import { useTab } from '../ui/tab-context.ts';
import { changing, type Sealer, withWords, wordsProblem } from '../ui/seal-note.ts';
import { Fingerprint } from '../crypto/fingerprint.tsx';
import { useKeys, useShows } from '../crypto/keys-context.tsx';
import { fetchContent } from './fetch-content.ts';
import { leavingName } from '../ui/file-words.ts';
import type { NamedFile } from './named-files.ts';
import { base64urlnopad } from '@scure/base';

export interface FileExportProps extends Sealer {
  readonly view: CaseView;
  readonly named: NamedFile;
  readonly change: CaseChange;
  readonly onMismatch: () => void;
  readonly onClose: () => void;
}

interface Leaving {
  readonly request: string;
  readonly bytes: Uint8Array;
}

const whose = ['own', 'line'] as const;

function isLine(line: string): boolean {
  try {
    checkRecipient(line);
    return true;
  } catch {
    return false;
  }
}

/** Lets one file leave: opened here, sealed again to one key, and recorded before it can be saved. */
export function FileExport({ view, named, change, onMismatch, onClose, seal }: FileExportProps) {
  const { say, call, me } = useTab();
  const { identities, keysOf } = useKeys();
  const id = useId();
  const [place, setPlace] = useState<FileDestination>();
  const [key, setKey] = useState<(typeof whose)[number]>();
  const [typed, setTyped] = useState('');
  const [remark, setRemark] = useState('');
  const [left, setLeft] = useState<Leaving>();
  /** The request may have been carried out: a repeat leaves as the same bytes. */
  const made = useRef<Leaving>(undefined);
  useShows('file', left !== undefined);
  const { record } = view;
  const own = keysOf(record.handledBy)[0]?.recipient;
  const line = key === 'own' ? own : typed.trim();

  async function sealedFor(request: string, to: string): Promise<Uint8Array | CaseOutcome> {
    if (made.current?.request === request) return made.current.bytes;
    const fetched = await fetchContent(named, {
      call,
      identities,
      caseId: record.caseId,
      onPart: () => undefined,
      signal: new AbortController().signal,
    });
    if (!fetched.ok) {
      if (fetched.why === 'refused') return { kind: 'refused', refusal: fetched.refusal };
      if (fetched.why === 'mismatch') onMismatch();
      return { kind: 'refused', refusal: { code: 'notAllowed', why: 'fileMissing' } };
    }
    const bytes = await sealBytes(fetched.content, to);
    fetched.content.fill(0);
    made.current = { request, bytes };
    return bytes;
  }

  async function send(request: string): Promise<CaseOutcome> {
    if (place === undefined || line === undefined) throw new Error('sent before it was complete');
    setLeft(undefined);
    const bytes = await sealedFor(request, line);
    if (!(bytes instanceof Uint8Array)) return bytes;
    const leftAs = await digestOfBytes(bytes);
    const sent = await withWords({ seal }, 'handlers', remark, async (words) => {
      const asked = { ...changing(view, request), id: named.file.id, place, leftAs };
      const answer = await call('case.exportFile', { ...asked, openableBy: [fingerprintOf(line)], words });
      if (answer.ok) setLeft({ request, bytes });
      return answer;
    });
    return change.after(sent);
  }

  const mayExport = record.assignee === me.objectId;
  const keyProblem = key === undefined ? say('caseFiles.chooseWhose') : undefined;
  const lineProblem = key === 'line' && !isLine(typed.trim()) ? say('caseFiles.lineOdd') : undefined;
  return (
    <>
      <p>{say('caseFiles.exportIntro')}</p>
      <ChangeForm
        intent={JSON.stringify([place, key, typed, remark])}
        problems={[
          ...(place === undefined ? [{ field: `${id}place`, text: say('exports.choosePlace') }] : []),
          ...(keyProblem === undefined ? [] : [{ field: `${id}key`, text: keyProblem }]),
          ...(lineProblem === undefined ? [] : [{ field: `${id}line`, text: lineProblem }]),
          ...wordsProblem(say, `${id}remark`, remark, say('exports.writeRemark')),
        ]}
        sendLabel={say('caseFiles.exportSend')}
        savedText={say('caseFiles.exportSaved')}
        onSaved={() => setRemark('')}
        {...(!mayExport && { blocked: say('caseFiles.needsAssignee') })}
        isDirty={remark !== ''}
        send={send}
        onSent={change.onSent}
        isPast={change.isPast}
        beside={<Button onClick={onClose}>{say('caseFiles.exportClose')}</Button>}
      >
        <p>{say('caseFiles.exportTold')}</p>
        <SelectField
          id={`${id}place`}
          label={say('exports.place')}
          need="required"
          value={place ?? ''}
          onValue={(value) => setPlace(fileDestinations.find((one) => one === value))}
          options={fileDestinations.map((value) => ({ value, text: placeText(say, value) }))}
        />
        <ChoiceField
          id={`${id}key`}
          label={say('caseFiles.whose')}
          need="required"
          value={key ?? ''}
          onValue={(value) => setKey(whose.find((one) => one === value))}
          options={[
            ...(own === undefined ? [] : [{ value: 'own', text: say('caseFiles.ownKey') }]),
            { value: 'line', text: say('caseFiles.otherLine') },
          ]}
        />
        {key === 'line' && (
          <LineField id={`${id}line`} label={say('caseFiles.line')} need="required" value={typed} onValue={setTyped} />
        )}
        {key !== undefined && line !== undefined && isLine(line) && (
          <p>
            {say('caseFiles.lineIs')} <Fingerprint of={fingerprintOf(line)} />
          </p>
        )}
        <WordsField
          id={`${id}remark`}
          label={say('exports.remark')}
          hint={say('exports.remarkHint')}
          need="required"
          value={remark}
          onValue={setRemark}
          rows={3}
        />
      </ChangeForm>
      {left !== undefined && (
        <Notice tone="careful" role="note">
          <Button
            appearance="primary"
            onClick={() => saveFile(leavingName(showCaseId(record.caseId), named.file), left.bytes)}
          >
            {say('caseFiles.save')}
          </Button>
        </Notice>
      )}
    </>
  );
}

const digestOfBytes = async (bytes: Uint8Array): Promise<string> =>
  base64urlnopad.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))));
