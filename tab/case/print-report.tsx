import {
  Button,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
} from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import { formatCaseId } from '../../core/model/case-id.ts';
import { formatTimestamp } from '../../words/date-format.ts';
import { PageDialog } from '../ui/page-dialog.tsx';
import { useTab } from '../ui/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';

interface Printing {
  readonly at: string;
  readonly sequence: number;
}

/** A client that prints nothing fires no `afterprint`: a later print must not find this one's stamp. */
const printingEnds = ['afterprint', 'keydown', 'pointerdown'] as const;

/** Asks before its content is printed, has that recorded first, and stamps each page with that entry. */
export function PrintableReport({ children }: { readonly children: ReactNode }) {
  const { translate, language, me } = useTab();
  const { view } = useCaseContext();
  const [printing, setPrinting] = useState<Printing>();

  useEffect(() => {
    if (printing === undefined) return;
    const end = (): void => setPrinting(undefined);
    document.documentElement.classList.add('prints-report');
    for (const name of printingEnds) window.addEventListener(name, end, { capture: true });
    window.print();
    return () => {
      document.documentElement.classList.remove('prints-report');
      for (const name of printingEnds) window.removeEventListener(name, end, { capture: true });
    };
  }, [printing]);

  return (
    <div className="print-sheet">
      {printing && (
        <div className="print-stamp">
          {translate('print.stamp', {
            name: me.name,
            at: formatTimestamp(language, printing.at, me.timeZone),
            reference: formatCaseId(view.record.caseId),
            entry: printing.sequence,
          })}
        </div>
      )}
      {children}
      {me.printing === true && <PrintDialog onRecorded={setPrinting} />}
    </div>
  );
}

function PrintDialog({ onRecorded }: { readonly onRecorded: (printing: Printing) => void }) {
  const { translate, call, me } = useTab();
  const [isOpen, setOpen] = useState(false);
  const { form, plain } = useCaseForm({});
  const record = plain(({ withoutRevision }) => call('case.printReport', withoutRevision));
  return (
    <PageDialog open={isOpen} onOpenChange={(_, data) => setOpen(data.open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button className="screen-only">{translate('print.open')}</Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{translate('print.heading')}</DialogTitle>
          <DialogContent>
            <p>{translate('print.intro')}</p>
            <p>{translate('print.identity')}</p>
            <CaseForm
              {...form}
              problems={[]}
              isPrimary
              sendLabel={translate('print.send')}
              savedText={translate('print.saved')}
              send={async (request) => {
                const sent = await record(request);
                const entry =
                  sent.ok && 'case' in sent.value
                    ? sent.value.case.events.findLast(
                        ({ kind, by }) => kind === 'printed' && typeof by === 'object' && by.objectId === me.objectId,
                      )
                    : undefined;
                if (entry !== undefined) {
                  setOpen(false);
                  onRecorded(entry);
                }
                return sent;
              }}
              secondaryAction={<Button onClick={() => setOpen(false)}>{translate('case.cancel')}</Button>}
            />
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </PageDialog>
  );
}
