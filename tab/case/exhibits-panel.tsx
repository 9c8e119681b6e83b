import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { StoredFile } from '../../core/model/sealed-file.ts';
import { formatTimestamp } from '../../words/date-format.ts';
import { displayFileName, fileSizeText, fileTypeText, hexDigest } from '../ui/file-labels.ts';
import { eventText } from '../ui/event-text.ts';
import { Panel } from '../ui/panel.tsx';
import { personName } from '../ui/person-name.ts';
import { useTab } from '../ui/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { useWholeHistory } from './use-whole-history.ts';
import { type Exhibit, listExhibits } from './list-exhibits.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    gridTemplateColumns: 'minmax(0, 1fr)',
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXXL,
    overflowWrap: 'anywhere',
    '& p': { margin: 0 },
  },
  digest: { fontFamily: tokens.fontFamilyMonospace },
  events: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

/** The case's files with their digests, and who opened or exported each. Their names are in the seals. */
export default function ExhibitsPanel() {
  const { translate: say } = useTab();
  const styles = useStyles();
  const { view, decryptedCase, openReport } = useCaseContext();
  const { entries, isWhole, people } = useWholeHistory();
  const exhibits = decryptedCase === undefined ? [] : listExhibits(decryptedCase, entries);
  const isNew = ({ id }: StoredFile) => decryptedCase?.record.files?.every((file) => file.id !== id) ?? true;
  const isLater = view.record.files?.some(isNew) === true;
  const unnamed =
    decryptedCase?.record.files?.filter(({ id }) => exhibits.every(({ file }) => file.id !== id)).length ?? 0;
  const count = decryptedCase === undefined ? (view.record.files?.length ?? 0) : exhibits.length;
  if (count === 0 && unnamed === 0 && !isLater) return null;
  return (
    <Panel heading={say('exhibits.heading')} summary={say('exhibits.count', { count })}>
      {decryptedCase === undefined ? (
        <p>{say('exhibits.closed')}</p>
      ) : (
        <>
          <p>{say('exhibits.intro')}</p>
          {unnamed > 0 && <p>{say('caseFiles.unnamed', { count: unnamed })}</p>}
          {(!isWhole || isLater) && (
            <>
              <p>{say('exhibits.notWhole')}</p>
              <div>
                <Button onClick={() => void openReport()}>{say('case.openAgain')}</Button>
              </div>
            </>
          )}
          <ol className={styles.list} aria-label={say('exhibits.heading')}>
            {exhibits.map((exhibit, place) => (
              <li key={`${place} ${exhibit.file.id}`}>
                <ExhibitFacts exhibit={exhibit} people={people} />
              </li>
            ))}
          </ol>
        </>
      )}
    </Panel>
  );
}

function ExhibitFacts(props: {
  readonly exhibit: Exhibit;
  readonly people: ReturnType<typeof useWholeHistory>['people'];
}) {
  const tab = useTab();
  const { translate: say, language, me } = tab;
  const styles = useStyles();
  const { view } = useCaseContext();
  const { file, with: how, from, at, events } = props.exhibit;
  const who =
    from === 'reporter' && view.record.route === 'hub'
      ? say('exhibits.practitioner')
      : personName(tab, from, props.people);
  const came = { report: 'exhibits.withReport', message: 'exhibits.withMessage', added: 'exhibits.added' } as const;
  return (
    <>
      <p>
        <strong dir="auto" translate="no">
          {displayFileName(file)}
        </strong>{' '}
        ({say('caseFiles.facts', { type: fileTypeText(say, file), size: fileSizeText(say, file.bytes) })})
      </p>
      <p>{say(came[how], { who, at: formatTimestamp(language, at, me.timeZone) })}</p>
      <p>
        {say(file.isOriginal ? 'exhibits.originalDigest' : 'exhibits.copyDigest')}{' '}
        <span className={styles.digest} translate="no">
          {hexDigest(file.digest)}
        </span>
      </p>
      {events.length === 0 ? (
        <p>{say('exhibits.untouched')}</p>
      ) : (
        <ul className={styles.events}>
          {events.map((event) => (
            <li key={event.sequence}>
              {eventText(tab, event, props.people)} {formatTimestamp(language, event.at, me.timeZone)}.
              {event.detail?.leftAs !== undefined && (
                <>
                  {' '}
                  {say('exhibits.sealedDigest')}{' '}
                  <span className={styles.digest} translate="no">
                    {hexDigest(event.detail.leftAs)}
                  </span>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
