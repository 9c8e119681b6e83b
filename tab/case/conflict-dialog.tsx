import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
} from '@fluentui/react-components';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTab } from '../parts/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';
import { NoteField } from '../parts/note-field.tsx';

export function ConflictDialog() {
  const { say, call, me } = useTab();
  const context = useCaseContext();
  const { view } = context;
  const [isOpen, setOpen] = useState(false);
  const onGone = useRef<() => void>(undefined);
  const { draft, field, wordsProblem, form, noted } = useCaseForm({ note: '' });
  const { note } = draft;
  const proposed = context.proposed?.kind === 'conflict' ? context.proposed.count : undefined;
  const [followed, setFollowed] = useState(proposed);
  if (proposed !== followed) {
    setFollowed(proposed);
    if (proposed !== undefined) setOpen(true);
  }
  const others = view.assignable.filter(({ objectId }) => objectId !== me.objectId);
  const declare = noted(note, ({ adding, note: why }) => call('case.declareConflict', { ...adding, ...why }));
  const isNobodyLeft = others.length === 0 && view.record.handledBy === 'reserve';

  return (
    <Dialog open={isOpen} onOpenChange={(_, data) => setOpen(data.open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button>{say('work.conflictOpen')}</Button>
      </DialogTrigger>
      <DialogSurface>
        <Goodbye onGone={onGone} />
        <DialogBody>
          <DialogTitle>{say('work.conflictHeading')}</DialogTitle>
          <DialogContent>
            <p>{say('work.conflictIntro')}</p>
            <p>{say('work.conflictGone')}</p>
            <p>{say('work.conflictKnown')}</p>
            {isNobodyLeft || <p>{say(others.length > 0 ? 'work.conflictOthers' : 'work.conflictLast')}</p>}
            <CaseForm
              blocked={isNobodyLeft ? say('work.conflictNobody') : undefined}
              {...form}
              problems={wordsProblem('note')}
              isPrimary
              sendLabel={say('work.conflictSend')}
              savedText={say('case.outHeading')}
              send={async (request) => {
                const sent = await declare(request);
                // A dialog that is open while its page goes leaves the rest hidden from screen readers, so it closes
                // first.
                if (sent.ok) {
                  setOpen(false);
                  await new Promise<void>((resolve) => {
                    onGone.current = resolve;
                  });
                }
                return sent;
              }}
              beside={<Button onClick={() => setOpen(false)}>{say('case.cancel')}</Button>}
            >
              <NoteField {...field('note')} />
            </CaseForm>
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Goodbye({ onGone }: { readonly onGone: RefObject<(() => void) | undefined> }) {
  useEffect(() => () => onGone.current?.(), [onGone]);
  return null;
}
