import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  partnerOriginText,
  practitionerAndPersonText,
  consentWithdrawnLines,
} from '../../cards/decrypted-report-notes.ts';
import { partnerReportParts, type ReportPart } from '../../cards/report-parts.ts';
import type { SealedReport } from '../../core/model/sealed-report.ts';
import type { Day } from '../../core/model/calendar.ts';
import type { Language } from '../../core/model/language.ts';
import { partnerTypeText } from '../ui/case-labels.ts';
import { Notice } from '../ui/notice.tsx';
import { useTab } from '../ui/tab-context.ts';
import { useCaseContext } from './case-context.ts';

const useStyles = makeStyles({
  origin: { fontWeight: tokens.fontWeightSemibold },
  part: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    gridTemplateColumns: 'minmax(0, 1fr)',
    '& p, & dl, & h3': { margin: 0 },
  },
  heading: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  first: {
    padding: tokens.spacingHorizontalM,
    borderInlineStartWidth: '4px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorBrandStroke1,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  account: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  answers: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    gridTemplateColumns: 'minmax(0, 1fr)',
    '& dt': { fontWeight: tokens.fontWeightSemibold },
    '& dd': { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  },
});

const typedTextProps = (language: Language) => ({ lang: language, dir: 'auto', translate: 'no' }) as const;

/** Accounts have only a heading: their questions address the person who wrote them. */
const isAccount = ({ id }: ReportPart): boolean => id === 'words' || id === 'observed';

export function ReportPartView(props: {
  readonly part: ReportPart;
  readonly typedIn: Language;
  readonly isFirst: boolean;
}) {
  const styles = useStyles();
  const { part, typedIn: reportLanguage, isFirst } = props;
  return (
    <div className={isFirst ? mergeClasses(styles.part, styles.first) : styles.part}>
      <h3 className={styles.heading}>{part.heading}</h3>
      {part.note !== undefined && <p>{part.note}</p>}
      {isAccount(part) ? (
        part.answers.map(({ id, text }) => (
          <p key={id} className={styles.account} {...typedTextProps(reportLanguage)}>
            {text}
          </p>
        ))
      ) : part.answers.length > 0 ? (
        <dl className={styles.answers}>
          {part.answers.map(({ id, label, text, isTyped }) => (
            <div key={id}>
              <dt>{label}</dt>
              <dd {...(isTyped && typedTextProps(reportLanguage))}>{text}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </div>
  );
}

export function PartnerOrigin() {
  const { translate, language } = useTab();
  const styles = useStyles();
  const { partnerType } = useCaseContext().view.record;
  return (
    <div>
      <p className={styles.origin}>
        {partnerOriginText(language, partnerType && partnerTypeText(translate, partnerType))}
      </p>
      <p>{practitionerAndPersonText(language)}</p>
    </div>
  );
}

export function PartnerAnswers({ report }: { readonly report: SealedReport }) {
  const { language } = useTab();
  return partnerReportParts(language, report.answers).map((part) => (
    <ReportPartView
      key={part.id}
      part={part}
      typedIn={report.language}
      isFirst={part.id === 'consent' || part.id === 'contact'}
    />
  ));
}

export function ConsentWithdrawnNotice({ on: withdrawnOn }: { readonly on: Day }) {
  const { language } = useTab();
  return (
    <Notice tone="alarm" role="note">
      {consentWithdrawnLines(language, withdrawnOn).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Notice>
  );
}
