import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { extractSubject } from '../../core/casework/subject-extraction.ts';
import { isBlank } from '../../core/model/invisible-characters.ts';
import { caseTitleLength, caseTitleSchema } from '../../core/model/case-title.ts';
import { digestOfSeal } from '../../core/model/digests.ts';
import { useKeys } from '../crypto/keys-context.tsx';
import { sealNextTitle } from '../titles/title-crypto.ts';
import { categoryText } from '../ui/case-labels.ts';
import { type FieldProblem, InputField } from '../ui/form-fields.tsx';
import { reportKindText } from '../ui/labels.ts';
import { Notice } from '../ui/notice.tsx';
import { useTab } from '../ui/tab-context.ts';
import { type DecryptedCase, useCaseContext } from './case-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';

interface TitleDraft {
  readonly title: string;
  readonly subject: string;
}

/** Whole words, so that a proposal does not end within one. */
export function shorten(text: string, max: number): string {
  const line = text
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (line.length <= max) return line;
  const cut = line.slice(0, max - 1);
  const end = cut.lastIndexOf(' ');
  const kept = (end > max / 2 ? cut.slice(0, end) : cut).trimEnd();
  return `${kept.isWellFormed() ? kept : kept.slice(0, -1)}…`;
}

const subjectLine = (who: string): string => {
  const found = extractSubject(who);
  if (found === undefined) return '';
  const { role, forenames, surname, numbers } = found;
  return shorten(
    [role, forenames, surname, ...numbers].filter((part) => part !== undefined).join(' '),
    caseTitleLength,
  );
};

/** The chosen heading, the place and the person named, without a judgement. */
function useProposal({ report }: DecryptedCase): TitleDraft {
  const { translate } = useTab();
  const { record } = useCaseContext().view;
  const { where = '', what = '', who = '' } = report.report.answers;
  const heading =
    record.nationalCategory !== undefined
      ? categoryText(translate, record.nationalCategory)
      : record.kind !== undefined
        ? reportKindText(translate, record.kind)
        : undefined;
  const place = isBlank(where) ? undefined : where;
  const title = heading === undefined ? (place ?? what) : [heading, place].filter(Boolean).join(', ');
  return { title: shorten(title, caseTitleLength), subject: subjectLine(who) };
}

export default function TitleForm({ opened }: { readonly opened: DecryptedCase }) {
  const { caseTitle } = useCaseContext().view.record;
  const { titles } = useKeys();
  const { caseId, caseTitle: released } = opened.record;
  const lastTitled = opened.entries.findLast(({ kind }) => kind === 'titled')?.detail?.of;
  useEffect(() => {
    // An earlier version that the server put back opens well: only the history tells that it is not the last.
    if (lastTitled !== (released && digestOfSeal(released.sealed))) titles.set([[caseId, { kind: 'damaged' }]]);
  }, [lastTitled, released, titles, caseId]);
  const known = useSyncExternalStore(titles.subscribe, titles.state).get(caseId);
  const proposal = useProposal(opened);
  const isTitled = caseTitle !== undefined;
  const current = useMemo(
    (): TitleDraft =>
      known?.kind === 'open' ? { title: known.title, subject: known.subject } : { title: '', subject: '' },
    [known],
  );
  return <TitleFields opened={opened} start={isTitled ? current : proposal} isProposal={!isTitled} />;
}

function TitleFields({
  opened,
  start,
  isProposal,
}: {
  readonly opened: DecryptedCase;
  readonly start: TitleDraft;
  readonly isProposal: boolean;
}) {
  const { translate, call, me } = useTab();
  const keys = useKeys();
  const { view } = useCaseContext();
  const { draft, set, field, id, form, worded } = useCaseForm<TitleDraft>(start, view.record.caseTitle?.version ?? 0);
  // A title that comes later fills the fields, if nobody has typed in them.
  const [filled, setFilled] = useState(start);
  if (start.title !== filled.title || start.subject !== filled.subject) {
    if (draft.title === filled.title && draft.subject === filled.subject) set(start);
    setFilled(start);
  }
  const isTooLong = (text: string): boolean => text.normalize('NFC').trim().length > caseTitleLength;
  const problems: readonly FieldProblem[] = [
    ...(isBlank(draft.title) ? [{ field: `${id}title`, text: translate('titles.titleNeeded') }] : []),
    ...(['title', 'subject'] as const).flatMap((name) =>
      isTooLong(draft[name]) ? [{ field: `${id}${name}`, text: translate('titles.tooLong') }] : [],
    ),
  ];
  return (
    <>
      <p>{translate('titles.intro')}</p>
      {isProposal && (
        <Notice tone="calm" role="note">
          <p>{translate('titles.proposal')}</p>
        </Notice>
      )}
      <CaseForm
        {...form}
        onSaved={() => undefined}
        problems={problems}
        sendLabel={translate('titles.save')}
        savedText={translate('titles.saved')}
        send={async (request) => {
          const title = caseTitleSchema.parse({ v: 1, ...draft });
          const { record } = view;
          const sealed = await sealNextTitle(
            { keys, record, tenantId: opened.record.tenantId, by: me.objectId },
            title,
          );
          if (!sealed.ok) return sealed;
          const replaces = record.caseTitle?.digest;
          const send = worded(
            'handlers',
            [title.title, title.subject].join('\n').trim(),
            async ({ withRevision, words }) => {
              const sent = await call('case.setTitle', {
                ...withRevision,
                title: sealed.value.title,
                words,
                ...(replaces !== undefined && { replaces }),
              });
              if (sent.ok) {
                keys.titles.addVersion(record.caseId, sealed.value.title.version);
                keys.titles.set([[record.caseId, { kind: 'open', title: title.title, subject: title.subject }]]);
              }
              return sent;
            },
          );
          return await send(request);
        }}
      >
        <InputField
          {...field('title')}
          label={translate('titles.title')}
          hint={translate('titles.titleHint')}
          need="required"
        />
        <InputField
          {...field('subject')}
          label={translate('titles.subject')}
          hint={translate('titles.subjectHint')}
          need="optional"
        />
      </CaseForm>
    </>
  );
}
