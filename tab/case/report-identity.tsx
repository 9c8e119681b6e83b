import { makeStyles, tokens } from '@fluentui/react-components';
import { otherPersonText } from '../../cards/opened-otherwise.ts';
import { useTab } from '../parts/tab-context.ts';
import type { OpenedCase } from './case-context.ts';

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
});

export function ReportIdentity({ opened }: { readonly opened: OpenedCase }) {
  const { say, language } = useTab();
  const styles = useStyles();
  const { report, identity, otherIdentity: other } = opened.report;
  const missing = {
    named: 'case.identityMissing',
    confidential: 'case.identitySealed',
    notKept: 'case.identityNotKept',
  } as const;
  return (
    <div>
      <h3 className={styles.heading}>{say('case.identityHeading')}</h3>
      {other && <p translate="no">{otherPersonText(language, other)}</p>}
      {identity === undefined ? (
        <p>{say(missing[report.mode])}</p>
      ) : (
        <>
          <p translate="no">{say('case.identityName', { name: identity.name, id: identity.objectId })}</p>
          {report.mode === 'confidential' && <p>{say('case.identityShared')}</p>}
        </>
      )}
    </div>
  );
}
