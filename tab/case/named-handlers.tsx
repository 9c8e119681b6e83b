import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { handlersNamedIn } from '../../concerns/casework/read-subject.ts';
import type { Answers } from '../../concerns/terms/questions.ts';
import { Notice } from '../parts/notice.tsx';
import { useTab } from '../parts/tab-context.ts';
import { useCaseContext } from './case-context.ts';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** The answer that names a person; the accounts count only if it names no one. */
const textsOf = ({ who, what, observed, theirWords }: Answers): readonly string[] => [
  who ?? '',
  [what, observed, theirWords].join('\n'),
];

/** Compared on this page: no one is told, and nothing is done by itself. */
export function NamedHandlers({ answers }: { readonly answers: Answers }) {
  const { say, me } = useTab();
  const styles = useStyles();
  const { view, follow } = useCaseContext();
  const others = view.assignable.filter(({ objectId }) => objectId !== me.objectId);
  const handlers = [{ objectId: me.objectId, name: me.name }, ...others];
  const named = textsOf(answers)
    .map((text) => handlersNamedIn(text, handlers))
    .find((found) => found.length > 0);
  if (named === undefined) return null;
  const isReader = named.some(({ objectId }) => objectId === me.objectId);
  const colleagues = named.filter(({ objectId }) => objectId !== me.objectId);
  return (
    <Notice tone="careful" role="note">
      {isReader && (
        <>
          <p>{say('subjects.namesYou')}</p>
          <div className={styles.buttons}>
            <Button size="small" onClick={() => follow(undefined)}>
              {say('work.conflictOpen')}
            </Button>
          </div>
        </>
      )}
      {colleagues.length > 0 && (
        <>
          <p>{say('subjects.namesHandler')}</p>
          <div className={styles.buttons}>
            {colleagues.map(({ objectId, name }) => (
              <Button key={objectId} size="small" onClick={() => follow(objectId)}>
                {say('subjects.shutOut', { name })}
              </Button>
            ))}
          </div>
        </>
      )}
    </Notice>
  );
}
